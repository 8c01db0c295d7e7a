"""A few values, each a row that is changed in place; kept together by one key, or left as they were by esc."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, Protocol, Self, TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content

from facilitator.commands import Context
from facilitator.desk.rows_screen import RowsScreen
from facilitator.desk.screen import bindings
from facilitator.desk.widgets.dialogs import Write
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_list import LongList
from facilitator.desk.widgets.tones import MOST, QUIET, STRONG, Part, cut, listed, padding
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _
from facilitator.texts.written_days import day_written


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


class Form(Protocol):
    """Values that are set together. Each change gives another one."""

    @property
    def title(self) -> str:
        """What is set, and of what."""
        ...

    @property
    def rows(self) -> tuple[Row, ...]:
        """The values, in order."""
        ...

    def turned(self, key: str, by: int) -> Self:
        """The next value, or the one before."""
        ...

    def having(self, key: str, value: int | date | None) -> Self:
        """With a number, a day or nothing."""
        ...

    def wrong(self) -> str:
        """Why it cannot be kept like this; empty when it can."""
        ...


FormT = TypeVar("FormT", bound=Form)


class FormScreen(RowsScreen[FormT], Generic[FormT]):
    """Values to be set."""

    context: ClassVar[Context] = Context.FORM
    CSS_PATH = "form.tcss"
    BINDINGS = bindings(Context.FORM)

    def __init__(self, form: FormT, *, keep: str = "") -> None:
        """``keep`` is what enter does, where it is more than keeping."""
        super().__init__()
        self._form = form
        self._keep = keep
        self._is_writing = False
        """A digit would go on with the number that is there."""

    def compose(self) -> ComposeResult:
        """Title, rows, what is worth knowing, foot."""
        yield Lines(id="top")
        yield LongList(id="rows")
        yield Lines(id="note")
        yield from self.foot()

    def on_mount(self) -> None:
        """Show them; what is worth knowing stands right below."""
        for rows in self.query(LongList):
            rows.styles.height = self.row_count() + 1
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        """Everything is fitted to the size."""
        self.call_after_refresh(self.draw)

    def row_count(self) -> int:
        """How many there are."""
        return len(self._form.rows)

    @property
    def _row(self) -> Row:
        return self._form.rows[min(self.row, self.row_count() - 1)]

    def draw(self) -> None:
        """Show each with its value, and what is worth knowing of the one pointed at."""
        if not self.can_draw:
            return
        rows = self._form.rows
        self.row = min(self.row, len(rows) - 1)
        pad = padding(self.size.width)
        self.query_one("#top", Lines).show(Content.styled(" " * pad + self._form.title, STRONG))
        self.query_one(LongList).present(len(rows), self.row, self._drawn)
        said = wrapped(self._row.note, min(MOST, self.size.width - 2 * pad))
        lines = [Content.styled(" " * pad + line, QUIET) for line in said[:3]]
        self.query_one("#note", Lines).show(Content("\n").join(lines))
        self.show_keys()

    def key_labels(self) -> dict[str, str]:
        """What enter does."""
        return {"keep": self._keep} if self._keep else {}

    def _drawn(self, index: int, columns: int) -> Content:
        row, chosen = self._form.rows[index], index == self.row
        name = max(cell_len(each.name) for each in self._form.rows)
        left, right = ("◂ ", " ▸") if chosen else ("  ", "  ")
        parts: list[Part] = [(" " + to_width(row.name, name) + "   ", QUIET), (left, QUIET)]
        parts.append((cut(row.said, columns - name - 10), STRONG if chosen else ""))
        return listed([*parts, (right, QUIET)], columns, chosen=chosen)

    def point(self, row: int) -> None:
        """See ``RowsScreen``; a number is written anew."""
        self._is_writing = False
        super().point(row)

    def open_row(self) -> None:
        """A second click is a change."""
        self.do_change()

    def do_choose_down(self) -> None:
        """The value below."""
        self.point(self.row + 1)

    def do_choose_up(self) -> None:
        """The value above."""
        self.point(self.row - 1)

    def do_change(self) -> None:
        """The next value."""
        self._set(self._form.turned(self._row.key, 1))

    def do_change_back(self) -> None:
        """The value before."""
        self._set(self._form.turned(self._row.key, -1))

    def _set(self, form: FormT) -> None:
        self._form = form
        self._is_writing = False
        self.draw()

    async def action_command(self, command: str, key: str) -> None:
        """A digit is a digit of the number pointed at; everything else as elsewhere."""
        if command == "write_number" and self.app.screen is self and key:
            self.say("")
            self._write(key)
        else:
            await super().action_command(command, key)

    def do_write_number(self) -> None:
        """It was clicked, not typed."""
        self.say(_("Type a number."))

    def _write(self, digit: str) -> None:
        row = self._row
        if row.latest is not None:
            self._write_day(row, row.latest, digit)
        elif row.most:
            before = row.number if self._is_writing and row.number is not None else 0
            number = before * 10 + int(digit)
            if number > row.most:
                number = int(digit)
            if number:
                self._form = self._form.having(row.key, number)
                self._is_writing = True
            self.draw()
        else:
            self.say(_("← and → change it."))

    def _write_day(self, row: Row, latest: date, digit: str) -> None:
        def wrong(text: str) -> str:
            try:
                found = day_written(text, latest)
            except ValueError:
                return _("A day such as 11.3. or 11.3.2026.")
            return _("That day is still to come.") if found > latest else ""

        def written(text: str | None) -> None:
            if text is not None:
                self._set(self._form.having(row.key, day_written(text, latest)))

        self.app.push_screen(Write(row.name, digit, most=10, check=wrong), written)

    def do_erase_number(self) -> None:
        """Nothing is said."""
        self._set(self._form.having(self._row.key, None))

    def do_keep(self) -> None:
        """Keep the values, if they can be kept."""
        if said := self._form.wrong():
            self.say(said)
        else:
            leave(self, self._form)

    def do_leave(self) -> None:
        """Leave everything as it was."""
        leave(self)
