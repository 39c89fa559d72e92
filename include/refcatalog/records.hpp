#ifndef REFCATALOG_RECORDS_HPP
#define REFCATALOG_RECORDS_HPP

#include <refcatalog/citation.hpp>
#include <refcatalog/detail/place.hpp>
#include <refcatalog/detail/rows.hpp>
#include <refcatalog/generated/blogs.hpp>
#include <refcatalog/generated/books.hpp>
#include <refcatalog/generated/categories.hpp>
#include <refcatalog/generated/communities.hpp>
#include <refcatalog/generated/courses.hpp>
#include <refcatalog/generated/datasets.hpp>
#include <refcatalog/generated/papers.hpp>
#include <refcatalog/generated/posts.hpp>
#include <refcatalog/generated/repositories.hpp>
#include <refcatalog/generated/tools.hpp>
#include <refcatalog/lang.hpp>
#include <refcatalog/record_kind.hpp>
#include <refcatalog/upkeep.hpp>

#include <array>
#include <cstddef>
#include <string_view>

// The nine kinds of record and their tables. Every object is a small handle that shows one row of static storage: copy
// it freely. Every text is UTF-8, lives as long as the program, and is followed by a NUL, so that text.data() is a C
// string. A text accessor costs two array reads. Texts come from the file of data/ that is named at each class; a text
// without a language parameter is the same in both.

namespace refcatalog {

class entry;

namespace detail {

/// What all kinds of record have in common.
template <class Table, record_kind Kind>
class record : public row<Table> {
public:
    /// The kind, which is the same for all records of one class.
    static constexpr record_kind kind() noexcept { return Kind; }

    /// The stable slug, unique over the whole catalogue: words of a-z and 0-9 joined by '-'. Never empty.
    constexpr std::string_view key() const noexcept { return this->text(Table::key); }

    /// The section of the appendix that holds the record.
    constexpr refcatalog::category category() const noexcept {
        return static_cast<refcatalog::category>(number_at(Table::categories, this->index()));
    }

    /// The text of the link cell as in the appendix, be it Korean; empty where there is no such cell.
    constexpr std::string_view link_label() const noexcept { return this->text(Table::link_label_ko); }

    /// The text of the link cell in a language of choice.
    constexpr std::string_view link_label_in(lang language) const noexcept {
        return this->text(language, Table::link_label_ko, Table::link_label_en);
    }

    /// Where the link leads, http or https; empty where the cell is plain text or absent.
    constexpr std::string_view url() const noexcept { return this->text(Table::url); }

    // The facts beyond the appendix, as of `facts_as_of`.

    /// What has become of it. Papers are always active.
    constexpr link_status status() const noexcept { return upkeep::status(entry_index()); }

    /// Where it is now, the same as `url()` where nothing changed; empty where that is not known.
    constexpr std::string_view current_url() const noexcept { return upkeep::current_url(entry_index(), url()); }

    /// What else is known of its state, in a sentence; empty for many.
    constexpr std::string_view status_note(lang language = lang::ko) const noexcept {
        return upkeep::note(entry_index(), language);
    }

    /// What the appendix gets wrong about it; empty for most.
    constexpr correction_view corrections() const noexcept { return upkeep::corrections(entry_index()); }

protected:
    constexpr record() noexcept = default;

private:
    friend entry;

    constexpr std::size_t entry_index() const noexcept { return index_of_row(this->index(), category()); }
};

}  // namespace detail

/// A paper. Source: data/papers.toml. `url()` is its arXiv abstract page, or the official page where there is none;
/// `link_label()` is empty.
class paper : public detail::record<generated::paper_table, record_kind::paper> {
    using columns = generated::paper_table;

public:
    /// The number in the appendix, from 1 to papers.size().
    constexpr int number() const noexcept { return static_cast<int>(index()) + 1; }

    /// The title as the appendix gives it, as in "LoRA: Low-Rank Adaptation of Large Language Models".
    constexpr std::string_view title() const noexcept { return text(columns::title); }

