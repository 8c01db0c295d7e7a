"""The goal board in the group's view in a terminal."""

from facilitator.projector.large_type import height
from facilitator.projector.terminal_blocks import Block, block, broken, drawable, line_height
from facilitator.projector.terminal_type import BOLD, QUIET_STYLE, Row, is_line, large, left_aligned, one_line, styled
from facilitator.projector.view import GoalView, View


def goals(view: View, columns: int, rows: int) -> list[Row]:
    """All goals with their wording, or without where there is no room for it: each can be had by itself."""
    if not view.goals:
        return large(view.note, columns, rows, 1, QUIET_STYLE)
    for scale, worded in ((4, True), (3, True), (2, True), (1, True), (0, True), (1, False), (0, False)):
        if any(scale and not is_line(_head(goal), columns - 2, scale) for goal in view.goals):
            continue
        made = [_goal(goal, columns, scale, worded=worded) for goal in view.goals]
        if sum(len(each) for each in made) - 1 <= rows:
            return left_aligned([row for each in made for row in each][:-1], columns)
    return left_aligned([Row(_head(goal), BOLD) for goal in view.goals], columns)


def _head(goal: GoalView) -> str:
    return f"{goal.slot} {goal.code}"


def _goal(goal: GoalView, columns: int, scale: int, *, worded: bool) -> list[Row]:
    """One goal: letter and code word, status, wording, scale; an empty row after it."""
    head = _head(goal)
    if scale:
        status = block(goal.status, columns - 2, line_height(scale // 2), scale // 2)
        made = [*large(head, columns - 2, height(scale), scale, BOLD), *styled(status, QUIET_STYLE)]
    else:
        made = [one_line(f"{head} · {goal.status}", columns, BOLD)]
        if goal.text and not worded:
            made = [Row(f"{made[0].text} …", BOLD)]
    if goal.text and worded:
        size = drawable(goal.text, max(0, scale - 1))
        text = Block(tuple(broken(goal.text, columns - 4, size)), size)
        made += [Row(f"  {row}") for row in text.drawn()]
    if goal.value is not None and (worded or scale):
        made.append(Row("  " + _scale_line(goal)))
    return [*made, Row("")]


def _scale_line(goal: GoalView) -> str:
    """0 to 10 with the group's place, and one notch up."""
    value = goal.value or 0
    marks = ("●" if n == value else "○" if n == value + 1 else "·" for n in range(11))
    return "0 " + " ".join(marks) + f" 10   {goal.said}"
