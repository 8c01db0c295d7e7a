"""The large clock: as large as there is room for."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.widgets.rows import Rows
from facilitator.projector import block_figures, large_type

THIN = str.maketrans({"█": "▌", "▀": "▘", "▄": "▖"})
"""Half blocks that stand still."""


class ClockFace(Rows):
    """A few figures, drawn large. Standing still they are hollow, so that the shape tells too."""

    def show_figures(self, figures: str, style: str = "", *, still: bool = False) -> None:
        """Show these; small when there is no room for large ones."""
        self.show([Content.styled(row, style) for row in self._drawn(figures, still=still)])

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
