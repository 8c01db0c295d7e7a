"""A list of any length of which only the rows in sight are drawn: what thousands of cards need at every key."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from facilitator.desk.widgets.cursor import point_cursor
from facilitator.desk.widgets.rows import Rows
from facilitator.desk.widgets.tones import EMPTY

Draw = Callable[[int, int], Content]
"""Draws a row by its index in so many columns."""
Heading = Callable[[int], Content | None]
"""What stands above a row by its index: a heading, where a section begins with it."""
NO_ROW = -1
WHEEL = 3


def no_heading(_row: int) -> Content | None:
    """For a list without sections."""
    return None


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
        """The row of each line in sight; below 0 where it is a heading, which nobody can point at."""
        self._clicked: int | None = None
        """The row that was clicked last, as long as it is the one pointed at."""

    def present(self, count: int, pointed: int, draw: Draw, heading: Heading = no_heading) -> None:
        """Draw the rows around the one pointed at, each section below its heading and a line of air."""
        room, columns = max(1, self.size.height), self.size.width
        if pointed != self._clicked:
            self._clicked = None
        drawn: dict[int, tuple[list[Content], list[Content]]] = {}

        def parts(row: int) -> tuple[list[Content], list[Content]]:
            if row not in drawn:
                above = heading(row)
                drawn[row] = ([EMPTY, above] if above is not None else [], draw(row, columns).split("\n"))
            return drawn[row]

        def height(row: int) -> int:
            return sum(len(lines) for lines in parts(row))

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
            above, own = parts(row)
            if row == first:
                above = above[1:] if len(own) < room else []
            elif above and len(lines) + len(above) >= room:
                break  # a heading is never the last of what is in sight
            self._row_of += [NO_ROW] * len(above) + [row] * len(own)
            lines += above + own
        self.show(lines[:room])
        if pointed in self._row_of:
            point_cursor(self, self._row_of.index(pointed))

    def on_click(self, event: events.Click) -> None:
        """Point at what is clicked."""
        if event.y < len(self._row_of) and (row := self._row_of[event.y]) != NO_ROW:
            again, self._clicked = row == self._clicked, row
            self.post_message(self.Clicked(row, again))

    def on_mouse_scroll_down(self) -> None:
        """Down."""
        self.post_message(self.Scrolled(WHEEL))

    def on_mouse_scroll_up(self) -> None:
        """Up."""
        self.post_message(self.Scrolled(-WHEEL))
