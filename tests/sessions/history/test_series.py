from dataclasses import replace
from datetime import date, timedelta

import pytest
from history_builders import FIRST_DAY, every, held_on

from sessions.history.attention import Attention, attention
from sessions.history.past import PastOutline
from sessions.history.proposing import Proposal, Why, brought_back, proposals
from sessions.history.series import (
    Milestone,
    Position,
    Rhythm,
    due_by_count,
    due_by_date,
    expected,
    goals_looked_at,
    milestones,
    position,
    rhythm,
)
from sessions.kinds import ItemKind
from sessions.process import ContractPoint, Fate, Form, SessionKind, Setting, SetUp
from sessions.record import Untaken
from sessions.store.codec import to_document
from sessions.values import Id

PLAIN, MID, YEAR, END = "ordinary-90", "mid-review-90", "year-evaluation-90", "closing-90"


def days(count):
    return FIRST_DAY + timedelta(days=count)


def test_the_position_counts_what_took_place():
    past = [
        *every(3, PLAIN, PLAIN),
        held_on(days(90), kind=SessionKind.LOGGED),
        held_on(days(97), kind=SessionKind.CANCELLED),
    ]
    past.append(held_on(days(99), kind=SessionKind.UNUSED))
    assert position(past, SetUp(sessions=15)) == Position(3, 15)
    assert position(past, SetUp(sessions=15)).next == 4
    assert not position(past, SetUp()).is_over
    assert position(past, SetUp(sessions=3)).is_over


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        (1, {}),
        (4, {4: "closing"}),
        (10, {5: "mid-review", 10: "closing"}),
        (15, {7: "mid-review", 14: "year-evaluation", 15: "closing"}),
        (20, {6: "mid-review", 11: "year-evaluation", 16: "mid-review", 20: "closing"}),
    ],
)
def test_the_milestones_are_those_of_the_profession(sessions, expected):
    assert milestones(sessions) == expected


@pytest.mark.parametrize("sessions", range(2, 60))
def test_every_series_closes_once_at_its_end(sessions):
    found = milestones(sessions)
    assert found[sessions] is Milestone.CLOSING
    assert list(found.values()).count(Milestone.CLOSING) == 1
    assert list(found) == sorted(found)
    assert min(found) > 1


@pytest.mark.parametrize(
    ("plans", "due"),
    [
        ([PLAIN] * 5, None),
        ([PLAIN] * 6, "mid-review"),
        ([PLAIN] * 9, "mid-review"),
        ([PLAIN] * 6 + [MID], None),
        ([PLAIN] * 5 + [MID], None),
        ([PLAIN] * 8 + [MID], None),
        ([PLAIN] * 6 + [MID] + [PLAIN] * 6, "year-evaluation"),
        ([PLAIN] * 6 + [MID] + [PLAIN] * 6 + [YEAR], "closing"),
        ([PLAIN] * 14, "closing"),
        ([PLAIN] * 14 + [END], None),
        ([PLAIN] * 17, "closing"),
    ],
)
def test_what_is_due_by_count_of_fifteen(plans, due):
    assert due_by_count(every(2, *plans), SetUp(sessions=15)) == due
    assert due_by_count(every(2, *plans), SetUp()) is None


@pytest.mark.parametrize(
    ("plans", "after", "due"),
    [
        ((PLAIN, PLAIN), 400, None),
        ((PLAIN, PLAIN, PLAIN), 181, None),
        ((PLAIN, PLAIN, PLAIN), 182, "mid-review"),
        ((PLAIN, PLAIN, PLAIN), 365, "year-evaluation"),
        ((PLAIN, PLAIN, MID), 365, "year-evaluation"),
        ((PLAIN, PLAIN, MID), 223, None),
        ((PLAIN, PLAIN, MID), 224, "mid-review"),
        ((PLAIN, PLAIN, YEAR), 365, "mid-review"),
        ((PLAIN, PLAIN, YEAR), 407, "year-evaluation"),
    ],
)
def test_what_is_due_by_date(plans, after, due):
    assert due_by_date(every(3, *plans), days(after)) == due


@pytest.mark.parametrize(
    ("apart", "found"),
    [
        ((), None),
        ((21,), None),
        ((21, 21), Rhythm(1, 3)),
        ((21, 21, 70, 21), Rhythm(1, 3)),
        ((22, 20, 21, 22, 20), Rhythm(1, 3)),
        ((8, 6, 8, 8), Rhythm(None, 1)),
        ((0, 0, 0), None),
        ((1, 1, 1), None),
    ],
)
def test_the_rhythm_is_recognised(apart, found):
    at, past = 0, [held_on(days(0), uid=1)]
    for number, gap in enumerate(apart, 2):
        at += gap
        past.append(held_on(days(at), uid=number))
    assert rhythm(past) == found
    assert rhythm(reversed(past)) == found


