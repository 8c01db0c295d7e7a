"""The cards: a list beside what is pointed at; searching, filters, drawing one. Also from where a card is taken."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from random import Random, SystemRandom
from typing import ClassVar, Protocol, runtime_checkable

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content

from exercises.card import Card, Question
from exercises.choosing import CardFilter, draw, fits, standing
from exercises.closed import Theme
from exercises.deck import Deck
from exercises.folder import Part
from exercises.sources import SourceKind
from facilitator.commands import Command, Context
from facilitator.desk import messages as m
from facilitator.desk.rows_screen import RowsScreen
from facilitator.desk.screen import bindings
from facilitator.desk.screens.card_filters import CardFilters, in_words
from facilitator.desk.screens.card_list import Broken, Entry, Listed, described, favourites_first, pane, row, section
from facilitator.desk.screens.card_purpose import Purpose, Taken
from facilitator.desk.widgets.grounds import Across
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_list import LongList
from facilitator.desk.widgets.search_line import SearchLine
from facilitator.desk.widgets.tones import QUIET, apart, padding
from facilitator.preparing.preparation import DEFAULT_PEOPLE
from facilitator.settings import FAVOURITES, MOST_FAVOURITES, Settings
from facilitator.texts.cards import Paragraph
from facilitator.texts.languages import _, language, ngettext
from facilitator.texts.names import name_of
from facilitator.texts.phrases import people, quoted
from sessions.limits import MOST_PEOPLE
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
        self._present = present
        self._purpose = purpose
        self._filter = wanted or CardFilter()
        self._recent = frozenset(recent)
        self._asked = set(asked)
        self._themes = tuple(themes)
        self._chance = chance or SystemRandom()
        self._questions = False
        self._search = ""
        self.row = 0 if purpose is not None else 1
        self._favourites: tuple[str, ...] = ()
        self._before: Id | None = None
        """What was drawn last."""
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
        self._listed = Listed(self._deck, bare=self._purpose is not None)
        if isinstance(self.app, HasSettings):
            self._favourites = self.app.settings.favourites
        if not self.query(SearchLine):  # left again before there was anything on it
            return
        self._line.display = False
        self.query_one("#status").display = self._purpose is not None
        if self._purpose is not None and self._filter != CardFilter() and not self._fitting():
            self._filter = CardFilter(people=self._filter.people)
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
        if hasattr(self, "_listed"):
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
        found = self._listed.found(self._search, questions=self._questions)
        if not self._search:
            found = favourites_first(found, self._favourites)
        self._rows = [entry for entry in found if self._is_wanted(entry)]
        self.row = max(0, min(self.row, len(self._rows) - 1))
        self.draw()

    def _is_wanted(self, entry: Entry) -> bool:
        if isinstance(entry, Card):
            return fits(entry, self._filter, self._present)
        if isinstance(entry, Question):
            return self._filter.theme in (None, entry.theme)
        return not self._search and (not isinstance(entry, Broken) or self._filter == CardFilter())

    def _fitting(self) -> list[Card]:
        return [card for card in self._listed.cards if fits(card, self._filter, self._present)]

    def draw(self) -> None:
        """Show the list, what is pointed at, and what taking it would do."""
        if not self.can_draw or not hasattr(self, "_listed"):
            return
        self.show_title(*self._head())
        self.query_one(LongList).present(len(self._rows), self.row, self._drawn_row, self._heading)
        self._line.display_text()
        entry = self.pointed()
        self._read(0)
        self.query_one("#status", Lines).show(self._status(entry))
        self.show_keys()

    def _read(self, first: int) -> None:
        """Draw what is pointed at from a row on."""
        card = self.query_one("#card", Lines)
        nothing = [Paragraph(_("No match."))]
        entry = self.pointed()
        used = isinstance(entry, Card) and entry.id in self._recent
        notes = (self._listed.why(entry), _("The group has used it recently.") if used else "")
        found = described(entry, self._present, self._deck, *notes)
        parts = found if self._rows else nothing
        content, last = pane(parts, card.content_size.width, max(1, card.content_size.height), max(0, first))
        self._first = max(0, min(first, last))
        card.show(content)

    def _drawn_row(self, index: int, columns: int) -> Content:
        entry = self._rows[index]
        used = isinstance(entry, Card) and entry.id in self._recent
        empty = self._purpose.empty if self._purpose is not None else ""
        favourite = isinstance(entry, Card) and entry.id in self._favourites
        return row(
            entry,
            columns,
            self._present,
            self._deck,
            used=used,
            favourite=favourite,
            pointed=index == self.row,
            phase=bool(self._search) or favourite,
            empty=empty,
        )

    def _heading(self, index: int) -> Content | None:
        """Of the section that begins with a row; what was searched for is one section, the best first."""
        said = section(self._rows[index], self._favourites)
        before = section(self._rows[index - 1], self._favourites) if index else ""
        if self._search:
            said, before = _("FOUND"), before and _("FOUND")
        return Content.styled("  " + said, QUIET) if said not in ("", before) else None

    def _head(self) -> tuple[str, str]:
        title = self._purpose.title if self._purpose is not None else _("Questions") if self._questions else _("Cards")
        wanted, parts = self._filter, [people(self._present)]
        cards = sum(isinstance(entry, Card | Question) for entry in self._rows)
        parts.append(
            ngettext("{count} question", "{count} questions", cards).format(count=cards)
            if self._questions
            else ngettext("{count} card", "{count} cards", cards).format(count=cards)
        )
        if wanted.theme is not None:
            parts.append(name_of(wanted.theme))
        if self._search:
            parts.append(quoted(self._search))
        if not self._questions and self._purpose is None:
            parts += in_words(wanted)
        return title, "".join(f" · {part}" for part in parts)

    def _status(self, entry: Entry) -> Content:
        """What taking it would do, and what is let through by the filters."""
        pad = padding(self.size.width)
        wanted = [] if self._questions else in_words(self._filter)
        parts = [(" " * pad, ""), (self._effect(entry), ""), ("   " if wanted else "", ""), (" · ".join(wanted), QUIET)]
        return apart(parts, [], self.size.width - pad)

    def _effect(self, entry: Entry) -> str:
        if self._purpose is None:
            return ""
        match entry:
            case Card():
                return self._purpose.effect(entry.minutes(self._present))
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
            self.post_message(m.CardOpened(entry, self._present))
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
            case Card() if self._deck.source(Part.CARDS, entry.id).kind is not SourceKind.SHIPPED:
                if (path := self._deck.path(Part.CARDS, entry.id)) is not None:
                    self.post_message(m.EditAsked(path, Part.CARDS))
            case _:
                self.say(_("Only your own can be edited; facilitator cards new ID begins one."))

    def do_draw_card(self) -> None:
        """Draw a card that suits: from those listed, never the same twice in a row."""
        self._show_questions(yes=False)
        among = [entry for entry in self._rows if isinstance(entry, Card) and entry.suits(self._present)]
        self._drawn(draw(among, self._chance, self._before, self._recent))

    def do_draw_question(self) -> None:
        """Draw a question: about what is listed, never the same twice in a row."""
        self._show_questions(yes=True)
        among = standing((entry for entry in self._rows if isinstance(entry, Question)), self._asked)
        about = [each for each in among if each.theme in self._themes]
        drawn = draw(about if len(about) > 1 else among, self._chance, self._before)
        if drawn is not None:
            self._asked.add(drawn.id)
        self._drawn(drawn)

    def _drawn(self, card: Card | Question | None) -> None:
        if card is None:
            self.say(_("There is nothing else to draw; F takes the filters off."))
            return
        self._before = card.id
        self.point(self._rows.index(card))
        self.say(_("Drawn. No card is a choice too."))

    def do_questions(self) -> None:
        """Questions instead of cards, and back."""
        self._show_questions(yes=not self._questions)

    def _show_questions(self, *, yes: bool) -> None:
        if yes != self._questions:
            self._questions = yes
            self.row = 1
            self.choose()

    def do_favourite(self) -> None:
        """Make the card that is pointed at a favourite, or take that back; it stays pointed at."""
        card = self.pointed()
        if not isinstance(card, Card):
            self.say(_("Only a card can be a favourite."))
            return
        others = tuple(each for each in self._favourites if each != card.id)
        if len(others) == len(self._favourites) >= MOST_FAVOURITES:
            self.say(_("There can be {count} favourites.").format(count=MOST_FAVOURITES))
            return
        is_new = len(others) == len(self._favourites)
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
        self._with_people(self._present + 1)

    def do_people_fewer(self) -> None:
        """One person fewer."""
        self._with_people(self._present - 1)

    def _with_people(self, count: int) -> None:
        self._present = max(1, min(MOST_PEOPLE, count))
        if self._filter.people is not None:
            self._filter = replace(self._filter, people=self._present)
        self.choose()

    def _want(self, wanted: CardFilter) -> None:
        self._filter = wanted
        self.choose()

    def do_filters(self) -> None:
        """The filters, each with what it is now; the list of them stays until it is left."""
        CardFilters(self.app.push_screen, self._want, self._everything).ask(self._filter, self._present)

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
        self._listed.make_ready(questions=self._questions)

    @on(SearchLine.Changed)
    def typed(self, event: SearchLine.Changed) -> None:
        """List what is like it."""
        if (text := event.text.strip()) != self._search:
            self.row = 0
        self._search = text
        self.choose()

    def leave_search(self) -> None:
        """Back to the list; what was found stays."""
        self.set_focus(None)
        self._line.display = bool(self._search)

    def do_leave(self) -> None:
        """Out of the search line; then the search itself; then out."""
        if self._line.has_focus:
            self.leave_search()
        elif self._search:
            self._line.put("")
            self._line.display = False
        else:
            super().do_leave()


def _where(entry: Entry) -> str:
    """What stays of an entry when its file is edited: a card may be broken now, and a broken one a card."""
    return entry.path.stem if isinstance(entry, Broken) else str(entry.id) if entry is not None else ""
