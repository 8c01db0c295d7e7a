"""The group's view in a terminal: large type made of cells, two or three facts at a time, nothing private."""

from itertools import zip_longest

from facilitator.projector.qr import half_blocks
from facilitator.projector.terminal_blocks import block, broken, line_height
from facilitator.projector.terminal_clock import figures, small_clock
from facilitator.projector.terminal_goals import goals
from facilitator.projector.terminal_programme import programme
from facilitator.projector.terminal_round import round_rows
from facilitator.projector.terminal_type import (
    AIRY,
    BOLD,
    LARGEST,
    QUIET_STYLE,
    Row,
    centred,
    large,
    left_aligned,
    one_line,
    small,
    styled,
)
from facilitator.projector.view import ProposalView, Shown, View
from facilitator.texts.columns import to_width

WIDEST = 190
"""Columns of an invitation: on a longer line the eye loses its way."""
CODE = "#000000 on #ffffff"


def rows_of(view: View, columns: int, rows: int, now: int) -> list[Row]:
    """The view in so many columns and rows at ``now``, centred, with air on all sides where there is room."""
    side, above = (max(1, columns // 64), 1) if rows >= AIRY else (0, 0)
    inside = rows - 2 * above
    made = _made(view, columns - 2 * side, inside, now)
    if len(made) > inside > 1:
        made[inside - 1 :] = [Row("…", QUIET_STYLE)]
    return centred(made[:inside], columns, rows)


def _made(view: View, columns: int, rows: int, now: int) -> list[Row]:
    match view.shown:
        case Shown.PROGRAMME:
            return _titled(view.title, programme(view, columns, rows - 2), columns, rows)
        case Shown.ROUND:
            return round_rows(view, columns, rows, now)
        case Shown.STEP:
            return _step(view, columns, rows, now)
        case Shown.SHEET:
            return _sheet(view, columns, rows)
        case Shown.QUESTION:
            return large(view.question, columns - 4, rows, LARGEST, BOLD)
        case Shown.GOALS:
            return goals(view, columns, rows)
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
    return [*large(title, columns, room, 1 if rows >= 2 * AIRY - 2 else 0, QUIET_STYLE), Row(""), *made]


def _step(view: View, columns: int, rows: int, now: int) -> list[Row]:
    """The invitation is what matters: it has most of the room, and the rest is never larger."""
    wide, below = min(columns - 4, WIDEST), 3 if view.clock is not None else 0
    around = 2 + (2 if view.step else 0) + below
    scale = block(view.invitation, wide, rows - around, 3).scale if view.invitation else 2
    made: list[Row] = []
    if view.title:
        made += [*large(view.title, columns, rows // 5 if scale > 1 else 1, min(1, scale), QUIET_STYLE), Row("")]
    if view.step:
        made += [*small(view.step, columns - 2, QUIET_STYLE), Row("")]
    if view.invitation:
        made += large(view.invitation, wide, rows - len(made) - below, 3, BOLD)
    return made + small_clock(view.clock, columns, rows - len(made), now)


def _clock(view: View, columns: int, rows: int, now: int) -> list[Row]:
    title = large(view.title, columns, max(1, rows // 3), 2, QUIET_STYLE)
    note = [Row(""), one_line(view.note, columns, QUIET_STYLE)] if view.note else []
    if view.own_text:
        note = [Row(""), *small(view.own_text, columns - 2, BOLD), *note]
    if view.clock is None:
        return [*title, *note]
    room = rows - len(title) - len(note) - 1
    return [*title, Row(""), *figures(view.clock, columns, room, 12, now), *note]


def _stored(view: View, columns: int, rows: int) -> list[Row]:
    """Two columns, each with its heading; large where there is room, one below the other where they are too wide."""
    pairs = list(zip(view.kept, view.forgotten, strict=True))
    above = [one_line(view.title, columns, QUIET_STYLE), Row("")]
    note = [Row(""), *small(view.note, columns - 4, QUIET_STYLE)]
    half = (columns - 6) // 2
    blocks = [(block(kept, half, 12, 1), block(gone, half, 12, 1)) for kept, gone in pairs]
    taken = sum(max(one.rows, other.rows) + 1 for one, other in blocks)
    if all(each.scale for pair in blocks for each in pair) and len(above) + taken + len(note) <= rows:
        made: list[Row] = []
        for index, (one, other) in enumerate(blocks):
            lines = zip_longest(one.drawn(), other.drawn(), fillvalue="")
            made += [Row(to_width(a, half + 3) + to_width(b, half), "" if index else BOLD) for a, b in lines]
            made.append(Row(""))
        return [*above, *left_aligned(made, columns), *note]
    half = max(len(line) for line in (*view.kept, *view.forgotten)) + 3
    if 2 * half <= columns:
        lines_of = [to_width(kept, half) + to_width(forgotten, half) for kept, forgotten in pairs]
    else:
        lines_of = [*view.kept, "", *view.forgotten]
    made = [Row(line, BOLD if index == 0 or line == view.forgotten[0] else "") for index, line in enumerate(lines_of)]
    return [*above, *left_aligned(made, columns), *note]


def _sheet(view: View, columns: int, rows: int) -> list[Row]:
    """A line under the other, all as large as the longest can be; what has no room ends with a mark."""
    heading = [one_line(view.title, columns, QUIET_STYLE), Row("")]
    room = rows - len(heading)
    for scale in (2, 1):
        blocks = [block(line, columns - 8, room, scale) for line in view.sheet]
        if all(each.scale == scale for each in blocks) and sum(each.rows + 1 for each in blocks) <= room:
            made = [row for each in blocks for row in (*styled(each, BOLD), Row(""))]
            return [*heading, *left_aligned(made, columns)]
    lines = [row for line in view.sheet for row in small(line, columns - 8, BOLD)]
    if len(lines) > room:
        lines = [*lines[: room - 1], Row("…", BOLD)]
    return [*heading, *left_aligned(lines, columns)]


def _codes(view: View, columns: int, rows: int) -> list[Row]:
    """The code, black on white whatever the colours are; the first of several. Words where it does not fit."""
    words = small(view.address, columns, BOLD) or small(view.note, columns - 4, QUIET_STYLE)
    if not view.codes:
        return words
    code = [Row(line, CODE) for line in half_blocks(view.codes[0].rows)]
    if len(view.codes) > 1 or len(code) > rows or len(code[0].text) > columns:
        larger = small(view.small, columns - 4, QUIET_STYLE)
        return [*larger, Row(""), *words] if view.address else larger
    return [*code, *words] if len(code) + len(words) <= rows else code


def _proposals(view: View, columns: int, rows: int) -> list[Row]:
    """Each way with what it changes and its end; with fewer rows the ways and ends alone."""
    above = [one_line(view.title, columns, QUIET_STYLE), Row("")]
    below = small(view.note, columns - 4, QUIET_STYLE)
    for scale, whole in ((1, True), (0, True), (1, False), (0, False)):
        each = [_proposal(proposal, columns, scale, whole=whole) for proposal in view.proposals]
        made = left_aligned([row for lines in each for row in lines], columns)
        if len(above) + len(made) + len(below) <= rows:
            return [*above, *made, *below]
    bare = [row for proposal in view.proposals for row in _proposal(proposal, columns, 0, whole=False)[:-1]]
    return left_aligned(bare, columns)


def _proposal(proposal: ProposalView, columns: int, scale: int, *, whole: bool) -> list[Row]:
    way = block(proposal.way, columns - 2, line_height(scale), scale)
    effects = broken(" · ".join(proposal.effects), columns - 4, 0) if whole else []
    below = [*effects, *broken(proposal.ends, columns - 4, 0)]
    return [*styled(way, BOLD), *(Row(f"  {line}") for line in below), Row("")]
