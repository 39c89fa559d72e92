// Calls everything in the headers, with values unknown at compile time. check.py examines the symbols that this file
// needs, and links it with memory.cpp alone.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/render.hpp>
#include <refcatalog/ris.hpp>

using namespace refcatalog;

namespace {

std::size_t use(std::string_view text) { return text.size(); }

std::size_t use(entry e, lang language) {
    std::size_t used = e.index() + use(e.key()) + use(e.title(language)) + use(e.by(language)) + use(e.url());
    used += use(e.description(language)) + use(e.link_label()) + use(e.link_label(language));
    used += use(e.current_url()) + use(e.status_note(language)) + use(to_string(e.status())) + use(to_string(e.kind()));
    for (const correction c : e.corrections()) used += use(c.cell()) + use(c.fact(language));
    if (const auto year = e.year()) used += static_cast<std::size_t>(*year);
    used += visit([](const auto& record) { return use(record.key()) + use(to_string(record.kind())); }, e);
    return used + (e.get_if<paper>() != nullptr);
}

std::size_t use(partial_date date) { return static_cast<std::size_t>(date.year() + date.month() + date.day()); }

std::size_t use(const contributor& person) {
    std::size_t used = use(person.role()) + use(person.name()) + use(person.family()) + use(person.given());
    used += use(person.particle()) + use(person.dropping_particle()) + use(person.suffix());
    return used + (person.is_literal() ? 1 : 0);
}

std::size_t use(const citation& source, std::string_view name) {
    std::size_t used = use(to_string(source.type())) + use(source.title()) + use(source.venue()) + use(source.url());
    used += use(source.arxiv_id()) + use(source.doi()) + static_cast<std::size_t>(source.year()) + use(source.issued());
    used += use(source.variable(name)) + use(source.date_of(name)) + use(source.end_of(name));
    used += use(source.literal_of(name)) + (source.has_others(name) ? 1 : 0);
    for (const std::string_view author : source.authors()) used += use(author);
    for (const contributor person : source.contributors()) used += use(person);
    for (const citation_variable each : source.variables()) used += use(each.name()) + use(each.value());
    return used;
}

std::size_t use_queries(std::string_view text, category id, int year, lang language) {
    std::size_t used = use(catalog_title(language)) + use(to_string(id)) + use(to_string(language));
    for (const entry e : search(text)) used += use(e, language);
    if (const auto found = find(text)) used += use(*found, language) + use(found->citation(), text);
    if (const auto near = closest(text)) used += near->index();
    if (const paper* found = find<paper>(text)) used += use(found->citation(), text);
    for (const paper& p : papers_between(year, year + 2)) used += use(p.summary(language));
    for (const paper& p : papers_in(id)) used += use(p.contribution(language));
    for (const entry e : entries_in(id)) used += use(e, language);
    for (const category_info& section : categories) {
        used += use(section.number()) + use(section.title(language)) + use(section.part().title(language));
        for (std::size_t at = 0; at < section.column_count(); ++at) used += use(section.column(at, language));
    }
    for (const reading_stage& stage : reading_stages) {
        used += use(stage.name(language)) + use(stage.duration(language));
        for (const reading_step& step : stage.steps()) {
            used += use(step.label()) + use(step.by()) + use(step.note(language)) + step.entries().size();
        }
    }
    for (const entry e : reading_list) used += e.index();
    return used;
}

}  // namespace

extern "C" std::size_t use_all(char* out, const char* text, std::size_t size, unsigned char id, int year) {
    const auto section = static_cast<category>(id);
    const lang language = year > 2000 ? lang::ko : lang::en;
    char* end = write_markdown(out, section, language);
    end = write_markdown_notes(write_markdown(end, language), language);
    for (const entry e : entries) {
        end = write_json(write_csl_json(write_ris(write_biblatex(write_bibtex(end, e), e), e), e), e);
    }
    end = write_ris(write_biblatex(write_bibtex(end, papers_in(section)), papers_in(section)), papers_in(section));
    end = write_json(write_json(write_csl_json(end, papers_in(section)), papers_in(section)));
    for (const char& character : rendered<[](auto to) { return write_bibtex(to, get<"lora">()); }>) *end++ = character;
    return use_queries({text, size}, section, year, language) + static_cast<std::size_t>(end - out);
}
