"""Who presents a case listens: in a round of a step that says so they have no turn, whenever they are chosen."""

import pytest
from session_builders import Story, item, seats, step

from sessions import events as e
from sessions.kinds import ItemKind, Speaking, TurnOrder
from sessions.refusal import Reason, Refused
from sessions.rounds import Round
from sessions.values import Seat

OUT = Speaking.ROUND_PRESENTER_LISTENS
CLOCKWISE = TurnOrder.CLOCKWISE


def case(*steps, people=4):
    """A case with these steps."""
    return Story(item(20, ItemKind.CASE, *steps), item(5), people=people)


def test_whoever_is_chosen_in_the_middle_of_a_round_is_taken_out_of_it():
    story = case(step(8, OUT)).do(e.Next)
    assert story.round.waiting == seats(2, 3, 4)
    story.do(e.PresenterChosen, Seat(3))
    assert story.session.presenter == 3
    assert (story.round.presenter, story.round.waiting, story.round.gone) == (3, seats(2, 4), seats(1))


def test_the_speaker_who_turns_out_to_present_ends_their_turn_and_its_time_is_used():
    story = case(step(8, OUT)).wait(minutes=1).do(e.PresenterChosen, Seat(1))
    assert story.round.waiting == seats(2, 3, 4)
    assert (story.round.used_ms, story.round.turn_ms) == (60_000, 0)


def test_who_has_spoken_and_passed_leaves_nothing_behind():
    story = case(step(8, OUT)).do(e.TurnPassed).do(e.PresenterChosen, Seat(1))
    assert (story.round.gone, story.round.passed) == ((), frozenset())


def test_when_another_presents_the_first_one_joins_the_round_again():
    story = case(step(8, OUT)).do(e.PresenterChosen, Seat(2)).do(e.PresenterChosen, Seat(4))
    assert (story.round.presenter, story.round.waiting) == (4, seats(1, 3, 2))
    story.do(e.PresenterChosen, None)
    assert story.session.presenter is None
    assert (story.round.presenter, story.round.waiting) == (None, seats(1, 3, 2, 4))


def test_who_is_away_is_not_brought_into_the_round_by_it():
    story = case(step(8, OUT)).do(e.WentAway, Seat(3)).do(e.PresenterChosen, Seat(2))
    assert story.round.waiting == seats(1, 4)


@pytest.mark.parametrize("steps", [(step(8, Speaking.ROUND),), (step(8),), ()], ids=["for all", "no round", "no step"])
def test_other_steps_only_remember_who_presents(steps):
    story = case(*steps)
    turns = story.session.round
    story.do(e.PresenterChosen, Seat(1))
    assert story.session.presenter == 1
    assert story.session.round == turns


def test_a_round_of_ones_own_in_a_step_with_a_listener_stays_as_it_is():
    """A step with a listener and one person has no round by itself; the next step's round leaves the listener out."""
    story = case(step(8), step(4, OUT)).do(e.PresenterChosen, Seat(2)).do(e.Next)
    assert (story.round.presenter, story.round.waiting) == (2, seats(1, 3, 4))


def test_a_round_begun_by_hand_belongs_to_a_step_only_if_the_step_is_a_round():
    by_hand = case(step(8)).do(e.RoundStarted, CLOCKWISE, Seat(1))
    assert not by_hand.round.of_step
    again = case(step(8, Speaking.ROUND)).do(e.RoundStarted, CLOCKWISE, Seat(2), Seat(3))
    assert again.round.of_step
    assert again.round.waiting == seats(2, 4, 1)
    without = Story(item(20), people=4).do(e.RoundStarted, CLOCKWISE, Seat(1))
    assert not without.round.of_step


def test_a_round_begun_by_hand_keeps_the_presenter_that_it_has():
    story = case(step(8)).do(e.RoundStarted, CLOCKWISE, Seat(1)).do(e.PresenterChosen, Seat(2))
    assert story.round.waiting == seats(1, 2, 3, 4)


def test_in_a_round_by_hand_in_which_somebody_listens_another_presenter_listens_instead():
    story = case(step(8)).do(e.RoundStarted, CLOCKWISE, Seat(1), Seat(2)).do(e.PresenterChosen, Seat(4))
    assert (story.session.presenter, story.round.presenter, story.round.waiting) == (4, 4, seats(1, 3, 2))


@pytest.mark.parametrize(
    ("story", "seat", "why"),
    [
        (Story(begun=False), Seat(1), Reason.NOT_BEGUN),
        (Story(), None, Reason.NOTHING_CHANGED),
        (Story(people=3), Seat(4), Reason.NO_SUCH_SEAT),
        (case(step(8, OUT), people=2).do(e.PresenterChosen, Seat(1)).do(e.PresenterChosen, None), Seat(3),
         Reason.NO_SUCH_SEAT),
    ],
)  # fmt: skip
def test_why_nobody_is_chosen(story, seat, why):
    before = story.session
    with pytest.raises(Refused) as refused:
        story.do(e.PresenterChosen, seat)
    assert refused.value.reason is why
    assert story.session is before


def test_the_only_one_in_a_round_cannot_be_its_listener():
    story = case(step(8, OUT), people=2).do(e.WentAway, Seat(2)).do(e.PresenterChosen, Seat(2))
    with pytest.raises(Refused) as refused:
        story.do(e.PresenterChosen, Seat(1))
    assert refused.value.reason is Reason.NOBODY


def test_a_listener_of_a_bare_round():
    turns = Round(seats(1, 2, 3), gone=seats(4), passed=frozenset(seats(4)), away=seats(5))
    assert turns.listened_to_by(None).presenter is None
    out = turns.listened_to_by(Seat(4))
    assert (out.presenter, out.gone, out.passed, out.waiting) == (4, (), frozenset(), seats(1, 2, 3))
    assert turns.listened_to_by(Seat(5)).away == ()
    speaker = turns.took(9).listened_to_by(Seat(1))
    assert (speaker.speaker, speaker.used_ms, speaker.turn_ms, speaker.passed) == (2, 9, 0, {4})
    other = turns.took(9).listened_to_by(Seat(2))
    assert (other.speaker, other.used_ms, other.turn_ms) == (1, 0, 9)
