"""A group to explore: an example with a believable short history, made in memory and never stored."""

from datetime import date, timedelta

from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.process import Fate, Language, SessionKind, Setting, SetUp
from sessions.record import KeptItem, Record, Untaken
from sessions.store.groups import Group
from sessions.values import GroupCode, Id

SAMPLE = GroupCode("R00")
"""Its code, which is never drawn for a group."""
WEEKS = 3
AGREED = SetUp(
    language=Language.FINNISH, people=6, length=90, sessions=15, weeks=WEEKS, setting=Setting.ROOM, trial=None
)
_A, _B = (GoalSlot.A, CodeWord.MAJAKKA), (GoalSlot.B, CodeWord.SILTA)
_OPEN, _ON, _DONE = GoalStatus.OPEN, GoalStatus.IN_PROGRESS, GoalStatus.REACHED
_ORDINARY, _FIRST, _GOALS = "ordinary-90", "first-90", "goal-setting-90"
_SESSIONS: tuple[tuple[str, int, str | None, tuple[int, int, int, int], tuple[GoalStatus, ...]], ...] = (
    (_FIRST, 6, None, (11, 32, 26, 9), ()),
    (_GOALS, 6, "best-hopes", (12, 28, 24, 9), (_OPEN, _OPEN)),
    (_ORDINARY, 5, "questions-only", (13, 24, 22, 11), (_ON, _OPEN)),
    (_ORDINARY, 6, "opinion-line", (14, 21, 25, 10), (_ON, _ON)),
    (_ORDINARY, 6, "reflecting-team", (15, 27, 18, 12), ()),
    (_ORDINARY, 5, "questions-only", (14, 25, 23, 11), ()),
    (_ORDINARY, 6, "opinion-line", (14, 23, 21, 13), ()),
)
"""Plan, people, a card, the minutes of opening round, work, second topic and close, and the goals after it."""
CANCELLED_AFTER = 4
"""So many sessions were held before one was cancelled."""


def sample_group(today: date) -> Group:
    """The group as it is on the day ``today``: halfway, its review due and its goals not looked at for a while."""
    last = today - timedelta(weeks=WEEKS)
    count = len(_SESSIONS)
    records = []
    for number, (plan, people, card, minutes, statuses) in enumerate(_SESSIONS):
        weeks = WEEKS * (count - 1 - number + (number < CANCELLED_AFTER))
        day = last - timedelta(weeks=weeks)
        goals = tuple(Goal(slot, word, status) for (slot, word), status in zip((_A, _B), statuses, strict=False))
        records.append(_session(number + 1, day, plan, people, card, minutes, goals, is_last=number == count - 1))
        if number + 1 == CANCELLED_AFTER:
            records.append(Record(100, day + timedelta(weeks=WEEKS), 0, 90, 0, kind=SessionKind.CANCELLED))
    return Group(SAMPLE, tuple(records), set_up=AGREED)


def _session(
    uid: int,
    day: date,
    plan: str,
    people: int,
    card: str | None,
    minutes: tuple[int, int, int, int],
    goals: tuple[Goal, ...],
    *,
    is_last: bool,
) -> Record:
    opening, work, second, close = minutes
    items = (
        KeptItem(ItemKind.CHECK_IN, 10, opening, Id("check-in-round")),
        KeptItem(ItemKind.AGREE_AGENDA, 9, 8, Id("topic-bids")),
        KeptItem(ItemKind.CASE if card else ItemKind.THEME, 25, work, Id(card) if card else None),
        KeptItem(ItemKind.BREAK, 5, 6),
        KeptItem(ItemKind.THEME, 24, second),
        *((KeptItem(ItemKind.GOALS, 10, 9),) if goals else ()),
        KeptItem(ItemKind.CLOSING, 7, close, Id("closing-round")),
    )
    moved = (Untaken(ItemKind.EXERCISE, 15, Fate.NEXT_TIME, 5, Id("role-map")),) if is_last else ()
    return Record(
        uid, day, people, 90, sum(item.actual for item in items), Id(plan), items, goals,
        next_time=len(moved), rest=moved, goals_looked_at=bool(goals),
    )  # fmt: skip
