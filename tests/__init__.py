"""The tests that are written in Python; `python3 -m tests.NAME.check`, from the root of the project, runs one."""
