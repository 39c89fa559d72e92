"""Uses the library in a third-party project: python3 -m tests.consumer.check WAY COMPILER [FLAG...]

The project is tests/consumer. A way that uses the installed library takes it from a relocated prefix. Ends with 77 if a
tool that the way needs is absent."""

import json
import os
import re
import shlex
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

from tests.support.agreement import public_names
from tests.support.running import INCLUDE, ROOT, configure, need, output_of, refusal_of, run, skip

CONSUMER = ROOT / "tests" / "consumer"
SITE = ROOT / "tests" / "examples" / "site"
MODULE = Path("include", "refcatalog", "refcatalog.cppm")
EXPORTS = Path("include", "refcatalog", "generated", "exports.inc")  # which the module includes
VERSION = re.search(r'version = "(.*)"', (INCLUDE / "refcatalog/version.hpp").read_text(encoding="utf-8"))[1]
MODULE_COMPILER = "clang++-19"
OUTPUT = """Visual explanation of the Transformer (the best introduction)
LoRA: Low-Rank Adaptation of Large Language Models
@inproceedings{lora,
@inproceedings{qlora,
  author = {Dettmers, Tim and Pagnoni, Artidoro and Holtzman, Ari and Zettlemoyer, Luke},
  title = {{{QLoRA}: {Efficient} {Finetuning} of {Quantized} {LLMs}}},
  booktitle = {{{NeurIPS}}},
"""


def cmake_version() -> tuple[int, ...]:
    return tuple(int(number) for number in re.search(r"(\d+)\.(\d+)", output_of("cmake", "--version")).groups())


def headers(directory: Path) -> set[str]:
    return {str(path.relative_to(directory)) for path in directory.rglob("*.hpp")}


