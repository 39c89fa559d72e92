#include "catch.hpp"

#include <refcatalog/catalog.hpp>

#include <type_traits>

using namespace refcatalog;

TEST_CASE("a category gives a span of its own records") {
    STATIC_REQUIRE(std::is_same_v<decltype(in<category::peft>()), std::span<const paper, info(category::peft).size()>>);
    STATIC_REQUIRE(
        std::is_same_v<decltype(in<category::models>()), std::span<const repository, info(category::models).size()>>);
    STATIC_REQUIRE(in<category::models>().size() + in<category::frameworks>().size() == repositories.size());
    STATIC_REQUIRE(in<category::english_blogs>().size() + in<category::korean_company_blogs>().size() == blogs.size());
    STATIC_REQUIRE(in<category::tools_and_services>().size() + in<category::paper_tracking>().size() == tools.size());
    STATIC_REQUIRE(in<category::peft>()[0].key() == "lora");
    STATIC_REQUIRE(in<category::korean_company_blogs>()[0].key() == "naver-d2");
    STATIC_REQUIRE(&in<category::paper_tracking>()[0] == &tools[in<category::tools_and_services>().size()]);
}

TEST_CASE("the papers of a category") {
    STATIC_REQUIRE(std::is_same_v<decltype(papers_in(category::peft)), std::span<const paper>>);
    STATIC_REQUIRE(noexcept(papers_in(category::peft)));
    STATIC_REQUIRE(papers_in(category::peft).size() == in<category::peft>().size());
    STATIC_REQUIRE(papers_in(category::peft).data() == &get<"lora">());
    STATIC_REQUIRE(papers_in(category::models).empty());
    std::size_t total = 0;
    for (const category_info& section : categories) total += papers_in(section.id()).size();
    REQUIRE(total == papers.size());
    std::span<const paper> (*const pointer)(category) = papers_in;
    REQUIRE(pointer(category::quantization).size() == in<category::quantization>().size());
}

TEST_CASE("a value that is no category holds nothing") {
    constexpr auto none = static_cast<category>(categories.size());
    STATIC_REQUIRE(papers_in(none).empty());
    STATIC_REQUIRE(entries_in(none).empty());
    STATIC_REQUIRE(to_string(none).empty());
    STATIC_REQUIRE(entries_in(static_cast<category>(255)).empty());
}

TEST_CASE("what there is to know of a category") {
    STATIC_REQUIRE(std::is_same_v<decltype(info(category::peft)), const category_info&>);
    constexpr const category_info& peft = info(category::peft);
    STATIC_REQUIRE(peft.id() == category::peft);
    STATIC_REQUIRE(peft.number() == "C.1.4");
    STATIC_REQUIRE(peft.title() == "Parameter-Efficient Fine-Tuning (PEFT)");
    STATIC_REQUIRE(peft.kind() == record_kind::paper);
    STATIC_REQUIRE(peft.size() == in<category::peft>().size());
    STATIC_REQUIRE(std::is_same_v<decltype(peft.size()), std::size_t>);
    STATIC_REQUIRE(&peft.part() == &parts[0]);
    STATIC_REQUIRE(peft.column_count() == 6);
    REQUIRE(peft.column(1) == "제목");
    REQUIRE(peft.column(1, lang::en) == "Title");
    REQUIRE(info(category::models).title(lang::en) == "Models");
}

TEST_CASE("a part without sections is a category as well") {
    STATIC_REQUIRE(info(category::tools_and_services).number() == "C.6");
    STATIC_REQUIRE(info(category::paper_tracking).part().number() == "C.7");
    STATIC_REQUIRE(parts[7].number() == "C.8");
    REQUIRE(parts[7].title() == "읽기 순서 추천");
    REQUIRE(info(category::paper_tracking).title() == info(category::paper_tracking).part().title());
}

TEST_CASE("the sections have the appendix's titles") {
    REQUIRE(catalog_title() == "Appendix C: 참고 자료");
    REQUIRE(catalog_title(lang::en) == "Appendix C: References");
    REQUIRE(parts[0].title() == "핵심 논문");
    REQUIRE(parts[0].title(lang::en) == "Key Papers");
}

TEST_CASE("the number of a category begins with that of its part") {
    for (const category_info& section : categories) REQUIRE(section.number().starts_with(section.part().number()));
}
