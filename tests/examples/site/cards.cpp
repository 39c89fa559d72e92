#include "fields.hpp"
#include "html.hpp"
#include "page.hpp"
#include "words.hpp"

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>

#include <iterator>
#include <string>
#include <string_view>

namespace site {
namespace {

using refcatalog::category_info;
using refcatalog::correction;
using refcatalog::entry;
using refcatalog::labelled_link;
using refcatalog::link_status;
using refcatalog::reading_stage;
using refcatalog::reading_step;

// The step of the reading order that names the entry, or null.
const reading_step* step_of(entry e) {
    for (const reading_step& step : refcatalog::reading_order) {
        for (const entry named : step.entries()) {
            if (named == e) return &step;
        }
    }
    return nullptr;
}

std::string_view best_url(entry e) { return e.current_url().empty() ? e.url() : e.current_url(); }

// "https://example.org/" as people write it: "example.org".
std::string address(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
    if (url.ends_with('/')) url.remove_suffix(1);
    return element("span translate=no", escaped(url));
}

// A link if a browser may follow the URL, or else the content alone.
std::string link_to(std::string_view url, const std::string& content) {
    return href_of(url).empty() ? content : element("a rel=external" + href_of(url), content);
}

// The target of the title, with a mark if it differs from the entry's own URL or may be out of date.
std::string address_lines(entry e) {
    const auto line = [](const std::string& content) { return element("p class=address", content); };
    const auto marked = [&](const texts& label, const std::string& content) {
        return line(element("span class=marked", shown(label)) + " " + content);
    };
    const texts original = said("원래 주소", "original link");
    if (best_url(e).empty()) {
        const texts label = text_of(e, &entry::link_label);
        return is_empty(label) ? "" : line(shown(label));
    }
    if (e.current_url() == e.url()) return line(address(e.url()));
    if (e.current_url().empty()) return marked(original, address(e.url()));
    if (e.url().empty()) return marked(said("찾은 주소", "found at"), address(e.current_url()));
    return marked(said("지금 주소", "now at"), address(e.current_url())) +
           marked(original, link_to(e.url(), address(e.url())));
}

std::string links(entry e) {
    std::string result;
    for (const labelled_link link : e.links()) {
        if (!result.empty()) result += " · ";
        result += link_to(link.url(), shown(text_of(link, &labelled_link::label)));
    }
    return result.empty() ? "" : element("p class=more", result);
}

// The tags. Each of them links to a search for it.
std::string tags(entry e) {
    std::string items;
    for (const std::string_view tag : e.tags()) {
        const std::string query = attribute("href", "#q=" + encoded("\"" + std::string{tag} + "\""));
        items += element("li", element("a class=tag" + query, element("span data-find", escaped(tag))));
    }
    return items.empty() ? "" : list("ul class=tags", items);
}

std::string aliases(entry e) {
    std::string names;
    for (const std::string_view alias : e.aliases()) {
        names += (names.empty() ? "" : ", ") + element("span translate=no data-find", escaped(alias));
    }
    return names.empty() ? "" : element("p class=more", element("b", shown(said("다른 키", "Also"))) + " " + names);
}

std::string corrections(entry e) {
    if (e.corrections().empty()) return "";
    std::string items;
    for (const correction each : e.corrections()) {
        items += element("li class=lines", element("b", shown(name_of_field(each.cell()))) + " " +
                                               shown(text_of(each, &correction::fact)));
    }
    return element("div class=corrections", element("h5", shown(said("바로잡음", "Corrections"))) + list("ul", items));
}

std::string citation(entry e) {
    std::string bibtex;
    write_bibtex(std::back_inserter(bibtex), e);
    // lang='': the title of a citation may not be in the language of the page.
    return block("details",
                 element("summary", "BibTeX" + element("span class=unseen", ": " + short_title(e))) +
                     element("pre lang='' translate=no tabindex=0", escaped(bibtex)) +
                     element("p class=controls", element("button type=button data-copy", shown(said("복사", "Copy"))) +
                                                     " " + element("span role=status", "")));
}

std::string badge(const reading_step& step) {
    return element("span class=badge" + colour(step.stage()),
                   shown(text_of(step.stage(), &reading_stage::name)) +
                       (step.number() > 0 ? " " + std::to_string(step.number()) : ""));
}

std::string status(entry e) {
    const bool active = e.status() == link_status::active;
    const texts note = text_of(e, &entry::status_note);
    if (active && is_empty(note)) return "";
    return element("p class='more lines'", (active ? "" : state(e) + " ") + shown(note));
}

std::string card(entry e) {
    const reading_step* step = step_of(e);
    const texts by = text_of(e, &entry::by);
    const texts description = text_of(e, &entry::description);
    const std::string year = e.year() ? std::to_string(*e.year()) : "";

    std::string content = element("p class=meta", element("span class=kind", shown(name_of(e.kind()))) +
                                                      (step ? badge(*step) : "") + element("span class=year", year));
    content += element("h4", link_to(best_url(e), searchable(text_of(e, &entry::title))));
    if (!is_empty(by)) content += element("p class=by", searchable(by));
    if (!is_empty(description)) content += element("p class=lines", searchable(description));
    content += other_fields(e) + links(e) + aliases(e) + tags(e) + address_lines(e) + status(e) + corrections(e);
    content += element("p class=place", element("span", numbered_title(info(e.category()))) +
                                            (e.status() == link_status::active ? state(e) : ""));
    content += citation(e);
    return block("article class=card tabindex=-1" + attribute("id", e.key()) +
                     attribute("data-category", to_string(e.category())) +
                     (e.year() ? attribute("data-year", year) : "") + colour(e.kind()),
                 content);
}

std::string cards_of(const category_info& category) {
    const std::string id = "~~" + std::string{to_string(category.id())};
    std::string cards;
    for (const entry e : entries_in(category.id())) cards += card(e);
    if (cards.empty()) return "";
    return block("section class=category" + attribute("aria-labelledby", id),
                 block("h3" + attribute("id", id), numbered_title(category)) + block("div class=cards", "\n" + cards));
}

// ---- The filters ----

std::string field(const std::string& id, const texts& label, const std::string& control) {
    return block("div class=field", element("label" + attribute("for", id), shown(label)) + control);
}

std::string year_choice(const std::string& id, const texts& label) {
    std::string options = text_only("option value=''", said("전체", "Any"));
    for (int year = refcatalog::first_year; year <= refcatalog::last_year; ++year) {
        if (!refcatalog::entries_between(year, year).empty()) options += element("option", std::to_string(year));
    }
    return field(id, label, element("select" + attribute("id", id), options));
}

std::string category_choice() {
    std::string options = text_only("option value=''", said("모든 분류", "All categories"));
    for (const category_info& category : refcatalog::categories) {
        const std::string number = category.number().empty() ? "" : std::string{category.number()} + " ";
        options += text_only("option" + attribute("value", to_string(category.id())),
                             joined(same(number), text_of(category, &category_info::title)));
    }
    return field("~category", said("분류", "Category"), element("select id='~category'", options));
}

std::string filters() {
    std::string fields =
        field("~q", said("검색: 제목, 만든 이, 설명, 태그", "Search titles, makers, descriptions, tags"),
              "<input id='~q' type=search autocomplete=off spellcheck='false'>");
    if (refcatalog::categories.size() > 1) fields += category_choice();
    if (refcatalog::first_year != 0) {
        fields +=
            year_choice("~from", said("이 해부터", "From year")) + year_choice("~to", said("이 해까지", "to year"));
    }
    return block("form class='filters controls' role=search",
                 fields + element("button type=button class=reset data-reset", shown(said("초기화", "Reset"))) +
                     element("p class=count role=status aria-live=polite", count()));
}

}  // namespace

std::string numbered_title(const category_info& category) {
    std::string title = shown(text_of(category, &category_info::title));
    if (category.number().empty()) return title;
    return element("span class=category_number", escaped(category.number())) + " " + title;
}

std::string state(entry e) {
    return element("span class=state" + attribute("data-status", to_string(e.status())), shown(name_of(e.status())));
}

std::string all_cards() {
    std::string cards;
    for (const category_info& category : refcatalog::categories) cards += cards_of(category);
    const texts nothing = said("맞는 자료가 없다. 검색어나 다른 조건을 바꾸거나 초기화한다.",
                               "No entry matches. Change the search or the other filters, or reset.");
    return block("section class=wrap tabindex=-1 aria-labelledby='~all'" + attribute("id", id_of_entries),
                 heading("h2", "~all", said("전체 자료", "All entries")) + filters() +
                     block("p id='~nothing' class=nothing hidden", shown(nothing)) + cards +
                     block("div id='~end'", ""));
}

}  // namespace site
