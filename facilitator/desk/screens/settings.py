"""The settings: each is one row, changed in place and written at once; the file keeps its comments."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content

from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.rows_screen import RowsScreen
from facilitator.desk.screen import bindings
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_list import LongList
from facilitator.desk.widgets.tones import QUIET, STRONG, listed, padding
from facilitator.settings import CHOICES, FILE, RANGES, Settings
from facilitator.texts.columns import to_width
from facilitator.texts.languages import LANGUAGE_NAMES, N_, _
from facilitator.texts.phrases import minutes

STEPS = {"people": 1, "length": 5, "target": 5}
FIRST = {"people": 5, "length": 90, "target": 40}
"""From where a number is counted when there was none."""
NAMES = {
    "language": N_("Language"),
    "theme": N_("Theme"),
    "signs": N_("Signs"),
    "people": N_("People"),
    "length": N_("Length"),
    "bell": N_("Sound"),
    "target": N_("Units to receive in a year"),
}
VALUES = {
    "calm-dark": N_("calm, dark"),
    "calm-light": N_("calm, light"),
    "high-contrast": N_("high contrast"),
    "auto": N_("as the terminal can"),
    "full": N_("all: ▶ ✓ ◆ █"),
    "simple": N_("simple: * x # for poor fonts"),
    "off": N_("none"),
    "soft": N_("the terminal's, once, when the time of an item is up"),
    **LANGUAGE_NAMES,
}
UNSET = {
    "language": N_("as on the computer"),
    "people": N_("the program's own choice"),
    "length": N_("as the plan has it"),
    "target": N_("no target"),
}


class SettingsScreen(RowsScreen[None]):
    """What can be set."""

    context: ClassVar[Context] = Context.SETTINGS
    CSS_PATH = "settings.tcss"
    BINDINGS = bindings(Context.SETTINGS)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def compose(self) -> ComposeResult:
        """Title, rows, foot."""
        yield Lines(id="top")
        yield LongList(id="rows")
        yield Lines(id="status")
        yield from self.foot()

    def on_mount(self) -> None:
        """Show them."""
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        """Everything is fitted to the size."""
        self.call_after_refresh(self.draw)

    def row_count(self) -> int:
        """How many there are."""
        return len(NAMES)

    def draw(self) -> None:
        """Show each with its value."""
        if not self.can_draw:
            return
        self.query_one("#top", Lines).show(Content.styled(" " * padding(self.size.width) + _("Settings"), STRONG))
        self.query_one(LongList).present(len(NAMES), self.row, self._drawn_row)
        self.query_one("#status", Lines).show(
            Content(" " * padding(self.size.width) + _("Written to {file} at once.").format(file=FILE))
        )
        self.show_keys()

    def _drawn_row(self, index: int, columns: int) -> Content:
        key = list(NAMES)[index]
        name = max(len(_(each)) for each in NAMES.values())
        label = " " * (padding(self.size.width) - 1) + f"{_(NAMES[key]):<{name}}   "
        said = to_width(self._said(key), max(0, columns - 1 - cell_len(label)))
        return listed([(label, QUIET), (said, STRONG)], columns, chosen=index == self.row)

    def _said(self, key: str) -> str:
        value = getattr(self._settings, key)
        if value is None:
            return _(UNSET[key])
        if key in RANGES:
            return minutes(value) if key == "length" else str(value)
        return _(VALUES[value])

    def open_row(self) -> None:
        """As with enter."""
        self.do_change()

    def do_choose_down(self) -> None:
        """Point at the one below."""
        self.point(self.row + 1)

    def do_choose_up(self) -> None:
        """Point at the one above."""
        self.point(self.row - 1)

    def do_change(self) -> None:
        """The next value."""
        self._turn(1)

    def do_change_back(self) -> None:
        """The value before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        key = list(NAMES)[self.row]
        value = _turned(key, getattr(self._settings, key), by)
        self._settings = self._settings.having(key, value)
        self.post_message(m.SettingChanged(key, value))

    def settings_applied(self) -> None:
        """It has its effect: the language may be another."""
        self.draw()


def _turned(key: str, value: str | int | None, by: int) -> str | int | None:
    """The value that follows; before the first one and after the last stands what is not set, where that can be."""
    if key in CHOICES:
        values: list[str | int | None] = [*([None] if key in UNSET else []), *CHOICES[key]]
        return values[(values.index(value) + by) % len(values)]
    low, high = RANGES[key]
    if not isinstance(value, int):
        return FIRST[key]
    wanted = value + by * STEPS[key]
    return wanted if low <= wanted <= high else None
