"""The arguments of check.py: the reader, two built examples, and the compiler with its flags."""

import sys

READER, CITE, APPENDIX, *COMPILER = sys.argv[1:]
