"""Where a dialog lies: beside what must stay in sight, with nothing of the screen below it cut at its edges."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, runtime_checkable

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip

WIDTH = 76
"""Columns of a dialog at most."""
FULL_BELOW = 100
"""In fewer columns a dialog takes the whole width of its place: of what is below only a strip would show."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a screen leaves to a dialog over it; all regions are the terminal's."""

    region: Region
    """Where the dialog may be."""
    clear: tuple[Region, ...] = ()
    """What stays as it is."""
    bare: tuple[Region, ...] = ()
    """What is not seen at all, unless it stays as it is. All the rest is dim."""
    hangs: bool = False
    """Whether the dialog hangs from the top of its place, and is not in the middle."""

    @property
    def width(self) -> int:
        """Columns of a dialog here."""
        return self.region.width if self.region.width < FULL_BELOW else WIDTH

    @property
    def left(self) -> int:
        """Its first column."""
        return self.region.x + (self.region.width - self.width) // 2


@runtime_checkable
class HasPlace(Protocol):
    """A screen that says where a dialog over it lies."""

    def dialog_place(self) -> Place:
        """Where a dialog over it lies."""


def place_over(stack: Iterable[Screen[object]], whole: Region) -> Place:
    """The place that the topmost screen of ``stack`` leaves which knows of one; else all there is."""
    below = next((screen for screen in reversed(list(stack)) if isinstance(screen, HasPlace)), None)
    place = below.dialog_place() if below is not None else Place(whole)
    return place if place.region.area and whole.contains_region(place.region) else Place(whole)


class Below:
    """The screen below a dialog: here as it is, there dim, elsewhere not seen."""

    def __init__(self, screen: Screen[object], colour: Color, place: Place) -> None:
        """``colour`` dims, as far as it is not transparent."""
        self._screen = screen
        self._colour = colour
        self._place = place

    def strips(self, rows: AbstractSet[int]) -> dict[int, Strip]:
        """These rows of it; no other one is drawn."""
        compositor = self._screen._compositor
        rows = rows & set(range(compositor.size.height))
        if not rows:
            return {}
        crop = Region(0, min(rows), compositor.size.width, max(rows) + 1 - min(rows))
        chops = compositor._render_chops(crop, rows.__contains__)
        return {y: Strip(self._row(Strip.join(chops[y].values()), y)) for y in rows}

    def _row(self, strip: Strip, y: int) -> Iterable[Segment]:
        colour = self._colour
        clear = [region for region in self._place.clear if region.y <= y < region.bottom]
        bare = [region for region in self._place.bare if region.y <= y < region.bottom]
        ends = {0, strip.cell_length, *(x for region in (*clear, *bare) for x in (region.x, region.right))}
        cuts = sorted(x for x in ends if x <= strip.cell_length)
        for first, after in pairwise(cuts):
            if any(region.x <= first < region.right for region in clear):
                yield from BackgroundScreen.process_segments(strip.crop(first, after), Color(0, 0, 0, 0))
            elif any(region.x <= first < region.right for region in bare):
                yield Segment(" " * (after - first), Style(bgcolor=colour.with_alpha(1).rich_color))
            else:
                yield from BackgroundScreen.process_segments(strip.crop(first, after), colour)
