"""A dialog: its parts on one ground, in the place that the screen below leaves."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import ClassVar, Generic, Protocol, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.strip import Strip

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
    _seen_below: Below | None = None
    """What is below it, while it is painted."""
    _rows: Mapping[int, Strip] = MappingProxyType({})
    """Its rows as far as they are needed, while it is painted."""

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
        """Take the place that the screen below leaves now, once all is there that takes it."""
        if not self.is_mounted:
            self.call_after_refresh(self.fit_again)
            return
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

    def render_lines(self, crop: Region) -> list[Strip]:
        """See ``Widget``: of the screen below only those rows are drawn that are others than before."""
        self._seen_below = self._below()
        changed = {y for y in crop.line_range if self._styles_cache.is_dirty(y)}
        self._rows = self._seen_below.strips(changed) if self._seen_below is not None else {}
        lines = super().render_lines(crop)
        self._rows, self._seen_below = {}, None
        self._dirty_regions.clear()
        return lines

    def render_line(self, y: int) -> Strip:
        """See ``Widget``."""
        if y not in self._rows and self._seen_below is not None:
            self._rows = self._seen_below.strips(set(range(self.size.height)))
        return self._rows[y] if y in self._rows else super().render_line(y)

    def _below(self) -> Below | None:
        """What is seen below it, if anything is: of what it covers nothing is seen at its edges."""
        stack = self.app.screen_stack
        place = stack.index(self) if self in stack else 0
        if not place or self._place is None or self.styles.background.a == 1:
            return None
        self._covered = next((ground.region for ground in self.query(Ground)), Region())
        seen = self._place
        if self.is_alone:
            seen = replace(seen, clear=(), bare=(seen.region,))
        elif not seen.hangs:
            seen = replace(seen, bare=(Region(0, self._covered.y, self.app.size.width, self._covered.height),))
        return Below(stack[place - 1], self.styles.background, seen)
