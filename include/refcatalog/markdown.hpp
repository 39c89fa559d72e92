// Writes categories, the whole catalogue, and its corrections and link status in Markdown.
#ifndef REFCATALOG_MARKDOWN_HPP
#define REFCATALOG_MARKDOWN_HPP

#include <refcatalog/categories.hpp>
#include <refcatalog/detail/markdown_text.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/entry.hpp>
#include <refcatalog/lang.hpp>
#include <refcatalog/lists.hpp>
#include <refcatalog/reading_order.hpp>
#include <refcatalog/records.hpp>
#include <refcatalog/upkeep.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace refcatalog {
namespace detail::markdown {

template <class Out>
constexpr void put_links(Out& out, entry e, lang language) {
    mark_counts counts;
    for (const labelled_link link : e.links()) counts.add(link.label(language));
    std::string_view separator;
    for (const labelled_link link : e.links()) {
        put(out, separator);
        put_link(out, link.label(language), link.url(), counts.of_line());
        separator = ", ";
    }
}

/// The contents of a column of a category's table, in the order of codegen's CELL_TYPES.
enum class cell_type : std::uint8_t { text, localized, title, description, link, links, url, ordinal };

/// The cell of an entry in a column, given by its row in the table of all columns.
template <class Out>
constexpr void put_cell(Out& out, entry e, std::size_t column, lang language) {
    using columns = generated::column_table;
    const std::size_t row = row_of_index(e.index(), e.category());
    const std::size_t field = number_at(columns::fields, column);
    std::string_view text;
    switch (static_cast<cell_type>(number_at(columns::types, column))) {
        case cell_type::text: text = generated::text_in(e.kind(), row, field); break;
        case cell_type::localized: text = generated::text_in(e.kind(), row, column_of(field, language)); break;
        case cell_type::title: return put_bold(out, e.title(language), line_of(e.title(language)));
        case cell_type::description: text = e.description(language); break;
        case cell_type::link: return put_link(out, e.link_label(language), e.url(), line_of(e.link_label(language)));
        case cell_type::links: return put_links(out, e, language);
        case cell_type::url:
            text = generated::text_in(e.kind(), row, field);
            return put_link(out, text, text, line_of(text));
        case cell_type::ordinal: return put_number(out, static_cast<int>(row) + 1);
    }
    put_text(out, text, line_of(text));
}

/// A row of a table, with cells that a callable writes by number.
template <class Out, class Cell>
constexpr void put_row(Out& out, std::size_t count, Cell cell) {
    for (std::size_t number = 0; number < count; ++number) {
        put(out, number == 0 ? "| " : " | ");
        cell(number);
    }
    put(out, " |\n");
}

template <class Out>
constexpr void put_heading(Out& out, std::string_view marks, std::string_view number, std::string_view title) {
    put_all(out, marks, " ");
    if (!number.empty()) put_all(out, number, " ");
    put_text(out, title, heading_of(title));
    put(out, "\n\n");
}

/// Whether a category is also a part, and so has the number of the part.
constexpr bool is_part(const category_info& about) noexcept {
    return !about.number().empty() && about.number() == about.part().number();
}

/// Makes each name in the label of a step bold: "**GPTQ** / **AWQ**".
template <class Out>
constexpr void put_label(Out& out, std::string_view label, line around) {
    constexpr std::string_view separator = " / ";
    for (std::size_t end = label.find(separator); end != label.npos; end = label.find(separator)) {
        put_bold(out, part_of(label, 0, end), around);
        put(out, separator);
        label.remove_prefix(end + separator.size());
    }
    put_bold(out, label, around);
}

template <class Out>
constexpr void put_step(Out& out, const reading_step& step, lang language) {
    line around = line_of(step.label(), step.by(), step.note(language));
    if (step.number() > 0) {
        put_number(out, step.number());
        put(out, ". ");
    } else {
        put(out, "- ");
    }
    if (!step.label().empty()) {
        put_label(out, step.label(), around);
        if (!step.by().empty()) {
            put(out, " (");
            put_text(out, step.by(), around);
            put(out, ")");
        }
        put(out, " - ");
    }
    around.begins = step.label().empty();
    put_text(out, step.note(language), around);
    put(out, '\n');
}

template <class Out>
constexpr void put_reading_order(Out& out, lang language) {
    for (const reading_stage& stage : reading_stages) {
        const line around = heading_of(stage.name(language), stage.duration(language));
        put(out, "### ");
        put_text(out, stage.name(language), around);
        put(out, " (");
        put_text(out, stage.duration(language), around);
        put(out, ")\n");
        for (const reading_step& step : stage.steps()) put_step(out, step, language);
        put(out, '\n');
    }
}

/// A URL as people write it.
constexpr std::string_view without_scheme(std::string_view url) noexcept {
    const std::size_t scheme = url.find("://");
    if (scheme == url.npos) return url;
    url.remove_prefix(scheme + 3);
    if (url.find('/') == url.size() - 1) url.remove_suffix(1);
    return url;
}

constexpr bool is_elsewhere(entry e) noexcept { return !e.current_url().empty() && e.current_url() != e.url(); }

/// Whether the entry has notes; an unknown status alone does not count.
constexpr bool has_notes(entry e) noexcept {
    const bool has_changed = e.status() != link_status::active && e.status() != link_status::unknown;
    return has_changed || is_elsewhere(e) || !e.status_note().empty() || !e.corrections().empty();
}

/// The heading of the notes, with the month of the facts if it is known.
template <class Out>
constexpr void put_notes_heading(Out& out, std::string_view title, std::string_view as_of) {
    put(out, "## ");
    put_text(out, title.empty() ? "Notes and corrections" : title, heading_of(title));
    if (!as_of.empty()) put_all(out, " (", as_of, ")");
    put(out, "\n\n");
}

/// An item of the notes, with nested items for the state and each correction.
template <class Out>
constexpr void put_notes(Out& out, entry e, lang language) {
    const std::string_view note = e.status_note(language);
    put(out, "- ");
    put_bold(out, e.title(language), line_of(e.title(language)));
    if (e.status() != link_status::active) put_all(out, " (`", to_string(e.status()), "`)");
    put(out, '\n');
    if (is_elsewhere(e) || !note.empty()) {
        const std::string_view label = is_elsewhere(e) ? without_scheme(e.current_url()) : "";
        line around = line_of(label, note);
        put(out, "    - ");
        if (is_elsewhere(e)) {
            put(out, "\342\206\222 ");  // an arrow
            put_link(out, label, e.current_url(), around);
            if (!note.empty()) put(out, " - ");
        }
        around.begins = !is_elsewhere(e);
        put_text(out, note, around);
        put(out, '\n');
    }
    for (const correction c : e.corrections()) {
        put_all(out, "    - `", c.cell(), "`: ");
        put_text(out, c.fact(language), line_of(c.fact(language)));
        put(out, '\n');
    }
}

}  // namespace detail::markdown

