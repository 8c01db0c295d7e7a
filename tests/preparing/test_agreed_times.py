"""Two of beginning, end and length say the third; what was said by hand stays."""

import pytest

from facilitator.preparing.agreed_times import AgreedTimes
from sessions.values import MINUTE, Instant


def at(hours: int, minutes: int = 0) -> Instant:
    return Instant((hours * 60 + minutes) * MINUTE)


def test_nothing_by_the_clock_is_agreed_at_first():
    assert (AgreedTimes(90).begin, AgreedTimes(90).end) == (None, None)


def test_an_end_alone_keeps_the_length_and_does_not_begin_now():
    times = AgreedTimes(90).ending(at(13))
    assert (times.begin, times.length) == (at(11, 30), 90)


def test_a_beginning_alone_keeps_the_length():
    assert AgreedTimes(90).beginning(at(12, 30)).end == at(14)


@pytest.mark.parametrize("begin_first", [True, False])
def test_a_beginning_and_an_end_give_the_length(begin_first: bool):
    times = AgreedTimes(90)
    times = (
        times.beginning(at(12, 30)).ending(at(14, 15))
        if begin_first
        else times.ending(at(14, 15)).beginning(at(12, 30))
    )
    assert (times.begin, times.end, times.length) == (at(12, 30), at(14, 15), 105)


def test_another_length_moves_the_end_of_a_session_whose_beginning_is_known():
    times = AgreedTimes(90).beginning(at(12, 30)).ending(at(14)).lasting(75)
    assert (times.begin, times.end) == (at(12, 30), at(13, 45))


def test_another_length_moves_the_beginning_where_only_the_end_was_said():
    times = AgreedTimes(90).ending(at(14)).lasting(60)
    assert (times.begin, times.end) == (at(13), at(14))


def test_a_beginning_after_the_end_takes_the_end_along():
    times = AgreedTimes(90).ending(at(14)).beginning(at(15))
    assert (times.end, times.length) == (at(16, 30), 90)


def test_neither_is_agreed_any_more():
    assert AgreedTimes(90).beginning(at(12)).ending(None) == AgreedTimes(90)


def test_a_length_stays_what_a_session_can_have():
    assert AgreedTimes(10).lasting(5).length == 10
    assert AgreedTimes(90).beginning(at(1)).ending(at(1, 3)).length == 10
