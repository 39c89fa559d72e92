// Proves at compile time, in linear time, what the library promises of its data.

#include <refcatalog/catalog.hpp>

namespace {

using namespace refcatalog;

constexpr bool terminated(std::string_view text) { return text.data()[text.size()] == '\0'; }

// Both renderings are there or neither is, and each is a C string.
constexpr bool sound(std::string_view ko, std::string_view en) {
    return terminated(ko) && terminated(en) && ko.empty() == en.empty();
}

// The appendix's own, at least; check.py looks at each.
static_assert(papers.size() >= 50 && repositories.size() >= 27 && datasets.size() >= 9 && courses.size() >= 13);
static_assert(blogs.size() >= 18 && posts.size() >= 8 && communities.size() >= 8 && books.size() >= 5 &&
              tools.size() >= 18);
static_assert(entries.size() == papers.size() + repositories.size() + datasets.size() + courses.size() + blogs.size() +
                                    posts.size() + communities.size() + books.size() + tools.size());
static_assert(categories.size() == 20 && parts.size() == 8);
static_assert(reading_stages.size() == 4 && reading_order.size() == 15 && reading_list.size() == 17);

// The categories follow one another without a gap, in the order of the enumerators and of the parts.
constexpr bool categories_are_contiguous() {
    std::size_t next = 0;
    const part_info* part = parts.data();
    for (std::size_t at = 0; at < categories.size(); ++at) {
        const category_info& section = categories[at];
        if (static_cast<std::size_t>(section.id()) != at || &info(section.id()) != &section) return false;
        if (&section.part() < part) return false;
        part = &section.part();
        if (entries_in(section.id()).size() != section.size()) return false;
        for (const entry e : entries_in(section.id())) {
            if (e.index() != next++ || e.category() != section.id() || e.kind() != section.kind()) return false;
        }
    }
    return next == entries.size();
}
static_assert(categories_are_contiguous());

// Each table is in the order of the appendix, and every record and its entry know each other.
template <class Record, std::size_t Size>
constexpr bool records_and_entries_agree(const std::array<Record, Size>& table) {
    std::size_t next = 0;
    for (const Record& record : table) {
        const entry e{record};
        if (e.index() < next || e.get_if<Record>() != &record || e.kind() != Record::kind()) return false;
        if (e.category() != record.category() || e.key() != record.key() || e.url() != record.url()) return false;
        next = e.index() + 1;
    }
    return true;
}
static_assert(records_and_entries_agree(papers));
static_assert(records_and_entries_agree(repositories));
static_assert(records_and_entries_agree(datasets));
static_assert(records_and_entries_agree(courses));
static_assert(records_and_entries_agree(blogs));
static_assert(records_and_entries_agree(posts));
static_assert(records_and_entries_agree(communities));
static_assert(records_and_entries_agree(books));
static_assert(records_and_entries_agree(tools));

constexpr bool numbers_ascend() {
    for (std::size_t at = 0; at < papers.size(); ++at) {
        if (papers[at].number() != static_cast<int>(at) + 1) return false;
    }
    return true;
}
static_assert(numbers_ascend());

constexpr bool years_are_sorted() {
    int year = first_year;
    int number = 0;
    for (const paper& p : papers_between(first_year, last_year)) {
        if (p.year() < year || (p.year() == year && p.number() <= number)) return false;
        year = p.year();
        number = p.number();
    }
    return year == last_year && papers_between(first_year, last_year).size() == papers.size() &&
           papers_between(first_year, last_year).front().year() == first_year;
}
static_assert(years_are_sorted());

constexpr bool every_key_is_found() {
    for (const entry e : entries) {
        if (find(e.key()) != e) return false;
    }
    return true;
}
static_assert(every_key_is_found());

constexpr bool every_text_is_sound() {
    for (const entry e : entries) {
        if (e.key().empty() || e.title().empty() || e.description().empty()) return false;
        if (!sound(e.title(), e.title(lang::en)) || !sound(e.by(), e.by(lang::en))) return false;
        if (!sound(e.description(), e.description(lang::en)) || !terminated(e.key()) || !terminated(e.url()))
            return false;
        if (!sound(e.link_label(), e.link_label(lang::en))) return false;
    }
    for (const paper& p : papers) {
        if (!terminated(p.short_title()) || !sound(p.contribution(), p.contribution(lang::en))) return false;
    }
    for (const course& c : courses) {
        if (!terminated(c.provider()) || !sound(c.instructors(), c.instructors(lang::en))) return false;
    }
    for (const part_info& part : parts) {
        if (!terminated(part.number()) || !sound(part.title(), part.title(lang::en))) return false;
    }
    for (const category_info& section : categories) {
        if (!terminated(section.number()) || !sound(section.title(), section.title(lang::en))) return false;
        if (!terminated(to_string(section.id())) || section.column_count() == 0) return false;
        for (std::size_t column = 0; column < section.column_count(); ++column) {
            if (!sound(section.column(column), section.column(column, lang::en))) return false;
        }
    }
    return sound(catalog_title(), catalog_title(lang::en));
}
static_assert(every_text_is_sound());

// The steps follow one another through the stages, and the list is their entries in a row.
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

// What is known beyond the appendix is there in both languages, and as C strings; a paper is cited with its authors.
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

constexpr bool citations_are_sound() {
    for (const paper& p : papers) {
        const citation source = p.citation();
        if (source.authors().empty() || source.title().empty() || source.url() != p.url()) return false;
        if (source.type() == publication_type::article && (source.venue().empty() || source.year() == 0)) return false;
        if (source.type() == publication_type::preprint && (!source.venue().empty() || source.arxiv_id().empty())) {
            return false;
        }
        if (!source.arxiv_id().empty() && !source.url().ends_with(source.arxiv_id())) return false;
        for (std::size_t at = 0; at < source.authors().size(); ++at) {
            if (!terminated(source.authors()[at]) || !source.authors()[at].ends_with(source.family_name(at)))
                return false;
        }
        if (!terminated(source.title()) || !terminated(source.venue()) || !terminated(source.doi())) return false;
    }
    return true;
}
static_assert(citations_are_sound());

}  // namespace
