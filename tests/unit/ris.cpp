#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/catalog.hpp>
#include <refcatalog/ris.hpp>

#include <array>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>

using namespace refcatalog;

namespace {

std::string ris_of(entry source) {
    return written([&](auto out) { return write_ris(out, source); });
}

bool has(entry source, std::string_view wanted) { return ris_of(source).find(wanted) != std::string::npos; }

}  // namespace

TEST_CASE("an RIS entry") {
    CHECK(ris_of(get<"internvl-1-5">())
              .find("TY  - JOUR\r\nID  - internvl-1-5\r\nAU  - Chen, Zhe\r\nAU  - Wang, Weiyun\r\n") == 0);
    CHECK(has(get<"internvl-1-5">(),
              "JF  - Science China Information Sciences\r\nVL  - 67\r\nIS  - 12\r\nSP  - 220101\r\nPY  - 2024\r\n"));
    CHECK(ris_of(get<"doctr">()) ==
          "TY  - COMP\r\n"
          "ID  - doctr\r\n"
          "AU  - Mindee\r\n"
          "TI  - docTR: Document Text Recognition\r\n"
          "PY  - 2021\r\n"
          "UR  - https://github.com/mindee/doctr\r\n"
          "ER  - \r\n");
    CHECK(has(get<"llava-next">(), "PY  - 2024\r\nDA  - 2024/01/30/\r\n"));
    CHECK(has(get<"lora">(), "JF  - ICLR\r\n"));
    CHECK(has(get<"lora">(), "N1  - arXiv:2106.09685\r\n"));
    CHECK(has(get<"gpt-2">(), "TY  - RPRT\r\n"));
    CHECK(has(get<"gpt-2">(), "PB  - OpenAI\r\nM3  - Technical report\r\n"));
    CHECK(has(get<"hands-on-machine-learning">(), "A4  - 박, 해선\r\n"));
    CHECK(has(get<"chinchilla">(), "AU  - van den Driessche, George\r\n"));
    CHECK(has(get<"cs324">(), "AU  - Liang, Percy\r\nAU  - others\r\n"));
    for (const entry e : entries) CHECK(visit([](const auto& record) { return ris_of(record); }, e) == ris_of(e));
}

TEST_CASE("RIS writes dates with slashes") {
    const auto date = [](partial_date begin, partial_date end = {}) {
        return written([&](auto& out) { detail::ris::put_date_line(out, "DA", begin, end); });
    };
    CHECK(date(partial_date{2020, 5, 3}) == "DA  - 2020/05/03/\r\n");
    CHECK(date(partial_date{79, 5}) == "DA  - 0079/05//\r\n");
    CHECK(date(partial_date{2020}, partial_date{2021, 6}) == "DA  - 2020///2021-06\r\n");
}

TEST_CASE("RIS writes a range of pages in two fields") {
    const auto pages = [](std::string_view text) {
        return written([&](auto& out) { detail::ris::put_pages(out, "SP", text); });
    };
    CHECK(pages("12-34") == "SP  - 12\r\nEP  - 34\r\n");
    CHECK(pages("12\xe2\x80\x93"
                "34") == "SP  - 12\r\nEP  - 34\r\n");
    CHECK(pages("e123") == "SP  - e123\r\n");
    CHECK(pages("12-34, 56") == "SP  - 12-34, 56\r\n");
    CHECK(pages("A-1-A-3") == "SP  - A-1\r\nEP  - A-3\r\n");
    CHECK(pages("12--34") == "SP  - 12\r\nEP  - 34\r\n");
    CHECK(pages("A-1-3") == "SP  - A-1-3\r\n");
}

TEST_CASE("RIS writes a text on one line") {
    CHECK(written([](auto& out) { detail::ris::put_line(out, "AB", "one\ntwo\tthree\r\nER  - "); }) ==
          "AB  - one two three  ER  - \r\n");
}

TEST_CASE("RIS writes each keyword on its own line") {
    const auto keywords = [](std::string_view text) {
        return written([&](auto& out) { detail::ris::put_keywords(out, "KW", get<"lora">(), text); });
    };
    CHECK(keywords("one, two words;three") == "KW  - one\r\nKW  - two words\r\nKW  - three\r\n");
    CHECK(keywords(" ,one,") == "KW  - one\r\n");
    CHECK(!detail::are_tags("one", text_list_view{}));
    CHECK(detail::are_tags("", text_list_view{}));
}

TEST_CASE("RIS writes a range as its entries") {
    const auto& peft = in<category::peft>();
    std::string one_by_one;
    for (const paper& p : peft) one_by_one += ris_of(p);
    CHECK(written([&](auto out) { return write_ris(out, peft); }) == one_by_one);
}

TEST_CASE("RIS can be written to any output iterator") {
    CHECK(writes_anywhere([](auto out) { return write_ris(std::move(out), get<"lora">()); }));
    CHECK(writes_anywhere([](auto out) { return write_ris(std::move(out), entries_in(category::peft)); }));
}

#if !defined(__clang__) || __clang_major__ >= 16  // earlier versions cannot compile libstdc++'s adaptors
TEST_CASE("write_ris accepts a range that finds its elements lazily") {
    auto found = entries | std::views::filter([](entry e) { return e.key() == "lora" || e.key() == "gradio"; });
    const std::array wanted{entry{get<"lora">()}, *find("gradio")};
    CHECK(written([&](auto out) { return write_ris(out, found); }) ==
          written([&](auto out) { return write_ris(out, wanted); }));
}
#endif
