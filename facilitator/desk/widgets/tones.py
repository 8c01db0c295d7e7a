"""The tones of the desk as styles, its one look for what is chosen, and how wide things are."""

from rich.cells import cell_len
from textual.content import Content

from facilitator.texts.columns import to_width, wrapped

STRONG, QUIET, ACCENT, LOOK, RULE = "bold $strong", "$quiet", "$sage", "$amber", "$rule"
CHOSEN = "on $sage-ground"
BAR = "▌"
"""Stands before what is chosen."""
WIDE = 100
"""From so many columns on there is room for padding and headings."""
WIDEST = 170
"""From so many columns on there is room for a third column."""
TALL = 34
MOST = 76
"""Columns: no line of running text is wider."""

EMPTY = Content("")

Part = tuple[str, str]
"""A text and its style."""


def padding(columns: int) -> int:
    """Columns of air at the sides of a screen of so many."""
    return 2 if columns >= WIDE else 1


def inset(columns: int, most: int) -> int:
    """Columns before a page that is ``most`` wide: on a wide screen it stands in the middle, as in ``desk.tcss``."""
    return max(padding(columns) + 1, (columns - most) // 2) if columns >= WIDE else padding(columns)


def cells(parts: list[Part]) -> int:
    """The columns that parts take."""
    return sum(cell_len(text) for text, _style in parts)


def cut(text: str, columns: int) -> str:
    """``text``, with a mark where it is too long, without padding."""
    return to_width(text, columns).rstrip() if cell_len(text) > columns else text


def apart(left: list[Part], right: list[Part], columns: int) -> Content:
    """Two ends of a line: what is on the right keeps its place, what is on the left gives way."""
    room = columns - cells(right) - (1 if right else 0)
    kept: list[Part] = []
    for text, style in left:
        if (free := room - cells(kept)) > 0:
            kept.append((cut(text, free), style))
    return Content.assemble(*kept, (" " * max(0, columns - cells(kept) - cells(right)), ""), *right)


def listed(parts: list[Part], columns: int, *, chosen: bool) -> Content:
    """A row of a list in exactly so many columns, with the bar and the ground where it is chosen."""
    ground = CHOSEN if chosen else ""
    styled = [(text, f"{style or STRONG if chosen else style} {ground}".strip()) for text, style in parts]
    rest = (" " * max(0, columns - 1 - cells(parts)), ground)
    return Content.assemble((BAR if chosen else " ", f"{ACCENT} {ground}" if chosen else ""), *styled, rest)


def labelled(label: str, text: str, columns: int) -> list[Content]:
    """A quiet label with a text beside it, in as many lines as that needs."""
    room = cell_len(label) + 2
    first, *more = wrapped(text, max(10, columns - room)) or [""]
    return [Content.assemble((label + "  ", QUIET), first), *(Content(" " * room + line) for line in more)]


def bar(columns: int, used: float, tone: str = ACCENT) -> list[Part]:
    """A line of which the used part is thick."""
    columns = max(0, columns)
    done = min(columns, round(columns * used))
    return [("━" * done, tone), ("─" * (columns - done), RULE)]
