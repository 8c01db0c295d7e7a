from random import Random

import pytest
from session_builders import a_round, seats

from sessions.kinds import TurnOrder
from sessions.refusal import Reason, Refused
from sessions.rounds import order_of
from sessions.values import Seat

CLOCKWISE, ANTI, ROTATING, RANDOM = TurnOrder.CLOCKWISE, TurnOrder.ANTICLOCKWISE, TurnOrder.ROTATING, TurnOrder.RANDOM


@pytest.mark.parametrize(
    ("present", "order", "starter", "expected"),
    [
        ((1, 2, 3, 4), CLOCKWISE, 1, (1, 2, 3, 4)),
        ((1, 2, 3, 4), CLOCKWISE, 3, (3, 4, 1, 2)),
        ((4, 1, 3, 2), CLOCKWISE, 3, (3, 4, 1, 2)),
        ((1, 2, 4), CLOCKWISE, 3, (4, 1, 2)),
        ((1, 2), CLOCKWISE, 3, (1, 2)),
        ((1, 2, 3, 4), ANTI, 1, (1, 4, 3, 2)),
        ((1, 2, 3, 4), ANTI, 3, (3, 2, 1, 4)),
        ((1, 2, 4), ANTI, 3, (2, 1, 4)),
        ((2, 3), ANTI, 1, (3, 2)),
        ((1, 2, 3, 4), ROTATING, 2, (2, 3, 4, 1)),
        ((3,), ROTATING, 1, (3,)),
        ((), CLOCKWISE, 1, ()),
        ((), ANTI, 1, ()),
    ],
)
def test_the_order_begins_at_the_starter_or_the_next_taken_seat(present, order, starter, expected):
    assert order_of(seats(*present), order, Seat(starter), Random(0)) == seats(*expected)


@pytest.mark.parametrize("order", list(TurnOrder))
@pytest.mark.parametrize("starter", [1, 2, 5, 9])
def test_every_order_is_a_permutation(order, starter):
    present = seats(1, 2, 4, 5, 7)
    assert sorted(order_of(present, order, Seat(starter), Random(7))) == list(present)


def test_a_random_order_comes_from_chance_alone():
    one, two = (order_of(seats(*range(1, 13)), RANDOM, Seat(starter), Random(9)) for starter in (1, 5))
    assert one == two
    assert one != order_of(seats(*range(1, 13)), RANDOM, Seat(1), Random(10))


def test_next_ends_a_turn_and_the_last_ends_the_round():
    turns = a_round(2, 3)
    assert (turns.speaker, turns.next_up) == (2, 3)
    turns = turns.next()
    assert (turns.speaker, turns.next_up, turns.gone) == (3, None, seats(2))
    turns = turns.next()
    assert turns.is_over
    assert (turns.speaker, turns.gone) == (None, seats(2, 3))


def test_nobody_has_the_turn_when_the_round_is_over():
    for act in ("next", "pass_turn", "hold_turn"):
        with pytest.raises(Refused) as refused:
            getattr(a_round(), act)()
        assert refused.value.reason is Reason.NO_TURN


def test_those_who_passed_are_offered_the_turn_once_quietly_all_together():
    turns = a_round(1, 2, 3).pass_turn().next().pass_turn()
    assert turns.offering
    assert turns.speaker is None
    assert turns.passed == {1, 3}
    assert not turns.is_over
    turns = turns.next()
    assert turns.is_over
    assert not turns.passed


def test_nobody_is_asked_when_nobody_passed():
    turns = a_round(1, 2).next().next()
    assert turns.is_over
    assert not turns.offered


def test_one_who_takes_the_second_chance_speaks_and_the_others_are_still_asked():
    turns = a_round(1, 2, 3).pass_turn().next().pass_turn().give(Seat(3))
    assert turns.speaker == 3
    assert turns.passed == {1}
    turns = turns.next()
    assert turns.offering
    assert turns.passed == {1}


