// The citations of records, in the vocabulary of CSL 1.0.2, the Citation Style Language.
#ifndef REFCATALOG_CITATION_HPP
#define REFCATALOG_CITATION_HPP

#include <refcatalog/detail/rows.hpp>
#include <refcatalog/detail/sequence_view.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/entry.hpp>
#include <refcatalog/generated/citations.hpp>
#include <refcatalog/lists.hpp>
#include <refcatalog/partial_date.hpp>
#include <refcatalog/record.hpp>

#include <cstddef>
#include <string_view>

// Source: the citations in the records' files in data/, completed from the records' other fields. Texts are UTF-8, live
// as long as the program, and are followed by a NUL.

namespace refcatalog {

/// CSL's own name, as in "article-journal"; empty for a value that is not a type.
constexpr std::string_view to_string(csl_type type) noexcept {
    using table = generated::csl_table;
    const auto row = static_cast<std::size_t>(type);
    return row < table::type_count ? detail::text<table>(row, table::column_::name) : "";
}

namespace detail {

/// The name of a variable, by its number.
constexpr std::string_view variable_name(std::size_t number) noexcept {
    using table = generated::csl_table;
    return text<table>(table::type_count + number, table::column_::name);
}

/// The text in a row of the table of citations.
constexpr std::string_view citation_text(std::size_t row) noexcept {
    using table = generated::citation_table;
    return text<table>(row, table::column_::text);
}

/// The full names of contributors.
struct contributor_names {
    using value_type = std::string_view;
    static constexpr std::string_view at(std::size_t position) noexcept {
        using table = generated::contributor_table;
        return text<table>(position, table::column_::name);
    }
};

// The following classes are templates over their tables, so that compilers analyse them only for a program that uses
// citations.

/// A person or an organization that contributed to the cited work.
template <class Table>
class basic_contributor {
public:
    /// CSL's own name of the role, as in "author" or "editor".
    constexpr std::string_view role() const noexcept { return variable_name(number_at(Table::roles, position_) / 2U); }

    /// The name in full, as in "Ludwig van Beethoven".
    constexpr std::string_view name() const noexcept { return contributor_names::at(position_); }

    /// The family name without particles; empty for a literal.
    constexpr std::string_view family() const noexcept {
        if (own() != 0) return part(0);
        const std::size_t begin = given().size() + 1;
        const std::string_view whole = name();
        return begin == 1 ? "" : std::string_view{whole.data() + begin, whole.size() - begin};
    }

    /// The given names; empty for a literal, or if there are none.
    constexpr std::string_view given() const noexcept { return text<Table>(position_, Table::column_::given); }

    /// The particle that stays with the family name, as in "van"; CSL calls it non-dropping. Empty for most.
    constexpr std::string_view particle() const noexcept { return part(1); }

    /// The particle that is dropped when the family name stands alone; empty for most.
    constexpr std::string_view dropping_particle() const noexcept { return part(2); }

    /// The suffix, as in "Jr."; empty for most.
    constexpr std::string_view suffix() const noexcept { return part(3); }

    /// Whether the name is whole, without parts: that of an organization, or one that cannot be split with certainty.
    constexpr bool is_literal() const noexcept { return own() == 0 && given().empty(); }

    friend constexpr bool operator==(basic_contributor, basic_contributor) noexcept = default;

private:
    friend group_list<basic_contributor>;
    constexpr explicit basic_contributor(std::size_t position) noexcept : position_{position} {}

    constexpr std::size_t own() const noexcept { return number_at(Table::own, position_); }
    constexpr std::string_view part(std::size_t number) const noexcept {
        return citation_text(own() == 0 ? 0 : Table::first_own + (own() - 1) * 4 + number);
    }

    std::size_t position_;
};

}  // namespace detail

/// A person or an organization that contributed to the cited work.
using contributor = detail::basic_contributor<generated::contributor_table>;

/// A variable of a citation whose value is a text.
class citation_variable {
public:
    /// CSL's own name, as in "container-title".
    constexpr std::string_view name() const noexcept {
        return detail::variable_name(detail::number_at(generated::citation_table::variables, row_));
    }

    /// The text, never empty.
    constexpr std::string_view value() const noexcept { return detail::citation_text(row_); }

    friend constexpr bool operator==(citation_variable, citation_variable) noexcept = default;

private:
    friend detail::group_list<citation_variable>;
    constexpr explicit citation_variable(std::size_t row) noexcept : row_{row} {}

    std::size_t row_;
};

/// Variables of a citation: a random access view of `citation_variable` objects.
using citation_variable_view = detail::sequence_view<detail::group_list<citation_variable>>;

/// Contributors: a random access view of `contributor` objects.
using contributor_view = detail::sequence_view<detail::group_list<contributor>>;

/// The full names of contributors: a random access view of `std::string_view`.
using name_view = detail::sequence_view<detail::contributor_names>;

namespace detail {

/// The citation of a record: the facts of its publication, which may go beyond the catalogue's own text, or differ from
/// it. A text that is not given is empty.
template <class Table>
class basic_citation : public row<generated::entry_table> {
    using known = generated::csl_table;
    using dates = generated::citation_date_table;

public:
    /// The type of the cited work.
    constexpr csl_type type() const noexcept { return static_cast<csl_type>(number_at(Table::types, row_())); }

