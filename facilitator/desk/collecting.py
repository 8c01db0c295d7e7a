"""Garbage is looked for between keys: a look through everything takes longer than a key may."""

import gc

RECENT, FULL = 10, 120
"""Ticks, about seconds, after which what is recent is looked through, not only what is new; and everything.

What outlives a look is the next older. Were all that is there at a tick made old by it, each line that changes would be
garbage until everything is looked through: 2 MB of them.
"""
AUTOMATIC = (100_000, 20, 100)
"""Thresholds of the interpreter's own looking: for work that makes more than all groups between two ticks."""


class Collecting:
    """Looks for what nobody refers to any more, at each tick a little."""

    def __init__(self) -> None:
        self._ticks = 0

    def tick(self) -> None:
        """Look through what is new; now and then through what is older."""
        self._ticks += 1
        gc.collect(0 if self._ticks % RECENT else 1 if self._ticks % FULL else 2)


def collect_between_keys() -> None:
    """Leave out what the program is made of, and leave the rest to ``Collecting``."""
    gc.freeze()
    gc.set_threshold(*AUTOMATIC)


def set_apart() -> None:
    """Leave out what has been imported since then, too; but what nobody refers to any more would then stay for ever."""
    gc.collect()
    gc.freeze()
