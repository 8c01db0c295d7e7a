"""A screen with a few values, each a row that is changed in place; what is worth knowing of it stands below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from facilitator.desk.rows_screen import RowsScreen
from facilitator.desk.screen import ResultT
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_list import LongList
from facilitator.desk.widgets.tones import MOST, QUIET, STRONG, WIDE, Part, cut, inset, listed
from facilitator.texts.columns import to_width, wrapped


@dataclass(frozen=True, slots=True)
class Row:
    """One value."""

    key: str
    name: str
    said: str
    note: str = ""
    """What is worth knowing while it is pointed at."""
    number: int | None = None
    most: int = 0
    """The largest number that can be written; 0 for what is no number."""
    latest: date | None = None
    """The last day that it can be, where it is a day."""
    is_set: bool = True
    """Whether ``said`` is a value, and not that there is none."""


class ValuesScreen(RowsScreen[ResultT]):
    """Values, one of them pointed at and turned by the arrows."""

    CSS_PATH = "values_screen.tcss"

    @property
    def heading(self) -> str:
        """What is set, and of what."""
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[Row]:
        """The values, in order."""
        raise NotImplementedError

    def worth_knowing(self, columns: int) -> list[Content]:
        """What stands below, of the value pointed at, in lines of so many columns."""
        return [Content.styled(line, QUIET) for line in wrapped(self.chosen.note, columns)]

    def turn(self, key: str, by: int) -> None:
        """Take the next value of a row, or the one before."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, rows, what is worth knowing, foot."""
        yield Lines(id="top")
        with Horizontal(id="form"):
            yield LongList(id="rows")
        yield Lines(id="note")
        yield from self.foot()

    def on_mount(self) -> None:
        """Show them; what is worth knowing stands right below."""
        for rows in self.query(LongList):
            rows.styles.height = self.row_count() + 1
        self.call_after_refresh(self.draw)

    def row_count(self) -> int:
        """How many there are."""
        return len(self.rows)

    @property
    def chosen(self) -> Row:
        """The one pointed at."""
        return self.rows[min(self.row, self.row_count() - 1)]

    def draw(self) -> None:
        """Show each with its value, and what is worth knowing of the one pointed at."""
        if not self.can_draw:
            return
        self.row = min(self.row, self.row_count() - 1)
        pad = inset(self.size.width, MOST)
        self.show_title(self.heading, before=pad)
        self.query_one(LongList).present(self.row_count(), self.row, self._drawn)
        lines = [Content.assemble(" " * pad, line) for line in self.worth_knowing(min(MOST, self.size.width - 2 * pad))]
        self.query_one("#note", Lines).show(Content("\n").join(lines))
        self.show_keys()

    def _drawn(self, index: int, columns: int) -> Content:
        row, chosen = self.rows[index], index == self.row
        name = max(cell_len(each.name) for each in self.rows)
        left, right = ("◂ ", " ▸") if chosen else ("  ", "  ")
        air = " " if self.size.width >= WIDE else ""
        parts: list[Part] = [(air + to_width(row.name, name) + "   ", QUIET), (left, QUIET)]
        parts.append((cut(row.said, columns - name - 10), STRONG if chosen else "" if row.is_set else QUIET))
        return listed([*parts, (right, QUIET)], columns, chosen=chosen)

    def open_row(self) -> None:
        """A second click is a change."""
        self.do_change()

    def do_change(self) -> None:
        """The next value."""
        self.turn(self.chosen.key, 1)

    def do_change_back(self) -> None:
        """The value before."""
        self.turn(self.chosen.key, -1)
