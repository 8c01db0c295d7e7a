"""Limits and places, at their edges: each of these was changed once without a test noticing (``tools/mutation.py``)."""

from dataclasses import replace

import pytest
from session_builders import START, Story, a_round, item, opened, seats, step

from sessions import events as e
from sessions.kinds import CodeWord, ItemKind, ItemState, Speaking, TurnOrder
from sessions.ledger import Ledger
from sessions.limits import LONGEST
from sessions.proposals import Way, proposals
from sessions.refusal import Reason, Refused
from sessions.timing import least
from sessions.transitions import apply, steps
from sessions.transitions.disturbances import noticed
from sessions.values import MINUTE, Instant, Seat

ORDERS_OF_SEED_5 = [(5, 1, 6, 4, 3, 2), (2, 1, 6, 4, 3, 5), (5, 2, 4, 1, 3, 6)]


def why(story, kind, *args, **named):
    """Why an act is refused; the session must not change."""
    before = story.session
    with pytest.raises(Refused) as refused:
        story.do(kind, *args, **named)
    assert story.session is before
    return refused.value.reason


class TestTheAgenda:
    def test_without_a_closing_to_come_nothing_is_put_aside_for_it(self):
        assert why(Story(item(5), item(5)), e.WentToClosing) is Reason.NOTHING_CHANGED

    def test_nothing_more_and_nothing_less_is_too_long(self):
        assert why(Story(), e.Adjusted, 2, 0) is Reason.TOO_LONG
        assert why(Story(item(1), item(1)), e.Adjusted, 2, -1) is Reason.TOO_SHORT

    def test_what_was_set_aside_comes_right_after_what_goes_on(self):
        story = Story(*[item(5)] * 5).do(e.PutOff, 2, ItemState.NEXT_TIME)
        story.do(e.Next).do(e.TakenIn, 2)
        assert [each.uid for each in story.session.items] == [1, 3, 2, 4, 5]

    def test_what_was_set_aside_further_on_keeps_its_place(self):
        story = Story(*[item(5)] * 4).do(e.PutOff, 3, ItemState.LEFT_OUT).do(e.TakenIn, 3)
        assert [each.uid for each in story.session.items] == [1, 2, 3, 4]
        assert story.states() == ["now", "ahead", "ahead", "ahead"]

    def test_what_is_added_after_something_done_comes_after_all_that_is_done(self):
        story = Story(*[item(5)] * 4).do(e.Next).do(e.Next).do(e.Inserted, item(5), 1)
        assert [each.uid for each in story.session.items] == [1, 2, 3, 5, 4]

    def test_what_is_added_after_the_last_item_ends_the_agenda(self):
        story = Story(item(5), item(5)).do(e.Next).do(e.Inserted, item(5), 1)
        assert [each.uid for each in story.session.items] == [1, 2, 3]

    def test_what_is_taken_now_comes_right_after_what_went_on(self):
        story = Story(*[item(5)] * 5).do(e.Next).do(e.ItemChosen, 5)
        assert [each.uid for each in story.session.items] == [1, 2, 5, 3, 4]
        assert story.states() == ["done", "done", "now", "ahead", "ahead"]

    def test_who_pays_first_and_who_never_pays(self):
        story = Story(item(5), item(5))
        marked = story.do(e.PayerMarked, 2, first_to_go=True, protected=True).session.item(2)
        assert (marked.first_to_go, marked.protected) == (True, False)
        marked = story.do(e.PayerMarked, 2, first_to_go=False, protected=True).session.item(2)
        assert (marked.first_to_go, marked.protected) == (False, True)
        assert why(story, e.PayerMarked, 2, first_to_go=False, protected=True) is Reason.NOTHING_CHANGED
        marked = story.do(e.PayerMarked, 2, first_to_go=False).session.item(2)
        assert (marked.first_to_go, marked.protected) == (False, False)
        assert why(story.do(e.Next), e.PayerMarked, 1, first_to_go=True) is Reason.NOT_AHEAD

    def test_something_acute_before_the_beginning_comes_first_and_begins_nothing(self):
        story = Story(item(5), item(5), begun=False).do(e.AcuteBegun, (item(20, ItemKind.DIALOGUE),))
        assert story.states() == ["ahead", "parked", "parked"]
        assert [each.uid for each in story.session.items] == [3, 1, 2]
        assert story.session.begun is None

    def test_the_first_things_of_an_empty_session_are_numbered_from_one(self):
        session = apply(Ledger.open(opened()).session, e.Inserted(opened().at, item(5)))
        assert [each.uid for each in session.items] == [1]
        session = apply(session, e.GoalAdded(opened().at, CodeWord.KIVI))
        session = apply(session, e.GoalAdded(opened().at, CodeWord.SILTA))
        assert [goal.uid for goal in session.goals] == [1, 2]


