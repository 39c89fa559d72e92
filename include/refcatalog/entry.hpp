// Any record of the catalogue, whatever its kind, and the sequence of all of them.
#ifndef REFCATALOG_ENTRY_HPP
#define REFCATALOG_ENTRY_HPP

#include <refcatalog/categories.hpp>
#include <refcatalog/detail/place.hpp>
#include <refcatalog/detail/sequence_view.hpp>
#include <refcatalog/lists.hpp>
#include <refcatalog/records.hpp>
#include <refcatalog/upkeep.hpp>

#include <compare>
#include <cstddef>
#include <optional>
#include <string_view>

namespace refcatalog {

namespace detail {
struct entry_sequence;

/// The base of an entry. It is a template over the type of a year, so that compilers instantiate std::optional<int> and
/// citation, the most costly parts of this header for g++, only for a program that uses them.
template <class Entry, class Year = int>
class entry_base {
public:
    /// Its citation; <refcatalog/citation.hpp> defines the class.
    constexpr refcatalog::citation citation() const noexcept;

    /// The year in the date field of its kind; std::nullopt if not given.
    constexpr std::optional<Year> year() const noexcept {
        using dates = generated::date_table;
        const int found = number_in(dates::year_values, dates::year_base, static_cast<const Entry*>(this)->index());
        // Constructed in place, because conversions to optional are costly to compile.
        return found != 0 ? std::optional<Year>{std::in_place, found} : std::optional<Year>{};
    }

protected:
    constexpr entry_base() noexcept = default;
};
}  // namespace detail

/// Any record of the catalogue, whatever its kind: a handle of at most four bytes, ordered as in the catalogue.
/// Every text is UTF-8, lives as long as the program, and is followed by a NUL. All functions take constant time.
class entry : public detail::entry_base<entry> {
public:
    /// Every record converts to its entry.
    template <class Table, record_kind Kind>
    constexpr entry(const detail::record<Table, Kind>& record) noexcept : entry{record.entry_index()} {}

    /// Its place in the catalogue, from 0 to entries.size() - 1.
    constexpr std::size_t index() const noexcept { return index_; }

    /// The kind of the record, which determines its class.
    constexpr record_kind kind() const noexcept { return info(category()).kind(); }

    /// The category that holds it.
    constexpr refcatalog::category category() const noexcept {
        return static_cast<refcatalog::category>(detail::number_at(generated::entry_table::categories, index_));
    }

    /// The stable key, one word that is unique over the whole catalogue. Never empty.
    constexpr std::string_view key() const noexcept { return text(cell::key); }

    /// The field that its kind names as the title, such as `title` or `name`; the key if the record does not give it.
    constexpr std::string_view title(lang language = {}) const noexcept { return text(cell::title, language); }

    /// Its authors, organization, provider or the like: the first given field of those that its kind names for this;
    /// empty if none is given.
    constexpr std::string_view by(lang language = {}) const noexcept { return text(cell::by, language); }

    /// Its description in a line, chosen in the same way.
    constexpr std::string_view description(lang language = {}) const noexcept {
        return text(cell::description, language);
    }

    /// The label of the link; empty if not given.
    constexpr std::string_view link_label(lang language = {}) const noexcept {
        return text(cell::link_label, language);
    }

    /// Its address, an absolute URL of any scheme; empty if not given.
    constexpr std::string_view url() const noexcept { return text(cell::url); }

    /// Further keys that `find` and `get` accept.
    constexpr text_list_view aliases() const noexcept { return detail::lists_of::aliases(index()); }

    /// The tags by which `tagged` finds it, in the order of the data.
    constexpr text_list_view tags() const noexcept { return detail::lists_of::tags(index()); }

    /// Further links, in the order of the data.
    constexpr link_view links() const noexcept { return detail::lists_of::links(index()); }

    // Upkeep, as of `facts_as_of`.

    /// The state of the resource; active by default.
    constexpr link_status status() const noexcept { return detail::upkeep::status(index()); }

    /// The address that the data give as the current one, or else `url()`; but if only `url()` is given, empty for a
    /// resource whose status is closed or unknown.
    constexpr std::string_view current_url() const noexcept { return detail::upkeep::current_url(index(), url()); }

