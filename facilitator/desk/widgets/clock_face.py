"""The large clock: as large as there is room for."""

from textual.content import Content

from facilitator.desk.widgets.lines import Lines
from facilitator.projector.large_type import draw, height, largest

SMALLEST_ROWS = height()


class ClockFace(Lines):
    """A few figures, drawn large."""

    def show_figures(self, figures: str, style: str = "") -> None:
        """Show these; small when there is no room for large ones."""
        scale = largest(figures, self.size.width, self.size.height)
        rows = draw(figures, scale) if scale else [figures]
        self.show(Content.styled("\n".join(rows), style))
