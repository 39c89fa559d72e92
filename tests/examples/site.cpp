// Writes the whole catalogue as one HTML page that needs nothing but itself.
//     g++ -std=c++20 -Iinclude tests/examples/site.cpp -o site
//     ./site > page.html
//
// Every entry is a card of static HTML, in both languages, so that the page can be read without scripts. The script
// only hides: entries that a filter leaves out, and the language that was not chosen. Its state lives in the fragment,
// as in page.html#q=lora&category=peft&from=2022&to=2023&lang=en, and means what the library's own queries mean.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>

#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

using refcatalog::category_info;
using refcatalog::entry;
using refcatalog::lang;
using refcatalog::link_status;
using refcatalog::paper;
using refcatalog::reading_stage;
using refcatalog::reading_step;
using refcatalog::record_kind;

// At the end of this file.
std::string_view style();
std::string_view script();

// ---- Building blocks ----

// A text in both languages.
struct words {
    std::string ko;
    std::string en;
};

// What a text accessor gives, as in both(e, &entry::title).
template <class Record, class Accessor>
words both(const Record& record, Accessor accessor) {
    return {std::string{(record.*accessor)(lang::ko)}, std::string{(record.*accessor)(lang::en)}};
}

words same(std::string_view text) { return {std::string{text}, std::string{text}}; }

std::string escaped(std::string_view text) {
    std::string result;
    for (const char character : text) {
        switch (character) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default: result += character;
        }
    }
    return result;
}

std::string attribute(const std::string& name, std::string_view value) {
    return " " + name + "=\"" + escaped(value) + '"';
}

// An element, from its name and attributes, and its content as HTML.
std::string element(const std::string& opening, const std::string& content) {
    return "<" + opening + ">" + content + "</" + opening.substr(0, opening.find(' ')) + ">";
}

std::string block(const std::string& opening, const std::string& content) { return element(opening, content) + "\n"; }

// Both languages, of which the script shows one. What is the same in both is English, or a name, and stands once.
std::string shown(const words& text, const std::string& attributes = "") {
    if (text.ko == text.en) return element("span lang=en" + attributes, escaped(text.en));
    return element("span class=ko lang=ko" + attributes, escaped(text.ko)) +
           element("span class=en lang=en" + attributes, escaped(text.en));
}

// What a search looks through: the script compares the whole text of each element marked so.
std::string searchable(const words& text) { return shown(text, " data-find"); }

// An element that may hold nothing but text, so that the script has to put the chosen language in.
std::string text_only(const std::string& opening, const words& text) {
    const std::string languages = attribute("data-ko", text.ko) + attribute("data-en", text.en);
    return element(opening + " lang=ko" + languages, escaped(text.ko));
}

// Keys have no underscore: an id with one is never that of a card.
std::string heading(const std::string& level, const std::string& id, const words& text) {
    return block(level + attribute("id", id), shown(text));
}

std::string list(const std::string& opening, const std::string& items) {
    return block(opening + " role=list", "\n" + items);  // Safari takes a list without bullets for none
}

std::string plain(std::size_t number) { return std::to_string(number); }

// The hues of the kinds are spread over the circle.
std::string colour(record_kind kind) {
    return attribute("style", "--hue:" + std::to_string(255 + 40 * static_cast<int>(kind)));
}
std::string colour(const reading_stage& stage) {
    return attribute("style", "--stage:" + std::to_string(stage.number() - 1));
}

// ---- Words for what the library has only as enumerators ----

words plural(record_kind kind) {
    switch (kind) {
        case record_kind::paper: return {"논문", "Papers"};
        case record_kind::repository: return {"저장소", "Repositories"};
        case record_kind::dataset: return {"데이터셋", "Datasets"};
        case record_kind::course: return {"강의", "Courses"};
        case record_kind::blog: return {"블로그", "Blogs"};
        case record_kind::post: return {"글", "Posts"};
        case record_kind::community: return {"커뮤니티", "Communities"};
        case record_kind::book: return {"책", "Books"};
        case record_kind::tool: return {"도구", "Tools"};
    }
    return {};
}

words name_of(record_kind kind) { return {plural(kind).ko, std::string{to_string(kind)}}; }

std::string korean_name_of(link_status status) {
    switch (status) {
        case link_status::active: return "이용 가능";
        case link_status::renamed: return "이름 바뀜";
        case link_status::moved: return "옮겨 감";
        case link_status::archived: return "보관됨";
        case link_status::closed: return "종료됨";
        case link_status::unknown: return "확인 안 됨";
    }
    return "";
}

words name_of_cell(std::string_view cell) {
    constexpr std::string_view names[][2] = {{"title", "제목"},       {"authors", "저자"},     {"author", "저자"},
                                             {"name", "이름"},        {"summary", "요약"},     {"contribution", "기여"},
                                             {"description", "설명"}, {"topic", "주제"},       {"content", "내용"},
                                             {"features", "특징"},    {"instructors", "강사"}, {"purpose", "용도"},
                                             {"provider", "기관"},    {"link", "링크"},        {"year", "연도"}};
    for (const auto& [name, korean] : names) {
        if (name == cell) return {std::string{korean}, std::string{cell}};
    }
    return same(cell);
}

