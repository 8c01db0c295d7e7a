from dataclasses import replace
from datetime import date

import pytest
from session_builders import Story, item, plan

from sessions import events as e
from sessions.goals import Goal
from sessions.keeping import record_of
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind, ItemState
from sessions.process import Fate
from sessions.record import KeptItem, Untaken
from sessions.values import SPECIAL, Id, Seat

DAY = date(2026, 3, 11)
CARD = Id("only-questions")
SENSITIVE = frozenset({Id("conflict-90"), Id("layers-of-conflict")})


def kept(story, sensitive=frozenset()):
    return record_of(story.do(e.Ended).session, DAY, sensitive)


def ordinary(name="ordinary-90", people=6):
    story = Story(
        item(10, ItemKind.CHECK_IN, exercise=CARD, slot=0),
        item(20, ItemKind.EXERCISE, exercise=Id("layers-of-conflict"), slot=1),
        item(30),
        item(5, ItemKind.CLOSING, slot=3),
        people=people,
        minutes=65,
        plan=Id(name),
    )
    return story.wait(12).do(e.ItemEnded).wait(19).do(e.ItemEnded).wait(28, 31)


def test_whole_minutes_and_ids_are_kept_of_what_was_taken_up():
    record = kept(ordinary())
    assert record.items == (
        KeptItem(ItemKind.CHECK_IN, 10, 12, CARD, 0),
        KeptItem(ItemKind.EXERCISE, 20, 19, Id("layers-of-conflict"), 1),
        KeptItem(ItemKind.THEME, 30, 29),
    )
    assert (record.uid, record.day, record.people, record.planned, record.actual) == (77, DAY, 6, 65, 60)
    assert record.plan == "ordinary-90"


def test_a_sensitive_card_is_kept_as_special_without_its_place():
    record = kept(ordinary(), SENSITIVE)
    assert record.items[1] == KeptItem(ItemKind.EXERCISE, 20, 20, SPECIAL)
    assert record.items[0].exercise == CARD
    assert record.plan == "ordinary-90"


def test_a_sensitive_plan_is_kept_as_one_special_item():
    record = kept(ordinary("conflict-90"), SENSITIVE)
    assert record.plan == SPECIAL
    assert record.items == (KeptItem(None, 60, 60, SPECIAL),)


def test_acute_items_are_kept_as_one_special_item_and_the_plan_as_special():
    ahead = (item(10, exercise=CARD, slot=1), item(24, exercise=Id("layers-of-conflict"), slot=2), item(5))
    story = Story(item(10, ItemKind.CHECK_IN), *ahead, plan=Id("ordinary-90")).wait(8)
    story.do(e.PutOff, 4, ItemState.LEFT_OUT)
    story.do(e.AcuteBegun, (item(20, ItemKind.DIALOGUE), item(10, ItemKind.CLOSING))).wait(25).do(e.ItemEnded).wait(9)
    record = kept(story, SENSITIVE)
    assert (record.plan, record.plan_form, record.actual) == (SPECIAL, None, 40)
    assert record.items == (KeptItem(None, 40, 40, SPECIAL),)
    assert record.next_time == 2
    assert record.moved == record.rest
    assert record.moved == (
        Untaken(ItemKind.THEME, 10, Fate.NEXT_TIME, 1, CARD, 1),
        Untaken(ItemKind.THEME, 25, Fate.NEXT_TIME, 1, SPECIAL),
    )


@pytest.mark.parametrize(("took", "coarse"), [(0, 0), (1, 5), (7, 5), (8, 10), (58, 60), (62, 60), (63, 65)])
def test_the_minutes_of_what_is_special_are_kept_coarse(took, coarse):
    record = kept(Story(item(60), plan=Id("conflict-90")).wait(took), SENSITIVE)
    assert record.items == (KeptItem(None, 60, coarse, SPECIAL),)
    assert (record.planned, record.actual) == (60, coarse)


def test_what_was_not_taken_up_is_kept_in_its_place_with_what_became_of_it():
    story = Story(item(5), item(6, exercise=CARD, slot=1), item(7), item(8), item(9)).wait(5).do(e.ItemEnded)
    story = story.do(e.PutOff, 3, ItemState.NEXT_TIME).do(e.PutOff, 4, ItemState.LEFT_OUT).wait(6)
    record = kept(story)
    assert record.rest == (
        Untaken(ItemKind.THEME, 7, Fate.NEXT_TIME, 2),
        Untaken(ItemKind.THEME, 8, Fate.LEFT_OUT, 2),
        Untaken(ItemKind.THEME, 9, Fate.NOT_REACHED, 2),
    )
    assert [each.planned for each in record.agenda] == [5, 6, 7, 8, 9]
    assert [each.planned for each in record.moved] == [7]


def test_nothing_of_the_agenda_of_a_sensitive_plan_is_kept():
    assert kept(Story(item(5), item(5), plan=Id("conflict-90")), SENSITIVE).rest == ()


