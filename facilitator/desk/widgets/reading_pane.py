"""A text beside a list: as much of it as there is room for, read on by a key."""

from collections.abc import Sequence

from textual.content import Content

from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.paragraphs import drawn
from facilitator.desk.widgets.tones import QUIET
from facilitator.texts.cards import Paragraph
from facilitator.texts.languages import _


class ReadingPane(Lines):
    """Paragraphs, from the first row or from another on."""

    _parts: Sequence[Paragraph] = ()
    _first = 0
    """The first row in sight."""

    def read(self, parts: Sequence[Paragraph]) -> None:
        """Show these, from the first row on."""
        self._parts = parts
        self._show_from(0)

    def read_on(self, pages: int = 1) -> None:
        """So many times what is seen now, less two rows; back when negative."""
        self._show_from(self._first + pages * max(1, self.content_size.height - 2))

    def _show_from(self, first: int) -> None:
        size = self.content_size
        content, last = pane(self._parts, size.width, max(1, size.height), max(0, first))
        self._first = max(0, min(first, last))
        self.show(content)


def pane(parts: Sequence[Paragraph], columns: int, rows: int, first: int) -> tuple[Content, int]:
    """So many rows of the paragraphs from row ``first`` on, and the last row to begin with.

    They are wrapped here and not by a widget that scrolls: another card is then drawn without a new layout.
    """
    lines = drawn(parts, columns)
    last = max(0, len(lines) - rows)
    shown = lines[min(first, last) :][:rows]
    if first < last:
        shown[-1] = Content.styled("↓ " + _("tab reads on"), QUIET)
    return Content("\n").join(shown), last
