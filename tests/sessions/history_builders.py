"""Short ways to make a history, so that a test says only what it is about."""

from datetime import date, timedelta

from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.record import KeptItem, Record
from sessions.values import Id

FIRST_DAY = date(2026, 1, 13)
"""A Tuesday."""


def held_on(day: date = FIRST_DAY, plan: str | None = "ordinary-90", uid: int = 0, **more) -> Record:
    """A session on a day."""
    made = {"people": 5, "planned": 90, "actual": 90, "plan": Id(plan) if plan else None}
    return Record(uid or day.toordinal(), day, **(made | more))


def every(weeks: int, *plans: str | None, **more) -> list[Record]:
    """A session of each plan, so many weeks apart."""
    return [held_on(FIRST_DAY + timedelta(weeks=weeks * n), plan, **more) for n, plan in enumerate(plans)]


def took(kind: ItemKind | None, planned: int, actual: int, exercise: str | None = None) -> KeptItem:
    """An item that was taken up."""
    return KeptItem(kind, planned, actual, Id(exercise) if exercise else None)


def goal(slot: str, code: CodeWord, status: GoalStatus = GoalStatus.OPEN) -> Goal:
    """A goal on the board."""
    return Goal(GoalSlot(slot), code, status)
