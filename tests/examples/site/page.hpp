#ifndef REFCATALOG_SITE_PAGE_HPP
#define REFCATALOG_SITE_PAGE_HPP

// The parts of the page, each in its own file, and their common functions.

#include <refcatalog/catalog.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace site {

// The files style.css and script.js, which CMake turns into a source.
std::string_view style();
std::string_view script();

/// The recommended order; empty if the catalogue has none.
std::string reading_path();

/// Entries by year, category and kind.
std::string charts();

/// The filters, and a card for each entry.
std::string all_cards();

// Keys cannot contain a tilde, so this id differs from those of all cards.
constexpr std::string_view id_of_entries = "~entries";

/// A short form of the title, if its kind has a field for it.
std::string short_title(refcatalog::entry e);

/// The number of a category, if it has one, and its title.
std::string numbered_title(const refcatalog::category_info& category);

/// The number of entries shown.
std::string count();

/// The state of an entry's link.
std::string state(refcatalog::entry e);

/// Attributes for the colour of a kind, and of a stage of the reading order.
std::string colour(refcatalog::record_kind kind);
std::string colour(const refcatalog::reading_stage& stage);

}  // namespace site

#endif
