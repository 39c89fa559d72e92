#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace refcatalog;

namespace {

// Whether a UTF-8 text contains a character of the Hangul blocks.
bool has_hangul(std::string_view text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        const auto byte = [&](std::size_t n) {
            return static_cast<unsigned>(static_cast<unsigned char>(text[at + n]));
        };
        if (byte(0) < 0xE0 || byte(0) > 0xEF) continue;
        const unsigned code = (byte(0) & 0xF) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        if ((code >= 0x1100 && code <= 0x11FF) || (code >= 0x3130 && code <= 0x318F) ||
            (code >= 0xAC00 && code <= 0xD7A3)) {
            return true;
        }
    }
    return false;
}

// The values of all text fields of a record.
std::vector<std::string_view> texts_of(entry e, lang language) {
    std::vector<std::string_view> texts;
    const auto collect = [&](std::string_view, const auto& value) {
        if constexpr (std::is_same_v<decltype(value), const std::string_view&>) texts.push_back(value);
    };
    for_each_field(e, collect, language);
    return texts;
}

}  // namespace

TEST_CASE("the English rendering is complete and contains no Hangul") {
    REQUIRE(has_hangul(catalog_title()));
    REQUIRE(!has_hangul(catalog_title(lang::en)));
    const auto check = [](std::string_view ko, std::string_view en) {
        INFO(ko << " / " << en);
        REQUIRE(ko.empty() == en.empty());
        REQUIRE(!has_hangul(en));
        if (!has_hangul(ko)) REQUIRE(ko == en);
    };
    for (const entry e : entries) {
        check(e.title(), e.title(lang::en));
        check(e.by(), e.by(lang::en));
        check(e.description(), e.description(lang::en));
        check(e.link_label(), e.link_label(lang::en));
        const auto korean = texts_of(e, lang::ko);
        const auto english = texts_of(e, lang::en);
        REQUIRE(korean.size() == english.size());
        for (std::size_t at = 0; at < korean.size(); ++at) check(korean[at], english[at]);
    }
    for (const part_info& part : parts) check(part.title(), part.title(lang::en));
    for (const category_info& each : categories) check(each.title(), each.title(lang::en));
    for (const reading_stage& stage : reading_stages) {
        REQUIRE(!has_hangul(stage.name(lang::en)));
        REQUIRE(!has_hangul(stage.duration(lang::en)));
    }
    for (const reading_step& step : reading_order) check(step.note(), step.note(lang::en));
}
