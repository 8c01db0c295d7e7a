"""The cards: a list beside what is pointed at; searching, filters, drawing one. Also from where a card is taken."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from random import Random, SystemRandom
from typing import ClassVar, Protocol, runtime_checkable

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content

from exercises.card import Card, Question
from exercises.choosing import CardFilter
from exercises.closed import Theme
from exercises.deck import Deck
from exercises.folder import Part
from facilitator.commands import Command, Context
from facilitator.desk import messages as m
from facilitator.desk.rows_screen import RowsScreen
from facilitator.desk.screen import bindings
from facilitator.desk.screens import cards_drawing as drawing
from facilitator.desk.screens.card_filters import CardFilters
from facilitator.desk.screens.card_list import Broken, Entry, Listed, favourites_first, section
from facilitator.desk.screens.card_lots import Lots
from facilitator.desk.screens.card_purpose import Purpose, Taken
from facilitator.desk.screens.card_wanted import Wanted
from facilitator.desk.widgets.grounds import Across
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_list import LongList
from facilitator.desk.widgets.search_line import SearchLine
from facilitator.desk.widgets.tones import QUIET
from facilitator.preparing.preparation import DEFAULT_PEOPLE
from facilitator.settings import FAVOURITES, MOST_FAVOURITES, Settings
from facilitator.texts.cards import Paragraph
from facilitator.texts.languages import _, language
from sessions.values import Id


@runtime_checkable
class HasSettings(Protocol):
    """The program on which the list is opened, from home, a plan or a session: it keeps the favourites."""

    settings: Settings


class CardsScreen(RowsScreen[Taken | None]):
    """Cards and questions. With a purpose it gives back what was taken; None when it was left."""

    context: ClassVar[Context] = Context.CARDS
    CSS_PATH = "cards.tcss"
    BINDINGS = bindings(Context.CARDS)

    def __init__(
        self,
        deck: Deck,
        present: int = DEFAULT_PEOPLE,
        purpose: Purpose | None = None,
        *,
        wanted: CardFilter | None = None,
        recent: Collection[Id] = (),
        asked: Collection[Id] = (),
        themes: Collection[Theme] = (),
        chance: Random | None = None,
    ) -> None:
        """``recent`` are the cards this group has used lately, ``asked`` the questions that it has been asked.

        ``themes`` are what a question should be about.
        """
        super().__init__()
        self._deck = deck
        self._listed = Listed(deck, bare=purpose is not None)
        self._purpose = purpose
        self._wanted = Wanted(present, wanted or CardFilter())
        self._recent = frozenset(recent)
        self._lots = Lots(chance or SystemRandom(), self._recent, asked, themes)
        self.row = 0 if purpose is not None else 1
        self._favourites: tuple[str, ...] = ()
        self._rows: list[Entry] = []
        self._first = 0
        """The first line of the reading pane."""

    def compose(self) -> ComposeResult:
        """Head, search line, list and reading pane, effect, foot."""
        yield Lines(id="top")
        with Across(id="middle"):
            yield LongList(id="rows")
            yield Lines(id="card", classes="side")
        yield Lines(id="status")
        yield SearchLine(id="search")
        yield from self.foot()

    def on_mount(self) -> None:
        """List the deck as it was read last."""
        if isinstance(self.app, HasSettings):
            self._favourites = self.app.settings.favourites
        if not self.query(SearchLine):  # left again before there was anything on it
            return
        self._line.display = False
        self.query_one("#status").display = self._purpose is not None
        if not any(map(self._wanted.lets_through, self._listed.cards)):
            self._wanted = replace(self._wanted, filter=CardFilter(people=self._wanted.filter.people))
        self.choose()

    def on_screen_resume(self) -> None:
        """Take in what was edited meanwhile."""
        self._take_in()

    @work(thread=True, exclusive=True, group="deck")
    def _take_in(self) -> None:
        if self._deck.take_in():
            self.app.call_from_thread(self.deck_edited)

    def deck_edited(self) -> None:
        """List everything anew; what was pointed at stays pointed at, where it is still there."""
        self._listed = Listed(self._deck, bare=self._purpose is not None)
        self._choose_anew()

    def _choose_anew(self) -> None:
        pointed = _where(self.pointed())
        self.choose()
        self.point(next((row for row, each in enumerate(self._rows) if _where(each) == pointed), self.row))

    def on_resize(self) -> None:
        """Everything is fitted to the size."""
        self.call_after_refresh(self.draw)

    def choose(self) -> None:
        """List what is wanted."""
        found = self._listed.found(self._wanted.text, questions=self._wanted.questions)
        if not self._wanted.text:
            found = favourites_first(found, self._favourites)
        self._rows = [entry for entry in found if self._wanted.lets_through(entry)]
        self.row = max(0, min(self.row, len(self._rows) - 1))
        self.draw()

    def draw(self) -> None:
        """Show the list, what is pointed at, and what taking it would do."""
        if not self.can_draw:
            return
        count = sum(isinstance(entry, Card | Question) for entry in self._rows)
        self.show_title(*drawing.head(self._wanted, count, self._purpose.title if self._purpose is not None else ""))
        self.query_one(LongList).present(len(self._rows), self.row, self._drawn_row, self._heading)
        self._line.display_text()
        self._read(0)
        self.query_one("#status", Lines).show(drawing.status(self._effect(), self._wanted, self.size.width))
        self.show_keys()

    def _read(self, first: int) -> None:
        """Draw what is pointed at from a row on."""
        card, entry = self.query_one("#card", Lines), self.pointed()
        notes = (self._listed.why(entry), _("The group has used it recently.") if self._is_recent(entry) else "")
        told = drawing.described(entry, self._wanted.people, self._deck, *notes)
        parts = told if self._rows else [Paragraph(_("No match."))]
        content, last = drawing.pane(parts, card.content_size.width, max(1, card.content_size.height), max(0, first))
        self._first = max(0, min(first, last))
        card.show(content)

    def _is_recent(self, entry: Entry) -> bool:
        return isinstance(entry, Card) and entry.id in self._recent

    def _drawn_row(self, index: int, columns: int) -> Content:
        entry = self._rows[index]
        favourite = isinstance(entry, Card) and entry.id in self._favourites
        return drawing.row(
            entry,
            columns,
            self._wanted.people,
            self._deck,
            used=self._is_recent(entry),
            favourite=favourite,
            pointed=index == self.row,
            phase=bool(self._wanted.text) or favourite,
            empty=self._purpose.empty if self._purpose is not None else "",
        )

    def _heading(self, index: int) -> Content | None:
        """Of the section that begins with a row."""
        said, before = self._section(index), self._section(index - 1) if index else ""
        return Content.styled("  " + said, QUIET) if said not in ("", before) else None

    def _section(self, index: int) -> str:
        """What was searched for is one section, the best first."""
        return _("FOUND") if self._wanted.text else section(self._rows[index], self._favourites)

    def _effect(self) -> str:
        """What taking what is pointed at would do."""
        if self._purpose is None:
            return ""
        match self.pointed():
            case Card() as card:
                return self._purpose.effect(card.minutes(self._wanted.people))
            case Question():
                return self._purpose.effect(None)
            case None:
                return self._purpose.effect(0)
            case _:
                return ""

    def pointed(self) -> Entry:
        """What is pointed at."""
        return self._rows[self.row] if self._rows else None

    def row_count(self) -> int:
        """How many are listed."""
        return len(self._rows)

    def open_row(self) -> None:
        """As with enter."""
        self.do_take()

    def do_read_on(self) -> None:
        """Read on in what is pointed at."""
        self._read(self._first + max(1, self.query_one("#card").content_size.height - 2))

    def do_read_back(self) -> None:
        """Read back."""
        self._read(self._first - max(1, self.query_one("#card").content_size.height - 2))

    def do_take(self) -> None:
        """Take what is pointed at; when only looking, read it on a page of its own."""
        entry = self.pointed()
        if isinstance(entry, Broken):
            self.say(_("A broken file cannot be taken."))
        elif not self._rows:
            self.say(_("No match."))
        elif self._purpose is not None:
            leave(self, Taken(entry))
        elif isinstance(entry, Card):
            self.post_message(m.CardOpened(entry, self._wanted.people))
        else:
            self.say(_("All there is to read stands beside the list."))

    def bar_commands(self) -> Sequence[Command]:
        """See ``DeskScreen``; how to leave weighs more than what is stored, from where a card is taken above all."""
        return sorted(super().bar_commands(), key=lambda command: command.id == "stored")

    def key_labels(self) -> dict[str, str]:
        """Who only looks takes nothing; beside the key that draws a card, a word is enough for a question."""
        question = {"draw_question": _("Question")}
        return {"take": _("Open"), **question} if self._purpose is None else question

    def is_dim(self, command: str) -> bool:
        """Only a card can be read on a page of its own."""
        if command == "favourite":
            return not isinstance(self.pointed(), Card)
        return command == "take" and self._purpose is None and not isinstance(self.pointed(), Card)

    def do_edit(self) -> None:
        """Open the file of what is pointed at, if it is not the program's own."""
        entry = self.pointed()
        match entry:
            case Broken():
                part = Part.QUESTIONS if entry.path.parent.name == Part.QUESTIONS else Part.CARDS
                self.post_message(m.EditAsked(entry.path, part))
            case Card() if (path := self._deck.own_path(Part.CARDS, entry.id)) is not None:
                self.post_message(m.EditAsked(path, Part.CARDS))
            case _:
                self.say(_("Only your own can be edited; facilitator cards new ID begins one."))

    def do_draw_card(self) -> None:
        """Draw a card that suits: from those listed, never the same twice in a row."""
        self._show_questions(yes=False)
        self._point_at_drawn(self._lots.card(self._rows, self._wanted.people))

    def do_draw_question(self) -> None:
        """Draw a question: about what is listed, never the same twice in a row."""
        self._show_questions(yes=True)
        self._point_at_drawn(self._lots.question(self._rows))

    def _point_at_drawn(self, drawn: Card | Question | None) -> None:
        if drawn is None:
            self.say(_("There is nothing else to draw; F takes the filters off."))
            return
        self.point(self._rows.index(drawn))
        self.say(_("Drawn. No card is a choice too."))

    def do_questions(self) -> None:
        """Questions instead of cards, and back."""
        self._show_questions(yes=not self._wanted.questions)

    def _show_questions(self, *, yes: bool) -> None:
        if yes != self._wanted.questions:
            self._wanted = replace(self._wanted, questions=yes)
            self.row = 1
            self.choose()

    def do_favourite(self) -> None:
        """Make the card that is pointed at a favourite, or take that back; it stays pointed at."""
        card = self.pointed()
        if not isinstance(card, Card):
            self.say(_("Only a card can be a favourite."))
            return
        is_new = card.id not in self._favourites
        if is_new and len(self._favourites) >= MOST_FAVOURITES:
            self.say(_("There can be {count} favourites.").format(count=MOST_FAVOURITES))
            return
        others = tuple(each for each in self._favourites if each != card.id)
        self._favourites = (*others, str(card.id)) if is_new else others
        self.post_message(m.SettingChanged(FAVOURITES, self._favourites))
        self._choose_anew()
        said = (
            _("{card} is a favourite now; the same key takes it back.")
            if is_new
            else _("{card} is no favourite any more.")
        )
        self.say(said.format(card=card.name.said(language())))

    def do_people_more(self) -> None:
        """One person more."""
        self._want(self._wanted.for_people(self._wanted.people + 1))

    def do_people_fewer(self) -> None:
        """One person fewer."""
        self._want(self._wanted.for_people(self._wanted.people - 1))

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.choose()

    def do_filters(self) -> None:
        """The filters, each with what it is now; the list of them stays until it is left."""

        def filtered(by: CardFilter) -> None:
            self._want(replace(self._wanted, filter=by))

        CardFilters(self.app.push_screen, filtered, self._everything).ask(self._wanted.filter, self._wanted.people)

    def _everything(self) -> None:
        self._line.put("")
        self._line.display = False

    @property
    def _line(self) -> SearchLine:
        return self.query_one(SearchLine)

    def do_search(self) -> None:
        """Search by what is typed next; enter takes, esc makes the letters keys again."""
        self._line.display = True
        self.set_focus(self._line)
        self._listed.make_ready(questions=self._wanted.questions)

    @on(SearchLine.Changed)
    def typed(self, event: SearchLine.Changed) -> None:
        """List what is like it."""
        if (text := event.text.strip()) != self._wanted.text:
            self.row = 0
        self._want(replace(self._wanted, text=text))

    def leave_search(self) -> None:
        """Back to the list; what was found stays."""
        self.set_focus(None)
        self._line.display = bool(self._wanted.text)

    def do_leave(self) -> None:
        """Out of the search line; then the search itself; then out."""
        if self._line.has_focus:
            self.leave_search()
        elif self._wanted.text:
            self._line.put("")
            self._line.display = False
        else:
            super().do_leave()


def _where(entry: Entry) -> str:
    """What stays of an entry when its file is edited: a card may be broken now, and a broken one a card."""
    return entry.path.stem if isinstance(entry, Broken) else str(entry.id) if entry is not None else ""
