"""The group's view in a terminal: large type made of cells, two or three facts at a time, nothing private."""

from itertools import zip_longest

from msgspec import Struct
from rich.cells import cell_len

from facilitator.projector.large_type import draw, height, width
from facilitator.projector.qr import half_blocks
from facilitator.projector.syllables import SOFT_HYPHEN
from facilitator.projector.terminal_blocks import Block, block, broken, drawable
from facilitator.projector.view import ClockView, GoalView, ProposalView, Shown, View
from facilitator.texts.columns import to_width
from facilitator.texts.phrases import left
from sessions.kinds import ItemState

LARGEST = 4
"""A scale beyond this helps no one; the clock may be larger."""
ENOUGH_ITEMS = 5
"""So many items of the agenda must be seen at once before they are made large."""
BOLD, QUIET_STYLE, CODE = "bold", "$quiet", "#000000 on #ffffff"


class Row(Struct, frozen=True):
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
        case Shown.SHEET:
            made = _sheet(view, columns, rows)
        case Shown.QUESTION:
            made = _large(view.question, columns - 4, rows, LARGEST, BOLD)
        case Shown.GOALS:
            made = _goals(view, columns, rows)
        case Shown.BREAK | Shown.CLOCK:
            made = _clock(view, columns, rows, now)
        case Shown.PROPOSALS:
            made = _proposals(view, columns, rows)
        case Shown.STORED:
            made = _stored(view, columns, rows)
        case Shown.ADDRESS | Shown.CODES:
            made = _codes(view, columns, rows)
        case _:
            made = []
    return _centred(made[:rows], columns, rows)


def _middle(text: str, columns: int, style: str = "") -> Row:
    return Row(to_width(text.replace(SOFT_HYPHEN, ""), columns).rstrip(), style)


