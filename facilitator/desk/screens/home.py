"""Home: the unfinished session, the groups with their next sessions, a search. And the page of the very first start."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from exercises.deck import Deck
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.screens import home_drawing as drawing
from facilitator.desk.screens.home_facts import GroupRow, Summary, in_order
from facilitator.desk.screens.home_search import DeckFinder, is_group
from facilitator.desk.widgets.dialogs import Choice
from facilitator.desk.widgets.dialogs import Option as Choosable
from facilitator.desk.widgets.lines import EMPTY, ChoiceList, Lines
from facilitator.desk.widgets.search_line import SearchLine, begins_search
from facilitator.desk.widgets.tones import WIDE
from facilitator.preparing.preparation import DEFAULT_PEOPLE
from facilitator.texts.languages import _
from facilitator.texts.names import exercise_name, plan_name
from facilitator.texts.phrases import date_of
from sessions.store.groups import Group
from sessions.store.problems import StoreProblem
from sessions.values import GroupCode, Id, Instant

UNFINISHED, NEW, NEW_GROUP, DISCARDED, DEMO = "unfinished", "new", "new-group", "discarded", "demo"
PLAN, CARD = "plan:", "card:"
GroupRows = tuple[Sequence[GroupRow], list[StoreProblem]]
"""The groups, and what could not be read."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits at home besides the groups."""

    unfinished: str
    """The session that was interrupted, in a line; empty when there is none."""
    discarded: bool
    """A session was discarded and can be brought back."""


@dataclass(frozen=True, slots=True)
class HomeReads:
    """What home asks for; nothing of it is kept longer than it is shown."""

    groups: Callable[[], GroupRows]
    """Reads every group; called in a thread, once each time home comes to the top."""
    group: Callable[[GroupCode], Group | None]
    """Reads one group whole; called in a thread."""
    waiting: Callable[[], Waiting]
    wall: Callable[[], Instant]
    deck: Callable[[], Deck]


