// Prints every record of a catalogue with its own kinds, from a namespace outside the library. The exit status is the
// number of the first failed expectation.

#include <refcatalog/format.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <new>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace {
std::size_t allocations = 0;
}

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace reader {

struct shelf {
    std::vector<refcatalog::entry> items;
};

// This operator hides others of its name, except those that argument-dependent lookup finds.
std::ostream& operator<<(std::ostream& stream, const shelf& shown) {
    for (const refcatalog::entry e : shown.items) stream << e << '\n';
    return stream;
}

template <class Record>
std::string streamed(const Record& record) {
    std::ostringstream stream;
    stream << record;
    return stream.str();
}

/// A stream buffer that keeps its characters in an array, so that it allocates nothing.
class place : public std::streambuf {
public:
    place() { setp(text_, text_ + sizeof text_); }
    std::string_view text() const { return {text_, static_cast<std::size_t>(pptr() - text_)}; }

private:
    char text_[4'096];
};

std::string expected(refcatalog::entry e) { return std::string{e.key()}.append(": ").append(e.title()); }

int first_mistake() {
    for (const refcatalog::entry e : refcatalog::entries) {
        if (streamed(e) != expected(e)) return 1;
        if (visit([](const auto& record) { return streamed(record); }, e) != expected(e)) return 2;
    }
    const shelf all{{refcatalog::entries.begin(), refcatalog::entries.end()}};
    std::ostringstream copied;
    std::copy(all.items.begin(), all.items.end(), std::ostream_iterator<refcatalog::entry>{copied, "\n"});
    if (streamed(all) != copied.str() || copied.str().find("\n") == std::string::npos) return 3;

    std::string wanted = expected(refcatalog::entries[0]);
    place buffer;
    std::ostream stream{&buffer};
    char text[4'096];
    const char* end = text;
    const std::size_t before = allocations;
    stream << refcatalog::entries[0] << refcatalog::category{} << refcatalog::partial_date{2024};
#if defined(__cpp_lib_format)
    end = std::format_to(text, "{}{}", refcatalog::entries[0], refcatalog::category{});
#endif
    if (allocations != before) return 4;
    wanted.append(to_string(refcatalog::category{}));
    if (end != text && std::string_view{text, static_cast<std::size_t>(end - text)} != wanted) return 5;
    return buffer.text() == wanted + "2024" ? 0 : 6;
}

}  // namespace reader

int main() { return reader::first_mistake(); }
