"""A list of any length of which only the rows in sight are drawn: what thousands of cards need at every key."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message

from facilitator.desk.widgets.rows import Rows

Draw = Callable[[int, int], Content]
"""Draws a row by its index in so many columns."""
WHEEL = 3


class LongList(Rows):
    """Rows, one of them pointed at. It holds no rows: the screen draws those it asks for."""

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        row: int
        again: bool
        """It was clicked before, and is still the one pointed at."""

    @dataclass
    class Scrolled(Message):
        """The wheel was turned: so many rows down, or up when below 0."""

        by: int

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._first = 0
        self._row_of: list[int] = []
        """The row of each line in sight."""
        self._clicked: int | None = None
        """The row that was clicked last, as long as it is the one pointed at."""

    def present(self, count: int, pointed: int, draw: Draw) -> None:
        """Draw the rows around the one pointed at."""
        room, columns = max(1, self.size.height), self.size.width
        if pointed != self._clicked:
            self._clicked = None
        drawn: dict[int, list[Content]] = {}

        def height(row: int) -> int:
            if row not in drawn:
                drawn[row] = draw(row, columns).split("\n")
            return len(drawn[row])

        first = max(0, min(self._first, pointed, count - 1), pointed - room + 1)
        while first < pointed and sum(height(row) for row in range(first, pointed + 1)) > room:
            first += 1
        while first and sum(height(row) for row in range(first - 1, count)) <= room and count - first < room:
            first -= 1
        self._first = first
        lines: list[Content] = []
        self._row_of = []
        for row in range(first, count):
            if len(lines) >= room:
                break
            self._row_of += [row] * height(row)
            lines += drawn[row]
        self.show(lines[:room])
        if pointed in self._row_of:
            self.app.cursor_position = self.content_region.offset + Offset(0, self._row_of.index(pointed))

    def on_click(self, event: events.Click) -> None:
        """Point at what is clicked."""
        if event.y < len(self._row_of):
            row = self._row_of[event.y]
            again, self._clicked = row == self._clicked, row
            self.post_message(self.Clicked(row, again))

    def on_mouse_scroll_down(self) -> None:
        """Down."""
        self.post_message(self.Scrolled(WHEEL))

    def on_mouse_scroll_up(self) -> None:
        """Up."""
        self.post_message(self.Scrolled(-WHEEL))
