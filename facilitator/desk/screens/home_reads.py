"""What home asks the program for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exercises.deck import Deck
from facilitator.desk.screens.home_facts import GroupRow
from sessions.store.groups import Group
from sessions.store.problems import StoreProblem
from sessions.values import GroupCode, Instant


@dataclass(frozen=True, slots=True)
class ThereIs:
    """What is in the folder for home to list."""

    groups: Sequence[GroupRow]
    problems: Sequence[StoreProblem]
    """What could not be read."""
    can_bring_back: bool
    """A session was discarded and can be brought back."""


@dataclass(frozen=True, slots=True)
class HomeReads:
    """What home asks for; nothing of it is kept longer than it is shown."""

    there_is: Callable[[], ThereIs]
    """Reads every group; called in a thread, once each time home comes to the top."""
    group: Callable[[GroupCode], Group | None]
    """Reads one group whole; called in a thread."""
    unfinished: Callable[[], str]
    """The session that was interrupted, in a line; empty when there is none."""
    wall: Callable[[], Instant]
    deck: Callable[[], Deck]
