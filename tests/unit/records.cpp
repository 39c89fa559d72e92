#include "catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <type_traits>

using namespace refcatalog;

TEST_CASE("the tables are arrays of small handles") {
    STATIC_REQUIRE(std::is_same_v<decltype(papers), const std::array<paper, papers.size()>>);
    STATIC_REQUIRE(std::is_same_v<decltype(repositories), const std::array<repository, repositories.size()>>);
    STATIC_REQUIRE(std::is_same_v<decltype(datasets), const std::array<dataset, datasets.size()>>);
    STATIC_REQUIRE(std::is_same_v<decltype(courses), const std::array<course, courses.size()>>);
    STATIC_REQUIRE(std::is_same_v<decltype(blogs), const std::array<blog, blogs.size()>>);
    STATIC_REQUIRE(std::is_same_v<decltype(posts), const std::array<post, posts.size()>>);
    STATIC_REQUIRE(std::is_same_v<decltype(communities), const std::array<community, communities.size()>>);
    STATIC_REQUIRE(std::is_same_v<decltype(books), const std::array<book, books.size()>>);
    STATIC_REQUIRE(std::is_same_v<decltype(tools), const std::array<tool, tools.size()>>);
    STATIC_REQUIRE(std::is_trivially_copyable_v<paper>);
    STATIC_REQUIRE(!std::is_default_constructible_v<paper>);
    STATIC_REQUIRE(sizeof(paper) <= 4);
}

TEST_CASE("a paper shows every cell of its row") {
    constexpr const paper& vit = get<"vit">();
    STATIC_REQUIRE(&papers[vit.number() - 1] == &vit);
    STATIC_REQUIRE(vit.key() == "vit");
    STATIC_REQUIRE(vit.category() == category::vision_transformers);
    STATIC_REQUIRE(vit.title() == "An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale (ViT)");
    STATIC_REQUIRE(vit.short_title() == "ViT");
    STATIC_REQUIRE(vit.authors() == "Dosovitskiy et al.");
    STATIC_REQUIRE(vit.year() == 2020);
    STATIC_REQUIRE(vit.url() == "https://arxiv.org/abs/2010.11929");
    STATIC_REQUIRE(vit.link_label().empty());
    REQUIRE(vit.summary() == "이미지를 패치로 분할하여 Transformer에 입력");
    REQUIRE(vit.summary(lang::en) == "Splits an image into patches and feeds them to a Transformer");
    REQUIRE(vit.contribution(lang::ko) == "비전에서 Transformer 직접 적용 가능성 입증");
    REQUIRE(vit.contribution(lang::en) == "Shows that a Transformer can be applied directly to vision");
}

TEST_CASE("each kind of record shows its own cells") {
    REQUIRE(get<"llava-repo">().name() == "LLaVA");
    REQUIRE(get<"llava-repo">().link_label() == "haotian-liu/LLaVA");
    REQUIRE(get<"llava-repo">().description() == "대표적 오픈소스 VLM. 학습 레시피 공개");
    REQUIRE(get<"docvqa">().description(lang::en) == "Document VQA benchmark");
    REQUIRE(get<"cs25">().provider() == "Stanford");
    REQUIRE(get<"cs25">().instructors() == "여러 연사");
    REQUIRE(get<"cs25">().instructors(lang::en) == "Various speakers");
    REQUIRE(get<"llm-university">().instructors().empty());
    REQUIRE(get<"llm-university">().topic(lang::en) == "From LLM concepts to deployment");
    REQUIRE(get<"the-gradient">().author() == "커뮤니티");
    REQUIRE(get<"the-gradient">().author(lang::en) == "Community");
    REQUIRE(get<"the-gradient">().content(lang::en) == "In-depth reviews of AI research");
    REQUIRE(get<"nanogpt">().author() == "Andrej Karpathy");
    REQUIRE(get<"nanogpt">().topic() == "GPT를 처음부터 구현하는 미니멀 코드");
    REQUIRE(get<"mlops-for-all">().name() == "모두의 MLOps");
    REQUIRE(get<"mlops-for-all">().name(lang::en) == "MLOps for ALL");
    REQUIRE(get<"hands-on-machine-learning">().title() == "핸즈온 머신러닝");
    REQUIRE(get<"hands-on-machine-learning">().author() == "Aurélien Géron (한국어판)");
    REQUIRE(get<"hands-on-machine-learning">().features(lang::en) == "Comprehensive ML/DL textbook");
    REQUIRE(get<"gradio">().purpose(lang::en) == "Quick creation of ML demo UIs");
}

