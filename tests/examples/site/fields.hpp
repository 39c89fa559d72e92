#ifndef REFCATALOG_SITE_FIELDS_HPP
#define REFCATALOG_SITE_FIELDS_HPP

#include <refcatalog/catalog.hpp>

#include <string>

namespace site {

/// What the fields of an entry's kind say that its title, `by`, description and year do not.
std::string other_fields(refcatalog::entry e);

}  // namespace site

#endif
