#ifndef REFCATALOG_CITATION_HPP
#define REFCATALOG_CITATION_HPP

#include <refcatalog/detail/rows.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/entry.hpp>
#include <refcatalog/generated/citations.hpp>
#include <refcatalog/lists.hpp>
#include <refcatalog/record.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace refcatalog {

/// How a record was published.
enum class publication_type : std::uint8_t { article, preprint, report, software, blog_post };

/// The enumerator's own name, as in "preprint"; empty for a value that is none of them.
constexpr std::string_view to_string(publication_type type) noexcept {
    switch (type) {
        case publication_type::article: return "article";
        case publication_type::preprint: return "preprint";
        case publication_type::report: return "report";
        case publication_type::software: return "software";
        case publication_type::blog_post: return "blog_post";
    }
    return "";
}

/// A record as it was published, which is more, and now and then other, than the catalogue says of it. Source: the
/// citations in the records' files of data/. Texts are UTF-8, live as long as the program, and are followed by a NUL.
class citation : public detail::row<generated::entry_table> {
    using columns = generated::citation_table;
    using column = columns::column_;

public:
    /// Whether it is an article of a conference or journal, a preprint, or something else.
    constexpr publication_type type() const noexcept {
        return static_cast<publication_type>(detail::number_at(columns::types, citation_row()));
    }

    /// The title in full.
    constexpr std::string_view title() const noexcept {
        const std::string_view given = text(column::title);
        return given.empty() ? detail::entry_sequence::at(row_()).title() : given;
    }

    /// All authors, in order, each as in "Aidan N. Gomez".
    constexpr text_list_view authors() const noexcept {
        return detail::listed<text_list_view>(columns::first_author, citation_row());
    }

    /// The family name of an author, by place in `authors()`; empty where it is in doubt, or the author is no person.
    constexpr std::string_view family_name(std::size_t author) const noexcept {
        const std::size_t position = detail::number_at(columns::first_author, citation_row()) + author;
        const std::size_t begin = detail::number_at(columns::family_begin, position - columns::first_name);
        if (begin == 0) return "";
        const std::string_view name = detail::text_list::at(position);
        return {name.data() + begin, name.size() - begin};
    }

    /// The conference, journal or institution, as in "NeurIPS"; empty for a preprint.
    constexpr std::string_view venue() const noexcept { return text(column::venue); }

    /// Whether the venue is a journal.
    constexpr bool in_journal() const noexcept { return detail::number_at(columns::journals, citation_row()) != 0; }

    /// The year of the venue, else that of the preprint; 0 where neither is known.
    constexpr int year() const noexcept {
        return detail::number_in(columns::year_values, columns::year_base, citation_row());
    }

    /// As in "1706.03762"; empty where there is no preprint on arXiv.
    constexpr std::string_view arxiv_id() const noexcept { return text(column::arxiv_id); }

    /// As in "10.1145/3600006.3613165"; empty where none is known.
    constexpr std::string_view doi() const noexcept { return text(column::doi); }

    /// The `url()` of the record.
    constexpr std::string_view url() const noexcept { return detail::entry_sequence::at(row_()).url(); }

private:
    friend detail::rows;
    constexpr citation() noexcept = default;

    constexpr std::size_t citation_row() const noexcept { return detail::number_at(columns::rows, row_()); }
    constexpr std::string_view text(std::size_t field) const noexcept {
        return detail::text<columns>(citation_row(), field);
    }
};

template <class Table, record_kind Kind>
constexpr refcatalog::citation detail::record<Table, Kind>::citation() const noexcept {
    return rows::one<refcatalog::citation>(entry_index());
}

constexpr refcatalog::citation entry::citation() const noexcept {
    return detail::rows::one<refcatalog::citation>(index());
}

}  // namespace refcatalog

#endif
