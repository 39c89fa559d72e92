"""Tests of the generator: python3 -m unittest discover -s tests/codegen -t . (from the root of the repository).

Each file is named after the module of codegen that it tests, or after a file of data if that name says more.
test_record_reader.py tests the files of records. test_headers.py, test_lists.py (lists, dates and exports) and
test_record_classes.py test the modules of codegen/headers."""
