"""The key to the codes, for the paper calendar: which code is which group, written in by hand and kept apart."""

from collections.abc import Sequence

from facilitator.printing.blank import NO_DAY, small
from facilitator.printing.paper import TYPE, printable
from facilitator.printing.tables import PALE, begun
from facilitator.texts.languages import _
from sessions.values import GroupCode

ROWS, HEIGHT = 21, 9.5
"""So many rows on a page, so high in millimetres."""
CODE = 22.0
"""The width of the code's column, in millimetres."""


def code_key_pdf(codes: Sequence[GroupCode]) -> bytes:
    """The sheet, with the codes there are and rows to spare. It knows no group by name."""
    pdf = begun(_("Key to the group codes"), NO_DAY)
    small(
        pdf,
        _(
            "To be filled in by hand and kept under lock, apart from the computer: who has both can tell whose history "
            "is whose. Strike a row out, or destroy the sheet, when a group has been erased."
        ),
    )
    pdf.ln(3)
    pdf.set_draw_color(PALE)
    widths = (CODE, (pdf.epw - CODE) * 0.6, (pdf.epw - CODE) * 0.4)
    pages = max(1, -(-(len(codes) + 3) // ROWS))
    rows: list[str] = [*codes, *[""] * (pages * ROWS - len(codes))]
    for number, code in enumerate(rows):
        if number % ROWS == 0:
            if number:
                pdf.add_page()
            pdf.set_font(TYPE, style="B", size=10)
            for width, head in zip(widths, (_("Code"), _("Group"), _("Where the contract is")), strict=True):
                pdf.cell(width, 7, printable(head))
            pdf.ln(7)
            pdf.set_font(TYPE, size=12)
        for width, text in zip(widths, (code, "", ""), strict=True):
            pdf.cell(width, HEIGHT, printable(text), border=1)
        pdf.ln(HEIGHT)
    return bytes(pdf.output())
