"""The group's view in a terminal: large type made of cells, two or three facts at a time, nothing private."""

from dataclasses import dataclass

from rich.cells import cell_len

from facilitator.projector.large_type import draw, height, largest
from facilitator.projector.qr import half_blocks
from facilitator.projector.view import ClockView, GoalView, Shown, View
from facilitator.texts.columns import fitted, wrapped
from facilitator.texts.phrases import left
from sessions.kinds import ItemState

LARGEST = 4
"""A scale beyond this helps no one; the clock may be larger."""
BOLD, QUIET_STYLE, CODE = "bold", "$quiet", "#000000 on #ffffff"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the screen."""

    text: str
    style: str = ""
    indent: int = 0
    """Columns before it, without its style."""


def rows_of(view: View, columns: int, rows: int, now: int) -> list[Row]:
    """The view in so many columns and rows at ``now``, centred."""
    match view.shown:
        case Shown.PROGRAMME:
            made = _programme(view, columns, rows - 2)
            if rows > len(made) + 2:
                made = [_middle(view.title, columns, QUIET_STYLE), Row(""), *made]
        case Shown.ROUND:
            made = _round(view, columns, rows, now)
        case Shown.STEP:
            made = _step(view, columns, rows, now)
        case Shown.QUESTION:
            made = _large(view.question, columns - 4, rows, 2, BOLD)
        case Shown.GOALS:
            made = _goals(view, columns, rows)
        case Shown.BREAK | Shown.CLOCK:
            made = _clock(view, columns, rows, now)
        case Shown.STORED:
            made = _stored(view, columns)
        case Shown.ADDRESS | Shown.CODES:
            made = _codes(view, columns, rows)
        case _:
            made = []
    return _centred(made[:rows], columns, rows)


def _middle(text: str, columns: int, style: str = "") -> Row:
    return Row(fitted(text, columns).rstrip(), style)


def _step(view: View, columns: int, rows: int, now: int) -> list[Row]:
    made = [*_large(view.title, columns, max(1, rows // 4), 1, QUIET_STYLE), Row("")]
    if view.step:
        made += [_middle(view.step, columns, QUIET_STYLE), Row("")]
    if view.invitation:
        made += [Row(line, BOLD) for line in _wrapped(view.invitation, min(columns - 4, 64))]
    return made + _small_clock(view.clock, columns, rows - len(made), now)


def _stored(view: View, columns: int) -> list[Row]:
    """Two columns, each with its heading."""
    half = max(len(line) for line in (*view.kept, *view.forgotten)) + 3
    pairs = list(zip(view.kept, view.forgotten, strict=True))
    if 2 * half <= columns:
        lines = [fitted(kept, half) + fitted(forgotten, half) for kept, forgotten in pairs]
    else:
        lines = [*view.kept, "", *view.forgotten]
    made = [Row(line, BOLD if index == 0 or line == view.forgotten[0] else "") for index, line in enumerate(lines)]
    return [_middle(view.title, columns, QUIET_STYLE), Row(""), *_left_aligned(made, columns), Row(""),
            *(Row(line, QUIET_STYLE) for line in _wrapped(view.note, columns - 4))]  # fmt: skip


def _codes(view: View, columns: int, rows: int) -> list[Row]:
    """The code, black on white whatever the colours are; the first of several. Words where it does not fit."""
    words = [Row(line, BOLD) for line in _wrapped(view.address, columns)] if view.address else []
    words = words or [Row(line, QUIET_STYLE) for line in _wrapped(view.note, columns - 4)]
    if not view.codes:
        return words
    code = half_blocks(view.codes[0].rows)
    if len(view.codes) > 1 or len(code) > rows or len(code[0]) > columns:
        made = _wrapped(view.small, columns - 4)
        return [Row(line, QUIET_STYLE) for line in made] + ([Row(""), *words] if view.address else [])
    made_rows = [Row(line, CODE) for line in code]
    return [*made_rows, *words] if len(made_rows) + len(words) <= rows else made_rows


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
        style = BOLD if state is ItemState.NOW else QUIET_STYLE if state is ItemState.DONE else ""
        mark = "→ " if state is ItemState.NOW else "  "
        made.extend(_large(mark + title, columns, height(scale), scale, style) if scale else [Row(mark + title, style)])
        made.extend([Row("")] * (each - (height(scale) if scale else 1)))
    return _left_aligned(made, columns)


def _round(view: View, columns: int, rows: int, now: int) -> list[Row]:
    third = max(1, rows // 3)
    made = _large(view.speaker, columns, third + 2, LARGEST, BOLD)
    if view.next_up:
        made += [Row(""), *_large(view.next_up, columns, third, 1, QUIET_STYLE)]
    if view.presenter:
        made += [Row(""), Row(view.presenter, QUIET_STYLE)]
    return made + _small_clock(view.clock, columns, rows - len(made), now)


def _goals(view: View, columns: int, rows: int) -> list[Row]:
    if not view.goals:
        return _large(view.note, columns, rows, 1, QUIET_STYLE)
    each = max(1, rows // len(view.goals))
    made: list[Row] = []
    for goal in view.goals:
        made.extend(_goal(goal, columns, each))
    return _left_aligned(made, columns)


def _goal(goal: GoalView, columns: int, rows: int) -> list[Row]:
    """One goal: letter and code word large, then wording, status and scale."""
    head = f"{goal.slot} {goal.code}"
    small = [Row(fitted(f"{head} · {goal.status}", columns), BOLD)]
    text = [Row(f"  {line}") for line in _wrapped(goal.text, columns - 4)] if goal.text else []
    scale = [Row("  " + _scale_line(goal))] if goal.value is not None else []
    after = [*text, *scale, Row("")]
    if rows >= height() + 1 + len(after) and (large := largest(head, columns - 2, rows - len(after) - 1, 2)):
        return [*(Row(line, BOLD) for line in draw(head, large)), Row(goal.status, QUIET_STYLE), *after][:rows]
    return [*small, *after][:rows]


def _scale_line(goal: GoalView) -> str:
    """0 to 10 with the group's place, and one notch up."""
    value = goal.value or 0
    marks = ("●" if n == value else "○" if n == value + 1 else "·" for n in range(11))
    return "0 " + " ".join(marks) + f" 10   {goal.said}"


