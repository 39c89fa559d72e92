#ifndef REFCATALOG_RECORD_KIND_HPP
#define REFCATALOG_RECORD_KIND_HPP

#include <cstdint>
#include <string_view>

namespace refcatalog {

/// The kinds of record, each with a class of the same name and a table of its own.
enum class record_kind : std::uint8_t { paper, repository, dataset, course, blog, post, community, book, tool };

/// The enumerator's own name, as in "paper"; empty for a value that is none of them.
constexpr std::string_view to_string(record_kind kind) noexcept {
    switch (kind) {
        case record_kind::paper: return "paper";
        case record_kind::repository: return "repository";
        case record_kind::dataset: return "dataset";
        case record_kind::course: return "course";
        case record_kind::blog: return "blog";
        case record_kind::post: return "post";
        case record_kind::community: return "community";
        case record_kind::book: return "book";
        case record_kind::tool: return "tool";
    }
    return "";
}

}  // namespace refcatalog

#endif
