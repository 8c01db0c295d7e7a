"""The largest figures of the desk: thick, made of whole cells, so that every font has what they need.

A figure is 3 × 7 blocks in the manner of a seven-segment clock. One block is ``2 × 1`` cells or a multiple.
"""

_SHAPES = {
    "0": ("###", "# #", "# #", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", " # ", " # ", "###"),
    "2": ("###", "  #", "  #", "###", "#  ", "#  ", "###"),
    "3": ("###", "  #", "  #", "###", "  #", "  #", "###"),
    "4": ("# #", "# #", "# #", "###", "  #", "  #", "  #"),
    "5": ("###", "#  ", "#  ", "###", "  #", "  #", "###"),
    "6": ("###", "#  ", "#  ", "###", "# #", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "# #", "###", "# #", "# #", "###"),
    "9": ("###", "# #", "# #", "###", "  #", "  #", "###"),
    "+": ("   ", "   ", " # ", "###", " # ", "   ", "   "),
    ".": (" ", " ", " ", " ", " ", " ", "#"),
    ":": (" ", " ", "#", " ", "#", " ", " "),
}
ROWS = 7
SOLID, HOLLOW = "█", "▒"
"""Hollow figures stand still: a paused clock differs in shape, not only in colour."""


def width(figures: str, scale: int = 1) -> int:
    """Cells that ``figures`` take."""
    return max(0, sum(len(_SHAPES[char][0]) + 1 for char in figures) - 1) * 2 * scale


def largest(figures: str, columns: int, rows: int, most: int = 3) -> int:
    """The largest scale that fits; 0 when none does, or when there is a character without a shape."""
    if not figures or any(char not in _SHAPES for char in figures):
        return 0
    fitting = (scale for scale in range(most, 0, -1) if width(figures, scale) <= columns and ROWS * scale <= rows)
    return next(fitting, 0)


LOW_ROWS = (0, 2, 3, 4, 6)
"""The rows of a shape that its low form keeps."""
LOW_CELLS = (1, 2, 1)
"""How wide the three columns of a shape are in its low form."""


def draw_low(figures: str, block: str = SOLID) -> list[str]:
    """``figures`` 4 × 5 cells each, for where there is no room for thick ones; none if one has no shape."""
    if any(char not in _SHAPES for char in figures):
        return []

    def row(shape: str) -> str:
        wide = LOW_CELLS if len(shape) == len(LOW_CELLS) else (1,)
        return "".join((block if cell == "#" else " ") * cells for cell, cells in zip(shape, wide, strict=True))

    return [" ".join(row(_SHAPES[char][index]) for char in figures).rstrip() for index in LOW_ROWS]


def draw(figures: str, scale: int = 1, block: str = SOLID) -> list[str]:
    """``figures`` as rows of cells."""
    rows = []
    for row in range(ROWS):
        cells = " ".join(_SHAPES[char][row] for char in figures)
        line = "".join((block if cell == "#" else " ") * 2 * scale for cell in cells)
        rows += [line.rstrip()] * scale
    return rows
