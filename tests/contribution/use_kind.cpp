// Uses the new kind, which check.py adds, in every way that the library offers, and writes the catalogue.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/render.hpp>

#include <iostream>
#include <iterator>
#include <type_traits>

using namespace refcatalog;

static_assert(recordings.size() == 4 && recording::kind() == record_kind::recording &&
              to_string(record_kind::recording) == "recording");
static_assert(std::is_same_v<decltype(get<"recording-on-lora">()), const recording&>);
static_assert(std::is_same_v<decltype(in<category::recorded_talks>()), std::span<const recording, 4>>);
static_assert(records_in<recording>(category::recorded_talks).data() == recordings.data() &&
              records_in<paper>(category::recorded_talks).empty());
static_assert(info(category::recorded_talks).kind() == record_kind::recording);

constexpr const recording& talk = get<"recording-on-lora">();
static_assert(talk.title(lang::en) == "A talk on LoRA" && talk.speakers().size() == 2 && talk.minutes() == 45);
static_assert(talk.recorded() == partial_date{2015, 5} && talk.shows()[0] == get<"lora">() && talk.tags()[0] == "talk");
static_assert(find<recording>("recording-on-lora") == &talk && find("recording-on-lora")->get_if<recording>() == &talk);
static_assert(find<tool>("recording-on-lora") == nullptr && entry{talk}.by() == "Ada Lovelace, Someone Else");
static_assert(entry{recordings[1]}.title() == "another-recording" && entry{talk}.year() == 2015);
static_assert(first_year == 2015 && last_year == 2027 && recordings_between(0, 9999).size() == 3);
static_assert(entries_between(2015, 2015)[0] == recordings[2] && entries_between(2015, 2015)[1] == talk &&
              &recordings_between(2015, 2015)[1] == &talk);
static_assert(recordings_in(category::recorded_talks).size() == 4 && tagged("talk").front() == talk);
static_assert(visit([](const auto& record) { return std::is_same_v<decltype(record), const recording&>; },
                    entry{talk}));
static_assert([] {
    std::size_t count = 0;
    for_each_field(talk, [&](std::string_view, const auto&) { ++count; });
    return count;
}() == 6);
// The generator derives a citation from the fields if the data give none.
constexpr citation cited = talk.citation();
static_assert(cited.type() == csl_type::motion_picture && to_string(cited.type()) == "motion_picture");
static_assert(cited.title() == "LoRA \uac15\uc5f0" && cited.issued() == partial_date{2015, 5} && cited.year() == 2015);
static_assert(cited.authors().size() == 2 && cited.contributors()[0].family() == "Lovelace");
static_assert(cited.url() == talk.url() && cited.variable("keyword") == "talk");
constexpr citation later = entry{get<"a-later-recording">()}.citation();
static_assert(later.type() == csl_type::broadcast && later.title() == "A later recording" && later.authors().empty());
static_assert(later.contributors()[0].role() == "director" && later.contributors()[0].particle() == "van der" &&
              later.has_others("director"));
static_assert(later.variable("dimensions") == "45 min" && later.end_of("event-date") == partial_date{2026, 12, 31});
static_assert(later.year() == 2027);
static_assert(rendered<[](auto out) { return write_json(out, talk); }>.find("\n  \"minutes\": 45,\n") < 1'000);
static_assert(rendered<[](auto out) { return write_bibtex(out, talk); }>.starts_with("@misc{recording-on-lora,"));

int main() {
    write_markdown(std::ostreambuf_iterator<char>{std::cout}, lang::en);
    write_csl_json(std::ostreambuf_iterator<char>{std::cout}, recordings);
}