class HomeScreen(DeskScreen[None]):
    """Where the program begins."""

    context: ClassVar[Context] = Context.HOME
    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#home"
    BINDINGS = bindings(Context.HOME)

    def __init__(self, reads: HomeReads) -> None:
        super().__init__()
        self._asks = reads
        self._groups: dict[str, GroupRow] | None = None
        """By their codes; None until they have been read. What is in the files is not kept in memory."""
        self._reads = 0
        """How many times the groups were read; what an overtaken reading found is not shown."""
        self._finder: DeckFinder | None = None

    def compose(self) -> ComposeResult:
        """Head, what was typed, list beside the chosen group, foot."""
        yield Lines(id="top")
        yield SearchLine(id="search")
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                yield Lines(id="about")
                yield ChoiceList(id="home", markup=False)
            yield Lines(id="summary", classes="side")
        yield from self.foot()

    def on_mount(self) -> None:
        """The search line is there when it is used."""
        if self.query("#search"):
            self._line.display = False
            self.query_one("#about").display = False

    def on_screen_resume(self) -> None:
        """Show what is there; a session may have ended meanwhile."""
        if self.can_draw:
            self.fill()

    def on_resize(self) -> None:
        """Everything is fitted to the size."""
        self.call_after_refresh(self.draw)

    def ticked(self) -> None:
        """Another minute."""
        self._draw_head()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#home", OptionList)

    @property
    def _line(self) -> SearchLine:
        return self.query_one(SearchLine)

    def fill(self) -> None:
        """List what is known, and read the groups anew in the background."""
        self.draw()
        if not self._line.has_focus:
            self._list.focus()
        self._reads += 1
        self._read(self._reads)

    def draw(self) -> None:
        """Draw everything for the size there is."""
        if self.can_draw:
            self._draw_head()
            self._show_rows()
            self._draw_summary()

    def _draw_head(self) -> None:
        now = self._asks.wall()
        if self.can_draw:
            self.query_one("#top", Lines).show(drawing.head(now, date_of(now), self.size.width))

    def _show_rows(self) -> None:
        """The rows that there are now. What was pointed at stays pointed at."""
        if not self.can_draw:
            return
        if self.has_class("-empty") == bool(self._groups):
            self.set_class(not self._groups, "-empty")
            self.call_after_refresh(self._show_rows)
        text = self._line.text.strip() if self._line.display else ""
        is_empty = self._groups == {} and not text
        about = self.query_one("#about", Lines)
        about.display = is_empty
        if is_empty:
            about.update(drawing.about(self.size.width - 4))
        columns = max(
            20,
            (self._list.scrollable_content_region.width or self.size.width) - 2 * (2 if self.size.width >= WIDE else 1),
        )
        rows = self._found(text, columns) if text else self._usual(columns)
        before = [(option.id, option.prompt) for option in self._list.options]
        if before == [(option.id, option.prompt) for option in rows]:
            return
        pointed = None if text else self._pointed()
        if rows and rows[0].id == UNFINISHED and UNFINISHED not in [option_id for option_id, _prompt in before]:
            pointed = UNFINISHED
        self._list.clear_options()
        self._list.add_options(rows)
        first = next((i for i, option in enumerate(rows) if not option.disabled), None)
        self._list.highlighted = next((i for i, option in enumerate(rows) if option.id == pointed), first)

    def _usual(self, columns: int) -> list[Option]:
        """The unfinished session, the groups, the ways to begin without one."""
        waiting = self._asks.waiting()
        rows: list[Option] = []
        if waiting.unfinished:
            rows += [Option(drawing.unfinished_row(waiting.unfinished, columns), UNFINISHED), _gap("gap")]
        if self._groups:
            rows.append(Option(drawing.columns_head(columns), "head", disabled=True))
            rows += self._group_options(list(self._groups.values()), columns)
            rows.append(Option(drawing.section(_("WITHOUT A GROUP")), "without", disabled=True))
        ways = [(_("A session now"), NEW, "n")]
        if self._groups is not None:
            ways.append((_("A session of a new group"), NEW_GROUP, ""))
        if waiting.discarded:
            ways.append((_("Bring back the session that was discarded"), DISCARDED, ""))
        if not self._groups:
            ways.append((_("Demo: watch a sample session"), DEMO, "D"))
        rows += [Option(drawing.plain_row(said, columns, key), way) for said, way, key in ways]
        return rows

    def _found(self, text: str, columns: int) -> list[Option]:
        """Groups, plans and cards that are like what was typed."""
        deck = self._asks.deck()
        groups = [row for row in (self._groups or {}).values() if is_group(text, row.code, plan_name(row.plan, deck))]
        rows: list[Option] = []
        if groups:
            rows.append(Option(drawing.columns_head(columns), "head", disabled=True))
            rows += self._group_options(groups, columns)
        if self._finder is not None:
            if plans := self._finder.plans(text):
                rows.append(Option(drawing.section(_("PLANS")), "plans", disabled=True))
                rows += [Option(drawing.found_plan(plan, deck, columns), PLAN + plan) for plan in plans]
            if cards := self._finder.cards(text):
                rows.append(Option(drawing.section(_("CARDS")), "cards", disabled=True))
                rows += [Option(drawing.plain_row(exercise_name(card, deck), columns), CARD + card) for card in cards]
        return rows or [Option(_("No match."), "nothing", disabled=True)]

    def _group_options(self, rows: list[GroupRow], columns: int) -> list[Option]:
        deck, today = self._asks.deck(), date_of(self._asks.wall())
        return [Option(drawing.group_row(row, deck, today, columns), row.code) for row in rows]

    @work(thread=True, exclusive=True, group="groups")
    def _read(self, number: int) -> None:
        rows, problems = self._asks.groups()
        self.app.call_from_thread(self._show_groups, number, rows, problems)

    def _show_groups(self, number: int, rows: Sequence[GroupRow], problems: list[StoreProblem]) -> None:
        if number != self._reads or not self.can_draw:
            return
        is_first = self._groups is None
        self._groups = {row.code: row for row in in_order(rows, date_of(self._asks.wall()))}
        self._show_rows()
        if is_first and self._groups and self._pointed() == NEW:
            self._list.highlighted = self._list.get_option_index(next(iter(self._groups)))
        self._draw_summary()
        for problem in problems:
            self.post_message(m.DamageFound(problem))

    def _draw_summary(self) -> None:
        """The chosen group, where there is room for it."""
        code = self._pointed_group()
        side = self.query_one("#summary", Lines)
        if code is None or self.size.width < WIDE:
            side.show(EMPTY)
        else:
            self._summarise(code)

    @work(thread=True, exclusive=True, group="summary")
    def _summarise(self, code: GroupCode) -> None:
        worker = get_current_worker()
        group = self._asks.group(code)
        if group is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._show_summary, Summary.of(group))

    def _show_summary(self, told: Summary) -> None:
        if self.can_draw and told.code == self._pointed_group():
            side = self.query_one("#summary", Lines)
            size = side.content_size
            side.show(drawing.summary(told, self._asks.deck(), size.width or 34, size.height or 20))

    def _pointed(self) -> str | None:
        listed = self._list
        return listed.get_option_at_index(listed.highlighted).id if listed.highlighted is not None else None

    def _pointed_group(self) -> GroupCode | None:
        pointed = self._pointed()
        return GroupCode(pointed) if pointed is not None and pointed in (self._groups or {}) else None

    def dim(self) -> Mapping[str, bool]:
        """The sessions of a group need a group."""
        return {"group_sessions": self.can_draw and self._pointed_group() is None}

    def key_labels(self) -> Mapping[str, str]:
        """What enter would do."""
        if not self.can_draw:
            return {}
        pointed = self._pointed() or ""
        if pointed == UNFINISHED:
            return {"open": _("Resume")}
        return {} if pointed.startswith(CARD) or pointed in (DEMO, DISCARDED) else {"open": _("Make ready")}

    @on(OptionList.OptionHighlighted)
    def pointed_elsewhere(self) -> None:
        """Other keys may make sense now, and another group is told of."""
        self.show_keys()
        self._draw_summary()

    @on(OptionList.OptionSelected)
    def do_open(self) -> None:
        """Open what is pointed at; of a group make the next session ready."""
        pointed = self._pointed() or ""
        match pointed:
            case "unfinished":
                self.post_message(m.ResumeAsked())
            case "new":
                self.do_new_session()
            case "new-group":
                self.post_message(m.NewGroupAsked())
            case "discarded":
                self.post_message(m.BringBackAsked())
            case "demo":
                self.do_demo()
            case _ if pointed.startswith(PLAN):
                self.post_message(m.NewSessionAsked(plan=Id(pointed.removeprefix(PLAN))))
            case _ if pointed.startswith(CARD):
                if (card := self._asks.deck().card(Id(pointed.removeprefix(CARD)))) is not None:
                    self.post_message(m.CardOpened(card, DEFAULT_PEOPLE))
            case _:
                if (code := self._pointed_group()) is not None:
                    self.post_message(m.NewSessionAsked(code))

    def do_new_session(self) -> None:
        """Make a session ready."""
        self.post_message(m.NewSessionAsked())

    def do_group_session(self) -> None:
        """Make the next session of the chosen group ready."""
        if (code := self._pointed_group()) is not None:
            self.post_message(m.NewSessionAsked(code))
        else:
            self.say(_("Choose a group first."))

    def do_group_sessions(self) -> None:
        """The sessions of the chosen group."""
        if (code := self._pointed_group()) is not None:
            self.post_message(m.GroupOpened(code))
        else:
            self.say(_("Choose a group first."))

    def do_cards(self) -> None:
        """Cards and questions, to read and to prepare."""
        self.post_message(m.CardsAsked())

    def do_settings(self) -> None:
        """What can be set."""
        self.post_message(m.SettingsAsked())

    def do_demo(self) -> None:
        """Leave for the demonstration."""
        self.post_message(m.DemoAsked())

    def do_search(self) -> None:
        """Find a group, a plan or a card by what is typed next."""
        self._line.display = True
        self._line.display_text()
        self.set_focus(self._line)
        if self._finder is None:
            self._make_finder()

    @work(thread=True, exclusive=True, group="finder")
    def _make_finder(self) -> None:
        finder = DeckFinder(self._asks.deck())
        self.app.call_from_thread(self._take_finder, finder)

    def _take_finder(self, finder: DeckFinder) -> None:
        self._finder = finder
        if self.can_draw:
            self._show_rows()

    @on(SearchLine.Changed)
    def typed(self) -> None:
        """List what is like it."""
        self._line.display_text()
        self._show_rows()
        self._draw_summary()

    def on_key(self, event: events.Key) -> None:
        """A letter that is no command begins a search. In it the arrows move in what was found, esc gives all back."""
        if begins_search(event, self.context) and event.character is not None:
            event.stop()
            self.do_search()
            self._line.put(self._line.text + event.character)
        if not self._line.has_focus:
            return
        match event.key:
            case "down":
                self._list.action_cursor_down()
            case "up":
                self._list.action_cursor_up()
            case "escape":
                self._leave_search()
            case _:
                return
        event.stop()

    def _leave_search(self) -> None:
        self._line.put("")
        self._line.display = False
        self._list.focus()
        self._show_rows()


def welcome() -> Choice[str]:
    """The page of the very first start."""
    options = [Choosable(_("Begin"), "begin"), Choosable(_("Watch a demo first (nothing is kept)"), "demo")]
    return Choice(_("Welcome to facilitator"), options, body="\n".join(drawing.what_it_is()))


def _gap(name: str) -> Option:
    return Option(Content(""), name, disabled=True)