// ---- What several parts of the page need ----

words page_title() {
    return {std::string{refcatalog::catalog_title(lang::ko)}, std::string{refcatalog::catalog_title(lang::en)}};
}

// The step of the reading order that names the entry, null where there is none.
const reading_step* step_of(entry e) {
    for (const reading_step& step : refcatalog::reading_order) {
        for (const entry named : step.entries()) {
            if (named == e) return &step;
        }
    }
    return nullptr;
}

// A little square that stands for an entry in the charts, and fades when the entry is not shown.
std::string unit(entry e) { return element("span class=unit" + attribute("data-unit", e.key()), ""); }

std::string state(entry e) {
    const words name{korean_name_of(e.status()), std::string{to_string(e.status())}};
    return element("span class=state" + attribute("data-status", to_string(e.status())), shown(name));
}

std::string count() {
    const std::string all = plain(refcatalog::entries.size());
    const std::string number = element("b data-count", all);
    return element("span class=ko lang=ko", all + "개 가운데 " + number + "개") +
           element("span class=en lang=en", number + " of " + all + " entries");
}

// ---- The top of the page ----

std::string top() {
    const std::string papers = plain(refcatalog::papers.size());
    const std::string others = plain(refcatalog::entries.size() - refcatalog::papers.size());
    words lead{"논문 " + papers + "편과 그 밖의 자료 " + others + "개.",
               papers + " papers and " + others + " other resources."};
    if (const std::string month{refcatalog::facts_as_of}; !month.empty()) {
        lead.ko += " 주소와 사실은 " + month + "에 확인했다.";
        lead.en += " Links and facts as of " + month + ".";
    }
    const std::string languages = element("button type=button data-language=ko aria-pressed=true lang=ko", "한국어") +
                                  element("button type=button data-language=en aria-pressed=false lang=en", "English");
    return block("header class='wrap top'",
                 block("div class='languages controls' role=group aria-label='한국어, English'", languages) +
                     block("h1 class=lines", shown(page_title())) + block("p class='lead lines'", shown(lead)));
}

// ---- The reading path ----

std::string stop_name(const reading_step& step, entry e) {
    if (step.entries().size() == 1 && !step.label().empty()) return shown(same(step.label()));
    const paper* found = e.get_if<paper>();
    return shown(found ? same(found->short_title()) : both(e, &entry::title));
}

std::string stop(const reading_step& step) {
    std::string names;
    for (const entry e : step.entries()) {
        if (!names.empty()) names += " / ";
        names += element("a" + attribute("href", "#" + std::string{e.key()}), stop_name(step, e));
        if (e.status() != link_status::active) names += " " + state(e);
    }
    return block("li class=stop", element("span class=number", step.number() > 0 ? std::to_string(step.number()) : "") +
                                      element("p class=names", names) +
                                      (step.by().empty() ? "" : element("p class=note lang=en", escaped(step.by()))) +
                                      element("p class='note lines'", shown(both(step, &reading_step::note))));
}

std::string reading_path() {
    std::string stages;
    for (const reading_stage& stage : refcatalog::reading_stages) {
        std::string stops;
        for (const reading_step& step : stage.steps()) stops += stop(step);
        stages += block("li class=stage" + colour(stage),
                        element("h3", shown(both(stage, &reading_stage::name))) +
                            element("p class=duration", shown(both(stage, &reading_stage::duration))) +
                            list("ol class=stops", stops));
    }
    const std::string number = plain(refcatalog::reading_stages.size());
    const std::string size = plain(refcatalog::reading_list.size());
    const words hint{number + "단계, 자료 " + size + "개. 번호를 따라 읽는다. 이름을 누르면 카드로 간다.",
                     number + " stages, " + size + " entries. Follow the numbers; each name leads to its card."};
    return block("section class=wrap id=reading_path aria-labelledby=reading_heading",
                 heading("h2", "reading_heading", {"읽기 경로", "Reading path"}) +
                     block("p class='hint lines'", shown(hint)) +
                     list("ol class=route" + attribute("style", "--stages:" + number), stages));
}

// ---- The charts: a square for each entry. Without scripts the marks are disabled, and so only a picture. ----

std::string mark(const std::string& attributes, const std::string& name, const std::string& units,
                 const std::string& amount) {
    return block("li", element("button type=button class=mark aria-pressed=false disabled" + attributes,
                               element("span class=name", name) + element("span class=units aria-hidden=true", units) +
                                   element("span class=amount", amount)));
}

