"""The clock of the group's view in a terminal."""

from facilitator.projector.large_type import height
from facilitator.projector.terminal_blocks import block
from facilitator.projector.terminal_type import AIRY, QUIET_STYLE, Row, is_line, large, styled
from facilitator.projector.view import ClockView
from facilitator.texts.phrases import left


def small_clock(clock: ClockView | None, columns: int, rows: int, now: int, most: int = 1) -> list[Row]:
    """The clock below what matters more, no larger than scale ``most``; nothing where there is none, or no room."""
    return [Row(""), *figures(clock, columns, rows - 1, most, now)] if clock is not None and rows > 1 else []


def figures(clock: ClockView, columns: int, rows: int, most: int, now: int) -> list[Row]:
    """The clock, and the word that says what it tells: beside small figures, else below and smaller than they."""
    style = QUIET_STYLE if clock.paused else ""
    paused = [Row(""), Row(clock.paused, style)] if clock.paused and rows > 2 else []
    return [*_running(clock, columns, rows - len(paused), most, now, style), *paused]


def _running(clock: ClockView, columns: int, rows: int, most: int, now: int, style: str) -> list[Row]:
    if clock.shape:
        shape = block(clock.shape, columns, rows - 1, min(most, 3))
        drawn = styled(shape, style) if shape.scale else [Row(" ".join(clock.shape), style)]
        label = large(clock.label, columns, rows - len(drawn), max(min(1, most - 1), shape.scale - 1), QUIET_STYLE)
        return [*drawn, *label] if len(drawn) + len(label) <= rows else drawn
    if clock.said:
        return large(clock.said, columns, rows, min(most, 3), style)
    remains = clock.left_at(now)
    if remains < 0:
        return large(clock.over, columns, rows, min(most, 3), style)
    beside = f"{left(remains)} {clock.label}"
    if most <= 1 and clock.label and is_line(beside, columns, 1):
        return large(beside, columns, rows, most, style)
    below = 0
    if clock.label and rows > 1:
        below = height(1) if most > 1 and rows >= AIRY // 2 else 1
    shown = block(left(remains), columns, rows - below, most)
    label = large(clock.label, columns, rows - shown.rows, shown.scale // 3, QUIET_STYLE) if below else []
    return [*styled(shown, style), *label]
