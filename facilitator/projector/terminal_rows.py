"""The group's view in a terminal: large type made of cells, two or three facts at a time, nothing private."""

from itertools import zip_longest

from msgspec import Struct
from rich.cells import cell_len

from facilitator.projector.large_type import draw, height, width
from facilitator.projector.qr import half_blocks
from facilitator.projector.syllables import SOFT_HYPHEN
from facilitator.projector.terminal_blocks import Block, balanced, block, broken, drawable
from facilitator.projector.view import ClockView, GoalView, ProposalView, Shown, View
from facilitator.texts.columns import to_width
from facilitator.texts.phrases import left
from sessions.kinds import ItemState

LARGEST = 4
"""A scale beyond this helps no one; the clock may be larger."""
AIRY = 20
"""From so many rows on the sides stay free: letters that touch the edge of a picture are hard to read."""
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
    """The view in so many columns and rows at ``now``, centred, with air on all sides where there is room."""
    side, above = (max(1, columns // 64), 1) if rows >= AIRY else (0, 0)
    inside = rows - 2 * above
    made = _made(view, columns - 2 * side, inside, now)
    if len(made) > inside > 1:
        made[inside - 1 :] = [Row("…", QUIET_STYLE)]
    return _centred(made[:inside], columns, rows)


def _made(view: View, columns: int, rows: int, now: int) -> list[Row]:
    match view.shown:
        case Shown.PROGRAMME:
            return _titled(view.title, _programme(view, columns, rows - 2), columns, rows)
        case Shown.ROUND:
            return _round(view, columns, rows, now)
        case Shown.STEP:
            return _step(view, columns, rows, now)
        case Shown.SHEET:
            return _sheet(view, columns, rows)
        case Shown.QUESTION:
            return _large(view.question, columns - 4, rows, LARGEST, BOLD)
        case Shown.GOALS:
            return _goals(view, columns, rows)
        case Shown.BREAK | Shown.CLOCK:
            return _clock(view, columns, rows, now)
        case Shown.PROPOSALS:
            return _proposals(view, columns, rows)
        case Shown.STORED:
            return _stored(view, columns, rows)
        case Shown.ADDRESS | Shown.CODES:
            return _codes(view, columns, rows)
        case _:
            return []


def _titled(title: str, made: list[Row], columns: int, rows: int) -> list[Row]:
    """With its title above, large where there is room."""
    room = rows - len(made) - 1
    if room < 1:
        return made
    return [*_large(title, columns, room, 1 if rows >= 2 * AIRY - 2 else 0, QUIET_STYLE), Row(""), *made]


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
    """All items as large as they fit; else those around the present one, and the others in a small line each side."""
    now = next((i for i, (_title, state) in enumerate(view.programme) if state is ItemState.NOW), 0)
    last = len(view.programme) - 1
    for scale, air in ((2, 0), (1, 0), (0, 1), (0, 0)):
        made = [[*_programme_item(title, state, columns, scale), *[Row("")] * air] for title, state in view.programme]
        if sum(map(len, made)) - (scale > 0 or air) <= rows:
            return _left_aligned([row for each in made for row in each], columns)[: rows or None]
        if scale == 1 or (not scale and not air):
            first, after = _around(now, [len(each) for each in made], rows - 2)
            if not scale or after - first >= min(last + 1, ENOUGH_ITEMS):
                seen = _left_aligned([row for each in made[first:after] for row in each], columns)
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
    return [_middle("… " + " · ".join(title for title, _state in items), columns, QUIET_STYLE)] if items else []


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
    """The speaker is always the largest; who is next is never as large, and what is asked gives way to both.

    A smaller speaker is better than a line that cannot be read from afar.
    """
    for clock_counts in (True, False) if rows >= AIRY - 2 else ():
        for most in range(LARGEST, 1, -1):
            for next_most in range(min(2, most - 1), 0, -1):
                made, smallest = _round_at(view, columns, rows, now, (most, next_most), clock_counts=clock_counts)
                if smallest and len(made) <= rows:
                    return made
    return _round_at(view, columns, rows, now, (LARGEST, 2))[0]


def _round_at(
    view: View, columns: int, rows: int, now: int, most: tuple[int, int], *, clock_counts: bool = False
) -> tuple[list[Row], int]:
    """The round, its speaker and who is next no larger than ``most``; and the scale of the smallest line of it."""
    asked = balanced(view.invitation, columns - 4, 0) if view.invitation else []
    told = len(asked) + 1 if asked and len(asked) + 1 <= rows // 4 else 0
    extra = (2 if view.next_up else 0) + (2 if view.presenter else 0)
    speaker = block(view.speaker, columns, max(1, rows - extra - told - rows // 6), most[0])
    for reserved in (rows // 6, 0):  # what is asked gives way first, then the clock
        if not speaker.scale and (told or not reserved):
            told, speaker = 0, block(view.speaker, columns, max(1, rows - extra - reserved), most[0])
    made, scales = _rows(speaker, BOLD), [speaker.scale]
    below = (2 if view.clock is not None else 0) + (2 if view.presenter else 0) + 1
    if view.next_up:
        room = rows - len(made) - told - below
        next_up = block(view.next_up, columns, room, max(0, min(most[1], speaker.scale - 1)))
        made += [Row(""), *_rows(next_up, QUIET_STYLE)]
        scales.append(next_up.scale)
    if told:
        room = rows - len(made) - below
        invitation = block(view.invitation, columns - 4, room, max(0, min(1, speaker.scale - 1)))
        made += [Row(""), *_rows(invitation, "")]
        scales.append(invitation.scale)
    elif asked:
        scales.append(0)
    if view.presenter:
        made += [Row(""), *(Row(line, QUIET_STYLE) for line in broken(view.presenter, columns, 0))]
    no_larger = min(1, speaker.scale - 1, *([next_up.scale] if view.next_up else []))
    clock = _small_clock(view.clock, columns, rows - len(made), now, max(0, no_larger))
    if clock_counts and view.clock is not None and len(clock) < 1 + height(1):
        scales.append(0)
    return made + clock, min(scales)


def _goals(view: View, columns: int, rows: int) -> list[Row]:
    """All goals with their wording, or without where there is no room for it: each can be had by itself."""
    if not view.goals:
        return _large(view.note, columns, rows, 1, QUIET_STYLE)
    for scale, worded in ((4, True), (3, True), (2, True), (1, True), (0, True), (1, False), (0, False)):
        if any(scale and not _is_line(_head(goal), columns - 2, scale) for goal in view.goals):
            continue
        made = [_goal(goal, columns, scale, worded=worded) for goal in view.goals]
        if sum(len(each) for each in made) - 1 <= rows:
            return _left_aligned([row for each in made for row in each][:-1], columns)
    return _left_aligned([Row(_head(goal), BOLD) for goal in view.goals], columns)


def _head(goal: GoalView) -> str:
    return f"{goal.slot} {goal.code}"


def _is_line(text: str, columns: int, scale: int) -> bool:
    """Whether it is one line at this scale, or has no large letters at any."""
    return not drawable(text, scale) or width(text, scale) <= columns


def _goal(goal: GoalView, columns: int, scale: int, *, worded: bool) -> list[Row]:
    """One goal: letter and code word, status, wording, scale; an empty row after it."""
    head = _head(goal)
    made = [Row(to_width(f"{head} · {goal.status.replace(SOFT_HYPHEN, '')}", columns).rstrip(), BOLD)]
    if scale:
        smaller = scale // 2
        status = block(goal.status, columns - 2, height(smaller) if smaller else 1, smaller)
        made = [*_large(head, columns - 2, height(scale), scale, BOLD), *_rows(status, QUIET_STYLE)]
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
    """The clock, and the word that says what it tells: beside small figures, else below and smaller than they."""
    style = QUIET_STYLE if clock.paused else ""
    paused = [Row(""), Row(clock.paused, style)] if clock.paused and rows > 2 else []
    room = rows - len(paused)
    if clock.shape:
        shape = block(clock.shape, columns, room - 1, min(most, 3))
        drawn = _rows(shape, style) if shape.scale else [Row(" ".join(clock.shape), style)]
        label = _large(clock.label, columns, room - len(drawn), max(min(1, most - 1), shape.scale - 1), QUIET_STYLE)
        return [*drawn, *(label if len(drawn) + len(label) <= room else []), *paused]
    if clock.said:
        return [*_large(clock.said, columns, room, min(most, 3), style), *paused]
    remains = clock.left_at(now)
    if remains < 0:
        return [*_large(clock.over, columns, room, min(most, 3), style), *paused]
    if most <= 1 and clock.label and _is_line(f"{left(remains)} {clock.label}", columns, 1):
        return [*_large(f"{left(remains)} {clock.label}", columns, room, most, style), *paused]
    below = height(1) if clock.label and most > 1 and room >= AIRY // 2 else 1 if clock.label and room > 1 else 0
    figures = block(left(remains), columns, room - below, most)
    label = _large(clock.label, columns, room - figures.rows, figures.scale // 3, QUIET_STYLE) if below else []
    return [*_rows(figures, style), *label, *paused]


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
