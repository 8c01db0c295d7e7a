"""Times, dates and numbers as they are said in Finnish and in English."""

from datetime import date

import pytest

from facilitator.texts import languages
from facilitator.texts.phrases import NO_BREAK, clock, day, duration, left, minutes, over
from sessions.values import MINUTE, SECOND, Instant

NOON = Instant(1_773_230_400_000)
SUMMER = Instant(1_781_956_800_000)


@pytest.mark.parametrize(
    ("ms", "fi", "en"),
    [
        (0, "0.00", "0:00"),
        (1, "0.01", "0:01"),
        (SECOND, "0.01", "0:01"),
        (SECOND + 1, "0.02", "0:02"),
        (12 * MINUTE + 50 * SECOND, "12.50", "12:50"),
        (100 * MINUTE, "100.00", "100:00"),
        (-5 * SECOND, "0.00", "0:00"),
    ],
)
def test_time_left_is_rounded_up(ms: int, fi: str, en: str):
    for language, said in (("fi", fi), ("en", en)):
        languages.use(language)
        assert left(ms) == said


@pytest.mark.parametrize(
    ("ms", "said"), [(-1, "0:00"), (-999, "0:00"), (-1_000, "0:01"), (-61_500, "1:01"), (5, "0:00")]
)
def test_time_past_the_end_is_rounded_down(ms: int, said: str):
    assert over(ms) == said


def test_the_time_of_day_is_that_of_the_place_and_season():
    assert clock(NOON) == "14:00"
    assert clock(SUMMER) == "15:00"
    assert clock(NOON, 5 * MINUTE) == "14:05"
    languages.use("fi")
    assert clock(NOON) == "14.00"


def test_a_date():
    assert day(date(2025, 3, 1)) == "1 March 2025"
    languages.use("fi")
    assert day(date(2025, 3, 1)) == "1.3.2025"


def test_a_number_never_parts_from_its_unit():
    assert minutes(5) == f"5{NO_BREAK}min"
    for count in (0, 59, 60, 90, 600):
        assert " " not in duration(count) or NO_BREAK in duration(count)
        assert f"{NO_BREAK}min" in duration(count) or f"{NO_BREAK}h" in duration(count)
