// Searches for its own name, which is unknown at compile time. WITHOUT_SEARCH omits the search.

#include <refcatalog/catalog.hpp>

namespace {

volatile std::size_t sink;

}  // namespace

int main(int, char** arguments) {
    const std::string_view query = arguments[0];
#if defined(WITHOUT_SEARCH)
    sink = query.size();
#else
    for (const refcatalog::entry e : refcatalog::search(query)) sink = e.index();
#endif
}
