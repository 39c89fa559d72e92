"""The command line of the check: the reader, two examples that are built, and the compiler with its flags."""

import sys

READER, CITE, APPENDIX, *COMPILER = sys.argv[1:]
