"""One past session: its agenda, planned against actual."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from exercises.deck import Deck
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.screens import past_drawing
from facilitator.desk.screens.review_facts import series_numbers
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.tones import STRONG, padding
from facilitator.texts.phrases import day
from facilitator.texts.reviews import heading
from sessions.store.groups import Group


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
        number = series_numbers(self._group.records).get(self._record.uid)
        head = f"{self._group.code} · {day(self._record.day)}"
        if number is not None:
            head = heading(self._record, self._group.code, number)
        self.query_one("#top", Lines).show(Content.styled(" " * pad + head, STRONG))
        lines = past_drawing.kept(self._record, self._deck, self.size.width - 2 * pad - 1)
        self.query_one("#past", Lines).update(Content("\n").join(lines))

    def do_use_again(self) -> None:
        """Make a session ready with this agenda."""
        self.post_message(m.UseAgainAsked(self._group, self._index))

    def do_correct(self) -> None:
        """Put it right."""
        self.post_message(m.CorrectAsked(self._group, self._index))

    def do_erase(self) -> None:
        """Erase it; asks first."""
        self.post_message(m.EraseAsked(self._group.code, self._record.uid))

    def do_stored(self) -> None:
        """Exactly what is stored about this group."""
        self.post_message(m.StoredAsked(self._group.code))
