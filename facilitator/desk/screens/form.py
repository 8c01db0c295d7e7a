"""A few values, each a row that is changed in place; kept together by one key, or left as they were by esc."""

from datetime import date
from typing import ClassVar, Generic, Protocol, Self, TypeVar

from facilitator.commands import Context
from facilitator.desk.screen import bindings
from facilitator.desk.screens.values_screen import Row, ValuesScreen
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.write import Write
from facilitator.texts.languages import _
from facilitator.texts.written_days import day_written


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


class FormScreen(ValuesScreen[FormT], Generic[FormT]):
    """Values to be set."""

    context: ClassVar[Context] = Context.FORM
    BINDINGS = bindings(Context.FORM)

    def __init__(self, form: FormT, *, keep: str = "") -> None:
        """``keep`` is what enter does, where it is more than keeping."""
        super().__init__()
        self._form = form
        self._keep = keep
        self._is_writing = False
        """A digit would go on with the number that is there."""

    @property
    def heading(self) -> str:
        """What is set, and of what."""
        return self._form.title

    @property
    def rows(self) -> tuple[Row, ...]:
        """The values, in order."""
        return self._form.rows

    def key_labels(self) -> dict[str, str]:
        """What enter does."""
        return {"keep": self._keep} if self._keep else {}

    def point(self, row: int) -> None:
        """See ``RowsScreen``: a number is written anew."""
        self._is_writing = False
        super().point(row)

    def turn(self, key: str, by: int) -> None:
        """See ``ValuesScreen``."""
        self._set(self._form.turned(key, by))

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
        row = self.chosen
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
        self._set(self._form.having(self.chosen.key, None))

    def do_keep(self) -> None:
        """Keep the values, if they can be kept."""
        if said := self._form.wrong():
            self.say(said)
        else:
            leave(self, self._form)

    def do_leave(self) -> None:
        """Leave everything as it was."""
        leave(self)
