"""Each of these was changed once without a test noticing (``tools/mutation.py``)."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from history_builders import FIRST_DAY, every, goal, held_on, took

from sessions.history.drift import attendance, deviations, drift, last_of, own_minutes
from sessions.history.methods import cards_used, never_used
from sessions.history.past import PastOutline
from sessions.history.progress import goal_lines
from sessions.history.proposing import Why, proposals
from sessions.history.series import Milestone, Rhythm, due_by_count, milestones, rhythm
from sessions.history.years import Amount, year_of
from sessions.kinds import CodeWord, ItemKind
from sessions.process import Form, SessionKind, SetUp
from sessions.store.codec import to_document
from sessions.values import Id

MID, YEAR, END = Milestone.MID_REVIEW, Milestone.YEAR_EVALUATION, Milestone.CLOSING
CHECK_IN, CASE = ItemKind.CHECK_IN, ItemKind.CASE


@pytest.mark.parametrize(
    ("sessions", "found"),
    [
        (5, {5: END}),
        (6, {3: MID, 6: END}),
        (10, {5: MID, 10: END}),
        (12, {6: MID, 12: END}),
        (13, {6: MID, 12: YEAR, 13: END}),
        (17, {8: MID, 16: YEAR, 17: END}),
        (18, {5: MID, 10: YEAR, 14: MID, 18: END}),
    ],
)
def test_the_milestones_change_at_these_lengths(sessions, found):
    assert milestones(sessions) == found


@pytest.mark.parametrize(("at", "due"), [(2, MID), (3, MID), (4, None), (5, None)])
def test_a_review_one_session_early_counts_and_two_early_does_not(at, due):
    """Of ten sessions the fifth is the review; six were held."""
    plans = ["ordinary-90"] * 6
    plans[at - 1] = "mid-review-90"
    assert due_by_count(every(3, *plans), SetUp(sessions=10)) is due


def test_a_group_that_meets_every_eleven_days_meets_every_second_week():
    past = [held_on(FIRST_DAY + timedelta(days=11 * number)) for number in range(5)]
    found = rhythm(past)
    assert found is not None
    assert found.weeks == 2
    assert rhythm(every(3, *["x"] * 5)) == Rhythm(FIRST_DAY.weekday(), 3)


def year(*records, form=Form.GROUP):
    return year_of([(form, record) for record in records], 2026)


class TestAYear:
    MADE = (
        held_on(date(2026, 1, 13), planned=90, actual=80, items=(took(CASE, 20, 20, "jana"), took(CASE, 9, 9, "zeal"))),
        held_on(date(2025, 12, 1), planned=45, actual=45),
        held_on(
            date(2026, 1, 20), planned=60, actual=70, items=(took(CASE, 20, 20, "zeal"), took(None, 5, 5, "special"))
        ),
        held_on(date(2026, 3, 1), planned=45, actual=0, kind=SessionKind.CANCELLED, charged=True),
        held_on(date(2026, 3, 2), planned=30, actual=30, charged=False),
    )

    def test_months_and_forms_add_up(self):
        found = year(*self.MADE)
        assert found.year == 2026
        assert found.month(1) == Amount(2, 150, 150, 150)
        assert found.month(3) == Amount(1, 30, 30, 45)
        assert found.given == found.form(Form.GROUP) == Amount(3, 180, 180, 195)
        assert found.given.units == Fraction(180, 45)
        assert list(found.amounts) == [(1, Form.GROUP), (3, Form.GROUP)]

    def test_cards_are_those_of_what_was_given_the_most_used_first(self):
        assert year(*self.MADE).cards == ((Id("zeal"), 2), (Id("jana"), 1))
        assert year(*self.MADE, form=Form.RECEIVED).cards == ()

    def test_what_was_received_is_in_no_month_of_what_was_given(self):
        found = year(*self.MADE, form=Form.RECEIVED)
        assert found.month(1) == found.given == Amount()
        assert found.form(Form.RECEIVED).sessions == 3

    def test_cards_used_as_often_stand_by_their_names(self):
        one = held_on(date(2026, 2, 1), items=(took(CASE, 9, 9, "b"), took(CASE, 9, 9, "a")))
        assert year(one).cards == ((Id("a"), 1), (Id("b"), 1))


class TestTheLastSessions:
    PAST = tuple(
        replace(record, people=people, actual=actual, items=(took(CHECK_IN, 10, actual), took(CHECK_IN, 10, actual)))
        for record, people, actual in zip(every(3, "x", "x", "x"), (3, 4, 5), (90, 95, 100), strict=True)
    )

    def test_they_are_counted_from_the_end(self):
        assert last_of(self.PAST, 2) == list(self.PAST[1:])
        assert last_of(self.PAST, 4) == last_of(self.PAST, 3) == list(self.PAST)
        assert attendance(self.PAST, 1).each == (5,)
        assert deviations(self.PAST, 2) == (5, 10)
        assert own_minutes(self.PAST, 1) == {CHECK_IN: 100}
        assert drift(self.PAST, 1)[0].times == 2

    def test_what_was_special_or_took_no_time_is_nobodys_own(self):
        items = (took(None, 10, 10), took(CASE, 10, 0), took(CASE, 10, 0), took(CHECK_IN, 10, 7))
        assert own_minutes([replace(self.PAST[0], items=items)]) == {}


def test_the_card_used_most_often_comes_first():
    once, twice = took(CASE, 9, 9, "a-once"), took(CASE, 9, 9, "b-twice")
    past = [
        replace(record, items=items)
        for record, items in zip(every(3, "x", "x"), [(once, twice), (twice,)], strict=True)
    ]
    assert [use.exercise for use in cards_used(past)] == ["b-twice", "a-once"]
    assert never_used(past, {Id("a-once"): {"close"}}, ("open", "close")) == ("open",)


def test_a_session_without_a_board_leaves_the_last_one():
    kivi, silta = CodeWord.KIVI, CodeWord.SILTA
    boards = [(goal("A", kivi),), (goal("B", silta),), (goal("A", silta),), ()]
    past = [replace(record, goals=board) for record, board in zip(every(3, *["x"] * 4), boards, strict=True)]
    assert [(line.slot, line.code, line.status is not None) for line in goal_lines(past)] == [
        ("A", kivi, False),
        ("A", silta, True),
        ("B", silta, False),
    ]


def test_an_outline_has_what_its_record_has():
    record = held_on(plan=None, people=7, kind=SessionKind.LOGGED, goals_looked_at=True)
    assert PastOutline.of(to_document(record)) == PastOutline(record.day, None, SessionKind.LOGGED, True, 7)
    assert PastOutline.of({"day": "2026-01-13"}).people == 0


def test_a_community_has_a_plan_of_its_own():
    found = proposals(every(3, "x", goals_looked_at=True), SetUp(form=Form.COMMUNITY), FIRST_DAY)
    assert [each.plan for each in found if each.why is Why.USUAL] == ["community-90"]
