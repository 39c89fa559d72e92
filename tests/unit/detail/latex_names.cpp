#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/bibtex.hpp>

#include <string>
#include <string_view>

using namespace refcatalog::detail;

namespace {

// A contributor with any name.
struct person {
    std::string_view name_;
    std::string_view family_;
    std::string_view given_;
    std::string_view particle_;
    std::string_view dropping_particle_;
    std::string_view suffix_;

    std::string_view name() const { return name_; }
    std::string_view family() const { return family_; }
    std::string_view given() const { return given_; }
    std::string_view particle() const { return particle_; }
    std::string_view dropping_particle() const { return dropping_particle_; }
    std::string_view suffix() const { return suffix_; }
};

std::string name(const person& whose) {
    return written([&](auto& out) { bibtex::put_name(out, whose); });
}

std::string part(std::string_view text, bool is_family = false) {
    return written([&](auto& out) { bibtex::put_part(out, text, is_family); });
}

}  // namespace

TEST_CASE("is_lower accepts exactly the lower-case letters of ASCII") {
    const std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
    for (int code = -128; code < 128; ++code) {
        INFO(code);
        const auto character = static_cast<char>(code);
        CHECK(bibtex::is_lower(character) == (letters.find(character) != letters.npos));
    }
}

TEST_CASE("a word in lower case before the last one is a particle to BibTeX") {
    const auto is_found = [](std::string_view text) { return bibtex::has_lower_word(text); };
    for (const std::string_view text : {"a B", "A b C", "'t Hooft", "''t X", "de' M", "A 'b C", "a ", "aB C"}) {
        INFO(text);
        CHECK(is_found(text));
    }
    for (const std::string_view text : {"", "a", "A b", "A B C", "A' B", "Ab C", "A 'B c", "'A B", "1a B", "A'b C"}) {
        INFO(text);
        CHECK(!is_found(text));
    }
}

TEST_CASE("a first word without capitals is a particle to BibTeX") {
    const auto is_lower = [](std::string_view text) { return bibtex::begins_in_lower_case(text); };
    for (const std::string_view text : {"hooks", "a", "z", "al-x", "van Dijk", "a B", "d'", "a@", "a["}) {
        INFO(text);
        CHECK(is_lower(text));
    }
    for (const std::string_view text : {"", "Hooks", "d'Alembert", "aA", "aZ", "a-Z b", "1", "'t", "\xea\xb0\x80"}) {
        INFO(text);
        CHECK(!is_lower(text));
    }
}

TEST_CASE("a part of a name is in braces if BibTeX would split it") {
    CHECK(part("Knuth") == "Knuth");
    CHECK(part("A, B") == "{A, B}");
    CHECK(part("A and B") == "{A and B}");
    CHECK(part("van Dijk") == "van Dijk");
    CHECK(part("van Dijk", true) == "{van Dijk}");
    CHECK(part("hooks", true) == "{hooks}");
    CHECK(part("", true) == "");
}

TEST_CASE("a name in BibTeX begins with the particles, and ends with the given name") {
    CHECK(name({"Ada Lovelace", "Lovelace", "Ada", "", "", ""}) == "Lovelace, Ada");
    CHECK(name({"Teun van Dijk", "Dijk", "Teun", "van", "", ""}) == "van Dijk, Teun");
    CHECK(name({"Jean d'Alembert", "Alembert", "Jean", "d'", "", ""}) == "d'Alembert, Jean");
    CHECK(name({"A von der B", "B", "A", "der", "von", ""}) == "von der B, A");
    CHECK(name({"Martin King Jr.", "King", "Martin", "", "", "Jr."}) == "King, Jr., Martin");
    CHECK(name({"M King I, II", "King", "M", "", "", "I, II"}) == "King, {I, II}, M");
    CHECK(name({"A y B, C", "A y B", "C", "", "", ""}) == "{A y B}, C");
}

TEST_CASE("a name without a given name is in braces, except for particles that readers can tell apart") {
    CHECK(name({"Mindee", "", "", "", "", ""}) == "{Mindee}");
    CHECK(name({"van Dijk", "Dijk", "", "van", "", ""}) == "van {Dijk}");
    CHECK(name({"von Goethe", "Goethe", "", "", "von", ""}) == "von {Goethe}");
    CHECK(name({"d'Alembert", "Alembert", "", "d'", "", ""}) == "{d'Alembert}");
    CHECK(name({"Van Dijk", "Dijk", "", "Van", "", ""}) == "{Van Dijk}");
    CHECK(name({"van Dijk Jr.", "Dijk", "", "van", "", "Jr."}) == "{van Dijk Jr.}");
}