    /// A sentence with further facts about its state; empty for many entries.
    constexpr std::string_view status_note(lang language = {}) const noexcept {
        return detail::upkeep::note(index(), language);
    }

    /// The facts that correct its cells; empty for most entries.
    constexpr correction_view corrections() const noexcept { return detail::upkeep::corrections(index()); }

    /// A pointer to the record; null if it is of another kind.
    template <class Record>
    constexpr const Record* get_if() const noexcept {
        return kind() == Record::kind() ? &generated::table_of<Record::kind()>()[row()] : nullptr;
    }

    friend constexpr bool operator==(entry left, entry right) noexcept { return left.index_ == right.index_; }
    friend constexpr auto operator<=>(entry left, entry right) noexcept { return left.index_ <=> right.index_; }

private:
    friend detail::entry_sequence;
    template <class Visitor>
    friend constexpr decltype(auto) visit(Visitor&& visitor, entry e) noexcept(generated::visits_any_noexcept<Visitor>);

    // The texts that every record has, localized ones once for each language, in the order of common_table.
    enum class cell : std::size_t {
        key,
        url,
        title,
        by = title + languages.size(),
        description = by + languages.size(),
        link_label = description + languages.size()
    };

    template <std::size_t Most>
    friend class match_list;

    constexpr entry() noexcept = default;
    constexpr explicit entry(std::size_t index) noexcept
        : index_{static_cast<generated::entry_table::index_type>(index)} {}

    constexpr std::size_t row() const noexcept { return detail::row_of_index(index(), category()); }

    constexpr std::string_view text(cell which, lang language = {}) const noexcept {
        using common = generated::common_table;
        const std::size_t first = static_cast<std::size_t>(kind()) * common::count + static_cast<std::size_t>(which);
        const std::size_t column = detail::number_at(common::columns, detail::column_of(first, language));
        return generated::text_in(kind(), row(), column);
    }

    generated::entry_table::index_type index_ = 0;
};

/// Calls the visitor with a const reference to the record of the entry, and returns the result, which must have the
/// same type for all kinds. Throws only what the visitor throws.
template <class Visitor>
constexpr decltype(auto) visit(Visitor&& visitor, entry e) noexcept(generated::visits_any_noexcept<Visitor>) {
    return generated::visit(static_cast<Visitor&&>(visitor), e.kind(), e.row());
}

/// Calls `function(std::string_view name, value)` for every field of the record's kind, in the order of their
/// declaration in data/kinds.toml, whether the record gives it or not. The value is that of the field's accessor, so
/// its type differs from field to field. Throws only what the function throws.
template <class Record, class Function, record_kind = Record::kind()>
constexpr void for_each_field(const Record& record, Function&& function, lang language = {}) {
    generated::for_each_field<Record::kind()>(record, function, language);
}

/// Does the same for the record of an entry; the function must accept the fields of all kinds.
template <class Function>
constexpr void for_each_field(entry e, Function&& function, lang language = {}) {
    visit([&](const auto& record) { for_each_field(record, function, language); }, e);
}

namespace detail {
/// The sequence of all entries: makes an entry from its index.
struct entry_sequence {
    using value_type = entry;
    static constexpr entry at(std::size_t index) noexcept { return entry{index}; }
};

constexpr entry entry_list::at(std::size_t position) noexcept {
    return entry_sequence::at(number_at(generated::entry_list_table::items, position));
}
}  // namespace detail

/// Consecutive entries of the catalogue: a random access view of `entry` objects.
using entry_view = detail::sequence_view<detail::entry_sequence>;

/// All entries, in the order of the catalogue.
inline constexpr entry_view entries{0, generated::entry_table::size};

/// The entries of a category; empty for a value that is not a category. Constant time.
constexpr entry_view entries_in(category id) noexcept {
    using columns = generated::category_table;
    const auto index = static_cast<std::size_t>(id);
    if (index >= columns::size) return {};
    return {columns::first_entry[index], columns::first_entry[index + 1]};
}

}  // namespace refcatalog

#endif
