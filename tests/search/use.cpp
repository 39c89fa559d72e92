// Answers queries on standard input, each preceded by its size in bytes and a line break. An answer is a line: the keys
// that `search` finds, a tab, and the keys that `top_matches<5>` finds. With the argument "folding", the program prints
// the folded form of each code point up to U+FFFF instead.

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>

namespace {

void print_folding() {
    for (char32_t code = 1; code <= 0xFFFF; ++code) {
        std::string text;
        if (code < 0x80) {
            text += static_cast<char>(code);
        } else {
            if (code >= 0x800) text += static_cast<char>(0xE0 | code >> 12);
            text += static_cast<char>((code >= 0x800 ? 0x80 : 0xC0) | (code >> 6 & (code >= 0x800 ? 0x3F : 0x1F)));
            text += static_cast<char>(0x80 | (code & 0x3F));
        }
        refcatalog::detail::query_reader<> reader{text};
        for (int byte = reader.next(); byte >= 0; byte = reader.next()) std::cout << static_cast<char>(byte);
        std::cout << '\n';
    }
}

}  // namespace

int main(int argc, char**) {
    if (argc > 1) {
        print_folding();
        return 0;
    }
    for (std::string line; std::getline(std::cin, line);) {
        std::string query(std::stoul(line), ' ');
        std::cin.read(query.data(), static_cast<std::streamsize>(query.size()));
        for (const refcatalog::entry e : refcatalog::search(query)) std::cout << e.key() << ' ';
        std::cout << '\t';
        for (const refcatalog::entry e : refcatalog::top_matches<5>(query)) std::cout << e.key() << ' ';
        std::cout << '\n';
    }
}
