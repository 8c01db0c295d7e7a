"""How the agenda looks on the live screen."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.live import facts
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.widgets.tones import ACCENT, BAR, CHOSEN, EMPTY, LOOK, QUIET, STRONG, cut, padding
from facilitator.texts.columns import to_width, wrapped, wrapped_to
from facilitator.texts.languages import _
from sessions.kinds import ItemState

BEGINS_COLUMNS, NUMBER_COLUMNS = 6, 4
MOST_TITLE = 3
"""Lines of a title, where all items have room for it."""


def agenda(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """The agenda in columns; the chosen item and the one going on are always in sight; below it how it will end."""
    return [line for line, _uid in agenda_lines(snapshot, columns, rows)]


def agenda_lines(snapshot: Snapshot, columns: int, rows: int) -> list[tuple[Content, int | None]]:
    """The lines of the agenda, each with the uid of the item it is about, or None."""
    pad = padding(columns * 2)
    foot = _agenda_foot(snapshot, columns, pad)
    title_room = columns - pad - 2 - BEGINS_COLUMNS - 2 - 2 * NUMBER_COLUMNS - 3
    heading = Content.styled(
        to_width(" " * pad + _("AGENDA"), columns - 2 * NUMBER_COLUMNS - 5)
        + _("plan.").rjust(NUMBER_COLUMNS + 2)
        + _("now").rjust(NUMBER_COLUMNS + 1),
        QUIET,
    )
    listed = facts.agenda_rows(snapshot)
    airy = rows >= len(listed) + len(foot) + 6
    above = [EMPTY, heading, EMPTY] if airy else [heading]
    room = max(1, rows - len(above) - len(foot) - (2 if airy else 0))
    heights = [len(wrapped(row.title, title_room)) for row in listed]
    fitting = (most for most in range(MOST_TITLE, 1, -1) if sum(min(most, height) for height in heights) <= room)
    most = next(fitting, 1)
    pointed = any(row.chosen for row in listed)
    blocks = [
        _agenda_row(row, columns, pad, title_room, most, on_ground=row.chosen if pointed else row.is_now)
        for row in listed
    ]
    if blocks and sum(map(len, blocks)) + len(blocks) - 1 <= room:
        blocks = [*([*block, EMPTY] for block in blocks[:-1]), blocks[-1]]
    first, last = _window(snapshot, len(blocks), room, [len(block) for block in blocks])
    uids = [item.uid for item in snapshot.session.items]
    lines: list[tuple[Content, int | None]] = [
        (line, uid) for uid, block in zip(uids[first:last], blocks[first:last], strict=True) for line in block
    ]
    if first:
        more = _("↑ {count} before").format(count=first + 1)
        lines[0] = (Content.styled(to_width(" " * pad + more, columns), QUIET), None)
    if last < len(blocks):
        more = _("↓ {count} after").format(count=len(blocks) - last + 1)
        lines[-1] = (Content.styled(to_width(" " * pad + more, columns), QUIET), None)
    gap = [EMPTY] if airy and foot else []
    return [*((line, None) for line in above), *lines, *((line, None) for line in (*gap, *foot))]


def pointed_line(rows: Sequence[Content]) -> int | None:
    """Which line of the agenda has the chosen item, else the one that goes on; None where neither is."""
    chosen = (line for line, row in enumerate(rows) if row.plain.startswith(BAR))
    going_on = (line for line, row in enumerate(rows) if row.plain.lstrip().startswith(facts.MARKS[ItemState.NOW]))
    return next(chosen, next(going_on, None))


def _window(snapshot: Snapshot, count: int, room: int, heights: list[int]) -> tuple[int, int]:
    """Which of ``count`` rows are in sight: all when there is room, else a stretch around what matters."""
    if sum(heights) <= room:
        return 0, count
    items = snapshot.session.items
    current = next((i for i, item in enumerate(items) if item.state is ItemState.NOW), 0)
    focus = next((i for i, item in enumerate(items) if item.uid == snapshot.chosen), current)
    first = max(0, min(focus - room // 2, count - room))
    return first, min(count, first + room)


def _agenda_row(
    row: facts.AgendaRow, columns: int, pad: int, room: int, most: int, *, on_ground: bool
) -> list[Content]:
    """An item; its title takes as many lines as it needs, but at most ``most``.

    ``on_ground`` is one row alone: the one pointed at, else the one that goes on.
    """
    ground = f" {CHOSEN}" if on_ground else ""
    is_now, is_open = row.is_now, row.state in (ItemState.AHEAD, ItemState.NOW)
    style = (STRONG if is_now or row.chosen else "" if is_open else QUIET) + ground
    titles = wrapped_to(row.title, room, most)
    edge = (BAR if row.chosen else " ", ACCENT + ground)
    now = row.now.rjust(NUMBER_COLUMNS + 1)
    if cell_len(row.now) in (NUMBER_COLUMNS + 1, NUMBER_COLUMNS + 2):  # "12/14" would touch the minutes before it
        now = " " + row.now
    first = Content.assemble(
        edge,
        (" " * (pad - 1), ground),
        (f"{row.mark} ", (ACCENT if is_now else QUIET) + ground),
        (f"{row.begins:>{BEGINS_COLUMNS - 1}} ", QUIET + ground),
        (to_width(titles[0], room), style),
        (f" {row.guard} ", QUIET + ground),
        (row.planned.rjust(NUMBER_COLUMNS - 1), style if is_open else QUIET + ground),
        (now, (f"bold {LOOK}" if row.over else STRONG if is_now else QUIET) + ground),
        (" " * 4, ground),
    )
    indent = pad + 1 + BEGINS_COLUMNS
    rest = [Content.styled(to_width(" " * indent + line, columns - 1), style) for line in titles[1:]]
    return [first, *(Content.assemble((" ", ground), line) for line in rest)]


def _agenda_foot(snapshot: Snapshot, columns: int, pad: int) -> list[Content]:
    """How it will end; the last moment for the closing when that is near."""
    indent = " " * (pad + 2)
    late = snapshot.times.behind_minutes > 0 and not snapshot.session.acute and snapshot.session.begun is not None
    said = facts.ends(snapshot)
    lines = []
    if said:
        lines.append(Content.styled(cut(indent + said, columns), LOOK if late else ""))
    if closing := facts.closing_line(snapshot):
        tone = LOOK if snapshot.times.closing_is_pressed else ""
        lines += [Content.styled(indent + line, tone) for line in wrapped(closing, columns - len(indent) - 1)]
    return lines
