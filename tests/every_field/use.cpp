// Prints everything that the library returns for the catalogue in data/, or the output of one writer. Each text is
// printed as "name length:bytes" and a line break, so that texts may contain any character.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/ris.hpp>

#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

using namespace refcatalog;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void show(std::string_view name, std::string_view text) {
    require(text.data()[text.size()] == '\0');
    std::printf("%.*s %zu:", static_cast<int>(name.size()), name.data(), text.size());
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::putchar('\n');
}
void show(std::string_view name, const char* text) { show(name, std::string_view{text}); }
void show(std::string_view name, const std::string& text) { show(name, std::string_view{text}); }
void show(std::string_view name, bool flag) { show(name, flag ? "true" : "false"); }
void show(std::string_view name, int number) { show(name, std::to_string(number)); }
void show(std::string_view name, std::size_t number) { show(name, std::to_string(number)); }
void show(std::string_view name, partial_date date) {
    show(name, std::to_string(date.year()) + "/" + std::to_string(date.month()) + "/" + std::to_string(date.day()));
}
void show(std::string_view name, text_list_view texts) {
    show(name, texts.size());
    for (const std::string_view text : texts) show(name, text);
}

// Shows a view of entries or records as their keys.
template <class Range>
requires std::is_convertible_v<decltype(*std::declval<const Range&>().begin()), entry>
void show(std::string_view name, const Range& range) {
    show(name, range.size());
    for (const entry e : range) show(name, e.key());
}

template <class Text>
void show_in_all(std::string_view name, Text text) {
    for (const lang language : languages) show(name, text(language));
    require(text(lang{}) == text(lang::en));
}

// Shows the result of an accessor, called without a language or in all languages.
#define SHOW(object, accessor) show(#accessor, (object).accessor())
#define SHOW_IN_ALL(object, accessor) show_in_all(#accessor, [&](lang language) { return (object).accessor(language); })

// The fields of each kind in the order of kinds.toml.
void show_own(const standard& s) {
    SHOW(s, place), SHOW(s, name), SHOW_IN_ALL(s, scope), SHOW(s, abstract_line), SHOW(s, abstract), SHOW(s, full_text);
    SHOW(s, pages), SHOW(s, revised), SHOW(s, published), SHOW(s, withdrawn), SHOW_IN_ALL(s, editor), SHOW(s, bodies);
    SHOW(s, replaces);
}
void show_own(const talk& t) {
    SHOW_IN_ALL(t, subject), SHOW(t, text), SHOW(t, date), SHOW(t, index), SHOW(t, size), SHOW(t, lang), SHOW(t, entry);
}
void show_own(const paper& p) {
    SHOW(p, number), SHOW(p, title), SHOW(p, short_title), SHOW(p, authors), SHOW(p, year), SHOW_IN_ALL(p, summary);
    SHOW_IN_ALL(p, contribution), SHOW_IN_ALL(p, award), SHOW(p, code);
}
void show_own(const tool& t) { SHOW(t, label), SHOW(t, since); }
void show_own(const reference& r) { SHOW_IN_ALL(r, heading), SHOW(r, makers); }

// The names of CSL's dates, and a citation that contains all other variables.
constexpr std::string_view dates[] = {"accessed", "available-date", "event-date",
                                      "issued",   "original-date",  "submitted"};
constexpr citation everything = get<"everything">().citation();

void show_contributors(const citation& c) {
    show("contributors", c.contributors().size());
    for (const contributor each : c.contributors()) {
        SHOW(each, role), SHOW(each, name), SHOW(each, family), SHOW(each, given), SHOW(each, particle);
        SHOW(each, dropping_particle), SHOW(each, suffix), SHOW(each, is_literal);
    }
    std::string_view role;
    for (const contributor each : everything.contributors()) {
        require(each.role() != role);
        role = each.role();
        show("has_others", c.has_others(role));
    }
}

void show_citation(const citation& c) {
    show("type", to_string(c.type())), SHOW(c, title), show("authors", c.authors().size());
    for (const std::string_view name : c.authors()) show("authors", name);
    SHOW(c, year), SHOW(c, venue), SHOW(c, doi), SHOW(c, arxiv_id), SHOW(c, url), SHOW(c, issued);
    show_contributors(c);
    for (const std::string_view date : dates) {
        show("date_of", c.date_of(date)), show("end_of", c.end_of(date)), show("literal_of", c.literal_of(date));
    }
    show("variables", c.variables().size());
    for (const citation_variable each : c.variables()) show(each.name(), each.value());
    for (const citation_variable each : everything.variables()) show("variable", c.variable(each.name()));
    for (const std::string_view name : {"", "arxiv", "author", "issued", "type", "id", "Title", "titles"}) {
        require(c.variable(name).empty() && (name == "author" || !c.has_others(name)));
        require(name == "issued" || (c.date_of(name) == partial_date{} && c.literal_of(name).empty()));
    }
}

