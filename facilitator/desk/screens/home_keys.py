"""The keys of home that only ask the program for something: about the chosen group, or about none."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import DeskScreen
from facilitator.texts.languages import _

if TYPE_CHECKING:  # start-up
    from sessions.values import GroupCode


class HomeKeys(DeskScreen[None]):
    """A screen on which one group may be pointed at."""

    context: ClassVar[Context] = Context.HOME

    def pointed_group(self) -> "GroupCode | None":
        """The group pointed at; None when it is something else."""
        raise NotImplementedError

    def is_dim(self, command: str) -> bool:
        """What is about a group needs one."""
        about_group = command in ("group_sessions", "group_session", "set_up", "log", "erase")
        return about_group and self.can_draw and self.pointed_group() is None

    def _ask(self, about: "Callable[[GroupCode], Message]") -> None:
        """Ask for something about the chosen group."""
        if (code := self.pointed_group()) is not None:
            self.post_message(about(code))
        else:
            self.say(_("Choose a group first."))

    def do_new_session(self) -> None:
        """Make a session ready."""
        self.post_message(m.NewSessionAsked())

    def do_group_session(self) -> None:
        """Make the next session of the chosen group ready."""
        self._ask(m.NewSessionAsked)

    def do_group_sessions(self) -> None:
        """The sessions of the chosen group."""
        self._ask(m.GroupOpened)

    def do_set_up(self) -> None:
        """What is agreed with the chosen group."""
        self._ask(m.SetUpAsked)

    def do_log(self) -> None:
        """A session of the chosen group that was not run here."""
        self._ask(m.LogAsked)

    def do_erase(self) -> None:
        """Erase the chosen group; asks first."""
        self._ask(m.EraseAsked)

    def do_new_group(self) -> None:
        """Begin a group."""
        self.post_message(m.NewGroupAsked())

    def do_year(self) -> None:
        """The year over all groups."""
        self.post_message(m.YearAsked())

    def do_sample(self) -> None:
        """The group to explore comes or goes."""
        self.post_message(m.SampleAsked())

    def do_cards(self) -> None:
        """Cards and questions, to read and to prepare."""
        self.post_message(m.CardsAsked())

    def do_settings(self) -> None:
        """What can be set."""
        self.post_message(m.SettingsAsked())

    def do_demo(self) -> None:
        """Leave for the demonstration."""
        self.post_message(m.DemoAsked())
