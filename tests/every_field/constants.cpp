// Evaluates the catalogue in data/ at compile time. The functions are queries that the compiler can answer: each must
// compile to a single move of a constant.

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <ranges>
#include <type_traits>

using namespace refcatalog;

static_assert(standards.size() == 4 && talks.size() == 2 && papers.size() == 2 && tools.size() == 2);
static_assert(entries.size() == 10 + references.size() && categories.size() == 6 && parts.size() == 3 &&
              languages.size() == 3);
static_assert(lang{} == lang::en && languages[2] == lang::zh_hans && to_string(lang::zh_hans) == "zh-Hans");

// Keys of any characters, and aliases.
static_assert(get<"doe:2001/a+b">().place() == 1 && get<"표준">().key() == "표준");
static_assert(&get<"1Hq63sZuH">() == &standards[0] && find("scanner")->key() == "scan");
static_assert(find<talk>("도서관") == &talks[0] && find<paper>("도서관") == nullptr && !find("Scanner"));

// A field of each type, present and absent.
static_assert(get<"doe:2001/a+b">().name() == "ISO 1: Rooms" && get<"a.tool">().name().empty());
static_assert(get<"doe:2001/a+b">().scope() == "Rooms for reading" && get<"표준">().scope(lang::ja) == "\u95e8");
static_assert(get<"doe:2001/a+b">().abstract() == "Rooms are quiet.\n\nDoors stay\nclosed.");
static_assert(get<"doe:2001/a+b">().full_text() == "ftp://files.example/iso%201.txt");
static_assert(get<"doe:2001/a+b">().pages() == 2147483647 && get<"표준">().pages() == -2147483647);
static_assert(get<"doe:2001/a+b">().revised() == 9999 && get<"a.tool">().revised() == 0 &&
              get<"a.tool">().pages() == 0);
static_assert(get<"doe:2001/a+b">().published() == partial_date{2001, 5, 3} && get<"표준">().published().month() == 12);
static_assert(get<"doe_study_2001">().published() < get<"doe:2001/a+b">().published());
static_assert(get<"a.tool">().published() == partial_date{} && !get<"a.tool">().withdrawn());
static_assert(get<"doe:2001/a+b">().withdrawn() && !get<"doe_study_2001">().withdrawn());
static_assert(get<"doe:2001/a+b">().bodies().size() == 2 && get<"표준">().bodies()[0] == "ISO");
static_assert(get<"doe:2001/a+b">().replaces()[1] == get<"old">() && get<"a.tool">().replaces().empty());
static_assert(get<"keynote">().text().empty() && get<"도서관">().entry().back() == entry{get<"도서관">()});

// The name of a field does not affect the type of its accessor.
static_assert(std::is_same_v<decltype(talks[0].date()), partial_date> &&
              std::is_same_v<decltype(talks[0].size()), int>);
static_assert(std::is_same_v<decltype(talks[0].text()), text_list_view>);
static_assert(std::is_same_v<decltype(standards[0].replaces()), entry_list_view>);
static_assert(std::is_same_v<decltype(standards[0].withdrawn()), bool>);
static_assert(noexcept(standards[0].scope(lang::ja)) && noexcept(standards[0].replaces()) && noexcept(tagged({})));

// The members common to all records.
static_assert(entry{get<"a.tool">()}.title() == "a.tool" && entry{get<"표준">()}.by() == "ISO");
static_assert(entry{talks[1]}.year() == std::nullopt && entry{get<"scan">()}.year() == 1999);
static_assert(get<"doe:2001/a+b">().links()[1].url() == "mailto:editor@rooms.example");
static_assert(get<"doe:2001/a+b">().status() == link_status::moved && get<"표준">().current_url().empty());
static_assert(std::ranges::is_sorted(all_tags) && tagged("quiet").size() == 2 && tagged("loud").empty());
static_assert(in<category::current>().size() == 4 && in<category::retired>().empty());
static_assert(records_in<standard>(category::current).data() == &get<"doe:2001/a+b">());
static_assert(records_in<talk>(category::current).empty());
static_assert(entries_between(1687, 2001).size() == 6 && entries_between(2002, 9999).empty());
static_assert(&standards_between(2000, 9999).front() == &get<"doe_study_2001">());

