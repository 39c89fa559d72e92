// The library as a C++20 module, for `import refcatalog;`: everything that the headers declare in namespace refcatalog.

module;

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/format.hpp>
#include <refcatalog/json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/render.hpp>
#include <refcatalog/ris.hpp>

export module refcatalog;

export namespace refcatalog {

using refcatalog::all_tags;
using refcatalog::catalog_title;
using refcatalog::categories;
using refcatalog::category;
using refcatalog::category_info;
using refcatalog::citation;
using refcatalog::citation_variable;
using refcatalog::citation_variable_view;
using refcatalog::closest;
using refcatalog::contributor;
using refcatalog::contributor_view;
using refcatalog::correction;
using refcatalog::correction_view;
using refcatalog::csl_type;
using refcatalog::entries;
using refcatalog::entries_between;
using refcatalog::entries_in;
using refcatalog::entry;
using refcatalog::entry_list_view;
using refcatalog::entry_view;
using refcatalog::facts_as_of;
using refcatalog::find;
using refcatalog::first_year;
using refcatalog::for_each_field;
using refcatalog::get;
using refcatalog::in;
using refcatalog::info;
using refcatalog::labelled_link;
using refcatalog::lang;
using refcatalog::languages;
using refcatalog::last_year;
using refcatalog::link_status;
using refcatalog::link_view;
using refcatalog::match_list;
using refcatalog::name_view;
using refcatalog::operator<<;
using refcatalog::part_info;
using refcatalog::partial_date;
using refcatalog::parts;
using refcatalog::reading_list;
using refcatalog::reading_order;
using refcatalog::reading_stage;
using refcatalog::reading_stages;
using refcatalog::reading_step;
using refcatalog::record_kind;
using refcatalog::records_in;
using refcatalog::rendered;
using refcatalog::search;
using refcatalog::search_view;
using refcatalog::tagged;
using refcatalog::text_list_view;
using refcatalog::to_string;
using refcatalog::top_matches;
using refcatalog::version;
using refcatalog::visit;
using refcatalog::write_biblatex;
using refcatalog::write_bibtex;
using refcatalog::write_csl_json;
using refcatalog::write_json;
using refcatalog::write_markdown;
using refcatalog::write_markdown_notes;
using refcatalog::write_ris;

// The kinds of record, and their tables.
#include "generated/exports.inc"

}  // namespace refcatalog
