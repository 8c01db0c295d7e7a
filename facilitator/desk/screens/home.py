"""Home: the unfinished session, a new one, the groups. And the page of the very first start."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from facilitator.commands import Context
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.widgets.dialogs import Choice
from facilitator.desk.widgets.dialogs import Option as Choosable
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.texts.languages import _
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode

UNFINISHED, NEW, DISCARDED, DEMO = "unfinished", "new", "discarded", "demo"


class HomeScreen(DeskScreen):
    """Where the program begins."""

    context: ClassVar[Context] = Context.HOME
    BINDINGS = bindings(Context.HOME)

    def __init__(self) -> None:
        super().__init__()
        self._groups: dict[str, str] = {}
        """The line of each group, by its code; what is in the files is not kept in memory."""
        self._reads = 0
        """How many times the groups were read; what an overtaken reading found is not shown."""

    def compose(self) -> ComposeResult:
        """Title, list, foot."""
        yield Lines(Content.styled(" facilitator", "bold"), id="top")
        yield ChoiceList(id="home", markup=False)
        yield from self.foot()

    def on_mount(self) -> None:
        """Show what is there."""
        self.fill()

    def on_screen_resume(self) -> None:
        """A session may have ended meanwhile, or a file of the deck been edited."""
        self.desk.deck.refresh()
        if self.can_draw:
            self.fill()

    def fill(self) -> None:
        """List the unfinished session, the ways to begin, and the groups (read in the background)."""
        listed = self.query_one("#home", OptionList)
        listed.clear_options()
        if self.desk.unfinished is not None:
            listed.add_option(Option(_("Resume the unfinished session"), UNFINISHED))
        listed.add_option(Option(_("New session"), NEW))
        if self.desk.store.has_discarded():
            listed.add_option(Option(_("Bring back the session that was discarded"), DISCARDED))
        listed.add_option(Option(_("Demo: watch a sample session"), DEMO))
        listed.highlighted = 0
        listed.focus()
        self._reads += 1
        self._read_groups(self._reads)

    @work(thread=True, exclusive=True)
    def _read_groups(self, number: int) -> None:
        from facilitator.texts.reviews import group_line
        from sessions.store.groups import Glance

        lines: dict[str, str] = {}
        problems: list[StoreProblem] = []
        for each in self.desk.store.groups.glances():
            if isinstance(each, Glance):
                lines[each.code] = group_line(each.code, each.sessions, each.last, self.desk.deck)
            else:
                problems.append(each)
        self.app.call_from_thread(self._show_groups, number, lines, problems)

    def _show_groups(self, number: int, lines: dict[str, str], problems: list[StoreProblem]) -> None:
        from facilitator.texts.reasons import trouble

        if number != self._reads or not self.can_draw:
            return
        listed = self.query_one("#home", OptionList)
        self._groups = lines
        if self._groups:
            listed.add_option(Option(Content.styled("\n" + _("Groups"), "$quiet"), "head", disabled=True))
        listed.add_options(Option(Content(line), code) for code, line in lines.items())
        for problem in problems:
            self.say(trouble(self._mended(problem)))

    def _mended(self, problem: StoreProblem) -> StoreProblem:
        """Move a damaged file aside, if this is the one program that writes."""
        if problem.trouble is not Trouble.DAMAGED:
            return problem
        try:
            self.desk.store.claim()
        except StoreProblem:
            return problem
        mended = self.desk.store.groups.mend(GroupCode(problem.path.stem))
        if self.desk.running is None and self.desk.unfinished is None:
            self.desk.store.release()
        if mended.trouble is Trouble.RESTORED:
            self.fill()
        return mended

    def _pointed(self) -> str | None:
        listed = self.query_one("#home", OptionList)
        return listed.get_option_at_index(listed.highlighted).id if listed.highlighted is not None else None

    def dim(self) -> Mapping[str, bool]:
        """A group's session needs a group."""
        return {"group_session": self.can_draw and self._pointed() not in self._groups}

    @on(OptionList.OptionHighlighted)
    def pointed_elsewhere(self) -> None:
        """Other keys may make sense now."""
        self.show_keys()

    @on(OptionList.OptionSelected)
    def do_open(self) -> None:
        """Open what is pointed at."""
        match self._pointed():
            case "unfinished":
                self.desk.offer_unfinished()
            case "discarded":
                from facilitator.desk.open_session import bring_back

                bring_back(self.desk)
            case "new":
                self.do_new_session()
            case "demo":
                self.do_demo()
            case str() as code if code in self._groups:
                from facilitator.desk.screens.review import GroupSessionsScreen

                if (group := self.desk.group(GroupCode(code))) is not None:
                    self.app.push_screen(GroupSessionsScreen(group))

    def do_new_session(self) -> None:
        """Make a session ready."""
        from facilitator.desk.screens.making_ready import StartScreen

        self.app.push_screen(StartScreen())

    def do_group_session(self) -> None:
        """Make a session ready for the chosen group, as it was last time."""
        pointed = self._pointed()
        group = self.desk.group(GroupCode(pointed)) if pointed is not None and pointed in self._groups else None
        if group is None:
            self.say(_("Choose a group first."))
            return
        from facilitator.desk.screens.making_ready import StartScreen

        self.app.push_screen(StartScreen(group))

    def do_cards(self) -> None:
        """Cards and questions, to read and to prepare."""
        from facilitator.desk.screens.cards import CardsScreen

        self.app.push_screen(CardsScreen())

    def do_demo(self) -> None:
        """Leave for the demonstration; the program comes back after it."""
        self.app.exit("demo")


def welcome() -> Choice[str]:
    """The page of the very first start."""
    body = "\n".join(
        (
            _("This program keeps the time and the turns of a group supervision session and shows its cards."),
            _("It stores what kind of items a session had, how long they took and how many were present."),
            _("It does not store names, who spoke, or what was said or written. T shows exactly what is stored."),
            _("Everything is on this computer. No account, no network, no set-up. Space goes on; u undoes."),
        )
    )
    options = [Choosable(_("Begin"), "begin"), Choosable(_("Watch a demo first (nothing is kept)"), "demo")]
    return Choice(_("Welcome to facilitator"), options, body=body)