def test_a_cancelled_session_makes_no_rhythm_and_an_old_rhythm_is_past():
    past = every(3, *[PLAIN] * 12)
    past += [held_on(past[-1].day + timedelta(weeks=2 * n)) for n in range(1, 9)]
    assert rhythm(past) == Rhythm(1, 2)
    assert rhythm([*past, held_on(past[-1].day + timedelta(days=1), kind=SessionKind.CANCELLED)]) == Rhythm(1, 2)


def test_the_next_day_follows_what_was_agreed_before_what_was_done():
    past = every(3, PLAIN, PLAIN, PLAIN)
    assert expected(past, SetUp()) == past[-1].day + timedelta(weeks=3)
    assert expected(past, SetUp(weeks=2)) == past[-1].day + timedelta(weeks=2)
    assert expected(past[:1], SetUp()) is None
    assert expected([], SetUp(weeks=2)) is None


def test_a_day_that_no_calendar_has_is_not_expected():
    """A computer's clock may have said any year; the list of groups is shown all the same."""
    assert expected([held_on(date(9999, 12, 20))], SetUp(weeks=2)) is None
    assert Attention.LATE not in attention([held_on(date(9999, 12, 20))], SetUp(weeks=2), days(0))


def test_of_a_document_without_a_kind_the_session_was_held():
    assert PastOutline.of({"day": "2026-01-13"}) == PastOutline(FIRST_DAY, None, SessionKind.HELD, False)


@pytest.mark.parametrize(("looks", "ago"), [((), None), ((0, 0), None), ((0, 1), 0), ((1, 0, 0), 2), ((1, 0, 1, 0), 1)])
def test_how_long_ago_goals_were_looked_at(looks, ago):
    past = [
        replace(r, goals_looked_at=bool(look)) for r, look in zip(every(3, *[PLAIN] * len(looks)), looks, strict=True)
    ]
    assert goals_looked_at(past) == ago
    past.append(held_on(days(300), kind=SessionKind.CANCELLED))
    assert goals_looked_at(past) == ago


def test_an_outline_tells_the_same_as_its_record():
    past = every(3, *[PLAIN] * 4, None, MID, goals_looked_at=True)
    outlines = [PastOutline.of(to_document(record)) for record in past]
    for set_up in (SetUp(), SetUp(sessions=10, weeks=2, trial=2)):
        assert attention(outlines, set_up, days(200)) == attention(past, set_up, days(200))
        assert proposals(outlines, set_up, days(200)) == proposals(past, set_up, days(200))


LOOKED = {"goals_looked_at": True}


@pytest.mark.parametrize(
    ("past", "set_up", "today", "expected"),
    [
        ([], SetUp(), 0, []),
        (every(3, PLAIN), SetUp(), 7, []),
        (every(3, *[PLAIN] * 6, **LOOKED), SetUp(sessions=15), 110, ["mid-review-now"]),
        (every(3, *[PLAIN] * 5, **LOOKED), SetUp(sessions=15), 90, ["review-near"]),
        (every(2, *[PLAIN] * 6, MID, *[PLAIN] * 6, YEAR, **LOOKED), SetUp(sessions=16), 200, ["closing-near"]),
        (every(2, *[PLAIN] * 9, MID, **LOOKED), SetUp(sessions=11), 140, ["closing-now"]),
        (every(3, PLAIN, PLAIN, PLAIN), SetUp(), 60, ["goals-not-set"]),
        ([*every(3, PLAIN, **LOOKED), *every(3, PLAIN, PLAIN, PLAIN, PLAIN)[1:]], SetUp(), 70, ["goals-neglected"]),
        (every(3, PLAIN, PLAIN), SetUp(trial=2), 30, ["trial-over"]),
        (every(3, PLAIN), SetUp(trial=2), 20, []),
        (every(3, PLAIN), SetUp(trial=1), 20, ["trial-over"]),
        (every(3, PLAIN), SetUp(trial=0), 20, ["trial-over"]),
        (every(3, PLAIN, PLAIN), SetUp(weeks=3), 21 + 42, []),
        (every(3, PLAIN, PLAIN), SetUp(weeks=3), 21 + 43, ["late"]),
        (every(3, PLAIN, PLAIN, END), SetUp(), 42 + 89, []),
        (every(3, PLAIN, PLAIN, END), SetUp(), 42 + 90, ["to-erase"]),
        (every(3, PLAIN, PLAIN), SetUp(running=False), 21 + 90, ["to-erase"]),
        ([], SetUp(running=False), 900, []),
    ],
)
def test_what_wants_attention(past, set_up, today, expected):
    assert [each.value for each in attention(past, set_up, days(today))] == expected


