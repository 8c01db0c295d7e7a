"""How the rows of the goal board look."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.live.card_facts import SCALE
from facilitator.desk.widgets.tones import ACCENT, QUIET, STRONG, Part, cells, cut, listed
from facilitator.texts.languages import _
from facilitator.texts.names import name_of
from sessions.goals import GoalOnBoard
from sessions.kinds import GoalStatus

SCALE_COLUMNS = 2 * len(SCALE) - 1 + 3
"""Columns of the scale with the number beside it."""
NUMBER_COLUMNS = 5
"""Columns of the number alone, where the wording needs the room."""
FOR_GROUP = "✓"
"""The group may see the wording."""


def scale(value: int | None) -> list[Part]:
    """The scale as dots, the place on it, and the number."""
    if value is None:
        return [(" ".join("·" for _place in SCALE) + "   ", QUIET)]
    before, after = "· " * value, " ·" * (SCALE[-1] - value)
    return [(before, QUIET), ("●", ACCENT), (after, QUIET), (f" {value:>2}", f"bold {ACCENT}")]


def _number(value: int | None) -> list[Part]:
    """The place alone."""
    return [(f"{'–' if value is None else value:>4} ", QUIET if value is None else f"bold {ACCENT}")]


def _widths(goals: Sequence[GoalOnBoard]) -> tuple[int, int]:
    """Columns of the code words and of the statuses."""
    codes = [name_of(goal.code) for goal in goals]
    return max(map(cell_len, (_("GOAL"), *codes))), max(cell_len(name_of(each)) for each in GoalStatus)


def headings(goals: Sequence[GoalOnBoard], *, has_scales: bool) -> Content:
    """What the columns are."""
    code, status = _widths(goals)
    scaled = (_("SCALE 0–10"), SCALE_COLUMNS) if has_scales else ("0–10", NUMBER_COLUMNS)
    named = ((_("GOAL"), code), (_("STATUS"), status), scaled, (_("FOR GROUP"), 0), (_("WORDING"), 0))
    return Content.styled(" " * 5 + "  ".join(f"{name:<{columns}}" for name, columns in named), QUIET)


def row(
    goals: Sequence[GoalOnBoard],
    index: int,
    value: int | None,
    wording: str,
    columns: int,
    *,
    has_scales: bool,
    for_group: bool,
    chosen: bool,
) -> Content:
    """One of the goals with its place on the scale; ``for_group`` tells whether the group may see the wording."""
    goal = goals[index]
    code, status = _widths(goals)
    left: list[Part] = [
        (f" {goal.slot}  ", f"bold {ACCENT}"),
        (f"{name_of(goal.code):<{code}}  ", STRONG if chosen else ""),
        (f"{name_of(goal.status):<{status}}  ", QUIET),
        *(scale(value) if has_scales else _number(value)),
        (f"  {FOR_GROUP if for_group else '':<{cell_len(_('FOR GROUP'))}}  ", ACCENT),
    ]
    said = cut(wording, max(0, columns - 1 - cells(left)))
    return listed([*left, (said, STRONG if chosen else "")], columns, chosen=chosen)
