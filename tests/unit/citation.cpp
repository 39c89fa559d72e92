#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <ranges>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace refcatalog;

namespace {

template <class View>
constexpr bool is_view =
    std::ranges::random_access_range<View>&& std::ranges::sized_range<View>&& std::ranges::borrowed_range<View>&&
        std::ranges::view<View>&& std::is_nothrow_default_constructible_v<View>&& std::is_trivially_copyable_v<View>;

// The first contributor with this name in the catalogue.
constexpr contributor named(std::string_view name) {
    for (const entry e : entries) {
        for (const contributor person : e.citation().contributors()) {
            if (person.name() == name) return person;
        }
    }
    // An unknown name does not compile, because this is not a constant expression.
    return entries[entries.size()].citation().contributors()[0];
}

// Whether the name has exactly these parts.
constexpr bool has_parts(contributor person, std::string_view family, std::string_view given,
                         std::string_view particle = "") {
    return person.family() == family && person.given() == given && person.particle() == particle &&
           person.dropping_particle().empty() && person.suffix().empty() && !person.is_literal();
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0, end = 0; end < text.size(); begin = end + 1) {
        end = std::min(text.find(' ', begin), text.size());
        words.push_back(text.substr(begin, end - begin));
    }
    return words;
}

constexpr bool terminated(std::string_view text) { return text.data()[text.size()] == '\0'; }

}  // namespace

TEST_CASE("a citation describes the paper as published") {
    constexpr citation deit = get<"deit">().citation();
    STATIC_REQUIRE(std::is_same_v<decltype(papers[0].citation()), citation>);
    STATIC_REQUIRE(deit.type() == csl_type::paper_conference);
    STATIC_REQUIRE(deit.title() == "Training data-efficient image transformers & distillation through attention");
    STATIC_REQUIRE(deit.venue() == "ICML");
    STATIC_REQUIRE(deit.year() == 2021);
    STATIC_REQUIRE(deit.issued().year() == 2021);
    STATIC_REQUIRE(deit.issued().month() == 0);
    STATIC_REQUIRE(deit.arxiv_id() == "2012.12877");
    STATIC_REQUIRE(deit.doi().empty());
    STATIC_REQUIRE(deit.url() == "https://arxiv.org/abs/2012.12877");
    STATIC_REQUIRE(get<"trocr">().citation().doi() == "10.1609/aaai.v37i11.26538");
    STATIC_REQUIRE(get<"trocr">().citation().variable("DOI") == get<"trocr">().citation().doi());
    STATIC_REQUIRE(get<"lora">().citation().title() == get<"lora">().title());
    STATIC_REQUIRE(noexcept(deit.type()));
    STATIC_REQUIRE(noexcept(deit.contributors()));
    // In libc++, the conversion of a literal to a text is not noexcept.
    constexpr std::string_view name = "issued";
    STATIC_REQUIRE(noexcept(deit.date_of(name)));
}

TEST_CASE("volume, issue and page are separate from the journal") {
    constexpr citation internvl = get<"internvl-1-5">().citation();
    STATIC_REQUIRE(internvl.type() == csl_type::article_journal);
    STATIC_REQUIRE(internvl.venue() == "Science China Information Sciences");
    STATIC_REQUIRE(internvl.variable("container-title") == internvl.venue());
    STATIC_REQUIRE(internvl.variable("volume") == "67");
    STATIC_REQUIRE(internvl.variable("issue") == "12");
    STATIC_REQUIRE(internvl.variable("page") == "220101");
    STATIC_REQUIRE(internvl.variable("title") == internvl.title());
    STATIC_REQUIRE(internvl.variable("URL") == internvl.url());
}

