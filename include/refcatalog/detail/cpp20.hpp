#ifndef REFCATALOG_DETAIL_CPP20_HPP
#define REFCATALOG_DETAIL_CPP20_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

// One clear error instead of a hundred. g++ 10 accepts -std=c++20, but not the whole language; MSVC gives the version
// of the language in its own macro.
#if __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#error refcatalog needs C++20: g++ 11, clang 14 or later with -std=c++20, or MSVC with /std:c++20
#endif

#endif
