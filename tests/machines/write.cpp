// Writes a catalogue with every writer and finds each entry again, using only the library's headers. Each machine
// defines `put`.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/ris.hpp>

#include <charconv>
#include <cstddef>
#include <string_view>

void put(const char* text, std::size_t size);

using namespace refcatalog;

namespace {

// Collects characters, because a call of `put` for each one would be slow.
class buffer {
public:
    void add(char character) {
        text_[size_++] = character;
        if (size_ == sizeof text_) flush();
    }
    void flush() {
        put(text_, size_);
        size_ = 0;
    }

private:
    std::size_t size_ = 0;
    char text_[4'096]{};
};

// An output iterator that adds to a buffer.
class output {
public:
    using difference_type = std::ptrdiff_t;

    explicit output(buffer& to) : to_{&to} {}
    output& operator*() { return *this; }
    output& operator++() { return *this; }
    output operator++(int) { return *this; }
    output& operator=(char character) {
        to_->add(character);
        return *this;
    }

private:
    buffer* to_;
};

output show(output out, std::string_view text) {
    for (const char character : text) *out = character;
    return out;
}

output show(output out, std::size_t number) {
    char digits[20];
    const char* const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return show(show(out, " "), {digits, static_cast<std::size_t>(end - digits)});
}

void write_all(output out) {
    write_csl_json(show(out, "\n== CSL-JSON\n"), entries);
    write_json(show(out, "\n== JSON\n"));
    for (const lang language : languages) {
        write_markdown(show(show(out, "\n== Markdown "), to_string(language)), language);
        write_markdown_notes(show(out, "\n== notes\n"), language);
    }
    show(out, "\n== BibTeX, BibLaTeX, RIS\n");
    for (const entry e : entries) write_ris(write_biblatex(write_bibtex(out, e), e), e);
}

void find_all(output out) {
    for (const entry e : entries) {
        show(show(show(out, "== "), e.key()), e.index());
        show(out, find(e.key())->index());
        for (const std::string_view alias : e.aliases()) show(out, find(alias)->index());
        for (const std::string_view tag : e.tags()) show(out, tagged(tag).size());
        std::string_view misspelt = e.key();
        misspelt.remove_prefix(1);
        if (const auto near = closest(misspelt)) show(out, near->index());
        for (const entry found : search(e.key())) show(out, found.index());
        for (const entry found : top_matches<3>(e.by())) show(out, found.index());
        show(out, "\n");
    }
}

}  // namespace

int main(int, char**) {
    buffer collected;
    write_all(output{collected});
    find_all(output{collected});
    collected.flush();
    return 0;
}
