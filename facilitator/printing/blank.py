"""Sheets that are filled in by hand: ruled lines, and nothing that would tell whose they are or when they were made."""

from datetime import date

from fpdf import FPDF

from facilitator.printing.paper import TYPE, printable
from facilitator.printing.tables import PALE

NO_DAY = date(2000, 1, 1)
"""What a blank sheet says of when it was made."""


def rule(pdf: FPDF, height: float, left: float = 0, width: float | None = None) -> None:
    """Leave room of this height (in millimetres) to write in, with a line at its foot."""
    pdf.set_draw_color(PALE)
    foot, begin = pdf.get_y() + height, pdf.l_margin + left
    pdf.line(begin, foot, begin + (width if width is not None else pdf.epw - left), foot)
    pdf.set_y(foot)


def small(pdf: FPDF, text: str, size: float = 9) -> None:
    """A few lines of explanation."""
    pdf.set_font(TYPE, size=size)
    pdf.multi_cell(0, size * 0.5, printable(text), new_x="LMARGIN", new_y="NEXT", align="L")
