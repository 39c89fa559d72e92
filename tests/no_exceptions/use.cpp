// Makes the library's main calls, and checks their results. It is built with -fno-exceptions and -fno-rtti, and
// therefore without Catch2, which needs both features.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/render.hpp>
#include <refcatalog/ris.hpp>

// Some standard libraries lack the constructor of std::string_view from two iterators.
static std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

int main(int argc, char**) {
    using namespace refcatalog;
    const std::string_view key = argc > 0 ? "qlora" : "";  // unknown at compile time
    const auto found = find(key);
    if (!found || found->get_if<paper>() != &get<"qlora">()) return 1;
    if (visit([](const auto& record) { return record.url(); }, *found) != "https://arxiv.org/abs/2305.14314") return 2;
    if (papers_between(first_year - argc, last_year).size() != papers.size()) return 3;
    if (search(key).begin() == search(key).end()) return 4;
    if (found->status() != link_status::active || found->current_url() != found->url()) return 6;
    const citation cited = found->citation();
    if (cited.type() != csl_type::paper_conference || cited.title() != found->title() || cited.venue() != "NeurIPS")
        return 9;
    if (cited.authors().size() != 4 || cited.contributors()[0].family() != "Dettmers") return 10;
    if (cited.has_others("author") || cited.variable("volume") != cited.variable("no-such")) return 11;
    if (cited.issued().year() != cited.year() || cited.date_of("accessed") != partial_date{}) return 12;
    std::size_t bytes = 0;
    for (const citation_variable each : cited.variables()) bytes += each.name().size() + each.value().size();
    if (bytes < 100 || to_string(get<"llama">().citation().type()) != "article") return 13;
    static char text[100'000];
    char* end = write_bibtex(text, *found->get_if<paper>());
    if (between(text, end) != rendered<[](auto out) { return write_bibtex(out, get<"qlora">()); }>) return 7;
    end = write_markdown_notes(write_markdown(write_csl_json(end, papers_in(category::peft))));
    if (end - text < 40'000 || end[-1] != '\n') return 8;
    const char* const begin = end;
    end = write_json(end, papers_in(category::peft));
    if (end - begin < 4'000 || begin[0] != '[' || end[-1] != '\n') return 14;
    end = write_ris(write_biblatex(end, papers_in(category::peft)), papers_in(category::peft));
    if (between(end - 6, end) != "  - \r\n") return 15;
    std::size_t steps = 0;
    for (const auto& stage : reading_stages) steps += stage.steps().size();
    return steps == reading_order.size() ? 0 : 5;
}
