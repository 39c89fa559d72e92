#ifndef REFCATALOG_SITE_WORDS_HPP
#define REFCATALOG_SITE_WORDS_HPP

// Texts in every language of the catalogue, and the page's own words, which are Korean if the language is Korean and
// English otherwise.

#include <refcatalog/catalog.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace site {

/// A text and the tag of its language.
struct phrase {
    std::string text;
    std::string_view tag;
};

/// A text in each of the languages, in their order.
using texts = std::array<phrase, refcatalog::languages.size()>;

/// The texts that a function returns for each language.
template <class Function>
texts in_each(Function function) {
    texts result;
    for (std::size_t at = 0; at < result.size(); ++at) {
        const refcatalog::lang language = refcatalog::languages[at];
        result[at] = {std::string{function(language)}, to_string(language)};
    }
    return result;
}

/// The result of a text accessor, as in text_of(e, &entry::title).
template <class Record, class Accessor>
texts text_of(const Record& record, Accessor accessor) {
    return in_each([&](refcatalog::lang language) { return (record.*accessor)(language); });
}

/// A text that is the same in every language.
texts same(std::string_view text);

/// Words of the page itself.
texts said(const std::string& korean, const std::string& english);

/// One text after the other, in each language.
texts joined(const texts& left, const texts& right);

/// Whether the text is empty in every language.
bool is_empty(const texts& text);

/// The text in all languages as HTML; the script shows one of them. Languages with the same text share an element.
std::string shown(const texts& text, const std::string& attributes = "");

/// The same as shown(), marked as text that the search examines.
std::string searchable(const texts& text);

/// An element that can contain only text, such as `option`. The script inserts the text in the chosen language.
std::string text_only(const std::string& opening, const texts& text);

/// A heading with an id.
std::string heading(const std::string& level, const std::string& id, const texts& text);

/// "1 entry", "2 entries".
std::string counted(std::size_t number, const std::string& singular, const std::string& plural);

// The library has only names of enumerators and fields, such as "blog_post". The page has better words for some of
// them, and shows the others as "blog post".

texts name_of(refcatalog::record_kind kind);
texts label_of(refcatalog::record_kind kind);   // with a capital
texts plural_of(refcatalog::record_kind kind);  // requires has_plural(kind)
bool has_plural(refcatalog::record_kind kind);
texts name_of(refcatalog::link_status status);
texts name_of_field(std::string_view name);

}  // namespace site

#endif
