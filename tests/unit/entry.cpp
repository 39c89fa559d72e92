#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace refcatalog;

TEST_CASE("an entry is a small regular handle") {
    STATIC_REQUIRE(sizeof(entry) <= 4);
    STATIC_REQUIRE(std::is_trivially_copyable_v<entry>);
    STATIC_REQUIRE(std::equality_comparable<entry>);
    STATIC_REQUIRE(std::totally_ordered<entry>);
    STATIC_REQUIRE(entries[3] < entries[4]);
    STATIC_REQUIRE(entries[3] == entry{papers[3]});
    STATIC_REQUIRE(std::is_convertible_v<const tool&, entry>);
    STATIC_REQUIRE(!std::is_constructible_v<entry, std::size_t>);
}

TEST_CASE("an entry returns the texts of its record") {
    STATIC_REQUIRE(entry{get<"vit">()}.title() == get<"vit">().title());
    STATIC_REQUIRE(entry{get<"vit">()}.by() == get<"vit">().authors());
    STATIC_REQUIRE(entry{get<"vit">()}.year() == 2020);
    STATIC_REQUIRE(entries[entry{get<"vit">()}.index()] == get<"vit">());
    STATIC_REQUIRE(!entry{tools[0]}.year().has_value());
    STATIC_REQUIRE(std::is_same_v<decltype(entries[0].year()), std::optional<int>>);
    STATIC_REQUIRE(std::ranges::count_if(entries, [](entry e) {
                       return e.kind() == record_kind::paper && e.year() == 2017;
                   }) == std::ranges::count(papers, 2017, &paper::year));
    STATIC_REQUIRE(entry{in<category::peft>().back()} == entries_in(category::peft).back());
    for (const lang language : {lang::ko, lang::en}) {
        for (const auto& p : papers) {
            REQUIRE(entry{p}.title(language) == p.title());
            REQUIRE(entry{p}.by(language) == p.authors());
            REQUIRE(entry{p}.description(language) == p.summary(language));
            REQUIRE(entry{p}.year() == p.year());
        }
        for (const auto& r : repositories) {
            REQUIRE(entry{r}.title(language) == r.name());
            REQUIRE(entry{r}.by(language).empty());
            REQUIRE(entry{r}.description(language) == r.description(language));
            REQUIRE(entry{r}.link_label() == r.link_label());
        }
        for (const auto& d : datasets) {
            REQUIRE(entry{d}.title(language) == d.name());
            REQUIRE(entry{d}.description(language) == d.description(language));
        }
        for (const auto& c : courses) {
            REQUIRE(entry{c}.title(language) == c.title());
            REQUIRE(entry{c}.by(language) == (c.instructors().empty() ? c.provider() : c.instructors(language)));
            REQUIRE(entry{c}.description(language) == c.topic(language));
        }
        for (const auto& b : blogs) {
            REQUIRE(entry{b}.title(language) == b.name());
            REQUIRE(entry{b}.by(language) == b.author(language));
            REQUIRE(entry{b}.description(language) == b.content(language));
        }
        for (const auto& p : posts) {
            REQUIRE(entry{p}.title(language) == p.title());
            REQUIRE(entry{p}.by(language) == p.author());
            REQUIRE(entry{p}.description(language) == p.topic(language));
        }
        for (const auto& c : communities) {
            REQUIRE(entry{c}.title(language) == c.name(language));
            REQUIRE(entry{c}.by(language).empty());
            REQUIRE(entry{c}.description(language) == c.description(language));
        }
        for (const auto& b : books) {
            REQUIRE(entry{b}.title(language) == b.title(language));
            REQUIRE(entry{b}.by(language) == b.author(language));
            REQUIRE(entry{b}.description(language) == b.features(language));
            REQUIRE(entry{b}.link_label(language) == b.link_label(language));
        }
        for (const auto& t : tools) {
            REQUIRE(entry{t}.title(language) == t.name());
            REQUIRE(entry{t}.description(language) == t.purpose(language));
        }
    }
}