class TestTheBeginning:
    def test_a_minute_and_four_hours_earlier_are_possible(self):
        for minutes in (1, 240):
            story = Story(item(10)).wait(minutes=3).do(e.BegunEarlier, minutes)
            assert story.spent() == [(3 + minutes) * MINUTE]

    def test_the_first_item_began_when_the_session_did(self):
        story = Story(item(10), item(10)).wait(minutes=3).do(e.Next).do(e.BegunEarlier, 5)
        assert story.session.item(1).begun == story.session.begun == story.now - 8 * MINUTE


class TestGoingBack:
    def test_back_to_an_item_gives_the_last_turn_of_its_round_back(self):
        story = Story(item(5), item(10, ItemKind.CASE, step(5, Speaking.ROUND)), item(5), people=2)
        story.do(e.Next).do(e.Next).do(e.Next)
        assert story.session.current.uid == 3
        story.do(e.Back)
        assert story.session.current.uid == 2
        assert (story.round.waiting, story.round.gone) == (seats(2), seats(1))

    def test_back_passes_over_what_was_left_out(self):
        story = Story(*[item(5)] * 4).do(e.PutOff, 2, ItemState.LEFT_OUT).do(e.Next).do(e.Back)
        assert story.states() == ["now", "left-out", "ahead", "ahead"]

    def test_back_does_not_reach_an_item_done_further_on(self):
        story = Story(*[item(5)] * 3).do(e.Next)
        moved = replace(story.session, items=(story.session.items[1], story.session.items[0], story.session.items[2]))
        with pytest.raises(Refused) as refused:
            apply(moved, e.Back(story.now))
        assert refused.value.reason is Reason.FIRST_ITEM


class TestSteps:
    def test_a_minute_more_is_possible_and_ten_hours_are_the_most(self):
        story = Story(item(10, ItemKind.CASE, step(5))).do(e.StepLengthened, 1)
        assert story.session.current.given == 11
        story.do(e.StepLengthened, LONGEST - 11)
        assert story.session.current.given == LONGEST
        assert why(story, e.StepLengthened, 1) is Reason.TOO_LONG
        assert why(Story(item(10, ItemKind.CASE, step(5))), e.StepLengthened, 0) is Reason.TOO_SHORT

    def test_a_step_again_has_its_own_minutes_once_more_without_what_it_was_given(self):
        story = Story(item(10, ItemKind.CASE, step(4), step(6))).do(e.StepLengthened, 5).do(e.StepRepeated)
        assert story.session.current.given == 10 + 5 + 4
        assert story.session.current.step_more == (9, 0)

    def test_a_step_without_minutes_has_one_when_it_comes_again(self):
        story = Story(item(10, ItemKind.CASE, step(0), step(6))).do(e.StepRepeated)
        assert story.session.current.given == 11

    def test_with_one_person_left_a_round_that_comes_again_is_none(self):
        story = Story(item(10, ItemKind.CASE, step(4, Speaking.ROUND)), people=2).do(e.WentAway, Seat(2))
        assert story.do(e.StepRepeated).session.round is None

    def test_another_method_for_an_item_still_to_come_leaves_the_round_that_goes_on(self):
        story = Story(item(10, ItemKind.CASE, step(4, Speaking.ROUND)), item(10), people=3).do(e.Next)
        before = story.round
        story.do(e.MethodSwitched, 2, None, (step(3, Speaking.ROUND),))
        assert story.round == before

    def test_what_is_no_event_of_a_part_is_said(self):
        event = e.Next(opened().at)
        for part in (steps.act, noticed):
            with pytest.raises(AssertionError) as raised:
                part(Story().session, event)
            assert raised.value.args == (event,)


