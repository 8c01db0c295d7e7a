"""What lies under other widgets: one colour, in lines that are all the same one.

Textual keeps a line of its own for each row of a ground and cuts each where the widgets above begin and end. On a large
terminal most of what a session kept in memory were lines of which nothing is ever seen.
"""

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def ground_lines(ground: Widget, crop: Region) -> list[Strip]:
    """The lines of a widget that has no text, and no border above or below: the first one for all of them."""
    return Widget.render_lines(ground, Region(crop.x, 0, crop.width, 1)) * crop.height


class Across(Horizontal):
    """Widgets beside each other on a ground."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """See ``Widget``."""
        return ground_lines(self, crop)


class Down(Vertical):
    """Widgets below each other on a ground."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """See ``Widget``."""
        return ground_lines(self, crop)
