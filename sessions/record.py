"""What is kept of a session that has ended: its coarse structure.

The types here are all that ever reaches a group's file. They have no field for a sentence, a clock time, a name,
a turn or a single person's time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sessions.agenda import Item
from sessions.goals import Goal
from sessions.kinds import GoalSlot, ItemKind, ItemState
from sessions.limits import MOST_ITEMS
from sessions.process import Fate, SessionKind
from sessions.session import Session
from sessions.timing import nearest_minutes, taken_minutes
from sessions.values import SPECIAL, Id

MOST_MINUTES = 100_000
"""More than two months: what is longer is not the length of anything that was held."""
MOST_COUNTED = 1_000
MOST_KEPT = 2 * MOST_ITEMS
"""Items of one session: so many that one with an acute agenda and all that was put in still ends."""
MOST_REVISIONS = 1_000_000
COARSE = 5
"""Whole minutes to which what is special is rounded: a length of its own would tell which card or plan it was."""
_FATES = {
    ItemState.AHEAD: Fate.NOT_REACHED,
    ItemState.LEFT_OUT: Fate.LEFT_OUT,
    ItemState.NEXT_TIME: Fate.NEXT_TIME,
    ItemState.PARKED: Fate.NEXT_TIME,
}
_ABOUT_GOALS = frozenset({ItemKind.GOALS, ItemKind.EVALUATION})


def _in_range(least: int, most: int, *numbers: int | None) -> None:
    for number in numbers:  # a plain loop: this runs for every item of every session that is looked at
        if number is not None and not least <= number <= most:
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
class Untaken:
    """One agenda item that was not taken up, as it is kept."""

    kind: ItemKind
    planned: int
    """Whole minutes."""
    fate: Fate
    place: int
    """Before the item taken up that has this index, or, when there are fewer, after them all."""
    exercise: Id | None = None
    slot: int | None = None
    """Its place in the plan file, for its title."""

    def __post_init__(self) -> None:
        """Refuse with ``ValueError`` what no session can have: a file may say anything."""
        _in_range(0, MOST_MINUTES, self.planned)
        _in_range(0, MOST_COUNTED, self.slot, self.place)


@dataclass(frozen=True, slots=True)
class Record:
    """One session as it is kept."""

    uid: int
    """Random; makes ending a session twice keep one record."""
    day: date
    people: int
    """How many were present at most; 0 when nobody met."""
    planned: int
    """Whole minutes, what was agreed."""
    actual: int
    """Whole minutes, what it took, pauses not counted."""
    plan: Id | None = None
    items: tuple[KeptItem, ...] = ()
    """What was taken up, in order."""
    goals: tuple[Goal, ...] = ()
    left_out: int = 0
    """How many items were left out."""
    next_time: int = 0
    """How many items were moved to next time."""
    kind: SessionKind = SessionKind.HELD
    charged: bool = True
    paused: int = 0
    """Whole minutes of pauses: with them it took ``actual + paused``."""
    rest: tuple[Untaken, ...] = ()
    """What of the agenda was not taken up; nothing of a special plan."""
    plan_form: int | None = None
    """The form that the plan had then (``Plan.form``): with another, its titles are others. None: not known."""
    goals_looked_at: bool = False
    """Whether the group came back to its goals."""
    revision: int = 0
    """How often it has been corrected: of two copies the one corrected more often is right."""

    def __post_init__(self) -> None:
        """Refuse with ``ValueError`` what no session can have: a file may say anything."""
        _in_range(0, MOST_MINUTES, self.planned, self.actual, self.paused)
        _in_range(0, MOST_COUNTED, self.people, self.left_out, self.next_time)
        _in_range(0, MOST_REVISIONS, self.revision)
        _in_range(0, MOST_KEPT, len(self.items), len(self.rest))
        _in_range(0, len(GoalSlot), len(self.goals))
        _in_range(0, 2**32, self.plan_form)

    @property
    def agenda(self) -> tuple[KeptItem | Untaken, ...]:
        """All that was on the agenda, in order."""
        found: list[KeptItem | Untaken] = []
        for place in range(max((len(self.items), *(each.place for each in self.rest))) + 1):
            found.extend(each for each in self.rest if each.place == place)
            found.extend(self.items[place : place + 1])
        return tuple(found)

    @property
    def moved(self) -> tuple[Untaken, ...]:
        """What was moved to next time, so far as it is known."""
        return tuple(each for each in self.rest if each.fate is Fate.NEXT_TIME)


def record_of(session: Session, day: date, sensitive: frozenset[Id], plan_form: int | None = None) -> Record:
    """The record of an ended session.

    ``sensitive`` are the ids of plans and cards whose very name would tell what troubles a group: they are kept
    as ``special``, in coarse minutes. A session with such a plan, or in which something acute came first, is kept as
    one special item. Of a session with one person only the day, the minutes and the plan are kept: there is no
    group to hide in. ``plan_form`` is the form of the session's plan.
    """
    special = session.plan in sensitive or session.acute
    taken = [item for item in session.items if _was_taken(item)]
    alone = session.people.seats == 1
    actual = sum(taken_minutes(item) for item in taken)
    items = () if alone else _kept_items(taken, sensitive, as_one=special)
    rest = () if alone or session.plan in sensitive else tuple(_rest(session, sensitive, as_one=special))
    return Record(
        uid=session.uid,
        day=day,
        people=session.people.seats,
        planned=_kept_minutes(session.agreed_minutes),
        actual=_coarse(actual) if special else _kept_minutes(actual),
        plan=SPECIAL if special else session.plan,
        items=items[:MOST_KEPT],
        goals=() if alone else tuple(goal.kept for goal in session.goals),
        left_out=0 if alone else _count(session, ItemState.LEFT_OUT),
        next_time=0 if alone else _count(session, ItemState.NEXT_TIME, ItemState.PARKED),
        paused=_kept_minutes(nearest_minutes(session.paused_ms)),
        rest=rest[:MOST_KEPT],
        plan_form=None if special or session.plan is None else plan_form,
        goals_looked_at=not alone and _looked_at_goals(session, taken),
    )


def _was_taken(item: Item) -> bool:
    return item.state in (ItemState.DONE, ItemState.NOW) or bool(taken_minutes(item))


def _count(session: Session, *states: ItemState) -> int:
    return sum(item.state in states for item in session.items)


def _looked_at_goals(session: Session, taken: list[Item]) -> bool:
    return session.goals_changed or (bool(session.goals) and any(item.kind in _ABOUT_GOALS for item in taken))


def _kept_items(items: list[Item], sensitive: frozenset[Id], *, as_one: bool) -> tuple[KeptItem, ...]:
    if not as_one or not items:
        return tuple(_kept(item, sensitive) for item in items)
    planned, taken = sum(item.planned for item in items), sum(taken_minutes(item) for item in items)
    return (KeptItem(None, _coarse(planned), _coarse(taken), SPECIAL),)


def _kept(item: Item, sensitive: frozenset[Id]) -> KeptItem:
    planned, taken = item.planned, taken_minutes(item)
    if item.exercise in sensitive:
        return KeptItem(item.kind, _coarse(planned), _coarse(taken), SPECIAL)
    return KeptItem(item.kind, _kept_minutes(planned), _kept_minutes(taken), item.exercise, item.slot)


def _rest(session: Session, sensitive: frozenset[Id], *, as_one: bool) -> Iterable[Untaken]:
    """Of a session in which something acute came first only what was set aside for next time."""
    place = 0
    for item in session.items:
        if _was_taken(item):
            place += 1
            continue
        fate = _FATES[item.state]
        if item.of_acute or (as_one and fate is not Fate.NEXT_TIME):
            continue
        if item.exercise in sensitive:
            yield Untaken(item.kind, _coarse(item.planned), fate, min(place, 1) if as_one else place, SPECIAL)
        else:
            where = min(place, 1) if as_one else place
            yield Untaken(item.kind, _kept_minutes(item.planned), fate, where, item.exercise, item.slot)


def _kept_minutes(minutes: int) -> int:
    """A session left open for months must still be able to end."""
    return min(max(minutes, 0), MOST_MINUTES)


def _coarse(minutes: int) -> int:
    """To the nearest five, but something stays something."""
    kept = _kept_minutes(minutes)
    return kept and max(COARSE, (kept + COARSE // 2) // COARSE * COARSE)
