"""How long it takes to start: to the first painted frame, and to answer ``--version`` and ``--help``."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from archives import GROUPS, code
from figures import Figure
from terminals import BARE, COMPILED, PROGRAM, ROOT, Terminal


def first_frame(empty: Path, rounds: int) -> Iterator[Figure]:
    """Home against a bare Textual program, in turn."""
    home: list[float] = []
    bare: list[float] = []
    for number in range(rounds + 1):
        for command, text, times in (
            (BARE, b"a bare program", bare),
            ([*PROGRAM, "--data", str(empty)], b"New session", home),
        ):
            with Terminal(command) as terminal:
                seconds = terminal.until(text)
            if number:
                times.append(seconds * 1000)
    yield Figure(
        "first painted frame (home)", statistics.median(home), "ms",
        statistics.median(bare), "a bare Textual app", 1.3, "ratio",
    )  # fmt: skip


def answers(rounds: int) -> Iterator[Figure]:
    """``--version`` and ``--help`` against an interpreter that does nothing."""
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "--version": [*PROGRAM, "--version"],
        "--help": [*PROGRAM, "--help"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    env = {**COMPILED, "PYTHONPATH": str(ROOT)}
    for number in range(rounds + 1):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)
            if number:
                times[name].append((time.perf_counter() - began) * 1000)
    bare = statistics.median(times.pop("python -c pass"))
    for name, took in times.items():
        yield Figure(name, statistics.median(took), "ms", bare, "the bare interpreter", 80, "difference")


def home_with_groups(full: Path, rounds: int) -> Iterator[Figure]:
    """From home's first frame until the groups are listed; all are listed in one go."""
    after: list[float] = []
    whole: list[float] = []
    for number in range(rounds + 1):
        with Terminal([*PROGRAM, "--data", str(full)], 200, 60) as terminal:
            frame = terminal.until(b"New session")
            listed = terminal.until(code(0).encode() + b" ")
        if number:
            after.append((listed - frame) * 1000)
            whole.append(listed * 1000)
    name = f"home: {GROUPS} groups listed after the first frame"
    yield Figure(name, statistics.median(after), "ms", budget=300)
    yield Figure("the same from the start of the program", statistics.median(whole), "ms")
