"""The deck on paper: cards of A6, four on a sheet of A4, to be printed on both sides and cut.

On the front is what the group may see: name, purpose, invitation, what the card holds for the group. On the back is
what the supervisor needs: steps with minutes and who speaks, materials, cautions, advice, the source. The backs are
laid out for turning the sheet over its long edge.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from fpdf import FPDF
from fpdf.enums import MethodReturnValue
from msgspec import Struct

from exercises.card import Card
from exercises.deck import Deck
from exercises.folder import Part
from exercises.sources import SourceKind
from facilitator.printing.paper import TYPE, printable, sheets
from facilitator.texts.cards import arithmetic, exact_minutes
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of, origin_of_another
from facilitator.texts.phrases import minutes, people

WIDE, HIGH = 105.0, 148.5
"""Millimetres of a card: a quarter of A4."""
AIR = 9.0
"""Millimetres around its text; printers cannot print nearer to the edge of the sheet."""
MARK = 4.0
"""Millimetres of a mark to cut by."""
ACROSS = DOWN = 2
ON_A_SHEET = ACROSS * DOWN
SERIF = "times"
"""Of names and of what is said; every reader of PDF has it."""
INK, QUIET, SAGE, AMBER, RULE = (21, 25, 26), (86, 96, 93), (31, 107, 80), (117, 80, 10), (207, 211, 204)
SMALLEST_SCALE, SCALE_STEP = 0.4, 0.05
LARGEST_FRONT = 1.3
"""A front with few words has them larger: it lies on the table between people."""
MANY_STEPS = 8
"""More of them have their minutes beside their name."""
LINE = 1.28
"""Height of a line against its letters."""
MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""The same deck is the same paper whenever it is made."""
_MILLIMETRES = 25.4 / 72


class Block(Struct, frozen=True):
    """A paragraph of a card."""

    text: str
    size: float
    """Of its letters, in points, before it is made to fit."""
    above: float = 1.0
    """Millimetres above it, before it is made to fit."""
    style: str = ""
    family: str = TYPE
    colour: tuple[int, int, int] = INK
    indented: float = 0.0
    """Millimetres from the left."""


def cards_pdf(cards: Sequence[Card], deck: Deck, present: int | None = None) -> bytes:
    """The cards as a paper; minutes for so many people, or for the number that each card is best with."""
    pdf = sheets(_("Cards"), MADE)
    pdf.set_auto_page_break(auto=False)
    for first in range(0, len(cards), ON_A_SHEET):
        on_sheet = cards[first : first + ON_A_SHEET]
        for side in (front, back):
            pdf.add_page()
            _cut_marks(pdf)
            for place, card in enumerate(on_sheet):
                column, row = place % ACROSS, place // ACROSS
                if side is back:
                    column = ACROSS - 1 - column
                last, largest = (foot(card, deck), 1.0) if side is back else ("", LARGEST_FRONT)
                blocks = list(side(card, present or card.people[1]))
                _draw(pdf, blocks, last, column * WIDE, row * HIGH, largest)
    return bytes(pdf.output())


def front(card: Card, present: int) -> Iterator[Block]:
    """What the group may see."""
    said = language()
    yield Block(f"{name_of(card.phase)} · {minutes(card.minutes(present))} · {people(present)}", 8.5, 0, colour=SAGE)
    yield Block(card.name.said(said), 21, 2.5, family=SERIF)
    yield Block(card.purpose.said(said), 10.5, 1.5, colour=QUIET)
    if card.invitation:
        yield Block(card.invitation.said(said), 14.5, 7, "I", SERIF)
    for nth, line in enumerate(card.sheet.said(said).splitlines()):
        yield Block(line, 11, 1.2 if nth else 7)


