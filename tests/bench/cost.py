"""Measures the cost of a command."""

import sys

from tests.support.running import ROOT, output_of

# Runs a command, and prints its processor seconds and its peak memory in KiB.
WATCHED = """import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print(use.ru_utime + use.ru_stime, use.ru_maxrss)"""


def cost(*command: object) -> tuple[float, float]:
    """The processor seconds and the peak memory in bytes of a command that runs in the repository's root."""
    *_, seconds, memory = output_of(sys.executable, "-c", WATCHED, *command, cwd=ROOT).split()
    return float(seconds), float(memory) * 1024


def in_turn(rounds: int, **commands: list) -> dict[str, tuple[float, float]]:
    """The least cost of each command over all rounds. Each round runs every command once."""
    best: dict = {}
    for _ in range(rounds):
        for name, command in commands.items():
            seconds, memory = cost(*command)
            old = best.get(name, (seconds, memory))
            best[name] = (min(old[0], seconds), min(old[1], memory))
    return best
