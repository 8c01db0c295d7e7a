"""The cards: a list beside what is pointed at; searching, filters, drawing one. They are taken in ``card_taking``."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content

from exercises.card import Card, Question
from exercises.choosing import CardFilter
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
from facilitator.desk.screens.card_purpose import Taken
from facilitator.desk.screens.card_wanted import Wanted
from facilitator.desk.screens.favourites import Favourites
from facilitator.desk.widgets.grounds import Across
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_list import LongList
from facilitator.desk.widgets.reading_pane import ReadingPane
from facilitator.desk.widgets.search_line import SearchLine
from facilitator.desk.widgets.tones import QUIET
from facilitator.preparing.preparation import DEFAULT_PEOPLE
from facilitator.settings import FAVOURITES, MOST_FAVOURITES
from facilitator.texts.cards import Paragraph
from facilitator.texts.languages import _, language
from sessions.values import Id


class CardsScreen(RowsScreen[Taken | None]):
    """Cards and questions, to read."""

    context: ClassVar[Context] = Context.CARDS
    CSS_PATH = "cards.tcss"
    BINDINGS = bindings(Context.CARDS)

    lists_broken: ClassVar[bool] = True
    """Whether what cannot be taken stands in the list."""
    without_card = ""
    """What the row is called that needs no card; empty as usual."""
    row = 1
    """That row stands first, and there is little to read of it."""

    def __init__(self, deck: Deck, people: int = DEFAULT_PEOPLE) -> None:
        super().__init__()
        self._deck = deck
        self._listed = self._list_deck()
        self._wanted = Wanted(people, CardFilter())
        self._recent: Collection[Id] = ()
        """Cards that the group has used lately."""
        self._lots = Lots()
        self._favourites = Favourites(None)
        self._rows: list[Entry] = []

    def _list_deck(self) -> Listed:
        return Listed(self._deck, bare=not self.lists_broken)

    def compose(self) -> ComposeResult:
        """Head, list and reading pane, search line, foot."""
        yield Lines(id="top")
        with Across(id="middle"):
            yield LongList(id="rows")
            yield ReadingPane(id="card", classes="side")
        yield from self.below()
        yield SearchLine(id="search")
        yield from self.foot()

    def below(self) -> ComposeResult:
        """What stands below the list."""
        yield from ()

    def on_mount(self) -> None:
        """List the deck as it was read last."""
        self._favourites = Favourites(self.app)
        if not self.query(SearchLine):  # left again before there was anything on it
            return
        self._line.display = False
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
        self._listed = self._list_deck()
        self._choose_anew()

    def _choose_anew(self) -> None:
        pointed = _where(self.pointed())
        self.choose()
        self.point(next((row for row, each in enumerate(self._rows) if _where(each) == pointed), self.row))

    def choose(self) -> None:
        """List what is wanted."""
        found = self._listed.found(self._wanted.text, questions=self._wanted.questions)
        if not self._wanted.text:
            found = favourites_first(found, self._favourites)
        self._rows = [entry for entry in found if self._wanted.lets_through(entry)]
        self.row = max(0, min(self.row, len(self._rows) - 1))
        self.draw()

    def draw(self) -> None:
        """Show the list, and what is pointed at."""
        if not self.can_draw:
            return
        count = sum(isinstance(entry, Card | Question) for entry in self._rows)
        self.show_title(self.title_of_list(), drawing.counted(self._wanted, count) + self.beside_count())
        self.query_one(LongList).present(len(self._rows), self.row, self._drawn_row, self._heading)
        self._line.display_text()
        self.query_one(ReadingPane).read(self._told())
        self.show_keys()

    def title_of_list(self) -> str:
        """What is listed."""
        return _("Questions") if self._wanted.questions else _("Cards")

    def beside_count(self) -> str:
        """What the filter lets through, where it is not said below."""
        return "".join(f" · {part}" for part in drawing.filters(self._wanted))

    def _told(self) -> list[Paragraph]:
        """What is pointed at, in full."""
        if not self._rows:
            return [Paragraph(_("No match."))]
        entry = self.pointed()
        notes = (self._listed.why(entry), _("The group has used it recently.") if self._is_recent(entry) else "")
        return drawing.described(entry, self._wanted.people, self._deck, *notes)

    def _is_recent(self, entry: Entry) -> bool:
        return isinstance(entry, Card) and entry.id in self._recent

    def _drawn_row(self, index: int, columns: int) -> Content:
        entry = self._rows[index]
        favourite = entry in self._favourites
        return drawing.row(
            entry,
            columns,
            self._wanted.people,
            self._deck,
            used=self._is_recent(entry),
            favourite=favourite,
            pointed=index == self.row,
            phase=bool(self._wanted.text) or favourite,
            empty=self.without_card,
        )

    def _heading(self, index: int) -> Content | None:
        """Of the section that begins with a row."""
        said, before = self._section(index), self._section(index - 1) if index else ""
        return Content.styled("  " + said, QUIET) if said not in ("", before) else None

    def _section(self, index: int) -> str:
        """What was searched for is one section, the best first."""
        return _("FOUND") if self._wanted.text else section(self._rows[index], self._favourites)

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
        self.query_one(ReadingPane).read_on()

    def do_read_back(self) -> None:
        """Read back."""
        self.query_one(ReadingPane).read_on(-1)

    def do_take(self) -> None:
        """Take what is pointed at."""
        entry = self.pointed()
        if isinstance(entry, Broken):
            self.say(_("A broken file cannot be taken."))
        elif not self._rows:
            self.say(_("No match."))
        else:
            self.take(entry)

    def take(self, entry: Card | Question | None) -> None:
        """Who only looks takes nothing: a card is read on a page of its own."""
        if isinstance(entry, Card):
            self.post_message(m.CardOpened(entry, self._wanted.people))
        else:
            self.say(_("All there is to read stands beside the list."))

    def bar_commands(self) -> Sequence[Command]:
        """See ``DeskScreen``; how to leave weighs more than what is stored, from where a card is taken above all."""
        return sorted(super().bar_commands(), key=lambda command: command.id == "stored")

    def key_labels(self) -> dict[str, str]:
        """What taking is here; beside the key that draws a card, a word is enough for a question."""
        return {"take": _("Open"), "draw_question": _("Question")}

    def is_dim(self, command: str) -> bool:
        """Only a card can be a favourite, or be read on a page of its own."""
        return command in ("favourite", "take") and not isinstance(self.pointed(), Card)

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
        if not self._favourites.turn(card):
            self.say(_("There can be {count} favourites.").format(count=MOST_FAVOURITES))
            return
        self.post_message(m.SettingChanged(FAVOURITES, self._favourites.ids))
        self._choose_anew()
        said = (
            _("{card} is a favourite now; the same key takes it back.")
            if card in self._favourites
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
