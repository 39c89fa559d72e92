// Writes one kind of record as BibTeX, and uses no other format.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>

#include <cstdio>

int main() {
    static char text[200'000];
    const char* const end = refcatalog::write_bibtex(text, refcatalog::papers);
    return std::fwrite(text, 1, static_cast<std::size_t>(end - text), stdout) == 0;
}
