// Prints the recommended reading order with titles, links and notes.
//     g++ -std=c++20 -Iinclude tests/examples/reading_order.cpp -o reading_order
//     ./reading_order [--lang ko|en]

#include <refcatalog/catalog.hpp>

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

void print(refcatalog::lang language) {
    for (const auto& stage : refcatalog::reading_stages) {
        std::cout << "# " << stage.name(language) << " (" << stage.duration(language) << ")\n\n";
        for (const auto& step : stage.steps()) {
            if (step.number() > 0) std::cout << step.number() << ". " << step.label() << ": ";
            std::cout << step.note(language) << '\n';
            for (const refcatalog::entry e : step.entries()) {
                std::cout << "   " << e.title(language) << " <" << e.url() << ">\n";
            }
        }
        std::cout << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 1) {
        print(refcatalog::lang::ko);
        return std::cout.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    for (const auto language : {refcatalog::lang::ko, refcatalog::lang::en}) {
        if (argc == 3 && argv[1] == std::string_view{"--lang"} && argv[2] == to_string(language)) {
            print(language);
            return std::cout.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
        }
    }
    std::cerr << "usage: reading_order [--lang ko|en]\n";
    return EXIT_FAILURE;
}
