from dataclasses import dataclass
from datetime import timedelta

import pytest
from history_builders import every, held_on

from sessions.history.attention import Attention, attention
from sessions.history.retention import due_to_erase, is_due_to_erase
from sessions.process import NOTHING_AGREED, SessionKind, SetUp
from sessions.record import Record
from sessions.values import GroupCode

CLOSED = every(2, "ordinary-90", "closing-90")
RUNNING = every(2, "ordinary-90", "ordinary-90")
ENDED = SetUp(running=False)


def after(past, days):
    return max(record.day for record in past) + timedelta(days=days)


@pytest.mark.parametrize(
    ("past", "set_up", "days", "expected"),
    [
        (CLOSED, NOTHING_AGREED, 89, False),
        (CLOSED, NOTHING_AGREED, 90, True),
        (RUNNING, NOTHING_AGREED, 90, False),
        (RUNNING, ENDED, 90, True),
        (RUNNING, SetUp(sessions=2), 89, False),
        (RUNNING, SetUp(sessions=2), 90, True),
        (RUNNING, SetUp(sessions=3), 364, False),
        (RUNNING, SetUp(sessions=3), 365, True),
    ],
)
def test_a_history_is_due_90_days_after_its_end_or_a_year_after_it_fell_silent(past, set_up, days, expected):
    assert is_due_to_erase(past, set_up, after(past, days)) is expected
    assert (Attention.TO_ERASE in attention(past, set_up, after(past, days))) is expected


def test_a_cancelled_session_is_a_sign_of_life():
    cancelled = held_on(after(CLOSED, 60), None, uid=9, kind=SessionKind.CANCELLED, people=0, actual=0)
    assert not is_due_to_erase([*RUNNING, cancelled], ENDED, after(RUNNING, 100))


def test_a_group_without_sessions_is_never_due():
    assert not is_due_to_erase([], ENDED, after(CLOSED, 9_999))


@dataclass
class Kept:
    code: GroupCode
    past: list[Record]
    set_up: SetUp = NOTHING_AGREED


def test_the_groups_that_are_due_in_their_order():
    groups = [Kept(GroupCode("R03"), CLOSED), Kept(GroupCode("R01"), RUNNING), Kept(GroupCode("R02"), RUNNING, ENDED)]
    assert due_to_erase(groups, after(CLOSED, 90)) == ("R03", "R02")
    assert due_to_erase([], after(CLOSED, 90)) == ()