TEST_CASE("without a container, only a report has a venue: its publisher") {
    constexpr citation gpt_2 = get<"gpt-2">().citation();
    STATIC_REQUIRE(gpt_2.type() == csl_type::report);
    STATIC_REQUIRE(gpt_2.variable("publisher") == "OpenAI");
    STATIC_REQUIRE(gpt_2.variable("genre") == "Technical report");
    STATIC_REQUIRE(gpt_2.variable("container-title").empty());
    STATIC_REQUIRE(gpt_2.venue() == "OpenAI");
    STATIC_REQUIRE(gpt_2.arxiv_id().empty());
    STATIC_REQUIRE(get<"llama">().citation().type() == csl_type::article);
    STATIC_REQUIRE(get<"llama">().citation().venue().empty());
    STATIC_REQUIRE(get<"llama">().citation().year() == 2023);
    STATIC_REQUIRE(get<"cs324">().citation().variable("publisher") == "Stanford");
    STATIC_REQUIRE(get<"cs324">().citation().venue().empty());
}

TEST_CASE("dates are as precise as the data") {
    constexpr citation llava_next = get<"llava-next">().citation();
    STATIC_REQUIRE(llava_next.type() == csl_type::post_weblog);
    STATIC_REQUIRE(llava_next.year() == 2024);
    STATIC_REQUIRE(llava_next.issued().year() == 2024);
    STATIC_REQUIRE(llava_next.issued().month() == 1);
    STATIC_REQUIRE(llava_next.issued().day() == 30);
    STATIC_REQUIRE(std::is_same_v<decltype(llava_next.issued()), partial_date>);
    STATIC_REQUIRE(std::is_same_v<decltype(llava_next.year()), int>);
    STATIC_REQUIRE(llava_next.date_of("issued") == llava_next.issued());
    STATIC_REQUIRE(get<"doctr">().citation().type() == csl_type::software);
    STATIC_REQUIRE(get<"doctr">().citation().year() == 2021);
    STATIC_REQUIRE(get<"gradio">().citation().year() == 0);
    STATIC_REQUIRE(get<"gradio">().citation().issued() == partial_date{});
}

TEST_CASE("missing values and variables with unknown names are empty") {
    constexpr citation llava_next = get<"llava-next">().citation();
    STATIC_REQUIRE(llava_next.variable("volume").empty());
    STATIC_REQUIRE(llava_next.variable("no-such").empty());
    STATIC_REQUIRE(llava_next.variable("").empty());
    STATIC_REQUIRE(get<"lora">().citation().variable("arxiv").empty());
    STATIC_REQUIRE(llava_next.variable("issued").empty());
    STATIC_REQUIRE(llava_next.variable("author").empty());
    STATIC_REQUIRE(llava_next.date_of("accessed") == partial_date{});
    STATIC_REQUIRE(llava_next.date_of("no-such") == partial_date{});
    STATIC_REQUIRE(llava_next.date_of("title") == partial_date{});
    STATIC_REQUIRE(llava_next.end_of("issued") == partial_date{});
    STATIC_REQUIRE(llava_next.end_of("accessed") == partial_date{});
    STATIC_REQUIRE(llava_next.literal_of("issued").empty());
    STATIC_REQUIRE(llava_next.literal_of("accessed").empty());
    STATIC_REQUIRE(terminated(llava_next.variable("no-such")));
    STATIC_REQUIRE(terminated(llava_next.literal_of("issued")));
    STATIC_REQUIRE(!llava_next.has_others("author"));
    STATIC_REQUIRE(!llava_next.has_others("no-such"));
    STATIC_REQUIRE(get<"gradio">().citation().contributors().empty());
    STATIC_REQUIRE(get<"gradio">().citation().authors().empty());
}

