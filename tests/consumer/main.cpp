// Every way to use the library builds this program; check.py compares its output.

#include <iostream>
#include <iterator>
#include <ranges>

#ifdef IMPORT_REFCATALOG
import refcatalog;
#else
#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/render.hpp>
#endif

int main() {
    using namespace refcatalog;
    static_assert(get<"lora">().year() == 2021);
#if !defined(IMPORT_REFCATALOG) || defined(__clang__)  // g++ 14 loses a module's specializations of <ranges>
    static_assert(std::ranges::view<paper_view> && std::ranges::view<search_view>);
#endif
    if (const auto found = find("the-illustrated-transformer")) std::cout << found->description(lang::en) << '\n';
    for (const paper& p : papers_between(2021, 2022)) {
        if (p.category() == category::peft) std::cout << p.title() << '\n';
    }
    constexpr auto rendered_lora = rendered<[](auto out) { return write_bibtex(out, get<"lora">()); }>;
    std::cout << rendered_lora.substr(0, rendered_lora.find('\n')) << '\n';
    write_bibtex(std::ostreambuf_iterator<char>{std::cout}, *find<paper>("qlora"));
}
