#ifndef REFCATALOG_TESTS_SUPPORT_WRITING_HPP
#define REFCATALOG_TESTS_SUPPORT_WRITING_HPP

#include <cstddef>
#include <iterator>
#include <sstream>
#include <string>

// Functions that the tests of the writers share.

/// The text that the call writes through the output iterator it receives.
template <class Write>
std::string written(Write write) {
    std::string text;
    auto out = std::back_inserter(text);
    write(out);
    return text;
}

/// A minimal output iterator, which can be moved but not copied.
class appender {
public:
    using difference_type = std::ptrdiff_t;
    explicit appender(std::string& text) : text_{&text} {}
    appender(appender&&) = default;
    appender& operator=(appender&&) = default;
    appender& operator*() { return *this; }
    appender& operator++() { return *this; }
    appender& operator++(int) { return *this; }
    appender& operator=(const char& character) { return text_->push_back(character), *this; }

private:
    std::string* text_;
};

/// Whether the call writes the same text to a stream, into an array of exactly the right size, and through a minimal
/// iterator, and returns each iterator advanced.
template <class Write>
bool writes_anywhere(Write write) {
    const std::string expected = written(write);

    std::ostringstream stream;
    write(std::ostreambuf_iterator<char>{stream});

    std::string buffer(expected.size(), '\0');
    const bool ends_there = write(buffer.begin()) == buffer.end();

    std::string moved;
    *write(appender{moved}) = '.';

    return stream.str() == expected && ends_there && buffer == expected && moved == expected + '.';
}

#endif