std::string year_chart() {
    std::string marks;
    for (int year = refcatalog::first_year; year <= refcatalog::last_year; ++year) {
        const auto found = refcatalog::papers_between(year, year);
        std::string units;
        for (const paper& p : found) units += unit(p);
        const std::string name = std::to_string(year);
        marks += mark(attribute("data-year", name), name, units,
                      plain(found.size()) + element("span class=unseen", shown({"편", " papers"})));
    }
    return heading("h3", "years_heading", {"연도별 논문", "Papers by year"}) +
           list("ol class=years aria-labelledby=years_heading" + colour(record_kind::paper), marks);
}

std::string category_chart() {
    std::string groups;
    for (const auto& part : refcatalog::parts) {
        std::string name;
        std::string marks;
        for (const category_info& category : refcatalog::categories) {
            if (category.part() != part) continue;
            // A part without categories of its own is one itself, and needs no name above its own.
            if (category.number() != part.number())
                name = element("h4", shown(both(part, &refcatalog::part_info::title)));
            std::string units;
            for (const entry e : entries_in(category.id())) units += unit(e);
            marks += mark(attribute("data-category", to_string(category.id())) + colour(category.kind()),
                          shown(both(category, &category_info::title)), units, plain(category.size()));
        }
        groups += block("div class=group", name + list("ul", marks));
    }
    return heading("h3", "categories_heading", {"분류별 자료", "Entries by category"}) +
           block("div class=groups", "\n" + groups);
}

std::string legend() {
    std::string items;
    for (int number = 0;; ++number) {
        const auto kind = static_cast<record_kind>(number);
        if (to_string(kind).empty()) break;
        std::size_t size = 0;
        for (const category_info& category : refcatalog::categories)
            size += category.kind() == kind ? category.size() : 0;
        items += block("li" + colour(kind), element("span class=unit aria-hidden=true", "") + shown(plural(kind)) +
                                                element("span class=amount", plain(size)));
    }
    return heading("h3", "kinds_heading", {"종류", "Kinds"}) +
           list("ul class=legend aria-labelledby=kinds_heading", items);
}

std::string charts() {
    const std::string how = shown({"연도나 분류를 누르면 그것만 남고, 다시 누르면 풀린다.",
                                   "Press a year or a category to keep only that; press again to undo."});
    return block("section class=wrap aria-labelledby=charts_heading",
                 heading("h2", "charts_heading", {"한눈에 보기", "At a glance"}) +
                     block("p class=hint", shown({"네모 하나가 자료 하나다.", "Each square is one entry."}) +
                                               element("span class=controls",
                                                       " " + how + " " + element("a href='#all_entries'", count()))) +
                     block("div class=charts", block("div", year_chart() + legend()) + block("div", category_chart())));
}

// ---- The filters ----

std::string field(const std::string& id, const words& label, const std::string& control) {
    return block("div class=field", element("label" + attribute("for", id), shown(label)) + control);
}

std::string year_choice(const std::string& id, const words& label) {
    std::string options = text_only("option value=''", {"전체", "Any"});
    for (int year = refcatalog::first_year; year <= refcatalog::last_year; ++year) {
        options += element("option", std::to_string(year));
    }
    return field(id, label, element("select" + attribute("id", id), options));
}

std::string category_choice() {
    std::string options = text_only("option value=''", {"모든 분류", "All categories"});
    for (const category_info& category : refcatalog::categories) {
        const std::string number = std::string{category.number()} + " ";
        const words title = both(category, &category_info::title);
        options +=
            text_only("option" + attribute("value", to_string(category.id())), {number + title.ko, number + title.en});
    }
    return field("category_choice", {"분류", "Category"}, element("select id=category_choice", options));
}

std::string filters() {
    return block("form class='filters controls' role=search",
                 field("search_text", {"검색: 제목, 만든 이, 설명", "Search titles, makers, descriptions"},
                       "<input id=search_text type=search autocomplete=off spellcheck='false'>") +
                     category_choice() + year_choice("from_year", {"논문: 이 해부터", "Papers from"}) +
                     year_choice("to_year", {"이 해까지", "to"}) +
                     element("button type=button class=reset data-reset", shown({"초기화", "Reset"})) +
                     element("p class=count role=status aria-live=polite", count()));
}

// ---- The cards ----

std::string_view best_url(entry e) { return e.current_url().empty() ? e.url() : e.current_url(); }

// "https://example.org/" as people write it: "example.org".
std::string address(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
    if (url.ends_with('/')) url.remove_suffix(1);
    return element("span translate=no", escaped(url));
}

