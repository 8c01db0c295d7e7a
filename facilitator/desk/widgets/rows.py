"""Rows of text that were fitted to their space: at a key only those are painted that are others than before."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from facilitator.desk.widgets.tones import EMPTY


class Rows(Widget):
    """Text that is never read as markup, a row a line. What is too long for the space is cut, not wrapped."""

    ALLOW_SELECT = False
    auto_links = reactive(False)
    """No text has links; looking for them in each line would be felt."""
    _rows: Sequence[Content] = ()

    class Refitted(Message):
        """The space is another: what was fitted to it should be drawn again."""

        def can_replace(self, message: Message) -> bool:
            """See ``Message``: many at once are one."""
            return isinstance(message, Rows.Refitted)

    def on_resize(self) -> None:
        """Tell the screen; its own size may be what it was."""
        self.post_message(self.Refitted())

    def show(self, rows: Sequence[Content]) -> None:
        """Show these instead, from the top of the same space."""
        before, self._rows = self._rows, rows
        width = self.content_size.width
        changed = [Region(0, first, width, count) for first, count in changed_runs(before, rows)]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """See ``Widget``: Textual keeps the line until it is said to have changed.

        Nothing in it can be selected, so its styles need not tell where they stand, and the same ones are made once.
        """
        row = self._rows[y] if y < len(self._rows) else EMPTY
        return Strip(row.render_segments(self.visual_style), row.cell_length)


def changed_runs(before: Iterable[Content], after: Iterable[Content]) -> list[tuple[int, int]]:
    """Where ``after`` looks another way than ``before``: the first row and the number of rows of each run."""
    runs: list[tuple[int, int]] = []
    for y, (old, new) in enumerate(zip_longest(before, after, fillvalue=EMPTY)):
        if old is new or (old.plain == new.plain and old.spans == new.spans):
            continue
        if runs and sum(runs[-1]) == y:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((y, 1))
    return runs
