"""The classes of a size, before a screen is laid out: Textual gives them after it, and then lays out once more."""

from typing import Any

from textual.geometry import Size
from textual.screen import Screen


def take_size(screen: Screen[Any], size: Size) -> None:
    """Give a screen the class of its breakpoints that so many columns, and so many rows, have reached."""
    for breakpoints, have in (
        (screen.HORIZONTAL_BREAKPOINTS, size.width),
        (screen.VERTICAL_BREAKPOINTS, size.height),
    ):
        screen.add_class(max(each for each in breakpoints or () if each[0] <= have)[1], update=False)
