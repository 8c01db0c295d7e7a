"""What home says of the groups, as tables."""

from datetime import date, timedelta

import pytest
from desk.samples import a_record

from exercises.deck import Deck
from facilitator.desk.screens.home_course import Course
from facilitator.desk.screens.home_facts import GroupRow, Summary, in_order, last_cards, sparkline
from facilitator.desk.screens.home_group_drawing import group_row
from sessions.history.series import Position
from sessions.kinds import ItemKind
from sessions.process import SessionKind, SetUp
from sessions.record import KeptItem, Record
from sessions.store.glances import Glance
from sessions.store.groups import Group
from sessions.values import GroupCode, Id

R07 = GroupCode("R07")


def row(code: str, *days: date, weeks: int | None = None, running: bool = True, is_sample: bool = False) -> GroupRow:
    records = tuple(a_record(number, day) for number, day in enumerate(days, 1))
    group = Group(GroupCode(code), records, set_up=SetUp(weeks=weeks, running=running))
    return GroupRow.of(group.glance, date(2026, 3, 4), is_sample=is_sample)


def test_a_group_at_a_glance():
    held = a_record(actual=97, planned=90)
    cancelled = Record(2, date(2026, 3, 4), 0, 90, 0, kind=SessionKind.CANCELLED)
    found = GroupRow.of(Group(R07, (held, cancelled), set_up=SetUp(sessions=15)).glance, date(2026, 3, 18))
    assert (found.place, found.last, found.deviation) == (Position(1, 15), held.day, 7)
    assert (found.proposal.plan, found.people) == ("ordinary-90", (6, 6))
    empty = GroupRow.of(Glance(R07, 0, None), date(2026, 3, 18))
    assert (empty.place.next, empty.last, empty.deviation) == (1, None, None)


def test_the_groups_that_meet_today_come_first_and_what_has_ended_or_is_no_group_last():
    rows = [
        row("R00", date(2026, 2, 11), is_sample=True),
        row("R01", date(2026, 2, 10)),
        row("R02"),
        row("R03", date(2026, 2, 18)),
        row("R04", date(2026, 2, 11), weeks=3),
        row("R05", date(2026, 2, 11), running=False),
    ]
    assert [each.code for each in in_order(rows, date(2026, 3, 4))] == ["R04", "R03", "R01", "R02", "R05", "R00"]


def test_a_group_that_meets_today_says_so_in_a_word(shipped: Deck):
    today = date(2026, 3, 4)
    due, other = row("R04", date(2026, 2, 11), weeks=3), row("R03", date(2026, 2, 18))
    assert [group_row(each, shipped, today, 76).plain.split()[2] for each in (due, other)] == ["today", "Wed"]


def test_the_cards_used_last_are_those_of_the_topics():
    used = KeptItem(ItemKind.CASE, 20, 20, Id("balint"))
    assert last_cards([a_record(items=(used,)), a_record()]) == ("pair-buzz", "balint")


def test_the_summary_of_a_group():
    told = Summary.of(Group(R07, (a_record(actual=97), a_record(2, actual=88))))
    assert (told.deviations, told.average, told.next_time) == ((7, -2), 2, 2)
    assert [(each.kind, each.each) for each in told.stretching] == [(ItemKind.CHECK_IN, 2)]
    assert Summary.of(Group(R07, ())).average == 0


def test_the_course_of_a_group_is_made_ready_as_enter_does_and_numbers_what_took_place(shipped: Deck):
    days = [date(2026, 1, 7) + n * timedelta(weeks=1) for n in range(15)]
    records = [a_record(n, day, people=6) for n, day in enumerate(days)]
    records[13] = Record(13, days[13], 0, 90, 0, kind=SessionKind.CANCELLED)
    told = Course.of(Group(R07, tuple(records)), shipped, days[-1], people=9, length=30)
    assert told.ahead is not None
    assert (told.ahead.people, told.ahead.length, told.due) == (6, 90, days[-1] + timedelta(weeks=1))
    assert [told.numbers.get(each.uid) for each in told.lately] == [14, None, *range(13, 3, -1)]
    new = Course.of(Group(R07, ()), shipped, days[0], people=9, length=60)
    assert new.ahead is not None
    assert (new.ahead.people, new.ahead.length, new.due, new.last) == (9, 60, None, None)


@pytest.mark.parametrize(("deviations", "drawn"), [((), ""), ((0, 0), "▁▁"), ((0, 7, -7), "▁██"), ((1, 7), "▂█")])
def test_deviations_as_a_line(deviations, drawn: str):
    assert sparkline(deviations) == drawn