def test_who_passes_the_second_chance_is_not_asked_a_third_time():
    turns = a_round(1, 2).pass_turn().next().give(Seat(1)).pass_turn()
    assert turns.is_over
    assert not turns.passed


def test_holding_returns_the_turn_at_the_end():
    turns = a_round(1, 2, 3).hold_turn()
    assert turns.waiting == seats(2, 3, 1)
    assert turns.gone == ()
    assert not turns.passed


def test_the_last_one_has_nobody_to_hold_for():
    with pytest.raises(Refused) as refused:
        a_round(3, gone=seats(1, 2)).hold_turn()
    assert refused.value.reason is Reason.NOBODY


def test_back_gives_the_turn_to_who_had_it_last_and_keeps_the_time_used():
    turns = a_round(1, 2).took(5_000).next().took(3_000).take_back()
    assert turns is not None
    assert turns.waiting == seats(1, 2)
    assert turns.gone == ()
    assert (turns.used_ms, turns.turn_ms) == (8_000, 0)


def test_back_takes_a_pass_away():
    turns = a_round(1, 2).pass_turn().take_back()
    assert turns is not None
    assert not turns.passed


def test_there_is_no_going_back_before_the_first_turn():
    assert a_round(1, 2).take_back() is None


def test_giving_the_turn_lets_the_speaker_come_next():
    assert a_round(1, 2, 3, 4).give(Seat(3)).waiting == seats(3, 1, 2, 4)
    assert a_round(3, 4, gone=seats(1, 2)).give(Seat(1)).waiting == seats(1, 3, 4)


@pytest.mark.parametrize(
    ("seat", "reason"), [(1, Reason.NOTHING_CHANGED), (9, Reason.NO_SUCH_SEAT), (4, "no-such-seat")]
)
def test_the_turn_is_given_only_to_another_seat_in_the_round(seat, reason):
    with pytest.raises(Refused) as refused:
        a_round(1, 2, away=seats(4)).give(Seat(seat))
    assert refused.value.reason == reason


def test_the_speaker_going_away_lets_the_next_one_speak():
    turns = a_round(1, 2).took(4_000).leave(Seat(1))
    assert (turns.waiting, turns.away) == (seats(2), seats(1))
    assert (turns.used_ms, turns.turn_ms) == (4_000, 0)


def test_somebody_else_going_away_does_not_touch_the_turn():
    turns = a_round(1, 2, 3).took(4_000).leave(Seat(2))
    assert (turns.waiting, turns.away, turns.turn_ms) == (seats(1, 3), seats(2), 4_000)


def test_the_only_speaker_going_away_ends_the_round_or_asks_those_who_passed():
    assert a_round(2, gone=seats(1)).leave(Seat(2)).is_over
    assert a_round(1, 2).pass_turn().leave(Seat(2)).offering


def test_one_whose_turn_is_over_stays_among_the_gone():
    turns = a_round(2, gone=seats(1))
    assert turns.leave(Seat(1)) == turns
    assert turns.join(Seat(1)) == turns


def test_who_comes_back_or_arrives_is_last():
    turns = a_round(1, 2, 3).leave(Seat(2))
    assert turns.join(Seat(2)).waiting == seats(1, 3, 2)
    assert turns.join(Seat(2)).away == ()
    assert turns.join(Seat(4)).waiting == seats(1, 3, 4)


def test_the_presenter_coming_back_listens():
    turns = a_round(1, 2, presenter=Seat(3))
    assert turns.join(Seat(3)) == turns


def test_who_arrives_while_others_are_asked_speaks_and_then_the_asking_goes_on():
    turns = a_round(1, 2).pass_turn().next().join(Seat(3))
    assert turns.speaker == 3
    assert not turns.offering
    assert turns.next().offering


def test_going_back_passes_over_those_who_have_left():
    turns = a_round(3, gone=seats(1, 2))
    back = turns.take_back(frozenset(seats(2)))
    assert back is not None
    assert back.speaker == 1
    assert turns.take_back(frozenset(seats(1, 2))) is None
