"""Sleep, a stopped program and a computer clock that was set."""

import pytest
from session_builders import ROUND, START, Story, item, step

from sessions import events as e
from sessions.kinds import ItemKind
from sessions.refusal import Reason, Refused
from sessions.values import MINUTE, SECOND, Instant

TEN = 10 * MINUTE


def test_a_gap_counts_as_the_room_lived_it():
    story = Story(item(30)).wait(15).do(e.GapNoticed, TEN)
    assert story.times.spent == 15 * MINUTE
    assert story.session.gap is not None


def test_a_gap_taken_out_does_not_count_and_moves_the_end():
    story = Story(item(30), item(10)).wait(15).do(e.GapNoticed, TEN).wait(1).do(e.GapTakenOut)
    assert story.times.spent == 6 * MINUTE
    assert story.times.behind == TEN


def test_a_gap_is_given_back_to_the_item_it_was_in():
    story = Story(item(30), item(10)).wait(15).do(e.GapNoticed, TEN).do(e.Next).wait(2).do(e.GapTakenOut)
    assert story.spent() == [5 * MINUTE, 2 * MINUTE]


def test_a_gap_is_given_back_to_the_turn_it_was_in():
    story = Story(item(30, ItemKind.CHECK_IN, step(30, ROUND)), people=3).wait(11).do(e.GapNoticed, TEN)
    story.do(e.GapTakenOut)
    assert story.times.turn.spent == 1 * MINUTE
    assert story.times.turn.share == TEN


def test_a_gap_in_a_turn_before_is_given_back_to_the_round():
    story = Story(item(30, ItemKind.CHECK_IN, step(30, ROUND)), people=3).wait(11).do(e.GapNoticed, TEN).do(e.Next)
    assert story.times.turn.share == (30 - 11) * MINUTE // 2
    story.do(e.GapTakenOut)
    assert story.times.turn.share == 10 * MINUTE


def test_a_gap_in_an_earlier_step_does_not_touch_the_turn_of_this_one():
    story = Story(item(30, ItemKind.CASE, step(10), step(20, ROUND)), people=4).wait(12).do(e.GapNoticed, TEN)
    story.do(e.Next).wait(1).do(e.GapTakenOut)
    assert story.times.turn.spent == 1 * MINUTE
    assert story.session.items[0].step_spent == (2 * MINUTE, 1 * MINUTE)


@pytest.mark.parametrize("steps", [(), (step(5), step(25))])
def test_taking_out_more_than_was_spent_leaves_nothing_below_zero(steps):
    story = Story(item(30, ItemKind.CASE, *steps)).wait(3)
    if steps:
        story.do(e.Next).wait(1)
    story.do(e.GapNoticed, 60 * MINUTE).do(e.GapTakenOut)
    now = story.session.items[0]
    assert now.spent_ms >= 0
    assert all(spent >= 0 for spent in now.step_spent)
    assert sum(now.step_spent) == (now.spent_ms if steps else 0)


def test_a_gap_is_taken_out_once():
    story = Story(item(30)).wait(15).do(e.GapNoticed, TEN).do(e.GapTakenOut)
    with pytest.raises(Refused) as refused:
        story.do(e.GapTakenOut)
    assert refused.value.reason is Reason.NO_GAP


@pytest.mark.parametrize("paused", [False, True])
def test_while_nothing_runs_a_gap_is_no_gap(paused):
    story = Story(item(30), begun=paused)
    if paused:
        story.do(e.Paused)
    with pytest.raises(Refused) as refused:
        story.wait(20).do(e.GapNoticed, TEN)
    assert refused.value.reason is Reason.NO_GAP


@pytest.mark.parametrize("ms", [3_600_000, -3_600_000, 5_000])
def test_a_stepped_clock_changes_no_time_left(ms):
    story = Story(item(30)).wait(5)
    before = story.times
    story.do(e.ClockStepped, ms)
    assert story.times == before
    assert story.session.wall_offset_ms == ms


def test_an_end_agreed_by_the_clock_stays_at_its_place_on_that_clock():
    story = Story(item(60), end=Instant(START + 60 * MINUTE)).wait(5).do(e.ClockStepped, TEN)
    assert story.times.agreed_end == START + 50 * MINUTE
    assert story.times.agreed_end + story.session.wall_offset_ms == START + 60 * MINUTE
    assert story.times.behind == TEN


def test_a_step_of_the_clock_can_be_taken_out():
    story = Story(item(60), end=Instant(START + 60 * MINUTE)).wait(5)
    before = story.times
    story.do(e.ClockStepped, TEN).do(e.GapTakenOut)
    assert story.times == before
    assert story.session.wall_offset_ms == 0


def test_the_clock_can_be_stepped_before_it_begins():
    story = Story(item(60), begun=False, end=Instant(START + 60 * MINUTE)).do(e.ClockStepped, -TEN)
    assert story.times.agreed_end == START + 70 * MINUTE


def test_a_gap_over_the_end_of_an_item_is_all_in_that_item():
    story = Story(item(5), item(10)).wait(16).do(e.GapNoticed, 12 * MINUTE)
    assert story.times.left == -11 * MINUTE
    story.do(e.GapTakenOut)
    assert (story.times.left, story.times.behind) == (1 * MINUTE, 12 * MINUTE)


def test_seconds_are_given_back_exactly():
    story = Story(item(30)).wait(seconds=95).do(e.GapNoticed, 31 * SECOND + 7).do(e.GapTakenOut)
    assert story.times.spent == 64 * SECOND - 7


@pytest.mark.parametrize("days", [-20_000, -365, -1, 1, 400])
@pytest.mark.parametrize("more", [-TEN, 0, TEN])
def test_an_end_agreed_by_the_clock_does_not_move_by_whole_days(days, more):
    story = Story(item(60), end=Instant(START + 60 * MINUTE)).wait(5)
    story.do(e.ClockStepped, days * 24 * 60 * MINUTE + more)
    assert story.session.agreed_end == START + 60 * MINUTE - more
    assert story.session.wall_offset_ms == days * 24 * 60 * MINUTE + more
    story.do(e.GapTakenOut)
    assert (story.session.agreed_end, story.session.wall_offset_ms) == (START + 60 * MINUTE, 0)
