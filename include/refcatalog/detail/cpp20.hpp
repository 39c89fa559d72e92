#ifndef REFCATALOG_DETAIL_CPP20_HPP
#define REFCATALOG_DETAIL_CPP20_HPP

// Says what is missing before a hundred errors do. MSVC tells the language in a macro of its own.
#if __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#error refcatalog needs C++20: compile with -std=c++20, or with /std:c++20
#endif

#endif
