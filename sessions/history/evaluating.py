"""What a group looks at together, midway and at the end: where its time went, by which methods, what of its goals."""

from collections.abc import Iterable, Mapping, Set
from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct

from sessions.history.drift import Attendance, Drift, attendance, drift, last_of
from sessions.history.methods import Use, cards_used, never_used
from sessions.history.progress import GoalLine, goal_lines, looks
from sessions.kinds import GoalStatus
from sessions.record import Record
from sessions.values import Id

Tag = TypeVar("Tag")


class Evaluation(Struct, Generic[Tag], frozen=True):
    """Some sessions of a group, those that took place, numbered from 1."""

    sessions: int
    first: date | None
    last: date | None
    planned: int
    """Whole minutes of all of them, as agreed."""
    actual: int
    """Whole minutes that they took, pauses not counted."""
    attendance: Attendance
    drift: tuple[Drift, ...]
    cards: tuple[Use, ...]
    unused: tuple[Tag, ...]
    """The phases of cards, or the like, of which no card was used."""
    goals: tuple[GoalLine, ...]
    looked_at: tuple[int, ...]
    """The numbers of the sessions in which the group came back to its goals."""


def evaluation(
    records: Iterable[Record], tags: Mapping[Id, Set[Tag]], every: Iterable[Tag], last: int | None = None
) -> Evaluation[Tag]:
    """Of the last so many sessions that took place; of all when None. ``tags`` are those of each card."""
    sessions = last_of(records, last)
    return Evaluation(
        sessions=len(sessions),
        first=sessions[0].day if sessions else None,
        last=sessions[-1].day if sessions else None,
        planned=sum(record.planned for record in sessions),
        actual=sum(record.actual for record in sessions),
        attendance=attendance(sessions),
        drift=drift(sessions),
        cards=cards_used(sessions),
        unused=never_used(sessions, tags, every),
        goals=goal_lines(sessions),
        looked_at=tuple(number for number, looked in enumerate(looks(sessions), 1) if looked),
    )


def changes(line: GoalLine) -> tuple[tuple[int, GoalStatus | None], ...]:
    """How a goal came to stand: the number of each session after which it stood otherwise than before, and how."""
    found: list[tuple[int, GoalStatus | None]] = []
    before: GoalStatus | None = None
    for number, status in enumerate(line.statuses, 1):
        if status != before:
            found.append((number, status))
        before = status
    return tuple(found)
