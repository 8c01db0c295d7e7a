"""What is kept of a session that has ended: its coarse structure.

The types here are all that ever reaches a group's file. They have no field for a sentence, a clock time, a name,
a turn or a single person's time.
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sessions.agenda import Item
from sessions.goals import Goal
from sessions.kinds import ItemKind, ItemState
from sessions.session import Session
from sessions.timing import taken_minutes
from sessions.values import SPECIAL, Id

MOST_MINUTES = 100_000
"""More than two months: what is longer is not the length of anything that was held."""
MOST_COUNTED = 1_000


def _in_range(least: int, most: int, *numbers: int | None) -> None:
    if any(number is not None and not least <= number <= most for number in numbers):
        raise ValueError(f"expected {least} to {most}")


@dataclass(frozen=True, slots=True)
class KeptItem:
    """One agenda item as it is kept."""

    kind: ItemKind | None
    """None for what is kept as special."""
    planned: int
    """Whole minutes."""
    actual: int
    """Whole minutes."""
    exercise: Id | None = None
    slot: int | None = None
    """Its place in the plan file, for its title."""

    def __post_init__(self) -> None:
        """Refuse with ``ValueError`` what no session can have: a file may say anything."""
        _in_range(0, MOST_MINUTES, self.planned, self.actual)
        _in_range(0, MOST_COUNTED, self.slot)


@dataclass(frozen=True, slots=True)
class Record:
    """One session as it is kept."""

    uid: int
    """Random; makes ending a session twice keep one record."""
    day: date
    people: int
    """How many were present at most."""
    planned: int
    """Whole minutes, what was agreed."""
    actual: int
    """Whole minutes, what it took, pauses not counted."""
    plan: Id | None = None
    items: tuple[KeptItem, ...] = ()
    goals: tuple[Goal, ...] = ()
    left_out: int = 0
    """How many items were left out."""
    next_time: int = 0
    """How many items were moved to next time."""

    def __post_init__(self) -> None:
        """Refuse with ``ValueError`` what no session can have: a file may say anything."""
        _in_range(0, MOST_MINUTES, self.planned, self.actual)
        _in_range(0, MOST_COUNTED, self.people, self.left_out, self.next_time)


def record_of(session: Session, day: date, sensitive: frozenset[Id]) -> Record:
    """The record of an ended session.

    ``sensitive`` are the ids of plans and cards whose very name would tell what troubles a group: they are kept
    as ``special``, and the items of such a plan as one. Of a session with one person only the day, the minutes
    and the plan are kept: there is no group to hide in.
    """
    special = session.plan in sensitive or session.acute
    begun = (ItemState.DONE, ItemState.NOW)
    taken = [item for item in session.items if item.state in begun or taken_minutes(item)]
    alone = session.people.seats == 1
    return Record(
        uid=session.uid,
        day=day,
        people=session.people.seats,
        planned=_kept_minutes(session.agreed_minutes),
        actual=_kept_minutes(sum(taken_minutes(item) for item in taken)),
        plan=SPECIAL if special else session.plan,
        items=() if alone else _kept_items(taken, sensitive, whole_plan=session.plan in sensitive),
        goals=() if alone else tuple(goal.kept for goal in session.goals),
        left_out=0 if alone else _count(session, ItemState.LEFT_OUT),
        next_time=0 if alone else _count(session, ItemState.NEXT_TIME, ItemState.PARKED),
    )


def _count(session: Session, *states: ItemState) -> int:
    return sum(item.state in states for item in session.items)


def _kept_items(items: list[Item], sensitive: frozenset[Id], *, whole_plan: bool) -> tuple[KeptItem, ...]:
    kept: list[KeptItem] = []
    for special, group in groupby(items, key=lambda item: whole_plan or item.of_acute):
        run = list(group)
        if special:
            planned, taken = sum(i.planned for i in run), sum(taken_minutes(i) for i in run)
            kept.append(KeptItem(None, _kept_minutes(planned), _kept_minutes(taken), SPECIAL))
        else:
            kept.extend(_kept(item, sensitive) for item in run)
    return tuple(kept)


def _kept(item: Item, sensitive: frozenset[Id]) -> KeptItem:
    exercise = SPECIAL if item.exercise in sensitive else item.exercise
    slot = None if exercise == SPECIAL else item.slot
    return KeptItem(item.kind, _kept_minutes(item.planned), _kept_minutes(taken_minutes(item)), exercise, slot)


def _kept_minutes(minutes: int) -> int:
    """A session left open for months must still be able to end."""
    return min(max(minutes, 0), MOST_MINUTES)
