#ifndef REFCATALOG_SITE_FIELDS_HPP
#define REFCATALOG_SITE_FIELDS_HPP

#include <refcatalog/catalog.hpp>

#include <string>

namespace site {

/// The fields of an entry's kind besides its title, `by`, description and year.
std::string other_fields(refcatalog::entry e);

}  // namespace site

#endif
