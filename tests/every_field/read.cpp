// Reads every field of every record in data/, so that the linker keeps every table. check.py inspects the program.

#include <refcatalog/catalog.hpp>

namespace {

using namespace refcatalog;

// An effect that a compiler may neither omit nor compute in advance.
volatile std::size_t sink;
void use(std::size_t number) { sink = sink + number; }
void use(int number) { use(static_cast<std::size_t>(number)); }
void use(bool flag) { use(flag ? 1 : 0); }
void use(std::string_view text) { use(text.size() + static_cast<unsigned char>(text.data()[0])); }
void use(partial_date date) { use(date.year() + date.month() + date.day()); }
void use(entry e) { use(e.index()); }
template <class View>
void use(const View& view) {
    for (const auto element : view) use(element);
}

}  // namespace

int main(int argc, char** argv) {
    for (const lang language : languages) {
        for (const entry e : entries) {
            use(e.title(language)), use(e.aliases()), use(e.tags()), use(e.status_note(language));
            for (const labelled_link link : e.links()) use(link.label(language)), use(link.url());
            for_each_field(
                e, [](std::string_view name, const auto& value) { use(name), use(value); }, language);
        }
    }
    for (const std::string_view tag : all_tags) use(tagged(tag));
    use(entries_between(argc, 9999));
    for (const standard& s : standards_between(argc, 9999)) use(s.place());
    return find(argv[0]) ? 1 : 0;
}
