// Checks the invariants of a catalogue made by synthesize.py, and prints all texts of its papers.

#include <refcatalog/catalog.hpp>

#include <cstdio>

using namespace refcatalog;

static_assert(papers.size() == entries.size());
static_assert(reading_order.empty() && reading_list.empty());
static_assert(find(papers.front().key()) == entry{papers.front()});
static_assert(find(papers.back().key()) == entry{papers.back()});
static_assert(!find("no-such-key"));

int main() {
    std::size_t number = 0;
    for (const category_info& section : categories) {
        for (const paper& p : papers_in(section.id())) {
            if (&p != &papers[number++] || p.category() != section.id() || entry{p}.category() != section.id())
                return 1;
        }
    }
    if (number != papers.size()) return 2;
    int year = first_year;
    for (const paper& p : papers_between(first_year, last_year)) {
        if (p.year() < year) return 3;
        year = p.year();
    }
    for (const paper& p : papers) {
        if (find(p.key()) != entry{p}) return 4;
        std::printf("%s\n%s\n%s\n%s\n%s\n%d\n", p.key().data(), p.title().data(), p.short_title().data(),
                    p.authors().data(), p.url().data(), p.year());
        for (const lang language : {lang::ko, lang::en}) std::printf("%s\n", p.summary(language).data());
        for (const lang language : {lang::ko, lang::en}) std::printf("%s\n", p.contribution(language).data());
    }
}
