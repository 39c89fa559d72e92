#include "html.hpp"
#include "page.hpp"
#include "words.hpp"

#include <refcatalog/catalog.hpp>

#include <cstddef>
#include <string>

namespace site {
namespace {

using refcatalog::entry;
using refcatalog::reading_stage;
using refcatalog::reading_step;

// Up to this number of stages, they are shown side by side.
constexpr std::size_t most_columns = 5;

std::string stop_name(const reading_step& step, entry e) {
    if (step.entries().size() == 1 && !step.label().empty()) return shown(same(step.label()));
    return short_title(e);
}

std::string stop(const reading_step& step) {
    std::string names;
    for (const entry e : step.entries()) {
        if (!names.empty()) names += " / ";
        names += element("a" + href_to(e.key()), stop_name(step, e));
        if (e.status() != refcatalog::link_status::active) names += " " + state(e);
    }
    return block("li class=stop", element("span class=number", step.number() > 0 ? std::to_string(step.number()) : "") +
                                      element("p class=names", names) +
                                      (step.by().empty() ? "" : element("p class=note", shown(same(step.by())))) +
                                      element("p class='note lines'", shown(text_of(step, &reading_step::note))));
}

// A stage without numbered steps is open-ended.
bool is_open(const reading_stage& stage) {
    for (const reading_step& step : stage.steps()) {
        if (step.number() > 0) return false;
    }
    return true;
}

std::string stage_of(const reading_stage& stage) {
    std::string stops;
    for (const reading_step& step : stage.steps()) stops += stop(step);
    return block((is_open(stage) ? "li class='stage open'" : "li class=stage") + colour(stage),
                 element("h3", shown(text_of(stage, &reading_stage::name))) +
                     element("p class=duration", shown(text_of(stage, &reading_stage::duration))) +
                     list("ol class=stops", stops));
}

}  // namespace

std::string colour(const reading_stage& stage) {
    return attribute("style", "--stage:" + std::to_string(stage.number() - 1));
}

std::string reading_path() {
    const std::size_t count = refcatalog::reading_stages.size();
    if (count == 0) return "";
    std::string stages;
    for (const reading_stage& stage : refcatalog::reading_stages) stages += stage_of(stage);
    const std::size_t size = refcatalog::reading_list.size();
    const texts hint = said(std::to_string(count) + "단계, 자료 " + std::to_string(size) +
                                "개. 번호를 따라 읽는다. 이름을 누르면 카드로 간다.",
                            counted(count, "stage", "stages") + ", " + counted(size, "entry", "entries") +
                                ". Follow the numbers; each name leads to its card.");
    return block("section class=wrap aria-labelledby='~reading'",
                 heading("h2", "~reading", said("읽기 경로", "Reading path")) +
                     block("p class='hint lines'", shown(hint)) +
                     list((count <= most_columns ? "ol class='route bends'" : "ol class=route") +
                              attribute("style", "--stages:" + std::to_string(count)),
                          stages));
}

}  // namespace site
