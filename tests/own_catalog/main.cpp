#include <iostream>
#include <iterator>
#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>

std::string_view label(refcatalog::lang);

int main() {
    using namespace refcatalog;
    static_assert(papers.size() == 2 && tools.size() == 1 && entries.size() == 3);
    static_assert(in<category::optimization>()[0].short_title() == "SSA");
    static_assert(languages.size() == 1 && lang{} == lang::en);
    static_assert(first_year == 1970 && last_year == 1991 && !find("lora"));
    std::cout << catalog_title() << ": " << reading_list[0].title() << '\n' << label(lang::en) << '\n';
    write_bibtex(std::ostreambuf_iterator<char>{std::cout}, get<"earley">());
}
