"""The rest of today on paper: A4, a row for each item with its clock time, its steps and who speaks below it."""

from datetime import UTC, datetime

from fpdf import FPDF
from fpdf.recorder import FPDFRecorder

from exercises.deck import Deck
from facilitator.printing.paper import MARGIN, TYPE, printable, sheets
from facilitator.printing.rest import ItemToCome, RestOfToday, rest_of_today
from facilitator.texts.languages import _
from sessions.session import Session
from sessions.values import Instant

BOX, TIME, LENGTH = 6.0, 18.0, 20.0
"""Widths in millimetres: the box to tick, the clock time, the minutes."""
ROW, SMALL = 7.0, 5.5
"""Heights of a line, of an item and of its steps."""
PALE = 190
"""How light the lines are, 0 to 255."""


def agenda_pdf(session: Session, now: Instant, deck: Deck) -> bytes:
    """What is left of ``session`` at ``now``, as a PDF."""
    made = datetime.fromtimestamp((now + session.wall_offset_ms) / 1000, UTC)
    return as_pdf(rest_of_today(session, now, deck), made)


def as_pdf(rest: RestOfToday, made: datetime) -> bytes:
    """The paper; it says that it was made at ``made``."""
    pdf = sheets(rest.title, made)
    pdf.add_page()
    pdf.set_font(TYPE, style="B", size=16)
    pdf.multi_cell(0, 8, printable(rest.title), new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.set_font(TYPE, size=10)
    pdf.multi_cell(0, 6, printable(rest.heading), new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.ln(3)
    for item in rest.items:
        _draw_whole(pdf, item)
    _line(pdf)
    pdf.ln(1.5)
    pdf.set_font(TYPE, style="B", size=13)
    pdf.cell(0, ROW, printable(rest.ends), new_x="LMARGIN", new_y="NEXT")
    pdf.set_font(TYPE, size=8)
    pdf.cell(0, SMALL, printable(_("Nobody's words are on this paper.")), new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def _draw_whole(pdf: FPDF, item: ItemToCome) -> None:
    """Draw an item on one page: on the next where there is no room for all of it."""
    with pdf.offset_rendering() as tried:
        _draw(tried, item)
    if tried.page_break_triggered:
        pdf.add_page()
    _draw(pdf, item)


def _draw(pdf: FPDF | FPDFRecorder, item: ItemToCome) -> None:
    _line(pdf)
    pdf.ln(1.5)
    top = pdf.get_y()
    pdf.rect(MARGIN, top + 1.4, 3.6, 3.6)
    pdf.set_x(MARGIN + BOX)
    pdf.set_font(TYPE, style="B", size=13)
    pdf.cell(TIME, ROW, printable(item.begins))
    width = pdf.epw - BOX - TIME - LENGTH
    pdf.multi_cell(width, ROW, printable(item.title), new_x="RIGHT", new_y="TOP", align="L")
    pdf.set_font(TYPE, size=12)
    pdf.set_xy(pdf.w - MARGIN - LENGTH, top)
    pdf.cell(LENGTH, ROW, printable(item.minutes), align="R", new_x="LMARGIN", new_y="NEXT")
    if item.seats:
        _step(pdf, item.seats, "")
    for step in item.steps:
        _step(pdf, " · ".join(part for part in (step.said, step.speaking) if part), step.minutes)
    pdf.ln(1.5)


def _step(pdf: FPDF | FPDFRecorder, said: str, minutes: str) -> None:
    top = pdf.get_y()
    pdf.set_font(TYPE, size=11)
    pdf.set_x(MARGIN + BOX + TIME)
    pdf.multi_cell(pdf.epw - BOX - TIME - LENGTH, SMALL, printable(said), new_x="LMARGIN", new_y="NEXT", align="L")
    below = pdf.get_y()
    pdf.set_xy(pdf.w - MARGIN - LENGTH, top)
    pdf.cell(LENGTH, SMALL, printable(minutes), align="R")
    pdf.set_xy(MARGIN, below)


def _line(pdf: FPDF | FPDFRecorder) -> None:
    pdf.set_draw_color(PALE)
    pdf.line(MARGIN, pdf.get_y(), pdf.w - MARGIN, pdf.get_y())
    pdf.set_draw_color(0)
