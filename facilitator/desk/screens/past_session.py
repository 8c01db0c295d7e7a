"""One past session: its agenda, planned against actual."""

from typing import ClassVar

from textual.content import Content

from exercises.deck import Deck
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import bindings
from facilitator.desk.screens import past_drawing
from facilitator.desk.screens.review_facts import series_numbers
from facilitator.desk.screens.scrolled_screen import ScrolledScreen
from facilitator.texts.phrases import day
from facilitator.texts.reviews import heading
from sessions.store.groups import Group


class PastSessionScreen(ScrolledScreen[None]):
    """One past session."""

    context: ClassVar[Context] = Context.PAST
    BINDINGS = bindings(Context.PAST)
    most = 96

    def __init__(self, group: Group, index: int, deck: Deck) -> None:
        """``index`` tells which of the group's sessions it is, from 0."""
        super().__init__()
        self._group = group
        self._index = index
        self._record = group.records[index]
        self._deck = deck

    @property
    def heading(self) -> str:
        """See ``ScrolledScreen``."""
        number = series_numbers(self._group.records).get(self._record.uid)
        if number is not None:
            return heading(self._record, self._group.code, number)
        return f"{self._group.code} · {day(self._record.day)}"

    def lines(self, columns: int) -> list[Content]:
        """The agenda with its deviations."""
        return past_drawing.kept(self._record, self._deck, columns)

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
