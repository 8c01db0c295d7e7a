"""What screens ask of the program. A screen posts one of these; only the program moves between screens.

They are together here, and import nothing of ours, so that the program can answer them before it has a screen.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.content import Content

    from exercises.card import Card
    from exercises.folder import Part
    from facilitator.commands import Context
    from facilitator.preparing.preparation import Preparation
    from sessions.store.groups import Group
    from sessions.store.problems import StoreProblem
    from sessions.values import GroupCode, Id, Instant


class CommandPressed(Message):
    """A key that is a command was pressed."""


class BlankAsked(Message):
    """Make the group's view black, or bring it back."""


class CloseAsked(Message):
    """Close the program."""


class TimeUp(Message):
    """The time of the present item is up."""


class SettingsAsked(Message):
    """Show what can be set."""


@dataclass
class WriteAsked(Message):
    """Write something off the screen's thread; ``done`` gets what came of it."""

    work: "Callable[[], Any]"
    done: "Callable[[Any], None]"


@dataclass
class SettingChanged(Message):
    """A setting has another value; None for none."""

    key: str
    value: str | int | tuple[str, ...] | None


@dataclass
class HelpAsked(Message):
    """Show the keys of a context."""

    context: "Context"


@dataclass
class PaletteAsked(Message):
    """Find a command of a context, a group, a plan or a card by its name."""

    context: "Context"


@dataclass
class StoredAsked(Message):
    """Show what is stored, about one group or all."""

    code: "GroupCode | None" = None


@dataclass
class TextOpened(Message):
    """Show a text on a page of its own."""

    title: str
    text: "str | Content"


@dataclass
class CardOpened(Message):
    """Show a card in full, for so many people."""

    card: "Card"
    people: int
    step: int | None = None
    """The step that is going on, to be marked."""


@dataclass
class EditAsked(Message):
    """Open a file of the deck in the person's editor."""

    path: "Path"
    part: "Part"


class ResumeAsked(Message):
    """Offer the unfinished session."""


class BringBackAsked(Message):
    """Offer the session that was discarded last."""


class CardsAsked(Message):
    """Show the cards, to read."""


class DemoAsked(Message):
    """Watch the demonstration."""


@dataclass
class DamageFound(Message):
    """A group's file cannot be read."""

    problem: "StoreProblem"


@dataclass
class GroupOpened(Message):
    """Show the sessions of a group."""

    code: "GroupCode"


@dataclass
class NewSessionAsked(Message):
    """Make a session ready, for a group or for none, with the plan that is proposed or this one."""

    code: "GroupCode | None" = None
    plan: "Id | None" = None


class NewGroupAsked(Message):
    """Begin a group: its code, and what is agreed."""


@dataclass
class SetUpAsked(Message):
    """Show what is agreed with a group, to be changed."""

    code: "GroupCode"


@dataclass
class LogAsked(Message):
    """Write a session down that was held without the laptop, cancelled or not used."""

    code: "GroupCode"


@dataclass
class CorrectAsked(Message):
    """Put a past session right, counted from 0."""

    group: "Group"
    index: int


@dataclass
class EraseAsked(Message):
    """Say what erasing a group, or one session of it, would take away, and ask."""

    code: "GroupCode"
    uid: int | None = None


class YearAsked(Message):
    """Show the year over all groups."""


@dataclass
class ReportAsked(Message):
    """Show the report for whoever ordered the supervision."""

    group: "Group"


@dataclass
class ComparisonAsked(Message):
    """Show two past sessions of a group side by side, counted from 0."""

    group: "Group"
    left: int
    right: int


class SampleAsked(Message):
    """Show the group to explore, or take it away."""


@dataclass
class RecordOpened(Message):
    """Show a past session of a group, counted from 0."""

    group: "Group"
    index: int


@dataclass
class UseAgainAsked(Message):
    """Make a session ready with the agenda of a past one, counted from 0."""

    group: "Group"
    index: int


@dataclass
class ShapeAsked(Message):
    """Shape a plan before it is opened."""

    preparation: "Preparation"


@dataclass
class SessionPrepared(Message):
    """Open the session that was made ready."""

    preparation: "Preparation"


class UnbegunLeft(Message):
    """Leave a session that was opened and never begun: nothing of it stays."""


class EndAsked(Message):
    """Show what ending the session now would keep, and ask."""


class GroupViewAsked(Message):
    """This terminal becomes the group's view."""


@dataclass
class LiveCommandPressed(Message):
    """A command of the live session was pressed where the live screen is not on top."""

    command: str


@dataclass
class KeepChosen(Message):
    """End the session at an instant and keep its record for a group, or for none."""

    at: "Instant"
    code: "GroupCode | None"
    then_erase: bool = False
    """Ask then whether everything of the group is erased: a process ends with this session."""
