import pytest
from session_builders import ROUND, START, Story, item, opened, step

from sessions import events as e
from sessions.kinds import ItemKind, ItemState, Speaking, TurnOrder
from sessions.timing import (
    agreed_start,
    least,
    minutes_up,
    nearest_minutes,
    step_given,
    taken_minutes,
    timing,
)
from sessions.values import MINUTE, SECOND, Instant, Seat


def round_of(minutes, people, **more):
    """A session whose first item is one step: a round with a fixed pot."""
    return Story(item(minutes, ItemKind.CHECK_IN, step(minutes, ROUND)), item(10), people=people, **more)


def share_of(story):
    turn = story.times.turn
    assert turn is not None
    return turn.share


class TestTurns:
    def test_a_pot_is_shared_evenly(self):
        assert share_of(round_of(6, 4)) == 90 * SECOND

    def test_the_share_stays_while_the_turn_goes_on(self):
        story = round_of(6, 4).wait(seconds=30)
        assert story.times.turn.share == 90 * SECOND
        assert (story.times.turn.spent, story.times.turn.left) == (30 * SECOND, 60 * SECOND)

    def test_what_quick_speakers_leave_over_is_not_spent_on_the_last_one(self):
        assert share_of(round_of(6, 4).wait(1).do(e.Next)) == 90 * SECOND
        assert share_of(round_of(6, 4).wait(seconds=5).do(e.Next).do(e.Next).do(e.Next)) == 90 * SECOND

    def test_a_long_turn_shortens_the_others(self):
        assert share_of(round_of(6, 4).wait(3).do(e.Next)) == 60 * SECOND

    def test_a_pass_gives_nobody_more_than_was_planned(self):
        assert share_of(round_of(6, 4).do(e.TurnPassed)) == 90 * SECOND

    def test_a_held_turn_keeps_its_part(self):
        assert share_of(round_of(6, 4).do(e.TurnHeld)) == 90 * SECOND

    def test_one_who_arrives_late_gets_a_part(self):
        assert share_of(round_of(6, 5).do(e.Arrived)) == 60 * SECOND

    def test_one_who_arrives_in_the_middle_of_a_turn_gets_a_part_of_what_was_left_before_it(self):
        assert share_of(round_of(6, 3).wait(1).do(e.Arrived)) == 90 * SECOND

    def test_one_who_leaves_gives_nobody_more_than_was_planned(self):
        assert share_of(round_of(6, 4).do(e.WentAway, Seat(3))) == 90 * SECOND

    def test_the_speaker_leaving_has_used_what_was_used(self):
        assert share_of(round_of(6, 4).wait(3).do(e.WentAway, Seat(1))) == 60 * SECOND

    def test_one_who_comes_back_has_a_part_again(self):
        assert share_of(round_of(6, 4).do(e.WentAway, Seat(3)).do(e.CameBack, Seat(3))) == 90 * SECOND

    def test_a_turn_taken_back_keeps_the_time_used(self):
        story = round_of(6, 4).wait(1).do(e.Next).wait(1).do(e.Back)
        assert story.round.speaker == 1
        assert share_of(story) == 60 * SECOND

    def test_a_turn_given_to_another_keeps_the_time_used(self):
        story = round_of(6, 4).wait(1).do(e.TurnGiven, Seat(4))
        assert share_of(story) == 75 * SECOND

    def test_time_that_is_used_up_leaves_nothing_and_never_less(self):
        story = round_of(6, 4).wait(20).do(e.Next)
        assert share_of(story) == 0
        assert story.wait(1).times.turn.left == -1 * MINUTE

    def test_a_pause_is_never_charged_to_the_speaker(self):
        story = round_of(6, 4).wait(seconds=20).do(e.Paused).wait(9)
        assert story.times.turn.spent == 20 * SECOND
        story.do(e.Resumed).wait(seconds=5)
        assert story.times.turn.spent == 25 * SECOND
        assert story.times.turn.share == 90 * SECOND

    def test_a_pause_is_in_no_turn_even_if_turns_change_in_it(self):
        story = round_of(6, 4).do(e.Paused).wait(5).do(e.Next).wait(5).do(e.Resumed)
        assert share_of(story) == 90 * SECOND

    def test_nobody_has_a_time_while_those_who_passed_are_asked(self):
        story = round_of(6, 2).do(e.TurnPassed).do(e.TurnPassed)
        assert story.round.offering
        assert story.times.turn is None

    def test_without_a_round_there_is_no_turn(self):
        assert Story(item(10)).times.turn is None

    def test_a_round_started_by_hand_has_what_is_left_of_the_item(self):
        story = Story(item(10), people=4).wait(2).do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1))
        assert share_of(story) == 120 * SECOND
        story.wait(2).do(e.Next)
        assert share_of(story) == 120 * SECOND

    def test_a_round_in_a_late_step_never_has_more_than_the_item_has_left(self):
        story = Story(item(10, ItemKind.CASE, step(5), step(4, ROUND), step(1)), people=4).wait(7).do(e.Next)
        assert share_of(story) == 30 * SECOND

    def test_the_presenter_has_no_part(self):
        case = item(12, ItemKind.CASE, step(2), step("2(n-1)", Speaking.ROUND_PRESENTER_LISTENS))
        story = Story(item(5), case, people=6)
        story.do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1), Seat(2)).do(e.RoundEnded)
        story.do(e.ItemEnded).do(e.Next)
        assert story.round.waiting == (1, 3, 4, 5, 6)
        assert share_of(story) == 2 * MINUTE