TEST_CASE("to_string gives the CSL names of types") {
    const std::vector<std::string_view> names = words_of(
        "article article-journal article-magazine article-newspaper bill book broadcast chapter classic "
        "collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic "
        "hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet "
        "paper-conference patent performance periodical personal_communication post post-weblog "
        "regulation report review review-book software song speech standard thesis treaty webpage");
    for (std::size_t number = 0; number < names.size(); ++number) {
        CHECK(to_string(static_cast<csl_type>(number)) == names[number]);
        CHECK(terminated(to_string(static_cast<csl_type>(number))));
    }
    // The names of variables follow the types in the table; they must not be returned as types.
    CHECK(static_cast<std::size_t>(csl_type::webpage) + 1 == names.size());
    CHECK(to_string(static_cast<csl_type>(names.size())).empty());
    STATIC_REQUIRE(to_string(csl_type::article) == "article");
    STATIC_REQUIRE(to_string(csl_type::article_journal) == "article-journal");
    STATIC_REQUIRE(to_string(csl_type::legal_case) == "legal_case");
    STATIC_REQUIRE(to_string(csl_type::personal_communication) == "personal_communication");
    STATIC_REQUIRE(to_string(csl_type::webpage) == "webpage");
    STATIC_REQUIRE(to_string(static_cast<csl_type>(77)).empty());
    STATIC_REQUIRE(to_string(static_cast<csl_type>(255)).empty());
}

TEST_CASE("all authors are present, in order") {
    constexpr name_view attention = get<"attention-is-all-you-need">().citation().authors();
    STATIC_REQUIRE(attention.size() == 8);
    STATIC_REQUIRE(attention[0] == "Ashish Vaswani");
    STATIC_REQUIRE(attention[5] == "Aidan N. Gomez");
    REQUIRE(attention[6] == "Łukasz Kaiser");
    STATIC_REQUIRE(std::ranges::find(attention, "Noam Shazeer") - attention.begin() == 1);
    // If the appendix cites a paper as "X et al.", X is its first author.
    for (const paper& p : papers) {
        const auto found = p.citation().authors();
        REQUIRE(!found.empty());
        const std::string_view cited = p.authors().substr(0, p.authors().find(" et al."));
        INFO(p.key());
        if (cited != p.authors()) CHECK(found[0].find(cited) != std::string_view::npos);
    }
    // Hugo Touvron is the first author of both, and his name is stored once.
    REQUIRE(get<"llama">().citation().authors()[0].data() == get<"llama-2">().citation().authors()[0].data());
}

TEST_CASE("a contributor has the parts of the name") {
    STATIC_REQUIRE(has_parts(get<"lora">().citation().contributors()[0], "Hu", "Edward J."));
    STATIC_REQUIRE(has_parts(named("George van den Driessche"), "Driessche", "George", "van den"));
    STATIC_REQUIRE(has_parts(named("Diego de Las Casas"), "Las Casas", "Diego", "de"));
    STATIC_REQUIRE(has_parts(named("Sjoerd van Steenkiste"), "Steenkiste", "Sjoerd", "van"));
    STATIC_REQUIRE(has_parts(named("Teven Le Scao"), "Le Scao", "Teven"));
    STATIC_REQUIRE(has_parts(named("Punit Singh Koura"), "Koura", "Punit Singh"));
    STATIC_REQUIRE(has_parts(named("Jian Xiang Kuan"), "Kuan", "Jian Xiang"));
    STATIC_REQUIRE(has_parts(named("Burcu Karagol Ayan"), "Ayan", "Burcu Karagol"));
    STATIC_REQUIRE(has_parts(named("Ming-Wei Chang"), "Chang", "Ming-Wei"));
    CHECK(has_parts(named("Łukasz Kaiser"), "Kaiser", "Łukasz"));
    // In a Korean name, the family name comes first, without a space.
    CHECK(has_parts(named("안상준"), "안", "상준"));
}

TEST_CASE("an organization is a literal") {
    constexpr contributor mindee = get<"doctr">().citation().contributors()[0];
    STATIC_REQUIRE(mindee.is_literal());
    STATIC_REQUIRE(mindee.name() == "Mindee");
    STATIC_REQUIRE(mindee.role() == "author");
    STATIC_REQUIRE(mindee.family().empty());
    STATIC_REQUIRE(mindee.given().empty());
    STATIC_REQUIRE(mindee.particle().empty());
    STATIC_REQUIRE(mindee.dropping_particle().empty());
    STATIC_REQUIRE(mindee.suffix().empty());
    STATIC_REQUIRE(named("The Gradient").is_literal());
    STATIC_REQUIRE(named("Distill.pub").is_literal());
}

