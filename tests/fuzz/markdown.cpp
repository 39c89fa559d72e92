// cmark-gfm reads the original texts from the Markdown, and finds no markup in them.

#include <refcatalog/catalog.hpp>
#include <refcatalog/markdown.hpp>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include "fuzz/fuzz.hpp"
#include "support/writing.hpp"

#include <algorithm>
#include <memory>

namespace markdown = refcatalog::detail::markdown;

namespace {

/// The visible text of each block on the page, the targets of its links, and its other markup.
struct page {
    std::vector<std::string> blocks;
    std::vector<std::string> links;
    std::vector<std::string> marks;

    explicit page(std::string_view written) {
        cmark_gfm_core_extensions_ensure_registered();
        const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser{cmark_parser_new(CMARK_OPT_FOOTNOTES),
                                                                                 cmark_parser_free};
        for (const char* const name : {"table", "strikethrough", "autolink"}) {
            cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
        }
        cmark_parser_feed(parser.get(), written.data(), written.size());
        const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document{cmark_parser_finish(parser.get()),
                                                                               cmark_node_free};
        const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> nodes{cmark_iter_new(document.get()),
                                                                            cmark_iter_free};
        while (cmark_iter_next(nodes.get()) != CMARK_EVENT_DONE) {
            if (cmark_iter_get_event_type(nodes.get()) == CMARK_EVENT_ENTER) add(cmark_iter_get_node(nodes.get()));
        }
    }

private:
    void add(cmark_node* node) {
        const std::string_view type = cmark_node_get_type_string(node);
        if (type == "heading" || type == "paragraph" || type == "table_cell") {
            blocks.emplace_back();
        } else if (type == "text") {
            blocks.back() += cmark_node_get_literal(node);
        } else if (type == "link") {
            // cmark-gfm turns e-mail addresses into links after parsing; escapes do not prevent that.
            const std::string url = cmark_node_get_url(node);
            const bool is_email = url.find('@') != url.npos && url.find("://") == url.npos;
            if (!is_email) links.push_back(url);
        } else if (type != "document" && !type.starts_with("table") && type != "list" && type != "item") {
            marks.emplace_back(type);
        }
    }
};

/// The input as a line of text that the generator accepts: valid UTF-8, without white space at its ends.
std::string taken(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto next = refcatalog::detail::first_character<>(text);
        const bool is_taken = next.size > 0 && next.code >= ' ' && (next.code < 0x7F || next.code >= 0xA0);
        if (is_taken) result += text.substr(0, next.size);
        text.remove_prefix(std::max<std::size_t>(next.size, 1));
    }
    for (bool is_white = true; is_white;) {
        is_white = false;
        for (const char* const space :
             {" ", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
              "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000"}) {
            const std::string_view white{space};
            if (result.ends_with(white)) result.erase(result.size() - white.size()), is_white = true;
            if (result.starts_with(white)) result.erase(0, white.size()), is_white = true;
        }
    }
    return result.empty() ? "x" : result;
}

/// A URL with this path, as the generator encodes it, and as the writer must encode it.
std::pair<std::string, std::string> url_of(std::string_view text) {
    std::string given = "https://a.example/";
    std::string expected = given;
    for (const char character : text) {
        if (character <= ' ' || character > '~') continue;
        const bool is_mark = std::string_view{"()<>\\`|$\"'"}.find(character) != std::string_view::npos;
        char code[4]{};
        std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned>(character));
        given += character;
        expected += is_mark ? std::string{code} : std::string{character};
    }
    return {given, expected};
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input = text_of(data, size);
    const std::string any = written([&](auto& out) { markdown::put_text(out, input, markdown::line{}); });
    require(any.find_first_of("\n\r") == any.npos, "a text is one line");

    const std::string text = taken(input);
    const auto [url, target] = url_of(input);
    const std::string all = written([&, &url = url](auto& out) {
        markdown::put_heading(out, "#", "", text);
        markdown::put_row(out, 3, [&](std::size_t) { out++ = 'x'; });
        markdown::put_row(out, 3, [&](std::size_t) { refcatalog::detail::put(out, "---"); });
        markdown::put_row(out, 3, [&](std::size_t number) {
            if (number == 0) markdown::put_bold(out, text, markdown::line_of(text));
            else if (number == 1) markdown::put_text(out, text, markdown::line_of(text));
            else markdown::put_link(out, text, url, markdown::line_of(text));
        });
        refcatalog::detail::put(out, "\n- ");
        markdown::line around = markdown::line_of(text);
        around.begins = true;
        markdown::put_text(out, text, around);
        out++ = '\n';
    });
    const page found{all};
    require(found.blocks.size() == 8, "a text adds no blocks");
    for (const std::size_t block : {0U, 4U, 5U, 6U, 7U}) require_equal(found.blocks[block], text, "the texts match");
    require(found.marks == std::vector<std::string>{"strong"}, "a text contains no markup");
    require(found.links == std::vector{target}, "the link has its target, and a text contains no links");
    return 0;
}
