"""What the list of cards holds, and how its rows and the reading pane look."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rich.cells import cell_len
from textual.content import Content

from exercises.card import Card, Question
from exercises.closed import Phase, Theme
from exercises.deck import Deck, Origin
from exercises.finding import Finder, Found
from exercises.folder import Part
from exercises.legible import legible
from exercises.ordering import order_key
from exercises.searching import Why
from exercises.tables import Fault
from facilitator.desk.widgets.paragraphs import drawn
from facilitator.desk.widgets.tones import QUIET, listed
from facilitator.texts.cards import GAP, WITHOUT_CARD, Paragraph, Tone, card_parts, language_note
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.finding import why_found
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of, origin_of_another
from facilitator.texts.phrases import minutes
from facilitator.texts.reasons import fault_alone
from sessions.cleaning import clean
from sessions.values import Id

MARKS = {Origin.SHIPPED: " ", Origin.OWN: "+", Origin.REPLACES: "*"}
USED, BROKEN, FAVOURITE = "·", "!", "★"
NOTES_FROM, PURPOSE_FROM = 54, 80
"""Columns from which a row has room for a note, and for what a card is for."""
NAMES = 34
"""Columns of names where what the card is for stands beside them."""
MOST_RELATED = 8


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be used, the supervisor's own or of another's deck."""

    path: Path
    faults: tuple[Fault, ...]
    name: str = ""
    """What it would be called, as far as that can be read."""
    under: Phase | Theme | None = None
    """The section in which it would stand, as far as that can be read."""


Entry = Card | Question | Broken | None
"""A row; None is the answer that needs no card."""


class Listed:
    """Everything that can be listed, and ready to be searched."""

    def __init__(self, deck: Deck, *, bare: bool) -> None:
        """``bare`` leaves out what cannot be taken."""
        order, by_name = list(Phase), order_key(language())
        self.cards = sorted(
            deck.cards(), key=lambda card: (order.index(card.phase), by_name(card.name.said(language())))
        )
        self.questions = list(deck.questions())
        self._deck = deck
        self._all_cards: list[Entry] = [*self.cards]
        self._all_questions: list[Entry] = [*self.questions]
        if not bare:
            self._put_broken_cards()
            self._put_broken_questions()
        self._whys: dict[Id, Why] = {}

    def found(self, wanted: str, *, questions: bool) -> list[Entry]:
        """What is like ``wanted``, best first; everything when nothing is wanted."""
        if not wanted:
            self._whys = {}
            return [None, *(self._all_questions if questions else self._all_cards)]
        finder = self._finder()
        found: list[Found[Card]] | list[Found[Question]]
        found = finder.questions(wanted) if questions else finder.cards(wanted)
        self._whys = {each.it.id: each.why for each in found if each.why is not None}
        return [each.it for each in found]

    def why(self, entry: Entry) -> str:
        """Why an entry was found; nothing when nothing was wanted."""
        why = self._whys.get(entry.id) if isinstance(entry, Card | Question) else None
        return why_found(why) if why is not None else ""

    def make_ready(self, *, questions: bool) -> None:
        """Make the texts ready for searching, before the first letter is typed."""
        finder = self._finder()
        if questions:
            finder.question_index()
        else:
            finder.card_index()

    def _put_broken_cards(self) -> None:
        """Each where it would stand: beside the card that is used in its stead, else by its phase and name."""
        order, by_name = list(Phase), order_key(language())
        places = {str(card.id): place for place, card in enumerate(self.cards)}
        keyed: list[tuple[tuple[int, tuple[int, ...], int], Entry]] = [
            ((order.index(card.phase), by_name(card.name.said(language())), 0), card) for card in self.cards
        ]
        for path, faults in self._deck.broken(Part.CARDS).items():
            seen = legible(path)
            name = seen.name.said(language())
            entry = Broken(path, tuple(faults), name, seen.phase)
            instead = places.get(path.stem) if path.parent.name == Part.CARDS else None
            if instead is not None:
                phase, key, _last = keyed[instead][0]
                keyed.append(((phase, key, 1), entry))
            else:
                phase = order.index(seen.phase) if seen.phase is not None else len(order)
                keyed.append(((phase, by_name(name or path.stem), 1), entry))
        self._all_cards = [entry for _key, entry in sorted(keyed, key=lambda each: each[0])]

    def _put_broken_questions(self) -> None:
        """Each file of questions before those of the themes after its own."""
        for path, faults in self._deck.broken(Part.QUESTIONS).items():
            after = [nth for nth, each in enumerate(self._all_questions) if _theme_of(each) > path.stem]
            under = Theme(path.stem) if path.stem in list(Theme) else None
            broken = Broken(path, tuple(faults), under=under)
            self._all_questions.insert(min(after, default=len(self._all_questions)), broken)

    def _finder(self) -> Finder:
        return self._deck.finder(language(), name_of)


def favourites_first(entries: list[Entry], favourites: Collection[str]) -> list[Entry]:
    """The same rows, the favourites before the other cards; what needs no card stays first."""
    return sorted(
        entries, key=lambda entry: entry is not None and not (isinstance(entry, Card) and entry.id in favourites)
    )