TEST_CASE("\"others\" is not listed as a contributor") {
    constexpr citation cs324 = get<"cs324">().citation();
    STATIC_REQUIRE(cs324.has_others("author"));
    STATIC_REQUIRE(!cs324.has_others("editor"));
    STATIC_REQUIRE(!cs324.has_others("title"));
    STATIC_REQUIRE(cs324.authors().size() == 1);
    STATIC_REQUIRE(cs324.contributors().size() == 1);
    STATIC_REQUIRE(cs324.contributors()[0].role() == "author");
    STATIC_REQUIRE(has_parts(cs324.contributors()[0], "Liang", "Percy"));
    STATIC_REQUIRE(!get<"cs336">().citation().has_others("author"));
    constexpr citation transformers = get<"natural-language-processing-with-transformers">().citation();
    STATIC_REQUIRE(transformers.has_others("author"));
    STATIC_REQUIRE(!transformers.has_others("translator"));
}

TEST_CASE("contributors are listed role by role") {
    constexpr citation hands_on = get<"hands-on-machine-learning">().citation();
    STATIC_REQUIRE(hands_on.contributors().size() == 2);
    STATIC_REQUIRE(hands_on.contributors()[0].role() == "author");
    STATIC_REQUIRE(hands_on.contributors()[1].role() == "translator");
    STATIC_REQUIRE(hands_on.authors().size() == 1);
    CHECK(hands_on.contributors()[1].name() == "박해선");
    CHECK(has_parts(hands_on.contributors()[1], "박", "해선"));
    STATIC_REQUIRE(hands_on.variable("edition") == "3");
    for (const entry e : entries) {
        const contributor_view all = e.citation().contributors();
        const name_view authors = e.citation().authors();
        INFO(e.key());
        REQUIRE(std::ranges::count(all, "author", &contributor::role) == std::ranges::ssize(authors));
        for (std::size_t at = 0; at < authors.size(); ++at) REQUIRE(authors[at] == all[at].name());
        // The contributors of a role are adjacent.
        for (auto at = all.begin(); at != all.end(); ++at) {
            const auto of_the_role = std::ranges::find(all, at->role(), &contributor::role);
            REQUIRE(std::ranges::count(of_the_role, at, at->role(), &contributor::role) == at - of_the_role);
        }
    }
}

TEST_CASE("a record of any kind is cited from its own fields") {
    const auto is_cited = [](entry e, csl_type type) {
        const citation source = e.citation();
        return source.type() == type && source.title() == e.title() && source.url() == e.url();
    };
    CHECK(is_cited(get<"llava-repo">(), csl_type::software));
    CHECK(is_cited(datasets[0], csl_type::dataset));
    CHECK(is_cited(get<"gradio">(), csl_type::software));
    CHECK(is_cited(get<"papers-with-code">(), csl_type::webpage));
    CHECK(is_cited(get<"cs224n">(), csl_type::webpage));
    CHECK(is_cited(get<"lillog">(), csl_type::webpage));
    CHECK(is_cited(get<"mixture-of-experts-explained">(), csl_type::post_weblog));
    CHECK(is_cited(get<"mlops-for-all">(), csl_type::webpage));
    // The citation of a record without a link has its current URL.
    constexpr const book& hands_on = get<"hands-on-machine-learning">();
    STATIC_REQUIRE(hands_on.url().empty());
    STATIC_REQUIRE(hands_on.citation().type() == csl_type::book);
    STATIC_REQUIRE(hands_on.citation().title() == hands_on.title());
    STATIC_REQUIRE(hands_on.citation().url() == hands_on.current_url());
    // A URL or title in the citation takes precedence over the record's own.
    STATIC_REQUIRE(get<"implementing-llms-with-langchain">().citation().url() == "https://wikidocs.net/");
    STATIC_REQUIRE(get<"tensorflow-korea">().citation().url() == "https://www.facebook.com/groups/TensorFlowKR/");
    STATIC_REQUIRE(get<"rlhf">().citation().title() ==
                   "Illustrating Reinforcement Learning from Human Feedback (RLHF)");
    // The records of repositories lack authors; courses, blogs and posts name theirs.
    STATIC_REQUIRE(get<"llava-repo">().citation().contributors().empty());
    STATIC_REQUIRE(get<"cs224n">().citation().authors()[0] == "Chris Manning");
    STATIC_REQUIRE(get<"lillog">().citation().authors()[0] == "Lilian Weng");
    STATIC_REQUIRE(get<"rlhf">().citation().contributors()[0].is_literal());
    STATIC_REQUIRE(get<"rlhf">().citation().authors()[0] == "HuggingFace");
}

