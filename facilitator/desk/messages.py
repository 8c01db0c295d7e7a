"""What screens ask of the program. A screen posts one of these; only the program moves between screens.

They are together here, and import nothing of ours, so that the program can answer them before it has a screen. They are
no dataclasses: the first frame waits for these classes, and a session keeps them.
"""

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


class WriteAsked(Message):
    """Write something off the screen's thread; ``done`` gets what came of it."""

    def __init__(self, work: "Callable[[], Any]", done: "Callable[[Any], None]") -> None:
        super().__init__()
        self.work = work
        self.done = done


class SettingChanged(Message):
    """A setting has another value; None for none."""

    def __init__(self, key: str, value: str | int | tuple[str, ...] | None) -> None:
        super().__init__()
        self.key = key
        self.value = value


class HelpAsked(Message):
    """Show the keys of a context."""

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context = context


class PaletteAsked(Message):
    """Find a command of a context, a group, a plan or a card by its name."""

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context = context


class StoredAsked(Message):
    """Show what is stored, about one group or all."""

    def __init__(self, code: "GroupCode | None" = None) -> None:
        super().__init__()
        self.code = code


class TextOpened(Message):
    """Show a text on a page of its own."""

    def __init__(self, title: str, text: "str | Content") -> None:
        super().__init__()
        self.title = title
        self.text = text


class CardOpened(Message):
    """Show a card in full."""

    def __init__(self, card: "Card", people: int | None = None, step: int | None = None) -> None:
        """For so many ``people``; None for as many as are here, or usually are. ``step`` goes on, and is marked."""
        super().__init__()
        self.card = card
        self.people = people
        self.step = step


class EditAsked(Message):
    """Open a file of the deck in the person's editor."""

    def __init__(self, path: "Path", part: "Part") -> None:
        super().__init__()
        self.path = path
        self.part = part


class ResumeAsked(Message):
    """Offer the unfinished session."""


class BringBackAsked(Message):
    """Offer the session that was discarded last."""


class CardsAsked(Message):
    """Show the cards, to read."""


class DemoAsked(Message):
    """Watch the demonstration."""


class DamageFound(Message):
    """A group's file cannot be read."""

    def __init__(self, problem: "StoreProblem") -> None:
        super().__init__()
        self.problem = problem


class GroupOpened(Message):
    """Show the sessions of a group."""

    def __init__(self, code: "GroupCode") -> None:
        super().__init__()
        self.code = code


class NewSessionAsked(Message):
    """Make a session ready, for a group or for none, with the plan that is proposed or this one."""

    def __init__(self, code: "GroupCode | None" = None, plan: "Id | None" = None) -> None:
        super().__init__()
        self.code = code
        self.plan = plan


class NewGroupAsked(Message):
    """Begin a group: its code, and what is agreed."""


class SetUpAsked(Message):
    """Show what is agreed with a group, to be changed."""

    def __init__(self, code: "GroupCode") -> None:
        super().__init__()
        self.code = code


class LogAsked(Message):
    """Write a session down that was held without the laptop, cancelled or not used."""

    def __init__(self, code: "GroupCode") -> None:
        super().__init__()
        self.code = code


class CorrectAsked(Message):
    """Put a past session right, counted from 0."""

    def __init__(self, group: "Group", index: int) -> None:
        super().__init__()
        self.group = group
        self.index = index


class EraseAsked(Message):
    """Say what erasing a group, or one session of it, would take away, and ask."""

    def __init__(self, code: "GroupCode", uid: int | None = None) -> None:
        super().__init__()
        self.code = code
        self.uid = uid


class YearAsked(Message):
    """Show the year over all groups."""


class ReportAsked(Message):
    """Show the report for whoever ordered the supervision."""

    def __init__(self, group: "Group") -> None:
        super().__init__()
        self.group = group


class ComparisonAsked(Message):
    """Show two past sessions of a group side by side, counted from 0."""

    def __init__(self, group: "Group", left: int, right: int) -> None:
        super().__init__()
        self.group = group
        self.left = left
        self.right = right


class SampleAsked(Message):
    """Show the group to explore, or take it away."""


class RecordOpened(Message):
    """Show a past session of a group, counted from 0."""

    def __init__(self, group: "Group", index: int) -> None:
        super().__init__()
        self.group = group
        self.index = index


class UseAgainAsked(Message):
    """Make a session ready with the agenda of a past one, counted from 0."""

    def __init__(self, group: "Group", index: int) -> None:
        super().__init__()
        self.group = group
        self.index = index


class ShapeAsked(Message):
    """Shape a plan before it is opened."""

    def __init__(self, preparation: "Preparation") -> None:
        super().__init__()
        self.preparation = preparation


class SessionPrepared(Message):
    """Open the session that was made ready."""

    def __init__(self, preparation: "Preparation") -> None:
        super().__init__()
        self.preparation = preparation


class UnbegunLeft(Message):
    """Leave a session that was opened and never begun: nothing of it stays."""


class EndAsked(Message):
    """Show what ending the session now would keep, and ask."""


class GroupViewAsked(Message):
    """This terminal becomes the group's view."""


class LiveCommandPressed(Message):
    """A command of the live session was pressed where the live screen is not on top."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self.command = command


class KeepChosen(Message):
    """End the session at an instant and keep its record for a group, or for none."""

    def __init__(self, at: "Instant", code: "GroupCode | None", then_erase: bool = False) -> None:
        """``then_erase``: ask then whether everything of the group is erased: a process ends with this session."""
        super().__init__()
        self.at = at
        self.code = code
        self.then_erase = then_erase
