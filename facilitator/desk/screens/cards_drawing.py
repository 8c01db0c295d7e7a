"""How the cards look: the head, the rows of the list, the reading pane, what stands below them."""

from itertools import islice

from rich.cells import cell_len
from textual.content import Content

from exercises.card import Card, Question
from exercises.deck import Deck, Origin
from exercises.folder import Part
from exercises.ordering import order_key
from exercises.tables import Fault
from facilitator.desk.screens.card_filters import in_words
from facilitator.desk.screens.card_list import Broken, Entry
from facilitator.desk.screens.card_wanted import Wanted
from facilitator.desk.widgets.tones import QUIET, apart, listed, padding
from facilitator.texts.cards import GAP, WITHOUT_CARD, Paragraph, Tone, card_parts, language_note
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _, language, ngettext
from facilitator.texts.names import name_of, origin_of_another
from facilitator.texts.paths import shown_path
from facilitator.texts.phrases import minutes, quoted
from facilitator.texts.phrases import people as people_said
from facilitator.texts.reasons import fault_alone
from sessions.cleaning import clean

MARKS = {Origin.SHIPPED: " ", Origin.OWN: "+", Origin.REPLACES: "*"}
USED, BROKEN, FAVOURITE = "·", "!", "★"
NOTES_FROM, PURPOSE_FROM = 54, 80
"""Columns from which a row has room for a note, and for what a card is for."""
NAMES = 34
"""Columns of names where what the card is for stands beside them."""
MOST_RELATED = 8


def counted(wanted: Wanted, count: int) -> str:
    """How many people, how many cards or questions, and what makes them fewer, for beside the title."""
    found = (
        ngettext("{count} question", "{count} questions", count)
        if wanted.questions
        else ngettext("{count} card", "{count} cards", count)
    )
    parts = [people_said(wanted.people), found.format(count=count)]
    if wanted.filter.theme is not None:
        parts.append(name_of(wanted.filter.theme))
    if wanted.text:
        parts.append(quoted(wanted.text))
    return "".join(f" · {part}" for part in parts)


def filters(wanted: Wanted) -> list[str]:
    """What the filter lets through; questions have only their theme."""
    return [] if wanted.questions else in_words(wanted.filter)


def status(effect: str, wanted: Wanted, columns: int) -> Content:
    """What taking what is pointed at would do, and what the filter lets through."""
    pad = padding(columns)
    said = " · ".join(filters(wanted))
    parts = [(" " * pad, ""), (effect, ""), ("   " if said else "", ""), (said, QUIET)]
    return apart(parts, [], columns - pad)


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
            where = Paragraph(shown_path(entry.path), Tone.QUIET)
            faults = [Paragraph(_line(fault)) for fault in entry.faults]
            return [Paragraph(_("This file cannot be used."), Tone.STRONG), where, GAP, *faults]
        case None:
            return [Paragraph(_("Without a card"), Tone.STRONG), Paragraph(_(WITHOUT_CARD))]


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


def _line(fault: Fault) -> str:
    said = fault_alone(fault)
    return _("Line {line}: {fault}").format(line=fault.line, fault=said) if fault.line else said
