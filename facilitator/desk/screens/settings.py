"""The settings: each is one row, changed in place and written at once; the file keeps its comments."""

from typing import ClassVar

from textual.content import Content

from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import bindings
from facilitator.desk.screens.values_screen import Row, ValuesScreen
from facilitator.desk.widgets.tones import EMPTY, QUIET
from facilitator.settings import CHOICES, FILE, RANGES, Settings
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import LANGUAGE_NAMES, N_, _
from facilitator.texts.phrases import NO_BREAK, minutes

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
}
ABOUT = {
    "language": N_("The program's language. In a session, v can give the group's view another."),
    "theme": N_("The colours of these screens. The group's view keeps its own."),
    "signs": N_("What screens are drawn with; simple signs if your font shows empty boxes."),
    "people": N_("How many a session is made ready for, if nothing is known of the group."),
    "length": N_("How long a session is proposed to be, if nothing is known of the group."),
    "bell": N_("Whether this computer makes a sound in a session; the group's view never does."),
    "goals_dark": N_("When goals in the group's view go dark if left untouched. b brings them back."),
    "target": N_("Supervision you want to receive yourself, in units of 45 min. y counts it."),
}
"""What each does, in a line."""
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
        settings = self._settings
        return [
            Row(key, _(name), _said(key, getattr(settings, key)), is_set=getattr(settings, key) is not None)
            for key, name in NAMES.items()
        ]

    def worth_knowing(self, columns: int) -> list[Content]:
        """See ``ValuesScreen``: what the setting does, all that it can be, and where it is written."""
        key = self.chosen.key
        choices = [_said(key, value) for value in _offered(key, None)]
        if key in RANGES and key not in OFFERED:
            low, high = RANGES[key]
            choices.append(f"{low}–{_said(key, high)}")
        values = f"{NO_BREAK}· ".join(each.replace(" ", NO_BREAK) for each in choices)
        return [
            *map(Content, wrapped(_(ABOUT[key]), columns)),
            *(Content.styled(line, QUIET) for line in wrapped(_("Values: {value}").format(value=values), columns)),
            EMPTY,
            Content.styled(_("Written to {file} at once.").format(file=FILE), QUIET),
        ]

    def turn(self, key: str, by: int) -> None:
        """It counts at once."""
        value = _turned(key, getattr(self._settings, key), by)
        self._settings = self._settings.having(key, value)
        self.post_message(m.SettingChanged(key, value))

    def settings_applied(self) -> None:
        """It has its effect: the language may be another."""
        self.draw()


def _said(key: str, value: str | int | None) -> str:
    """A value, as it is read."""
    if value is None:
        return _(UNSET[key])
    if key == "goals_dark":
        return _("after {minutes} untouched").format(minutes=minutes(int(value)))
    if key in RANGES:
        return minutes(int(value)) if key == "length" else str(value)
    if key == "language":  # each as its speakers call it
        return LANGUAGE_NAMES[str(value)]
    return _(VALUES[str(value)])


def _offered(key: str, value: str | int | None) -> list[str | int | None]:
    """All that a setting can be in turn, ``value`` among it; of one that is counted only that it is not set."""
    unset = [None] if key in UNSET else []
    if key in OFFERED:
        return [*unset, *sorted({*OFFERED[key], *([value] if isinstance(value, int) else [])})]
    return [*unset, *CHOICES.get(key, ())]


def _turned(key: str, value: str | int | None, by: int) -> str | int | None:
    """The value that follows; before the first one and after the last stands what is not set, where that can be."""
    if key in CHOICES or key in OFFERED:
        offered = _offered(key, value)
        return offered[(offered.index(value) + by) % len(offered)]
    low, high = RANGES[key]
    if not isinstance(value, int):
        return FIRST[key]
    wanted = value + by * STEPS[key]
    return wanted if low <= wanted <= high else None
