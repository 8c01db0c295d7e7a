"""Home: the unfinished session, the groups with their next sessions, a search."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import bindings
from facilitator.desk.screens import home_drawing as drawing
from facilitator.desk.screens import home_ways as ways
from facilitator.desk.screens.home_keys import HomeKeys
from facilitator.desk.screens.home_reads import GroupRows, HomeReads, Told, Waiting
from facilitator.desk.searched_screen import SearchedScreen
from facilitator.desk.widgets.grounds import Across, Down
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.desk.widgets.search_line import SearchLine
from facilitator.desk.widgets.tones import EMPTY, WIDE
from facilitator.texts.languages import _
from facilitator.texts.phrases import date_of

if TYPE_CHECKING:  # start-up
    from facilitator.desk.screens.home_facts import GroupRow
    from facilitator.desk.screens.home_search import DeckFinder
    from sessions.values import GroupCode

ROOM_FOR_WAYS = 5
"""Rows that are kept for the ways to begin, and the air above them, below what the program is."""


class HomeScreen(HomeKeys, SearchedScreen[None]):
    """Where the program begins."""

    AUTO_FOCUS = "#home"
    BINDINGS = bindings(Context.HOME)
    is_drawn = True
    """Its rows are there before it has a size: the first frame waits for nothing."""

    def __init__(self, reads: HomeReads) -> None:
        super().__init__(classes="-empty")
        self._asks = reads
        self._groups: dict[str, GroupRow] | None = None
        """By their codes; None until they have been read. What is in the files is not kept in memory."""
        self._reads = 0
        """How many times the groups were read; what an overtaken reading found is not shown."""
        self._finder: DeckFinder | None = None
        self._told: Told | None = None
        """Of the group that is pointed at, as it was read last."""
        self._summarised: GroupCode | None = None
        """The group that is being read just now."""
        self._wanted: GroupCode | None = None
        """The group to be pointed at as soon as it is listed."""

    def compose(self) -> ComposeResult:
        """Head, what was typed, list beside the chosen group, foot."""
        yield Lines(id="top")
        yield SearchLine(id="search")
        with Across(id="middle"):
            with Down(id="left"):
                yield Lines(id="about")
                yield ChoiceList(id="home", markup=False)
            yield Lines(id="course", classes="side")
            yield Lines(id="summary", classes="side")
        yield Lines(id="hint")
        yield from self.foot()

    def on_mount(self) -> None:
        """The search line is there when it is used."""
        if self.query("#search"):
            self.search_line.display = False
            self.query_one("#about").display = False

    def on_screen_resume(self) -> None:
        """Show what is there; a session may have ended meanwhile."""
        if self.can_draw:
            self.fill()

    def ticked(self) -> None:
        """Another minute."""
        self._draw_head()

    def fill(self, point: "GroupCode | None" = None) -> None:
        """List what is known, and read the groups anew in the background; then point at a group, if told which."""
        self._wanted = point or self._wanted
        self.draw()
        if self.focused is not self.search_line:
            self.set_focus(self.choices)
        self._reads += 1
        self._told = self._summarised = None
        # Textual paints before: it calls what comes to the top itself
        self.call_later(self._begin_reading, self._reads)

    def point_later(self, group: "GroupCode") -> None:
        """Point at a group when it is listed next: the one that was worked with."""
        self._wanted = group

    def draw(self) -> None:
        """Draw everything for the size there is."""
        if self.can_draw:
            self._draw_head()
            self._show_rows()
            self._draw_summary()

    def _draw_head(self) -> None:
        now = self._asks.wall()
        if self.can_draw:
            self.query_one("#top", Lines).show(drawing.head(now, date_of(now), self.columns))

    def _show_rows(self) -> None:
        """The rows that there are now. What was pointed at stays pointed at."""
        if not self.can_draw:
            return
        if self.has_class("-empty") == bool(self._groups):
            self.set_class(not self._groups, "-empty")
            self.call_after_refresh(self._show_rows)
        text = self.search_line.text.strip() if self.search_line.display else ""
        self._show_about(is_new=self._groups == {} and not text)
        rows = self._rows(text, self.row_columns)
        before = [(option.id, option.prompt) for option in self.choices.options]
        if before == [(option.id, option.prompt) for option in rows]:
            return
        pointed = None if text else self.pointed_id
        if rows[0].id == ways.UNFINISHED and all(option_id != ways.UNFINISHED for option_id, _prompt in before):
            pointed = ways.UNFINISHED
        self.choices.clear_options()
        self.choices.add_options(rows)
        first = next((i for i, option in enumerate(rows) if not option.disabled), None)
        self.choices.highlighted = next((i for i, option in enumerate(rows) if option.id == pointed), first)

    def _show_about(self, *, is_new: bool) -> None:
        """What the program is, for somebody who has no group yet."""
        about = self.query_one("#about", Lines)
        about.display = is_new
        self.set_class(is_new, "-new")
        if is_new:
            about.update(drawing.about(self.size.width - 4, self.query_one("#middle").size.height - ROOM_FOR_WAYS))

    def _rows(self, text: str, columns: int) -> list[Option]:
        """The rows for what was typed, at least one: what needs a group is imported when there is one."""
        if self._groups is None and not text:
            return ways.ways(Waiting(), columns, None)
        if not self._groups and not text:
            waiting = self._asks.waiting()
            return [*ways.unfinished(waiting, columns), *ways.ways(waiting, columns, 0)]
        from facilitator.desk.screens import home_rows  # start-up

        deck, today, groups = self._asks.deck(), date_of(self._asks.wall()), list((self._groups or {}).values())
        if text:
            return home_rows.found(text, groups, self._finder, deck, today, columns)
        return home_rows.usual(groups, self._asks.waiting(), deck, today, columns)

    def _begin_reading(self, number: int) -> None:
        if self.can_draw:
            self._read(number)

    @work(thread=True, exclusive=True, group="groups")
    def _read(self, number: int) -> None:
        self.app.call_from_thread(self._show_groups, number, self._asks.groups())

    @work(thread=True, exclusive=True, group="ahead")
    def _look_ahead(self) -> None:
        """Not before the list is seen: two threads that both work take twice as long."""
        self._asks.look_ahead()

    def _show_groups(self, number: int, found: GroupRows) -> None:
        if number != self._reads or not self.can_draw:
            return
        is_first = self._groups is None
        self._groups = {row.code: row for row in found.rows}
        self._show_rows()
        if is_first and self._groups and self.pointed_id == ways.NEW:
            self.choices.highlighted = self.choices.get_option_index(next(iter(self._groups)))
        if self._wanted in self._groups:  # else it was read before that group was written: it comes with the next
            if not self.search_line.text:
                self.choices.highlighted = self.choices.get_option_index(self._wanted)
            self._wanted = None
        self._draw_summary()
        if is_first and not self._message and (due := [row.code for row in found.rows if row.can_be_erased]):
            self.say(_("{codes}: long since the last session. X erases what is kept.").format(codes=", ".join(due[:6])))
        for problem in found.problems:
            self.post_message(m.DamageFound(problem))
        self.call_after_refresh(self.call_after_refresh, self._look_ahead)

    def _draw_summary(self) -> None:
        """The chosen group, where there is room for it."""
        row = self._pointed_row()
        if row is None or self.size.width < WIDE:
            for side in self.query(".side").results(Lines):
                side.show(EMPTY)
            self.query_one("#hint", Lines).show(self._hint(row) if row is not None else EMPTY)
        elif self._told is not None and self._told.summary.code == row.code:
            self._show_summary(self._told)
        elif self._summarised != row.code:
            self._summarised = row.code
            self.call_after_refresh(self._begin_summary, row.code)

    def _hint(self, row: "GroupRow") -> Content:
        from facilitator.desk.screens import home_group_drawing  # start-up

        return home_group_drawing.hint(row, date_of(self._asks.wall()), self.size.width - 2)

    def _begin_summary(self, code: "GroupCode") -> None:
        """Read it, unless another group is pointed at by now: what was pressed is painted first."""
        if code == self._summarised and self.can_draw:
            self._summarise(code)

    @work(thread=True, exclusive=True, group="summary")
    def _summarise(self, code: "GroupCode") -> None:
        from facilitator.desk.screens import home_course_drawing  # noqa: F401 (start-up; loaded before it is drawn)

        worker = get_current_worker()
        told = self._asks.summary(code)
        if told is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._show_summary, told)

    def _show_summary(self, told: Told) -> None:
        from facilitator.desk.screens import home_course_drawing  # start-up

        self._told, self._summarised = told, None
        row = self._pointed_row() if self.can_draw else None
        if row is None or told.summary.code != row.code:
            return
        deck, today = self._asks.deck(), date_of(self._asks.wall())
        course, side = self.query_one("#course", Lines), self.query_one("#summary", Lines)
        columns, rows = side.content_size.width or 34, side.content_size.height or 20
        side.show(home_course_drawing.summary(row, told, deck, today, columns, rows, is_alone=not course.display))
        if course.display:
            course.show(home_course_drawing.course(row, told.course, deck, today, *course.content_size))

    def _pointed_row(self) -> "GroupRow | None":
        return (self._groups or {}).get(self.pointed_id or "")

    def pointed_group(self) -> "GroupCode | None":
        """See ``HomeKeys``."""
        row = self._pointed_row()
        return row.code if row is not None else None

    def key_labels(self) -> Mapping[str, str]:
        """What enter would do."""
        label = ways.opening_label(self.pointed_id or "") if self.can_draw else ""
        return {"open": label} if label else {}

    @on(OptionList.OptionHighlighted)
    def pointed_elsewhere(self) -> None:
        """Other keys may make sense now, and another group is told of."""
        self.show_keys()
        self._draw_summary()

    @on(OptionList.OptionSelected)
    def do_open(self) -> None:
        """Open what is pointed at; of a group make the next session ready."""
        from facilitator.desk.screens import home_rows  # start-up

        asked = home_rows.opening(self.pointed_id or "", self.pointed_group(), self._asks.deck())
        if asked is not None:
            self.post_message(asked)

    def do_search(self) -> None:
        """Find a group, a plan or a card by what is typed next."""
        super().do_search()
        if self._finder is None:
            self._make_finder()

    @work(thread=True, exclusive=True, group="finder")
    def _make_finder(self) -> None:
        self.app.call_from_thread(self._take_finder, self._asks.finder())

    def _take_finder(self, finder: "DeckFinder") -> None:
        self._finder = finder
        if self.can_draw:
            self._show_rows()

    @on(SearchLine.Changed)
    def typed(self) -> None:
        """List what is like it."""
        self.search_line.display_text()
        self._show_rows()
        self._draw_summary()

    def on_key(self, event: events.Key) -> None:
        """In the search esc gives everything back; ``SearchedScreen`` has the other keys."""
        if self.search_line.has_focus and event.key == "escape":
            event.stop()
            self._leave_search()

    def _leave_search(self) -> None:
        self.search_line.put("")
        self.search_line.display = False
        self.set_focus(self.choices)
        self._show_rows()
