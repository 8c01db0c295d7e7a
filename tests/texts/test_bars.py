"""Planned against actual as a bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.texts.bars import FULL, LESS, MORE, bar


@pytest.mark.parametrize(
    ("planned", "actual", "drawn"),
    [
        (10, 10, FULL * 10),
        (10, 5, FULL * 5 + LESS * 5),
        (5, 10, FULL * 5 + MORE * 5),
        (10, 0, LESS * 10),
        (0, 10, MORE * 10),
        (0, 0, ""),
    ],
)
def test_a_bar(planned: int, actual: int, drawn: str):
    assert bar(planned, actual, 10, 10) == drawn


@given(st.integers(0, 600), st.integers(0, 600), st.integers(0, 200))
def test_a_bar_fits_and_something_is_never_nothing(planned: int, actual: int, columns: int):
    longest = max(planned, actual)
    drawn = bar(planned, actual, longest, columns)
    assert len(drawn) <= max(1, columns)
    assert bool(drawn) is bool(longest)
    assert not (MORE in drawn and LESS in drawn)


def test_no_minutes_at_all_is_no_crash():
    assert bar(0, 0, 0, 20) == ""
