"""Commands that build programs for a Cortex-M4 without an operating system or libraries, and run them in QEMU."""

from tests.support.running import ROOT, need, run, skip

# Start-up code, and the functions that any compiler may call.
SOURCES = (ROOT / "tests/machines/cortex_m4.cpp", ROOT / "tests/freestanding/memory.cpp")

COMPILER = ["arm-none-eabi-g++", "-mcpu=cortex-m4", "-mthumb", "-fno-exceptions", "-fno-rtti"]
# Loop distribution would replace loops in memory.cpp with calls of the very functions that contain them.
BUILD = [*COMPILER, "-ffunction-sections", "-fdata-sections", "-fno-tree-loop-distribute-patterns", "-nostdlib"]
# The processor reads the vectors at address 0; the board has its largest memory at 0x21000000.
BUILD += ["-Wl,--gc-sections,-u,vectors,--entry=0,--section-start=.vectors=0,-Ttext=0x21000000,-Tdata=0x20000000"]

QEMU = ["qemu-system-arm", "-M", "mps2-an386", "-display", "none", "-monitor", "none", "-serial", "none"]
QEMU += ["-chardev", "stdio,id=output", "-semihosting-config", "enable=on,target=native,chardev=output", "-kernel"]


def need_compiler() -> None:
    """Skips the check if the compiler or its standard library's headers are absent."""
    need(COMPILER[0])
    if run(*COMPILER, "-x", "c++", "-fsyntax-only", "-", input="#include <string_view>\n", status=None).returncode != 0:
        packages = "libstdc++-arm-none-eabi-dev, libnewlib-dev"
        skip(f"the headers of {COMPILER[0]} are not installed (Debian: {packages})")