def _step(view: View, columns: int, rows: int, now: int) -> list[Row]:
    """The invitation is what matters: it has most of the room, and the rest is never larger."""
    around = 2 + (2 if view.step else 0) + (3 if view.clock is not None else 0)
    invitation = block(view.invitation, min(columns - 4, 190), rows - around, 3) if view.invitation else None
    scale = invitation.scale if invitation is not None else 2
    made: list[Row] = []
    if view.title:
        made += [*_large(view.title, columns, rows // 5 if scale > 1 else 1, min(1, scale), QUIET_STYLE), Row("")]
    if view.step:
        made += [*(Row(line, QUIET_STYLE) for line in broken(view.step, columns - 2, 0)), Row("")]
    if invitation is not None:
        left = rows - len(made) - (3 if view.clock is not None else 0)
        made += _rows(block(view.invitation, min(columns - 4, 190), left, 3), BOLD)
    return made + _small_clock(view.clock, columns, rows - len(made), now)


def _stored(view: View, columns: int, rows: int) -> list[Row]:
    """Two columns, each with its heading; large where there is room."""
    pairs = list(zip(view.kept, view.forgotten, strict=True))
    half = (columns - 6) // 2
    blocks = [(block(kept, half, 12, 1), block(gone, half, 12, 1)) for kept, gone in pairs]
    note = [Row(""), *(Row(line, QUIET_STYLE) for line in broken(view.note, columns - 4, 0))]
    if (
        all(each.scale for pair in blocks for each in pair)
        and sum(max(one.rows, other.rows) + 1 for one, other in blocks) + len(note) + 2 <= rows
    ):
        made: list[Row] = []
        for index, (one, other) in enumerate(blocks):
            lines = zip_longest(one.drawn(), other.drawn(), fillvalue="")
            made += [Row(to_width(a, half + 3) + to_width(b, half), BOLD if not index else "") for a, b in lines] + [
                Row("")
            ]
        return [_middle(view.title, columns, QUIET_STYLE), Row(""), *_left_aligned(made, columns), *note]
    half = max(len(line) for line in (*view.kept, *view.forgotten)) + 3
    if 2 * half <= columns:
        lines_of = [to_width(kept, half) + to_width(forgotten, half) for kept, forgotten in pairs]
    else:
        lines_of = [*view.kept, "", *view.forgotten]
    made = [Row(line, BOLD if index == 0 or line == view.forgotten[0] else "") for index, line in enumerate(lines_of)]
    return [_middle(view.title, columns, QUIET_STYLE), Row(""), *_left_aligned(made, columns), *note]


def _sheet(view: View, columns: int, rows: int) -> list[Row]:
    """A line under the other, all as large as the longest can be; what has no room ends with a mark."""
    heading = [_middle(view.title, columns, QUIET_STYLE), Row("")]
    room = rows - len(heading)
    for scale in (2, 1):
        blocks = [block(line, columns - 8, room, scale) for line in view.sheet]
        large = all(each.scale == scale for each in blocks)
        if large and sum(each.rows + 1 for each in blocks) <= room:
            made = [row for each in blocks for row in (*(Row(line, BOLD) for line in each.drawn()), Row(""))]
            return [*heading, *_left_aligned(made, columns)]
    lines = [Row(line, BOLD) for text in view.sheet for line in broken(text, columns - 8, 0)]
    if len(lines) > room:
        lines = [*lines[: room - 1], Row("…", BOLD)]
    return [*heading, *_left_aligned(lines, columns)]


def _codes(view: View, columns: int, rows: int) -> list[Row]:
    """The code, black on white whatever the colours are; the first of several. Words where it does not fit."""
    words = [Row(line, BOLD) for line in broken(view.address, columns, 0)] if view.address else []
    words = words or [Row(line, QUIET_STYLE) for line in broken(view.note, columns - 4, 0)]
    if not view.codes:
        return words
    code = half_blocks(view.codes[0].rows)
    if len(view.codes) > 1 or len(code) > rows or len(code[0]) > columns:
        made = broken(view.small, columns - 4, 0)
        return [Row(line, QUIET_STYLE) for line in made] + ([Row(""), *words] if view.address else [])
    made_rows = [Row(line, CODE) for line in code]
    return [*made_rows, *words] if len(made_rows) + len(words) <= rows else made_rows


def _programme(view: View, columns: int, rows: int) -> list[Row]:
    """As many items as fit, the present one always among them; large where enough of them have room."""
    now = next((i for i, (_title, state) in enumerate(view.programme) if state is ItemState.NOW), 0)
    for scale in (2, 1, 0):
        made = [_programme_item(title, state, columns, scale) for title, state in view.programme]
        first = last = now
        while True:
            room = rows - sum(len(each) for each in made[first : last + 1])
            if last + 1 < len(made) and len(made[last + 1]) <= room:
                last += 1
            elif first > 0 and len(made[first - 1]) <= room:
                first -= 1
            else:
                break
        if not scale or last - first + 1 >= min(len(made), ENOUGH_ITEMS):
            return _left_aligned([row for each in made[first : last + 1] for row in each], columns)
    return []


def _programme_item(title: str, state: ItemState, columns: int, scale: int) -> list[Row]:
    style = BOLD if state is ItemState.NOW else QUIET_STYLE if state is ItemState.DONE else ""
    mark = "→ " if state is ItemState.NOW else "  "
    scale = drawable(title, scale)
    if not scale:
        return [
            Row((mark if not index else "  ") + line, style) for index, line in enumerate(broken(title, columns - 6, 0))
        ]
    lines = broken(title, columns - 4 - width(mark, scale), scale)
    shown = [row for index, line in enumerate(lines) for row in draw((mark if not index else "  ") + line, scale)]
    return [*(Row(row, style) for row in shown), Row("")]


def _round(view: View, columns: int, rows: int, now: int) -> list[Row]:
    """The speaker is always the largest; who is next is never as large, and what is asked gives way to both."""
    asked = broken(view.invitation, columns - 4, 0) if view.invitation else []
    told = len(asked) + 1 if asked and len(asked) + 1 <= rows // 4 else 0
    extra = (2 if view.next_up else 0) + (2 if view.presenter else 0)
    speaker = block(view.speaker, columns, max(1, rows - extra - told - rows // 6), LARGEST)
    if told and not speaker.scale:
        told, speaker = 0, block(view.speaker, columns, max(1, rows - extra - rows // 6), LARGEST)
    made = _rows(speaker, BOLD)
    below = (3 if view.clock is not None else 0) + (2 if view.presenter else 0) + 1
    if view.next_up:
        room = rows - len(made) - told - below
        made += [Row(""), *_rows(block(view.next_up, columns, room, max(0, min(2, speaker.scale - 1))), QUIET_STYLE)]
    if told:
        room = rows - len(made) - below
        made += [Row(""), *_rows(block(view.invitation, columns - 4, room, max(0, min(1, speaker.scale - 1))), "")]
    if view.presenter:
        made += [Row(""), *(Row(line, QUIET_STYLE) for line in broken(view.presenter, columns, 0))]
    most = max(0, min(1, speaker.scale - 1))
    return made + _small_clock(view.clock, columns, rows - len(made), now, most)


def _goals(view: View, columns: int, rows: int) -> list[Row]:
    """All goals with their wording, or without where there is no room for it: each can be had by itself."""
    if not view.goals:
        return _large(view.note, columns, rows, 1, QUIET_STYLE)
    for scale, worded in ((2, True), (1, True), (0, True), (1, False), (0, False)):
        made = [_goal(goal, columns, scale, worded=worded) for goal in view.goals]
        if sum(len(each) for each in made) - 1 <= rows:
            return _left_aligned([row for each in made for row in each][:-1], columns)
    return _left_aligned([Row(f"{goal.slot} {goal.code}", BOLD) for goal in view.goals], columns)


def _goal(goal: GoalView, columns: int, scale: int, *, worded: bool) -> list[Row]:
    """One goal: letter and code word, status, wording, scale; an empty row after it."""
    head = f"{goal.slot} {goal.code}"
    made = [Row(to_width(f"{head} · {goal.status.replace(SOFT_HYPHEN, '')}", columns).rstrip(), BOLD)]
    if scale:
        made = [
            *_large(head, columns - 2, height(scale), scale, BOLD),
            Row(goal.status.replace(SOFT_HYPHEN, ""), QUIET_STYLE),
        ]
    if goal.text and worded:
        size = drawable(goal.text, max(0, scale - 1))
        text = [row for line in broken(goal.text, columns - 4, size) for row in (draw(line, size) if size else [line])]
        made += [Row(f"  {row}") for row in text]
    elif goal.text:
        made[0] = Row(made[0].text + " …", BOLD) if not scale else made[0]
    if goal.value is not None and (worded or scale):
        made.append(Row("  " + _scale_line(goal)))
    return [*made, Row("")]


def _proposals(view: View, columns: int, rows: int) -> list[Row]:
    """Each way with what it changes and its end; with fewer rows the ways and ends alone."""
    above = [_middle(view.title, columns, QUIET_STYLE), Row("")]
    below = [Row(line, QUIET_STYLE) for line in broken(view.note, columns - 4, 0)]
    for scale, whole in ((1, True), (0, True), (1, False), (0, False)):
        each = [_proposal(proposal, columns, scale, whole=whole) for proposal in view.proposals]
        made = _left_aligned([row for lines in each for row in lines], columns)
        if len(above) + len(made) + len(below) <= rows:
            return [*above, *made, *below]
    bare = [row for proposal in view.proposals for row in _proposal(proposal, columns, 0, whole=False)[:-1]]
    return _left_aligned(bare, columns)


def _proposal(proposal: ProposalView, columns: int, scale: int, *, whole: bool) -> list[Row]:
    way = block(proposal.way, columns - 2, height(scale) if scale else 1, scale)
    effects = broken(" · ".join(proposal.effects), columns - 4, 0) if whole else []
    return [
        *_rows(way, BOLD),
        *(Row(f"  {line}") for line in effects),
        *(Row(f"  {line}") for line in broken(proposal.ends, columns - 4, 0)),
        Row(""),
    ]


def _scale_line(goal: GoalView) -> str:
    """0 to 10 with the group's place, and one notch up."""
    value = goal.value or 0
    marks = ("●" if n == value else "○" if n == value + 1 else "·" for n in range(11))
    return "0 " + " ".join(marks) + f" 10   {goal.said}"


def _clock(view: View, columns: int, rows: int, now: int) -> list[Row]:
    title = _large(view.title, columns, max(1, rows // 3), 2, QUIET_STYLE)
    note = [Row(""), _middle(view.note, columns, QUIET_STYLE)] if view.note else []
    if view.own_text:
        note = [Row(""), *(Row(line, BOLD) for line in broken(view.own_text, columns - 2, 0)), *note]
    if view.clock is None:
        return [*title, *note]
    room = rows - len(title) - len(note) - 1
    return [*title, Row(""), *_figures(view.clock, columns, room, 12, now), *note]


def _small_clock(clock: ClockView | None, columns: int, rows: int, now: int, most: int = 1) -> list[Row]:
    return [Row(""), *_figures(clock, columns, rows - 1, most, now)] if clock is not None and rows > 1 else []


def _figures(clock: ClockView, columns: int, rows: int, most: int, now: int) -> list[Row]:
    style = QUIET_STYLE if clock.paused else ""
    paused = [Row(""), Row(clock.paused, style)] if clock.paused and rows > 2 else []
    if clock.shape:
        return [Row(" ".join(clock.shape), style), *paused]
    if clock.said:
        return [*_large(clock.said, columns, rows - len(paused), min(most, 3), style), *paused]
    remains = clock.left_at(now)
    if remains < 0:
        return [Row(clock.over, style), *paused]
    label = [Row(clock.label, QUIET_STYLE)] if clock.label and rows - len(paused) > 1 else []
    return [*_large(left(remains), columns, rows - len(paused) - len(label), most, style), *label, *paused]


def _large(text: str, columns: int, rows: int, most: int, style: str) -> list[Row]:
    """``text`` as large as it fits, on several lines where it must."""
    return _rows(block(text, columns, rows, most), style)


def _rows(made: Block, style: str) -> list[Row]:
    return [Row(line, style) for line in made.drawn()]


def _left_aligned(made: list[Row], columns: int) -> list[Row]:
    """Rows with a common left edge, so that they are centred as one block."""
    widest = min(columns, max((cell_len(row.text) for row in made), default=0))
    return [Row(to_width(row.text, widest), row.style) for row in made]


def _centred(made: list[Row], columns: int, rows: int) -> list[Row]:
    above = max(0, (rows - len(made)) // 2)
    return [Row("")] * above + [Row(row.text, row.style, max(0, (columns - cell_len(row.text)) // 2)) for row in made]
