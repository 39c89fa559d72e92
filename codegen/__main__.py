"""The command line: python3 -m codegen [--data DIR] [--output DIR]
[--check | --doubtful-names | --library DIR | --single-header FILE | --import FILE...]."""

import signal
import sys


def _stop(*_: object) -> None:
    """Ends the program in one line, in order, so that nothing is left half done; it may still load its modules."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    sys.exit("codegen: was stopped")


def _say_what_is_wrong(kind: type[BaseException], *error: object) -> None:
    """In one line, where the memory is too small for it all."""
    if issubclass(kind, MemoryError):
        print("codegen: is too large for the memory of this machine", file=sys.stderr)
    else:
        sys.__excepthook__(kind, *error)


# Those of them that the system has, and that nobody wants to be ignored, as nohup does.
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
SIGNALS = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
if __name__ == "__main__":
    for number in SIGNALS:
        signal.signal(number, _stop)
    sys.excepthook = _say_what_is_wrong

import argparse
import os
from pathlib import Path

if sys.version_info < (3, 11):  # without tomllib, which the next lines import
    sys.exit("codegen: needs Python 3.11 or later")

from . import importers
from .checks import Wrong, check_language
from .citations import doubtful_names
from .headers import build_headers
from .messages import printable
from .reader import read_catalogue
from .source import DataError

ROOT = Path(__file__).resolve().parent.parent
# What `cmake --install` writes beside the installed generator.
HEADERS_ARE_IN = ROOT / "headers_are_in.txt"


def _parse(command_line: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m codegen", description="Generates the headers from the data.")
    parser.add_argument(
        "--data", metavar="DIR", type=Path, default=ROOT / "data", help="the TOML files (default: %(default)s)"
    )
    parser.add_argument(
        "--output",
        metavar="DIR",
        type=Path,
        default=ROOT / "include" / "refcatalog" / "generated",
        help="the directory of the headers; holds nothing else and is replaced as a whole (default: %(default)s)",
    )
    task = parser.add_mutually_exclusive_group()
    whole = "write the whole library with the catalogue"
    into, alone = f"{whole} into this directory, and nothing else", f"{whole} as this one header, and nothing else"
    task.add_argument("--library", metavar="DIR", type=Path, help=into)
    task.add_argument("--single-header", metavar="FILE", type=Path, help=alone)
    out_of_date = "write nothing; fail with the names of the files that are out of date"
    task.add_argument("--check", action="store_true", help=out_of_date)
    doubtful = "write nothing; list the names in citations whose parts are in doubt, so that they are taken as a whole"
    task.add_argument("--doubtful-names", action="store_true", help=doubtful)
    new_data = "make the directory of --data, which must not exist, of bibliographies, Markdown or tables"
    task.add_argument("--import", metavar="FILE", dest="files", type=Path, nargs="+", help=new_data)
    _add_options_of_import(parser)
    arguments = parser.parse_args(command_line)
    if not arguments.files and (arguments.mapping or arguments.lang != "en" or arguments.verbose):
        parser.error("--mapping, --lang and --verbose are for --import")
    return arguments


def _add_options_of_import(parser: argparse.ArgumentParser) -> None:
    options = parser.add_argument_group("with --import")
    columns = "a TOML file that says which field a column of a table is, and the id of a heading"
    options.add_argument("--mapping", metavar="FILE", type=Path, help=columns)
    options.add_argument("--lang", metavar="TAG", default="en", help="the language of the files (default: %(default)s)")
    options.add_argument("--verbose", action="store_true", help="also tell where white space and Unicode were tidied")


def main(command_line: list[str] | None = None) -> int:
    """Does what the command line says, by default that of the process; returns the status."""
    arguments = _parse(command_line)
    if arguments.files:
        return _import(arguments)
    try:
        from . import library, single_header, writer
    except ModuleNotFoundError as error:
        debian = f"apt-get install python3-{error.name}"
        return _fail([f"codegen: needs the Python package {error.name}; on Debian: {debian}"])
    try:
        data, output = _short(arguments.data), _real(arguments.output)
    except OSError as error:
        return _fail([f"codegen: the working directory cannot be used: {error.strerror}"])
    try:
        catalogue = read_catalogue(data)
        if arguments.doubtful_names:
            print("".join(f"{line}\n" for line in doubtful_names(catalogue, data)), end="")
            return 0
        files = writer.render(build_headers(catalogue))
        if arguments.check:
            return _fail([f"{path}: is out of date; run python3 -m codegen" for path in writer.outdated(files, output)])
        if arguments.single_header:
            writer.write_file(single_header.single_header(files, _headers()), _real(arguments.single_header))
        elif arguments.library:
            writer.write(library.library(files, _headers()), _real(arguments.library), writer.LIBRARY_MARKER)
        else:
            writer.write(files, output)
    except DataError as error:
        return _fail(error.mistakes)
    except writer.OutputError as error:
        return _fail([str(error)])
    return 0


def _import(arguments: argparse.Namespace) -> int:
    """Writes a new directory of data; returns the status, which is 1 too where only a part of the entries arrived."""
    try:
        language = check_language(arguments.lang).tag
        report = importers.run(arguments.files, _short(arguments.data), language, arguments.mapping)
    except Wrong as wrong:
        return _fail([f"codegen: --lang: {wrong}"])
    except importers.ImportFailure as failure:
        return _fail(list(failure.args))
    except OSError as error:
        return _fail([f"codegen: the working directory cannot be used: {error.strerror}"])
    _fail(report.lines(arguments.verbose))
    return report.status


def _headers() -> Path:
    """The directory of the library's headers, in the source tree or where they are installed."""
    if not HEADERS_ARE_IN.exists():
        return ROOT / "include"
    return ROOT / HEADERS_ARE_IN.read_text(encoding="utf-8").rstrip("\n")


def _real(path: Path) -> Path:
    """Where the path leads, through links and "..": what is there is replaced, not the link."""
    return _short(Path(os.path.realpath(path)))


def _short(path: Path) -> Path:
    """Relative to the working directory where it lies below it, as people write it."""
    path = path.absolute()
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _fail(lines: list[str]) -> int:
    for line in lines:
        print(printable(line), file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    # Where the process has none.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")
    sys.stdout.reconfigure(errors="backslashreplace")  # the help names directories, whatever the terminal can show
    sys.exit(main())
