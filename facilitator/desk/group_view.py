"""The group's view in a terminal: large type made of cells, two or three facts at a time, nothing private."""

from dataclasses import dataclass

from facilitator.desk.lines import fitted
from facilitator.i18n import _
from facilitator.phrases import left
from facilitator.pixels import draw, height, largest
from facilitator.projector.view import SOFT_STEPS, ClockView, GoalView, Shown, View
from sessions.kinds import ItemState

LARGEST = 4
"""A scale beyond this helps no one; the clock may be larger."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the screen."""

    text: str
    style: str = ""


def rows_of(view: View, columns: int, rows: int) -> list[Row]:
    """The view in so many columns and rows, centred."""
    match view.shown:
        case Shown.PROGRAMME:
            made = _programme(view, columns, rows)
        case Shown.ROUND:
            made = _round(view, columns, rows)
        case Shown.GOALS:
            made = _goals(view, columns, rows)
        case Shown.CLOCK:
            made = _clock(view, columns, rows)
        case _:
            made = []
    return _centred(made[:rows], columns, rows)


def _programme(view: View, columns: int, rows: int) -> list[Row]:
    """As many items as fit, the present one always among them."""
    items = view.programme
    now = next((i for i, (_title, state) in enumerate(items) if state is ItemState.NOW), 0)
    longest = max((title for title, _state in items), key=len, default="")
    scale = largest(f"> {longest}", columns - 4, max(1, rows // max(1, min(len(items), 6)) - 1), 2)
    each = height(scale) + 1 if scale else (2 if len(items) * 2 < rows else 1)
    room = max(1, rows // each)
    first = max(0, min(now - room // 2, len(items) - room))
    made: list[Row] = []
    for title, state in items[first : first + room]:
        style = "bold" if state is ItemState.NOW else "$quiet" if state is ItemState.DONE else ""
        mark = "→ " if state is ItemState.NOW else "  "
        made.extend(_large(mark + title, columns, height(scale), scale, style) if scale else [Row(mark + title, style)])
        made.extend([Row("")] * (each - (height(scale) if scale else 1)))
    return _left_aligned(made, columns)


def _round(view: View, columns: int, rows: int) -> list[Row]:
    third = max(1, rows // 3)
    if view.offering:
        made = _large(_("Still something to say?"), columns, third + 2, LARGEST, "bold")
    else:
        made = _large(view.speaker, columns, third + 2, LARGEST, "bold")
    if view.next_up:
        made += [Row(""), *_large(_("Next up: {name}").format(name=view.next_up), columns, third, 1, "$quiet")]
    if view.presenter:
        made += [Row(""), Row(_("{seat} listens").format(seat=view.presenter), "$quiet")]
    return made + _small_clock(view.clock, columns, rows - len(made))


def _goals(view: View, columns: int, rows: int) -> list[Row]:
    if not view.goals:
        return _large(_("No goals on the board"), columns, rows, 1, "$quiet")
    each = max(1, rows // len(view.goals))
    made: list[Row] = []
    for goal in view.goals:
        made.extend(_goal(goal, columns, each))
    return _left_aligned(made, columns)


def _goal(goal: GoalView, columns: int, rows: int) -> list[Row]:
    """One goal: letter and code word large, then wording, status and scale."""
    head = f"{goal.slot} {goal.code}"
    small = [Row(fitted(f"{head} · {goal.status}", columns), "bold")]
    text = [Row(f"  {line}") for line in _wrapped(goal.text, columns - 4)] if goal.text else []
    scale = [Row("  " + _scale_line(goal.value))] if goal.value is not None else []
    after = [*text, *scale, Row("")]
    if rows >= height() + 1 + len(after) and (large := largest(head, columns - 2, rows - len(after) - 1, 2)):
        return [*(Row(line, "bold") for line in draw(head, large)), Row(goal.status, "$quiet"), *after][:rows]
    return [*small, *after][:rows]


def _scale_line(value: int) -> str:
    """0 to 10 with the group's place, and one notch up."""
    marks = ("●" if n == value else "○" if n == value + 1 else "·" for n in range(11))
    return "0 " + " ".join(marks) + f" 10   {value}"


def _clock(view: View, columns: int, rows: int) -> list[Row]:
    title = _large(view.title, columns, max(1, rows // 3), 2, "$quiet")
    if view.clock is None:
        return title
    room = rows - len(title) - 1
    return [*title, Row(""), *_figures(view.clock, columns, room, 12)]


def _small_clock(clock: ClockView | None, columns: int, rows: int) -> list[Row]:
    return [Row(""), *_figures(clock, columns, rows - 1, 1)] if clock is not None and rows > 2 else []


def _figures(clock: ClockView, columns: int, rows: int, most: int) -> list[Row]:
    style = "dim" if clock.paused else ""
    if clock.left_ms is None:
        return [Row(" ".join("●" * clock.parts_left + "○" * (SOFT_STEPS - clock.parts_left)), style)]
    if clock.left_ms < 0:
        return [Row(_("time is up"), style)]
    return _large(left(clock.left_ms), columns, rows, most, style)


def _large(text: str, columns: int, rows: int, most: int, style: str) -> list[Row]:
    """``text`` as large as it fits; on several small lines when it does not fit large."""
    scale = largest(text, columns, rows, most) if most else 0
    if scale:
        return [Row(line, style) for line in draw(text, scale)]
    return [Row(line, style) for line in _wrapped(text, columns)]


def _wrapped(text: str, columns: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, max(8, columns)) or [""]


def _left_aligned(made: list[Row], columns: int) -> list[Row]:
    """Rows with a common left edge, so that they are centred as one block."""
    from rich.cells import cell_len

    widest = min(columns, max((cell_len(row.text) for row in made), default=0))
    return [Row(fitted(row.text, widest), row.style) for row in made]


def _centred(made: list[Row], columns: int, rows: int) -> list[Row]:
    from rich.cells import cell_len

    above = max(0, (rows - len(made)) // 2)
    centred = [Row(" " * max(0, (columns - cell_len(row.text)) // 2) + row.text, row.style) for row in made]
    return [Row("")] * above + centred
