"""What the list of cards holds, and how its rows and the reading pane look."""

from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len
from textual.content import Content

from exercises.card import Card, Question
from exercises.closed import Phase
from exercises.deck import Deck, Origin
from exercises.folder import Part
from exercises.searching import Index, folded
from exercises.tables import Fault
from facilitator.desk.widgets.tones import MOST, QUIET, listed
from facilitator.texts.cards import WITHOUT_CARD, Tone, card_parts, language_note
from facilitator.texts.columns import fitted, wrapped
from facilitator.texts.languages import LANGUAGES, _, language
from facilitator.texts.names import name_of
from facilitator.texts.phrases import minutes
from facilitator.texts.reasons import fault_alone
from sessions.cleaning import clean

STYLES = {Tone.PLAIN: "", Tone.QUIET: QUIET, Tone.STRONG: "bold", Tone.SAID: "italic"}
MARKS = {Origin.SHIPPED: " ", Origin.OWN: "+", Origin.REPLACES: "*"}
USED, BROKEN = "·", "!"
NOTES_FROM = 56
"""Columns from which a row has room for a note."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A file of the supervisor's own that cannot be used."""

    path: Path
    faults: tuple[Fault, ...]


Entry = Card | Question | Broken | None
"""A row; None is the answer that needs no card."""


class Listed:
    """Everything that can be listed, and ready to be searched."""

    def __init__(self, deck: Deck, *, bare: bool) -> None:
        """``bare`` leaves out what cannot be taken."""
        order = list(Phase)
        self.cards = sorted(
            deck.cards(), key=lambda card: (order.index(card.phase), folded(card.name.said(language())))
        )
        self.questions = list(deck.questions())
        broken = {**deck.broken(Part.CARDS), **deck.broken(Part.QUESTIONS)}
        self._broken = [] if bare else [Broken(path, tuple(faults)) for path, faults in broken.items()]
        self._card_index: Index | None = None
        self._question_index: Index | None = None

    def found(self, wanted: str, *, questions: bool) -> list[Entry]:
        """What is like ``wanted``, best first; everything when nothing is wanted."""
        if not wanted:
            return [None, *(self.questions if questions else self.cards), *([] if questions else self._broken)]
        index = self.make_ready(questions=questions)
        return [(self.questions if questions else self.cards)[place] for place in index.find(wanted)]

    def make_ready(self, *, questions: bool) -> Index:
        """Make the texts ready for searching, before the first letter is typed."""
        if questions:
            self._question_index = self._question_index or Index([_question_words(each) for each in self.questions])
            return self._question_index
        self._card_index = self._card_index or Index([_card_words(card) for card in self.cards])
        return self._card_index


def row(entry: Entry, columns: int, people: int, deck: Deck, *, used: bool, pointed: bool, empty: str) -> Content:
    """One row; a question takes as many lines as it needs."""
    mark, style, right = " ", "", ""
    match entry:
        case Card():
            mark = MARKS[deck.origin(Part.CARDS, entry.id)]
            note = language_note(entry.name)
            label = entry.name.said(language()) + (f" ({note})" if note else "")
            right = minutes(entry.minutes(people))
            if not entry.suits(people):
                style = QUIET
            if columns >= NOTES_FROM:
                right = f"{name_of(entry.phase)}  {right:>6}"
        case Question():
            lines = wrapped(entry.text.said(language()), columns - 4)
            return Content("\n").join(listed([(f" {line}", "")], columns, chosen=pointed) for line in lines)
        case Broken():
            mark, label, style = BROKEN, clean(entry.path.name, 60), QUIET
            right = _("broken")
        case None:
            label = empty or _("Without a card")
    if used:
        mark = USED if mark == " " else mark
        right = _("lately") + "  " + right if columns >= NOTES_FROM else right
    room = columns - cell_len(right) - 4
    return listed([(mark, QUIET), (fitted(label, room), style), (f" {right} ", QUIET)], columns, chosen=pointed)


def described(entry: Entry, people: int, deck: Deck) -> list[tuple[str, str]]:
    """What is pointed at, in full: paragraphs with their styles."""
    match entry:
        case Card():
            parts = [(entry.name.said(language()), "bold"), *_origin_lines(entry, deck)]
            parts += [(part.text, STYLES[part.tone]) for part in card_parts(entry, people, deck)]
        case Question():
            note = language_note(entry.text)
            parts = [(entry.text.said(language()), "bold"), ("", ""), (name_of(entry.theme), QUIET), (note, QUIET)]
        case Broken():
            parts = [(_("This file cannot be used."), "bold"), (clean(str(entry.path), 300), QUIET), ("", "")]
            parts += [(_line(fault), "") for fault in entry.faults]
        case None:
            parts = [(_("Without a card"), "bold"), (_(WITHOUT_CARD), "")]
    return parts


def pane(parts: list[tuple[str, str]], columns: int, rows: int, first: int) -> tuple[Content, int]:
    """So many rows of the paragraphs from row ``first`` on, and the last row to begin with.

    They are wrapped here and not by a widget that scrolls: another card is then drawn without a new layout.
    """
    lines = [
        Content.styled(line, style)
        for text, style in parts
        for line in wrapped(text, max(10, min(MOST, columns)), "   " if text[:1] in " ▶" else "")
    ]
    last = max(0, len(lines) - rows)
    shown = lines[min(first, last) :][:rows]
    if first < last:
        shown[-1] = Content.styled("↓ " + _("page down reads on"), QUIET)
    return Content("\n").join(shown), last


def _origin_lines(card: Card, deck: Deck) -> list[tuple[str, str]]:
    origin = deck.origin(Part.CARDS, card.id)
    return [] if origin is Origin.SHIPPED else [(name_of(origin), QUIET)]


def _line(fault: Fault) -> str:
    said = fault_alone(fault)
    return _("Line {line}: {fault}").format(line=fault.line, fault=said) if fault.line else said


def _card_words(card: Card) -> tuple[str, str]:
    names = [getattr(card.name, each) for each in LANGUAGES]
    purposes = [getattr(card.purpose, each) for each in LANGUAGES]
    themes = [name_of(theme) for theme in card.themes]
    return card.name.said(language()), " ".join((*names, *purposes, *themes, name_of(card.phase), card.id))


def _question_words(question: Question) -> tuple[str, str]:
    text = question.text
    return text.said(language()), f"{text.fi} {text.en} {text.sv} {name_of(question.theme)}"
