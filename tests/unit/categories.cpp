#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <type_traits>

using namespace refcatalog;

namespace {

// The number of records in all categories of a kind.
constexpr std::size_t size_of_all(record_kind kind) {
    std::size_t size = 0;
    for (const category_info& each : categories) size += each.kind() == kind ? each.size() : 0;
    return size;
}

}  // namespace

TEST_CASE("in returns a span of the records of a category") {
    STATIC_REQUIRE(std::is_same_v<decltype(in<category::peft>()), std::span<const paper, info(category::peft).size()>>);
    STATIC_REQUIRE(
        std::is_same_v<decltype(in<category::models>()), std::span<const repository, info(category::models).size()>>);
    STATIC_REQUIRE(size_of_all(record_kind::repository) == repositories.size());
    STATIC_REQUIRE(size_of_all(record_kind::blog) == blogs.size());
    STATIC_REQUIRE(size_of_all(record_kind::tool) == tools.size());
    STATIC_REQUIRE(in<category::peft>()[0].key() == "lora");
    STATIC_REQUIRE(in<category::korean_company_blogs>()[0].key() == "naver-d2");
    STATIC_REQUIRE(&in<category::paper_tracking>()[0] == &tools[in<category::tools_and_services>().size()]);
}

TEST_CASE("records_in returns the records of a category") {
    STATIC_REQUIRE(std::is_same_v<decltype(records_in<tool>(category::tools_and_services)), std::span<const tool>>);
    STATIC_REQUIRE(records_in<tool>(category::paper_tracking).data() == in<category::paper_tracking>().data());
    STATIC_REQUIRE(records_in<tool>(category::paper_tracking).size() == in<category::paper_tracking>().size());
    STATIC_REQUIRE(records_in<tool>(category::peft).empty());
    STATIC_REQUIRE(records_in<tool>(static_cast<category>(99)).empty());
    STATIC_REQUIRE(records_in<paper>(category::peft).data() == papers_in(category::peft).data());
    STATIC_REQUIRE(noexcept(records_in<book>(category::peft)));
}

TEST_CASE("an invalid category holds no records") {
    constexpr auto none = static_cast<category>(categories.size());
    STATIC_REQUIRE(papers_in(none).empty());
    STATIC_REQUIRE(entries_in(none).empty());
    STATIC_REQUIRE(to_string(none).empty());
    STATIC_REQUIRE(entries_in(static_cast<category>(255)).empty());
}

TEST_CASE("the properties of a category") {
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

TEST_CASE("the number of each category begins with the number of its part") {
    for (const category_info& each : categories) {
        if (!each.number().empty()) REQUIRE(each.number().starts_with(each.part().number()));
    }
}
