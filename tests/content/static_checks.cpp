// Verifies the guarantees about the data at compile time, in linear time.

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <type_traits>

namespace {

using namespace refcatalog;

constexpr bool terminated(std::string_view text) { return text.data()[text.size()] == '\0'; }

// Either both renderings are present or both are missing. Each is a C string.
constexpr bool sound(std::string_view ko, std::string_view en) {
    return terminated(ko) && terminated(en) && ko.empty() == en.empty();
}

// The catalogue holds at least as many records as the appendix. check.py compares the content.
static_assert(papers.size() >= 50 && repositories.size() >= 27 && datasets.size() >= 9 && courses.size() >= 13);
static_assert(blogs.size() >= 18 && posts.size() >= 8 && communities.size() >= 8 && books.size() >= 5 &&
              tools.size() >= 18);
static_assert(categories.size() >= 20 && parts.size() >= 8);
static_assert(reading_stages.size() == 4 && reading_order.size() == 15 && reading_list.size() == 17);

// The categories are contiguous, in the order of the enumerators and of the parts.
constexpr bool categories_are_contiguous() {
    std::size_t next = 0;
    const part_info* part = parts.data();
    for (std::size_t at = 0; at < categories.size(); ++at) {
        const category_info& each = categories[at];
        if (static_cast<std::size_t>(each.id()) != at || &info(each.id()) != &each) return false;
        if (&each.part() < part) return false;
        part = &each.part();
        if (entries_in(each.id()).size() != each.size()) return false;
        for (const entry e : entries_in(each.id())) {
            if (e.index() != next++ || e.category() != each.id() || e.kind() != each.kind()) return false;
        }
    }
    return next == entries.size();
}
static_assert(categories_are_contiguous());

// Every record and its entry refer to each other. The records of a category are contiguous in their table.
template <class Record>
constexpr bool record_and_entry_agree(const Record& record, entry e) {
    const auto neighbours = records_in<Record>(e.category());
    const std::size_t place = e.index() - entries_in(e.category()).front().index();
    return entry{record} == e && e.get_if<Record>() == &record && e.kind() == Record::kind() &&
           e.category() == record.category() && e.key() == record.key() && e.url() == record.url() &&
           neighbours.size() == entries_in(e.category()).size() && &neighbours[place] == &record;
}
static_assert(std::ranges::all_of(entries, [](entry e) {
    return visit([e](const auto& record) { return record_and_entry_agree(record, e); }, e);
}));

constexpr bool numbers_ascend() {
    for (std::size_t at = 0; at < papers.size(); ++at) {
        if (papers[at].number() != static_cast<int>(at) + 1) return false;
    }
    return true;
}
static_assert(numbers_ascend());

constexpr bool years_of_papers_are_sorted() {
    int year = first_year;
    int number = 0;
    for (const paper& p : papers_between(first_year, last_year)) {
        if (p.year() < year || (p.year() == year && p.number() <= number)) return false;
        year = p.year();
        number = p.number();
    }
    return papers_between(first_year, last_year).size() == papers.size();
}
static_assert(years_of_papers_are_sorted());

constexpr bool years_of_entries_are_sorted() {
    const entry_list_view dated = entries_between(first_year, last_year);
    return std::ranges::is_sorted(dated, {}, &entry::year) && dated.front().year() == first_year &&
           dated.back().year() == last_year;
}
static_assert(years_of_entries_are_sorted());

constexpr bool every_key_is_found() {
    for (const entry e : entries) {
        if (find(e.key()) != e) return false;
    }
    return true;
}
static_assert(every_key_is_found());

// All texts of the fields are C strings, and both languages give the same number of them.
constexpr bool fields_are_sound(entry e) {
    bool all_are_terminated = true;
    std::size_t given[2] = {};
    for (const lang language : {lang::ko, lang::en}) {
        const auto look_at = [&](std::string_view, const auto& value) {
            if constexpr (std::is_same_v<decltype(value), const std::string_view&>) {
                all_are_terminated = all_are_terminated && terminated(value);
                given[language == lang::en] += !value.empty();
            }
        };
        for_each_field(e, look_at, language);
    }
    return all_are_terminated && given[0] == given[1];
}
static_assert(std::ranges::all_of(entries, fields_are_sound));

constexpr bool every_text_is_sound() {
    for (const entry e : entries) {
        if (e.key().empty() || e.title().empty()) return false;
        if (!sound(e.title(), e.title(lang::en)) || !sound(e.by(), e.by(lang::en))) return false;
        if (!sound(e.description(), e.description(lang::en)) || !terminated(e.key()) || !terminated(e.url()))
            return false;
        if (!sound(e.link_label(), e.link_label(lang::en))) return false;
    }
    for (const part_info& part : parts) {
        if (!terminated(part.number()) || !sound(part.title(), part.title(lang::en))) return false;
    }
    for (const category_info& each : categories) {
        if (!terminated(each.number()) || !sound(each.title(), each.title(lang::en))) return false;
        if (!terminated(to_string(each.id())) || each.column_count() == 0) return false;
        for (std::size_t column = 0; column < each.column_count(); ++column) {
            if (!sound(each.column(column), each.column(column, lang::en))) return false;
        }
    }
    return sound(catalog_title(), catalog_title(lang::en));
}
static_assert(every_text_is_sound());

// The steps are in the order of the stages, and the reading list holds their entries in order.
constexpr bool reading_order_is_sound() {
    const reading_step* next = reading_order.data();
    auto item = reading_list.begin();
    int number = 1;
    for (std::size_t at = 0; at < reading_stages.size(); ++at) {
        const reading_stage& stage = reading_stages[at];
        if (stage.number() != static_cast<int>(at) + 1) return false;
        if (!sound(stage.name(), stage.name(lang::en)) || !sound(stage.duration(), stage.duration(lang::en)))
            return false;
        for (const reading_step& step : stage.steps()) {
            if (&step != next++ || &step.stage() != &stage || step.entries().empty()) return false;
            if (step.number() != 0 && step.number() != number++) return false;
            if (!terminated(step.label()) || !terminated(step.by()) || !sound(step.note(), step.note(lang::en)))
                return false;
            for (const entry e : step.entries()) {
                if (*item++ != e || find(e.key()) != e) return false;
            }
        }
    }
    return next == reading_order.data() + reading_order.size() && item == reading_list.end();
}
static_assert(reading_order_is_sound());

// Corrections and status notes are present in both languages, as C strings.
constexpr bool facts_are_sound() {
    for (const entry e : entries) {
        if (!sound(e.status_note(), e.status_note(lang::en)) || !terminated(e.current_url())) return false;
        for (std::size_t at = 0; at < e.corrections().size(); ++at) {
            const correction c = e.corrections()[at];
            if (!sound(c.fact(), c.fact(lang::en)) || c.fact().empty() || c.cell().empty()) return false;
            if (!terminated(c.cell())) return false;
        }
    }
    return terminated(facts_as_of) && !facts_as_of.empty();
}
static_assert(facts_are_sound());

// Every citation has a type and a title. It has a URL or a date if its record has one.
constexpr bool citation_is_sound(entry e) {
    const citation source = e.citation();
    if (to_string(source.type()).empty() || source.title().empty() || !terminated(source.title())) return false;
    if (source != visit([](const auto& record) { return record.citation(); }, e)) return false;
    const bool can_be_found = !source.url().empty() || source.issued() != partial_date{};
    if (!can_be_found && !(e.current_url().empty() && !e.year())) return false;
    if (!source.arxiv_id().empty() && !source.url().ends_with(source.arxiv_id())) return false;
    for (const contributor person : source.contributors()) {
        for (const std::string_view part : {person.name(), person.given(), person.family(), person.particle()}) {
            if (!terminated(part) || person.name().find(part) == std::string_view::npos) return false;
        }
        if (person.role().empty() || person.is_literal() != person.family().empty()) return false;
    }
    for (const citation_variable each : source.variables()) {
        if (!terminated(each.name()) || !terminated(each.value()) || each.value().empty()) return false;
        if (source.variable(each.name()) != each.value()) return false;
    }
    return terminated(source.arxiv_id()) && terminated(source.venue()) && terminated(source.doi());
}
static_assert(std::ranges::all_of(entries, citation_is_sound));

// A paper has authors and a year. A published paper has a venue, and a preprint has an arXiv identifier.
constexpr bool paper_is_cited(citation source) {
    if (source.authors().empty() || source.year() == 0) return false;
    switch (source.type()) {
        case csl_type::paper_conference:
        case csl_type::article_journal:
        case csl_type::report: return !source.venue().empty();
        case csl_type::article: return source.venue().empty() && !source.arxiv_id().empty();
        default: return source.venue().empty();
    }
}
static_assert(std::ranges::all_of(papers, paper_is_cited, &paper::citation));
static_assert(std::ranges::all_of(papers, [](const paper& p) { return p.citation().url() == p.url(); }));

}  // namespace
