"""How the goal board and the picture of what the group sees look on the live screen."""

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.live import card_facts
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.widgets.tones import ACCENT, EMPTY, QUIET, RULE, cut, padding
from facilitator.projector.view import Shown
from facilitator.texts import languages
from facilitator.texts.columns import to_width
from facilitator.texts.languages import _


def goal_board(snapshot: Snapshot, columns: int, _rows: int) -> list[Content]:
    """The goals alone, where the picture has a place of its own."""
    return goal_rows(snapshot, columns, padding(columns * 2))


def group(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """The goal board, and a picture of what the group sees."""
    lines = goal_rows(snapshot, columns, padding(columns * 2))
    gap = [EMPTY] if lines else []
    pad = padding(columns * 2)
    picture = _picture(snapshot, columns - 2 * pad, rows - len(lines) - len(gap))
    return [*lines, *gap, *(Content.assemble((" " * pad, ""), line) for line in picture)]


def wall(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """A picture of what the group sees."""
    return [EMPTY, *_picture(snapshot, columns, rows - 1)]


def _picture(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """What the group sees, made of the same rows as the real one, so that it cannot lie; in words above it."""
    says = _("GROUP SEES")
    words = [Content.assemble((f"{says}  ", QUIET), cut(snapshot.sees, columns - cell_len(says) - 2))]
    high, wide = min(rows - 3, columns // 4), columns - 2
    if high < 3 or wide < 20:
        return words[: max(0, rows)]
    from facilitator.projector.terminal_rows import rows_of  # noqa: PLC0415 (memory)

    with languages.speaking(snapshot.wall.language):
        drawn = rows_of(snapshot.wall, wide, high, snapshot.now)
    black = snapshot.wall.shown is Shown.BLACK or not snapshot.wall.light
    ground = "#ffffff on #000000" if black else "#1a1f1e on #faf8f3"
    inside = [to_width(" " * row.indent + row.text, wide) for row in drawn[:high]]
    inside += [" " * wide] * (high - len(inside))
    framed = [Content.assemble(("│", RULE), (line, ground), ("│", RULE)) for line in inside]
    edge = "─" * wide
    return [*words, Content.styled(f"┌{edge}┐", RULE), *framed, Content.styled(f"└{edge}┘", RULE)]


def goal_rows(snapshot: Snapshot, columns: int, pad: int = 0) -> list[Content]:
    """The goal board, a line a goal, ``pad`` columns from the left."""
    told = card_facts.goals(snapshot)
    if not told:
        return []
    code = max(len(goal.code) for goal in told)
    status = max(len(goal.status) for goal in told)
    lines = [Content.styled(" " * pad + _("GOALS"), QUIET)]
    for goal in told:
        room = columns - pad - code - status - 8
        scale = " ".join(goal.scale) if room >= 21 else goal.scale if room >= 11 else goal.number
        lines.append(
            Content.assemble(
                (" " * pad + " ", ""),
                (f"{goal.slot}  ", f"bold {ACCENT}"),
                (f"{goal.code:<{code}}  ", ""),
                (f"{goal.status:<{status}}  ", QUIET),
                (scale, ACCENT),
            )
        )
    return lines


def goals_line(snapshot: Snapshot, columns: int) -> tuple[list[Content], bool]:
    """The goal board in a line, where it has no place of its own; and whether that says all of it."""
    told = card_facts.goals(snapshot)
    said = " · ".join(f"{goal.slot} {goal.code} {goal.status}" for goal in told)
    label = _("GOALS") + "  "
    line = [Content.assemble((label, QUIET), cut(said, columns - cell_len(label)))] if said else []
    return line, cell_len(label + said) <= columns and not any(goal.scale for goal in told)
