#ifndef REFCATALOG_ENTRY_HPP
#define REFCATALOG_ENTRY_HPP

#include <refcatalog/categories.hpp>
#include <refcatalog/detail/place.hpp>
#include <refcatalog/detail/sequence_view.hpp>
#include <refcatalog/records.hpp>
#include <refcatalog/upkeep.hpp>

#include <compare>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace refcatalog {

namespace detail {
struct entry_sequence;

template <class Visitor, class... Records>
inline constexpr bool visits_noexcept = (std::is_nothrow_invocable_v<Visitor, const Records&> && ...);
template <class Visitor>
inline constexpr bool visits_any_noexcept =
    visits_noexcept<Visitor, paper, repository, dataset, course, blog, post, community, book, tool>;

/// The base of an entry. A template of the type of a year, so that compilers instantiate std::optional<int>, which
/// costs g++ as much as all else in this header, only for a program that asks for a year.
template <class Entry, class Year = int>
class dated {
public:
    /// The year of a paper, nothing for other records.
    constexpr std::optional<Year> year() const noexcept {
        // Constructed in place, since conversions to optional are costly to compile.
        const paper* const found = static_cast<const Entry&>(*this).template get_if<paper>();
        return found != nullptr ? std::optional<Year>{std::in_place, found->year()} : std::optional<Year>{};
    }

protected:
    constexpr dated() noexcept = default;
};
}  // namespace detail

/// Any record of the catalogue, whatever its kind: a handle of at most four bytes, ordered as in the appendix.
/// Every text is UTF-8, lives as long as the program, and is followed by a NUL. All functions take constant time.
class entry : public detail::dated<entry> {
public:
    /// Every record converts to its entry.
    template <class Table, record_kind Kind>
    constexpr entry(const detail::record<Table, Kind>& record) noexcept : entry{record.entry_index()} {}

    /// The place in the appendix, from 0 to entries.size() - 1.
    constexpr std::size_t index() const noexcept { return index_; }

    /// Which class of record this is.
    constexpr record_kind kind() const noexcept { return info(category()).kind(); }

    /// The section of the appendix that holds it.
    constexpr refcatalog::category category() const noexcept {
        return static_cast<refcatalog::category>(detail::number_at(generated::entry_table::categories, index_));
    }

    /// The stable slug, unique over the whole catalogue: words of a-z and 0-9 joined by '-'. Never empty.
    constexpr std::string_view key() const noexcept { return text(cell::key); }

    /// The title, or the name of what has no title. Never empty.
    constexpr std::string_view title(lang language = lang::ko) const noexcept {
        return text(language == lang::ko ? cell::title_ko : cell::title_en);
    }

    /// Who made it: authors, author or organization, instructors, or the provider of a course without instructors;
    /// empty where the appendix names nobody.
    constexpr std::string_view by(lang language = lang::ko) const noexcept {
        return text(language == lang::ko ? cell::by_ko : cell::by_en);
    }

    /// What it is, in a line: the summary of a paper, the topic, content, features or purpose of others. Never empty.
    constexpr std::string_view description(lang language = lang::ko) const noexcept {
        return text(language == lang::ko ? cell::description_ko : cell::description_en);
    }

    /// The text of the link cell as in the appendix, be it Korean; empty where there is no such cell.
    constexpr std::string_view link_label() const noexcept { return text(cell::link_label_ko); }

    /// The text of the link cell in a language of choice.
    constexpr std::string_view link_label_in(lang language) const noexcept {
        return text(language == lang::ko ? cell::link_label_ko : cell::link_label_en);
    }

    /// Where it is to be found, http or https; empty where the appendix has no link.
    constexpr std::string_view url() const noexcept { return text(cell::url); }

    // The facts beyond the appendix, as of `facts_as_of`.

    /// What has become of it. Papers are always active.
    constexpr link_status status() const noexcept { return detail::upkeep::status(index()); }

    /// Where it is now, the same as `url()` where nothing changed; empty where that is not known.
    constexpr std::string_view current_url() const noexcept { return detail::upkeep::current_url(index(), url()); }

    /// What else is known of its state, in a sentence; empty for many.
    constexpr std::string_view status_note(lang language = lang::ko) const noexcept {
        return detail::upkeep::note(index(), language);
    }

