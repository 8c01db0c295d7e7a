"""A round in the group's view in a terminal: who has the turn, who is next, and what is asked."""

from facilitator.projector.large_type import height
from facilitator.projector.terminal_blocks import balanced, block
from facilitator.projector.terminal_clock import small_clock
from facilitator.projector.terminal_type import AIRY, BOLD, LARGEST, QUIET_STYLE, Row, small, styled
from facilitator.projector.view import View


def round_rows(view: View, columns: int, rows: int, now: int) -> list[Row]:
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
    """The round, its speaker and who is next no larger than ``most``; and the scale of the smallest line of it.

    Who listens is always small and does not count; a clock that has no room to be large does with ``clock_counts``.
    """
    asked = balanced(view.invitation, columns - 4, 0) if view.invitation else []
    told = len(asked) + 1 if asked and len(asked) + 1 <= rows // 4 else 0
    extra = (2 if view.next_up else 0) + (2 if view.presenter else 0)
    speaker = block(view.speaker, columns, max(1, rows - extra - told - rows // 6), most[0])
    for reserved in (rows // 6, 0):  # what is asked gives way first, then the clock
        if not speaker.scale and (told or not reserved):
            told, speaker = 0, block(view.speaker, columns, max(1, rows - extra - reserved), most[0])
    made, scales = styled(speaker, BOLD), [speaker.scale]
    below = (2 if view.clock is not None else 0) + (2 if view.presenter else 0) + 1
    if view.next_up:
        room = rows - len(made) - told - below
        next_up = block(view.next_up, columns, room, max(0, min(most[1], speaker.scale - 1)))
        made += [Row(""), *styled(next_up, QUIET_STYLE)]
        scales.append(next_up.scale)
    if told:
        room = rows - len(made) - below
        invitation = block(view.invitation, columns - 4, room, max(0, min(1, speaker.scale - 1)))
        made += [Row(""), *styled(invitation, "")]
        scales.append(invitation.scale)
    elif asked:
        scales.append(0)
    if view.presenter:
        made += [Row(""), *small(view.presenter, columns, QUIET_STYLE)]
    no_larger = min(1, speaker.scale - 1, *([next_up.scale] if view.next_up else []))
    clock = small_clock(view.clock, columns, rows - len(made), now, max(0, no_larger))
    if clock_counts and view.clock is not None and len(clock) < 1 + height(1):
        scales.append(0)
    return made + clock, min(scales)
