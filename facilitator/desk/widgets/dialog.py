"""A dialog: its parts on one ground, in the place that the screen below leaves."""

from dataclasses import replace
from typing import Generic, TypeVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen

from facilitator.desk.widgets.dialog_place import FULL_BELOW, Below, Place, place_over
from facilitator.desk.widgets.key_ways import KeyWays
from facilitator.desk.widgets.sizes import take_size

ResultT = TypeVar("ResultT")
MARGIN = 4
"""Columns of a dialog beside its text (``dialogs.tcss``)."""
AIRY = 24
"""From so many rows of the terminal on a line stays free above the keys."""


class Ground(Vertical):
    """What a dialog's parts lie on."""

    def on_resize(self) -> None:
        """The rows that it covers are others."""
        if isinstance(self.screen, Dialog):
            self.screen.cover(self.region)


class Dialog(KeyWays[ResultT], ModalScreen[ResultT], Generic[ResultT]):
    """What lies over a screen, where that leaves room for it."""

    CSS_PATH = "dialogs.tcss"
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (FULL_BELOW, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-close"), (AIRY, "-airy")]  # noqa: RUF012
    _place: Place | None = None
    """Where it lies; None before it lies anywhere."""
    _covered: Region | None = None
    """What it covers, as it was painted last."""

    def parts(self) -> ComposeResult:
        """What is in it, from the top down."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Its parts on one ground."""
        take_size(self, self.app.size)
        with Ground(classes="dialog") as ground:
            yield from self.parts()
        self._fit(ground)

    def on_resize(self) -> None:
        """The screen below is laid out anew, and leaves another place."""
        self.call_after_refresh(self.fit_again)

    def fit_again(self) -> None:
        """Take the place that the screen below leaves now."""
        for ground in self.query(".dialog").results(Vertical):
            self._fit(ground)
            self.fitted()

    def fitted(self) -> None:
        """It has taken its place: what is in it is fitted to ``room``."""

    def _fit(self, ground: Vertical) -> None:
        whole = self.app.size.region
        place = place_over(self.app.screen_stack, whole)
        if place == self._place:
            return
        self._place = place
        region = place.region
        self.styles.align = ("left", "top" if place.hangs else "middle")
        ground.styles.width = place.width
        ground.styles.max_height = region.height
        ground.styles.margin = (region.y, 0, whole.height - region.bottom, place.left)

    @property
    def room(self) -> tuple[int, int]:
        """Columns and rows for its parts."""
        place = self._place or place_over(self.app.screen_stack, self.app.size.region)
        return max(1, place.width - MARGIN), max(1, place.region.height - 2)

    def cover(self, region: Region) -> None:
        """It covers this now; what was painted for another size is painted again."""
        if self._covered != region:
            self.refresh()

    def render(self) -> RenderableType:
        """See ``Screen``: of what it covers nothing is seen at its edges."""
        below = super().render()
        if not isinstance(below, BackgroundScreen) or self._place is None:
            return below
        self._covered = next((ground.region for ground in self.query(Ground)), Region())
        rows = Region(0, self._covered.y, self.app.size.width, self._covered.height)
        return Below(below, self._place if self._place.hangs else replace(self._place, bare=(rows,)))