TEST_CASE("a record and its entry have the same citation") {
    STATIC_REQUIRE(get<"lora">().citation() == entry{get<"lora">()}.citation());
    STATIC_REQUIRE(get<"lora">().citation() != get<"qlora">().citation());
    STATIC_REQUIRE(std::is_same_v<decltype(entries[0].citation()), citation>);
    STATIC_REQUIRE(std::is_same_v<decltype(get<"gradio">().citation()), citation>);
    for (const entry e : entries) {
        REQUIRE(visit([](const auto& record) { return record.citation(); }, e) == e.citation());
    }
    STATIC_REQUIRE(std::ranges::find(papers, get<"bert">().citation(), &paper::citation) - papers.begin() ==
                   get<"bert">().number() - 1);
    STATIC_REQUIRE(*std::ranges::find(entries, get<"gradio">().citation(), &entry::citation) == get<"gradio">());
    STATIC_REQUIRE(std::ranges::count_if(
                       papers, [](citation source) { return source.type() == csl_type::report; }, &paper::citation) >
                   0);
}

TEST_CASE("the parts of a citation are small values") {
    STATIC_REQUIRE(std::is_trivially_copyable_v<citation>);
    STATIC_REQUIRE(std::is_trivially_copyable_v<contributor>);
    STATIC_REQUIRE(std::is_trivially_copyable_v<citation_variable>);
    STATIC_REQUIRE(std::equality_comparable<citation>);
    STATIC_REQUIRE(std::equality_comparable<contributor>);
    STATIC_REQUIRE(std::equality_comparable<citation_variable>);
    STATIC_REQUIRE(!std::is_default_constructible_v<citation>);
    STATIC_REQUIRE(!std::is_default_constructible_v<contributor>);
    STATIC_REQUIRE(!std::is_default_constructible_v<citation_variable>);
    STATIC_REQUIRE(!std::is_constructible_v<contributor, std::size_t>);
    STATIC_REQUIRE(get<"lora">().citation().contributors()[0] != get<"lora">().citation().contributors()[1]);
}