class TestGaps:
    def test_a_gap_in_the_second_step_is_given_back_to_it(self):
        story = Story(item(20, ItemKind.CASE, step(5), step(5))).wait(minutes=4).do(e.Next).wait(minutes=6)
        story.do(e.GapNoticed, 5 * MINUTE).do(e.GapTakenOut)
        assert story.session.current.step_spent == (4 * MINUTE, 1 * MINUTE)
        assert story.session.gap.taken_out
        assert why(story, e.GapTakenOut) is Reason.NO_GAP

    def test_a_clock_that_was_set_is_shown_as_it_is_now(self):
        for ms in (-5_000, 2_500):
            story = Story().do(e.ClockStepped, ms)
            assert story.session.wall_offset_ms == ms

    def test_a_gap_before_the_method_was_switched_is_given_back_by_what_was_before(self):
        story = Story(item(20, ItemKind.CASE, step(5))).wait(minutes=7).do(e.GapNoticed, 5 * MINUTE)
        story.do(e.MethodSwitched, 1, None, (step(3),)).wait(minutes=2).do(e.GapTakenOut)
        current = story.session.current
        assert (current.before_ms, current.spent_ms, current.step_spent) == (2 * MINUTE, 4 * MINUTE, (2 * MINUTE,))

    def test_a_gap_in_an_item_without_steps_after_another_method_is_at_most_what_it_took_since(self):
        story = Story(item(20, ItemKind.CASE, step(5))).wait(minutes=7).do(e.MethodSwitched, 1, None, ())
        story.wait(minutes=2).do(e.GapNoticed, 5 * MINUTE).do(e.GapTakenOut)
        assert story.spent() == [7 * MINUTE]

    def test_a_gap_longer_than_the_turn_is_given_back_by_the_turns_before_so_far_as_it_reaches(self):
        story = Story(item(20), people=3).do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1)).wait(minutes=9).do(e.Next)
        story.wait(minutes=3).do(e.GapNoticed, 5 * MINUTE).do(e.GapTakenOut)
        assert (story.round.turn_ms, story.round.used_ms) == (0, 7 * MINUTE)


class TestPeople:
    def test_one_more_lengthens_only_the_rounds_still_to_come_and_by_their_own_part(self):
        rounds = item("2n", ItemKind.CASE, step("2n", Speaking.ROUND))
        story = Story(rounds, rounds, item(7, ItemKind.CASE, step(7)), people=3).do(e.Arrived)
        assert [each.given for each in story.session.items] == [6, 8, 7]

    def test_after_somebody_left_one_more_is_still_one_more(self):
        rounds = item("2n", ItemKind.CASE, step("2n", Speaking.ROUND))
        story = Story(item(5), rounds, people=4).do(e.WentAway, Seat(1)).do(e.Arrived)
        assert story.session.item(2).given == 10

    def test_who_came_back_is_here_again_and_last_in_the_round(self):
        story = Story(item(20), people=3).do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1)).do(e.WentAway, Seat(2))
        assert story.round.away == seats(2)
        story.do(e.CameBack, Seat(2))
        assert story.session.people.present == seats(1, 2, 3)
        assert (story.round.waiting, story.round.away) == (seats(1, 3, 2), ())
        assert why(story, e.CameBack, Seat(2)) is Reason.NOTHING_CHANGED

    def test_who_arrives_unstamped_is_the_next_person(self):
        session = apply(Ledger.open(opened(people=3)).session, e.Arrived(opened().at))
        assert session.people.persons == (1, 2, 3, 4)


