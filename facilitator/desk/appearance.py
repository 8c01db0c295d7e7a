"""How the program looks: its colours and signs, and the settings, which have their effect at once."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.filter import ANSIToTruecolor, LineFilter

from facilitator.desk import messages as m
from facilitator.desk.screen import DeskScreen
from facilitator.desk.session_navigation import SessionNavigation
from facilitator.desk.simple_signs import SimpleSigns, lacks_signs
from facilitator.desk.style_sheets import StyleSheets
from facilitator.desk.themes import DARK, palettes
from facilitator.settings import FILE, write_setting
from facilitator.texts import languages
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from exercises.deck import Deck
    from sessions.clock import Clock

SIMPLE_CLASS = "-simple"
"""The program has this class where signs are simple."""
FLAT_CLASS = "-flat-grounds"
"""The program has this class where the ground of a dialog is that of the screen below it."""


class Appearance(SessionNavigation):
    """The program as far as it looks like something."""

    def __init__(self, folder: Path, deck: "Deck | None" = None, clock: "Clock | None" = None) -> None:
        super().__init__(folder, deck, clock)
        self._simple_signs = SimpleSigns()
        for palette in palettes(self.colours):
            self.register_theme(palette.theme)
        self._begin_with_theme()

    @property
    def colours(self) -> str | None:
        """How many colours the terminal has, as Rich calls it."""
        return self.console.color_system

    def _begin_with_theme(self) -> None:
        """The colours and signs of the first frame; setting them as usual would have every sheet read twice."""
        self.set_reactive(Appearance.theme, self.settings.theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet = StyleSheets(variables=self.get_css_variables())
        self.set_class(self._has_simple_signs, SIMPLE_CLASS, update=False)
        self.set_class(self._is_flat, FLAT_CLASS, update=False)

    @property
    def _is_flat(self) -> bool:
        return any(palette.is_flat for palette in palettes(self.colours) if palette.name == self.theme)

    def watch_theme(self) -> None:
        """See ``App``: in some colours a dialog needs a line around it."""
        self.set_class(self._is_flat, FLAT_CLASS)

    def _apply_settings(self) -> None:
        """Colours and signs as they are set."""
        self.theme = self.settings.theme
        self.set_class(self._has_simple_signs, SIMPLE_CLASS)

    @property
    def _has_simple_signs(self) -> bool:
        """Whether signs are simple: as it was set, else as the terminal is known to need it."""
        return self.settings.signs == "simple" or (
            self.settings.signs == "auto" and lacks_signs(os.environ, sys.platform)
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and the signs that were chosen.

        All colours are RGB and nothing is dim: what makes them so would only keep a copy of each line.
        """
        filters = [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]
        return [*filters, self._simple_signs] if self._has_simple_signs else filters

    @on(m.SettingChanged)
    async def set_and_write(self, changed: m.SettingChanged) -> None:
        """Let a setting have its effect, and write it down."""
        self.settings = self.settings.having(changed.key, changed.value)
        if changed.key == "language":
            languages.use(self.settings.language or languages.from_environment())
        self._apply_settings()
        self.refresh(layout=True)
        if isinstance(self.screen, DeskScreen):
            self.screen.settings_applied()
        folder = self.store.folder

        def write() -> bool:
            try:
                write_setting(folder, changed.key, changed.value)
            except (OSError, ValueError):
                return False
            return True

        self.run_worker(self._written_behind(write), group="settings")

    async def _written_behind(self, write: Callable[[], bool]) -> None:
        if not await self.behind(write):
            self.say(_("It counts now, but {file} could not be written.").format(file=FILE))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of our own, for themes that have none: Textual's are never used."""
        return DARK.variables
