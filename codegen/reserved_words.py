"""Words that cannot be names in C++, or cannot be names everywhere."""

KEYWORDS = frozenset(
    """alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class
    co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype default
    delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int long
    mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
    reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch synchronized
    template this thread_local throw true try typedef typeid typename typeof union unsigned using virtual void volatile
    wchar_t while xor xor_eq""".split()
)
# Macros of common system headers.
MACROS = frozenset(
    """assert basename cdecl errno far h_addr h_errno hyper i386 interface linux major makedev max mc68000 min minor
    mips near noreturn offsetof pascal setjmp signal_pending small st_atime st_ctime st_mtime stderr stdin stdout unix
    va_arg va_copy va_end va_start""".split()
)