class TestSteps:
    def test_steps_have_their_own_minutes(self):
        story = Story(item(12, ItemKind.CASE, step(3), step(9)))
        assert (story.times.step_given, story.times.step_left) == (3 * MINUTE, 3 * MINUTE)
        story.wait(4).do(e.Next).wait(1)
        assert (story.times.step_given, story.times.step_spent) == (9 * MINUTE, 1 * MINUTE)
        assert story.times.spent == 5 * MINUTE

    def test_going_back_to_a_step_keeps_its_time(self):
        story = Story(item(12, ItemKind.CASE, step(3), step(9))).wait(2).do(e.Next).wait(1).do(e.Back)
        assert (story.times.step_spent, story.times.step_left) == (2 * MINUTE, 1 * MINUTE)

    def test_a_longer_slot_does_not_stretch_an_exercise(self):
        assert Story(item(20, ItemKind.CASE, step(3), step(9))).times.step_given == 3 * MINUTE

    def test_a_shorter_slot_shortens_its_steps_in_proportion(self):
        assert Story(item(6, ItemKind.CASE, step(3), step(9))).times.step_given == 90 * SECOND

    def test_minutes_given_or_taken_move_the_steps_in_proportion(self):
        story = Story(item(12, ItemKind.CASE, step(3), step(9)))
        assert story.do(e.Adjusted, 1, 4).times.step_given == 4 * MINUTE
        assert story.do(e.Adjusted, 1, -10).times.step_given == 90 * SECOND

    def test_a_step_for_each_person_follows_those_present(self):
        story = Story(item("1n", ItemKind.CHECK_IN, step("1n")), people=6)
        assert story.times.step_given == 6 * MINUTE
        assert story.do(e.WentAway, Seat(2)).times.step_given == 5 * MINUTE

    def test_steps_without_minutes_have_none(self):
        story = Story(item(0, ItemKind.CASE, step(0)), item(5))
        assert story.times.step_given == 0

    def test_all_steps_together_never_have_more_than_the_item(self):
        for given in range(1, 40):
            story = Story(item(17, ItemKind.CASE, step(3), step("1.5n"), step("0.25")), people=7)
            if given != 17:
                story.do(e.Adjusted, 1, given - 17)
            now = story.session.current
            assert sum(step_given(now, index, 7) for index in range(3)) <= given * MINUTE


