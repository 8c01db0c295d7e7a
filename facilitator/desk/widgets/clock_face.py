"""The large clock: as large as there is room for."""

from textual.content import Content

from facilitator.desk.widgets.lines import Lines
from facilitator.projector import block_figures, large_type


class ClockFace(Lines):
    """A few figures, drawn large. Standing still they are hollow where there is room, so that the shape tells too."""

    def show_figures(self, figures: str, style: str = "", *, still: bool = False) -> None:
        """Show these; small when there is no room for large ones."""
        columns, rows = self.size.width, self.size.height
        if scale := block_figures.largest(figures, columns, rows):
            block = block_figures.HOLLOW if still else block_figures.SOLID
            drawn = block_figures.draw(figures, scale, block)
        elif not self.app.has_class("-simple") and (scale := large_type.largest(figures, columns, rows)):
            drawn = list(large_type.draw(figures, scale))
        else:
            drawn = [figures]
        self.show(Content.styled("\n".join(drawn), style))
