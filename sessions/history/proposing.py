"""The next session of a group: which plan, and why. Proposals; the supervisor chooses."""

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from sessions.history.attention import GOALS_NEGLECTED, GOALS_SET_BY
from sessions.history.past import Past
from sessions.history.series import (
    CLOSING,
    MID_REVIEW,
    YEAR_EVALUATION,
    Milestone,
    due_by_count,
    due_by_date,
    goals_looked_at,
    held,
)
from sessions.process import MOST_TRIALS, Form, Setting, SetUp
from sessions.record import Record, Untaken
from sessions.values import SPECIAL, Id

EXPLORATORY, CONTRACT, GOALS = Id("exploratory-45"), Id("first-90"), Id("goal-setting-90")
ORDINARY, ORDINARY_SHORT = Id("ordinary-90"), Id("ordinary-60")
_OF_ONE_POINT = (
    "agreements-1-90", "agreements-2-90", "ground-rules-first-60", "individual-first-60", "individual-last-60",
    "individual-mid-60", "manager-first-60", "manager-last-60", "manager-mid-60", "member-joins-90", "member-leaves-90",
    "return-90", "short-end-90", "short-midpoint-90", "short-start-90", "single-90", "three-party-60",
)  # fmt: skip
ONCE = frozenset({EXPLORATORY, CONTRACT, GOALS, MID_REVIEW, YEAR_EVALUATION, CLOSING, SPECIAL, *map(Id, _OF_ONE_POINT)})
"""Plans that belong to one point of a process: they are not repeated because they were the last."""
SHORT = 75
"""Whole minutes below which the shorter of two plans is proposed."""
_MILESTONE = {Milestone.MID_REVIEW: MID_REVIEW, Milestone.YEAR_EVALUATION: YEAR_EVALUATION, Milestone.CLOSING: CLOSING}


class Why(StrEnum):
    """Why a plan is proposed."""

    TRIAL = "trial"
    CONTRACT = "contract"
    GOALS_TO_SET = "goals-to-set"
    BY_COUNT = "by-count"
    """The series has come so far."""
    BY_DATE = "by-date"
    """So long ago that it was last done."""
    GOALS_NEGLECTED = "goals-neglected"
    AS_LAST_TIME = "as-last-time"
    USUAL = "usual"


class Proposal(Struct, frozen=True):
    """A plan for the next session."""

    plan: Id
    why: Why


def proposals(past: Collection[Past], set_up: SetUp, today: date) -> tuple[Proposal, ...]:
    """Plans for the next session, the one to take first; each plan once. There is always one."""
    sessions = held(past)
    plans = [each.plan for each in sessions]
    found: list[Proposal] = []
    if set_up.form is not Form.INDIVIDUAL:
        if set_up.trial is not None and len(sessions) < set_up.trial:
            found.append(Proposal(_usual(set_up) if sessions else EXPLORATORY, Why.TRIAL))
        elif _lacks_a_contract(plans, set_up):
            found.append(Proposal(CONTRACT, Why.CONTRACT))
        for due, why in ((due_by_count(sessions, set_up), Why.BY_COUNT), (due_by_date(sessions, today), Why.BY_DATE)):
            if due is not None:
                found.append(Proposal(_MILESTONE[due], why))
        ago = goals_looked_at(sessions)
        if sessions and ago is None and (len(sessions) >= GOALS_SET_BY or CONTRACT in plans):
            found.append(Proposal(GOALS, Why.GOALS_TO_SET))
        elif ago is not None and ago >= GOALS_NEGLECTED:
            found.append(Proposal(_usual(set_up), Why.GOALS_NEGLECTED))
    last = next((plan for plan in reversed(plans) if plan is not None and plan not in ONCE), None)
    if last is not None:
        found.append(Proposal(last, Why.AS_LAST_TIME))
    found.append(Proposal(_usual(set_up), Why.USUAL))
    first: dict[Id, Proposal] = {}
    for each in found:
        first.setdefault(each.plan, each)
    return tuple(first.values())


def brought_back(records: Sequence[Record]) -> tuple[Untaken, ...]:
    """What the last session that took place moved to the next: kinds, cards and minutes, in their order."""
    sessions = held(records)
    return sessions[-1].moved if sessions else ()


def _lacks_a_contract(plans: Sequence[Id | None], set_up: SetUp) -> bool:
    """Of a group that began without this program nothing is known: it may have agreed long ago."""
    if CONTRACT in plans or set_up.contract:
        return False
    begins_here = set_up.trial is not None and len(plans) <= MOST_TRIALS
    return begins_here or set(plans) <= {EXPLORATORY}


def _usual(set_up: SetUp) -> Id:
    short = set_up.length is not None and set_up.length < SHORT
    if set_up.form is Form.INDIVIDUAL:
        return Id("individual-45") if short else Id("individual-90")
    if set_up.form is Form.COMMUNITY:
        return Id("community-90")
    if set_up.setting is Setting.REMOTE:
        return Id("remote-60") if short else Id("remote-90")
    return ORDINARY_SHORT if short else ORDINARY
