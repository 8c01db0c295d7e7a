"""Sheets of A4 as every PDF from here has them: one margin, one type, nothing of when or by what they were made.

Imported only where a paper is made: what makes PDFs is slow to load.
"""

from datetime import datetime

from fpdf import FPDF

from facilitator.texts.languages import language
from facilitator.texts.phrases import NO_BREAK

MARGIN = 18
"""In millimetres."""
TYPE = "helvetica"
"""Every reader of PDF has it: nothing is embedded, and a paper is a few kilobytes."""
LETTERS = "windows-1252"
"""The letters it has: those of the three languages, with dashes and quotation marks."""
STAND_INS = str.maketrans({NO_BREAK: " ", "−": "-", "→": "-", "✓": "x", "◆": "*", "◇": "o", "\u00ad": ""})
"""Signs of the screens that it has not."""


def sheets(title: str, made: datetime, *, landscape: bool = False) -> FPDF:
    """An empty paper that says it was made at ``made``."""
    pdf = FPDF(format="A4", orientation="landscape" if landscape else "portrait")
    pdf.core_fonts_encoding = LETTERS
    pdf.set_creation_date(made)
    pdf.set_producer("")
    pdf.set_title(title)
    pdf.set_lang(language())
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(auto=True, margin=MARGIN)
    return pdf


def printable(text: str) -> str:
    """``text`` in the letters of the paper's type."""
    said = text.translate(STAND_INS)
    return said.encode(LETTERS, "replace").decode(LETTERS)
