// Writes records, and the whole catalogue, in JSON.
#ifndef REFCATALOG_JSON_HPP
#define REFCATALOG_JSON_HPP

#include <refcatalog/categories.hpp>
#include <refcatalog/citation.hpp>
#include <refcatalog/detail/citation_fields.hpp>
#include <refcatalog/detail/entry_range.hpp>
#include <refcatalog/detail/json_text.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/entry.hpp>
#include <refcatalog/generated/accessors.hpp>
#include <refcatalog/generated/given.hpp>
#include <refcatalog/lang.hpp>
#include <refcatalog/lists.hpp>
#include <refcatalog/partial_date.hpp>
#include <refcatalog/reading_order.hpp>
#include <refcatalog/record_kind.hpp>
#include <refcatalog/upkeep.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace refcatalog {
namespace detail::json {

/// Writes the given data, under the names of the data. If a value does not show whether it was given, as with a flag
/// that is false, a mark in given_table does; the marks are in the order in which this class reads them.
template <class Out>
class data_writer {
    using given = generated::given_table;

public:
    constexpr explicit data_writer(Out& out) noexcept : json_{out} {}

    constexpr void put_catalogue() {
        mark_ = given::of_catalogue;
        json_.open("{}");
        put_localized("title", [](lang language) { return catalog_title(language); });
        put_localized("notes_title", [](lang language) {
            using texts = generated::catalog_table;
            return detail::text<texts>(0, column_of(texts::column_::notes_title, language));
        });
        put_value("facts_as_of", facts_as_of);
        json_.name("languages");
        json_.open_line("[]");
        for (const lang language : languages) {
            json_.begin_item();
            json_.text(to_string(language));
        }
        json_.close_line("[]");
        put_list("parts", parts, [this](const part_info& part) { put_part(part); });
        put_list("categories", categories, [this](const category_info& about) { put_category(about); });
        json_.name("records");
        put_records(refcatalog::entries);
        put_list("reading_order", reading_stages, [this](const reading_stage& stage) { put_stage(stage); });
        json_.close("{}");
        end_line();
    }

    template <class Range>
    constexpr void put_records(Range& range) {
        json_.open("[]");
        for (const auto& element : range) {
            json_.begin_item();
            put_record(entry_of(element));
        }
        json_.close("[]");
    }

    constexpr void put_record(entry source) {
        const std::size_t next_mark = mark_;
        mark_ = number_at(given::of_entry, source.index());
        json_.open("{}");
        put_value("kind", to_string(source.kind()));
        put_value("key", source.key());
        put_value("category", to_string(source.category()));
        visit([this](const auto& record) { this->put_own_fields(record); }, source);
        put_localized("link_label", [=](lang language) { return source.link_label(language); });
        put_value("url", source.url());
        if (!source.links().empty()) {
            put_list("links", source.links(), [this](labelled_link link) {
                put_localized("label", [=](lang language) { return link.label(language); });
                put_value("url", link.url());
            });
        }
        put_value("tags", source.tags());
        put_value("aliases", source.aliases());
        if (is_next_given()) put_citation(source.citation());
        put_upkeep(source);
        json_.close("{}");
        mark_ = next_mark;
    }

    constexpr void end_line() { json_.end_line(); }

private:
    constexpr std::size_t take_mark() noexcept { return number_at(given::marks, mark_++); }
    constexpr bool is_next_given() noexcept { return take_mark() != 0; }

    // Each of these writes a member of an object, if the data give it.

    constexpr void put_value(std::string_view name, std::string_view text) {
        if (text.empty()) return;
        json_.name(name);
        json_.text(text);
    }
    constexpr void put_value(std::string_view name, int number) {
        if (!is_next_given()) return;
        json_.name(name);
        json_.number(number);
    }
    constexpr void put_value(std::string_view name, bool flag) {
        if (!is_next_given()) return;
        json_.name(name);
        json_.flag(flag);
    }
    constexpr void put_value(std::string_view name, partial_date date) {
        if (date == partial_date{}) return;
        json_.name(name);
        json_.dates(date);
    }
    constexpr void put_value(std::string_view name, text_list_view texts) {
        if (texts.empty()) return;
        json_.name(name);
        json_.open_line("[]");
        for (const std::string_view text : texts) {
            json_.begin_item();
            json_.text(text);
        }
        json_.close_line("[]");
    }
    constexpr void put_value(std::string_view name, entry_list_view listed) {
        if (listed.empty()) return;
        json_.name(name);
        json_.open_line("[]");
        for (const entry each : listed) {
            json_.begin_item();
            json_.text(each.key());
        }
        json_.close_line("[]");
    }

    /// A text by the tags of the languages that the data give; `text_in` returns it in a language.
    template <class Text>
    constexpr void put_localized(std::string_view name, Text text_in) {
        const std::size_t set = take_mark();
        if (set == 0) return;
        json_.name(name);
        json_.open_line("{}");
        const std::size_t end = number_at(given::first_language, set);
        for (std::size_t at = number_at(given::first_language, set - 1); at != end; ++at) {
            const auto language = static_cast<lang>(number_at(given::languages, at));
            json_.name(to_string(language));
            json_.text(text_in(language));
        }
        json_.close_line("{}");
    }

