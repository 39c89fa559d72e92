#ifndef REFCATALOG_SITE_HTML_HPP
#define REFCATALOG_SITE_HTML_HPP

// The building blocks of HTML.

#include <string>
#include <string_view>

namespace site {

std::string escaped(std::string_view text);

std::string attribute(const std::string& name, std::string_view value);

/// An element, from its name and attributes, and its content as HTML.
std::string element(const std::string& opening, const std::string& content);

/// An element on a separate line.
std::string block(const std::string& opening, const std::string& content);

std::string list(const std::string& opening, const std::string& items);

/// The href attribute of a link to an id of this page.
std::string href_to(std::string_view id);

/// The href attribute of a link to another page; empty if a browser should not follow the URL, as with `javascript:`.
std::string href_of(std::string_view url);

/// The text, percent-encoded for the value of a fragment.
std::string encoded(std::string_view text);

}  // namespace site

#endif
