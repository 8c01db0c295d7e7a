"""Past sessions of a group, newest first, and one past agenda with planned against actual minutes."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from exercises.deck import Deck
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.texts.languages import _
from facilitator.texts.reviews import (
    agenda_lines,
    facts,
    goals_line,
    heading,
    legend,
    line_of,
    put_off_line,
    record_line,
)
from sessions.store.groups import Group

TITLE = 30
NUMBERS = 13


class GroupSessionsScreen(DeskScreen[None]):
    """The sessions of a group."""

    context: ClassVar[Context] = Context.REVIEW
    BINDINGS = bindings(Context.REVIEW)

    def __init__(self, group: Group, deck: Deck) -> None:
        super().__init__()
        self._group = group
        self._deck = deck

    def compose(self) -> ComposeResult:
        """Title, list, foot."""
        yield Lines(Content.styled(f" {line_of(self._group, self._deck)}", "bold"), id="top")
        yield ChoiceList(id="home", markup=False)
        yield from self.foot()

    def on_mount(self) -> None:
        """List the sessions, newest first."""
        if not self.query("#home"):  # left again before there was anything on it
            return
        listed = self.query_one("#home", OptionList)
        for index in reversed(range(len(self._group.records))):
            line = record_line(self._group.records[index], index + 1, self._deck)
            listed.add_option(Option(Content(line), str(index)))
        if not self._group.records:
            self.say(_("No sessions yet."))
        listed.highlighted = 0 if self._group.records else None
        listed.focus()

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
    BINDINGS = bindings(Context.PAST)

    def __init__(self, group: Group, index: int, deck: Deck) -> None:
        """``index`` tells which of the group's sessions it is, from 0."""
        super().__init__()
        self._group = group
        self._index = index
        self._record = group.records[index]
        self._deck = deck

    def compose(self) -> ComposeResult:
        """Title, agenda with bars, foot."""
        head = heading(self._record, self._group.code, self._index + 1)
        yield Lines(Content.styled(f" {head}", "bold"), id="top")
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
        """The bars are fitted to the width."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show the agenda."""
        if not self.can_draw:
            return
        record, deck = self._record, self._deck
        columns = max(8, self.size.width - TITLE - NUMBERS - 4)
        head = _("Item").ljust(TITLE) + _("plan").rjust(5) + " " + _("took").rjust(4)
        lines = [facts(record, deck), "", head, *agenda_lines(record, deck, columns, TITLE), "", legend()]
        if not record.items:
            lines = [facts(record, deck), "", _("Of this session only the day, the minutes and the plan are kept.")]
        lines += [line for line in (put_off_line(record), goals_line(record)) if line]
        self.query_one("#past", Lines).update(Content("\n".join(lines)))

    def do_use_again(self) -> None:
        """Make a session ready with this agenda."""
        self.post_message(m.UseAgainAsked(self._group, self._index))

    def do_stored(self) -> None:
        """Exactly what is stored about this group."""
        self.post_message(m.StoredAsked(self._group.code))
