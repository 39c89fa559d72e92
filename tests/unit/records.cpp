#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <string_view>
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

TEST_CASE("a paper returns every cell of its row") {
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

TEST_CASE("each kind of record returns its own cells") {
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

TEST_CASE("equal texts are stored once") {
    REQUIRE(get<"llava">().authors().data() == get<"dora">().authors().data());
    // A label that is the end of its URL is stored inside the URL.
    REQUIRE(get<"peft">().link_label().data() ==
            get<"peft">().url().data() + std::string_view{"https://github.com/"}.size());
}
