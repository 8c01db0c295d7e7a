"""Home: the unfinished session, a new one, the groups. And the page of the very first start."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.widgets.dialogs import Choice
from facilitator.desk.widgets.dialogs import Option as Choosable
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.texts.languages import _
from sessions.store.problems import StoreProblem
from sessions.values import GroupCode

UNFINISHED, NEW, DISCARDED, DEMO = "unfinished", "new", "discarded", "demo"
GroupLines = tuple[dict[str, str], list[StoreProblem]]
"""The line of each group by its code, and what could not be read."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits at home besides the groups."""

    unfinished: bool
    """A session was interrupted."""
    discarded: bool
    """A session was discarded and can be brought back."""


class HomeScreen(DeskScreen[None]):
    """Where the program begins."""

    context: ClassVar[Context] = Context.HOME
    BINDINGS = bindings(Context.HOME)

    def __init__(self, read_groups: Callable[[], GroupLines], waiting: Callable[[], Waiting]) -> None:
        """``read_groups`` reads every group; it is called in a thread, once each time home comes to the top."""
        super().__init__()
        self._read_groups = read_groups
        self._waiting = waiting
        self._groups: dict[str, str] = {}
        """The line of each group, by its code; what is in the files is not kept in memory."""
        self._reads = 0
        """How many times the groups were read; what an overtaken reading found is not shown."""

    def compose(self) -> ComposeResult:
        """Title, list, foot."""
        yield Lines(Content.styled(" facilitator", "bold"), id="top")
        yield ChoiceList(id="home", markup=False)
        yield from self.foot()

    def on_screen_resume(self) -> None:
        """Show what is there; a session may have ended meanwhile."""
        if self.can_draw:
            self.fill()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#home", OptionList)

    def fill(self) -> None:
        """List what is known, and read the groups anew in the background."""
        self._show_rows()
        self._list.focus()
        self._reads += 1
        self._read(self._reads)

    def _show_rows(self) -> None:
        """The unfinished session, the ways to begin, the groups. What was pointed at stays pointed at."""
        waiting = self._waiting()
        rows: list[Option] = []
        if waiting.unfinished:
            rows.append(Option(_("Resume the unfinished session"), UNFINISHED))
        rows.append(Option(_("New session"), NEW))
        if waiting.discarded:
            rows.append(Option(_("Bring back the session that was discarded"), DISCARDED))
        rows.append(Option(_("Demo: watch a sample session"), DEMO))
        if self._groups:
            rows.append(Option(Content.styled("\n" + _("Groups"), "$quiet"), "head", disabled=True))
        rows += [Option(Content(line), code) for code, line in self._groups.items()]
        before = [(option.id, str(option.prompt)) for option in self._list.options]
        if before == [(option.id, str(option.prompt)) for option in rows]:
            return
        pointed = self._pointed()
        if waiting.unfinished and (UNFINISHED, rows[0].prompt) not in before:
            pointed = UNFINISHED
        self._list.clear_options()
        self._list.add_options(rows)
        self._list.highlighted = next((i for i, option in enumerate(rows) if option.id == pointed), 0)

    @work(thread=True, exclusive=True)
    def _read(self, number: int) -> None:
        lines, problems = self._read_groups()
        self.app.call_from_thread(self._show_groups, number, lines, problems)

    def _show_groups(self, number: int, lines: dict[str, str], problems: list[StoreProblem]) -> None:
        if number != self._reads or not self.can_draw:
            return
        self._groups = lines
        self._show_rows()
        for problem in problems:
            self.post_message(m.DamageFound(problem))

    def _pointed(self) -> str | None:
        listed = self._list
        return listed.get_option_at_index(listed.highlighted).id if listed.highlighted is not None else None

    def _pointed_group(self) -> GroupCode | None:
        pointed = self._pointed()
        return GroupCode(pointed) if pointed is not None and pointed in self._groups else None

    def dim(self) -> Mapping[str, bool]:
        """A group's session needs a group."""
        return {"group_session": self.can_draw and self._pointed_group() is None}

    @on(OptionList.OptionHighlighted)
    def pointed_elsewhere(self) -> None:
        """Other keys may make sense now."""
        self.show_keys()

    @on(OptionList.OptionSelected)
    def do_open(self) -> None:
        """Open what is pointed at."""
        match self._pointed():
            case "unfinished":
                self.post_message(m.ResumeAsked())
            case "new":
                self.do_new_session()
            case "discarded":
                self.post_message(m.BringBackAsked())
            case "demo":
                self.do_demo()
            case _:
                if (code := self._pointed_group()) is not None:
                    self.post_message(m.GroupOpened(code))

    def do_new_session(self) -> None:
        """Make a session ready."""
        self.post_message(m.NewSessionAsked())

    def do_group_session(self) -> None:
        """Make a session ready for the chosen group, as it was last time."""
        if (code := self._pointed_group()) is not None:
            self.post_message(m.NewSessionAsked(code))
        else:
            self.say(_("Choose a group first."))

    def do_cards(self) -> None:
        """Cards and questions, to read and to prepare."""
        self.post_message(m.CardsAsked())

    def do_demo(self) -> None:
        """Leave for the demonstration."""
        self.post_message(m.DemoAsked())


def welcome() -> Choice[str]:
    """The page of the very first start."""
    body = "\n".join(
        (
            _("This program keeps the time and the turns of a group supervision session and shows its cards."),
            _(
                "It keeps what kind of items a session had, how long they took, "
                "how many were present and the goals' code words."
            ),
            _(
                "It does not keep names, who spoke, or what was said or written. "
                "During a session its file holds seats and turns; the file is deleted at the end. "
                "T shows exactly what is stored."
            ),
            _(
                "Everything is in one folder on this computer, without an account. "
                "If you let a cloud service copy the folder, it is there too. "
                "Space goes on, u undoes."
            ),
        )
    )
    options = [Choosable(_("Begin"), "begin"), Choosable(_("Watch a demo first (nothing is kept)"), "demo")]
    return Choice(_("Welcome to facilitator"), options, body=body)
