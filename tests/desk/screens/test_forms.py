"""Forms and what the review says, as values."""

from datetime import date

import pytest
from desk.samples import a_record

from facilitator.desk.screens.group_form import SetUpForm
from facilitator.desk.screens.review_drawing import numbers_said
from facilitator.desk.screens.session_form import SessionForm
from facilitator.texts.written_days import day_written
from sessions.process import Language, SessionKind, SetUp
from sessions.values import GroupCode

R07, R12 = GroupCode("R07"), GroupCode("R12")
TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [((), ""), ((3,), "3"), ((1, 2), "1, 2"), ((1, 2, 3, 7), "1–3, 7"), ((2, 4, 5, 6, 9, 10), "2, 4–6, 9, 10")],
)
def test_numbers_that_follow_one_another_are_drawn_together(numbers, said: str):
    assert numbers_said(numbers) == said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11.3.", date(2026, 3, 11)),
        ("12.3.", date(2025, 3, 12)),
        ("1.2.2024", date(2024, 2, 1)),
        ("2026-01-02", date(2026, 1, 2)),
        ("5.1", date(2026, 1, 5)),
    ],
)
def test_a_day_as_it_is_written(text: str, day: date):
    assert day_written(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "31.2.", "soon", "1.1.1066", "11"])
def test_what_is_no_day(text: str):
    with pytest.raises(ValueError):
        day_written(text, TODAY)


def test_every_value_of_a_group_goes_round():
    form = SetUpForm(R07, SetUp(), frozenset())
    for row in form.rows:
        if row.most and row.key != "code":
            continue  # counted from a usual value on
        there = form.turned(row.key, 1)
        assert there != form, row.key
        assert there.turned(row.key, -1) == form, row.key


def test_a_number_is_written_or_taken_away():
    form = SetUpForm(R07, SetUp()).having("sessions", 15).having("people", 6)
    assert (form.set_up.sessions, form.set_up.people) == (15, 6)
    assert form.having("sessions", None).set_up == SetUp(people=6)
    assert SetUpForm(R07, SetUp()).turned("language", 1).set_up.language is Language.FINNISH
    # What has an effect says which: only the language is kept and nothing more.
    assert [row.key for row in SetUpForm(R07, SetUp()).rows if not row.note] == ["language"]


def test_every_number_of_a_group_can_be_written_and_counted():
    form = SetUpForm(R07, SetUp(), frozenset())
    for row in form.rows:
        if row.most:
            assert row.key == "code" or form.turned(row.key, 1).turned(row.key, 1) != form, row.key
            assert form.having(row.key, row.most) != form, row.key


def test_a_session_too_short_is_refused():
    assert SetUpForm(R07, SetUp()).having("length", 5).wrong()
    assert not SetUpForm(R07, SetUp()).having("length", 45).wrong()


def test_what_was_not_held_was_attended_by_nobody():
    record = a_record(kind=SessionKind.LOGGED, planned=90, actual=90, items=(), goals=())
    form = SessionForm(R07, record, TODAY, usual_people=6).turned("kind", 1)
    assert (form.record.kind, form.record.people, form.record.actual) == (SessionKind.CANCELLED, 0, 0)
    assert [row.key for row in form.rows] == ["kind", "day", "minutes", "charged"]
    back = form.turned("kind", -1)
    assert (back.record.people, back.record.actual) == (6, 90)


def test_a_session_to_come_is_not_written_down():
    form = SessionForm(R07, a_record(day=TODAY), TODAY)
    assert form.turned("day", 1).record.day == TODAY
    assert form.turned("day", -1).record.day == date(2026, 3, 10)


def test_minutes_put_right_leave_what_was_agreed():
    form = SessionForm(R07, a_record(planned=90, actual=77), TODAY, (R07, R12)).having("minutes", 80)
    assert (form.record.planned, form.record.actual) == (90, 80)
    assert form.turned("group", 1).code == R12