def test_pauses_are_kept_as_whole_minutes_of_their_own():
    record = kept(Story(item(90)).wait(40).do(e.Paused).wait(13, 40).do(e.Resumed).wait(41))
    assert (record.actual, record.paused) == (81, 14)


@pytest.mark.parametrize(
    ("acts", "looked"),
    [
        ((), False),
        (((e.GoalAdded, CodeWord.SILTA),), True),
        (((e.GoalAdded, CodeWord.SILTA), (e.Undone,)), False),
        (((e.GoalAdded, CodeWord.SILTA), (e.GoalMarked, GoalSlot.A, GoalStatus.REACHED)), True),
    ],
)
def test_whether_goals_were_looked_at_is_kept(acts, looked):
    story = Story()
    for kind, *args in acts:
        story.do(kind, *args)
    assert kept(story).goals_looked_at is looked


@pytest.mark.parametrize(
    ("kind", "looked"), [(ItemKind.GOALS, True), (ItemKind.EVALUATION, True), (ItemKind.CASE, False)]
)
def test_goals_of_before_are_looked_at_in_an_item_that_is_about_them(kind, looked):
    goals = (Goal(GoalSlot.A, CodeWord.SILTA),)
    assert kept(Story(item(10, kind), goals=goals)).goals_looked_at is looked
    assert kept(Story(item(10, kind))).goals_looked_at is False
    assert kept(Story(item(10), item(10, kind), goals=goals)).goals_looked_at is False


def test_the_form_of_the_plan_is_another_when_its_items_are():
    base = plan(item(5, slot=0), item(6, ItemKind.CASE, slot=1))
    assert base.form == plan(item(5, slot=0), item(6, ItemKind.CASE, slot=1), people=9, name="other").form
    others = [
        plan(item(6, ItemKind.CASE, slot=0), item(5, slot=1)),
        plan(item(5, slot=0)),
        plan(item(5, slot=0), item("1n", ItemKind.CASE, slot=1)),
        plan(item(5, slot=0), item(6, ItemKind.CASE, slot=1, exercise=CARD)),
    ]
    assert len({each.form for each in (base, *others)}) == 5


def test_of_a_session_with_one_person_only_day_minutes_and_plan_are_kept():
    story = ordinary(people=1).do(e.GoalAdded, CodeWord.KIVI).do(e.PutOff, 4, ItemState.LEFT_OUT)
    record = kept(story)
    assert (record.day, record.planned, record.actual, record.plan) == (DAY, 65, 60, "ordinary-90")
    assert (record.items, record.goals, record.left_out, record.next_time) == ((), (), 0, 0)


def test_what_was_left_out_or_moved_is_only_counted():
    story = Story(item(5), item(5), item(5), item(5), item(5))
    story.do(e.PutOff, 2, ItemState.LEFT_OUT).do(e.PutOff, 4, ItemState.NEXT_TIME).do(e.PutOff, 5, ItemState.NEXT_TIME)
    record = kept(story)
    assert (record.left_out, record.next_time, len(record.items)) == (1, 2, 1)


def test_items_never_reached_are_not_kept():
    assert len(kept(Story(item(5), item(5))).items) == 1


def test_one_who_arrives_is_counted_and_one_who_leaves_still_is():
    assert kept(Story(people=4).do(e.Arrived).do(e.WentAway, Seat(1))).people == 5


def test_goals_are_kept_as_slot_word_and_status():
    story = Story().do(e.GoalAdded, CodeWord.SILTA).do(e.GoalMarked, GoalSlot.A, GoalStatus.RESTING)
    assert kept(story).goals == (Goal(GoalSlot.A, CodeWord.SILTA, GoalStatus.RESTING),)


def test_pauses_are_not_in_the_minutes():
    record = kept(Story(item(30)).wait(10).do(e.Paused).wait(15).do(e.Resumed).wait(5))
    assert record.actual == 15
    assert record.items[0].actual == 15


@pytest.mark.parametrize("seconds", [0, 29])
def test_an_item_only_passed_through_took_no_minute(seconds):
    record = kept(Story(item(5), item(5)).wait(seconds=seconds).do(e.ItemEnded))
    assert record.items[0].actual == 0


def test_the_record_has_neither_clock_times_nor_turns():
    story = ordinary()
    other = Story(item(10), at=story.now)
    record = kept(story)
    assert record == replace(record)
    fields = set(type(record).__slots__)
    assert fields == {
        "uid", "day", "people", "planned", "actual", "plan", "items", "goals", "left_out", "next_time", "kind",
        "charged", "paused", "rest", "plan_form", "goals_looked_at", "revision",
    }  # fmt: skip
    assert set(KeptItem.__slots__) == {"kind", "planned", "actual", "exercise", "slot"}
    assert set(Untaken.__slots__) == {"kind", "planned", "fate", "place", "exercise", "slot"}
    assert kept(other).day == DAY
