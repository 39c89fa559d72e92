"""Tests of the generator: python3 -m unittest discover -s tests/codegen -t . (from the root of the repository)."""
