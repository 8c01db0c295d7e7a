"""The agenda in the group's view in a terminal."""

from facilitator.projector.large_type import width
from facilitator.projector.terminal_blocks import Block, broken, drawable
from facilitator.projector.terminal_type import BOLD, QUIET_STYLE, Row, left_aligned, one_line, styled
from facilitator.projector.view import View
from sessions.kinds import ItemState

ENOUGH_ITEMS = 5
"""So many items of the agenda must be seen at once before they are made large."""


def programme(view: View, columns: int, rows: int) -> list[Row]:
    """All items as large as they fit; else those around the present one, and the others in a small line each side."""
    now = next((i for i, (_title, state) in enumerate(view.programme) if state is ItemState.NOW), 0)
    for scale, air, may_leave_out in ((2, 0, False), (1, 0, True), (0, 1, False), (0, 0, True)):
        made = [[*_item(title, state, columns, scale), *[Row("")] * air] for title, state in view.programme]
        if sum(map(len, made)) - bool(scale or air) <= rows:
            return left_aligned([row for each in made for row in each], columns)[:rows]
        if may_leave_out:
            first, after = _around(now, [len(each) for each in made], rows - 2)
            if not scale or after - first >= min(len(made), ENOUGH_ITEMS):
                seen = left_aligned([row for each in made[first:after] for row in each], columns)
                return [*_named(view.programme[:first], columns), *seen, *_named(view.programme[after:], columns)]
    return []


def _around(now: int, heights: list[int], rows: int) -> tuple[int, int]:
    """The first, and the one after the last, of those that fit with the present one among them; later ones first."""
    first, after = now, now + 1
    while True:
        room = rows - sum(heights[first:after])
        if after < len(heights) and heights[after] <= room:
            after += 1
        elif first > 0 and heights[first - 1] <= room:
            first -= 1
        else:
            return first, min(after, len(heights))


def _named(items: tuple[tuple[str, ItemState], ...], columns: int) -> list[Row]:
    """What there was no room for, in one line that ends with a mark where it is cut."""
    return [one_line("… " + " · ".join(title for title, _state in items), columns, QUIET_STYLE)] if items else []


def _item(title: str, state: ItemState, columns: int, scale: int) -> list[Row]:
    style = BOLD if state is ItemState.NOW else QUIET_STYLE if state is ItemState.DONE else ""
    mark = "→ " if state is ItemState.NOW else "  "
    scale = drawable(title, scale)
    room = columns - (4 + width(mark, scale) if scale else 6)
    lines = [("  " if index else mark) + line for index, line in enumerate(broken(title, room, scale))]
    rows = styled(Block(tuple(lines), scale), style)
    return [*rows, Row("")] if scale else rows
