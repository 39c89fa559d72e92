// Reads every text and number of the library, so that the linker keeps every table. WITHOUT_CITATIONS omits the
// citations, WITHOUT_FACTS everything beyond the appendix. Tests inspect this program; none measures its time.

#include <refcatalog/catalog.hpp>

namespace {

using namespace refcatalog;

// An effect that a compiler may neither omit nor compute in advance.
volatile std::size_t sink;
void use(std::string_view text) { sink = sink + text.size() + static_cast<unsigned char>(text.data()[0]); }
void use(std::size_t number) { sink = sink + number; }

}  // namespace

int main(int argc, char** argv) {
    for (const lang language : {lang::ko, lang::en}) {
        use(catalog_title(language));
        for (const entry e : entries) {
            for (const std::string_view text : {e.key(), e.title(language), e.by(language), e.description(language),
                                                e.link_label(language), e.url(), to_string(e.category())}) {
                use(text);
            }
        }
        for (const paper& p : papers_between(2000 + argc, 2100)) {
            use(p.short_title());
            use(p.contribution(language));
            use(static_cast<std::size_t>(p.year()));
        }
        for (const course& c : courses) use(c.instructors(language)), use(c.provider());
        for (const part_info& part : parts) use(part.number()), use(part.title(language));
        for (const category_info& section : categories) {
            use(section.number());
            use(section.title(language));
            use(section.part().number());
            use(papers_in(section.id()).size());
            for (std::size_t column = 0; column < section.column_count(); ++column)
                use(section.column(column, language));
        }
        for (const reading_stage& stage : reading_stages) {
            use(stage.name(language));
            use(stage.duration(language));
            for (const reading_step& step : stage.steps()) {
                use(step.label());
                use(step.by());
                use(step.note(language));
                use(static_cast<std::size_t>(step.number() + step.stage().number()));
                for (const entry e : step.entries()) use(e.index());
            }
        }
    }
#if !defined(WITHOUT_FACTS)
    for (const entry e : entries) {
        use(static_cast<std::size_t>(e.status()));
        use(e.current_url());
        for (const lang language : {lang::ko, lang::en}) {
            use(e.status_note(language));
            for (const correction c : e.corrections()) use(c.cell()), use(c.fact(language));
            for (const labelled_link link : e.links()) use(link.label(language)), use(link.url());
        }
        for (const std::string_view alias : e.aliases()) use(alias);
        for (const std::string_view tag : e.tags()) use(tag);
    }
    for (const std::string_view tag : all_tags) use(tag), use(tagged(tag).size());
    use(facts_as_of.size() + static_cast<unsigned char>(facts_as_of[argc % 2 == 0 ? 1 : 0]));
#if !defined(WITHOUT_CITATIONS)
    for (const entry e : entries) {
        const citation source = e.citation();
        for (const std::string_view text : {to_string(source.type()), source.title(), source.venue(), source.arxiv_id(),
                                            source.doi(), source.url(), source.variable(argv[0])}) {
            use(text);
        }
        for (const std::string_view author : source.authors()) use(author);
        for (const contributor c : source.contributors()) {
            for (const std::string_view part :
                 {c.role(), c.name(), c.family(), c.given(), c.particle(), c.dropping_particle(), c.suffix()}) {
                use(part);
            }
            use(std::size_t{c.is_literal()} + std::size_t{source.has_others(c.role())});
        }
        for (const citation_variable each : source.variables()) use(each.name()), use(each.value());
        for (const std::string_view name : {std::string_view{"issued"}, std::string_view{argv[0]}}) {
            const partial_date begin = source.date_of(name);
            use(static_cast<std::size_t>(begin.year() + begin.month() + begin.day() + source.end_of(name).year()));
            use(source.literal_of(name));
        }
        use(static_cast<std::size_t>(source.year() + source.issued().month()));
    }
#endif
#endif
    for (const repository& r : repositories) use(static_cast<std::size_t>(r.category()));
    for (const dataset& d : datasets) use(static_cast<std::size_t>(d.category()));
    for (const blog& b : blogs) use(entry{b}.index());
    for (const post& p : posts) use(entry{p}.index());
    for (const community& c : communities) use(entry{c}.index());
    for (const book& b : books) use(entry{b}.index());
    for (const tool& t : tools) use(entry{t}.index());
    return find(argv[0]) ? 1 : 0;
}
