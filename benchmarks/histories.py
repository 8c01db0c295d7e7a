"""Believable histories of groups: series in their rhythm, with reviews, drift, cards, goals, cancellations.

Also a fixture of tests: the same seed gives the same histories.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sessions.goals import Goal
from sessions.history.series import CLOSING, MID_REVIEW, YEAR_EVALUATION, Milestone, milestones
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.process import Fate, Form, Head, Language, SessionKind, Setting, SetUp
from sessions.record import KeptItem, Record, Untaken
from sessions.store.codec import to_document
from sessions.store.groupfile import schema
from sessions.values import GroupCode, Id, Seat

FIRST_DAY = date(2024, 9, 2)
"""A Monday."""
CARDS = tuple(Id(name) for name in ("jana", "questions-only", "reflecting-team", "role-map", "metaphor", "best-hopes"))
AGENDA = (
    (ItemKind.CHECK_IN, 10, 3),
    (ItemKind.AGREE_AGENDA, 9, 1),
    (ItemKind.THEME, 25, -3),
    (ItemKind.BREAK, 5, 1),
    (ItemKind.CASE, 20, -2),
    (ItemKind.GOALS, 10, -1),
    (ItemKind.CLOSING, 7, 4),
)
"""Kind, planned minutes and by how much it usually runs over."""
_SPECIAL_PLANS = {
    Milestone.MID_REVIEW: MID_REVIEW,
    Milestone.YEAR_EVALUATION: YEAR_EVALUATION,
    Milestone.CLOSING: CLOSING,
}


def histories(groups: int, sessions: int, seed: int = 7) -> Iterator[tuple[GroupCode, Head, list[Record]]]:
    """So many groups with so many sessions each, oldest first."""
    for number in range(groups):
        chance = Random(seed * 1_000_003 + number)
        set_up = SetUp(
            language=chance.choice(list(Language)),
            people=chance.randint(4, 8),
            length=90,
            sessions=chance.choice((10, 15, 20, None)),
            weeks=chance.choice((2, 3, 4)),
            setting=chance.choice(list(Setting)),
            form=chance.choices(list(Form), (2, 12, 1, 1))[0],
        )
        head = Head(chance.getrandbits(63), Seat(chance.randint(1, 4)), sessions, set_up, 1)
        yield GroupCode(f"R{number + 100}"), head, list(_series(set_up, sessions, chance))


def _series(set_up: SetUp, sessions: int, chance: Random) -> Iterator[Record]:
    day = FIRST_DAY + timedelta(days=chance.randrange(200))
    goals: list[Goal] = []
    for number in range(1, sessions + 1):
        day += timedelta(weeks=set_up.weeks or 3)
        if day.month == 7:
            day += timedelta(weeks=5)
        milestone = milestones(set_up.sessions).get(number) if set_up.sessions else None
        plan = Id("first-90") if number == 1 else _SPECIAL_PLANS.get(milestone) if milestone else Id("ordinary-90")
        if number == 2:
            codes = chance.sample(list(CodeWord), 2)
            goals = [Goal(slot, code) for slot, code in zip((GoalSlot.A, GoalSlot.B), codes, strict=True)]
        goals = [Goal(g.slot, g.code, chance.choice([g.status] * 4 + list(GoalStatus)[:3])) for g in goals]
        moved = timedelta(days=chance.choice((0,) * 28 + (1, -1)))
        yield _session(day + moved, set_up, plan, tuple(goals), chance)


def _session(day: date, set_up: SetUp, plan: Id | None, goals: tuple[Goal, ...], chance: Random) -> Record:
    uid = chance.getrandbits(63)
    if chance.random() < 0.05:
        return Record(uid, day, 0, 90, 0, kind=SessionKind.CANCELLED, charged=chance.random() < 0.5)
    taken, rest = [], []
    for slot, (kind, minutes, over) in enumerate(AGENDA):
        card = chance.choice(CARDS) if kind in (ItemKind.THEME, ItemKind.CASE) and chance.random() < 0.6 else None
        if kind is ItemKind.CASE and chance.random() < 0.1:
            rest.append(Untaken(kind, minutes, chance.choice(list(Fate)), len(taken), card, slot))
        else:
            taken.append(KeptItem(kind, minutes, max(1, minutes + over + chance.randint(-3, 4)), card, slot))
    people = max(2, (set_up.people or 5) - chance.choice((0, 0, 1, 2)))
    return Record(
        uid,
        day,
        people,
        90,
        sum(item.actual for item in taken),
        plan,
        tuple(taken),
        goals,
        left_out=sum(each.fate is Fate.LEFT_OUT for each in rest),
        next_time=sum(each.fate is Fate.NEXT_TIME for each in rest),
        paused=chance.choice((0, 0, 0, 4)),
        rest=tuple(rest),
        goals_looked_at=bool(goals) and chance.random() < 0.4,
    )


def write(folder: Path, groups: int, sessions: int) -> None:
    """A group's file for each, in a folder of groups."""
    folder.mkdir(parents=True, exist_ok=True)
    for code, head, records in histories(groups, sessions):
        documents = {str(n): to_document(record) for n, record in enumerate(records, 1)}
        tables = {"meta": {"1": {"schema": schema()}}, "group": {"1": to_document(head)}, "sessions": documents}
        (folder / f"{code}.json").write_text(json.dumps(tables, ensure_ascii=False, indent=1))
