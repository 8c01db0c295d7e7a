"""A picture of the screen, shrunk to a third, as it is seen from three times as far: what can still be read from it.

A cell of a terminal is about 12 × 24 dots, so that a third of it is 4 × 8. Blocks and lines are drawn as they are
shaped, and every dot is the mean of what it covers; a letter is a grey patch, for at that size it is not more.
"""

from dataclasses import dataclass
from functools import cache

from facilitator.desk.app import Desk

WIDE, HIGH = 4, 8
"""Dots of a cell."""
LETTER = (0.1, 0.2, 0.9, 0.8, 0.4)
INK: dict[str, tuple[float, float, float, float, float]] = {
    "█": (0, 0, 1, 1, 1), "▀": (0, 0, 1, 0.5, 1), "▄": (0, 0.5, 1, 1, 1), "▌": (0, 0, 0.5, 1, 1),
    "▘": (0, 0, 0.5, 0.5, 1), "▖": (0, 0.5, 0.5, 1, 1), "▒": (0, 0, 1, 1, 0.5), "━": (0, 0.42, 1, 0.58, 1),
    "─": (0, 0.48, 1, 0.52, 1), "╍": (0, 0.42, 0.7, 0.58, 1), "│": (0.46, 0, 0.54, 1, 1),
}  # fmt: skip
"""Left, top, right, bottom of what is inked, in parts of the cell, and how much of it."""

Colour = tuple[float, float, float]


@cache
def coverage(char: str, x: int, y: int) -> float:
    """How much of a dot of a cell is ink, 0 to 1."""
    if char.isspace():
        return 0.0
    left, top, right, bottom, dense = INK.get(char, LETTER)
    across = max(0.0, min(right, (x + 1) / WIDE) - max(left, x / WIDE)) * WIDE
    down = max(0.0, min(bottom, (y + 1) / HIGH) - max(top, y / HIGH)) * HIGH
    return across * down * dense


def ink_of(rows: list[str]) -> list[list[float]]:
    """How much ink there is in each dot of a text."""
    columns = max(map(len, rows))
    padded = [row.ljust(columns) for row in rows]
    return [[coverage(char, x, y) for char in row for x in range(WIDE)] for row in padded for y in range(HIGH)]


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of dots, each red, green and blue from 0 to 255."""

    dots: list[list[Colour]]

    def part(self, column: int, row: int, columns: int, rows: int) -> "Picture":
        """The dots of so many cells."""
        across = slice(column * WIDE, (column + columns) * WIDE)
        return Picture([line[across] for line in self.dots[row * HIGH : (row + rows) * HIGH]])

    def mean(self) -> Colour:
        """Its mean colour."""
        dots = [dot for line in self.dots for dot in line]
        return (
            sum(dot[0] for dot in dots) / len(dots),
            sum(dot[1] for dot in dots) / len(dots),
            sum(dot[2] for dot in dots) / len(dots),
        )

    def differences(self, ground: Colour) -> list[list[float]]:
        """How far each dot is from a ground."""
        return [[distance(dot, ground) for dot in line] for line in self.dots]


def distance(one: Colour, other: Colour) -> float:
    """How far two colours are from each other, 0 to 441."""
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def picture_of(app: Desk) -> Picture:
    """The screen as it is now."""
    dots: list[list[Colour]] = []
    for strip in app.screen._compositor.render_strips():
        cells = [(char, *colours(segment)) for segment in strip for char in segment.text]
        for y in range(HIGH):
            line = [mixed(coverage(char, x, y), ink, ground) for char, ink, ground in cells for x in range(WIDE)]
            dots.append(line)
    return Picture(dots)


def colours(segment) -> tuple[Colour, Colour]:
    """Of the ink and of the ground."""
    style = segment.style
    ground = style.bgcolor.get_truecolor()
    return style.color.get_truecolor() if style.color is not None else ground, ground


def mixed(part: float, ink: Colour, ground: Colour) -> Colour:
    """A dot of which a part is ink."""
    red, green, blue = (part * a + (1 - part) * b for a, b in zip(ink, ground, strict=True))
    return red, green, blue


def likeness(one: list[list[float]], other: list[list[float]]) -> float:
    """How alike two patches of equal size are: their correlation, −1 to 1."""
    a, b = [value for line in one for value in line], [value for line in other for value in line]
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    along = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    size = (sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b)) ** 0.5
    return along / size if size else 0.0