class TestRounds:
    def test_holding_and_ending_a_round(self):
        story = Story(item(20), people=3).do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1)).do(e.TurnHeld)
        assert story.round.waiting == seats(2, 3, 1)
        assert story.do(e.RoundEnded).session.round is None

    def test_when_those_who_passed_said_nothing_more_the_round_is_over_and_nobody_is_asked(self):
        turns = a_round(1, 2).pass_turn().next().next()
        assert turns.is_over
        assert (turns.offering, turns.passed) == (False, frozenset())

    def test_orders_by_chance_are_those_of_ever(self):
        """An older program's journal must lead to the same order: the seed of a round never changes."""
        story, found = Story(item(20), people=6), []
        for _round in range(3):
            story.do(e.RoundStarted, TurnOrder.RANDOM, Seat(1))
            found.append(story.round.waiting)
        assert found == ORDERS_OF_SEED_5

    def test_a_round_of_ones_own_is_not_kept_for_the_item(self):
        story = Story(item(20), item(5), people=3).do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1))
        story.do(e.ItemEnded).do(e.Back)
        assert story.session.round is None

    def test_who_holds_the_turn_leaves_those_who_passed_as_they_were(self):
        assert a_round(1, 2, 3).pass_turn().hold_turn().passed == {1}

    def test_who_joins_ends_the_asking(self):
        turns = a_round(1, 2).pass_turn().next().join(Seat(3))
        assert turns.offering is False


class TestProposals:
    def test_one_minute_too_many_is_given_by_one_item(self):
        story = Story(item(10, ItemKind.CHECK_IN), item(10), item(10, ItemKind.CLOSING)).wait(minutes=11)
        found = proposals(story.session, story.now)
        assert found.over == 1
        from_one = next((choice for choice in found.choices if choice.way is Way.FROM_ONE), None)
        spread = next(choice for choice in found.choices if choice.way is Way.SPREAD)
        assert spread.event.minutes == ((2, 9),)
        assert spread.item is None
        assert from_one is None, "it would do the same"

    def test_the_one_item_that_gives_is_named(self):
        story = Story(item(10, ItemKind.CHECK_IN), item(10), item(10), item(10, ItemKind.CLOSING)).wait(minutes=14)
        found = proposals(story.session, story.now)
        from_one = next(choice for choice in found.choices if choice.way is Way.FROM_ONE)
        assert from_one.item is not None
        assert from_one.item.uid == from_one.event.minutes[0][0]


class TestTimes:
    def test_of_a_session_that_has_ended_they_stand_still(self):
        story = Story(item(10)).wait(minutes=4).do(e.Ended).wait(minutes=30)
        assert story.times.spent == 4 * MINUTE
        assert story.times.begun == story.session.begun

    def test_of_an_item_without_steps_no_step_has_any(self):
        assert (Story(item(10)).times.step_spent, Story(item(10)).times.step_given) == (0, 0)
        assert Story(begun=False).times.step_given == 0

    def test_a_session_agreed_by_the_clock_is_expected_to_begin_when_it_was_agreed_and_not_before(self):
        story = Story(item(10), item(5), begun=False, end=Instant(START + 60 * MINUTE), minutes=15)
        assert story.times.starts == {1: START + 45 * MINUTE, 2: START + 55 * MINUTE}
        story.wait(minutes=50)
        assert story.times.starts[1] == START + 50 * MINUTE

    def test_once_begun_what_comes_follows_what_goes_on(self):
        story = Story(item(10), item(5), begun=False, end=Instant(START + 60 * MINUTE), minutes=15).do(e.Begun)
        assert story.times.starts == {1: START, 2: START + 10 * MINUTE}

    def test_an_item_taken_up_once_and_set_back_is_expected_anew(self):
        story = Story(item(10), item(5), item(5)).wait(minutes=2).do(e.Next).do(e.Back).wait(minutes=1)
        assert story.times.starts[2] == START + 10 * MINUTE

    def test_something_acute_has_no_last_moment_for_the_closing(self):
        story = Story(item(10), item(5, ItemKind.CLOSING))
        assert story.times.closing_by is not None
        story.do(e.AcuteBegun, (item(5, ItemKind.DIALOGUE), item(5, ItemKind.CLOSING)))
        assert (story.times.closing_by, story.times.closing_at) == (None, None)

    def test_before_the_beginning_there_is_none_either(self):
        assert Story(item(10), item(5, ItemKind.CLOSING), begun=False).times.closing_by is None

    def test_of_a_minute_half_is_no_proposal(self):
        assert least(Story(item(1)).session.items[0]) == 1
