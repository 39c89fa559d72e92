// The version of the library.
#ifndef REFCATALOG_VERSION_HPP
#define REFCATALOG_VERSION_HPP

#include <string_view>

namespace refcatalog {

/// The version of the library, "major.minor.patch"; CMakeLists.txt reads it from here.
inline constexpr std::string_view version = "2.0.0";

}  // namespace refcatalog

#endif
