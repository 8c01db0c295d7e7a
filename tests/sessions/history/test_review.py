"""Figures over many sessions: small tables by hand, and sums of random histories."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from history_builders import FIRST_DAY, every, goal, held_on, took
from hypothesis import given
from hypothesis import strategies as st

from sessions.history.comparing import Pair, side_by_side
from sessions.history.drift import Drift, attendance, deviations, drift, own_minutes, whole_time
from sessions.history.methods import Use, cards_used, never_used
from sessions.history.progress import goal_lines
from sessions.history.years import Amount, to_go, year_of
from sessions.kinds import CodeWord, GoalStatus, ItemKind
from sessions.process import Fate, Form, SessionKind
from sessions.record import KeptItem, Record, Untaken
from sessions.values import SPECIAL, Id

CHECK_IN, CASE, CLOSING = ItemKind.CHECK_IN, ItemKind.CASE, ItemKind.CLOSING
THREE = [
    replace(record, items=items)
    for record, items in zip(
        every(3, *["ordinary-90"] * 3),
        [
            (took(CHECK_IN, 10, 14, "jana"), took(CASE, 25, 20), took(CLOSING, 7, 12)),
            (took(CHECK_IN, 10, 12, "jana"), took(CASE, 25, 25, "metaphor"), took(CASE, 20, 10)),
            (took(None, 60, 55, "special"), took(CHECK_IN, 10, 15, "metaphor")),
        ],
        strict=True,
    )
]


def test_the_drift_of_each_kind():
    assert drift(THREE) == (Drift(CHECK_IN, 3, 30, 41), Drift(CASE, 3, 70, 55), Drift(CLOSING, 1, 7, 12))
    assert [each.each for each in drift(THREE)] == [Fraction(11, 3), Fraction(-5), Fraction(5)]


def test_the_drift_of_the_last_sessions():
    assert drift(THREE, 1) == (Drift(CHECK_IN, 1, 10, 15),)
    assert drift(THREE, 99) == drift(THREE)
    assert drift(THREE, 0) == drift([]) == ()


def test_a_session_deviates_by_what_it_took_with_its_pauses():
    late = [replace(THREE[0], actual=81, paused=14), replace(THREE[1], actual=80)]
    assert deviations([*late, held_on(FIRST_DAY, kind=SessionKind.LOGGED, uid=9)]) == (5, -10)


def test_the_minutes_of_this_group_are_those_in_the_middle_of_what_was_done_twice():
    assert own_minutes(THREE) == {CHECK_IN: 14, CASE: 20}
    assert own_minutes(THREE[:1]) == {}


def test_attendance_is_a_count():
    found = attendance([replace(THREE[0], people=4), THREE[1], held_on(date(2027, 1, 1), kind=SessionKind.CANCELLED)])
    assert (found.each, found.fewest, found.most) == ((4, 5), 4, 5)
    assert (attendance([]).fewest, attendance([]).most) == (0, 0)
    assert whole_time(THREE) == 270


def test_cards_and_the_sessions_they_were_used_in():
    assert cards_used(THREE) == (Use(Id("jana"), (1, 2)), Use(Id("metaphor"), (2, 3)))
    tags = {Id("jana"): {"explore"}, Id("metaphor"): {"explore", "deepen"}, Id("other"): {"close"}}
    assert never_used(THREE, tags, ("explore", "deepen", "close")) == ("close",)
    assert never_used([], tags, ("explore", "close")) == ("explore", "close")


def test_goals_over_time():
    kivi, silta = CodeWord.KIVI, CodeWord.SILTA
    boards = [(), (goal("B", silta),), (), (goal("A", kivi), goal("B", silta, GoalStatus.REACHED)), (goal("A", kivi),)]
    past = [replace(r, goals=board) for r, board in zip(every(3, *["x"] * 5), boards, strict=True)]
    first, second = goal_lines(past)
    assert (first.code, first.statuses[2:4], first.status) == (kivi, (None, GoalStatus.OPEN), GoalStatus.OPEN)
    assert second.statuses == (None, GoalStatus.OPEN, GoalStatus.OPEN, GoalStatus.REACHED, None)
    assert goal_lines([]) == ()


def test_another_goal_in_the_same_slot_is_another_line():
    past = [
        replace(r, goals=(goal("A", code),))
        for r, code in zip(every(3, "x", "x"), (CodeWord.KIVI, CodeWord.SILTA), strict=True)
    ]
    assert [line.code for line in goal_lines(past)] == [CodeWord.KIVI, CodeWord.SILTA]


def test_two_sessions_stand_side_by_side():
    left = Record(
        1, FIRST_DAY, 5, 90, 90, items=(took(CHECK_IN, 10, 9), took(CASE, 20, 22, "jana"), took(CLOSING, 5, 5))
    )
    rest = (Untaken(CASE, 20, Fate.NEXT_TIME, 1, Id("jana")),)
    right = Record(2, FIRST_DAY, 5, 90, 90, items=(took(CHECK_IN, 12, 12), took(CLOSING, 5, 9)), rest=rest)
    rows = side_by_side(left, right)
    assert rows == tuple(Pair(a, b) for a, b in zip(left.items, right.agenda, strict=True))
    other = replace(right, rest=(), items=(took(CHECK_IN, 12, 12), took(ItemKind.BREAK, 5, 5)))
    assert [(row.left is None, row.right is None) for row in side_by_side(left, other)] == [
        (False, False), (False, True), (False, True), (True, False),
    ]  # fmt: skip


def test_a_year_counts_what_took_place_and_what_is_charged():
    past = [
        (Form.GROUP, held_on(date(2026, 1, 13), items=(took(CASE, 5, 5, "jana"), took(CASE, 5, 5, "jana")), actual=95)),
        (Form.GROUP, held_on(date(2026, 1, 20), kind=SessionKind.CANCELLED, actual=0)),
        (Form.GROUP, held_on(date(2026, 1, 21), kind=SessionKind.UNUSED, actual=0, charged=False)),
        (Form.INDIVIDUAL, held_on(date(2026, 2, 3), planned=45, actual=45, charged=False)),
        (Form.RECEIVED, held_on(date(2026, 2, 9), planned=60, items=(took(CASE, 5, 5, "role-map"),))),
        (Form.GROUP, held_on(date(2025, 12, 31))),
    ]
    year = year_of(past, 2026)
    assert year.month(1) == Amount(1, 90, 95, 180)
    assert year.month(2) == Amount(1, 45, 45, 0)
    assert year.month(3) == Amount()
    assert year.given == Amount(2, 135, 140, 180)
    assert (year.given.units, year.given.charged_units) == (3, 4)
    assert year.form(Form.RECEIVED) == Amount(1, 60, 90, 60)
    assert year.cards == ((Id("jana"), 1),)
    assert to_go(year.form(Form.RECEIVED), 40) == 40 - Fraction(60, 45)
    assert to_go(year.form(Form.RECEIVED), 1) == 0
    assert to_go(Amount(), None) is None


ITEMS = st.builds(
    KeptItem,
    st.sampled_from([*ItemKind, None]),
    st.integers(0, 90),
    st.integers(0, 90),
    st.sampled_from([None, Id("jana"), Id("metaphor"), SPECIAL]),
)
RECORDS = st.builds(
    Record,
    st.integers(0, 2**63),
    st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    st.integers(0, 12),
    st.integers(0, 120),
    st.integers(0, 120),
    items=st.lists(ITEMS, max_size=6).map(tuple),
    kind=st.sampled_from(SessionKind),
    charged=st.booleans(),
    paused=st.integers(0, 20),
)
HISTORIES = st.lists(RECORDS, max_size=12)


@given(HISTORIES)
def test_the_drift_adds_up(history):
    items = [item for r in history if r.kind.took_place for item in r.items if item.kind is not None]
    found = drift(history)
    assert sum(each.planned for each in found) == sum(item.planned for item in items)
    assert sum(each.actual for each in found) == sum(item.actual for item in items)
    assert sum(each.times for each in found) == len(items)


@given(HISTORIES, st.integers(1, 12))
def test_the_last_sessions_and_those_before_are_all(history, last):
    held = sorted((r for r in history if r.kind.took_place), key=lambda r: r.day)
    before = held[: max(0, len(held) - last)]
    assert deviations(history, last) == deviations(held)[len(deviations(before)) :]
    assert len(attendance(history, last).each) == min(last, len(held))


@given(HISTORIES)
def test_cards_are_found_in_the_sessions_they_are_said_to_be_used_in(history):
    held = sorted((r for r in history if r.kind.took_place), key=lambda r: r.day)
    uses = cards_used(history)
    for use in uses:
        for number in use.sessions:
            assert any(item.exercise == use.exercise for item in held[number - 1].items)
    with_cards = sum(len({i.exercise for i in r.items} - {None, SPECIAL}) for r in held)
    assert sum(len(use.sessions) for use in uses) == with_cards


@given(st.lists(st.tuples(st.sampled_from(Form), RECORDS), max_size=20))
def test_months_and_forms_and_years_add_up(history):
    years = {year: year_of(history, year) for year in (2025, 2026, 2027)}
    took_place = [(form, r) for form, r in history if r.kind.took_place]
    for year, found in years.items():
        forms = [found.form(form) for form in Form if form is not Form.RECEIVED]
        months = [found.month(month) for month in range(1, 13)]
        for total in (sum(forms, Amount()), sum(months, Amount())):
            assert total == found.given
        inside = [r for form, r in took_place if r.day.year == year and form is not Form.RECEIVED]
        assert found.given.sessions == len(inside)
        assert found.given.units * 45 == sum(r.planned for r in inside)
        assert found.given.actual == sum(r.actual for r in inside)
    everything = sum((year.given + year.form(Form.RECEIVED) for year in years.values()), Amount())
    assert everything.charged == sum(r.planned for _form, r in history if r.charged)


@given(RECORDS, RECORDS)
def test_side_by_side_leaves_nothing_out_and_keeps_both_orders(left, right):
    rows = side_by_side(left, right)
    assert tuple(row.left for row in rows if row.left is not None) == left.agenda
    assert tuple(row.right for row in rows if row.right is not None) == right.agenda


@pytest.mark.parametrize("kind", [SessionKind.CANCELLED, SessionKind.UNUSED])
def test_what_did_not_take_place_is_in_no_figure_of_a_group(kind):
    nothing = [replace(record, kind=kind) for record in THREE]
    assert (drift(nothing), deviations(nothing), cards_used(nothing), own_minutes(nothing)) == ((), (), (), {})
    assert whole_time(nothing) == 0
    assert goal_lines([replace(nothing[0], goals=(goal("A", CodeWord.KIVI),), day=FIRST_DAY + timedelta(1))]) == ()
