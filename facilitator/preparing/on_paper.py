"""A session as it would be if it were opened at an instant: for paper, never for running."""

from random import Random

from msgspec import Struct

from facilitator.preparing.preparation import Preparation
from sessions.clock import Anchor
from sessions.session import Session
from sessions.transitions import opened
from sessions.values import Instant


class StillClock(Struct, frozen=True):
    """A clock that stands still."""

    at: Instant

    def now(self) -> Instant:
        """See ``sessions.clock.Clock``."""
        return self.at

    def wall(self) -> Instant:
        """See ``Clock``."""
        return self.at

    def awake(self) -> int:
        """See ``Clock``."""
        return 0

    def anchor(self) -> Anchor:
        """See ``Clock``."""
        return Anchor("", 0, self.at)


def made_ready_at(preparation: Preparation, start: Instant) -> Session:
    """The session that ``preparation`` would be at ``start``; of no group, and not begun."""
    return opened(preparation.opened(StillClock(start), None, Random(0)))
