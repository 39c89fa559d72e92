#include "html.hpp"
#include "page.hpp"
#include "words.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <sstream>
#include <string>

namespace site {
namespace {

using refcatalog::category_info;
using refcatalog::entry;
using refcatalog::record_kind;

// Up to this number of entries, each gets a small square; beyond it, each year or category gets a bar.
constexpr std::size_t most_squares = 400;
// Up to this number of years, each gets a column; beyond it, each decade or century does.
constexpr int most_columns = 24;
// Up to this number of columns, their names are horizontal; beyond it, vertical.
constexpr int most_flat_names = 10;
// A part with more categories may be split between columns.
constexpr std::size_t most_in_a_column = 12;
// More categories than this get a box that scrolls.
constexpr std::size_t most_open_categories = 60;

// A ratio from 0 to 1, written for the style sheet.
std::string ratio(std::size_t part, std::size_t whole) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(3) << static_cast<double>(part) / static_cast<double>(whole);
    return text.str();
}

// The square of an entry, which fades while a filter hides the entry.
std::string square(entry e) { return element("span class=unit" + attribute("data-unit", e.key()), ""); }

template <class Entries>
std::string amount_of(const Entries& entries, std::size_t largest) {
    if (refcatalog::entries.size() > most_squares) {
        const std::string length = attribute("style", "--length:" + ratio(entries.size(), largest));
        return element("span class=bar aria-hidden=true" + length, element("span class=filled", ""));
    }
    std::string squares;
    for (const entry e : entries) squares += square(e);
    return element("span class=units aria-hidden=true", squares);
}

// A bar or group of squares that acts as a filter. The script enables the button; without scripts it is a mere picture.
std::string mark(const std::string& attributes, const std::string& name, const std::string& picture,
                 const std::string& amount) {
    return block("li", element("button type=button class=mark aria-pressed=false disabled" + attributes,
                               element("span class=name", name) + picture + element("span class=amount", amount)));
}

// The name of a column: a year, a decade or a century.
texts name_of_years(int first, int length) {
    const std::string year = std::to_string(first);
    return length == 1 ? same(year) : said(year + "년대", year + "s");
}

// "Papers by year" if all dated entries are papers, and likewise for other kinds with a known plural.
texts title_of_years() {
    const auto dated = refcatalog::entries_between(refcatalog::first_year, refcatalog::last_year);
    const record_kind kind = dated.front().kind();
    const bool is_one = std::all_of(dated.begin(), dated.end(), [kind](entry e) { return e.kind() == kind; });
    const texts name = is_one && has_plural(kind) ? plural_of(kind) : said("자료", "Entries");
    return joined(joined(said("연도별 ", ""), name), said("", " by year"));
}

int length_of_columns() {
    int length = 1;
    while (refcatalog::last_year / length - refcatalog::first_year / length >= most_columns && length < 100)
        length *= 10;
    return length;
}

std::string year_chart() {
    if (refcatalog::first_year == 0) return "";
    const int length = length_of_columns();
    const int first = refcatalog::first_year / length * length;
    std::size_t largest = 0;
    for (int year = first; year <= refcatalog::last_year; year += length) {
        largest = std::max(largest, refcatalog::entries_between(year, year + length - 1).size());
    }
    std::string marks;
    for (int year = first; year <= refcatalog::last_year; year += length) {
        const int last = year + length - 1;
        const auto found = refcatalog::entries_between(year, last);
        marks += mark(attribute("data-from", std::to_string(year)) + attribute("data-to", std::to_string(last)),
                      shown(name_of_years(year, length)), amount_of(found, largest),
                      std::to_string(found.size()) + element("span class=unseen", shown(said("개", " entries"))));
    }
    const bool is_narrow = (refcatalog::last_year - first) / length >= most_flat_names;
    return heading("h3", "~years", title_of_years()) +
           list((is_narrow ? "ol class='years narrow'" : "ol class=years") + std::string{" aria-labelledby='~years'"} +
                    colour(refcatalog::entries_between(first, refcatalog::last_year).front().kind()),
                marks);
}

std::string marks_of(const refcatalog::part_info& part, std::size_t largest) {
    std::string marks;
    for (const category_info& category : refcatalog::categories) {
        if (&category.part() != &part) continue;
        marks += mark(attribute("data-category", to_string(category.id())) + colour(category.kind()),
                      shown(text_of(category, &category_info::title)), amount_of(entries_in(category.id()), largest),
                      std::to_string(category.size()));
    }
    return marks;
}

std::size_t size_of(const refcatalog::part_info& part) {
    std::size_t size = 0;
    for (const category_info& category : refcatalog::categories) size += &category.part() == &part ? 1U : 0U;
    return size;
}

// False for a part with the number of its category: the name would appear twice.
bool has_name_of_its_own(const refcatalog::part_info& part) {
    for (const category_info& category : refcatalog::categories) {
        if (&category.part() != &part) continue;
        return category.number().empty() || category.number() != part.number();
    }
    return false;
}

std::string category_chart() {
    std::size_t largest = 1;
    for (const category_info& category : refcatalog::categories) largest = std::max(largest, category.size());
    std::string groups;
    for (const refcatalog::part_info& part : refcatalog::parts) {
        const std::string marks = marks_of(part, largest);
        if (marks.empty()) continue;
        const texts title = text_of(part, &refcatalog::part_info::title);
        const std::string name = has_name_of_its_own(part) ? element("h4", shown(title)) : "";
        const bool is_tall = size_of(part) > most_in_a_column;
        groups += block(is_tall ? "div class='group tall'" : "div class=group", name + list("ul", marks));
    }
    groups = block("div class=groups", "\n" + groups);
    if (refcatalog::categories.size() > most_open_categories) groups = block("div class=long", groups);
    return heading("h3", "~categories", said("분류별 자료", "Entries by category")) + groups;
}

std::string legend() {
    std::string items;
    for (int number = 0;; ++number) {
        const auto kind = static_cast<record_kind>(number);
        if (to_string(kind).empty()) break;
        std::size_t size = 0;
        for (const category_info& category : refcatalog::categories) {
            if (category.kind() == kind) size += category.size();
        }
        items += block("li" + colour(kind), element("span class=unit aria-hidden=true", "") + shown(label_of(kind)) +
                                                element("span class=amount", std::to_string(size)));
    }
    return heading("h3", "~kinds", said("종류", "Kinds")) + list("ul class=legend aria-labelledby='~kinds'", items);
}

}  // namespace

// Spreads the hues of the kinds over the colour circle.
std::string colour(record_kind kind) {
    return attribute("style", "--hue:" + std::to_string((255 + 40 * static_cast<int>(kind)) % 360));
}

std::string count() {
    const std::string all = std::to_string(refcatalog::entries.size());
    const std::string number = element("b data-count", all);
    return shown(said("자료 " + all + "개 가운데 ", "")) + number +
           shown(said("개", " of " + counted(refcatalog::entries.size(), "entry", "entries")));
}

std::string charts() {
    const std::string squares = refcatalog::entries.size() > most_squares
                                    ? ""
                                    : shown(said("네모 하나가 자료 하나다.", "Each square is one entry.")) + " ";
    const std::string how = shown(said("연도나 분류를 누르면 그것만 남고, 다시 누르면 풀린다.",
                                       "Press a year or a category to keep only that; press again to undo."));
    return block(
        "section class=wrap aria-labelledby='~charts'",
        heading("h2", "~charts", said("한눈에 보기", "At a glance")) +
            block("p class=hint", squares + element("span class=controls",
                                                    how + " " + element("a" + href_to(id_of_entries), count()))) +
            block("div class=charts", block("div", year_chart() + legend()) + block("div", category_chart())));
}

}  // namespace site