def section(entry: Entry, favourites: Collection[str] = ()) -> str:
    """The heading under which an entry stands where nothing is searched for; empty for what needs no card."""
    match entry:
        case Card() if entry.id in favourites:
            return _("FAVOURITES")
        case Card():
            return name_of(entry.phase).upper()
        case Question():
            return name_of(entry.theme).upper()
        case Broken():
            return name_of(entry.under).upper() if entry.under is not None else _("BROKEN FILES")
        case None:
            return ""


def row(
    entry: Entry,
    columns: int,
    people: int,
    deck: Deck,
    *,
    used: bool,
    favourite: bool,
    pointed: bool,
    phase: bool,
    empty: str,
) -> Content:
    """One row; a question takes as many lines as it needs. ``phase`` is said where no heading tells it."""
    notes: list[str] = []
    mark, style, right = " ", "", ""
    match entry:
        case Card():
            mark = MARKS[deck.origin(Part.CARDS, entry.id)]
            note = language_note(entry.name)
            label = entry.name.said(language()) + (f" ({note})" if note else "")
            right = f"{minutes(entry.minutes(people)):>6}"
            style = "" if entry.suits(people) else QUIET
            notes = [name_of(entry.phase)] if phase else []
        case Question():
            lines = wrapped(entry.text.said(language()), columns - 4)
            return Content("\n").join(listed([(f" {line}", "")], columns, chosen=pointed) for line in lines)
        case Broken():
            mark, label, style = BROKEN, entry.name or clean(entry.path.name, 60), QUIET
            right = _("broken")
        case None:
            label = empty or _("Without a card")
    if used and columns < NOTES_FROM:
        mark = USED if mark == " " else mark
    mark = (FAVOURITE + mark).strip() if favourite else mark
    notes = [_("recently") if used else "", *notes] if columns >= NOTES_FROM else []
    right = "  ".join([*(note for note in notes if note), f"{mark} {right}"])
    room = columns - cell_len(right) - 4
    parts = [(to_width(label, room), style)]
    if isinstance(entry, Card) and columns >= PURPOSE_FROM:
        names = min(NAMES, room)
        parts = [
            (to_width(label, names), style),
            (to_width("  " + entry.purpose.said(language()), room - names), QUIET),
        ]
    return listed([(" ", ""), *parts, (f" {right} ", QUIET)], columns, chosen=pointed)


def described(entry: Entry, people: int, deck: Deck, *notes: str) -> list[Paragraph]:
    """What is pointed at, in full. ``notes`` are why it was found, and when it was used."""
    noted = [Paragraph(note, Tone.QUIET) for note in notes if note]
    match entry:
        case Card():
            name = Paragraph(entry.name.said(language()), Tone.STRONG)
            return [name, *noted, *_origin_lines(entry, deck), *card_parts(entry, people, deck)]
        case Question():
            below = [each for each in (name_of(entry.theme), language_note(entry.text)) if each]
            question = Paragraph(entry.text.said(language()), Tone.STRONG)
            told = [question, *noted, GAP, *(Paragraph(line, Tone.QUIET) for line in below)]
            return [*told, *_related(entry, people, deck)]
        case Broken():
            where = Paragraph(clean(str(entry.path), 300), Tone.QUIET)
            faults = [Paragraph(_line(fault)) for fault in entry.faults]
            return [Paragraph(_("This file cannot be used."), Tone.STRONG), where, GAP, *faults]
        case None:
            return [Paragraph(_("Without a card"), Tone.STRONG), Paragraph(_(WITHOUT_CARD))]


def pane(parts: list[Paragraph], columns: int, rows: int, first: int) -> tuple[Content, int]:
    """So many rows of the paragraphs from row ``first`` on, and the last row to begin with.

    They are wrapped here and not by a widget that scrolls: another card is then drawn without a new layout.
    """
    lines = drawn(parts, columns)
    last = max(0, len(lines) - rows)
    shown = lines[min(first, last) :][:rows]
    if first < last:
        shown[-1] = Content.styled("↓ " + _("tab reads on"), QUIET)
    return Content("\n").join(shown), last


def _related(question: Question, people: int, deck: Deck) -> list[Paragraph]:
    """Cards about what a question is about, those that suit so many people."""
    cards = (card for card_id in deck.card_ids() if (card := deck.card(card_id)) is not None)
    about = (card for card in cards if question.theme in card.themes and card.suits(people))
    found = {card.name.said(language()): minutes(card.minutes(people)) for card in islice(about, MOST_RELATED)}
    if not found:
        return []
    room = max(map(cell_len, found))
    names = sorted(found, key=order_key(language()))
    rows = [Paragraph(f"{to_width(name, room)}  {found[name]:>6}") for name in names]
    return [GAP, Paragraph(_("Cards about the same"), Tone.HEADING), *rows]


def _origin_lines(card: Card, deck: Deck) -> list[Paragraph]:
    origin = deck.origin(Part.CARDS, card.id)
    if origin is Origin.SHIPPED:
        return []
    return [Paragraph(origin_of_another(deck, Part.CARDS, card.id) or name_of(origin), Tone.QUIET)]


def _theme_of(entry: Entry) -> str:
    return entry.theme if isinstance(entry, Question) else entry.path.stem if isinstance(entry, Broken) else ""


def _line(fault: Fault) -> str:
    said = fault_alone(fault)
    return _("Line {line}: {fault}").format(line=fault.line, fault=said) if fault.line else said
