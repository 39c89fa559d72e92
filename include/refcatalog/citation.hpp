#ifndef REFCATALOG_CITATION_HPP
#define REFCATALOG_CITATION_HPP

#include <refcatalog/detail/rows.hpp>
#include <refcatalog/detail/sequence_view.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/citations.hpp>
#include <refcatalog/generated/papers.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace refcatalog {

/// How a paper was published.
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

namespace detail {

/// The authors of all papers, paper by paper.
struct author_sequence {
    static constexpr std::string_view at(std::size_t position) noexcept {
        return text<generated::author_table>(row_at(position), generated::author_table::column_::name);
    }
    static constexpr std::size_t row_at(std::size_t position) noexcept {
        return number_at(generated::citation_table::authors, position);
    }
};

}  // namespace detail

/// The authors of a paper: a random access view of `std::string_view`.
using author_view = detail::sequence_view<detail::author_sequence>;

/// A paper as it was published, which is more, and now and then other, than the catalogue says of it. Source: the
/// citations in data/papers.toml. Texts are UTF-8, live as long as the program, and are followed by a NUL.
class citation : public detail::row<generated::citation_table> {
    using columns = generated::citation_table;
    using column = columns::column_;

public:
    /// Whether it is an article of a conference or journal, a preprint, or something else.
    constexpr publication_type type() const noexcept {
        return static_cast<publication_type>(detail::number_at(columns::types, row_()));
    }

    /// The title in full.
    constexpr std::string_view title() const noexcept {
        const std::string_view given = text_(column::title);
        return given.empty() ? detail::text<original>(row_(), original::column_::title) : given;
    }

    /// All authors, in order, each as in "Aidan N. Gomez".
    constexpr author_view authors() const noexcept {
        return {detail::number_at(columns::first_author, row_()), detail::number_at(columns::first_author, row_() + 1)};
    }

    /// The family name of an author, by place in `authors()`; empty where it is in doubt, or the author is not a person.
    constexpr std::string_view family_name(std::size_t author) const noexcept {
        const std::size_t position = detail::number_at(columns::first_author, row_()) + author;
        const std::size_t begin =
            detail::number_at(generated::author_table::family_begin, detail::author_sequence::row_at(position));
        if (begin == 0) return "";
        const std::string_view name = detail::author_sequence::at(position);
        return {name.data() + begin, name.size() - begin};
    }

    /// The conference, journal or institution, as in "NeurIPS"; empty for a preprint.
    constexpr std::string_view venue() const noexcept { return text_(column::venue); }

    /// Whether the venue is a journal.
    constexpr bool in_journal() const noexcept { return detail::number_at(columns::journals, row_()) != 0; }

    /// The year of the venue, else that of the preprint; 0 where neither is known.
    constexpr int year() const noexcept { return detail::number_at(columns::years, row_()); }

    /// As in "1706.03762"; empty where there is no preprint on arXiv.
    constexpr std::string_view arxiv_id() const noexcept { return text_(column::arxiv_id); }

    /// As in "10.1145/3600006.3613165"; empty where none is known.
    constexpr std::string_view doi() const noexcept { return text_(column::doi); }

    /// The arXiv abstract page, or the official page where there is none: the `url()` of the paper.
    constexpr std::string_view url() const noexcept { return detail::text<original>(row_(), original::column_::url); }

private:
    using original = generated::paper_table;

    friend detail::rows;
    constexpr citation() noexcept = default;
};

}  // namespace refcatalog

#endif