// Where the title leads; marked where that is not what the appendix says, or is known to be out of date.
std::string address_lines(entry e) {
    const auto line = [](const std::string& content) { return element("p class=address", content); };
    const auto marked = [&](const words& label, const std::string& content) {
        return line(element("span class=tag", shown(label)) + " " + content);
    };
    const words in_appendix{"부록의 주소", "appendix link"};
    if (best_url(e).empty()) return e.link_label().empty() ? "" : line(shown(both(e, &entry::link_label)));
    if (e.current_url() == e.url()) return line(address(e.url()));
    if (e.current_url().empty()) return marked(in_appendix, address(e.url()));
    if (e.url().empty()) return marked({"부록에 없는 주소", "not in the appendix"}, address(e.current_url()));
    return marked({"지금 주소", "now at"}, address(e.current_url())) +
           marked(in_appendix, element("a rel=external" + attribute("href", e.url()), address(e.url())));
}

std::string corrections(entry e) {
    if (e.corrections().empty()) return "";
    std::string items;
    for (const auto& correction : e.corrections()) {
        items += element("li class=lines", element("b", shown(name_of_cell(correction.cell()))) + " " +
                                               shown(both(correction, &refcatalog::correction::fact)));
    }
    return element("div class=corrections", element("h5", shown({"바로잡음", "Corrections"})) + list("ul", items));
}

std::string citation(entry e) {
    std::string bibtex;
    write_bibtex(std::back_inserter(bibtex), e);
    const paper* p = e.get_if<paper>();
    const std::string name = shown(p ? same(p->short_title()) : both(e, &entry::title));
    // A citation is in no language: some titles are English, others Korean.
    return block("details",
                 element("summary", "BibTeX" + element("span class=unseen", ": " + name)) +
                     element("pre lang='' translate=no tabindex=0", escaped(bibtex)) +
                     element("p class=controls", element("button type=button data-copy", shown({"복사", "Copy"})) +
                                                     " " + element("span role=status", "")));
}

std::string badge(const reading_step& step) {
    return element("span class=badge" + colour(step.stage()),
                   shown(both(step.stage(), &reading_stage::name)) +
                       (step.number() > 0 ? " " + std::to_string(step.number()) : ""));
}

std::string card(entry e) {
    const paper* p = e.get_if<paper>();
    const reading_step* step = step_of(e);
    const category_info& category = info(e.category());
    const bool active = e.status() == link_status::active;
    const words by = both(e, &entry::by);
    const words note = both(e, &entry::status_note);
    const std::string year = p ? std::to_string(p->year()) : "";
    const std::string title = searchable(both(e, &entry::title));
    const std::string link = "a rel=external" + attribute("href", best_url(e));

    std::string content = element("p class=meta", element("span class=kind", shown(name_of(e.kind()))) +
                                                      (step ? badge(*step) : "") + element("span class=year", year));
    content += element("h4", best_url(e).empty() ? title : element(link, title));
    if (!by.ko.empty()) content += element("p class=by", searchable(by));
    content += element("p class=lines", searchable(both(e, &entry::description)));
    if (p) {
        content += element("p class='more lines'", element("b", shown(name_of_cell("contribution"))) + " " +
                                                       shown(both(*p, &paper::contribution)));
    }
    content += address_lines(e);
    if (!active || !note.ko.empty()) {
        content +=
            element("p class='more lines'", (active ? "" : state(e) + " ") + (note.ko.empty() ? "" : shown(note)));
    }
    content += corrections(e);
    content += element("p class=place", element("span", escaped(category.number()) + " " +
                                                            shown(both(category, &category_info::title))) +
                                            (active ? state(e) : ""));
    content += citation(e);
    return block("article class=card tabindex=-1" + attribute("id", e.key()) +
                     attribute("data-category", to_string(e.category())) + (p ? attribute("data-year", year) : "") +
                     colour(e.kind()),
                 content);
}

std::string cards_of(const category_info& category) {
    const std::string id = std::string{to_string(category.id())} + "_cards";
    std::string cards;
    for (const entry e : entries_in(category.id())) cards += card(e);
    return block("section class=category" + attribute("aria-labelledby", id),
                 block("h3" + attribute("id", id), element("span class=category_number", escaped(category.number())) +
                                                       " " + shown(both(category, &category_info::title))) +
                     block("div class=cards", "\n" + cards));
}

std::string all_cards() {
    std::string cards;
    for (const category_info& category : refcatalog::categories) cards += cards_of(category);
    const words nothing{"맞는 자료가 없다. 검색어나 분류, 연도를 바꾸거나 초기화한다.",
                        "No entry matches. Change the search, the category or the years, or reset."};
    return block("section class=wrap id=all_entries tabindex=-1 aria-labelledby=entries_heading",
                 heading("h2", "entries_heading", {"전체 자료", "All entries"}) + filters() +
                     block("p id=nothing_found hidden", shown(nothing)) + cards);
}

// ---- The page ----

