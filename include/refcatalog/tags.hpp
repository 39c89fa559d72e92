// The tags of all records, and the entries with a given tag.
#ifndef REFCATALOG_TAGS_HPP
#define REFCATALOG_TAGS_HPP

#include <refcatalog/entry.hpp>
#include <refcatalog/generated/lists.hpp>
#include <refcatalog/lists.hpp>

#include <cstddef>
#include <string_view>

// Source: the records' files in data/. Texts are UTF-8, live as long as the program, and are followed by a NUL.

namespace refcatalog {

/// The tags of all records, each once, sorted by their bytes.
inline constexpr text_list_view all_tags{generated::tag_table::first_text,
                                         generated::tag_table::first_text + generated::tag_table::size};

/// The entries that have the tag, in the order of the catalogue; empty for a text that is not a tag. Tags are compared
/// byte by byte. The time grows with the logarithm of the number of tags. It is a template only to spare other programs
/// its cost; call it as tagged(tag).
template <class table = generated::tag_table>
constexpr entry_list_view tagged(std::string_view tag) noexcept {
    std::size_t first = 0;
    std::size_t last = table::size;
    while (first != last) {
        const std::size_t middle = first + (last - first) / 2;
        const int order = tag.compare(detail::text_list::at(table::first_text + middle));
        if (order == 0) return detail::listed<entry_list_view>(table::first_entry, middle);
        if (order < 0) last = middle;
        else first = middle + 1;
    }
    return {};
}

}  // namespace refcatalog

#endif
