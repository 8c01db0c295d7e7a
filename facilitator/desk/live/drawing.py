"""How the live screen looks: facts become styled lines of a given width. Nothing is decided here but layout."""

from collections.abc import Callable, Collection

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.live import facts
from facilitator.desk.live.agenda_drawing import agenda
from facilitator.desk.live.card_drawing import card
from facilitator.desk.live.face_styles import WORD_STYLES
from facilitator.desk.live.facts import Tone
from facilitator.desk.live.group_drawing import goal_board, group, wall
from facilitator.desk.live.now_drawing import now_alone, now_large, now_with_card, now_with_goals
from facilitator.desk.live.small_drawing import essentials
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.widgets.clock_face import HIGH, pause_sign
from facilitator.desk.widgets.signs import PARKED
from facilitator.desk.widgets.tones import ACCENT, EMPTY, LOOK, QUIET, STRONG, WIDE, apart, bar, cells, cut, padding
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import _

SIGN_ROWS = 6
"""Of the sign of a pause beside the large figures."""

SHORT_PLAN = 12
"""Columns of the plan's name at least: with fewer the agreed times give way."""


def head(snapshot: Snapshot, columns: int, _rows: int) -> list[Content]:
    """Group and plan, the agreed times with a bar between them, pace and time of day."""
    told = facts.head(snapshot)
    pad = padding(columns)
    pace = (told.pace, LOOK if told.late else ACCENT)
    time = _("at {time}").format(time=told.time)
    gap = " " * (3 if columns >= WIDE else 2)
    right: list[tuple[str, str]] = [(time, ""), (gap, ""), pace] if told.pace else [(time, "")]
    group = [(f"{told.group}  ", f"bold {ACCENT}"), (told.session + gap, QUIET)] if told.group else []
    room = columns - 2 * pad - cells(group) - cells(right) - len(gap)
    times = 2 * 5 + 2 if told.begins and told.ends else 0
    beside_times = room - (times + len(gap) - 1 if times else 0)
    plan = cut(told.plan, beside_times if beside_times >= SHORT_PLAN else max(SHORT_PLAN, room))
    length = room - cell_len(plan) - times - 4
    middle: list[tuple[str, str]] = []
    if times and length >= 6:
        middle = [(gap, ""), (f"{told.begins} ", QUIET), *bar(length, told.used), (f" {told.ends}", QUIET)]
    elif times and room - cell_len(plan) >= times - 1 + len(gap):
        middle = [(gap, ""), (f"{told.begins}–{told.ends}", QUIET)]
    left = [(" " * pad, ""), *group, (plan, STRONG), *middle]
    return [apart(left, right, columns - pad)]


def beside(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """What the large figures are, and how the session stands."""
    told, top = facts.face(snapshot), facts.head(snapshot)
    lines = [Content.styled(line, WORD_STYLES[told.tone]) for line in wrapped(_word(told), columns)]
    if top.pace:
        lines += [EMPTY, *(Content.styled(line, LOOK if top.late else ACCENT) for line in wrapped(top.pace, columns))]
    if told.tone is Tone.PAUSED and rows >= HIGH:
        lines += [EMPTY, *[Content.styled(pause_sign(columns, SIGN_ROWS), STRONG)] * SIGN_ROWS]
    return lines[:rows]


def _word(told: facts.Face) -> str:
    """What the large figures are; standing still they have a sign of their own, as those over the time have a plus."""
    return f"{PARKED} {told.word}" if told.tone is Tone.PAUSED else told.word


def time_bar(snapshot: Snapshot, columns: int, _rows: int) -> list[Content]:
    """The item's time as a bar: what is used, left and over."""
    told = facts.face(snapshot)
    if told.tone is Tone.NONE:
        return [Content.styled(cut(told.word, columns), QUIET)]
    over = round(columns * told.over)
    tone = QUIET if told.tone is Tone.PAUSED else ACCENT
    return [Content.assemble(*bar(columns - over, told.used, tone), ("╍" * over, LOOK))]


def time_bar_with_word(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """The same with the word of the figures before it, where that has no place beside them."""
    told = facts.face(snapshot)
    if told.tone is Tone.NONE:
        return time_bar(snapshot, columns, rows)
    word = Content.styled(f"{_word(told)} ", WORD_STYLES[told.tone])
    return [word + line for line in time_bar(snapshot, max(0, columns - word.cell_length), rows)]


def status(snapshot: Snapshot, columns: int, _rows: int) -> list[Content]:
    """What the group sees, where there is no room for a picture of it."""
    says = " " + _("GROUP SEES") + "  "
    return [Content.assemble((says, QUIET), cut(snapshot.sees, columns - cell_len(says) - 1))]


Draw = Callable[[Snapshot, int, int], list[Content]]
"""Draws a region in so many columns and rows."""

REGIONS: dict[str, Draw] = {
    "top": head,
    "agenda": agenda,
    "group": group,
    "beside": beside,
    "time": time_bar,
    "details": now_with_card,
    "status": status,
}
"""What is drawn where, by the widget's id."""


def regions(sizes: Collection[str]) -> dict[str, Draw]:
    """What is drawn where; ``sizes`` are the classes for the size of the screen and for the signs."""
    if "-flat" in sizes or "-low" in sizes:
        return {"details": essentials, "status": status}
    found = dict(REGIONS)
    if "-narrow" in sizes or "-slim" in sizes:
        found["time"] = time_bar_with_word
    if "-short" in sizes:
        found["details"] = now_with_goals
    if "-widest" in sizes:
        found |= {
            "group": goal_board,
            "details": now_alone if "-simple" in sizes else now_large,
            "wall": wall,
            "card": card,
        }
    return found