TEST_CASE("a link cell that is plain text is a label without a URL") {
    STATIC_REQUIRE(get<"hands-on-machine-learning">().url().empty());
    REQUIRE(get<"hands-on-machine-learning">().link_label() == "한빛미디어");
    REQUIRE(get<"hands-on-machine-learning">().link_label_in(lang::en) == "Hanbit Media");
    STATIC_REQUIRE(get<"aks-daily-paper">().link_label() == "Twitter/X");
    STATIC_REQUIRE(get<"llm-university">().link_label().empty());
    STATIC_REQUIRE(get<"llm-university">().url().empty());
}

TEST_CASE("records compare by the row that they show") {
    const paper copy = papers[3];
    STATIC_REQUIRE(std::equality_comparable<paper>);
    REQUIRE(copy == papers[3]);
    REQUIRE(copy != papers[4]);
}

TEST_CASE("texts that are alike are stored once") {
    REQUIRE(get<"llava">().authors().data() == get<"dora">().authors().data());
    // A label that ends its URL lies inside it.
    REQUIRE(get<"peft">().link_label().data() ==
            get<"peft">().url().data() + std::string_view{"https://github.com/"}.size());
}

TEST_CASE("keys are unique slugs") {
    std::set<std::string_view> keys;
    for (const entry e : entries) {
        const std::string_view key = e.key();
        INFO(key);
        REQUIRE(keys.insert(key).second);
        REQUIRE(std::ranges::all_of(
            key, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }));
        REQUIRE(key.front() != '-');
        REQUIRE(key.back() != '-');
        REQUIRE(key.find("--") == key.npos);
    }
}

TEST_CASE("links are http or https") {
    for (const entry e : entries) {
        INFO(e.key());
        REQUIRE((e.url().empty() || e.url().starts_with("https://") || e.url().starts_with("http://")));
    }
    for (const paper& p : papers) REQUIRE(!p.url().empty());
}

namespace {

// Whether UTF-8 text holds a character of the Hangul blocks.
bool has_hangul(std::string_view text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        const auto byte = [&](std::size_t n) {
            return static_cast<unsigned>(static_cast<unsigned char>(text[at + n]));
        };
        if (byte(0) < 0xE0 || byte(0) > 0xEF) continue;
        const unsigned code = (byte(0) & 0xF) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        if ((code >= 0x1100 && code <= 0x11FF) || (code >= 0x3130 && code <= 0x318F) ||
            (code >= 0xAC00 && code <= 0xD7A3)) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("English is complete and holds no Hangul") {
    REQUIRE(has_hangul(catalog_title()));
    REQUIRE(!has_hangul(catalog_title(lang::en)));
    const auto check = [](std::string_view ko, std::string_view en) {
        INFO(ko << " / " << en);
        REQUIRE(ko.empty() == en.empty());
        REQUIRE(!has_hangul(en));
        if (!has_hangul(ko)) REQUIRE(ko == en);
    };
    for (const entry e : entries) {
        check(e.title(), e.title(lang::en));
        check(e.by(), e.by(lang::en));
        check(e.description(), e.description(lang::en));
        check(e.link_label(), e.link_label_in(lang::en));
    }
    for (const paper& p : papers) check(p.contribution(), p.contribution(lang::en));
    for (const course& c : courses) check(c.instructors(), c.instructors(lang::en));
    for (const part_info& part : parts) check(part.title(), part.title(lang::en));
    for (const category_info& section : categories) check(section.title(), section.title(lang::en));
    for (const reading_stage& stage : reading_stages) {
        REQUIRE(!has_hangul(stage.name(lang::en)));
        REQUIRE(!has_hangul(stage.duration(lang::en)));
    }
    for (const reading_step& step : reading_order) check(step.note(), step.note(lang::en));
}
