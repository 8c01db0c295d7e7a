"""Goal slots: a letter, a neutral code word and a status. What the goal says is in ``Words``, and nowhere else."""

from dataclasses import dataclass
from random import Random
from typing import NewType

from msgspec import Struct

from sessions.kinds import CodeWord, GoalSlot, GoalStatus

GoalUid = NewType("GoalUid", int)
"""Which goal it is, within the running session: no other goal has it, also after an undo. Never kept."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One slot of the goal board, as it is kept from session to session."""

    slot: GoalSlot
    code: CodeWord
    status: GoalStatus = GoalStatus.OPEN


class GoalOnBoard(Struct, frozen=True):
    """One goal of the running session. Its words belong to its ``uid``: another goal may come to have its slot."""

    uid: GoalUid
    slot: GoalSlot
    code: CodeWord
    status: GoalStatus = GoalStatus.OPEN

    @property
    def kept(self) -> Goal:
        """What is kept of it."""
        return Goal(self.slot, self.code, self.status)


def free_slot(goals: tuple[Goal | GoalOnBoard, ...]) -> GoalSlot | None:
    """The first slot not in use; None when the board is full."""
    used = {goal.slot for goal in goals}
    return next((slot for slot in GoalSlot if slot not in used), None)


def unused_code_word(goals: tuple[Goal | GoalOnBoard, ...], chance: Random) -> CodeWord:
    """Draw a code word that no goal on the board has."""
    used = {goal.code for goal in goals}
    return chance.choice([word for word in CodeWord if word not in used])
