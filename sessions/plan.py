"""A plan: the items proposed for a session, and how it is fitted to people and length."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from zlib import crc32

from msgspec import Struct

from sessions.kinds import PROTECTED_KINDS, ClockShown, ItemKind, Speaking
from sessions.minutes import Minutes, whole_minutes
from sessions.paying import payers
from sessions.sharing import share
from sessions.values import Id


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an exercise."""

    minutes: Minutes
    speaking: Speaking


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One item of a plan."""

    kind: ItemKind
    minutes: Minutes
    exercise: Id | None = None
    slot: int | None = None
    """Its place in the plan file, from 0: how its title is found again without storing a title."""
    protected: bool = False
    clock: ClockShown = ClockShown.EXACT
    steps: tuple[Step, ...] = ()
    first_to_go: bool = False
    """The opposite of protected: it gives its time before any other."""

    @property
    def is_protected(self) -> bool:
        """Whether it pays for an overrun only when chosen by name."""
        return not self.first_to_go and (self.protected or self.kind in PROTECTED_KINDS)

    def planned(self, people: int) -> int:
        """Whole minutes with ``people`` present."""
        return whole_minutes(self.minutes.for_people(people))

    def lasting(self, minutes: int) -> "PlanItem":
        """The same item with a fixed length."""
        return replace(self, minutes=Minutes.whole(minutes))


@dataclass(frozen=True, slots=True)
class Plan:
    """Items in order, for a number of people."""

    id: Id
    people: int
    items: tuple[PlanItem, ...]
    sensitive: bool = False
    """Its name alone would tell what troubles the group: stored as ``special``."""

    @property
    def form(self) -> int:
        """A number that is another when the items are others: their kinds, minutes, cards or order, never words."""
        items = (f"{item.kind.value} {item.minutes} {item.exercise or ''} {item.slot}" for item in self.items)
        return crc32("\n".join(items).encode())

    def length(self, people: int | None = None) -> int:
        """Whole minutes from the first item to the last."""
        return sum(item.planned(people or self.people) for item in self.items)


class Change(Struct, frozen=True):
    """What fitting did to one item."""

    index: int
    before: int
    after: int


class Fitted(Struct, frozen=True):
    """A plan fitted to people and length: every item has whole minutes."""

    items: tuple[PlanItem, ...]
    target: int
    changes: tuple[Change, ...] = ()

    @property
    def length(self) -> int:
        """Whole minutes, what the items come to."""
        return sum(int(item.minutes.fixed) for item in self.items)

    @property
    def fits(self) -> bool:
        """Whether the items come to the target length or less."""
        return self.length <= self.target


def fit(plan: Plan, people: int, length: int | None = None) -> Fitted:
    """Fit ``plan`` to ``people`` (1 and up) and ``length`` whole minutes (default: what it takes).

    Rounds are recomputed with the real number of people. The difference is taken in the order of
    ``sessions.paying``; protected items never give. Nothing goes below half of what it takes, except a buffer and
    what is first to go, which can go to nothing. Time that is left over goes to free work.
    """
    takes = [item.planned(people) for item in plan.items]
    target = sum(takes) if length is None else length
    after = list(takes)
    if (over := sum(takes) - target) > 0:
        for tier in payers(plan.items):
            room = [minutes - _least(plan.items[index], minutes) for index, minutes in _at(tier, after)]
            paid = share(min(over, sum(room)), room)
            for index, part in zip(tier, paid, strict=True):
                after[index] -= part
            over -= sum(paid)
    elif over < 0 and (free := _free(plan.items)):
        weights = [max(1, after[index]) for index in free]
        for index, part in zip(free, share(-over, weights, capped=False), strict=True):
            after[index] += part
    items = tuple(item.lasting(minutes) for item, minutes in zip(plan.items, after, strict=True))
    before = [item.planned(plan.people) for item in plan.items]
    changes = tuple(Change(i, b, a) for i, (b, a) in enumerate(zip(before, after, strict=True)) if a != b)
    return Fitted(items, target, changes)


def slot_minutes(slot: int, steps: Sequence[Step], people: int) -> Minutes:
    """The length of a plan's item with an exercise in it, as a formula.

    ``slot`` is what the plan gives it for ``people``; with another number it grows and shrinks as the exercise
    does, and any slack that the plan left stays.
    """
    each = sum((step.minutes.per_person for step in steps), Fraction(0))
    if not each:
        return Minutes.whole(slot)
    takes = sum((step.minutes.for_people(people) for step in steps), Fraction(0))
    slack = slot - whole_minutes(takes)
    return Minutes(takes - each * people + slack, each)


def _at(indexes: Sequence[int], minutes: Sequence[int]) -> list[tuple[int, int]]:
    return [(index, minutes[index]) for index in indexes]


def _least(item: PlanItem, minutes: int) -> int:
    return 0 if item.kind is ItemKind.BUFFER or item.first_to_go else whole_minutes(Fraction(minutes, 2))


def _free(items: Sequence[PlanItem]) -> list[int]:
    themes = [index for index, item in enumerate(items) if item.kind is ItemKind.THEME]
    return themes or [index for index, item in enumerate(items) if item.kind is ItemKind.BUFFER]
