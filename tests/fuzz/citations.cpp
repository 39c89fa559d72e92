// The texts of citations do not affect the structure of a bibliography: its entries, fields and names stay the same.
// check.py generates a catalogue that uses every variable, and makes the texts of its citations variable.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/ris.hpp>

#include "fuzz/fuzz.hpp"
#include "support/writing.hpp"

#include <algorithm>
#include <array>

using namespace refcatalog;

namespace {

/// Replaces the texts of a table with others of the same size.
template <class Table>
class texts {
public:
    void fill(std::string_view line) {
        for (std::size_t at = 0; at != size; ++at)
            Table::pool[at] = line.empty() ? original_[at] : line[at % line.size()];
    }
    void restore(std::string_view text) {
        const auto begin = static_cast<std::size_t>(text.data() - Table::pool);
        if (begin < size)
            std::copy_n(original_.begin() + static_cast<std::ptrdiff_t>(begin), text.size(), Table::pool + begin);
    }

private:
    static constexpr std::size_t size = sizeof Table::pool;
    std::array<char, size> original_ = std::to_array(Table::pool);
};

/// The text outside the values: the entry, and the names of its fields.
std::string fields_of_bibtex(std::string_view text) {
    std::string fields;
    int depth = 0;
    for (const char character : text) {
        depth -= character == '}';
        require(depth >= 0, "a closing brace has an opening one");
        if (depth < 2) fields += character;
        depth += character == '{';
    }
    require(depth == 0, "an opening brace has a closing one");
    return fields;
}

/// A JSON text without the contents of its strings.
std::string brackets_of_json(std::string_view text) {
    std::string brackets;
    bool is_in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        require(!is_in_string || static_cast<unsigned char>(text[at]) >= ' ', "a string has only printable characters");
        if (text[at] == '"') is_in_string = !is_in_string;
        else if (is_in_string && text[at] == '\\') ++at;
        else if (!is_in_string) brackets += text[at];
    }
    return brackets;
}

/// The tags of the lines, except KW and EP: the number of these lines depends on the text.
std::string tags_of_ris(std::string_view text) {
    std::string tags;
    while (!text.empty()) {
        const std::size_t end = text.find("\r\n");
        require(end != text.npos, "each line ends in CR and LF");
        const std::string_view line = text.substr(0, end);
        require(std::ranges::none_of(line, [](char each) { return each >= 0 && each < ' '; }), "a line is printable");
        require(line.size() >= 6 && line.substr(2, 4) == "  - ", "each line begins with a tag");
        if (!line.starts_with("KW") && !line.starts_with("EP")) tags += line.substr(0, 2);
        text.remove_prefix(end + 2);
    }
    return tags;
}

/// The structure of an entry in every format, which does not depend on its texts.
std::array<std::string, 4> structures_of(entry e) {
    return {fields_of_bibtex(written([=](auto& out) { out = write_bibtex(out, e); })),
            fields_of_bibtex(written([=](auto& out) { out = write_biblatex(out, e); })),
            brackets_of_json(written([=](auto& out) { out = write_csl_json(out, e); })),
            tags_of_ris(written([=](auto& out) { out = write_ris(out, e); }))};
}

std::vector<std::array<std::string, 4>> all_structures() {
    std::vector<std::array<std::string, 4>> all;
    for (const entry e : entries) all.push_back(structures_of(e));
    return all;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static texts<generated::citation_table> values;
    static texts<generated::contributor_table> names;
    static const auto expected = all_structures();
    const std::vector<std::string> lines = lines_of(text_of(data, size));
    values.fill(lines.front());
    names.fill(lines.back());
    const entry e = entries[size % entries.size()];
    values.restore(e.citation().arxiv_id());  // the generator accepts only identifiers
    // The writer of BibTeX recognizes a master's thesis by its genre.
    if (e.citation().type() == csl_type::thesis) values.restore(e.citation().variable("genre"));
    const auto found = structures_of(e);
    for (std::size_t format = 0; format != found.size(); ++format) {
        require_equal(found[format], expected[e.index()][format], "the texts do not change the entry and its fields");
    }
    return 0;
}
