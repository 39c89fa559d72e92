#include "html.hpp"

#include <string>
#include <string_view>

namespace site {

std::string escaped(std::string_view text) {
    std::string result;
    for (const char character : text) {
        switch (character) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default: result += character;
        }
    }
    return result;
}

std::string attribute(const std::string& name, std::string_view value) {
    return " " + name + "=\"" + escaped(value) + '"';
}

std::string element(const std::string& opening, const std::string& content) {
    return "<" + opening + ">" + content + "</" + opening.substr(0, opening.find(' ')) + ">";
}

std::string block(const std::string& opening, const std::string& content) { return element(opening, content) + "\n"; }

std::string list(const std::string& opening, const std::string& items) {
    return block(opening + " role=list", "\n" + items);  // without the role, Safari ignores a list without bullets
}

std::string encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-._~";
    std::string result;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (plain.find(character) != plain.npos) result += character;
        else result += {'%', digits[byte / 16], digits[byte % 16]};
    }
    return result;
}

std::string href_to(std::string_view id) { return attribute("href", "#" + encoded(id)); }

std::string href_of(std::string_view url) {
    for (const std::string_view scheme : {"https:", "http:", "ftp:", "mailto:"}) {
        if (url.starts_with(scheme)) return attribute("href", url);
    }
    return "";
}

}  // namespace site
