// Writes the whole appendix back as Markdown; --notes appends the corrections and link status.
//     g++ -std=c++20 -Iinclude tests/examples/appendix.cpp -o appendix
//     ./appendix [--lang ko|en] [--notes]

#include <refcatalog/catalog.hpp>
#include <refcatalog/markdown.hpp>

#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string_view>

int main(int argc, char** argv) {
    using refcatalog::lang;
    lang language = lang::ko;
    bool with_notes = false;
    for (int at = 1; at < argc; ++at) {
        const std::string_view argument = argv[at];
        const std::string_view value = at + 1 < argc ? argv[at + 1] : "";
        if (argument == "--notes") {
            with_notes = true;
        } else if (argument == "--lang" && (value == to_string(lang::ko) || value == to_string(lang::en))) {
            language = value == to_string(lang::en) ? lang::en : lang::ko;
            ++at;
        } else {
            std::cerr << "usage: appendix [--lang ko|en] [--notes]\n";
            return EXIT_FAILURE;
        }
    }
    std::ostreambuf_iterator<char> out{std::cout};
    out = refcatalog::write_markdown(out, language);
    if (with_notes) out = refcatalog::write_markdown_notes(out, language);
    return !out.failed() && std::cout.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}
