// Prints every text that the library returns for a catalogue of check.py, or the output of one writer. Each text is
// printed as "name length:bytes" and a line break, so that texts may contain any character.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/json.hpp>
#include <refcatalog/markdown.hpp>

#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>

using namespace refcatalog;

namespace {

void show(std::string_view name, std::string_view text) {
    if (text.data()[text.size()] != '\0') std::abort();
    std::printf("%.*s %zu:", static_cast<int>(name.size()), name.data(), text.size());
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::putchar('\n');
}

void show(std::string_view name, const std::string& text) { show(name, std::string_view{text}); }
void show(std::string_view name, int number) { show(name, std::to_string(number)); }

template <class Text>
void show_two(const char* name, Text text) {
    show(name, text(lang::ko));
    show(name, text(lang::en));
}

// Shows the result of an accessor, called without a language or in both languages.
#define SHOW(object, accessor) show(#accessor, (object).accessor())
#define SHOW_TWO(object, accessor) show_two(#accessor, [&](lang language) { return (object).accessor(language); })

void show(std::string_view name, std::size_t number) { show(name, std::to_string(number)); }
void show(std::string_view name, partial_date date) {
    show(name, std::to_string(date.year()) + "/" + std::to_string(date.month()) + "/" + std::to_string(date.day()));
}
void show(std::string_view name, text_list_view texts) {
    show(name, texts.size());
    for (const std::string_view text : texts) show(name, text);
}
void show(std::string_view name, entry_list_view listed) {
    show(name, listed.size());
    for (const entry e : listed) show(name, e.key());
}

// The fields of any kind except ordinals, in each language.
template <class Record>
void show_own(const Record& record) {
    for (const lang language : {lang::ko, lang::en}) {
        for_each_field(
            record,
            [](std::string_view name, const auto& value) {
                if (name != "number" && name != "place") show(name, value);
            },
            language);
    }
}

// Shows the members common to records and entries.
template <class Handle>
void show_common(const Handle& h) {
    SHOW(h, key), SHOW_TWO(h, link_label), SHOW(h, url), SHOW(h, aliases), SHOW(h, tags);
    for (const labelled_link link : h.links()) SHOW_TWO(link, label), SHOW(link, url);
    show("status", to_string(h.status())), SHOW(h, current_url), SHOW_TWO(h, status_note);
    for (const correction& c : h.corrections()) SHOW(c, cell), SHOW_TWO(c, fact);
}

void show_citation(const citation& c) {
    show("type", to_string(c.type())), SHOW(c, title), SHOW(c, venue), SHOW(c, arxiv_id), SHOW(c, doi), SHOW(c, url);
    SHOW(c, year);
    for (const std::string_view name : c.authors()) show("author", name);
    for (const citation_variable each : c.variables()) {
        show(each.name(), each.value()), show(each.name(), c.variable(each.name()));
    }
    for (const contributor each : c.contributors()) {
        SHOW(each, role), SHOW(each, name), SHOW(each, family), SHOW(each, given);
        show("dropping-particle", each.dropping_particle()), show("non-dropping-particle", each.particle());
        SHOW(each, suffix), SHOW(each, is_literal), show("has_others", c.has_others(each.role()));
    }
    for (const char* name : {"accessed", "available-date", "event-date", "issued", "original-date", "submitted"}) {
        show("date", c.date_of(name)), show("date", c.end_of(name)), show("literal", c.literal_of(name));
    }
}

void show_everything() {
    show_two("catalog_title", [](lang language) { return catalog_title(language); });
    show("facts_as_of", facts_as_of);
    for (const part_info& part : parts) SHOW(part, number), SHOW_TWO(part, title);
    for (const category_info& c : categories) {
        show("id", to_string(c.id())), SHOW(c, number), SHOW_TWO(c, title);
        for (std::size_t at = 0; at < c.column_count(); ++at)
            show("column", c.column(at)), show("column", c.column(at, lang::en));
    }
    for (const entry e : entries) {
        if (find(e.key()) != e) std::abort();
        for (const std::string_view alias : e.aliases()) {
            if (find(alias) != e) std::abort();
        }
        for (const std::string_view tag : e.tags()) {
            bool found = false;
            for (const entry other : tagged(tag)) found = found || other == e;
            if (!found) std::abort();
        }
        show("kind", to_string(e.kind()));
        show_common(e);
        SHOW_TWO(e, title), SHOW_TWO(e, by), SHOW_TWO(e, description);
        visit([](const auto& record) { show_common(record), show_own(record); }, e);
        show_citation(e.citation());
    }
    for (const reading_stage& stage : reading_stages) {
        SHOW_TWO(stage, name), SHOW_TWO(stage, duration);
        for (const reading_step& step : stage.steps()) {
            SHOW(step, label), SHOW(step, by), SHOW_TWO(step, note);
            for (const entry e : step.entries()) show("entry", e.key());
        }
    }
}

}  // namespace

// The arguments are WHAT and, for Markdown, a language.
int main(int count, char** arguments) {
    const std::string_view what = count > 1 ? arguments[1] : "", language_name = count > 2 ? arguments[2] : "";
    const lang language = language_name == "en" ? lang::en : lang::ko;
    std::string text;
    if (what == "texts") show_everything();
    else if (what == "csl_json") write_csl_json(std::back_inserter(text), entries);
    else if (what == "json") write_json(std::back_inserter(text));
    else if (what == "markdown") write_markdown(std::back_inserter(text), language);
    else if (what == "notes") write_markdown_notes(std::back_inserter(text), language);
    else if (what == "bibtex") {
        for (const entry e : entries) write_bibtex(std::back_inserter(text), e);
    } else return 2;
    std::fwrite(text.data(), 1, text.size(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
