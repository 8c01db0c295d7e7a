import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sessions.sharing import share


@pytest.mark.parametrize(
    ("amount", "weights", "parts"),
    [
        (10, [10, 10], [5, 5]),
        (1, [10, 10], [1, 0]),
        (5, [3, 3, 3], [2, 2, 1]),
        (7, [10, 20, 5], [2, 4, 1]),
        (0, [3, 4], [0, 0]),
        (-3, [3, 4], [0, 0]),
        (5, [], []),
        (5, [0, 0], [0, 0]),
        (3, [0, 3], [0, 3]),
        (35, [10, 20, 5], [10, 20, 5]),
        (2, [1, 1, 1], [1, 1, 0]),
    ],
)
def test_shares_are_in_proportion_and_earlier_ones_get_what_is_left(amount, weights, parts):
    assert share(amount, weights) == parts


def test_more_than_there_is_room_for_is_refused():
    with pytest.raises(ValueError, match="room"):
        share(8, [3, 4])


def test_without_a_cap_more_than_the_weights_can_be_shared():
    assert share(14, [3, 4], capped=False) == [6, 8]


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 500), st.lists(st.integers(0, 90), max_size=20), st.booleans())
def test_nothing_is_lost_and_nobody_is_far_from_their_share(amount, weights, capped):
    total = sum(weights)
    assume(total and (not capped or amount <= total))
    parts = share(amount, weights, capped=capped)
    assert sum(parts) == amount
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - amount * weight / total) < 1
        assert part >= 0
        if capped:
            assert part <= weight
