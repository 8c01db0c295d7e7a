"""Goals that nobody touches go dark: when, and when not."""

import pytest

from facilitator.projector.dark_goals import go_dark
from facilitator.projector.view import Shown
from sessions.values import MINUTE


@pytest.mark.parametrize(
    ("shown", "untouched", "after", "displays", "dark"),
    [
        (Shown.GOALS, 5 * MINUTE, 5, 1, True),
        (Shown.GOALS, 5 * MINUTE - 1, 5, 1, False),
        (Shown.CODES, 6 * MINUTE, 5, 2, True),
        (Shown.GOALS, 600 * MINUTE, None, 1, False),
        (Shown.GOALS, 600 * MINUTE, 5, 0, False),
        (Shown.ROUND, 600 * MINUTE, 5, 1, False),
        (Shown.BLACK, 600 * MINUTE, 5, 1, False),
    ],
)
def test_goals_go_dark(shown: Shown, untouched: int, after: int | None, displays: int, dark: bool):
    assert go_dark(shown, untouched, after, displays) is dark
