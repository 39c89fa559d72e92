"""The command line: python3 -m codegen [--data DIR] [--output DIR]
[--check | --doubtful-names | --library DIR | --single-header FILE | --import FILE...].

Elsewhere, use `python3 refcatalog/codegen` or, if it is installed, `refcatalog`."""

import os
import runpy
import signal
import sys

if not __package__:  # run by its path: Python looks for modules in this directory, not for the package beside it
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    runpy.run_module("codegen", run_name="__main__")


def _stop(*_: object) -> None:
    """Ends the program with one line, and leaves nothing half done, even if its modules are still loading."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    sys.exit("codegen: was stopped")


def _say_what_is_wrong(kind: type[BaseException], *error: object) -> None:
    """Reports a lack of memory in one line, and any other error as Python does."""
    if issubclass(kind, MemoryError):
        print("codegen: ran out of memory", file=sys.stderr)
    else:
        sys.__excepthook__(kind, *error)


def _say_what_is_ignored(ignored: "sys.UnraisableHookArgs") -> None:
    """Reports an error in the destruction of an object as Python does, except a lack of memory."""
    if not issubclass(ignored.exc_type, MemoryError):
        sys.__unraisablehook__(ignored)


# The signals that this system has, except those that are already ignored, as under nohup.
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
SIGNALS = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
if __name__ == "__main__":
    for number in SIGNALS:
        signal.signal(number, _stop)
    sys.excepthook = _say_what_is_wrong
    sys.unraisablehook = _say_what_is_ignored

import argparse
from pathlib import Path

if sys.version_info < (3, 11):  # older versions lack tomllib, which the modules below import
    sys.exit("codegen: needs Python 3.11 or later")

from . import importers
from .checks import Wrong, check_language
from .citations import doubtful_names
from .headers import build_headers
from .messages import printable
from .reader import read_catalogue
from .source import DataError

ROOT = Path(__file__).resolve().parent.parent
# `cmake --install` writes this file beside the installed generator.
HEADERS_ARE_IN = ROOT / "headers_are_in.txt"
IS_INSTALLED = HEADERS_ARE_IN.exists()
# These directories exist only in the source tree.
OWN_DATA = ROOT / "data"
OWN_OUTPUT = ROOT / "include" / "refcatalog" / "generated"


def _program() -> str:
    """The name by which people call the program: a path, the module, or the installed command."""
    called = Path(sys.argv[0])
    if called.is_dir():
        return f"python3 {called}"
    return "python3 -m codegen" if called.name == "__main__.py" else called.name


def _parse(command_line: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=_program(), description="Generates the headers from the data.")
    data = "the directory of the TOML files (default: that of the source tree)"
    parser.add_argument("--data", metavar="DIR", type=Path, help=data)
    output = "the directory of the headers, which is replaced as a whole (default: that of the source tree)"
    parser.add_argument("--output", metavar="DIR", type=Path, help=output)
    task = parser.add_mutually_exclusive_group()
    whole = "write the whole library with the catalogue"
    into, alone = f"{whole} into this directory, and nothing else", f"{whole} as this one header, and nothing else"
    task.add_argument("--library", metavar="DIR", type=Path, help=into)
    task.add_argument("--single-header", metavar="FILE", type=Path, help=alone)
    out_of_date = "write nothing; list the files that are out of date, and fail if there are any"
    task.add_argument("--check", action="store_true", help=out_of_date)
    doubtful = "write nothing; list the names that are cited whole, because they cannot be split with certainty"
    task.add_argument("--doubtful-names", action="store_true", help=doubtful)
    new_data = "create the directory of --data, which must not exist yet, from bibliographies, Markdown or tables"
    task.add_argument("--import", metavar="FILE", dest="files", type=Path, nargs="+", help=new_data)
    _add_options_of_import(parser)
    arguments = parser.parse_args(command_line)
    if not arguments.files and (arguments.mapping or arguments.lang != "en" or arguments.verbose):
        parser.error("--mapping, --lang and --verbose require --import")
    return arguments


def _add_options_of_import(parser: argparse.ArgumentParser) -> None:
    options = parser.add_argument_group("with --import")
    columns = "a TOML file that maps columns to fields, and headings to ids and kinds"
    options.add_argument("--mapping", metavar="FILE", type=Path, help=columns)
    options.add_argument("--lang", metavar="TAG", default="en", help="the language of the files (default: %(default)s)")
    tidied = "also list the values whose white space or Unicode was tidied"
    options.add_argument("--verbose", action="store_true", help=tidied)


def main(command_line: list[str] | None = None) -> int:
    """Executes the command line, by default that of the process; returns the status."""
    arguments = _parse(command_line)
    missing = _missing(arguments)
    if missing:
        return _fail([f"codegen: needs {missing}"])
    if arguments.files:
        return _import(arguments)
    try:
        from . import library, single_header, writer
    except ModuleNotFoundError as error:
        debian = f"apt-get install python3-{error.name}"
        return _fail([f"codegen: needs the Python package {error.name}; on Debian: {debian}"])
    try:
        data, output = arguments.data or _short(OWN_DATA), _real(arguments.output or _short(OWN_OUTPUT))
    except OSError as error:
        return _fail([f"codegen: the working directory cannot be used: {error.strerror}"])
    written = arguments.single_header or arguments.library
    try:
        catalogue = read_catalogue(data)
        if arguments.doubtful_names:
            print("".join(f"{line}\n" for line in doubtful_names(catalogue, data)), end="")
            return 0
        files = writer.render(build_headers(catalogue))
        if arguments.check:
            why = "is out of date; run this again without --check"
            return _fail([f"{path}: {why}" for path in writer.outdated(files, output)])
        if arguments.single_header:
            writer.write_file(single_header.single_header(files, _headers()), _real(arguments.single_header))
        elif arguments.library:
            writer.write(library.library(files, _headers()), _real(arguments.library), writer.LIBRARY_MARKER)
        else:
            writer.write(files, output)
        if written and not arguments.data:
            _say([f"{written}: holds the catalogue of {data}; use --data DIR for another"])
    except DataError as error:
        return _fail(error.mistakes)
    except writer.OutputError as error:
        return _fail([str(error)])
    return 0


def _missing(arguments: argparse.Namespace) -> str:
    """The option that the command line lacks, if any. In the source tree, its data and headers are the defaults."""
    if not arguments.data and (arguments.files or IS_INSTALLED):
        return "--data DIR, the directory of the catalogue"
    writes_nothing = arguments.files or arguments.doubtful_names
    if IS_INSTALLED and not (writes_nothing or arguments.output or arguments.library or arguments.single_header):
        return "--single-header FILE, --library DIR or --output DIR, the place of the headers"
    return ""


def _import(arguments: argparse.Namespace) -> int:
    """Writes a new data directory; returns the status, which is also 1 if only some of the entries were imported."""
    try:
        language = check_language(arguments.lang).tag
        report = importers.run(arguments.files, arguments.data, language, arguments.mapping)
    except Wrong as wrong:
        return _fail([f"codegen: --lang: {wrong}"])
    except importers.ImportFailure as failure:
        return _fail(list(failure.args))
    except OSError as error:
        return _fail([f"codegen: the working directory cannot be used: {error.strerror}"])
    _say(report.lines(arguments.verbose))
    return report.status


def _headers() -> Path:
    """The directory of the library's headers, in the source tree or where they are installed."""
    if not IS_INSTALLED:
        return ROOT / "include"
    return ROOT / HEADERS_ARE_IN.read_text(encoding="utf-8").rstrip("\n")


def _real(path: Path) -> Path:
    """The target of the path, through links and "..": the program replaces the target, not the link. If the path has
    no link, it stays as given."""
    real = os.path.realpath(path)
    has_no_link = real == os.path.abspath(path) and path.parent.exists()
    return path if has_no_link and path.name != ".." else _short(Path(real))


def _short(path: Path) -> Path:
    """The path as people write it: relative to the working directory if it is below that."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _say(lines: list[str]) -> None:
    for line in lines:
        print(printable(line), file=sys.stderr)


def _fail(lines: list[str]) -> int:
    _say(lines)
    return 1 if lines else 0


if __name__ == "__main__":
    # A process may be started without standard output or standard error.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")
    sys.stdout.reconfigure(errors="backslashreplace")  # a path may have characters that the terminal lacks
    sys.exit(main())
