#include "support/catch.hpp"

#include <refcatalog/bibtex.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

using namespace refcatalog::detail;

namespace {

// The pages, with angle brackets around the mark of their range.
std::string marked(std::string_view pages) {
    const range_mark mark = range_mark_of(pages);
    if (mark.size == 0) return std::string{pages};
    const std::string text{pages};
    return text.substr(0, mark.at) + "<" + text.substr(mark.at, mark.size) + ">" + text.substr(mark.at + mark.size);
}

using tags = std::vector<std::string_view>;

}  // namespace

TEST_CASE("the mark of a range of pages is an en dash, or else the hyphens in the middle") {
    CHECK(marked("12-34") == "12<->34");
    CHECK(marked("12--34") == "12<-->34");
    CHECK(marked("12---34") == "12<--->34");
    CHECK(marked("A-1-A-3") == "A-1<->A-3");
    CHECK(marked("A-1--A-3") == "A-1<-->A-3");
    CHECK(marked("a-b-1-a-b-2") == "a-b-1<->a-b-2");
    CHECK(marked("-1") == "<->1");
    CHECK(marked("--1") == "<-->1");
    CHECK(marked("1-") == "1<->");
    CHECK(marked("-") == "<->");
    CHECK(marked("1\xe2\x80\x93"
                 "2") == "1<\xe2\x80\x93>2");
    CHECK(marked("A-1\xe2\x80\x93"
                 "A-3") == "A-1<\xe2\x80\x93>A-3");
    for (const std::string_view single : {"", "12", "A-1-2", "-1-",
                                          "1\xe2\x80\x94"
                                          "2",
                                          "a-b-c-d-e"}) {
        INFO(single);
        CHECK(marked(single) == single);
    }
}

TEST_CASE("a space follows some particles in a name") {
    const auto apart = [](std::string_view name, std::string_view particle) { return stands_apart(name, particle); };
    CHECK(apart("van Dijk", "van"));
    CHECK(apart("Teun van Dijk", "van"));
    CHECK(apart("Teun van ", "van"));
    CHECK(apart("vanvan Dijk", "van"));
    for (const std::string_view name : {"d'Alembert", "vanDijk", "van", "Dijk van", "va n", ""}) {
        CHECK(!apart(name, "van"));
        CHECK(!apart(name, "d'"));
    }
}

TEST_CASE("keywords are the tags of a record only if they list exactly these tags") {
    CHECK(are_tags("", tags{}));
    CHECK(are_tags("one", tags{"one"}));
    CHECK(are_tags("one, two, three", tags{"one", "two", "three"}));
    CHECK(are_tags("a, b, c", tags{"a, b", "c"}));
    for (const std::string_view other : {"", "one", "one,two", "one, two,", "one, two, ", "one, tw", "two, one",
                                         "one; two", "one  two", "one, two, three", "onetwo", "one, one, two"}) {
        INFO(other);
        CHECK(!are_tags(other, tags{"one", "two"}));
    }
    CHECK(!are_tags("one", tags{}));
}

TEST_CASE("an invalid type is written as a document in a bibliography") {
    using refcatalog::csl_type;
    using types = refcatalog::generated::bibtex_types;
    CHECK(form_of<types>(csl_type::article_journal).name == "article");
    CHECK(form_of<types>(static_cast<csl_type>(types::size - 1)).name != "");
    for (const std::size_t other : {std::size_t{types::size}, types::size + std::size_t{1}}) {
        CHECK(form_of<types>(static_cast<csl_type>(other)).name == form_of<types>(csl_type::document).name);
    }
}