// Citations, with variables that are present and absent.
constexpr citation names = get<"names">().citation();
static_assert(to_string(csl_type::motion_picture) == "motion_picture" &&
              to_string(csl_type::post_weblog) == "post-weblog");
static_assert(to_string(static_cast<csl_type>(255)).empty() && names.type() == csl_type::paper_conference);
static_assert(names.authors().size() == 26 && names.authors()[5] == "Ludwig van Beethoven" &&
              names.has_others("author"));
static_assert(names.contributors()[26].role() == "editor" && !names.has_others("editor") && !names.has_others(""));
static_assert(names.issued() == partial_date{2020, 5, 3} && names.end_of("issued") == partial_date{2020, 5, 8});
static_assert(names.variable("publisher") == "Names & Co." && names.variable("volume").empty());
static_assert(get<"everything">().citation().variables().size() == 65 &&
              names.variables()[0].name() == "container-title");
static_assert(get<"of_nobody">().citation().contributors().empty() && get<"map">().citation().year() == 0);
static_assert(get<"map">().citation().literal_of("issued") == "no date" && get<"bill">().citation().year() == 1215);
static_assert(noexcept(names.variable({})) && noexcept(names.contributors()) && noexcept(names.date_of({})));

template <class View>
constexpr bool is_view = std::ranges::random_access_range<View>&& std::ranges::sized_range<View>&&
    std::ranges::borrowed_range<View>&& std::ranges::view<View>&& std::default_initializable<View>;
static_assert(is_view<text_list_view> && is_view<link_view> && is_view<entry_list_view> && is_view<entry_view>);
static_assert(is_view<contributor_view> && is_view<citation_variable_view> && is_view<name_view>);
static_assert(is_view<standard_view> && is_view<paper_view> && is_view<tool_view> && is_view<correction_view>);

// The total size of an entry's text fields in a language.
constexpr std::size_t bytes_of(entry e, lang language) {
    std::size_t bytes = 0;
    for_each_field(
        e,
        [&](std::string_view, const auto& value) {
            if constexpr (std::is_same_v<decltype(value), const std::string_view&>) bytes += value.size();
        },
        language);
    return bytes;
}
static_assert(bytes_of(get<"3rd">(), lang::ja) == 0 && bytes_of(get<"scan">(), lang::ja) == 4);
static_assert(bytes_of(get<"도서관">(), lang::en) == std::string_view{"\u56f3\u66f8\u9928Guy Roe"}.size());

extern "C" {
int number_of_an_alias() { return get<"3GPP-TT">().pages(); }
int least_number() { return get<"표준">().pages(); }
int year_of_a_date() { return get<"표준">().published().year(); }
bool flag_of_a_key() { return get<"doe:2001/a+b">().withdrawn(); }
std::size_t index_of_an_alias() { return find("1Hq63sZuH")->index(); }
std::size_t index_of_a_key_in_hangul() { return find("도서관")->index(); }
std::size_t texts_of_a_field() { return get<"doe:2001/a+b">().bodies().size(); }
std::size_t entry_of_a_field() { return get<"doe:2001/a+b">().replaces()[1].index(); }
std::size_t tags_of_a_record() { return get<"doe:2001/a+b">().tags().size(); }
std::size_t length_of_a_link() { return get<"doe:2001/a+b">().links()[0].label(lang::ja).size(); }
std::size_t length_of_a_fallback() { return get<"표준">().scope(lang::ja).size(); }
int year_of_a_citation() { return get<"bill">().citation().year(); }
std::size_t length_of_a_title() { return get<"names">().citation().title().size(); }
std::size_t number_of_contributors() { return get<"names">().citation().contributors().size(); }
std::size_t number_of_tags() { return all_tags.size(); }
#if !defined(__clang__)  // clang does not unroll the search
std::size_t entries_of_a_tag() { return tagged("quiet").size(); }
#endif
std::size_t entries_of_some_years() { return entries_between(1999, 2001).size(); }
std::size_t records_of_some_years() { return standards_between(2000, 9999).size(); }
std::size_t records_of_a_category() { return records_in<standard>(category::current).size(); }
}
