// Calls a function, at which the debugger stops, with values of every type. The program uses only the texts of one
// table, named by TABLE: its keys.

#include <refcatalog/catalog.hpp>

#include <cstddef>
#include <cstdio>
#include <optional>
#include <span>
#include <type_traits>

namespace {

using record = std::remove_cvref_t<decltype(refcatalog::TABLE[0])>;

struct arguments {
    const record& first;
    refcatalog::entry e;
    std::optional<refcatalog::entry> maybe;
    std::span<const record> table;
    refcatalog::entry_view all;
    const refcatalog::category_info& about;
    refcatalog::partial_date day;
    refcatalog::partial_date no_day;
    const unsigned char* bytes;
#if defined(BETWEEN)
    decltype(refcatalog::BETWEEN(1, 9999)) dated;
#endif
};

int stop(const arguments& shown, const record& last, refcatalog::entry of_last) {
    return std::puts(shown.first.key().data()) + std::puts(last.key().data()) - (of_last == shown.e ? 1 : 0);
}

}  // namespace

int MAIN() {
    constexpr const auto& table = refcatalog::TABLE;
    constexpr unsigned char bytes[] = {255, 255, 255, 255};
    const record& last = table[table.size() - 1];
    const arguments shown {
        table[0], table[0], last, table, refcatalog::entries, refcatalog::categories[0],
            refcatalog::partial_date{2024, 5}, {}, bytes,
#if defined(BETWEEN)
            refcatalog::BETWEEN(1, 9999),
#endif
    };
    return stop(shown, last, last) < 0 ? 1 : 0;
}
