"""What a running session costs, and how soon a key shows."""

import statistics
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from archives import PEOPLE, PLAN, code, first_item_minutes
from figures import Figure, percentile
from terminals import BARE, PROGRAM, Terminal

SIZES = ((80, 24), (200, 60))
KEY_SIZES = ((80, 24), (120, 40), (200, 60))
THEMES = ("calm-dark", "calm-light", "high-contrast")
SETTLE = 4.0
BETWEEN = 0.12
"""Seconds between keys: not in step with the second, so that keys fall into ticks too."""
HALF = 40


def session(folder: Path, columns: int, rows: int, *more: str) -> Terminal:
    """A session of twenty items and twelve people, in its first round."""
    options = ["run", PLAN, "--people", str(PEOPLE), *more]
    terminal = Terminal([*PROGRAM, "--data", str(folder), *options], columns, rows)
    terminal.until(b"Not begun")
    terminal.rest(0.5)
    terminal.answered(b" ", b"STEP 1/")
    terminal.answered(b" ", "1 ▶".encode())
    return terminal


def cost(folders: dict[tuple[int, int], Path], seconds: float) -> Iterator[Figure]:
    """Processor time and memory, all programs side by side over the same seconds."""
    with ExitStack() as stack:
        bare = {size: stack.enter_context(Terminal(BARE, *size)) for size in SIZES}
        for terminal in bare.values():
            terminal.until(b"a bare program")
        running = {size: stack.enter_context(session(folders[size], *size)) for size in SIZES}
        terminals = [*bare.values(), *running.values()]
        _rest(terminals, SETTLE)
        before = [terminal.cpu for terminal in terminals]
        _rest(terminals, seconds)
        used = [(t.cpu - b) / seconds * 100 for t, b in zip(terminals, before, strict=True)]
        for size, per_cent, beside in zip(SIZES, used[len(SIZES) :], used[: len(SIZES)], strict=True):
            name = f"running session, {size[0]} × {size[1]}, over {seconds:g} s"
            yield Figure(name, per_cent, "% cpu", beside or None, "a bare app", 1.0)
        for size, terminal in running.items():
            name = f"memory of a running session, {size[0]} × {size[1]}"
            yield Figure(name, terminal.memory, "MB", bare[size].memory, "a bare app", 1.3, "ratio")


def _rest(terminals: list[Terminal], seconds: float) -> None:
    for _second in range(int(seconds * 5)):
        for terminal in terminals:
            terminal.rest(0.2 / len(terminals))


def keys(folder: Path, sessions: int, rounds: int, size: tuple[int, int], theme: str) -> Iterator[Figure]:
    """From a key to the change it makes on the screen: one minute more for this item, then one less."""
    (folder / "live.journal").unlink(missing_ok=True)
    (folder / "config.toml").write_text(f'theme = "{theme}"\n')
    more = ("--group", code(0)) if sessions else ()
    planned = first_item_minutes(folder)
    times: list[float] = []
    busy: list[float] = []
    bare_times: list[float] = []
    with session(folder, *size, *more) as terminal, Terminal(BARE, *size) as bare:
        bare.until(b"a bare program")
        terminal.rest(SETTLE)
        given = planned + 1  # never what was planned: then nothing is shown of it
        terminal.answered(b"+", f"/{given}".encode())
        for number in range(rounds):
            up = number % (2 * HALF) < HALF
            given += 1 if up else -1
            before = terminal.cpu
            times.append(terminal.answered(b"+" if up else b"-", f"/{given}".encode()) * 1000)
            busy.append((terminal.cpu - before) * 1000)
            bare.rest(BETWEEN / 2)
            bare_times.append(bare.answered(b"n", b"count %d" % (1001 + number)) * 1000)
            terminal.rest(BETWEEN / 2)
    name = f"key to paint, {size[0]} × {size[1]}, {theme}, {sessions} stored"
    for which, of, budget in (
        ("median", statistics.median, None),
        ("p95", lambda values: percentile(values, 95), 20),
        ("at most", max, 60),
    ):
        yield Figure(f"{name}, {which}", of(times), "ms", of(bare_times), "a bare app", budget)
    yield Figure(f"{name}, processor, p95", percentile(busy, 95), "ms")
