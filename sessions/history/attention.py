"""What about a group wants attention, as reasons from a closed list: a screen says each in a few words."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from sessions.history.past import Past
from sessions.history.retention import is_closed, is_due_to_erase
from sessions.history.series import (
    Milestone,
    due_by_count,
    due_by_date,
    expected,
    goals_looked_at,
    held,
    milestones,
    position,
)
from sessions.process import SetUp

GOALS_SET_BY = 3
"""Sessions after which goals should have been set."""
GOALS_NEGLECTED = 3
"""Sessions without a look at the goals."""
NEAR = 1
"""Sessions before a milestone at which it is said to be near."""


class Attention(StrEnum):
    """What wants attention, the most pressing first."""

    TO_ERASE = "to-erase"
    CLOSING_NOW = "closing-now"
    YEAR_EVALUATION_NOW = "year-evaluation-now"
    MID_REVIEW_NOW = "mid-review-now"
    TRIAL_OVER = "trial-over"
    GOALS_NOT_SET = "goals-not-set"
    GOALS_NEGLECTED = "goals-neglected"
    CLOSING_NEAR = "closing-near"
    REVIEW_NEAR = "review-near"
    LATE = "late"
    """Twice the usual time has gone by since the last session."""


_NOW = {
    Milestone.CLOSING: Attention.CLOSING_NOW,
    Milestone.YEAR_EVALUATION: Attention.YEAR_EVALUATION_NOW,
    Milestone.MID_REVIEW: Attention.MID_REVIEW_NOW,
}


def attention(past: Collection[Past], set_up: SetUp, today: date) -> tuple[Attention, ...]:
    """What wants attention on the day ``today``, the most pressing first."""
    sessions = held(past)
    if is_closed(sessions, set_up):
        return (Attention.TO_ERASE,) if is_due_to_erase(past, set_up, today) else ()
    found = {_NOW[due] for due in (due_by_count(sessions, set_up), due_by_date(sessions, today)) if due is not None}
    if Attention.YEAR_EVALUATION_NOW in found:
        found.discard(Attention.MID_REVIEW_NOW)
    if is_due_to_erase(past, set_up, today):
        found.add(Attention.TO_ERASE)
    if set_up.trial is not None and len(sessions) >= max(1, set_up.trial):
        found.add(Attention.TRIAL_OVER)
    ago = goals_looked_at(sessions)
    if ago is None and len(sessions) >= GOALS_SET_BY:
        found.add(Attention.GOALS_NOT_SET)
    elif ago is not None and ago >= GOALS_NEGLECTED:
        found.add(Attention.GOALS_NEGLECTED)
    found |= _near(sessions, set_up)
    day = expected(sessions, set_up)
    if day is not None and today - sessions[-1].day > 2 * (day - sessions[-1].day):
        found.add(Attention.LATE)
    return tuple(each for each in Attention if each in found)


def _near(past: Collection[Past], set_up: SetUp) -> set[Attention]:
    if set_up.sessions is None or due_by_count(past, set_up) is not None:
        return set()
    coming = milestones(set_up.sessions).get(position(past, set_up).next + NEAR)
    if coming is None:
        return set()
    return {Attention.CLOSING_NEAR if coming is Milestone.CLOSING else Attention.REVIEW_NEAR}
