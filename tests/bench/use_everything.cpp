// Reads every text and number of the library, so that a linker keeps every table; with WITHOUT_FACTS only those of the
// appendix. Built, and looked at, never timed.

#include <refcatalog/catalog.hpp>

namespace {

using namespace refcatalog;

// Something with an effect that no compiler may leave out, or do beforehand.
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
        }
    }
    for (const paper& p : papers) {
        const citation source = p.citation();
        for (const std::string_view text :
             {source.title(), source.venue(), source.arxiv_id(), source.doi(), source.url()}) {
            use(text);
        }
        for (std::size_t at = 0; at < source.authors().size(); ++at)
            use(source.authors()[at]), use(source.family_name(at));
        use(static_cast<std::size_t>(source.type()) + static_cast<std::size_t>(source.year()) +
            (source.in_journal() ? 1 : 0));
    }
    use(facts_as_of.size() + static_cast<unsigned char>(facts_as_of[argc % 2 == 0 ? 1 : 0]));
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
