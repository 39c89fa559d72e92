"""Tests of the generator: python3 -m unittest discover -s tests/codegen -t . (from the root of the repository).

Each file is named after what it tests: a module of codegen, or a file of data where that is more telling. The files of
records are in test_record_reader.py, the modules of codegen/headers in test_headers.py, test_lists.py (those of lists,
dates and exports) and test_record_classes.py."""