def _clock(view: View, columns: int, rows: int, now: int) -> list[Row]:
    title = _large(view.title, columns, max(1, rows // 3), 2, QUIET_STYLE)
    note = [Row(""), _middle(view.note, columns, QUIET_STYLE)] if view.note else []
    if view.clock is None:
        return title
    room = rows - len(title) - len(note) - 1
    return [*title, Row(""), *_figures(view.clock, columns, room, 12, now), *note]


def _small_clock(clock: ClockView | None, columns: int, rows: int, now: int) -> list[Row]:
    return [Row(""), *_figures(clock, columns, rows - 1, 1, now)] if clock is not None and rows > 2 else []


def _figures(clock: ClockView, columns: int, rows: int, most: int, now: int) -> list[Row]:
    style = QUIET_STYLE if clock.paused else ""
    paused = [Row(""), Row(clock.paused, style)] if clock.paused and rows > 2 else []
    if clock.shape:
        return [Row(" ".join(clock.shape), style), *paused]
    remains = clock.left_at(now)
    if remains < 0:
        return [Row(clock.over, style), *paused]
    return [*_large(left(remains), columns, rows - len(paused), most, style), *paused]


def _large(text: str, columns: int, rows: int, most: int, style: str) -> list[Row]:
    """``text`` as large as it fits; on several small lines when it does not fit large."""
    scale = largest(text, columns, rows, most) if most else 0
    if scale:
        return [Row(line, style) for line in draw(text, scale)]
    return [Row(line, style) for line in _wrapped(text, columns)]


def _wrapped(text: str, columns: int) -> list[str]:
    return wrapped(text, max(8, columns))


def _left_aligned(made: list[Row], columns: int) -> list[Row]:
    """Rows with a common left edge, so that they are centred as one block."""
    widest = min(columns, max((cell_len(row.text) for row in made), default=0))
    return [Row(fitted(row.text, widest), row.style) for row in made]


def _centred(made: list[Row], columns: int, rows: int) -> list[Row]:
    above = max(0, (rows - len(made)) // 2)
    return [Row("")] * above + [Row(row.text, row.style, max(0, (columns - cell_len(row.text)) // 2)) for row in made]
