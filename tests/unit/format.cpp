#include "support/catch.hpp"

#include <refcatalog/format.hpp>

#include <iomanip>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

namespace {

template <class... Values>
std::string streamed(const Values&... values) {
    std::ostringstream stream;
    (stream << ... << values);
    return stream.str();
}

const std::string lora = "lora: LoRA: Low-Rank Adaptation of Large Language Models";

}  // namespace

// User-defined output operators, for other types and for types of the library.
namespace elsewhere {

enum class color { red };
constexpr std::string_view to_string(color) { return "red"; }

template <class T>
concept has_operator = requires(std::ostream& stream, const T& value) {
    stream << value;
};

struct converts {
    operator const refcatalog::tool&() const { return refcatalog::tools[0]; }
};

std::ostream& operator<<(std::ostream& stream, const refcatalog::book& book) { return stream << "my " << book.key(); }

}  // namespace elsewhere

using namespace refcatalog;

TEST_CASE("a record and an entry are shown by key and title") {
    CHECK(streamed(get<"lora">()) == lora);
    CHECK(streamed(entry{get<"lora">()}) == lora);
    for (const entry e : entries) {
        const std::string expected = std::string{e.key()} + ": " + std::string{e.title()};
        CHECK(streamed(e) == expected);
        CHECK(visit([](const auto& record) { return streamed(record); }, e) == expected);
    }
}

TEST_CASE("an enumerator is shown by its name") {
    CHECK(streamed(category::peft) == "peft");
    CHECK(streamed(record_kind::tool) == "tool");
    CHECK(streamed(lang::en) == "en");
    CHECK(streamed(link_status::archived) == "archived");
    CHECK(streamed(csl_type::article_journal) == "article-journal");
    CHECK(streamed(static_cast<category>(255)).empty());
}

TEST_CASE("a date is shown as precisely as given") {
    CHECK(streamed(partial_date{2024, 5, 3}) == "2024-05-03");
    CHECK(streamed(partial_date{2024, 11}) == "2024-11");
    CHECK(streamed(partial_date{987}) == "0987");
    CHECK(streamed(partial_date{}).empty());
}

TEST_CASE("a stream's width applies to the whole text, once") {
    const paper& p = get<"lora">();
    const auto wide = static_cast<int>(lora.size()) + 3;
    CHECK(streamed(std::setfill('.'), std::setw(wide), p, '|') == "..." + lora + '|');
    CHECK(streamed(std::setfill('.'), std::right, std::setw(wide), p, '|') == "..." + lora + '|');
    CHECK(streamed(std::setfill('.'), std::left, std::setw(wide), p, '|') == lora + "...|");
    for (const int narrow : {0, 1, 4, 5, 6, 7, wide - 4, wide - 3}) {
        CHECK(streamed(std::left, std::setw(narrow), p, '|') == lora + '|');
        CHECK(streamed(std::right, std::setw(narrow), p, '|') == lora + '|');
    }
    CHECK(streamed(std::setw(6), category::peft, '|') == "  peft|");
    CHECK(streamed(std::left, std::setw(9), partial_date{2024, 5}, '|') == "2024-05  |");
}

TEST_CASE("user-defined output operators take precedence") {
    STATIC_REQUIRE(elsewhere::has_operator<paper>);
    STATIC_REQUIRE(!elsewhere::has_operator<elsewhere::color>);
    STATIC_REQUIRE(!elsewhere::has_operator<elsewhere::converts>);
    STATIC_REQUIRE(!elsewhere::has_operator<std::optional<entry>>);
    STATIC_REQUIRE(!elsewhere::has_operator<category_info>);
    using elsewhere::operator<<;
    std::ostringstream stream;
    stream << books[0];
    CHECK(stream.str() == "my " + std::string{books[0].key()});
}

#if defined(__cpp_lib_format)

TEST_CASE("std::format gives the same text as a stream") {
    for (const entry e : entries) {
        CHECK(std::format("{}", e) == streamed(e));
        CHECK(visit([](const auto& record) { return std::format("{}", record); }, e) == streamed(e));
    }
    CHECK(std::format("{} {} {} {}", category::peft, record_kind::tool, lang::en, csl_type::article_journal) ==
          "peft tool en article-journal");
    CHECK(std::format("{}|{}|{}", partial_date{2024, 5}, partial_date{}, link_status::active) == "2024-05||active");
}

TEST_CASE("std::format accepts the format specifications of strings") {
    CHECK(std::format("{:.>59}|", get<"lora">()) == "..." + lora + '|');
    CHECK(std::format("{:<59}|", entry{get<"lora">()}) == lora + "   |");
    CHECK(std::format("{:.10}|{:*^{}}|", get<"lora">(), get<"lora">(), 60) == "lora: LoRA|**" + lora + "**|");
    CHECK(std::format("{:>6}|{:.4}", category::peft, partial_date{2024, 5}) == "  peft|2024");
}

#endif
