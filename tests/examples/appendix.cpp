// Writes the whole appendix back as Markdown.
//     g++ -std=c++20 -Iinclude tests/examples/appendix.cpp -o appendix
//     ./appendix [--lang ko|en]

#include <refcatalog/catalog.hpp>

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using refcatalog::lang;

// A '|' would end the cell.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char character : text) {
        if (character == '|') result += '\\';
        result += character;
    }
    return result;
}

std::string bold(std::string_view text) { return "**" + escaped(text) + "**"; }

template <class Record>
std::string link(const Record& record, lang language) {
    const std::string label = escaped(record.link_label_in(language));
    if (record.url().empty()) return label;
    const std::string url{record.url()};
    return label.empty() ? "<" + url + ">" : "[" + label + "](" + url + ")";
}

// The cells of a row, in the order of the columns of the appendix.
struct cells_of {
    lang language;
    std::vector<std::string> operator()(const refcatalog::paper& p) const {
        return {std::to_string(p.number()),   bold(p.title()),
                escaped(p.authors()),         std::to_string(p.year()),
                escaped(p.summary(language)), escaped(p.contribution(language))};
    }
    std::vector<std::string> operator()(const refcatalog::repository& r) const {
        return {bold(r.name()), link(r, language), escaped(r.description(language))};
    }
    std::vector<std::string> operator()(const refcatalog::dataset& d) const {
        return {bold(d.name()), link(d, language), escaped(d.description(language))};
    }
    std::vector<std::string> operator()(const refcatalog::course& c) const {
        if (c.category() == refcatalog::category::online_courses) {
            return {bold(c.title()), escaped(c.provider()), escaped(c.topic(language))};
        }
        return {bold(c.title()), escaped(c.provider()), escaped(c.instructors(language)), escaped(c.topic(language)),
                link(c, language)};
    }
    std::vector<std::string> operator()(const refcatalog::blog& b) const {
        return {bold(b.name()), escaped(b.author(language)), escaped(b.content(language)), link(b, language)};
    }
    std::vector<std::string> operator()(const refcatalog::post& p) const {
        return {bold(p.title()), escaped(p.author()), escaped(p.topic(language)), link(p, language)};
    }
    std::vector<std::string> operator()(const refcatalog::community& c) const {
        return {bold(c.name(language)), escaped(c.description(language)), link(c, language)};
    }
    std::vector<std::string> operator()(const refcatalog::book& b) const {
        return {bold(b.title(language)), escaped(b.author(language)), escaped(b.features(language)), link(b, language)};
    }
    std::vector<std::string> operator()(const refcatalog::tool& t) const {
        return {bold(t.name()), escaped(t.purpose(language)), link(t, language)};
    }
};

void write_row(const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) std::cout << "| " << cell << ' ';
    std::cout << "|\n";
}

void write_table(const refcatalog::category_info& category, lang language) {
    std::vector<std::string> headings;
    for (std::size_t column = 0; column < category.column_count(); ++column) {
        headings.push_back(escaped(category.column(column, language)));
    }
    write_row(headings);
    write_row(std::vector<std::string>(headings.size(), "---"));
    for (const refcatalog::entry e : entries_in(category.id())) write_row(visit(cells_of{language}, e));
    std::cout << '\n';
}

// Where a step names several things, each is bold: "**GPTQ** / **AWQ**".
std::string bold_parts(std::string_view label) {
    constexpr std::string_view separator = " / ";
    const auto end = label.find(separator);
    if (end == label.npos) return bold(label);
    return bold(label.substr(0, end)) + std::string{separator} + bold_parts(label.substr(end + separator.size()));
}

void write_reading_order(lang language) {
    for (const auto& stage : refcatalog::reading_stages) {
        std::cout << "### " << stage.name(language) << " (" << stage.duration(language) << ")\n";
        for (const auto& step : stage.steps()) {
            if (step.number() > 0) std::cout << step.number() << ". ";
            else std::cout << "- ";
            if (!step.label().empty()) {
                std::cout << bold_parts(step.label());
                if (!step.by().empty()) std::cout << " (" << step.by() << ')';
                std::cout << " - ";
            }
            std::cout << step.note(language) << '\n';
        }
        std::cout << '\n';
    }
}

void write(lang language) {
    std::cout << "# " << refcatalog::catalog_title(language) << "\n\n";
    for (const auto& part : refcatalog::parts) {
        std::cout << "## " << part.number() << ' ' << part.title(language) << "\n\n";
        for (const auto& category : refcatalog::categories) {
            if (category.part() != part) continue;
            // A part without sections of its own is the category.
            if (category.number() != part.number()) {
                std::cout << "### " << category.number() << ' ' << category.title(language) << "\n\n";
            }
            write_table(category, language);
        }
    }
    write_reading_order(language);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 1) {
        write(lang::ko);
        return EXIT_SUCCESS;
    }
    for (const auto language : {lang::ko, lang::en}) {
        if (argc == 3 && argv[1] == std::string_view{"--lang"} && argv[2] == to_string(language)) {
            write(language);
            return EXIT_SUCCESS;
        }
    }
    std::cerr << "usage: appendix [--lang ko|en]\n";
    return EXIT_FAILURE;
}
