// Writes the whole catalogue as Markdown.

#include <refcatalog/catalog.hpp>
#include <refcatalog/markdown.hpp>

#include <cstdio>
#include <iterator>
#include <string>

int main() {
    std::string text;
    refcatalog::write_markdown(std::back_inserter(text));
    std::fwrite(text.data(), 1, text.size(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