std::string page() {
    const std::string head =
        "\n<meta charset='utf-8'>\n"
        "<meta name=viewport content='width=device-width, initial-scale=1'>\n" +
        text_only("title", page_title()) + block("style", std::string{style()}) +
        block("script", std::string{script()});
    // The templates hold what a copy button says, for the script to take.
    const std::string body =
        "\n" + block("a class=skip href='#all_entries'", shown({"자료로 건너뛰기", "Skip to the entries"})) + top() +
        block("main", "\n" + reading_path() + charts() + all_cards()) +
        block("footer class=wrap", "refcatalog " + escaped(refcatalog::version)) +
        block("template id=copied_message", shown({"복사했다", "Copied"})) +
        block("template id=selected_message", shown({"선택했다. Ctrl+C로 복사한다", "Selected: press Ctrl+C"}));
    return "<!DOCTYPE html>\n" + block("html lang=ko", "\n" + block("head", head) + block("body", body));
}

}  // namespace

int main() {
    std::cout << page() << std::flush;
    return std::cout ? 0 : 1;
}

namespace {

// ---- What it looks like and what it does; both in one piece ----

std::string_view style() {
    return R"css(
:root {
  color-scheme: light dark;
  --paper: #f6f4ee; --surface: #fffefa; --ink: #24221e; --muted: #645f56; --line: #dfdace; --link: #24508f;
  --red: #a5331f; --good: #2e7346; --fair: #8a5a00; --kind-light: 0.6; --stage-light: 0.52;
  --serif: "Source Serif 4", "Noto Serif KR", "Noto Serif CJK KR", "Nanum Myeongjo", AppleMyungjo, Batang, Georgia, serif;
  --sans: Pretendard, "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", system-ui, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --surface: #1f2125; --ink: #e9e5dc; --muted: #aaa497; --line: #37393f; --link: #a9c7f5;
    --red: #f29480; --good: #8ccba0; --fair: #e3b866; --kind-light: 0.72; --stage-light: 0.76;
  }
}
/* --hue and --stage are given by the elements. */
[style*="--hue"] { --colour: oklch(var(--kind-light) 0.11 var(--hue)); }
[style*="--stage:"] {
  --colour: oklch(var(--stage-light) 0.12 calc(190 + 38 * var(--stage)));
  --next: oklch(var(--stage-light) 0.12 calc(228 + 38 * var(--stage)));
}
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); -webkit-text-size-adjust: 100%; }
body { margin: 0; word-break: keep-all; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, p, ol, ul, pre { margin: 0; padding: 0; }
h1, h2, h3, h4 { font-family: var(--serif); line-height: 1.3; }
ol, ul { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
button, input, select { font: inherit; color: inherit; }
button, summary { cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
.wrap { max-width: 74rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--surface); z-index: 3; }
.skip:focus { top: 0.5rem; }

/* Languages: the chosen one, or without scripts both, the English behind or beneath the Korean. */
.js:lang(ko) .en, .js:lang(en) .ko, html:not(.js) .controls { display: none; }
html:not(.js) .ko + .en::before { content: " \b7  "; }
html:not(.js) :is(.lines, h4, h4 a) > :is(.ko, .en) { display: block; }
html:not(.js) :is(.lines, h4, h4 a) > .ko + .en { opacity: 0.85; font-size: 0.92em; }
html:not(.js) :is(.lines, h4, h4 a) > .ko + .en::before { content: none; }

.top { padding-top: clamp(1.25rem, 4vw, 3rem); }
h1 { font-size: clamp(2rem, 5.5vw, 3.2rem); letter-spacing: -0.01em; }
.lead { margin-top: 0.6rem; color: var(--muted); font-size: 1.05rem; }
.languages {
  float: right; margin-left: 1rem; display: flex; border: 1px solid var(--line); border-radius: 99px; overflow: hidden;
}
.languages button { border: 0; background: none; padding: 0.3rem 0.9rem; font-size: 0.875rem; }
.languages button:focus-visible { outline-offset: -3px; border-radius: 99px; }
[aria-pressed="true"] { background: var(--ink) !important; color: var(--paper); }
section.wrap { padding-top: clamp(2.5rem, 5vw, 3.75rem); }
section.wrap:focus { outline: none; }
h2 { font-size: 1.6rem; padding-top: 0.8rem; border-top: 2px solid var(--ink); }
.hint { color: var(--muted); font-size: 0.95rem; }

/* The reading path: one line through all stops. On a wide screen it runs down a stage and up again to the next:
   ::before is its way down and, under the stops, back up; ::after the bend into the next stage. */
.route { margin-top: 1.8rem; }
.stage { position: relative; padding: 0 0 1.6rem 2.6rem; }
.stage::before { content: ""; position: absolute; inset: 0 auto 0 12px; border-left: 4px solid var(--colour); }
.stage:last-child::before { border-left-style: dotted; bottom: 1.2rem; }
.stage h3 { color: var(--colour); font-size: 1.3rem; display: inline; }
.duration { color: var(--muted); font-size: 0.85rem; display: inline; margin-left: 0.6rem; }
.stops { margin-top: 0.9rem; display: grid; gap: 0.9rem; }
.stop { position: relative; font-size: 0.875rem; line-height: 1.45; }
.number {
  position: absolute; left: -2.6rem; top: -2px; width: 28px; height: 28px; display: grid; place-items: center;
  border: 3px solid var(--colour); border-radius: 50%; background: var(--surface); font-weight: 700; font-size: 0.8rem;
}
.number:empty { width: 16px; height: 16px; margin: 5px 6px; }
.names { font-weight: 700; font-size: 0.95rem; }
.names a { color: inherit; text-decoration: 2px underline var(--colour); }
.note { color: var(--muted); padding-right: 0.5rem; }
@media (min-width: 62rem) {
  .route {
    display: grid; grid-template-columns: repeat(var(--stages), 1fr); column-gap: 2.2rem; padding: 1rem 0 1.2rem;
  }
  .stage { padding-bottom: 1rem; }
  .stage:not(:last-child)::before {
    inset: 0 -0.4rem -1.2rem 12px; border: solid var(--colour); border-width: 0 4px 4px; border-radius: 0 0 22px 22px;
  }
  .stage:not(:last-child)::after {
    content: ""; position: absolute; left: calc(100% + 0.4rem - 4px); width: calc(1.8rem + 20px); top: -22px; height: 22px;
    border: solid var(--next); border-width: 4px 4px 0; border-radius: 22px 22px 0 0;
  }
  .stage h3 { display: block; line-height: 1; }
  .duration { display: block; margin: 0.3rem 0 0; }
}

/* The charts. */
.unit, .kind::before {
  content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 2px; background: var(--colour);
}
.unit.off { opacity: 0.2; }
.charts { display: grid; gap: 2.5rem 4rem; margin-top: 1.6rem; }
.charts h3 { font-size: 1.1rem; }
.mark { border: 0; background: none; padding: 0.3rem 0.5rem; border-radius: 6px; text-align: start; line-height: 1.35; }
.mark, .legend { font-size: 0.875rem; }
.mark:disabled { color: inherit; cursor: default; }
.mark:enabled:hover { background: color-mix(in srgb, var(--ink) 7%, transparent); }
.amount, .years .name { font-variant-numeric: tabular-nums; }
.mark:not([aria-pressed="true"]) .amount, .legend .amount { color: var(--muted); }
.units { display: flex; flex-wrap: wrap; gap: 2px; }
.years { display: flex; align-items: end; margin: 0.8rem 0 2rem; }
.years li { flex: 1; min-width: 0; }
.years .mark {
  width: 100%; padding-inline: 0; display: flex; flex-flow: column-reverse; align-items: center; gap: 0.25rem;
}
.years .units {
  flex-flow: column-reverse; align-items: center; width: 100%; padding-bottom: 2px; border-bottom: 1px solid;
}
.years .unit { width: 16px; }
.groups { columns: 17rem 2; column-gap: 1.5rem; margin: 0.6rem -0.5rem 0; }
.group { break-inside: avoid; padding-bottom: 0.9rem; }
.group:not(:has(h4)) { padding-bottom: 0; }
.group h4 { font: 600 0.8rem/1.6 var(--sans); color: var(--muted); padding-inline: 0.5rem; }
.group .mark { width: 100%; display: grid; grid-template-columns: 1fr auto; gap: 0.15rem 0.75rem; }
.group .units { grid-area: 2 / 1 / 3 / 3; }
.legend {
  margin-top: 0.6rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 0.15rem 1rem;
}
.legend .unit, .kind::before { margin-right: 0.5rem; }
.legend .amount { margin-left: 0.5rem; }
@media (min-width: 62rem) { .charts { grid-template-columns: 22rem 1fr; } }

/* The filters and the cards. */
.filters {
  display: flex; flex-wrap: wrap; gap: 0.6rem 0.8rem; align-items: end; padding: 0.9rem 0; background: var(--paper);
}
.field { display: grid; }
.field:first-child { flex: 1 1 15rem; }
.field label { font-size: 0.8rem; color: var(--muted); }
.filters input, .filters select, .reset, .card button {
  min-width: 0; max-width: 100%; height: 2.5rem; padding: 0.35rem 0.6rem;
  border: 1px solid var(--muted); border-radius: 6px; background: var(--surface);
}
#category_choice { width: 17rem; text-overflow: ellipsis; }
.count { margin-left: auto; line-height: 2.5rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.count b { color: var(--ink); }
#nothing_found {
  margin-top: 1rem; padding: 2.5rem 1rem; text-align: center; border: 1px dashed var(--muted); border-radius: 10px;
}
.category h3 { font-size: 1.15rem; padding: 1.6rem 0 0.7rem; }
.category_number { color: var(--muted); font-weight: 400; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19.5rem), 1fr)); gap: 1rem; }
.card {
  display: flex; flex-direction: column; gap: 0.45rem; min-width: 0; padding: 0.95rem 1.1rem 1rem;
  background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--colour);
  border-radius: 3px 3px 10px 10px; font-size: 0.9rem; line-height: 1.55;
}
.card:focus { outline: 3px solid var(--link); outline-offset: 2px; }
.meta, .place { display: flex; gap: 0.2rem 0.7rem; align-items: center; justify-content: space-between; }
.meta, .place, .address { font-size: 0.8rem; line-height: 1.5; color: var(--muted); }
.place { margin-top: auto; padding-top: 0.3rem; }
.year { margin-left: auto; font-variant-numeric: tabular-nums; }
.badge { border: 1px solid; color: var(--colour); border-radius: 99px; padding: 0 0.55rem; font-weight: 600; }
.card h4 { font-size: 1.08rem; }
.card h4 a { color: inherit; text-decoration-color: color-mix(in srgb, var(--ink) 35%, transparent); }
.card h4 a:hover { color: var(--link); text-decoration-color: currentcolor; }
.address + .address { margin-top: -0.4rem; }
.tag { color: var(--fair); font-weight: 600; }
.by { font-weight: 600; }
.card b { text-transform: capitalize; }
.more { color: var(--muted); font-size: 0.85rem; }
.state { font-size: 0.8rem; font-weight: 600; color: var(--fair); white-space: nowrap; }
.state::before { content: ""; display: inline-block; width: 0.5em; height: 0.5em; margin: 0 0.4em 0.1em 0; }
.state::before { border-radius: 50%; background: currentcolor; }
.state[data-status="active"] { color: var(--good); font-weight: 400; }
.state[data-status="closed"], .state[data-status="unknown"] { color: var(--red); }
.corrections { border-left: 3px solid var(--red); padding-left: 0.7rem; font-size: 0.82rem; line-height: 1.5; }
.corrections h5 { font-size: 0.8rem; color: var(--red); }
.corrections li + li { margin-top: 0.3rem; }
summary { width: fit-content; font-size: 0.8rem; font-weight: 600; color: var(--link); padding-block: 0.15rem; }
pre {
  font: 0.75rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; white-space: pre-wrap; max-height: 16rem;
  overflow: auto; padding: 0.6rem; margin: 0.3rem 0 0.5rem; background: var(--paper); border-radius: 6px;
}
.card button { height: auto; padding: 0.2rem 0.8rem; font-size: 0.8rem; }
footer.wrap { padding-block: 3rem; color: var(--muted); font-size: 0.8rem; }
@media (min-width: 48rem) and (min-height: 32rem) {
  .filters { position: sticky; top: 0; z-index: 2; border-bottom: 1px solid var(--line); }
  .card, .card * { scroll-margin-top: 7rem; }
}
@media (max-width: 30rem) {
  .languages { float: none; width: fit-content; margin: 0 0 1.2rem auto; }
  .field { flex: 1 1 40%; }
  .field:first-child, .field:nth-child(2) { flex-basis: 100%; }
  #category_choice { width: 100%; }
}
@media (prefers-reduced-motion: no-preference) { .unit { transition: opacity 0.2s; } }
@media (forced-colors: active) { .unit, .kind::before, .stage::before, .stage::after { forced-color-adjust: none; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --surface: #fff; --ink: #000; --muted: #444; --line: #bbb; }
  html { font-size: 9pt; }
  .controls, .skip, details { display: none !important; }
  .card, .stop, .group { break-inside: avoid; }
  .category h3 { break-after: avoid; }
  .unit, .kind::before, .number { print-color-adjust: exact; }
}
)css";
}

