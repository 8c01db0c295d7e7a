"""What home says of the groups, as tables."""

from datetime import date

import pytest
from desk.samples import a_record

from facilitator.desk.screens.home_facts import GroupRow, Summary, in_order, last_cards, looked_at, next_plan, sparkline
from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.record import KeptItem
from sessions.store.groups import Glance, Group
from sessions.values import GroupCode, Id

R07 = GroupCode("R07")
TOPIC = KeptItem(ItemKind.THEME, 25, 25)


def goal(status: GoalStatus) -> tuple[Goal, ...]:
    return (Goal(GoalSlot.A, CodeWord.MAJAKKA, status),)


@pytest.mark.parametrize(
    ("last", "wanted"),
    [
        (None, "ordinary-90"),
        ("ordinary-60", "ordinary-60"),
        ("own-1", "own-1"),
        ("special", "ordinary-90"),
        ("first-90", "ordinary-90"),
        ("closing-90", "ordinary-90"),
        ("mid-review-90", "ordinary-90"),
    ],
)
def test_the_plan_after_a_plan_is_the_same_unless_it_is_held_once(last: str | None, wanted: str):
    assert next_plan(Id(last) if last is not None else None) == wanted


def test_a_group_at_a_glance():
    row = GroupRow.of(Glance(R07, 3, a_record(actual=97, planned=90)))
    assert (row.number, row.deviation, row.plan) == (4, 7, "ordinary-90")
    empty = GroupRow.of(Glance(R07, 0, None))
    assert (empty.number, empty.last, empty.deviation) == (1, None, None)


def test_the_groups_of_this_day_of_the_week_come_first():
    rows = [GroupRow(GroupCode(code), 1, day, 0, Id("ordinary-90")) for code, day in (
        ("R01", date(2026, 2, 10)), ("R02", None), ("R03", date(2026, 2, 11)),
    )]  # fmt: skip
    assert [row.code for row in in_order(rows, date(2026, 3, 4))] == ["R03", "R01", "R02"]


@pytest.mark.parametrize(
    ("records", "ago"),
    [
        ([], None),
        ([a_record(goals=(), items=(TOPIC,))], None),
        ([a_record(goals=goal(GoalStatus.OPEN), items=(TOPIC,))], 1),
        ([a_record(goals=goal(GoalStatus.OPEN), items=(TOPIC,))] * 3, 3),
        ([a_record(goals=goal(GoalStatus.OPEN)), a_record(goals=goal(GoalStatus.REACHED)), a_record()], 1),
        (
            [
                a_record(goals=goal(GoalStatus.OPEN), items=(TOPIC,)),
                a_record(goals=goal(GoalStatus.OPEN), items=(KeptItem(ItemKind.GOALS, 10, 9),)),
                a_record(goals=goal(GoalStatus.OPEN), items=(TOPIC,)),
            ],
            2,
        ),
    ],
)
def test_when_the_goals_were_last_looked_at(records: list, ago: int | None):
    assert looked_at(records) == ago


def test_the_cards_used_last_are_those_of_the_topics():
    used = KeptItem(ItemKind.CASE, 20, 20, Id("balint"))
    assert last_cards([a_record(items=(used,)), a_record()]) == ("pair-buzz", "balint")


def test_the_summary_of_a_group():
    told = Summary.of(Group(R07, (a_record(actual=97), a_record(actual=88))))
    assert (told.number, told.deviations, told.average, told.next_time) == (3, (7, -2), 2, 2)
    assert Summary.of(Group(R07, ())).average == 0


@pytest.mark.parametrize(("deviations", "drawn"), [((), ""), ((0, 0), "▁▁"), ((0, 7, -7), "▁██"), ((1, 7), "▂█")])
def test_deviations_as_a_line(deviations, drawn: str):
    assert sparkline(deviations) == drawn