// Shows the members common to records and entries.
template <class Handle>
void show_common(const Handle& h) {
    SHOW(h, key), show("category", to_string(h.category())), SHOW_IN_ALL(h, link_label), SHOW(h, url);
    SHOW(h, aliases), SHOW(h, tags), show("links", h.links().size());
    for (const labelled_link link : h.links()) SHOW_IN_ALL(link, label), SHOW(link, url);
    show("status", to_string(h.status())), SHOW(h, current_url), SHOW_IN_ALL(h, status_note);
    show("corrections", h.corrections().size());
    for (const correction& c : h.corrections()) SHOW(c, cell), SHOW_IN_ALL(c, fact);
    show_citation(h.citation());
}

void show_fields(entry e) {
    for (const lang language : languages) {
        const auto show_field = [](std::string_view name, const auto& value) { show(name, value); };
        for_each_field(e, show_field, language);
    }
    std::size_t count = 0;
    visit([&](const auto& record) { for_each_field(record, [&](std::string_view, const auto&) { ++count; }); }, e);
    show("fields", count);
}

template <class Record>
void show_if(entry e) {
    const Record* record = e.get_if<Record>();
    require((record != nullptr) == (e.kind() == Record::kind()));
    require(find<Record>(e.key()) == record);
    if (record) show_own(*record);
}

void show_entries() {
    for (const entry e : entries) {
        require(find(e.key()) == e);
        for (const std::string_view alias : e.aliases()) require(find(alias) == e);
        show("entry", e.index()), show("kind", to_string(e.kind())), show_common(e);
        SHOW_IN_ALL(e, title), SHOW_IN_ALL(e, by), SHOW_IN_ALL(e, description), show("year", e.year().value_or(0));
        visit([](const auto& record) { show_common(record), show_own(record); }, e);
        show_if<standard>(e), show_if<talk>(e), show_if<paper>(e), show_if<tool>(e);
        show_if<reference>(e);
        show_fields(e);
    }
}

void show_categories() {
    show_in_all("catalog_title", [](lang language) { return catalog_title(language); });
    show("facts_as_of", facts_as_of);
    for (const lang language : languages) show("lang", to_string(language));
    for (const part_info& part : parts) SHOW(part, number), SHOW_IN_ALL(part, title);
    for (const category_info& c : categories) {
        show("id", to_string(c.id())), SHOW(c, number), SHOW_IN_ALL(c, title), SHOW(c, size);
        show("part", static_cast<std::size_t>(&c.part() - parts.data())), show("kind", to_string(c.kind()));
        for (std::size_t at = 0; at < c.column_count(); ++at) {
            show_in_all("column", [&](lang language) { return c.column(at, language); });
        }
        show("entries_in", entries_in(c.id()));
        show("standards", records_in<standard>(c.id())), show("talks", records_in<talk>(c.id()));
        show("papers", records_in<paper>(c.id())), show("tools", records_in<tool>(c.id()));
        show("references", records_in<reference>(c.id()));
        require(papers_in(c.id()).data() == records_in<paper>(c.id()).data());
    }
    show("in", in<category::current>()), show("in", in<category::retired>()), show("in", in<category::studies>());
    show("in", in<category::talks_given>()), show("in", in<category::cited>()), show("in", in<category::programs>());
}

void show_years() {
    show("first_year", first_year), show("last_year", last_year);
    for (const int first : {0, 1687, 1999, 2001}) {
        for (const int last : {1686, 1687, 1999, 2000, 2001, 9999}) {
            show("entries_between", entries_between(first, last));
            show("standards_between", standards_between(first, last));
            show("papers_between", papers_between(first, last)), show("tools_between", tools_between(first, last));
        }
    }
}

void show_tags() {
    show("all_tags", all_tags);
    for (const std::string_view tag : all_tags) show("tagged", tagged(tag));
    show("tagged", tagged("")), show("tagged", tagged("quie"));
}

void show_reading_order() {
    for (const reading_stage& stage : reading_stages) {
        SHOW_IN_ALL(stage, name), SHOW_IN_ALL(stage, duration);
        for (const reading_step& step : stage.steps()) {
            SHOW(step, number), SHOW(step, label), SHOW(step, by), SHOW_IN_ALL(step, note), SHOW(step, entries);
        }
    }
    show("reading_list", reading_list);
}

template <class Record>
std::string written(std::string_view what, const Record& record) {
    std::string text;
    const auto out = std::back_inserter(text);
    if (what == "bibtex") write_bibtex(out, record);
    else if (what == "biblatex") write_biblatex(out, record);
    else if (what == "ris") write_ris(out, record);
    else if (what == "csl_json") write_csl_json(out, record);
    else std::abort();
    return text;
}

void write_each(std::string_view what) {
    for (const entry e : entries) {
        const std::string text = written(what, e);
        show(e.key(), text);
        require(visit([&](const auto& record) { return written(what, record); }, e) == text);
    }
}

void write_in_all() {
    for (const lang language : languages) {
        std::string page;
        std::string notes;
        write_markdown(std::back_inserter(page), language), write_markdown_notes(std::back_inserter(notes), language);
        show("page", page), show("notes", notes);
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view what = count > 1 ? arguments[1] : "";
    if (what == "markdown") write_in_all();
    else if (what == "all") show_categories(), show_entries(), show_years(), show_tags(), show_reading_order();
    else write_each(what);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
