// The corrections and the link status of the records.
#ifndef REFCATALOG_UPKEEP_HPP
#define REFCATALOG_UPKEEP_HPP

#include <refcatalog/detail/sequence_view.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/categories.hpp>
#include <refcatalog/generated/upkeep.hpp>
#include <refcatalog/lang.hpp>
#include <refcatalog/lists.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

// A correction gives the facts that correct a cell. The link status gives the state and the current address of a
// resource. The cells themselves stay unchanged. Source: the records' files in data/. Texts are UTF-8, live as long as
// the program, and are followed by a NUL.

namespace refcatalog {

/// The month in which corrections and link status were checked, as in "2026-11"; empty if not given.
inline constexpr std::string_view facts_as_of =
    detail::text<generated::catalog_table>(0, generated::catalog_table::column_::facts_as_of);

/// The state of a resource. `renamed`: it has a new name, perhaps at a new address; `moved`: it has a new address;
/// `archived`: it can still be read; `closed`: it is gone; `unknown`: nothing could be confirmed.
enum class link_status : std::uint8_t { active, renamed, moved, archived, closed, unknown };

/// The enumerator's own name, as in "archived"; empty for any other value.
constexpr std::string_view to_string(link_status status) noexcept {
    switch (status) {
        case link_status::active: return "active";
        case link_status::renamed: return "renamed";
        case link_status::moved: return "moved";
        case link_status::archived: return "archived";
        case link_status::closed: return "closed";
        case link_status::unknown: return "unknown";
    }
    return "";
}

/// A correction of one cell of a record.
class correction : public detail::text_group {
public:
    /// The cell that it corrects, by the name of the field, as in "title", or "link" for the cell with the link.
    constexpr std::string_view cell() const noexcept { return first_(); }

    /// The correct fact, in a sentence. Never empty.
    constexpr std::string_view fact(lang language = {}) const noexcept { return second_(language); }

private:
    friend detail::group_list<correction>;
    using text_group::text_group;
};

/// The corrections of a record: a random access view of `correction` objects.
using correction_view = detail::sequence_view<detail::group_list<correction>>;

namespace detail {

/// The corrections and link status of an entry, by its index.
struct upkeep {
    using table = generated::upkeep_table;

    static constexpr link_status status(std::size_t entry) noexcept {
        return static_cast<link_status>(number_at(table::statuses, entry));
    }
    static constexpr std::string_view current_url(std::size_t entry, std::string_view url) noexcept {
        const std::string_view given = text<table>(entry, table::column_::current_url);
        const bool lost = status(entry) == link_status::closed || status(entry) == link_status::unknown;
        return given.empty() && !lost ? url : given;
    }
    static constexpr std::string_view note(std::size_t entry, lang language) noexcept {
        return text<table>(entry, column_of(table::column_::status_note, language));
    }
    static constexpr correction_view corrections(std::size_t entry) noexcept {
        return listed<correction_view>(table::first_correction, entry);
    }
};

}  // namespace detail
}  // namespace refcatalog

#endif