    /// The title in full. Never empty.
    constexpr std::string_view title() const noexcept { return text(known::title); }

    /// The full names of all authors, in order, each as in "Aidan N. Gomez".
    constexpr name_view authors() const noexcept {
        const std::size_t first = number_at(Table::first_contributor, row_());
        const std::size_t end = number_at(Table::first_contributor, row_() + 1);
        std::size_t last = first;
        // Authors come first.
        while (last != end && number_at(generated::contributor_table::roles, last) / 2U == known::author) ++last;
        return {first, last};
    }

    /// The year of `issued()`; 0 if not given.
    constexpr int year() const noexcept { return issued().year(); }

    /// The container, as in "NeurIPS", else the publisher of a report; empty if there is neither.
    constexpr std::string_view venue() const noexcept {
        const std::string_view container = text(known::container_title);
        return container.empty() && type() == csl_type::report ? text(known::publisher) : container;
    }

    /// The DOI, as in "10.1145/3600006.3613165"; empty if unknown.
    constexpr std::string_view doi() const noexcept { return text(known::DOI); }

    /// The arXiv identifier, as in "1706.03762"; empty if not given.
    constexpr std::string_view arxiv_id() const noexcept { return text(known::arxiv); }

    /// Its address, an absolute URL of any scheme; empty if unknown.
    constexpr std::string_view url() const noexcept { return text(known::URL); }

    /// The date of publication, as precise as known; the first date of a range.
    constexpr partial_date issued() const noexcept { return date(find_date(known::issued) * 2); }

    /// A date by CSL's name of the variable, as in "accessed"; the first one of a range. `partial_date{}` if it is not
    /// given, or given in words, or the name is not that of a date.
    constexpr partial_date date_of(std::string_view name) const noexcept { return date(find_date(name) * 2); }

    /// The last date of a range; `partial_date{}` for a date that is not a range.
    constexpr partial_date end_of(std::string_view name) const noexcept { return date(find_date(name) * 2 + 1); }

    /// A date given in words, as in "31st August to 3rd September 2015"; empty for most.
    constexpr std::string_view literal_of(std::string_view name) const noexcept {
        return citation_text(number_at(dates::literals, find_date(name)));
    }

    /// All contributors, by role in the order of CSL's specification, and within a role in the order of the data. A
    /// final "others" in the data is not among them.
    constexpr contributor_view contributors() const noexcept {
        return listed<contributor_view>(Table::first_contributor, row_());
    }

    /// Whether the role, as in "author", has contributors that are not named.
    constexpr bool has_others(std::string_view role) const noexcept {
        const std::size_t wanted = number_of(role) * 2 + 1;
        const std::size_t end = number_at(Table::first_contributor, row_() + 1);
        std::size_t at = number_at(Table::first_contributor, row_());
        while (at != end && number_at(generated::contributor_table::roles, at) != wanted) ++at;
        return at != end;
    }

    /// The value of a variable by CSL's name, as in "volume"; empty if it is not given, or the name is not that of a
    /// variable.
    constexpr std::string_view variable(std::string_view name) const noexcept { return text(number_of(name)); }

    /// All variables with text values, in the order of CSL's specification; names and dates are not among them.
    constexpr citation_variable_view variables() const noexcept {
        const std::size_t last = end_of_variables() - 1;
        const bool ends_with_arxiv = number_at(Table::variables, last) == known::arxiv;
        return {number_at(Table::first_variable, row_()), ends_with_arxiv ? last : last + 1};
    }

private:
    friend rows;
    friend struct citation_values;
    constexpr basic_citation() noexcept = default;

    constexpr std::size_t end_of_variables() const noexcept { return number_at(Table::first_variable, row_() + 1); }

    /// The number of a variable, by its name; one past the last if no citation gives it.
    static constexpr std::size_t number_of(std::string_view name) noexcept {
        std::size_t number = 0;
        while (number != known::arxiv && name.compare(variable_name(number)) != 0) ++number;
        return number == known::arxiv ? number + 1 : number;
    }

    /// The text of a variable, by its number.
    constexpr std::string_view text(std::size_t number) const noexcept {
        const std::size_t end = end_of_variables();
        std::size_t at = number_at(Table::first_variable, row_());
        while (at != end && number_at(Table::variables, at) != number) ++at;
        return citation_text(at == end ? 0 : at);
    }

    /// The number of a date; 0 for one that is not given.
    constexpr std::size_t find_date(std::size_t number) const noexcept {
        const std::size_t end = number_at(Table::first_date, row_() + 1);
        std::size_t at = number_at(Table::first_date, row_());
        while (at != end && number_at(dates::variables, at) != number) ++at;
        return at == end ? 0 : at;
    }
    constexpr std::size_t find_date(std::string_view name) const noexcept { return find_date(number_of(name)); }
    static constexpr partial_date date(std::size_t end) noexcept {
        return unpacked_date(number_in(dates::end_values, dates::end_base, end));
    }
};

template <class Table, record_kind Kind>
constexpr refcatalog::citation record<Table, Kind>::citation() const noexcept {
    return rows::one<refcatalog::citation>(entry_index());
}

template <class Entry, class Year>
constexpr refcatalog::citation entry_base<Entry, Year>::citation() const noexcept {
    return rows::one<refcatalog::citation>(static_cast<const Entry*>(this)->index());
}

}  // namespace detail
}  // namespace refcatalog

#endif
