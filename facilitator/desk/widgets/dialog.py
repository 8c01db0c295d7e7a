"""A dialog: its parts on one ground, in the place that the screen below leaves."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Generic, Protocol, TypeVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen

from facilitator.desk.widgets.dialog_place import FULL_BELOW, Below, Place, place_over
from facilitator.desk.widgets.key_ways import KeyWays
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.sizes import take_size

T = TypeVar("T")
ResultT = TypeVar("ResultT")
MARGIN = 4
"""Columns of a dialog beside its text (``dialogs.tcss``)."""
AIRY = 24
"""From so many rows of the terminal on a line stays free above the keys."""


class Ask(Protocol):
    """Shows a screen over this one, and tells what came of it; None when it was left."""

    def __call__(self, screen: Screen[T], callback: Callable[[T | None], None], /) -> object: ...


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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+q", "app.close_program", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (FULL_BELOW, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-close"), (AIRY, "-airy")]  # noqa: RUF012
    is_alone = False
    """Nothing below it is seen but the top, and that dim: rows that cannot be chosen now are not shown."""
    _place: Place | None = None
    """Where it lies; None before it lies anywhere."""
    _covered: Region | None = None
    """What it covers, as it was painted last."""

    def __init__(self, heading: str, body: str = "") -> None:
        super().__init__()
        self.heading = heading
        """What is asked."""
        self.body = body
        """What there is to know before an answer."""

    def parts(self) -> ComposeResult:
        """What is in it below that, from the top down."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """What is asked and the parts below it on one ground."""
        take_size(self, self.app.size)
        with Ground(classes="dialog") as ground:
            yield Lines(Content(self.heading), classes="title")
            if self.body:
                yield Lines(Content(self.body), classes="body")
            yield from self.parts()
        self._fit(ground)

    def action_leave(self) -> None:
        """Give no answer."""
        leave(self)

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
        if self.is_alone:
            return Below(below, replace(self._place, clear=(), bare=(self._place.region,)))
        rows = Region(0, self._covered.y, self.app.size.width, self._covered.height)
        return Below(below, self._place if self._place.hangs else replace(self._place, bare=(rows,)))