def test_the_years_evaluation_takes_the_place_of_a_review():
    assert Attention.MID_REVIEW_NOW not in attention(every(2, *[PLAIN] * 6), SetUp(sessions=10), days(400))


@pytest.mark.parametrize(
    ("past", "set_up", "first"),
    [
        ([], SetUp(), ("first-90", Why.CONTRACT)),
        ([], SetUp(trial=2), ("exploratory-45", Why.TRIAL)),
        (every(3, "exploratory-45"), SetUp(trial=2, length=60), ("ordinary-60", Why.TRIAL)),
        (every(3, "exploratory-45", PLAIN), SetUp(trial=2), ("first-90", Why.CONTRACT)),
        (every(3, "exploratory-45"), SetUp(), ("first-90", Why.CONTRACT)),
        (every(3, PLAIN), SetUp(), (PLAIN, Why.AS_LAST_TIME)),
        (every(3, "first-90"), SetUp(), ("goal-setting-90", Why.GOALS_TO_SET)),
        ([], SetUp(contract=(ContractPoint.FEE,)), (PLAIN, Why.USUAL)),
        (every(3, PLAIN, "balint-90", **LOOKED), SetUp(), ("balint-90", Why.AS_LAST_TIME)),
        (every(3, PLAIN, None, **LOOKED), SetUp(), (PLAIN, Why.AS_LAST_TIME)),
        (every(3, "images-90", "member-joins-90", **LOOKED), SetUp(), ("images-90", Why.AS_LAST_TIME)),
        (every(3, "special", **LOOKED), SetUp(length=60), ("ordinary-60", Why.USUAL)),
        (every(3, *[PLAIN] * 6, **LOOKED), SetUp(sessions=15), (MID, Why.BY_COUNT)),
        (every(2, *[PLAIN] * 9, **LOOKED), SetUp(sessions=10), (END, Why.BY_COUNT)),
        (every(9, *[PLAIN] * 4, **LOOKED), SetUp(), (MID, Why.BY_DATE)),
        (
            [*every(3, PLAIN, **LOOKED), *every(3, PLAIN, PLAIN, PLAIN, "dialogue-90")[1:]],
            SetUp(),
            (PLAIN, Why.GOALS_NEGLECTED),
        ),
        (every(3, "individual-45"), SetUp(form=Form.INDIVIDUAL, length=45), ("individual-45", Why.AS_LAST_TIME)),
        ([], SetUp(form=Form.INDIVIDUAL), ("individual-90", Why.USUAL)),
        ([], SetUp(setting=Setting.REMOTE, contract=(ContractPoint.FEE,)), ("remote-90", Why.USUAL)),
        ([], SetUp(setting=Setting.REMOTE, contract=(ContractPoint.FEE,), length=60), ("remote-60", Why.USUAL)),
        ([], SetUp(form=Form.INDIVIDUAL, length=45), ("individual-45", Why.USUAL)),
        ([], SetUp(form=Form.INDIVIDUAL, length=75), ("individual-90", Why.USUAL)),
        (every(3, *[PLAIN] * 3), SetUp(), ("goal-setting-90", Why.GOALS_TO_SET)),
        (every(3, PLAIN, PLAIN, PLAIN, **LOOKED), SetUp(trial=3), ("first-90", Why.CONTRACT)),
    ],
)
def test_the_plan_to_take_first_and_why(past, set_up, first):
    today = past[-1].day + timedelta(days=1) if past else FIRST_DAY
    assert proposals(past, set_up, today)[0] == Proposal(Id(first[0]), first[1])


def test_each_plan_is_proposed_once():
    found = proposals(every(3, *[PLAIN] * 6), SetUp(sessions=15), days(400))
    assert len({each.plan for each in found}) == len(found) > 2


def test_what_the_last_session_moved_is_brought_back():
    moved = (Untaken(ItemKind.EXERCISE, 20, Fate.NEXT_TIME, 1, Id("jana")),)
    dropped = (Untaken(ItemKind.THEME, 9, Fate.LEFT_OUT, 1),)
    past = every(3, PLAIN, PLAIN)
    assert brought_back([]) == brought_back(past) == ()
    assert brought_back([past[0], replace(past[1], rest=(*dropped, *moved))]) == moved
    assert brought_back([replace(past[0], rest=moved), past[1]]) == ()
    cancelled = held_on(days(200), kind=SessionKind.CANCELLED)
    assert brought_back([replace(past[0], rest=moved), cancelled]) == moved
