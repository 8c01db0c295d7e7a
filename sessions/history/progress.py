"""The goals of a group from session to session: slot, code word and status, nothing of what they say."""

from collections.abc import Iterable

from msgspec import Struct

from sessions.history.series import held
from sessions.kinds import CodeWord, GoalSlot, GoalStatus
from sessions.record import Record


class GoalLine(Struct, frozen=True):
    """One goal over the sessions."""

    slot: GoalSlot
    code: CodeWord
    statuses: tuple[GoalStatus | None, ...]
    """After each session, oldest first; None where it was not on the board."""

    @property
    def status(self) -> GoalStatus | None:
        """As it was left; None when it is no longer on the board."""
        return self.statuses[-1]


def goal_lines(records: Iterable[Record]) -> tuple[GoalLine, ...]:
    """Each goal there has been, by slot and then as they came. A session without a board leaves it as it was."""
    boards: list[dict[tuple[GoalSlot, CodeWord], GoalStatus]] = []
    for record in held(records):
        board = {(goal.slot, goal.code): goal.status for goal in record.goals}
        boards.append(board or (boards[-1] if boards else {}))
    known = dict.fromkeys(goal for board in boards for goal in board)
    lines = (GoalLine(slot, code, tuple(board.get((slot, code)) for board in boards)) for slot, code in known)
    return tuple(sorted(lines, key=lambda line: line.slot))


def looks(records: Iterable[Record]) -> tuple[bool, ...]:
    """Whether goals were looked at in each session, oldest first."""
    return tuple(record.goals_looked_at for record in held(records))