    /// What the paper is called for short, as in "LoRA"; the title where there is no shorter name.
    constexpr std::string_view short_title() const noexcept { return text(columns::short_title); }

    /// The authors as the appendix cites them, as in "Hu et al.".
    constexpr std::string_view authors() const noexcept { return text(columns::authors); }

    /// The year that the appendix gives, between first_year and last_year.
    constexpr int year() const noexcept { return columns::first_year + detail::number_at(columns::years, index()); }

    /// What the paper is about, in a line.
    constexpr std::string_view summary(lang language = lang::ko) const noexcept {
        return text(language, columns::summary_ko, columns::summary_en);
    }

    /// What the paper added to the field, in a line.
    constexpr std::string_view contribution(lang language = lang::ko) const noexcept {
        return text(language, columns::contribution_ko, columns::contribution_en);
    }

    /// The paper as it was published: full title, all authors, venue, identifiers.
    constexpr refcatalog::citation citation() const noexcept {
        return detail::rows::one<refcatalog::citation>(index());
    }

private:
    friend detail::rows;
    constexpr paper() noexcept = default;
};

/// An open-source repository. Source: data/repositories.toml.
class repository : public detail::record<generated::repository_table, record_kind::repository> {
    using columns = generated::repository_table;

public:
    /// The name of the project.
    constexpr std::string_view name() const noexcept { return text(columns::name); }

    /// What it is, in a line.
    constexpr std::string_view description(lang language = lang::ko) const noexcept {
        return text(language, columns::description_ko, columns::description_en);
    }

private:
    friend detail::rows;
    constexpr repository() noexcept = default;
};

/// A dataset or benchmark. Source: data/datasets.toml.
class dataset : public detail::record<generated::dataset_table, record_kind::dataset> {
    using columns = generated::dataset_table;

public:
    /// The name of the dataset.
    constexpr std::string_view name() const noexcept { return text(columns::name); }

    /// What it is, in a line.
    constexpr std::string_view description(lang language = lang::ko) const noexcept {
        return text(language, columns::description_ko, columns::description_en);
    }

private:
    friend detail::rows;
    constexpr dataset() noexcept = default;
};

/// A university course or an online course. Source: data/courses.toml.
class course : public detail::record<generated::course_table, record_kind::course> {
    using columns = generated::course_table;

public:
    /// The title of the course.
    constexpr std::string_view title() const noexcept { return text(columns::title); }

    /// The university or platform that gives it.
    constexpr std::string_view provider() const noexcept { return text(columns::provider); }

    /// Who teaches it; empty for an online course.
    constexpr std::string_view instructors(lang language = lang::ko) const noexcept {
        return text(language, columns::instructors_ko, columns::instructors_en);
    }

    /// The topic of a university course, the features of an online course.
    constexpr std::string_view topic(lang language = lang::ko) const noexcept {
        return text(language, columns::topic_ko, columns::topic_en);
    }

private:
    friend detail::rows;
    constexpr course() noexcept = default;
};

/// A blog, in English or of a Korean company. Source: data/blogs.toml.
class blog : public detail::record<generated::blog_table, record_kind::blog> {
    using columns = generated::blog_table;

public:
    /// The name of the blog.
    constexpr std::string_view name() const noexcept { return text(columns::name); }

    /// The person or organization that writes it.
    constexpr std::string_view author(lang language = lang::ko) const noexcept {
        return text(language, columns::author_ko, columns::author_en);
    }

    /// What it is known for.
    constexpr std::string_view content(lang language = lang::ko) const noexcept {
        return text(language, columns::content_ko, columns::content_en);
    }

private:
    friend detail::rows;
    constexpr blog() noexcept = default;
};

/// A blog post that the appendix counts as essential. Source: data/posts.toml.
class post : public detail::record<generated::post_table, record_kind::post> {
    using columns = generated::post_table;

public:
    /// The title of the post.
    constexpr std::string_view title() const noexcept { return text(columns::title); }

    /// The person or organization that wrote it.
    constexpr std::string_view author() const noexcept { return text(columns::author); }