def back(card: Card, present: int) -> Iterator[Block]:
    """What the supervisor needs."""
    said = language()
    yield Block(card.name.said(said), 12, 0, "B")
    fewest, _best, most = card.people
    about = [name_of(card.form), _("{fewest}–{most} people").format(fewest=fewest, most=most), name_of(card.remote)]
    yield Block(" · ".join(about), 7.5, 0.6, colour=QUIET)
    for nth, (step, label) in enumerate(zip(card.steps, card.step_texts, strict=True), 1):
        takes = arithmetic(step, present) or exact_minutes(step.minutes.for_people(present))
        facts = f"{takes} · {name_of(step.speaking)}"
        if len(card.steps) > MANY_STEPS:
            yield Block(f"{nth}  {label.said(said)} · {facts}", 8.5, 1.3, "B")
        else:
            yield Block(f"{nth}  {label.said(said)}", 9.5, 2.2, "B")
            yield Block(facts, 8, 0.2, colour=QUIET, indented=4)
        if nth <= len(card.step_invitations) and (invitation := card.step_invitations[nth - 1]):
            yield Block(invitation.said(said), 10, 0.3, "I", SERIF, indented=4)
    for heading, text, colour in (
        (_("Materials"), card.materials, QUIET),
        (_("Caution"), card.caution, AMBER),
        (_("Advice"), card.advice, QUIET),
        (_("Source"), card.source, QUIET),
    ):
        if text:
            yield Block(heading, 8, 2.6, "B", colour=colour)
            yield from (Block(line, 8.5, 0.4) for line in text.said(said).splitlines())


def foot(card: Card, deck: Deck) -> str:
    """The last line of the back: whose it is, and the licence by which it may be copied."""
    source = deck.source(Part.CARDS, card.id)
    if source.kind is SourceKind.SHIPPED:
        return f"{card.id} · The facilitator founders, {source.licence}"
    return " · ".join(filter(None, (str(card.id), origin_of_another(deck, Part.CARDS, card.id))))


def _draw(pdf: FPDF, blocks: list[Block], last: str, left: float, top: float, largest: float) -> None:
    """Draw a card at a place of the sheet, as large as it fits."""
    room = HIGH - 2 * AIR - (5 if last else 0)
    scale = largest
    while scale > SMALLEST_SCALE and sum(_height(pdf, block, scale) for block in blocks) > room:
        scale -= SCALE_STEP
    at = top + AIR
    for block in blocks:
        at += block.above * scale
        pdf.set_xy(left + AIR + block.indented * scale, at)
        at += _paragraph(pdf, block, scale, dry=False)
    if last:
        pdf.set_font(TYPE, size=6)
        pdf.set_text_color(*QUIET)
        pdf.set_xy(left + AIR, top + HIGH - AIR - 2.5)
        pdf.cell(WIDE - 2 * AIR, 2.5, printable(last))


def _height(pdf: FPDF, block: Block, scale: float) -> float:
    return block.above * scale + _paragraph(pdf, block, scale, dry=True)


def _paragraph(pdf: FPDF, block: Block, scale: float, *, dry: bool) -> float:
    """Draw a paragraph, or only measure it; its height in millimetres."""
    size = block.size * scale
    pdf.set_font(block.family, block.style, size)
    pdf.set_text_color(*block.colour)
    width = WIDE - 2 * AIR - block.indented * scale
    line = size * _MILLIMETRES * LINE
    words = printable(block.text)
    height = pdf.multi_cell(width, line, words, align="L", dry_run=dry, output=MethodReturnValue.HEIGHT)
    assert isinstance(height, float)
    return height


def _cut_marks(pdf: FPDF) -> None:
    """Short lines at the edges and a small cross in the middle: what is cut shows no line on a card."""
    pdf.set_draw_color(*RULE)
    pdf.set_line_width(0.2)
    for x, y in ((WIDE, 0.0), (WIDE, HIGH * DOWN - MARK), (WIDE, HIGH - MARK / 2)):
        pdf.line(x, y, x, y + MARK)
    for x, y in ((0.0, HIGH), (WIDE * ACROSS - MARK, HIGH), (WIDE - MARK / 2, HIGH)):
        pdf.line(x, y, x + MARK, y)
