"""What is kept of a session that has ended: its coarse structure.

The types here are all that ever reaches a group's file. They have no field for a sentence, a clock time, a name,
a turn or a single person's time.
"""

from dataclasses import dataclass
from datetime import date

from sessions.goals import Goal
from sessions.kinds import GoalSlot, ItemKind
from sessions.limits import MOST_ITEMS
from sessions.process import Fate, SessionKind
from sessions.values import Id

MOST_MINUTES = 100_000
"""More than two months: what is longer is not the length of anything that was held."""
MOST_COUNTED = 1_000
MOST_KEPT = 2 * MOST_ITEMS
"""Items of one session: so many that one with an acute agenda and all that was put in still ends."""
MOST_REVISIONS = 1_000_000


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