TEST_CASE("the lists of a citation are views") {
    STATIC_REQUIRE(is_view<name_view>);
    STATIC_REQUIRE(is_view<contributor_view>);
    STATIC_REQUIRE(is_view<citation_variable_view>);
    STATIC_REQUIRE(std::is_same_v<std::ranges::range_value_t<name_view>, std::string_view>);
    STATIC_REQUIRE(std::is_same_v<std::ranges::range_value_t<contributor_view>, contributor>);
    STATIC_REQUIRE(std::is_same_v<std::ranges::range_value_t<citation_variable_view>, citation_variable>);
    STATIC_REQUIRE(name_view{}.empty());
    STATIC_REQUIRE(contributor_view{}.begin() == contributor_view{}.end());
    STATIC_REQUIRE(citation_variable_view{}.size() == 0);

    constexpr citation lora = get<"lora">().citation();
    STATIC_REQUIRE(std::is_same_v<decltype(lora.authors()), name_view>);
    STATIC_REQUIRE(std::is_same_v<decltype(lora.contributors()), contributor_view>);
    STATIC_REQUIRE(std::is_same_v<decltype(lora.variables()), citation_variable_view>);
    STATIC_REQUIRE(std::ranges::find(lora.contributors(), "Wang", &contributor::family)->given() == "Shean");
    STATIC_REQUIRE(std::ranges::find(lora.variables(), "URL", &citation_variable::name)->value() == lora.url());
    STATIC_REQUIRE(std::ranges::find(lora.variables(), "volume", &citation_variable::name) == lora.variables().end());
    STATIC_REQUIRE(std::ranges::count(get<"hands-on-machine-learning">().citation().contributors(), "translator",
                                      &contributor::role) == 1);
// clang before 16 cannot compile libstdc++'s adaptors.
#if !defined(__clang__) || __clang_major__ >= 16 || defined(_LIBCPP_VERSION)
    STATIC_REQUIRE((lora.contributors() | std::views::transform(&contributor::family) | std::views::reverse).front() ==
                   "Chen");
    STATIC_REQUIRE((lora.authors() | std::views::drop(7)).front() == "Weizhu Chen");
#endif
}

TEST_CASE("variables are in the order of the CSL specification") {
    const std::vector<std::string_view> in_order = words_of(
        "abstract annote archive archive_collection archive_location archive-place authority call-number "
        "citation-key citation-label collection-title container-title container-title-short dimensions "
        "division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword language "
        "license medium note original-publisher original-publisher-place original-title part-title PMCID "
        "PMID publisher publisher-place references reviewed-genre reviewed-title scale source status "
        "title title-short URL volume-title year-suffix chapter-number citation-number collection-number "
        "edition first-reference-note-number issue locator number number-of-pages number-of-volumes page "
        "page-first part-number printing-number section supplement-number version volume");
    for (const entry e : entries) {
        const citation source = e.citation();
        INFO(e.key());
        auto last = in_order.begin();
        for (const citation_variable each : source.variables()) {
            last = std::find(last, in_order.end(), each.name());  // begins after the last one found
            REQUIRE(last != in_order.end());
            ++last;
            REQUIRE(!each.value().empty());
            REQUIRE(source.variable(each.name()) == each.value());
        }
        REQUIRE(std::ranges::count(source.variables(), "title", &citation_variable::name) == 1);
    }
    constexpr std::string_view of_internvl[] = {"container-title", "DOI", "title", "URL", "issue", "page", "volume"};
    STATIC_REQUIRE(
        std::ranges::equal(get<"internvl-1-5">().citation().variables(), of_internvl, {}, &citation_variable::name));
    // The arXiv identifier is stored after the variables, but is not one of them.
    STATIC_REQUIRE(get<"lora">().citation().variables().back().name() == "URL");
    STATIC_REQUIRE(get<"gradio">().citation().variables().back().name() == "URL");
    STATIC_REQUIRE(get<"gradio">().citation().variables().size() == 2);
}

TEST_CASE("every text of every citation is a C string") {
    for (const entry e : entries) {
        const citation source = e.citation();
        INFO(e.key());
        for (const std::string_view text : {source.title(), source.venue(), source.doi(), source.arxiv_id(),
                                            source.url(), source.literal_of("issued"), to_string(source.type())}) {
            REQUIRE(terminated(text));
        }
        for (const std::string_view name : source.authors()) REQUIRE(terminated(name));
        for (const contributor person : source.contributors()) {
            for (const std::string_view text : {person.role(), person.name(), person.family(), person.given(),
                                                person.particle(), person.dropping_particle(), person.suffix()}) {
                REQUIRE(terminated(text));
            }
            REQUIRE(!person.name().empty());
            REQUIRE(person.is_literal() == person.family().empty());
        }
        for (const citation_variable each : source.variables()) {
            REQUIRE(terminated(each.name()));
            REQUIRE(terminated(each.value()));
        }
    }
}