std::string_view script() {
    return R"js(
'use strict';
const root = document.documentElement;
const languages = ['ko', 'en'];
const names = ['q', 'category', 'from', 'to', 'lang'];
const no_filter = { q: '', category: '', from: '', to: '' };
let state;

// As the library does it: only A to Z have another case.
const lower = text => text.replace(/[A-Z]/g, letter => letter.toLowerCase());

const decoded = text => { try { return decodeURIComponent(text); } catch { return text; } };

// "#key&q=...&lang=en": a part without "=" is the id to go to, which the page's own links write in front.
function read_fragment() {
  const read = { ...no_filter, at: '', lang: languages[0] };
  for (const part of location.hash.slice(1).split('&')) {
    const split = part.indexOf('=');
    const name = part.slice(0, split);
    if (split < 0) read.at ||= decoded(part);
    else if (names.includes(name)) read[name] = decoded(part.slice(split + 1));
  }
  for (const end of ['from', 'to']) if (!/^[+-]?\d+$/.test(read[end])) read[end] = '';
  if (!languages.includes(read.lang)) read.lang = languages[0];
  return read;
}

function fragment() {
  const given = names.filter(name => state[name] && !(name === 'lang' && state.lang === languages[0]));
  const parts = given.map(name => name + '=' + encodeURIComponent(state[name]));
  if (state.at) parts.unshift(state.at);
  return location.href.split('#')[0] + (parts.length ? '#' : '') + parts.join('&');
}

// In the head, so that nothing is drawn in the wrong language.
root.classList.add('js');
root.lang = read_fragment().lang;

document.addEventListener('DOMContentLoaded', () => {
  const $ = id => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const controls = { q: $('search_text'), category: $('category_choice'), from: $('from_year'), to: $('to_year') };
  const units = new Map();
  for (const unit of all('[data-unit]')) units.set(unit.dataset.unit, [...units.get(unit.dataset.unit) ?? [], unit]);
  const cards = all('.card').map(element => ({
    element,
    units: units.get(element.id) ?? [],
    category: element.dataset.category,
    year: Number(element.dataset.year),  // NaN, which is in no range, for what has no year
    texts: all('[data-find]', element).map(found => lower(found.textContent)),
  }));

  function show_cards() {
    const needle = lower(state.q);
    const by_year = state.from !== '' || state.to !== '';
    const first = state.from === '' ? -Infinity : Number(state.from);
    const last = state.to === '' ? Infinity : Number(state.to);
    let count = 0;
    for (const card of cards) {
      const shown = card.texts.some(text => text.includes(needle)) &&
          (!state.category || card.category === state.category) &&
          (!by_year || (card.year >= first && card.year <= last));
      card.element.hidden = !shown;
      for (const unit of card.units) unit.classList.toggle('off', !shown);
      count += shown;
    }
    for (const category of all('.category')) category.hidden = !category.querySelector('.card:not([hidden])');
    for (const place of all('[data-count]')) place.textContent = count;
    $('nothing_found').hidden = count > 0;
  }

  function show_controls() {
    for (const [name, control] of Object.entries(controls)) {
      // A year without papers is no choice, but may stand in the fragment.
      if (state[name] && control.options && !all('option', control).some(option => option.value === state[name])) {
        control.add(new Option(state[name], state[name]));
      }
      if (control.value !== state[name]) control.value = state[name];
    }
    for (const mark of all('.mark')) {
      const { year, category } = mark.dataset;
      const chosen = category ? category === state.category : year === state.from && year === state.to;
      mark.setAttribute('aria-pressed', chosen);
    }
  }

  function show_language() {
    root.lang = state.lang;
    for (const button of all('[data-language]')) {
      button.setAttribute('aria-pressed', button.dataset.language === state.lang);
    }
    for (const element of all('[data-ko]')) {
      element.textContent = element.dataset[state.lang];
      element.lang = state.lang;
    }
  }

  function show() {
    show_language();
    show_cards();
    show_controls();
  }

  function change(changes) {
    Object.assign(state, { at: '' }, changes);
    show();
    history.replaceState(null, '', fragment());  // last, since a browser may refuse it to a fast typist
  }

  // What a link leads to is shown, even where a filter has hidden it.
  function go(element, behavior) {
    if (element.hidden) change({ ...no_filter, at: element.id });
    element.scrollIntoView({ behavior, block: element.matches('.card') ? 'center' : 'start' });
    element.focus({ preventScroll: true });
  }

  function follow_fragment() {
    state = read_fragment();
    if (state.category && !cards.some(card => card.category === state.category)) state.category = '';
    show();
    const element = state.at && $(state.at);
    if (element) go(element, 'instant');
  }

  // Where the clipboard is out of reach, as it may be on file://, the text is left selected.
  async function copy(button) {
    const text = button.closest('details').querySelector('pre');
    let copied = true;
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text);
      copied = document.execCommand('copy');
    }
    const message = $(copied ? 'copied_message' : 'selected_message').content.cloneNode(true);
    button.parentNode.querySelector('[role="status"]').replaceChildren(message);
  }

  document.addEventListener('click', event => {
    const target = event.target.closest('button, a[href^="#"]');
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { language, category, year } = target.dataset;
    const pressed = target.getAttribute('aria-pressed') === 'true';
    if (target.matches('a')) {
      event.preventDefault();
      state.at = target.hash.slice(1);
      history.pushState(null, '', fragment());
      go($(state.at), still.matches ? 'instant' : 'smooth');
    } else if (language) change({ lang: language });
    else if (category) change({ category: pressed ? '' : category });
    else if (year) change(pressed ? { from: '', to: '' } : { from: year, to: year });
    else if ('copy' in target.dataset) copy(target);
    else if ('reset' in target.dataset) change(no_filter);
  });
  document.addEventListener('input', event => {
    for (const [name, control] of Object.entries(controls)) {
      if (event.target === control) change({ [name]: control.value });
    }
  });
  document.addEventListener('submit', event => event.preventDefault());
  window.addEventListener('hashchange', follow_fragment);

  for (const mark of all('.mark')) mark.disabled = false;
  follow_fragment();
  // Who comes for a selection is led to it.
  if (!state.at && Object.keys(no_filter).some(name => state[name])) go($('all_entries'), 'instant');
});
)js";
}

}  // namespace