    /// What it explains.
    constexpr std::string_view topic(lang language = lang::ko) const noexcept {
        return text(language, columns::topic_ko, columns::topic_en);
    }

private:
    friend detail::rows;
    constexpr post() noexcept = default;
};

/// A Korean open-source project or community. Source: data/communities.toml.
class community : public detail::record<generated::community_table, record_kind::community> {
    using columns = generated::community_table;

public:
    /// The name of the project or community.
    constexpr std::string_view name(lang language = lang::ko) const noexcept {
        return text(language, columns::name_ko, columns::name_en);
    }

    /// What it is, in a line.
    constexpr std::string_view description(lang language = lang::ko) const noexcept {
        return text(language, columns::description_ko, columns::description_en);
    }

private:
    friend detail::rows;
    constexpr community() noexcept = default;
};

/// A Korean book or course text. Source: data/books.toml. Where the appendix names a publisher in place of a link,
/// that is the `link_label()`.
class book : public detail::record<generated::book_table, record_kind::book> {
    using columns = generated::book_table;

public:
    /// The title; in English a translation, or the title of the original.
    constexpr std::string_view title(lang language = lang::ko) const noexcept {
        return text(language, columns::title_ko, columns::title_en);
    }

    /// Who wrote it.
    constexpr std::string_view author(lang language = lang::ko) const noexcept {
        return text(language, columns::author_ko, columns::author_en);
    }

    /// What sets it apart.
    constexpr std::string_view features(lang language = lang::ko) const noexcept {
        return text(language, columns::features_ko, columns::features_en);
    }

private:
    friend detail::rows;
    constexpr book() noexcept = default;
};

/// A tool or service. Source: data/tools.toml.
class tool : public detail::record<generated::tool_table, record_kind::tool> {
    using columns = generated::tool_table;

public:
    /// The name of the tool.
    constexpr std::string_view name() const noexcept { return text(columns::name); }

    /// What it is for.
    constexpr std::string_view purpose(lang language = lang::ko) const noexcept {
        return text(language, columns::purpose_ko, columns::purpose_en);
    }

private:
    friend detail::rows;
    constexpr tool() noexcept = default;
};

// The tables, each in the order of the appendix, so that the records of a category stand together.

/// The papers.
inline constexpr std::array<paper, generated::paper_table::size> papers = detail::rows::all<paper>();
/// The repositories.
inline constexpr std::array<repository, generated::repository_table::size> repositories =
    detail::rows::all<repository>();
/// The datasets and benchmarks.
inline constexpr std::array<dataset, generated::dataset_table::size> datasets = detail::rows::all<dataset>();
/// The courses.
inline constexpr std::array<course, generated::course_table::size> courses = detail::rows::all<course>();
/// The blogs.
inline constexpr std::array<blog, generated::blog_table::size> blogs = detail::rows::all<blog>();
/// The blog posts.
inline constexpr std::array<post, generated::post_table::size> posts = detail::rows::all<post>();
/// The communities.
inline constexpr std::array<community, generated::community_table::size> communities = detail::rows::all<community>();
/// The books.
inline constexpr std::array<book, generated::book_table::size> books = detail::rows::all<book>();
/// The tools and services.
inline constexpr std::array<tool, generated::tool_table::size> tools = detail::rows::all<tool>();

namespace detail {

/// The table of a kind.
template <record_kind Kind>
constexpr const auto& table_of() noexcept {
    if constexpr (Kind == record_kind::paper) return papers;
    else if constexpr (Kind == record_kind::repository) return repositories;
    else if constexpr (Kind == record_kind::dataset) return datasets;
    else if constexpr (Kind == record_kind::course) return courses;
    else if constexpr (Kind == record_kind::blog) return blogs;
    else if constexpr (Kind == record_kind::post) return posts;
    else if constexpr (Kind == record_kind::community) return communities;
    else if constexpr (Kind == record_kind::book) return books;
    else return tools;
}

}  // namespace detail
}  // namespace refcatalog

#endif