    /// A list of objects; the function writes their members.
    template <class Range, class Function>
    constexpr void put_list(std::string_view name, const Range& range, Function put_members) {
        json_.name(name);
        json_.open("[]");
        for (const auto& each : range) {
            json_.begin_item();
            json_.open("{}");
            put_members(each);
            json_.close("{}");
        }
        json_.close("[]");
    }

    // Parts of the catalogue.

    constexpr void put_part(const part_info& part) {
        put_value("number", part.number());
        put_localized("title", [&](lang language) { return part.title(language); });
    }

    constexpr void put_category(const category_info& about) {
        put_value("id", to_string(about.id()));
        put_value("number", about.number());
        put_localized("title", [&](lang language) { return about.title(language); });
        // A part may lack a number, and titles may be alike.
        json_.name("part");
        json_.number(static_cast<int>(&about.part() - parts.data()));
        put_value("kind", to_string(about.kind()));
    }

    constexpr void put_stage(const reading_stage& stage) {
        put_localized("name", [&](lang language) { return stage.name(language); });
        put_localized("duration", [&](lang language) { return stage.duration(language); });
        put_list("steps", stage.steps(), [this](const reading_step& step) {
            if (step.number() != 0) {
                json_.name("number");
                json_.number(step.number());
            }
            put_value("label", step.label());
            put_value("by", step.by());
            put_localized("note", [&](lang language) { return step.note(language); });
            put_value("entries", step.entries());
        });
    }

    // Parts of a record.

    template <class Record>
    constexpr void put_own_fields(const Record& record) {
        const auto put_field = [&](std::string_view name, auto accessor) {
            if constexpr (requires { (record.*accessor)(lang{}); }) {
                put_localized(name, [&](lang language) { return (record.*accessor)(language); });
            } else {
                put_value(name, (record.*accessor)());
            }
        };
        generated::for_each_accessor<Record::kind(), Record>(put_field);
    }

    constexpr void put_upkeep(entry source) {
        if (is_next_given()) put_value("status", to_string(source.status()));
        using table = generated::upkeep_table;
        put_value("current_url", detail::text<table>(source.index(), table::column_::current_url));
        put_localized("status_note", [=](lang language) { return source.status_note(language); });
        if (source.corrections().empty()) return;
        put_list("correction", source.corrections(), [this](correction each) {
            put_value("cell", each.cell());
            put_localized("fact", [=](lang language) { return each.fact(language); });
        });
    }

    constexpr void put_citation(const citation& source) {
        json_.name("citation");
        json_.open("{}");
        put_value("type", to_string(source.type()));
        for (const citation_variable each : source.variables()) put_value(each.name(), each.value());
        put_dates(source);
        put_contributors(source);
        put_value("arxiv", source.arxiv_id());
        json_.close("{}");
    }

    constexpr void put_dates(citation source) {
        for (std::size_t number = generated::csl_table::first_date; number != generated::csl_table::author; ++number) {
            const std::string_view name = variable_name(number);
            const std::string_view words = citation_values::words(source, number);
            const partial_date begin = citation_values::begin(source, number);
            if (!words.empty()) {
                json_.name(name);
                json_.open_line("{}");
                put_value("literal", words);
                json_.close_line("{}");
            } else if (begin != partial_date{}) {
                json_.name(name);
                json_.dates(begin, citation_values::end(source, number));
            }
        }
    }

    constexpr void put_contributors(citation source) {
        for (std::size_t role = generated::csl_table::author; role != generated::csl_table::arxiv; ++role) {
            const contributor_view contributors = citation_values::contributors(source, role);
            if (contributors.empty()) continue;
            json_.name(variable_name(role));
            json_.open("[]");
            for (const contributor person : contributors) {
                json_.begin_item();
                put_name(person);
            }
            if (source.has_others(variable_name(role))) {
                json_.begin_item();
                json_.text("others");
            }
            json_.close("[]");
        }
    }

    constexpr void put_name(const contributor& person) {
        json_.open_line("{}");
        if (person.is_literal()) put_value("literal", person.name());
        put_value("family", person.family());
        put_value("given", person.given());
        put_value("particle", person.particle());
        put_value("dropping-particle", person.dropping_particle());
        put_value("suffix", person.suffix());
        json_.close_line("{}");
    }

    writer<Out> json_;
    std::size_t mark_ = 0;
};

}  // namespace detail::json

/// Writes a record as a JSON object with exactly the data given, under the names of the data: a text that differs by
/// language as an object with the languages given, a date as ISO text, entries as their keys. Its citation, if the data
/// give one, is complete, as `citation()` returns it. The output is valid JSON in UTF-8. Returns the iterator past the
/// last character; throws only what writing to it throws.
template <detail::character_output Out>
constexpr Out write_json(Out out, entry source) {
    detail::json::data_writer<Out>{out}.put_record(source);
    return out;
}

/// Writes records, in their order, as an array of such objects, with a line break at the end.
template <detail::character_output Out, class Range>
requires detail::entry_range<Range>
constexpr Out write_json(Out out, Range&& range) {
    detail::json::data_writer<Out> writer{out};
    writer.put_records(range);
    writer.end_line();
    return out;
}

/// Writes the whole catalogue as an object: its texts and languages, `parts`, `categories` (each with the index of its
/// part in `parts`, from 0), `records` in the form above, and `reading_order`. A line break ends the output.
template <detail::character_output Out>
constexpr Out write_json(Out out) {
    detail::json::data_writer<Out>{out}.put_catalogue();
    return out;
}

}  // namespace refcatalog

#endif
