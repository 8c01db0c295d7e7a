"""Rows of the group's view in a terminal: large and small type, and how rows lie to each other."""

from msgspec import Struct
from rich.cells import cell_len

from facilitator.projector.large_type import width
from facilitator.projector.syllables import SOFT_HYPHEN
from facilitator.projector.terminal_blocks import Block, block, broken, drawable
from facilitator.texts.columns import to_width

AIRY = 20
"""From so many rows on the sides stay free: letters that touch the edge of a picture are hard to read."""
LARGEST = 4
"""A scale beyond this helps no one; the clock may be larger."""
BOLD, QUIET_STYLE = "bold", "$quiet"


class Row(Struct, frozen=True):
    """One row of the screen."""

    text: str
    style: str = ""
    indent: int = 0
    """Columns before it, without its style."""


def large(text: str, columns: int, rows: int, most: int, style: str) -> list[Row]:
    """``text`` at the largest scale up to ``most`` at which it fits, on several lines where it must."""
    return styled(block(text, columns, rows, most), style)


def small(text: str, columns: int, style: str = "") -> list[Row]:
    """``text`` in the terminal's own letters, on as many lines as it takes."""
    return [Row(line, style) for line in broken(text, columns, 0)]


def one_line(text: str, columns: int, style: str = "") -> Row:
    """``text`` in the terminal's own letters, cut where the line ends."""
    return Row(to_width(text.replace(SOFT_HYPHEN, ""), columns).rstrip(), style)


def styled(made: Block, style: str) -> list[Row]:
    """The rows of a block, all in one style."""
    return [Row(line, style) for line in made.drawn()]


def is_line(text: str, columns: int, scale: int) -> bool:
    """Whether it is one line at this scale, or has no large letters at any."""
    return not drawable(text, scale) or width(text, scale) <= columns


def left_aligned(made: list[Row], columns: int) -> list[Row]:
    """Rows with a common left edge, so that they are centred as one block."""
    widest = min(columns, max((cell_len(row.text) for row in made), default=0))
    return [Row(to_width(row.text, widest), row.style) for row in made]


def centred(made: list[Row], columns: int, rows: int) -> list[Row]:
    """Rows in the middle of a screen of so many columns and rows, each by itself."""
    above = max(0, (rows - len(made)) // 2)
    return [Row("")] * above + [Row(row.text, row.style, max(0, (columns - cell_len(row.text)) // 2)) for row in made]