class TestTheSession:
    def test_on_time_is_neither_behind_nor_ahead(self):
        story = Story(item(10), item(20)).wait(4)
        assert story.times.behind == 0
        assert story.times.expected_end == START + 30 * MINUTE

    def test_an_item_over_its_time_puts_the_session_behind(self):
        story = Story(item(10), item(20)).wait(14)
        assert story.times.left == -4 * MINUTE
        assert story.times.behind_minutes == 4
        assert story.do(e.Next).wait(1).times.behind_minutes == 4

    def test_an_item_ended_early_puts_it_ahead(self):
        assert Story(item(10), item(20)).wait(7).do(e.Next).times.behind == -3 * MINUTE

    def test_a_pause_moves_the_end_and_charges_no_item(self):
        story = Story(item(10), item(20)).wait(2).do(e.Paused).wait(6)
        assert (story.times.spent, story.times.paused) == (2 * MINUTE, 6 * MINUTE)
        assert story.times.behind == 6 * MINUTE
        story.do(e.Resumed).wait(1)
        assert (story.times.spent, story.times.paused) == (3 * MINUTE, 6 * MINUTE)

    def test_what_is_put_off_does_not_count(self):
        story = Story(item(10), item(20), item(5)).do(e.PutOff, 2, ItemState.LEFT_OUT)
        assert story.times.behind == -20 * MINUTE

    def test_an_item_gone_back_from_needs_only_what_it_has_left(self):
        story = Story(item(10), item(20)).wait(10).do(e.Next).wait(5).do(e.Back)
        assert story.times.expected_end == START + 30 * MINUTE

    def test_before_it_begins_it_ends_its_length_from_now(self):
        story = Story(item(10), item(20), begun=False).wait(7)
        assert story.times.expected_end == START + 37 * MINUTE
        assert (story.times.spent, story.times.left, story.times.behind) == (0, 0, 0)

    def test_an_instant_before_the_last_act_counts_as_the_last_act(self):
        story = Story(item(10)).wait(5).do(e.Paused).do(e.Resumed)
        early = timing(story.session, START)
        assert (early.spent, early.expected_end) == (5 * MINUTE, START + 10 * MINUTE)

    def test_after_the_end_nothing_runs(self):
        story = Story(item(10)).wait(5).do(e.Ended).wait(60)
        assert story.times.spent == 5 * MINUTE


@pytest.mark.parametrize(
    ("ms", "nearest", "up"),
    [
        (0, 0, 0),
        (1, 0, 1),
        (29999, 0, 1),
        (30000, 1, 1),
        (60000, 1, 1),
        (60001, 1, 2),
        (90000, 2, 2),
        (-1, 0, 0),
        (-30000, -1, 0),
        (-90000, -2, 0),
        (-60000, -1, 0),
    ],
)
def test_minutes_are_rounded_to_the_nearest_or_up(ms, nearest, up):
    assert (nearest_minutes(ms), minutes_up(ms)) == (nearest, up)


def test_taken_minutes_are_whole():
    story = Story(item(10)).wait(2, 40).do(e.Ended)
    assert taken_minutes(story.session.items[0]) == 3


def test_a_session_agreed_by_the_clock_should_have_begun_its_length_before():
    story = Story(item(30), begun=False, end=Instant(START + 40 * MINUTE))
    assert agreed_start(story.session) == START + 10 * MINUTE
    assert agreed_start(Story(item(30)).session) is None


@pytest.mark.parametrize(
    ("planned", "kind", "fewest"),
    [
        (20, ItemKind.THEME, 10),
        (7, ItemKind.THEME, 4),
        (1, ItemKind.CASE, 1),
        (20, ItemKind.BUFFER, 0),
        (0, ItemKind.THEME, 0),
    ],
)
def test_no_proposal_takes_an_item_below_half_but_a_buffer(planned, kind, fewest):
    (kept,) = Story(item(planned, kind), begun=False).session.items
    assert least(kept) == fewest


