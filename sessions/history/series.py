"""Where a group is in its series of sessions, and in which rhythm it meets."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct

from sessions.history.past import Past
from sessions.process import SetUp
from sessions.values import Id

MID_REVIEW, YEAR_EVALUATION, CLOSING = Id("mid-review-90"), Id("year-evaluation-90"), Id("closing-90")
REVIEWS = frozenset({MID_REVIEW, YEAR_EVALUATION})
HALF_A_YEAR = timedelta(days=182)
A_YEAR = timedelta(days=365)
FEWEST_BEFORE_A_REVIEW = 3
"""Sessions: with fewer there is nothing to look back on, whatever the date."""
SHORTEST_WITH_A_REVIEW = 6
"""Sessions: in a shorter series a review would leave too little on either side."""
_REMEMBERED = 8
"""Sessions that tell the rhythm: an earlier one is past."""
_FEWEST_FOR_A_RHYTHM = 3
_ON_ONE_WEEKDAY = 2 / 3

P = TypeVar("P", bound=Past)


class Milestone(StrEnum):
    """A session of a series that is not an ordinary one."""

    MID_REVIEW = "mid-review"
    YEAR_EVALUATION = "year-evaluation"
    CLOSING = "closing"


class Position(Struct, frozen=True):
    """Where the next session is in the series."""

    held: int
    """Sessions that took place."""
    of: int | None
    """Sessions that were agreed; None when nobody said."""

    @property
    def next(self) -> int:
        """The number of the next session, from 1."""
        return self.held + 1

    @property
    def is_over(self) -> bool:
        """All that were agreed have been held."""
        return self.of is not None and self.held >= self.of


class Rhythm(Struct, frozen=True):
    """When a group usually meets, as its days tell."""

    weekday: int | None
    """0 is Monday; None when it changes."""
    weeks: int
    """From one session to the next, 1 and up."""


class _Held(tuple[P, ...]):
    """Sessions that took place, oldest first: known as such, so that they are not looked for twice."""

    __slots__ = ()


def held(past: Iterable[P]) -> tuple[P, ...]:
    """The sessions that took place, oldest first. Asked again of what it gave, it costs nothing."""
    if isinstance(past, _Held):
        return past
    return _Held(sorted((each for each in past if each.kind.took_place), key=lambda each: each.day))


def position(past: Iterable[Past], set_up: SetUp) -> Position:
    """Where the next session is in the series."""
    return Position(sum(each.kind.took_place for each in past), set_up.sessions)


def milestones(sessions: int) -> dict[int, Milestone]:
    """The sessions of a series of so many that are not ordinary, by their number.

    Ten have a review in the middle; fifteen also an evaluation before the last; twenty, about two years, a review in
    the first third, the year's evaluation after the middle, and another review when a fifth is left.
    """
    if sessions < SHORTEST_WITH_A_REVIEW:
        return {sessions: Milestone.CLOSING} if sessions > 1 else {}
    found = {sessions // 2: Milestone.MID_REVIEW}
    if sessions >= 18:
        found = {
            round(sessions * 0.3): Milestone.MID_REVIEW,
            round(sessions * 0.55): Milestone.YEAR_EVALUATION,
            round(sessions * 0.8): Milestone.MID_REVIEW,
        }
    elif sessions >= 13:
        found[sessions - 1] = Milestone.YEAR_EVALUATION
    return {**found, sessions: Milestone.CLOSING}


def due_by_count(past: Iterable[Past], set_up: SetUp) -> Milestone | None:
    """The milestone whose number the next session has reached or passed, and that has not been held since."""
    sessions = held(past)
    if set_up.sessions is None or (sessions and sessions[-1].plan == CLOSING):
        return None
    due = None
    for number, milestone in milestones(set_up.sessions).items():
        if number > len(sessions) + 1:
            break
        # A review a session early counts.
        since = sessions[max(0, number - 2) :]
        plans = {CLOSING} if milestone is Milestone.CLOSING else REVIEWS
        if not any(each.plan in plans for each in since):
            due = milestone
    return due


def due_by_date(past: Iterable[Past], today: date) -> Milestone | None:
    """A review when half a year has gone by without one, and the year's evaluation after a year."""
    sessions = held(past)
    if len(sessions) < FEWEST_BEFORE_A_REVIEW:
        return None
    evaluated = max((each.day for each in sessions if each.plan == YEAR_EVALUATION), default=sessions[0].day)
    reviewed = max((each.day for each in sessions if each.plan in REVIEWS), default=sessions[0].day)
    if today - evaluated >= A_YEAR:
        return Milestone.YEAR_EVALUATION
    return Milestone.MID_REVIEW if today - reviewed >= HALF_A_YEAR else None


def rhythm(past: Iterable[Past]) -> Rhythm | None:
    """The rhythm of the last sessions; None when there are too few, or they were all on a day.

    The gap that is in the middle when they are ordered counts, so that a summer between changes nothing.
    """
    days = [each.day for each in held(past)][-_REMEMBERED:]
    if len(days) < _FEWEST_FOR_A_RHYTHM:
        return None
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    weeks = round(sorted(gaps)[(len(gaps) - 1) // 2] / 7)  # the lower median; ``statistics`` would stay in memory
    if weeks < 1:
        return None
    weekday, times = Counter(day.weekday() for day in days).most_common(1)[0]
    return Rhythm(weekday if times >= len(days) * _ON_ONE_WEEKDAY else None, weeks)


def expected(past: Iterable[Past], set_up: SetUp) -> date | None:
    """The day on which the next session would be in the rhythm agreed, else in that of the past; None if unknown."""
    sessions = held(past)
    found = rhythm(sessions)
    weeks = set_up.weeks or (found.weeks if found is not None else None)
    if not sessions or weeks is None:
        return None
    try:
        return sessions[-1].day + timedelta(weeks=weeks)
    except OverflowError:  # a computer's clock may have said any year
        return None


def goals_looked_at(past: Iterable[Past]) -> int | None:
    """How many sessions ago goals were looked at, 0 for the last session; None for never."""
    sessions: Sequence[Past] = held(past)
    return next((ago for ago, each in enumerate(reversed(sessions)) if each.goals_looked_at), None)
