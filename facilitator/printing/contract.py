"""The three-party contract as one A4 to write on by hand: a point, and room below it. No group's code is on it."""

from collections.abc import Collection

from fpdf import FPDF

from facilitator.printing.blank import NO_DAY, rule, small
from facilitator.printing.paper import MARGIN, TYPE, printable
from facilitator.printing.tables import PALE, begun
from facilitator.texts.contracts import point_asks, point_name, title
from facilitator.texts.languages import _
from sessions.process import ContractPoint

BOX, ROOM = 3.2, 8.0
"""The box to tick and the room to write in, in millimetres."""


def contract_pdf(agreed: Collection[ContractPoint] = ()) -> bytes:
    """The sheet; the points that are ``agreed`` are ticked."""
    pdf = begun(title(), NO_DAY)
    small(pdf, _("The commissioner, the supervisees and the supervisor agree on each point and write it here."))
    pdf.ln(2)
    for point in ContractPoint:
        _draw(pdf, point, ticked=point in agreed)
    _signatures(pdf)
    return bytes(pdf.output())


def _draw(pdf: FPDF, point: ContractPoint, *, ticked: bool) -> None:
    top = pdf.get_y()
    pdf.set_draw_color(0)
    pdf.rect(MARGIN, top + 0.9, BOX, BOX)
    if ticked:
        pdf.line(MARGIN + 0.6, top + 2.6, MARGIN + 1.4, top + 3.6)
        pdf.line(MARGIN + 1.4, top + 3.6, MARGIN + 2.8, top + 1.4)
    pdf.set_x(MARGIN + 6)
    pdf.set_font(TYPE, style="B", size=10.5)
    name = printable(point_name(point))
    pdf.cell(pdf.get_string_width(name) + 3, 5, name)
    pdf.set_font(TYPE, size=9)
    pdf.cell(0, 5, printable(point_asks(point)), new_x="LMARGIN", new_y="NEXT")
    rule(pdf, ROOM, left=6)
    pdf.ln(1.6)


def _signatures(pdf: FPDF) -> None:
    pdf.ln(1)
    parties = (_("Commissioner"), _("Supervisees"), _("Supervisor"))
    width, gap = (pdf.epw - 12) / 3, 6
    pdf.set_draw_color(PALE)
    foot = pdf.get_y() + 11
    pdf.set_font(TYPE, size=9)
    for number, party in enumerate(parties):
        left = MARGIN + number * (width + gap)
        pdf.line(left, foot, left + width, foot)
        pdf.set_xy(left, foot + 0.5)
        pdf.cell(width, 4, printable(party + " · " + _("day")))
