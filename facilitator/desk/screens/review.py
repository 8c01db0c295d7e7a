"""The review of a group: where its time goes, its sessions, and what they tell of people, goals and cards."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from exercises.deck import Deck
from exercises.wordforms import matches
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import bindings
from facilitator.desk.screens import past_drawing
from facilitator.desk.screens import review_drawing as drawing
from facilitator.desk.screens.review_facts import SPANS, Review, cards_of, series_numbers
from facilitator.desk.searched_screen import SearchedScreen
from facilitator.desk.widgets.grounds import Across, Down
from facilitator.desk.widgets.late_row import LateRow
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.desk.widgets.search_line import SearchLine
from facilitator.desk.widgets.tones import EMPTY, QUIET, TALL, WIDE, padding
from facilitator.texts.languages import _
from facilitator.texts.names import exercise_name, plan_name
from facilitator.texts.phrases import day
from facilitator.texts.processes import kind_said
from facilitator.texts.reviews import heading
from sessions.store.groups import Group

DRIFTS_SHORT, DRIFTS_TALL = 6, 10
"""Lines for where the time goes, by the height of the screen."""


class GroupSessionsScreen(SearchedScreen[None]):
    """The sessions of a group."""

    context: ClassVar[Context] = Context.REVIEW
    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#home"
    BINDINGS = bindings(Context.REVIEW)

    def __init__(self, group: Group, deck: Deck, *, is_sample: bool = False) -> None:
        super().__init__()
        self._deck = deck
        self._is_sample = is_sample
        self._span: int | None = None
        self._marked: int | None = None
        """The session to be put beside another, by its index."""
        self._take(group)

    def _take(self, group: Group) -> None:
        self._group = group
        self._told = Review.of(group, self._deck, self._span)
        self._numbers = series_numbers(group.records)

    def renew(self, group: Group) -> None:
        """Something of the group was written: show it as it is now."""
        self._take(group)
        self._marked = None
        self.call_after_refresh(self.draw)

    def compose(self) -> ComposeResult:
        """Head, where time goes, list beside what the sessions tell, foot."""
        drift = Lines(id="drift")
        drift.styles.height = len(self._drift(WIDE, self.app.size.height))  # now, not by a second layout
        yield Lines(id="top")
        with Across(id="middle"):
            with Down(id="left"):
                yield SearchLine(id="search")
                yield drift
                yield Lines(id="columns")
                yield ChoiceList(id="home", markup=False)
            yield Lines(id="past", classes="side")
            yield Lines(id="tells", classes="side")
        yield from self.foot()

    def on_mount(self) -> None:
        """Say when there is nothing."""
        if not self.query("#home"):  # left again before there was anything on it
            return
        self.search_line.display = False
        if not self._group.records:
            self.say(_("No sessions yet."))
        self.set_focus(self.choices)

    def draw(self) -> None:
        """Show where time goes, the sessions, newest first, and what they tell."""
        if not self.can_draw:
            return
        told, pad = self._told, padding(self.size.width)
        head = drawing.head(self._group, told, pad, self.size.width, is_sample=self._is_sample)
        self.query_one("#top", Lines).show(head)
        columns = self.row_columns
        shown, lines = self.query_one("#drift", Lines), self._drift(columns, self.size.height)
        shown.display = bool(self._numbers)
        shown.styles.height = len(lines)
        shown.show(Content("\n").join([Content.assemble(" " * pad, line) for line in lines]))
        head = past_drawing.sessions_head(columns)
        self.query_one("#columns", Lines).show(Content.assemble(" " * pad, head) if self._group.records else EMPTY)
        self._fill(columns)
        self._show_past()
        side = self.query_one("#tells", Lines)
        if side.display and self._numbers:
            size = side.content_size
            told_lines = drawing.tells(told, self._deck, size.width or 40)
            rows = size.height or 30
            if len(told_lines) > rows:
                told_lines = [*told_lines[: rows - 1], Content.styled(_("… t shows all of it"), QUIET)]
            side.show(Content("\n").join(told_lines))

    @on(OptionList.OptionHighlighted)
    def _show_past(self) -> None:
        """The session pointed at, where there is room for a third column; below it those before it that fit whole."""
        past, index = self.query_one("#past", Lines), self._pointed()
        if past.display and index is not None:
            columns, rows = past.content_size.width or 40, past.content_size.height
            lines = self._told_of(index, columns)
            for before in reversed(range(index)):
                more = [EMPTY, EMPTY, *self._told_of(before, columns)]
                if len(lines) + len(more) > rows:
                    break
                lines += more
            past.show(Content("\n").join(lines[: rows or None]))

    def _told_of(self, index: int, columns: int) -> list[Content]:
        """All that is kept of a session, under whose and which it is."""
        record = self._group.records[index]
        title = heading(record, self._group.code, self._numbers.get(record.uid) or 0)
        return [Content.styled(title, QUIET), *past_drawing.kept(record, self._deck, columns)]

    def _drift(self, columns: int, height: int) -> list[Content]:
        """Where time goes, for a screen of this height; how many lines that takes does not hang on the columns."""
        rows = DRIFTS_TALL if height >= TALL else DRIFTS_SHORT
        return [*drawing.where_time_goes(self._told, columns, rows), EMPTY]

    def _fill(self, columns: int) -> None:
        records, listed = self._group.records, self.choices
        text = self.search_line.text.strip()
        rows = [index for index in reversed(range(len(records))) if not text or matches(text, self._words(index))]
        pointed = self._pointed()
        with self.prevent(OptionList.OptionHighlighted):
            listed.clear_options()
            listed.add_options(Option(LateRow(index, columns, partial(self._row, index)), str(index)) for index in rows)
            listed.highlighted = (rows.index(pointed) if pointed in rows else 0) if rows else None

    def _row(self, index: int, columns: int) -> Content:
        record, is_marked = self._group.records[index], index == self._marked
        return past_drawing.session_row(record, self._numbers.get(record.uid), self._deck, columns, is_marked=is_marked)

    def _words(self, index: int) -> str:
        """What a session is found by."""
        record, deck = self._group.records[index], self._deck
        cards = (exercise_name(card, deck) for card in cards_of(record))
        return " ".join([day(record.day), plan_name(record.plan, deck), kind_said(record.kind), *cards])

    def _pointed(self) -> int | None:
        """Which of the group's sessions is pointed at, from 0."""
        return int(self.pointed_id) if self.pointed_id is not None else None

    def is_dim(self, command: str) -> bool:
        """What is about a session needs one."""
        return command in ("open", "compare", "correct", "use_again") and not self._group.records

    @on(OptionList.OptionSelected)
    def do_open(self) -> None:
        """Open the session pointed at."""
        if (index := self._pointed()) is not None:
            self.post_message(m.RecordOpened(self._group, index))

    def do_use_again(self) -> None:
        """Make a session ready with the agenda of the one pointed at."""
        if (index := self._pointed()) is not None:
            self.post_message(m.UseAgainAsked(self._group, index))

    def do_group_session(self) -> None:
        """Make the next session ready."""
        self.post_message(m.NewSessionAsked(self._group.code))

    def do_span(self) -> None:
        """All sessions, or the last so many."""
        self._span = SPANS[(SPANS.index(self._span) + 1) % len(SPANS)]
        self._take(self._group)
        self.draw()
        self.say(drawing.span_said(self._span).capitalize())

    def do_compare(self) -> None:
        """Mark the session, or put it beside the one that is marked."""
        index, marked = self._pointed(), self._marked
        if index is None:
            return
        if marked is None:
            self._marked = index
            self.say(_("v on another session puts the two side by side."))
        else:
            self._marked = None
            if index != marked:
                self.post_message(m.ComparisonAsked(self._group, marked, index))
        self.draw()

    def do_tells(self) -> None:
        """All that the sessions tell, on a page of its own."""
        columns = min(self.size.width - 6, 76)
        lines = drawing.where_time_goes(self._told, columns, 20)
        lines += [EMPTY, *drawing.tells(self._told, self._deck, columns)]
        title = _("{code}: what the sessions tell").format(code=self._group.code)
        self.post_message(m.TextOpened(title, Content("\n").join(lines)))

    def do_set_up(self) -> None:
        """What is agreed with the group."""
        self.post_message(m.SetUpAsked(self._group.code))

    def do_log(self) -> None:
        """A session that was not run here."""
        self.post_message(m.LogAsked(self._group.code))

    def do_report(self) -> None:
        """The report for whoever ordered the supervision."""
        self.post_message(m.ReportAsked(self._group))

    def do_correct(self) -> None:
        """Put the session pointed at right."""
        if (index := self._pointed()) is not None:
            self.post_message(m.CorrectAsked(self._group, index))

    def do_erase(self) -> None:
        """Erase the group; asks first."""
        self.post_message(m.EraseAsked(self._group.code))

    def do_stored(self) -> None:
        """Exactly what is stored about this group."""
        self.post_message(m.StoredAsked(self._group.code))

    @on(SearchLine.Changed)
    def typed(self) -> None:
        """List what is like it."""
        self.search_line.display_text()
        self.draw()

    def do_leave(self) -> None:
        """Out of the filter; then out."""
        if self.search_line.display:
            self.search_line.put("")
            self.search_line.display = False
            self.set_focus(self.choices)
        else:
            super().do_leave()
