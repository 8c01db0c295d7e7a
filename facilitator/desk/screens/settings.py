"""The settings: each is one row, changed in place and written at once; the file keeps its comments."""

from typing import ClassVar

from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import bindings
from facilitator.desk.screens.values_screen import Row, ValuesScreen
from facilitator.settings import CHOICES, FILE, RANGES, Settings
from facilitator.texts.languages import LANGUAGE_NAMES, N_, _
from facilitator.texts.phrases import minutes

OFFERED: dict[str, tuple[int, ...]] = {"goals_dark": (2, 5, 10)}
"""Numbers of which only these are offered; the file may have others."""
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
    "goals_dark": N_("Goal board goes dark"),
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
    "goals_dark": N_("not by itself"),
    "target": N_("no target"),
}


class SettingsScreen(ValuesScreen[None]):
    """What can be set."""

    context: ClassVar[Context] = Context.SETTINGS
    BINDINGS = bindings(Context.SETTINGS)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    @property
    def heading(self) -> str:
        """See ``ValuesScreen``."""
        return _("Settings")

    @property
    def rows(self) -> list[Row]:
        """Each with its value."""
        note = _("Written to {file} at once.").format(file=FILE)
        settings = self._settings
        return [
            Row(key, _(name), self._said(key), note, is_set=getattr(settings, key) is not None)
            for key, name in NAMES.items()
        ]

    def _said(self, key: str) -> str:
        value = getattr(self._settings, key)
        if value is None:
            return _(UNSET[key])
        if key == "goals_dark":
            return _("after {minutes} untouched").format(minutes=minutes(value))
        if key in RANGES:
            return minutes(value) if key == "length" else str(value)
        return _(VALUES[value])

    def turn(self, key: str, by: int) -> None:
        """It counts at once."""
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
    if key in OFFERED:
        offered = [None, *sorted({*OFFERED[key], *([value] if isinstance(value, int) else [])})]
        return offered[(offered.index(value) + by) % len(offered)]  # type: ignore[arg-type]
    low, high = RANGES[key]
    if not isinstance(value, int):
        return FIRST[key]
    wanted = value + by * STEPS[key]
    return wanted if low <= wanted <= high else None