/// Writes a category: its heading, and its table with links as [label](url) and the name of each record in bold. The
/// output is Markdown with GitHub's tables; anything that readers would treat as markup is escaped. Writes nothing for
/// a value that is not a category. Returns the iterator past the last character; throws only what writing to it throws.
template <detail::character_output Out>
constexpr Out write_markdown(Out out, category id, lang language = {}) {
    namespace markdown = detail::markdown;
    if (static_cast<std::size_t>(id) >= categories.size()) return out;
    const category_info& about = info(id);
    markdown::put_heading(out, markdown::is_part(about) ? "##" : "###", about.number(), about.title(language));
    const std::size_t count = about.column_count();
    markdown::put_row(out, count, [&](std::size_t number) {
        const std::string_view heading = about.column(number, language);
        markdown::put_text(out, heading, markdown::line_of(heading));
    });
    markdown::put_row(out, count, [&](std::size_t) { detail::put(out, "---"); });
    for (const entry e : entries_in(id)) {
        markdown::put_row(out, count, [&](std::size_t number) {
            markdown::put_cell(out, e, detail::column_row(id, number), language);
        });
    }
    detail::put(out, '\n');
    return out;
}

/// Writes the whole catalogue: title, parts, the table of every category, reading order.
template <detail::character_output Out>
constexpr Out write_markdown(Out out, lang language = {}) {
    namespace markdown = detail::markdown;
    detail::put(out, "# ");
    markdown::put_text(out, catalog_title(language), markdown::heading_of(catalog_title(language)));
    detail::put(out, "\n\n");
    for (const part_info& part : parts) {
        bool is_category = false;
        for (const category_info& about : categories) {
            is_category = is_category || (markdown::is_part(about) && about.part() == part);
        }
        if (!is_category) markdown::put_heading(out, "##", part.number(), part.title(language));
        for (const category_info& about : categories) {
            if (about.part() == part) out = write_markdown(static_cast<Out&&>(out), about.id(), language);
        }
    }
    markdown::put_reading_order(out, language);
    return out;
}

/// Writes the corrections and link status, as of `facts_as_of`: for each entry with notes, its current address, its
/// state, and the corrections of its cells. `write_markdown` writes none of these, because the cells stay unchanged.
template <detail::character_output Out>
constexpr Out write_markdown_notes(Out out, lang language = {}) {
    namespace markdown = detail::markdown;
    using texts = generated::catalog_table;
    const std::string_view title = detail::text<texts>(0, detail::column_of(texts::column_::notes_title, language));
    markdown::put_notes_heading(out, title, facts_as_of);
    for (const category_info& about : categories) {
        bool has_heading = false;
        for (const entry e : entries_in(about.id())) {
            if (!markdown::has_notes(e)) continue;
            if (!has_heading) markdown::put_heading(out, "###", about.number(), about.title(language));
            has_heading = true;
            markdown::put_notes(out, e, language);
        }
        if (has_heading) detail::put(out, '\n');
    }
    return out;
}

}  // namespace refcatalog

#endif
