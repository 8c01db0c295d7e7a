"""Every figure of DESIGN section 12, beside its baseline: ``python benchmarks/run.py``.

Ratios hold on any machine; milliseconds are this machine's. Nothing here fails: it prints.
"""

import argparse
import platform
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import archives
import deck
import finding
import looking
import reviewing
import running
import starting
import writing
from figures import Figure

SESSIONS = 10_000


def figures(folder: Path, seconds: float, rounds: int) -> Iterator[Figure]:
    """Measure one after another."""
    empty, full = archives.make(folder / "empty", 0), archives.make(folder / "full", SESSIONS)
    yield from starting.first_frame(empty, rounds)
    yield from starting.answers(rounds)
    yield from starting.home_with_groups(full, max(3, rounds // 3))
    yield from running.keys(archives.make(folder / "keys", 0), 0, rounds * 10, running.KEY_SIZES[0], running.THEMES[0])
    keys_full = archives.make(folder / "keys-full", SESSIONS)
    for size in running.KEY_SIZES:
        for theme in running.THEMES:
            yield from running.keys(keys_full, SESSIONS, rounds * 5, size, theme)
    yield from writing.acts(empty, full, SESSIONS, rounds * 20)
    yield from reviewing.figures(folder / "reviewed", archives.GROUPS, SESSIONS, max(3, rounds // 3))
    yield from deck.reading(rounds)
    yield from deck.searching(folder / "deck", rounds)
    yield from deck.finding(folder / "own", rounds)
    yield from looking.figures(full, max(3, rounds // 3))
    yield from finding.recall()
    sizes = {size: archives.make(folder / f"running-{size[0]}", 0) for size in running.SIZES}
    yield from running.cost(sizes, seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long to watch a running session")
    parser.add_argument("--rounds", type=int, default=16, help="how often to start; ten times as many keys")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    with TemporaryDirectory(prefix="benchmarks-") as folder:
        for figure in figures(Path(folder), options.seconds, options.rounds):
            print(figure, flush=True)


if __name__ == "__main__":
    main()
