"""Tables on paper: a heading, what it is about, and each table below its title, never parted from its first rows."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from fpdf import FPDF

from facilitator.printing.paper import TYPE, printable, sheets
from facilitator.texts.tables import Table

PALE = 170
"""How light ruled lines are, 0 to 255."""
LINE = 6.0
"""Height of a line, in millimetres."""


def begun(title: str, made: date) -> FPDF:
    """A paper with its heading; it says that it was made on the day ``made``, and nothing else of that."""
    pdf = sheets(title, datetime(made.year, made.month, made.day, tzinfo=UTC))
    pdf.add_page()
    pdf.set_font(TYPE, style="B", size=16)
    pdf.multi_cell(0, 8, printable(title), new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.ln(3)
    return pdf


def draw(pdf: FPDF, table: Table) -> None:
    """Draw a table at the foot of what is there."""
    if table.title:
        if pdf.will_page_break(5 * LINE):
            pdf.add_page()
        pdf.set_font(TYPE, style="B", size=12)
        pdf.cell(0, 8, printable(table.title), new_x="LMARGIN", new_y="NEXT")
    pdf.set_font(TYPE, size=11)
    columns = len(table.heads)
    align = ("LEFT", *["RIGHT" if table.figures else "LEFT"] * (columns - 1))
    widths = (2, *[1 if table.figures else 3] * (columns - 1))
    rows = (table.heads, *table.rows) if any(table.heads) else table.rows
    pdf.set_draw_color(PALE)
    with pdf.table(
        text_align=align,
        col_widths=widths,
        line_height=1.5 * pdf.font_size,
        borders_layout="HORIZONTAL_LINES",
        first_row_as_headings=any(table.heads),
    ) as drawn:
        for row in rows:
            drawn.row([printable(cell) for cell in row])
    if table.note:
        pdf.ln(2)
        pdf.multi_cell(0, LINE, printable(table.note), new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.ln(4)


def as_pdf(title: str, tables: Sequence[Table], made: date) -> bytes:
    """A paper of tables."""
    pdf = begun(title, made)
    for table in tables:
        draw(pdf, table)
    return bytes(pdf.output())