TEST_CASE("an entry returns its record") {
    STATIC_REQUIRE(find("lora")->get_if<paper>() == &get<"lora">());
    STATIC_REQUIRE(find("lora")->get_if<tool>() == nullptr);
    for (const entry e : entries) {
        visit([e](const auto& record) { REQUIRE(e.get_if<std::remove_cvref_t<decltype(record)>>() == &record); }, e);
        REQUIRE((e.get_if<paper>() != nullptr) == (e.kind() == record_kind::paper));
        REQUIRE((e.get_if<tool>() != nullptr) == (e.kind() == record_kind::tool));
    }
}

TEST_CASE("visit calls the function with the typed record") {
    for (const entry e : entries) {
        REQUIRE(visit([](const auto& record) { return entry{record}; }, e) == e);
        REQUIRE(visit([](const auto& record) { return record.key(); }, e) == e.key());
    }
    std::size_t papers_visited = 0;
    for (const entry e : entries) {
        visit([&](const auto& record) { papers_visited += std::is_same_v<decltype(record), const paper&>; }, e);
    }
    REQUIRE(papers_visited == papers.size());
    STATIC_REQUIRE(visit([](const auto& record) { return record.key().size(); }, *find("lora")) == 4);
}

TEST_CASE("the entries of all categories, in order, are all entries") {
    auto next = entries.begin();
    for (const category_info& each : categories) {
        for (const entry e : entries_in(each.id())) REQUIRE(e == *next++);
    }
    REQUIRE(next == entries.end());
    STATIC_REQUIRE(entries_in(category::peft).size() == in<category::peft>().size());
    STATIC_REQUIRE(entries_in(category::peft).front() == entry{get<"lora">()});
}

TEST_CASE("for_each_field gives the values of the accessors, for a record and for its entry") {
    constexpr const paper& lora = get<"lora">();
    for (const lang language : languages) {
        std::vector<std::string_view> names;
        std::size_t bytes = 0;
        const auto collect = [&](std::string_view name, const auto& value) {
            names.push_back(name);
            if constexpr (std::is_same_v<decltype(value), const std::string_view&>) bytes += value.size();
            else REQUIRE(value == (name == "year" ? lora.year() : lora.number()));
        };
        for_each_field(lora, collect, language);
        const std::vector<std::string_view> expected{"number", "title",   "short_title", "authors",
                                                     "year",   "summary", "contribution"};
        REQUIRE(names == expected);
        REQUIRE(bytes == lora.title().size() + lora.short_title().size() + lora.authors().size() +
                             lora.summary(language).size() + lora.contribution(language).size());
        const std::size_t of_the_record = bytes;
        for_each_field(
            *find("lora"),
            [&](std::string_view, const auto& value) {
                if constexpr (std::is_same_v<decltype(value), const std::string_view&>) bytes -= value.size();
            },
            language);
        REQUIRE(bytes == 0);
        REQUIRE(of_the_record > 0);
    }
}

TEST_CASE("for_each_field works at compile time, and skips missing fields") {
    constexpr auto count = [](entry e) {
        std::size_t fields = 0;
        for_each_field(e, [&](std::string_view, const auto&) { ++fields; });
        return fields;
    };
    STATIC_REQUIRE(count(*find("lora")) == 7);
    STATIC_REQUIRE(count(get<"llm-university">()) == 4);  // a course without instructors
}

TEST_CASE("an entry agrees with its record") {
    for (const entry e : entries) {
        visit(
            [&](const auto& record) {
                REQUIRE(std::ranges::equal(e.aliases(), record.aliases()));
                REQUIRE(std::ranges::equal(e.tags(), record.tags()));
                REQUIRE(std::ranges::equal(e.links(), record.links()));
                REQUIRE(e.citation() == record.citation());
                REQUIRE(e.status() == record.status());
                REQUIRE(e.current_url() == record.current_url());
                REQUIRE(std::ranges::equal(e.corrections(), record.corrections()));
            },
            e);
        for (const std::string_view alias : e.aliases()) REQUIRE(find(alias) == e);
        REQUIRE(!e.citation().title().empty());
        REQUIRE(!to_string(e.citation().type()).empty());
    }
    STATIC_REQUIRE(find("lora")->citation().title() == get<"lora">().citation().title());
    STATIC_REQUIRE(find("gradio")->citation().title() == "Gradio");
    STATIC_REQUIRE(noexcept(entries[0].citation()));
    STATIC_REQUIRE(std::is_same_v<decltype(entries[0].links()), link_view>);
}
