"""What keys cost that look at much: typing at home over all groups, a long review as a screen, what is stored.

In the processor's time until it is painted, so that whatever else runs does not count.
"""

import statistics
from collections.abc import Iterator
from pathlib import Path

import histories
from archives import GROUPS, code
from figures import Figure, percentile
from terminals import BARE, PROGRAM, Terminal

from sessions.store.contents import Contents
from sessions.store.folder import Store
from sessions.values import GroupCode

LONG = GroupCode("R99")
SIZES = ((80, 24), (200, 60))
REST = 0.25
"""Seconds after a key: what is read in the background is done."""
TYPED = ("r1", "r3", "case", "aloit")
BACKSPACE, CLEAR, ESCAPE = b"\x7f", b"\x15", b"\x1b"


def figures(full: Path, rounds: int) -> Iterator[Figure]:
    """Each key beside one of a bare app, in a full folder with a group of 200 sessions more."""
    ((_code, head, records),) = histories.histories(1, 200, seed=8)
    Store(full).groups.write(Contents(LONG, {record.uid: record for record in records}, {head.uid: head}))
    for columns, rows in SIZES:
        size = f"{columns} × {rows}"
        with Terminal([*PROGRAM, "--data", str(full)], columns, rows) as home, Terminal(BARE, columns, rows) as bare:
            bare.until(b"a bare program")
            home.until(code(0).encode() + b" ")
            home.rest(2)
            plain = statistics.median(_cost(bare, b"n", b"count %d" % (1001 + n)) for n in range(rounds))
            typed, deleted = _typing(home, rounds)
            yield _figure(f"home, {GROUPS} groups: a letter typed, {size}, p95", percentile(typed, 95), plain, 30)
            yield _figure(f"home: the last letter deleted, {size}", statistics.median(deleted), plain, 30)
            home.press(ESCAPE)
            home.rest(1)
            home.press(b"\x1b[H")  # the first group is the one of 200
            home.rest(1)
            for name, key, text, budget in (
                ("review of a group of 200 sessions", b"r", b"Next session", 100),
                ("what is stored", b"T", b"Kept of a session", 200),
            ):
                yield _figure(f"{name} as a screen, {size}", _opening(home, key, text, rounds), plain, budget)


def _typing(home: Terminal, rounds: int) -> tuple[list[float], list[float]]:
    typed, deleted = [], []
    home.press(b"/")
    home.rest(1)
    for word in (TYPED * rounds)[:rounds]:
        typed += [_cost(home, word[n - 1].encode(), f"{word[:n]}▏".encode()) for n in range(1, len(word) + 1)]
        for _letter in word[1:]:
            home.press(BACKSPACE)
            home.rest(REST)
        deleted.append(_cost(home, BACKSPACE, b"Type to search"))
    return typed, deleted


def _opening(home: Terminal, key: bytes, text: bytes, rounds: int) -> float:
    taken = []
    for number in range(rounds + 1):
        cost = _cost(home, key, text)
        home.press(ESCAPE)
        home.rest(1)
        if number:  # the first one imports
            taken.append(cost)
    return statistics.median(taken)


def _cost(terminal: Terminal, key: bytes, text: bytes) -> float:
    """The processor's milliseconds from a key until a text is painted."""
    before = terminal.cpu
    terminal.answered(key, text)
    taken = terminal.cpu - before
    terminal.rest(REST)
    return taken * 1000


def _figure(name: str, value: float, plain: float, budget: float) -> Figure:
    return Figure(name, value, "ms", plain, "a bare app's key", budget)
