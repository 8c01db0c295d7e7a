"""Who gives time, and in which order: the same when a plan is fitted to a length and when a running session is late.

What is marked first to go gives first, then free work, then other work, and the steady items (check-in, goals, …)
last. What is protected never gives unless it is chosen by name.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol

from sessions.kinds import FREE_KINDS, STEADY_KINDS, ItemKind


class Payer(Protocol):
    """An item that may be asked to give time."""

    @property
    def kind(self) -> ItemKind:
        """What it is."""
        ...

    @property
    def is_protected(self) -> bool:
        """Whether it gives only when chosen by name."""
        ...

    @property
    def first_to_go(self) -> bool:
        """Whether it gives before any other."""
        ...


def payers(items: Sequence[Payer]) -> list[list[int]]:
    """Indexes of the items that may give, in groups that are asked one after the other."""
    groups: list[list[int]] = [[], [], [], []]
    for index, item in enumerate(items):
        if not item.is_protected:
            groups[_rank(item)].append(index)
    return [group for group in groups if group]


def fair_cuts(minutes: int, lengths: Sequence[int], rooms: Sequence[int]) -> list[int]:
    """Whole minutes taken from each of ``lengths``, ``minutes`` in all, none more than its room.

    The largest cut, as a part of the item's length, is as small as it can be: minute after minute is taken where
    the cut is then smallest, earlier items first. (Greedy is optimal here: each item's relative cut only grows.)
    When the rooms come to less than ``minutes``, everything in them is taken.
    """
    cuts = [0] * len(lengths)
    for _minute in range(min(minutes, sum(rooms))):
        open_ones = [index for index, room in enumerate(rooms) if cuts[index] < room]
        chosen = min(open_ones, key=lambda index: Fraction(cuts[index] + 1, lengths[index]))
        cuts[chosen] += 1
    return cuts


def _rank(item: Payer) -> int:
    if item.first_to_go:
        return 0
    if item.kind in FREE_KINDS:
        return 1
    return 3 if item.kind in STEADY_KINDS else 2