class Way(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.there = Path(directory.name)
        self.build = self.there / "build"

    def configure_consumer(self, way: str, *options: str):
        configure(CONSUMER, self.build, COMPILER, f"-DWAY={way}", f"-DREFCATALOG={ROOT}", *options)

    def with_compiler(self, command: str) -> str:
        """The option that runs a CMake command in the consumer, to change its settings of the compiler."""
        file = self.there / "compiler.cmake"
        file.write_text(command, encoding="utf-8")
        return f"-DCMAKE_PROJECT_consumer_INCLUDE={file}"

    def assert_refused(self, reason: str, *arguments: str):
        """Asserts that configuring fails with the reason."""
        self.assertRegex(refusal_of(self.configure_consumer, *arguments), reason)

    def assert_consumer_works(self, program: Path):
        self.assertEqual(output_of(program)[:len(OUTPUT)], OUTPUT)

    def build_consumer(self, way: str, *options: str):
        self.configure_consumer(way, *options)
        output_of("cmake", "--build", self.build)
        self.assert_consumer_works(self.build / "consumer")

    def compile_consumer(self, *command: object):
        output_of(*command, "-o", self.there / "consumer")
        self.assert_consumer_works(self.there / "consumer")

    def install(self) -> Path:
        """Installs the library, moves it to another prefix, deletes the build, and returns the new prefix."""
        staged, moved = self.there / "staged", self.there / "moved to" / "prefix"
        configure(ROOT, self.build, COMPILER, "-DREFCATALOG_BUILD_TESTS=OFF")
        output_of("cmake", "--install", self.build, "--prefix", staged)
        moved.parent.mkdir()
        staged.rename(moved)
        shutil.rmtree(self.build)
        return moved


class Include(Way):
    def test_the_include_path_is_enough(self):
        self.compile_consumer(*COMPILER, "-std=c++20", f"-I{INCLUDE}", CONSUMER / "main.cpp")


class Subdirectory(Way):
    def test_add_subdirectory(self):
        self.build_consumer("subdirectory")


class FetchContent(Way):
    def test_fetch_content(self):
        self.build_consumer("fetch_content")


class Package(Way):
    def test_find_package_in_a_prefix_that_was_moved(self):
        self.build_consumer("package", f"-DCMAKE_PREFIX_PATH={self.install()}", f"-DWANTED={VERSION.split('.')[0]}")

    def test_all_headers_and_the_module_are_installed_and_nothing_else(self):
        prefix = self.install()
        self.assertEqual(headers(prefix / "include"), headers(INCLUDE))
        others = [path for path in prefix.rglob("*") if path.is_file() and path.suffix != ".hpp"]
        package = [f"share/cmake/refcatalog/refcatalog{part}.cmake" for part in ("Config", "ConfigVersion", "Targets")]
        generator = [path for path in (ROOT / "codegen").rglob("*") if path.suffix in (".py", ".j2", ".cmake")]
        self.assertEqual({str(path.relative_to(prefix)) for path in others}, {
            *("bin/refcatalog", str(MODULE), str(EXPORTS), "share/pkgconfig/refcatalog.pc", *package),
            *("include/refcatalog/gdb.py", "share/gdb/python/gdb/printer/refcatalog.py"),
            *(f"share/refcatalog/{path.relative_to(ROOT)}" for path in generator),
            *(f"share/refcatalog/site/{path.name}" for path in SITE.iterdir() if path.suffix != ".hpp"),
            *("share/refcatalog/data/kinds.toml", "share/refcatalog/headers_are_in.txt")})


class WithGenerator(Way):
    def setUp(self):
        super().setUp()
        self.prefix = self.install()
        self.item = {"id": "doe2001", "type": "book", "title": "A title"}
        (self.there / "list.json").write_text(json.dumps([self.item]), encoding="utf-8")
        # The command finds this Python first, under the name python3.
        python = self.there / "python" / "python3"
        python.parent.mkdir()
        python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n', encoding="utf-8")
        python.chmod(0o755)
        self.environment = os.environ | {"PATH": f"{python.parent}:{os.environ['PATH']}"}

    def refcatalog(self, *arguments: str) -> str:
        return output_of(self.prefix / "bin/refcatalog", *arguments, cwd=self.there, env=self.environment)


class Command(WithGenerator):
    """The installed generator as a program."""

    def test_it_works_in_any_directory_and_through_a_link(self):
        before = {*self.prefix.rglob("*")}
        self.refcatalog("--import", "list.json", "--data", "list")
        (self.there / "refcatalog").symlink_to(self.prefix / "bin/refcatalog")
        linked = output_of("./refcatalog", "--help", cwd=self.there, env=self.environment)
        self.assertRegex(linked, r"\Ausage: refcatalog \[-h\] ")
        self.refcatalog("--data", "list", "--single-header", "list.hpp")
        self.refcatalog("--data", "list", "--library", "own")
        self.assertEqual({*self.prefix.rglob("*")}, before)
        for header in "own/refcatalog/catalog.hpp", "list.hpp":
            source = self.there / "use.cpp"
            use = 'static_assert(refcatalog::get<"doe2001">().title() == "A title");'
            source.write_text(f"#include <{header}>\n{use}\n", encoding="ascii")
            includes = [f"-I{self.there}", f"-I{self.there / 'own'}"]
            output_of(*COMPILER, "-std=c++20", *includes, "-fsyntax-only", source)

    def test_one_line_names_a_missing_requirement(self):
        command = self.prefix / "bin/refcatalog"
        old = "import runpy, sys; sys.version_info = (3, 10); runpy.run_path(sys.argv[1], run_name='__main__')"
        data = ("--data", self.prefix / "share/refcatalog/data", "--single-header", self.there / "list.hpp")
        for arguments, line in (
            ((command,), "codegen: needs --data DIR, the directory of the catalogue"),
            (("-c", old, command), "codegen: needs Python 3.11 or later"),
            # Without the site packages, jinja2 is missing.
            (("-S", "-E", command, *data),
             "codegen: needs the Python package jinja2; on Debian: apt-get install python3-jinja2"),
        ):
            result = run(sys.executable, *arguments, status=1, cwd=self.there)
            self.assertEqual((result.stdout, result.stderr), ("", f"{line}\n"))


class PackageWithCatalogue(WithGenerator):
    """A user's own catalogue, made by the installed library, including its data."""

    def test_import_and_find_package(self):
        self.refcatalog("--import", "list.json", "--data", "data")
        data = f"-DDATA={self.there / 'data'}"
        wanted = (f"-DCMAKE_PREFIX_PATH={self.prefix}", f"-DWANTED={VERSION.split('.')[0]}")
        self.build_consumer("package", f"-DPython3_EXECUTABLE={sys.executable}", *wanted, data)
        self.assertEqual(json.loads(output_of(self.build / "own")), [self.item])
        self.assertIn('id="doe2001"', (self.build / "own_page.html").read_text(encoding="utf-8"))


class VersionRefused(Way):
    def test_only_the_same_major_version_up_to_the_present_one_is_accepted(self):
        prefix = f"-DCMAKE_PREFIX_PATH={self.install()}"
        major = int(VERSION.split(".")[0])
        for wanted in str(major), f"{major}.0", VERSION:
            with self.subTest(wanted):
                self.configure_consumer("package", prefix, f"-DWANTED={wanted}")
        for wanted in f"{major + 1}", f"{major}.99", f"{major - 1}.9":
            with self.subTest(wanted):
                self.assert_refused(f'compatible with requested version "{wanted}".* version: {VERSION}',
                                    "package", prefix, f"-DWANTED={wanted}")

    def test_a_machine_of_another_word_size_is_accepted(self):
        prefix = f"-DCMAKE_PREFIX_PATH={self.install()}"
        for size in 4, 8:
            with self.subTest(size):
                size_of_pointers = self.with_compiler(f"set(CMAKE_SIZEOF_VOID_P {size})")
                self.configure_consumer("package", prefix, f"-DWANTED={VERSION.split('.')[0]}", size_of_pointers)


class OldCompiler(Way):
    def test_a_compiler_without_cpp20_is_refused(self):
        prefix = f"-DCMAKE_PREFIX_PATH={self.install()}"
        old = self.with_compiler("set(CMAKE_CXX_COMPILE_FEATURES cxx_std_11 cxx_std_14 cxx_std_17)")
        for way in "subdirectory", "fetch_content", "package":
            with self.subTest(way):
                self.assert_refused('"cxx_std_20" is not known to CXX compiler', way, prefix, old)


class NestedIsQuiet(Way):
    def cache(self) -> set[str]:
        """The settings in CMake's cache that are neither the consumer's own nor named after us or FetchContent."""
        lines = (self.build / "CMakeCache.txt").read_text(encoding="utf-8").splitlines()
        others = re.compile(r"(?!WAY|refcatalog|fetchcontent)\w+:(?!INTERNAL)", re.IGNORECASE)
        return {line for line in lines if others.match(line)}

    def test_nested_use_changes_nothing_else(self):
        self.configure_consumer("none")
        before = self.cache()
        for way in "subdirectory", "fetch_content":
            with self.subTest(way):
                shutil.rmtree(self.build)
                self.configure_consumer(way)
                self.assertEqual(self.cache(), before)
                self.assertRegex(output_of("ctest", "--test-dir", self.build, "-N"), "Total Tests: 0")
                self.assertFalse([rule for rule in self.build.rglob("cmake_install.cmake")
                                  if "file(INSTALL" in rule.read_text(encoding="utf-8")])

    def test_the_target_adds_only_the_include_path_and_the_standard(self):
        self.configure_consumer("subdirectory", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
        commands = json.loads((self.build / "compile_commands.json").read_text(encoding="utf-8"))
        self.assertEqual(len(commands), 1)
        given = shlex.split(commands[0]["command"])
        ours = [argument for argument in given[1:given.index("-o")] if argument not in COMPILER]
        # CMake omits the standard if the compiler's default is at least as new.
        macros = output_of(*COMPILER, "-dM", "-E", "-x", "c++", os.devnull)
        own_standard = int(re.search(r"#define __cplusplus (\d+)L", macros)[1])
        self.assertEqual(ours, [f"-I{INCLUDE}"] + ["-std=gnu++20"] * (own_standard < 202002))

    def test_it_is_installed_on_request(self):
        self.configure_consumer("subdirectory", "-DREFCATALOG_INSTALL=ON")
        output_of("cmake", "--install", self.build, "--prefix", self.there / "prefix")
        self.assertEqual(headers(self.there / "prefix/include"), headers(INCLUDE))


class HeaderSets(Way):
    def test_cmake_verifies_every_header(self):
        configure(ROOT, self.build, COMPILER, "-DREFCATALOG_BUILD_TESTS=OFF")
        output_of("cmake", "--build", self.build, "--parallel", "2", "--target", "all_verify_interface_header_sets")
        compiled = [path.as_posix().split("_sets/")[1] for path in self.build.rglob("*.hpp.cxx.o*")]
        self.assertEqual({name.split(".cxx")[0] for name in compiled}, headers(INCLUDE))


class PkgConfig(Way):
    def test_pkg_config_in_a_prefix_that_was_moved(self):
        prefix = self.install().resolve()
        environment = os.environ | {"PKG_CONFIG_PATH": str(prefix / "share/pkgconfig")}

        def pkg_config(*arguments: str) -> list[str]:
            return shlex.split(output_of("pkg-config", *arguments, "refcatalog", env=environment))

        self.assertEqual(pkg_config("--modversion"), [VERSION])
        flags = pkg_config("--cflags", "--libs")
        self.compile_consumer(*COMPILER, "-std=c++20", *flags, CONSUMER / "main.cpp")
        for defined in (), ("--define-prefix",):
            flags = pkg_config(*defined, "--cflags", "--libs")
            self.assertEqual([Path(flag.removeprefix("-I")).resolve() for flag in flags], [prefix / "include"])
            self.assertEqual(Path(*pkg_config(*defined, "--variable=prefix")).resolve(), prefix)
        self.assertEqual(pkg_config("--define-variable=prefix=/other", "--cflags"), ["-I/other/include"])


class Meson(Way):
    """A Meson project, which finds the library through pkg-config or CMake."""

    def build_by(self, method: str, *options: str):
        environment = os.environ | {"CXX": shlex.join(COMPILER)}
        arguments = (f"-Dmethod={method}", *options)
        output_of("meson", "setup", *arguments, self.build, CONSUMER, env=environment)
        output_of("meson", "compile", "-C", self.build)
        self.assert_consumer_works(self.build / "consumer")

    def test_pkg_config(self):
        self.build_by("pkg-config", f"-Dpkg_config_path={self.install() / 'share/pkgconfig'}")

    def test_cmake(self):
        self.build_by("cmake", f"-Dcmake_prefix_path={self.install()}")


class Module(Way):
    def compile_module(self, include: Path) -> list[object]:
        """Compiles the module, and returns the command that compiles a program with it."""
        module = self.there / "refcatalog.pcm"
        source = include / "refcatalog/refcatalog.cppm"
        output_of(MODULE_COMPILER, "-std=c++20", f"-I{include}", "--precompile", source, "-o", module)
        return [MODULE_COMPILER, "-std=c++20", f"-fmodule-file=refcatalog={module}", module]

    def test_import_from_a_prefix_that_was_moved(self):
        include = self.install() / "include"
        self.compile_consumer(*self.compile_module(include), "-DIMPORT_REFCATALOG", CONSUMER / "main.cpp")

    def test_every_public_name_is_exported(self):
        names = public_names()
        # First the names that every catalogue has, then those of this one. Each list is sorted.
        always, own = (
            re.findall(r"^using refcatalog::(\w+);$", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
            for file in (MODULE, EXPORTS)
        )
        self.assertEqual((always, own), (sorted(always), sorted(own)))
        exported = always + own
        self.assertEqual(sorted(exported), sorted(names))
        source = self.there / "names.cpp"
        uses = "".join(f"using refcatalog::{name};\n" for name in exported)
        shows = "void show(std::ostream& stream) { stream << refcatalog::lang{} << refcatalog::entries[0]; }\n"
        source.write_text(f"#include <ostream>\nimport refcatalog;\n{uses}{shows}", encoding="utf-8")
        output_of(*self.compile_module(INCLUDE), "-fsyntax-only", source)


class ModuleByCmake(Way):
    compiler = MODULE_COMPILER

    def build_module(self, way: str, *options: str):
        ninja = ("-G", "Ninja", f"-DCMAKE_CXX_COMPILER={self.compiler}")
        self.build_consumer(way, *ninja, "-DIMPORT=ON", *options)

    def test_subdirectory(self):
        self.build_module("subdirectory")

    def test_find_package_in_a_prefix_that_was_moved(self):
        wanted = (f"-DCMAKE_PREFIX_PATH={self.install()}", f"-DWANTED={VERSION.split('.')[0]}")
        self.build_module("package", *wanted)
        shutil.rmtree(self.build)
        # The module is built with the project's standard.
        self.build_module("package", *wanted, "-DCMAKE_CXX_STANDARD=23", "-DCMAKE_CXX_EXTENSIONS=OFF")


class ModuleByGcc(ModuleByCmake):
    compiler = "g++-14"


# The test class of each way, and the tools that it needs.
WAYS = {
    "include": (Include,),
    "subdirectory": (Subdirectory, "cmake"),
    "fetch_content": (FetchContent, "cmake"),
    "package": (Package, "cmake"),
    "command": (Command, "cmake"),
    "package_with_catalogue": (PackageWithCatalogue, "cmake"),
    "version_refused": (VersionRefused, "cmake"),
    "old_compiler": (OldCompiler, "cmake"),
    "nested_is_quiet": (NestedIsQuiet, "cmake"),
    "header_sets": (HeaderSets, "cmake"),
    "pkg_config": (PkgConfig, "cmake", "pkg-config"),
    "meson": (Meson, "cmake", "pkg-config", "ninja", "meson"),
    "module": (Module, "cmake", MODULE_COMPILER),
    "module_by_cmake": (ModuleByCmake, "cmake", "ninja", MODULE_COMPILER, "clang-scan-deps-19"),
    "module_by_gcc": (ModuleByGcc, "cmake", "ninja", ModuleByGcc.compiler),
}
LEAST_CMAKE = {"header_sets": (3, 24), "module_by_cmake": (3, 28), "module_by_gcc": (3, 28)}

if __name__ == "__main__":
    WAY, *COMPILER = sys.argv[1:]
    CASE, *TOOLS = WAYS[WAY]
    need(*TOOLS)
    LEAST = LEAST_CMAKE.get(WAY)
    if LEAST and cmake_version() < LEAST:
        skip(f"CMake {LEAST[0]}.{LEAST[1]} or later is not installed")
    unittest.main(argv=[sys.argv[0], CASE.__name__])
