"""Home: the unfinished session, the groups with their next sessions, a search. And the page of the very first start."""

from collections.abc import Mapping

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import bindings
from facilitator.desk.screens import home_drawing as drawing
from facilitator.desk.screens import home_rows as rows_of
from facilitator.desk.screens.home_facts import GroupRow, Summary, in_order
from facilitator.desk.screens.home_keys import HomeKeys
from facilitator.desk.screens.home_reads import HomeReads, ThereIs
from facilitator.desk.screens.home_search import DeckFinder
from facilitator.desk.widgets.dialogs import Choice
from facilitator.desk.widgets.dialogs import Option as Choosable
from facilitator.desk.widgets.lines import EMPTY, ChoiceList, Lines
from facilitator.desk.widgets.search_line import SearchLine, begins_search
from facilitator.desk.widgets.tones import WIDE
from facilitator.texts.languages import _
from facilitator.texts.phrases import date_of
from sessions.history.attention import Attention
from sessions.values import GroupCode


class HomeScreen(HomeKeys):
    """Where the program begins."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#home"
    BINDINGS = bindings(Context.HOME)

    def __init__(self, reads: HomeReads) -> None:
        super().__init__()
        self._asks = reads
        self._groups: dict[str, GroupRow] | None = None
        """By their codes; None until they have been read. What is in the files is not kept in memory."""
        self._can_bring_back = False
        """There is a discarded session, as far as it has been read."""
        self._reads = 0
        """How many times the groups were read; what an overtaken reading found is not shown."""
        self._finder: DeckFinder | None = None
        self._told: Summary | None = None
        """Of the group that is pointed at, as it was read last."""
        self._summarised: GroupCode | None = None
        """The group that is being read just now."""
        self._wanted: GroupCode | None = None
        """The group to be pointed at as soon as it is listed."""

    def compose(self) -> ComposeResult:
        """Head, what was typed, list beside the chosen group, foot."""
        yield Lines(id="top")
        yield SearchLine(id="search")
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                yield Lines(id="about")
                yield ChoiceList(id="home", markup=False)
            yield Lines(id="summary", classes="side")
        yield Lines(id="hint")
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

    def fill(self, point: GroupCode | None = None) -> None:
        """List what is known, and read the groups anew in the background; then point at a group, if told which."""
        self._wanted = point or self._wanted
        self.draw()
        if not self._line.has_focus:
            self._list.focus()
        self._reads += 1
        self._told = self._summarised = None
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
        width = self._list.scrollable_content_region.width or self.size.width
        columns = max(20, width - 2 * (2 if self.size.width >= WIDE else 1))
        rows = self._rows(text, columns)
        before = [(option.id, option.prompt) for option in self._list.options]
        if before == [(option.id, option.prompt) for option in rows]:
            return
        pointed = None if text else self._pointed()
        if (
            rows
            and rows[0].id == rows_of.UNFINISHED
            and rows_of.UNFINISHED not in [option_id for option_id, _prompt in before]
        ):
            pointed = rows_of.UNFINISHED
        self._list.clear_options()
        self._list.add_options(rows)
        first = next((i for i, option in enumerate(rows) if not option.disabled), None)
        self._list.highlighted = next((i for i, option in enumerate(rows) if option.id == pointed), first)

    def _rows(self, text: str, columns: int) -> list[Option]:
        deck, today = self._asks.deck(), date_of(self._asks.wall())
        groups = list(self._groups.values()) if self._groups is not None else None
        if text:
            return rows_of.found(text, groups or [], self._finder, deck, today, columns)
        unfinished = self._asks.unfinished()
        return rows_of.usual(groups, unfinished, deck, today, columns, can_bring_back=self._can_bring_back)

    @work(thread=True, exclusive=True, group="groups")
    def _read(self, number: int) -> None:
        self.app.call_from_thread(self._show_groups, number, self._asks.there_is())

    def _show_groups(self, number: int, there_is: ThereIs) -> None:
        if number != self._reads or not self.can_draw:
            return
        is_first, rows = self._groups is None, there_is.groups
        self._can_bring_back = there_is.can_bring_back
        self._groups = {row.code: row for row in in_order(rows, date_of(self._asks.wall()))}
        self._show_rows()
        if is_first and self._groups and self._pointed() == rows_of.NEW:
            self._list.highlighted = self._list.get_option_index(next(iter(self._groups)))
        if self._wanted is not None and self._wanted in self._groups and not self._line.text:
            self._list.highlighted = self._list.get_option_index(self._wanted)
        self._wanted = None
        self._draw_summary()
        if (
            is_first
            and not self._message
            and (due := [row.code for row in rows if Attention.TO_ERASE in row.attention])
        ):
            self.say(_("{codes}: long since the last session. X erases what is kept.").format(codes=", ".join(due[:6])))
        for problem in there_is.problems:
            self.post_message(m.DamageFound(problem))

    def _draw_summary(self) -> None:
        """The chosen group, where there is room for it."""
        row = self._pointed_row()
        if row is None or self.size.width < WIDE:
            self.query_one("#summary", Lines).show(EMPTY)
            said = drawing.hint(row, date_of(self._asks.wall()), self.size.width - 2) if row is not None else EMPTY
            self.query_one("#hint", Lines).show(said)
        elif self._told is not None and self._told.code == row.code:
            self._show_summary(self._told)
        elif self._summarised != row.code:
            self._summarised = row.code
            self._summarise(row.code)

    @work(thread=True, exclusive=True, group="summary")
    def _summarise(self, code: GroupCode) -> None:
        worker = get_current_worker()
        group = self._asks.group(code)
        if group is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._show_summary, Summary.of(group))

    def _show_summary(self, told: Summary) -> None:
        self._told, self._summarised = told, None
        row = self._pointed_row() if self.can_draw else None
        if row is not None and told.code == row.code:
            side = self.query_one("#summary", Lines)
            columns, rows = side.content_size.width or 34, side.content_size.height or 20
            side.show(drawing.summary(row, told, self._asks.deck(), date_of(self._asks.wall()), columns, rows))

    def _pointed(self) -> str | None:
        listed = self._list
        return listed.get_option_at_index(listed.highlighted).id if listed.highlighted is not None else None

    def _pointed_row(self) -> GroupRow | None:
        return (self._groups or {}).get(self._pointed() or "")

    def pointed_group(self) -> GroupCode | None:
        """See ``HomeKeys``."""
        row = self._pointed_row()
        return row.code if row is not None else None

    def key_labels(self) -> Mapping[str, str]:
        """What enter would do."""
        if not self.can_draw:
            return {}
        pointed = self._pointed() or ""
        if pointed == rows_of.UNFINISHED:
            return {"open": _("Resume")}
        others = (rows_of.DEMO, rows_of.DISCARDED, rows_of.NEW_GROUP, rows_of.SAMPLE_GROUP)
        return {} if pointed.startswith(rows_of.CARD) or pointed in others else {"open": _("Make ready")}

    @on(OptionList.OptionHighlighted)
    def pointed_elsewhere(self) -> None:
        """Other keys may make sense now, and another group is told of."""
        self.show_keys()
        self._draw_summary()

    @on(OptionList.OptionSelected)
    def do_open(self) -> None:
        """Open what is pointed at; of a group make the next session ready."""
        asked = rows_of.opening(self._pointed() or "", self.pointed_group(), self._asks.deck())
        if asked is not None:
            self.post_message(asked)

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
