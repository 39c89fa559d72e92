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

/// The same on a separate line.
std::string block(const std::string& opening, const std::string& content);

std::string list(const std::string& opening, const std::string& items);

/// An attribute that leads to an id of this page.
std::string href_to(std::string_view id);

/// An attribute that leads out of the page; empty if a browser should not follow the URL, as with `javascript:`.
std::string href_of(std::string_view url);

/// The characters that are percent-encoded in the value of a fragment.
std::string encoded(std::string_view text);

}  // namespace site

#endif
