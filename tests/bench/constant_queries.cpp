// Queries that the compiler can answer: each function must compile to a single move of a constant.

#include <refcatalog/catalog.hpp>

using namespace refcatalog;

extern "C" {
int year_of_a_key() { return get<"lora">().year(); }
std::size_t index_of_a_short_key() { return find("qlora")->index(); }
std::size_t index_of_a_long_key() {
    return find("making-llms-even-more-accessible-with-bitsandbytes-4-bit-quantization-and-qlora")->index();
}
bool whether_there_is_a_key() { return find("no-such-key").has_value(); }
std::size_t papers_of_some_years() { return papers_between(2021, 2023).size(); }
std::size_t papers_of_a_category() { return papers_in(category::peft).size(); }
std::size_t entries_of_a_category() { return entries_in(category::models).size(); }
std::size_t records_of_a_category() { return in<category::models>().size(); }
bool whether_it_is_a_paper_of_a_conference() { return get<"bert">().citation().type() == csl_type::paper_conference; }
int year_of_a_citation() { return get<"bert">().citation().year(); }
std::size_t length_of_a_cited_title() { return get<"bert">().citation().title().size(); }
std::size_t length_of_a_doi() { return get<"bert">().citation().doi().size(); }
std::size_t length_of_a_venue() { return get<"bert">().citation().venue().size(); }
std::size_t length_of_an_arxiv_id() { return get<"bert">().citation().arxiv_id().size(); }
std::size_t length_of_a_url() { return get<"bert">().citation().url().size(); }
std::size_t authors_of_a_paper() { return get<"bert">().citation().authors().size(); }
std::size_t contributors_of_a_paper() { return get<"bert">().citation().contributors().size(); }
std::size_t length_of_the_title_of_a_tool() { return get<"gradio">().citation().title().size(); }
}
