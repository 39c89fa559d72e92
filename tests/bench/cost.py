"""Measures what a command costs."""

import sys

from tests.support.running import ROOT, output_of

# Runs its arguments, and prints processor seconds and peak memory in KiB.
WATCHED = """import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print(use.ru_utime + use.ru_stime, use.ru_maxrss)"""


def cost(*command: object) -> tuple[float, float]:
    """Processor seconds and peak memory in bytes of a command, which runs in the root."""
    *_, seconds, memory = output_of(sys.executable, "-c", WATCHED, *command, cwd=ROOT).split()
    return float(seconds), float(memory) * 1024


def in_turn(rounds: int, **commands: list) -> dict[str, tuple[float, float]]:
    """The least cost of each command, all of them run in turn."""
    best: dict = {}
    for _ in range(rounds):
        for name, command in commands.items():
            seconds, memory = cost(*command)
            old = best.get(name, (seconds, memory))
            best[name] = (min(old[0], seconds), min(old[1], memory))
    return best
