"""How long a history is kept: as long as the process runs, then until somebody erases it. Nothing goes by itself."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Protocol

from sessions.history.past import Past
from sessions.history.series import CLOSING, held, position
from sessions.process import SetUp
from sessions.values import GroupCode

AFTER_ITS_END = timedelta(days=90)
"""After the last session of a process that has ended it is offered to erase its history."""
AFTER_SILENCE = timedelta(days=365)
"""The same of a process that nobody has ended."""


class Kept(Protocol):
    """A group, at a glance or whole."""

    @property
    def code(self) -> GroupCode: ...
    @property
    def past(self) -> Collection[Past]: ...
    @property
    def set_up(self) -> SetUp: ...


def is_closed(past: Collection[Past], set_up: SetUp) -> bool:
    """Whether somebody has said that it has ended, or the closing session was held."""
    sessions = held(past)
    return not set_up.running or (bool(sessions) and sessions[-1].plan == CLOSING)


def has_ended(past: Collection[Past], set_up: SetUp) -> bool:
    """Whether it is closed, or all sessions agreed on were held."""
    return is_closed(past, set_up) or position(past, set_up).is_over


def is_due_to_erase(past: Collection[Past], set_up: SetUp, today: date) -> bool:
    """Whether it should be offered to erase a group on the day ``today``. A group without sessions is never due."""
    last = max((each.day for each in past), default=today)
    return today - last >= AFTER_SILENCE or (today - last >= AFTER_ITS_END and has_ended(past, set_up))


def due_to_erase(groups: Iterable[Kept], today: date) -> tuple[GroupCode, ...]:
    """The groups that it should be offered to erase, in the order in which they come."""
    return tuple(group.code for group in groups if is_due_to_erase(group.past, group.set_up, today))
