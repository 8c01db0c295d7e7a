"""An end agreed by the clock, also in the nights in which the clocks are changed."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from facilitator.preparing.end_time import NOT_TO_COME, end_at
from facilitator.texts.phrases import clock
from sessions.values import Instant

HELSINKI = ZoneInfo("Europe/Helsinki")
SPRING, AUTUMN = (2026, 3, 29), (2026, 10, 25)
"""At 3.00 the clocks go to 4.00; at 4.00 they go back to 3.00."""


@pytest.fixture(autouse=True)
def _in_helsinki(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def instant(day: tuple[int, int, int], hour: int, minute: int = 0, fold: int = 0) -> Instant:
    moment = datetime(*day, hour, minute, fold=fold, tzinfo=HELSINKI)
    return Instant(int(moment.timestamp() * 1000))


@pytest.mark.parametrize(
    ("now", "said", "end"),
    [
        (instant(SPRING, 2, 30), "5.00", instant(SPRING, 5)),
        (instant(SPRING, 2, 30), "4.10", instant(SPRING, 4, 10)),
        (instant((2026, 3, 28), 22), "5.00", instant(SPRING, 5)),
        (instant((2026, 3, 28), 23, 30), "1.00", instant(SPRING, 1)),
        (instant(AUTUMN, 2, 30), "5.00", instant(AUTUMN, 5)),
        (instant(AUTUMN, 2, 30), "3.30", instant(AUTUMN, 3, 30)),
        (instant(AUTUMN, 3, 45), "3.30", instant(AUTUMN, 3, 30, fold=1)),
        (instant(AUTUMN, 3, 15, fold=1), "3.30", instant(AUTUMN, 3, 30, fold=1)),
        (instant((2026, 10, 24), 23), "5.00", instant(AUTUMN, 5)),
        (instant((2026, 6, 1), 13), "14.30", instant((2026, 6, 1), 14, 30)),
        (instant((2026, 6, 1), 23), "0.15", instant((2026, 6, 2), 0, 15)),
    ],
)
def test_the_clock_on_the_wall_shows_the_end_when_it_comes(now: Instant, said: str, end: Instant):
    assert end_at(said, now) == end
    assert end > now
    assert clock(end).replace(":", ".").lstrip("0") == said.lstrip("0")


def test_a_time_that_the_spring_night_leaves_out_is_an_hour_later_on_the_new_clock():
    for minute in (0, 30):
        assert end_at("3.30", instant(SPRING, 2, minute)) == instant(SPRING, 4, 30)


@pytest.mark.parametrize(
    ("said", "hour", "minute"), [("1430", 14, 30), ("930", 9, 30), ("14", 14, 0), ("14:30", 14, 30), (" 9.05 ", 9, 5)]
)
def test_a_time_is_written_as_is_handy(said: str, hour: int, minute: int):
    assert end_at(said, instant((2026, 6, 1), 8)) == instant((2026, 6, 1), hour, minute)


@pytest.mark.parametrize("said", ["", "25", "1260", "24.00", "12.5", "12345", "14.30.00", "noon"])
def test_what_is_no_time(said: str):
    assert end_at(said, instant((2026, 6, 1), 9)) is None


@pytest.mark.parametrize("now", [instant(SPRING, 9), instant(AUTUMN, 9), instant((2026, 6, 1), 9)])
def test_what_is_past_is_not_to_come(now: Instant):
    assert end_at("8.00", now) == NOT_TO_COME


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 5), (AUTUMN, 7)])
def test_hours_are_those_that_pass_not_those_that_the_clock_jumps(day, hours: int):
    midnight = instant(day, 0)
    assert end_at("6.00", midnight) == midnight + hours * 3_600_000