class TestTheCourse:
    """When each item began or will begin, and the last moment for the closing."""

    def story(self):
        return Story(item(10), item(20), item(5, ItemKind.BUFFER), item(8, ItemKind.CLOSING), item(2, ItemKind.ADMIN))

    def test_every_item_to_come_has_the_time_at_which_it_will_begin(self):
        story = self.story().wait(4)
        minutes = {uid: (at - START) / MINUTE for uid, at in story.times.starts.items()}
        assert minutes == {1: 0, 2: 10, 3: 30, 4: 35, 5: 43}

    def test_what_is_done_keeps_the_time_at_which_it_began_and_what_is_late_moves_the_rest(self):
        story = self.story().wait(14).do(e.Next).wait(25)
        minutes = {uid: (at - START) / MINUTE for uid, at in story.times.starts.items()}
        assert minutes == {1: 0, 2: 14, 3: 39, 4: 44, 5: 52}

    def test_what_is_put_off_has_no_time(self):
        story = self.story().do(e.PutOff, 2, ItemState.NEXT_TIME)
        assert 2 not in story.times.starts

    def test_an_item_come_back_to_keeps_its_first_beginning(self):
        story = self.story().wait(10).do(e.Next).wait(3).do(e.Back).wait(1).do(e.Next)
        assert (story.times.starts[2] - START) / MINUTE == 10

    def test_the_closing_has_a_last_moment_which_is_pressed_when_it_is_expected_later(self):
        story = self.story().wait(10)
        assert (story.times.closing_by - START) / MINUTE == 35
        assert not story.times.closing_is_pressed
        story.wait(6)
        assert story.times.closing_is_pressed
        assert (story.times.closing_at - START) / MINUTE == 41

    def test_without_a_closing_to_come_there_is_no_last_moment(self):
        story = self.story().do(e.ItemChosen, 4)
        assert story.times.closing_by is None

    def test_the_end_that_is_said_and_the_minutes_behind_never_contradict_each_other(self):
        for seconds in range(0, 20 * 60, 7):
            times = self.story().wait(seconds=10 * 60 + seconds).times
            said = (times.shown_end - times.agreed_end) // MINUTE
            assert said == times.behind_minutes

    def test_who_arrives_makes_the_rounds_to_come_longer_and_undo_takes_it_back(self):
        a_round = item("1.5n", ItemKind.CHECK_IN, step("1.5n", ROUND))
        story = Story(item(10), a_round, item(10), people=4)
        story.do(e.Arrived)
        assert [each.given for each in story.session.items] == [10, 8, 10]
        assert [each.planned for each in story.session.items] == [10, 6, 10]
        assert story.undo().session.items[1].given == 6


HELSINKI_NIGHTS = {
    "an ordinary noon": 1_773_230_400_000,
    "over midnight in Helsinki": 1_773_265_800_000,
    "into summer time, 2026-03-29 00:30 UTC": 1_774_744_200_000,
    "out of summer time, 2026-10-25 00:30 UTC": 1_792_888_200_000,
    "over a leap day's midnight": 1_835_480_000_000,
    "over the year's end": 1_798_752_600_000,
}


@pytest.mark.parametrize("start", HELSINKI_NIGHTS.values(), ids=HELSINKI_NIGHTS)
@pytest.mark.parametrize("zone", ["UTC", "Europe/Helsinki", "Pacific/Chatham"])
def test_midnight_and_summer_time_change_nothing(start, zone, monkeypatch):
    import time

    with monkeypatch.context() as patched:
        patched.setenv("TZ", zone)
        time.tzset()
        told = [_told(Instant(begin)) for begin in (START, start)]
    time.tzset()
    assert told[0] == told[1]


def _told(start):
    """A session's times all along, as distances from its start."""
    story = Story(item(20, ItemKind.CASE, step(5), step(12, ROUND)), item(10, ItemKind.BREAK), item(60), at=start)
    told = []
    for kind in (e.Next, e.Next, e.Paused, e.Resumed, e.TurnPassed, e.ItemEnded, e.ItemEnded):
        story.wait(13).do(kind)
        times = story.times
        told.append((times.spent, times.left, times.step_left, times.turn, times.behind, times.expected_end - start))
    return told


def test_opening_uses_no_other_instant_than_the_given_one():
    assert opened(item(5)).at == START
