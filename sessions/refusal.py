"""Why an act is not possible now. The desk says each of these as one sentence, and dims the key beforehand."""

from enum import StrEnum


class Reason(StrEnum):
    """Why an act is refused."""

    NOT_BEGUN = "not-begun"
    BEGUN = "begun"
    ENDED = "ended"
    LAST_ITEM = "last-item"
    FIRST_ITEM = "first-item"
    LAST_STEP = "last-step"
    NO_STEPS = "no-steps"
    NOT_AHEAD = "not-ahead"
    NO_SUCH_ITEM = "no-such-item"
    NO_ROOM = "no-room"
    TOO_MANY_ITEMS = "too-many-items"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    NO_ROUND = "no-round"
    NO_TURN = "no-turn"
    NOBODY = "nobody"
    NO_SUCH_SEAT = "no-such-seat"
    TOO_MANY_PEOPLE = "too-many-people"
    TOO_MANY_GOALS = "too-many-goals"
    NO_SUCH_GOAL = "no-such-goal"
    NO_GAP = "no-gap"
    PAUSED = "paused"
    STANDS_STILL = "stands-still"
    NOT_PAUSED = "not-paused"
    ON_TIME = "on-time"
    ACUTE = "acute"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NOTHING_TO_REDO = "nothing-to-redo"
    NOTHING_CHANGED = "nothing-changed"


class Refused(Exception):
    """The act is not possible in this state; nothing changed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
