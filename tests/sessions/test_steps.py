"""The steps of the present item: skipped, repeated, lengthened; and another method within the same item."""

import pytest
from session_builders import ROUND, Story, item, seats, step

from sessions import events as e
from sessions.kinds import ItemKind, Speaking
from sessions.ledger import replay
from sessions.refusal import Reason, Refused
from sessions.values import MINUTE, Id

TALK, TURNS, LAST = step(4), step("2n", ROUND), step(6)
PAIRS = (step(5, Speaking.GROUPS), step(5))


def exercise(minutes=20) -> Story:
    """A session of five whose first item has three steps: 4, 2n = 10 and 6 minutes."""
    return Story(item(minutes, ItemKind.EXERCISE, TALK, TURNS, LAST), item(10), people=5)


def refused(story: Story, kind: type[e.Event], *args) -> Reason:
    with pytest.raises(Refused) as caught:
        story.do(kind, *args)
    return caught.value.reason


def test_skipping_leaves_a_step_with_those_who_have_not_spoken():
    story = exercise().do(e.Next).do(e.Next)
    assert story.round.speaker == 2
    story.do(e.StepSkipped)
    assert (story.session.current.step, story.session.round) == (2, None)
    assert story.session.current.given == 20
    story.do(e.Back)
    assert story.round.speaker == 2


def test_the_last_step_is_ended_with_its_item():
    story = exercise().do(e.StepSkipped).do(e.StepSkipped)
    assert refused(story, e.StepSkipped) is Reason.LAST_STEP


@pytest.mark.parametrize("kind", [e.StepSkipped, e.StepRepeated, e.StepLengthened])
def test_an_item_without_steps_and_a_session_not_begun_have_none(kind):
    args = (2,) if kind is e.StepLengthened else ()
    assert refused(Story(), kind, *args) is Reason.NO_STEPS
    assert refused(Story(begun=False), kind, *args) is Reason.NOT_BEGUN


def test_lengthening_gives_the_minutes_to_this_step_and_to_the_item_alone():
    story = exercise().do(e.StepLengthened, 3)
    assert story.session.current.given == 23
    assert story.times.step_given == 7 * MINUTE
    story.do(e.StepSkipped)
    assert story.times.step_given == 10 * MINUTE
    assert story.undo().undo().times.step_given == 4 * MINUTE


def test_a_longer_step_keeps_its_minutes_when_the_item_has_slack():
    story = exercise(30).do(e.StepLengthened, 3)
    assert story.times.step_given == 7 * MINUTE
    assert story.times.expected_end - story.now == 43 * MINUTE


def test_repeating_gives_the_step_its_minutes_once_more_and_a_new_round():
    story = exercise().do(e.StepSkipped)
    for _ in range(5):
        story.wait(2).do(e.Next)
    assert story.session.current.step == 2
    story.do(e.Back).do(e.StepRepeated)
    assert story.session.current.given == 30
    assert story.round.waiting == seats(2, 3, 4, 5, 1)
    assert story.times.turn.share == 2 * MINUTE


def test_repeating_a_quiet_step():
    story = exercise().wait(4).do(e.StepRepeated)
    assert story.times.step_left == 4 * MINUTE
    assert story.session.current.given == 24
    assert story.undo().session.current.given == 20


@pytest.mark.parametrize("minutes", [0, -3])
def test_a_step_is_never_shortened(minutes):
    assert refused(exercise(), e.StepLengthened, minutes) is Reason.TOO_SHORT


def test_nothing_becomes_longer_than_ten_hours():
    assert refused(exercise(), e.StepLengthened, 590) is Reason.TOO_LONG


def test_another_method_keeps_the_clock_of_its_item():
    story = exercise().wait(5).do(e.MethodSwitched, 1, Id("pair-buzz"), PAIRS)
    current = story.session.current
    assert (current.exercise, current.step, current.given, current.planned) == ("pair-buzz", 0, 20, 20)
    assert story.wait(1).spent()[0] == 6 * MINUTE
    assert story.times.left == 14 * MINUTE


def test_another_method_has_the_room_that_was_left():
    story = exercise().wait(15).do(e.MethodSwitched, 1, Id("pair-buzz"), PAIRS)
    assert story.times.step_given == 2.5 * MINUTE
    story = exercise().wait(5).do(e.MethodSwitched, 1, Id("pair-buzz"), PAIRS)
    assert story.times.step_given == 5 * MINUTE
    story = exercise().wait(25).do(e.MethodSwitched, 1, Id("pair-buzz"), PAIRS)
    assert story.times.step_given == 0


def test_another_method_may_begin_a_round_or_have_no_card():
    story = exercise().wait(2).do(e.MethodSwitched, 1, Id("closing-round"), (TURNS,))
    assert story.round.speaker == 1
    story.do(e.MethodSwitched, 1)
    assert (story.session.round, story.session.current.steps) == (None, ())
    assert story.wait(1).spent()[0] == 3 * MINUTE


def test_an_item_to_come_can_have_another_method():
    story = exercise().do(e.MethodSwitched, 2, Id("pair-buzz"), PAIRS)
    assert story.session.items[1].exercise == "pair-buzz"
    assert story.session.round is None
    assert story.undo().session.items[1].exercise is None


def test_what_is_over_keeps_its_method_and_the_same_method_is_none():
    story = exercise()
    assert refused(story, e.MethodSwitched, 2) is Reason.NOTHING_CHANGED
    story.do(e.ItemEnded)
    assert refused(story, e.MethodSwitched, 1) is Reason.NOT_AHEAD


def test_a_gap_before_the_switch_can_still_be_taken_out():
    story = exercise().wait(8).do(e.GapNoticed, 6 * MINUTE).do(e.MethodSwitched, 1, Id("pair-buzz"), PAIRS)
    story.wait(1).do(e.GapTakenOut)
    assert story.spent()[0] == 3 * MINUTE
    assert story.times.step_spent == 1 * MINUTE


def test_a_gap_after_the_switch_is_given_back_by_what_ran_then():
    story = exercise().wait(8).do(e.MethodSwitched, 1).wait(4).do(e.GapNoticed, 3 * MINUTE).do(e.GapTakenOut)
    assert story.spent()[0] == 9 * MINUTE


def test_the_journal_leads_to_the_same_session():
    story = exercise().do(e.StepSkipped).wait(1).do(e.StepLengthened, 2).do(e.StepRepeated)
    story.wait(2).do(e.MethodSwitched, 1, Id("pair-buzz"), PAIRS).do(e.Next)
    assert replay(story.events) == story.ledger
