"""Past sessions of a group, newest first, with what they tell; and one past agenda, planned against actual."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from exercises.deck import Deck
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.screens import home_drawing, past_drawing
from facilitator.desk.screens.home_facts import Summary
from facilitator.desk.screens.review_facts import drifts
from facilitator.desk.widgets.lines import EMPTY, ChoiceList, Lines
from facilitator.desk.widgets.tones import ACCENT, QUIET, STRONG, padding
from facilitator.texts.languages import _
from facilitator.texts.phrases import day
from facilitator.texts.reviews import heading, times
from sessions.store.groups import Group


class GroupSessionsScreen(DeskScreen[None]):
    """The sessions of a group."""

    context: ClassVar[Context] = Context.REVIEW
    CSS_PATH = "review.tcss"
    BINDINGS = bindings(Context.REVIEW)

    def __init__(self, group: Group, deck: Deck) -> None:
        super().__init__()
        self._group = group
        self._deck = deck

    def compose(self) -> ComposeResult:
        """Head, list beside what the sessions tell, foot."""
        yield Lines(id="top")
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                yield Lines(id="columns")
                yield ChoiceList(id="home", markup=False)
            yield Lines(id="tells", classes="side")
        yield from self.foot()

    def on_mount(self) -> None:
        """Say when there is nothing."""
        if not self.query("#home"):  # left again before there was anything on it
            return
        if not self._group.records:
            self.say(_("No sessions yet."))
        self.query_one("#home").focus()
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        """Everything is fitted to the size."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """List the sessions, newest first, and say what they tell."""
        if not self.can_draw:
            return
        records, deck = self._group.records, self._deck
        pad = padding(self.size.width)
        self.query_one("#top", Lines).show(self._head(pad))
        side = self.query_one("#tells", Lines)
        listed = self.query_one("#home", OptionList)
        columns = max(20, (listed.scrollable_content_region.width or self.size.width) - 2 * pad)
        head = past_drawing.sessions_head(columns)
        self.query_one("#columns", Lines).show(Content.assemble(" " * pad, head) if records else EMPTY)
        pointed = listed.highlighted or 0
        rows = [(index, records[index]) for index in reversed(range(len(records)))]
        listed.clear_options()
        listed.add_options(
            Option(past_drawing.session_row(record, index + 1, deck, columns), str(index)) for index, record in rows
        )
        listed.highlighted = pointed if records else None
        if records and side.display:
            size = side.content_size
            told = home_drawing.summary(Summary.of(self._group), deck, size.width or 40, 99)
            lines = [*past_drawing.where_time_goes(drifts(records), size.width or 40), *told.split("\n")[2:]]
            side.show(Content("\n").join(lines[: size.height or 30]))

    def _head(self, pad: int) -> Content:
        records = self._group.records
        since = f"{day(records[0].day)}–{day(records[-1].day)}" if records else ""
        return Content.assemble(
            (" " * pad + self._group.code, f"bold {ACCENT}"),
            (f"   {times(len(records))}", STRONG),
            (f"   {since}", QUIET),
        )

    @on(OptionList.OptionSelected)
    def do_open(self) -> None:
        """Open the session pointed at."""
        listed = self.query_one("#home", OptionList)
        if listed.highlighted is not None:
            self.post_message(m.RecordOpened(self._group, len(self._group.records) - 1 - listed.highlighted))

    def do_stored(self) -> None:
        """Exactly what is stored about this group."""
        self.post_message(m.StoredAsked(self._group.code))


class PastSessionScreen(DeskScreen[None]):
    """One past session."""

    context: ClassVar[Context] = Context.PAST
    CSS_PATH = "review.tcss"
    BINDINGS = bindings(Context.PAST)

    def __init__(self, group: Group, index: int, deck: Deck) -> None:
        """``index`` tells which of the group's sessions it is, from 0."""
        super().__init__()
        self._group = group
        self._index = index
        self._record = group.records[index]
        self._deck = deck

    def compose(self) -> ComposeResult:
        """Title, agenda with its deviations, foot."""
        yield Lines(id="top")
        with VerticalScroll(id="page"):
            yield Lines(classes="text", id="past")
        yield from self.foot()

    def on_mount(self) -> None:
        """The arrows scroll."""
        if not self.query("#page"):  # left again before there was anything on it
            return
        self.query_one("#page").focus()
        self.draw()

    def on_resize(self) -> None:
        """The columns are fitted to the width."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show the agenda."""
        if not self.can_draw:
            return
        pad = padding(self.size.width)
        head = heading(self._record, self._group.code, self._index + 1)
        self.query_one("#top", Lines).show(Content.styled(" " * pad + head, STRONG))
        lines = past_drawing.kept(self._record, self._deck, self.size.width - 2 * pad - 1)
        self.query_one("#past", Lines).update(Content("\n").join(lines))

    def do_use_again(self) -> None:
        """Make a session ready with this agenda."""
        self.post_message(m.UseAgainAsked(self._group, self._index))

    def do_stored(self) -> None:
        """Exactly what is stored about this group."""
        self.post_message(m.StoredAsked(self._group.code))
