// The functions of the C library that a compiler may call in any program.

#include <cstddef>

extern "C" {

void* memcpy(void* to, const void* from, std::size_t size) {
    for (std::size_t at = 0; at < size; ++at) static_cast<char*>(to)[at] = static_cast<const char*>(from)[at];
    return to;
}

void* memmove(void* to, const void* from, std::size_t size) {
    if (to <= from) return memcpy(to, from, size);
    while (size-- > 0) static_cast<char*>(to)[size] = static_cast<const char*>(from)[size];
    return to;
}

void* memset(void* to, int value, std::size_t size) {
    for (std::size_t at = 0; at < size; ++at) static_cast<char*>(to)[at] = static_cast<char>(value);
    return to;
}

int memcmp(const void* left, const void* right, std::size_t size) {
    for (std::size_t at = 0; at < size; ++at) {
        const int difference =
            static_cast<const unsigned char*>(left)[at] - static_cast<const unsigned char*>(right)[at];
        if (difference != 0) return difference;
    }
    return 0;
}

void* memchr(const void* in, int value, std::size_t size) {
    auto* const bytes = static_cast<unsigned char*>(const_cast<void*>(in));
    for (std::size_t at = 0; at < size; ++at) {
        if (bytes[at] == static_cast<unsigned char>(value)) return bytes + at;
    }
    return nullptr;
}

std::size_t strlen(const char* text) {
    std::size_t size = 0;
    while (text[size] != '\0') ++size;
    return size;
}
}
