"""A list of any length of which only the rows in sight are drawn: what thousands of cards need at every key."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from facilitator.desk.widgets.lines import EMPTY, Lines

Draw = Callable[[int, int], Content]
"""Draws a row by its index in so many columns."""
WHEEL = 3


class Rows(Lines):
    """Rows, one of them pointed at. It holds no rows: the screen draws those it asks for."""

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        index: int

    @dataclass
    class Scrolled(Message):
        """The wheel was turned: so many rows down, or up when below 0."""

        by: int

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._first = 0
        self._count = 0

    def present(self, count: int, pointed: int, draw: Draw) -> None:
        """Draw the rows around the one pointed at."""
        room, columns = max(1, self.size.height), self.size.width
        self._count = count
        self._first = max(0, min(self._first, pointed, count - room), pointed - room + 1)
        rows = [draw(index, columns) for index in range(self._first, min(count, self._first + room))]
        self.show(Content("\n").join(rows) if rows else EMPTY)

    def on_click(self, event: events.Click) -> None:
        """Point at what is clicked."""
        if (index := self._first + event.y) < self._count:
            self.post_message(self.Clicked(index))

    def on_mouse_scroll_down(self) -> None:
        """Down."""
        self.post_message(self.Scrolled(WHEEL))

    def on_mouse_scroll_up(self) -> None:
        """Up."""
        self.post_message(self.Scrolled(-WHEEL))
