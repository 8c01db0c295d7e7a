"""Goal slots: a letter, a neutral code word and a status. What the goal says is in ``Words``, and nowhere else."""

from dataclasses import dataclass
from random import Random

from sessions.kinds import CodeWord, GoalSlot, GoalStatus


@dataclass(frozen=True, slots=True)
class Goal:
    """One slot of the goal board."""

    slot: GoalSlot
    code: CodeWord
    status: GoalStatus = GoalStatus.OPEN


def free_slot(goals: tuple[Goal, ...]) -> GoalSlot | None:
    """The first slot not in use; None when the board is full."""
    used = {goal.slot for goal in goals}
    return next((slot for slot in GoalSlot if slot not in used), None)


def unused_code_word(goals: tuple[Goal, ...], chance: Random) -> CodeWord:
    """Draw a code word that no goal on the board has."""
    used = {goal.code for goal in goals}
    return chance.choice([word for word in CodeWord if word not in used])
