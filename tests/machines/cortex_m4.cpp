// Start-up code and `put` for a Cortex-M4 without an operating system. They pass the exit status and the output to QEMU
// by semihosting, Arm's calls to a debugger.

#include <cstddef>
#include <cstdint>

void put(const char* text, std::size_t size);
// `main` under another name, because a program must not call `main`.
int program(int, char**) asm("main");

namespace {

// The numbers of Arm's "Semihosting for AArch32 and AArch64".
constexpr std::uint32_t sys_open = 0x01;
constexpr std::uint32_t sys_write = 0x05;
constexpr std::uint32_t sys_exit_extended = 0x20;
constexpr std::uint32_t mode_w = 4;
constexpr std::uint32_t stopped_application_exit = 0x20026;

std::uint32_t ask_debugger(std::uint32_t operation, const void* arguments) {
    register std::uint32_t r0 asm("r0") = operation;
    register const void* r1 asm("r1") = arguments;
    asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

std::uint32_t opened_output() {
    static constexpr char terminal[] = ":tt";
    const struct {
        const char* name;
        std::uint32_t mode;
        std::size_t size;
    } arguments{terminal, mode_w, sizeof terminal - 1};
    return ask_debugger(sys_open, &arguments);
}

[[noreturn]] void start() {
    // A key, as a user might type it. The compiler of the program cannot see its value.
    char name[] = "lora";
    char* arguments[] = {name, nullptr};
    const std::uint32_t ended[] = {stopped_application_exit, static_cast<std::uint32_t>(program(1, arguments))};
    for (;;) ask_debugger(sys_exit_extended, ended);
}

}  // namespace

void put(const char* text, std::size_t size) {
    static std::uint32_t output = 0;
    if (output == 0) output = opened_output();
    const struct {
        std::uint32_t to;
        const char* text;
        std::size_t size;
    } arguments{output, text, size};
    ask_debugger(sys_write, &arguments);
}

// The processor starts by reading the end of its stack and the address of its first instruction from this table.
struct vector_table {
    std::uint32_t stack;
    void (*reset)();
};
extern "C" const vector_table vectors;
[[gnu::section(".vectors")]] const vector_table vectors{0x2040'0000, start};
