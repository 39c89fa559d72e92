"""Builds the page of a user's own catalogue, as the README describes."""

import sys
from pathlib import Path

from tests.support.running import ROOT, configure, output_of

PROJECT = f"""cmake_minimum_required(VERSION 3.22)
project(own LANGUAGES CXX)
add_subdirectory("{ROOT}" refcatalog)
refcatalog_add_catalog(own DATA_DIR data)
refcatalog_add_page(own_page CATALOG own)
add_executable(queries "{ROOT}/tests/site/queries.cpp")
target_link_libraries(queries PRIVATE own)
"""


def build(directory: Path, compiler: list[str]) -> tuple[Path, Path]:
    """Builds the page and the program of queries.cpp for the catalogue in the directory's `data`."""
    (directory / "CMakeLists.txt").write_text(PROJECT, encoding="utf-8")
    build = directory / "build"
    configure(directory, build, compiler, f"-DPython3_EXECUTABLE={sys.executable}")
    output_of("cmake", "--build", build)
    return build / "own_page.html", build / "queries"
