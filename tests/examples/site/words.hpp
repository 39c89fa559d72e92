#ifndef REFCATALOG_SITE_WORDS_HPP
#define REFCATALOG_SITE_WORDS_HPP

// Texts in every language of the catalogue, and the page's own words. These are Korean if the language is Korean, and
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

/// The texts that a function gives for each language.
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

/// Whether it is empty in every language.
bool is_empty(const texts& text);

/// All languages as HTML, of which the script shows one. A text that is the same in several appears once.
std::string shown(const texts& text, const std::string& attributes = "");

/// The same, for what a search looks through: the script compares each of these texts.
std::string searchable(const texts& text);

/// An element that may hold nothing but text, so that the script has to put the chosen language in.
std::string text_only(const std::string& opening, const texts& text);

/// A heading with an id.
std::string heading(const std::string& level, const std::string& id, const texts& text);

/// "1 entry", "2 entries".
std::string counted(std::size_t number, const std::string& singular, const std::string& plural);

// Words for what the library has only as the names of enumerators and fields, as in "blog_post": these words are what
// it is called, but for those that the page knows better.

texts name_of(refcatalog::record_kind kind);
texts label_of(refcatalog::record_kind kind);   // with a capital
texts plural_of(refcatalog::record_kind kind);  // wants has_plural(kind)
bool has_plural(refcatalog::record_kind kind);
texts name_of(refcatalog::link_status status);
texts name_of_field(std::string_view name);

}  // namespace site

#endif
