"""What home asks the program for."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # start-up
    from exercises.deck import Deck
    from facilitator.desk.screens.home_course import Course
    from facilitator.desk.screens.home_facts import GroupRow, Summary
    from facilitator.desk.screens.home_search import DeckFinder
    from sessions.store.problems import StoreProblem
    from sessions.values import GroupCode, Instant


class GroupRows(NamedTuple):
    """The groups, and what could not be read."""

    rows: "Sequence[GroupRow]"
    """In the order in which they are listed."""
    problems: "Sequence[StoreProblem]"


class Told(NamedTuple):
    """The chosen group."""

    summary: "Summary"
    """What its sessions tell."""
    course: "Course"
    """Its next session and its last ones."""


class Waiting(NamedTuple):
    """What waits at home besides the groups."""

    unfinished: str = ""
    """The session that was interrupted, in a line; empty when there is none."""
    discarded: bool = False
    """A session was discarded and can be brought back."""


class HomeReads(NamedTuple):
    """What home asks for; nothing of it is kept longer than it is shown."""

    groups: Callable[[], GroupRows]
    """Reads every group; called in a thread, once each time home comes to the top."""
    summary: "Callable[[GroupCode], Told | None]"
    """Reads one group whole; called in a thread."""
    waiting: Callable[[], Waiting]
    wall: "Callable[[], Instant]"
    deck: "Callable[[], Deck]"
    finder: "Callable[[], DeckFinder]"
    """Makes the deck ready to be searched; called in a thread."""
    look_ahead: Callable[[], None]
    """Loads what the next keys will most likely need; called in a thread, once the groups are listed."""
