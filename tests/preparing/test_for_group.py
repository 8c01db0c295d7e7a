"""What a group's past brings to its next session, as tables."""

from datetime import date

from desk.samples import a_record

from exercises.deck import Deck
from facilitator.preparing.for_group import OwnMinutes, own_minutes_of, usual_people, with_back, with_own_minutes
from facilitator.preparing.sample_group import SAMPLE, sample_group
from sessions.history.attention import Attention, attention
from sessions.history.proposing import Why, brought_back, proposals
from sessions.kinds import ItemKind
from sessions.process import NOTHING_AGREED, Fate, SetUp
from sessions.record import KeptItem, Untaken
from sessions.values import Id


def plan_of(deck: Deck, plan: str = "ordinary-90"):
    text = deck.plan(Id(plan))
    assert text is not None
    return text.plan


def sessions(*items: KeptItem, times: int = 3):
    return [a_record(uid, items=items) for uid in range(1, times + 1)]


def test_a_kind_that_takes_another_time_is_told(shipped: Deck):
    took = sessions(
        KeptItem(ItemKind.CHECK_IN, 10, 14), KeptItem(ItemKind.CLOSING, 7, 8), KeptItem(ItemKind.CASE, 25, 40)
    )
    assert own_minutes_of(plan_of(shipped), 5, took) == (OwnMinutes(0, 10, 14),)


def test_once_is_no_habit_and_what_is_there_twice_is_not_told_apart(shipped: Deck):
    assert own_minutes_of(plan_of(shipped), 5, sessions(KeptItem(ItemKind.CHECK_IN, 10, 14), times=1)) == ()
    closing = plan_of(shipped, "closing-90")
    assert own_minutes_of(closing, 5, sessions(KeptItem(ItemKind.CLOSING, 7, 20))) == ()


def test_the_minutes_taken_hold_for_so_many_people(shipped: Deck):
    plan = with_own_minutes(plan_of(shipped), 5, (OwnMinutes(0, 10, 14),))
    assert (plan.items[0].planned(5), plan.items[1:]) == (14, plan_of(shipped).items[1:])
    assert plan.items[0].planned(6) > 14


def test_what_was_moved_comes_back_as_card_and_kind(shipped: Deck):
    moved = Untaken(ItemKind.EXERCISE, 15, Fate.NEXT_TIME, 5, Id("role-map"), slot=4)
    item = with_back(plan_of(shipped), moved, 2, shipped).items[2]
    assert (item.kind, item.exercise, item.planned(5), item.slot) == (ItemKind.EXERCISE, "role-map", 15, None)
    assert item.steps
    gone = with_back(plan_of(shipped), Untaken(ItemKind.CASE, 20, Fate.NEXT_TIME, 0, Id("no-such-card")), 0, shipped)
    assert (gone.items[0].kind, gone.items[0].exercise) == (ItemKind.CASE, None)


def test_how_many_to_make_ready_for():
    last = a_record(people=6)
    assert usual_people(last, SetUp(people=4), 8) == 4
    assert usual_people(last, NOTHING_AGREED, 8) == 6
    assert usual_people(None, NOTHING_AGREED, 8) == 8


def test_the_example_is_believable_and_has_something_to_show(shipped: Deck):
    today = date(2026, 3, 11)
    group = sample_group(today)
    assert group.code == SAMPLE
    assert proposals(group.records, group.set_up, today)[0].why is Why.BY_COUNT
    assert set(attention(group.records, group.set_up, today)) == {
        Attention.MID_REVIEW_NOW,
        Attention.GOALS_NEGLECTED,
    }
    assert brought_back(group.records)
    assert [record.day for record in group.records] == sorted({record.day for record in group.records})
    used = {item.exercise for record in group.records for item in record.items if item.exercise is not None}
    assert used <= set(shipped.card_ids())
    assert {record.plan for record in group.records if record.plan is not None} <= set(shipped.plan_ids())
