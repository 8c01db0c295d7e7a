"""The report for whoever ordered the supervision as a PDF. Imported only for that: what makes PDFs is slow to load."""

from collections.abc import Sequence
from datetime import UTC, datetime

from fpdf import FPDF

from facilitator.texts.languages import language
from facilitator.texts.reports import Row, heads, one_unit, rows_said, sums, title
from sessions.values import GroupCode


def as_pdf(code: GroupCode, rows: Sequence[Row]) -> bytes:
    """As a paper. It says nothing of when or by what program it was made: its date is the last day in it."""
    pdf = FPDF(format="A4")
    made = max(row.day for row in rows)
    pdf.set_creation_date(datetime(made.year, made.month, made.day, tzinfo=UTC))
    pdf.set_producer("")
    pdf.set_title(title(code))
    pdf.set_lang(language())
    pdf.set_margin(20)
    pdf.add_page()
    pdf.set_font("helvetica", style="B", size=14)
    pdf.cell(0, 10, _latin(title(code)), new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    pdf.set_font("helvetica", size=11)
    with pdf.table(text_align=("LEFT", "RIGHT", "RIGHT", "RIGHT"), borders_layout="HORIZONTAL_LINES") as table:
        for cells in (heads(), *rows_said(rows), sums(rows)):
            table.row([_latin(cell) for cell in cells])
    pdf.ln(4)
    pdf.multi_cell(0, 6, _latin(one_unit()))
    return bytes(pdf.output())


def _latin(text: str) -> str:
    """What the fonts that every reader of PDF has can show."""
    return text.replace("–", "-").encode("latin-1", "replace").decode("latin-1")
