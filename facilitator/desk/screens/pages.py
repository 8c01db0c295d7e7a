"""Pages to read: what is stored, a card."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from exercises.card import Card
from exercises.deck import Deck
from facilitator.commands import Command, Context
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_text import LongText
from facilitator.desk.widgets.paragraphs import drawn
from facilitator.desk.widgets.tones import EMPTY, MOST, inset, padding
from facilitator.texts.cards import card_parts
from facilitator.texts.languages import _, language


class Readable(Lines):
    """A text that can be selected: nothing private is in it."""

    ALLOW_SELECT = True


class Page(DeskScreen[None]):
    """A text to scroll through."""

    context: ClassVar[Context] = Context.READING
    ALLOW_SELECT = True
    BINDINGS = bindings(Context.READING)

    def __init__(self, title: str, text: Callable[[], Content]) -> None:
        super().__init__()
        self._heading = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, text, foot."""
        yield Lines(id="top")
        with LongText(id="page"):
            yield Readable(self._text(), classes="text")
        yield from self.foot()

    def on_mount(self) -> None:
        """The arrows scroll."""
        if not self.query("#page"):  # left again before there was anything on it
            return
        self.set_focus(self.query_one("#page"))
        self.draw()

    def draw(self) -> None:
        """Show the title."""
        self.show_title(self._heading, before=inset(self.size.width, MOST))


class StoredPage(Page):
    """What is stored: the key for it has brought us here."""

    def bar_commands(self) -> Sequence[Command]:
        """See ``DeskScreen``; without the key that would lead here."""
        return [command for command in super().bar_commands() if command.id != "stored"]

    def do_stored(self) -> None:
        """It is here."""
        self.say(_("This is what is stored."))


def text_page(title: str, text: str | Content) -> Page:
    """A text to read; a plain one is never read as markup."""
    return Page(title, lambda: Content(text) if isinstance(text, str) else text)


MOST_ON_A_PAGE = 15_000
"""Characters of what is stored: laying out more would be felt."""


def stored_page(text: str) -> StoredPage:
    """What is on disk, as much of it as can be read on a page."""
    return StoredPage(_("What is stored"), lambda: Content(text))


class CardPage(Page):
    """A card in full, its present step marked."""

    def __init__(self, card: Card, present_step: int | None, people: int, deck: Deck) -> None:
        super().__init__(card.name.said(language()), lambda: EMPTY)
        self._parts = list(card_parts(card, people, deck, present_step))

    def draw(self) -> None:
        """The steps are fitted to the width."""
        super().draw()
        columns = self.size.width - 3 * padding(self.size.width)
        for told in self.query(Readable):
            told.put(Content("\n").join(drawn(self._parts, columns)))
