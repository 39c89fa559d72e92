// The library as a C++20 module, for `import refcatalog;`: all that the headers declare in namespace refcatalog.

module;

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/render.hpp>

export module refcatalog;

export namespace refcatalog {

using refcatalog::author_view;
using refcatalog::blog;
using refcatalog::blogs;
using refcatalog::book;
using refcatalog::books;
using refcatalog::catalog_title;
using refcatalog::categories;
using refcatalog::category;
using refcatalog::category_info;
using refcatalog::citation;
using refcatalog::communities;
using refcatalog::community;
using refcatalog::correction;
using refcatalog::correction_view;
using refcatalog::course;
using refcatalog::courses;
using refcatalog::dataset;
using refcatalog::datasets;
using refcatalog::entries;
using refcatalog::entries_in;
using refcatalog::entry;
using refcatalog::entry_view;
using refcatalog::facts_as_of;
using refcatalog::find;
using refcatalog::first_year;
using refcatalog::get;
using refcatalog::in;
using refcatalog::info;
using refcatalog::lang;
using refcatalog::languages;
using refcatalog::last_year;
using refcatalog::link_status;
using refcatalog::paper;
using refcatalog::paper_view;
using refcatalog::papers;
using refcatalog::papers_between;
using refcatalog::papers_in;
using refcatalog::part_info;
using refcatalog::parts;
using refcatalog::post;
using refcatalog::posts;
using refcatalog::publication_type;
using refcatalog::reading_list;
using refcatalog::reading_order;
using refcatalog::reading_stage;
using refcatalog::reading_stages;
using refcatalog::reading_step;
using refcatalog::reading_view;
using refcatalog::record_kind;
using refcatalog::records_in;
using refcatalog::rendered;
using refcatalog::repositories;
using refcatalog::repository;
using refcatalog::search;
using refcatalog::search_view;
using refcatalog::to_string;
using refcatalog::tool;
using refcatalog::tools;
using refcatalog::version;
using refcatalog::visit;
using refcatalog::write_bibtex;
using refcatalog::write_csl_json;
using refcatalog::write_markdown;
using refcatalog::write_markdown_notes;

}  // namespace refcatalog