    /// What the appendix gets wrong about it; empty for most.
    constexpr correction_view corrections() const noexcept { return detail::upkeep::corrections(index()); }

    /// The record itself, null where it is of another kind.
    template <class Record>
    constexpr const Record* get_if() const noexcept {
        return kind() == Record::kind() ? &detail::table_of<Record::kind()>()[row()] : nullptr;
    }

    friend constexpr bool operator==(entry left, entry right) noexcept { return left.index_ == right.index_; }
    friend constexpr auto operator<=>(entry left, entry right) noexcept { return left.index_ <=> right.index_; }

private:
    friend detail::entry_sequence;
    template <class Visitor>
    friend constexpr decltype(auto) visit(Visitor&& visitor, entry e) noexcept(detail::visits_any_noexcept<Visitor>);

    // The columns that every table has, be they empty, in the order of its array `common`.
    enum class cell {
        key,
        title_ko,
        title_en,
        by_ko,
        by_en,
        description_ko,
        description_en,
        link_label_ko,
        link_label_en,
        url
    };

    constexpr explicit entry(std::size_t index) noexcept
        : index_{static_cast<generated::entry_table::index_type>(index)} {}

    constexpr std::size_t row() const noexcept { return detail::row_of_index(index(), category()); }

    constexpr std::string_view text(cell which) const noexcept {
        using detail::text;
        using namespace generated;
        const std::size_t at = row();
        const auto column = static_cast<std::size_t>(which);
        switch (kind()) {
            case record_kind::paper: return text<paper_table>(at, paper_table::common[column]);
            case record_kind::repository: return text<repository_table>(at, repository_table::common[column]);
            case record_kind::dataset: return text<dataset_table>(at, dataset_table::common[column]);
            case record_kind::course: return text<course_table>(at, course_table::common[column]);
            case record_kind::blog: return text<blog_table>(at, blog_table::common[column]);
            case record_kind::post: return text<post_table>(at, post_table::common[column]);
            case record_kind::community: return text<community_table>(at, community_table::common[column]);
            case record_kind::book: return text<book_table>(at, book_table::common[column]);
            case record_kind::tool: break;
        }
        return text<tool_table>(at, tool_table::common[column]);
    }

    generated::entry_table::index_type index_;
};

/// Calls the visitor with the record of the entry, a `const paper&` or whatever it is, and returns what it returns;
/// the result must be of one type for all kinds. Throws only what the visitor throws.
template <class Visitor>
constexpr decltype(auto) visit(Visitor&& visitor, entry e) noexcept(detail::visits_any_noexcept<Visitor>) {
    switch (e.kind()) {
        case record_kind::paper: return static_cast<Visitor&&>(visitor)(papers[e.row()]);
        case record_kind::repository: return static_cast<Visitor&&>(visitor)(repositories[e.row()]);
        case record_kind::dataset: return static_cast<Visitor&&>(visitor)(datasets[e.row()]);
        case record_kind::course: return static_cast<Visitor&&>(visitor)(courses[e.row()]);
        case record_kind::blog: return static_cast<Visitor&&>(visitor)(blogs[e.row()]);
        case record_kind::post: return static_cast<Visitor&&>(visitor)(posts[e.row()]);
        case record_kind::community: return static_cast<Visitor&&>(visitor)(communities[e.row()]);
        case record_kind::book: return static_cast<Visitor&&>(visitor)(books[e.row()]);
        case record_kind::tool: break;
    }
    return static_cast<Visitor&&>(visitor)(tools[e.row()]);
}

namespace detail {
/// Makes an entry of its index: the sequence of all entries.
struct entry_sequence {
    static constexpr entry at(std::size_t index) noexcept { return entry{index}; }
};
}  // namespace detail

/// A stretch of the catalogue: a random access view of `entry` objects.
using entry_view = detail::sequence_view<detail::entry_sequence>;

/// All entries, in the order of the appendix.
inline constexpr entry_view entries{0, generated::entry_table::size};

/// The entries of a category; empty for a value that is no category. Constant time.
constexpr entry_view entries_in(category id) noexcept {
    using columns = generated::category_table;
    const auto index = static_cast<std::size_t>(id);
    if (index >= columns::size) return {};
    return {columns::first_entry[index], columns::first_entry[index + 1]};
}

}  // namespace refcatalog

#endif
