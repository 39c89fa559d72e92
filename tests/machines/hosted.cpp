// `put` for machines with an operating system.

#include <cstddef>
#include <cstdio>

void put(const char* text, std::size_t size);

void put(const char* text, std::size_t size) { std::fwrite(text, 1, size, stdout); }
