"""What an act is called when it is undone."""

import pytest

from facilitator.texts.acts import act_name
from sessions import events as e
from sessions.kinds import ItemState
from sessions.values import Instant


@pytest.mark.parametrize(
    ("to", "called"),
    [(ItemState.LEFT_OUT, "leaving the item out"), (ItemState.NEXT_TIME, "moving the item to next time")],
)
def test_leaving_out_and_moving_to_next_time_are_told_apart(to: ItemState, called: str):
    assert act_name(e.PutOff(Instant(0), 1, to)) == called
