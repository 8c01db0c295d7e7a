"""The large clock: as large as there is room for."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.widgets.rows import Rows
from facilitator.desk.widgets.tones import STRONG
from facilitator.projector import block_figures, large_type

THIN = str.maketrans({"█": "▌", "▀": "▘", "▄": "▖"})
"""Half blocks that stand still."""
SIGN_GAP = 2
"""Columns between the figures and the sign of a pause, for each column of one of its two bars."""
HIGH = 10
"""From so many rows on the figures need all columns, and the sign of a pause stands under the words beside them."""


def pause_sign(columns: int, rows: int) -> str:
    """Each of the ``rows`` of the sign of a pause: as wide as its height allows; empty without room."""
    wide = min(max(1, rows // 2), columns // 3)
    return "█" * wide + " " * wide + "█" * wide


class ClockFace(Rows):
    """A few figures, drawn large. Standing still they are hollow and a sign stands behind them: the shape tells too."""

    def show_figures(self, figures: str, style: str = "", *, still: bool = False) -> None:
        """Show these; small when there is no room for large ones."""
        drawn = self._drawn(figures, still=still)
        wide = max(map(cell_len, drawn))
        room = (self.size.width - wide) // (3 + SIGN_GAP) * 3
        sign = pause_sign(room, len(drawn)) if still and 1 < len(drawn) < HIGH else ""
        before = wide + SIGN_GAP * cell_len(sign) // 3
        self.show([Content.assemble((row.ljust(before) if sign else row, style), (sign, STRONG)) for row in drawn])

    def _drawn(self, figures: str, *, still: bool) -> Sequence[str]:
        columns, rows = self.size.width, self.size.height
        block = block_figures.HOLLOW if still else block_figures.SOLID
        if scale := block_figures.largest(figures, columns, rows):
            return block_figures.draw(figures, scale, block)
        if self.app.has_class("-simple"):
            low = block_figures.draw_low(figures, block)
            fits = len(low) <= rows and max(map(cell_len, low), default=0) <= columns
            return low if low and fits else [figures]
        if scale := large_type.largest(figures, columns, rows):
            drawn = large_type.draw(figures, scale)
            return [row.translate(THIN) for row in drawn] if still else drawn
        return [figures]
