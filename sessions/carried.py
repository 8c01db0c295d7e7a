"""The wording of a group's goals on its way from one session to the next, for groups that have asked for it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NoReturn

from sessions.cleaning import clean
from sessions.goals import GoalOnBoard
from sessions.kinds import CodeWord, GoalSlot
from sessions.words import Words

Place = tuple[GoalSlot, CodeWord]
"""What a goal is known by from session to session."""


class Carried:
    """What the goals say, by slot and code word.

    Like ``Words`` it cannot be pickled, copied or shown, and no stored type has a field for it. One module knows how
    it is encoded (``sessions.store.sealing``), and only into ciphertext.
    """

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[Place, str]) -> None:
        """Each text is cleaned as any other that comes in; empty ones are left out."""
        self._texts = {place: kept for place, text in texts.items() if (kept := clean(text))}

    @classmethod
    def of(cls, words: Words, board: tuple[GoalOnBoard, ...], besides: "Carried | None" = None) -> "Carried":
        """What is written of the goals on the board, and of goals ``besides`` that are not on it."""
        there = {(goal.slot, goal.code): words.goals.get(goal.uid, "") for goal in board}
        return cls({**(besides.texts if besides is not None else {}), **there})

    @property
    def texts(self) -> Mapping[Place, str]:
        """The texts, by slot and code word."""
        return MappingProxyType(self._texts)

    def put_back(self, words: Words, board: tuple[GoalOnBoard, ...]) -> int:
        """Write the texts on the goals of the board that have none yet; returns on how many."""
        empty = [goal for goal in board if (goal.slot, goal.code) in self._texts and goal.uid not in words.goals]
        for goal in empty:
            words.goal(goal.uid, self._texts[goal.slot, goal.code])
        return len(empty)

    def says_the_same(self, other: "Carried") -> bool:
        """Whether both say the same of the same goals."""
        return self._texts == other._texts

    def __len__(self) -> int:
        return len(self._texts)

    def __repr__(self) -> str:
        return "<Carried>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("words are never stored, sent or copied")

    __copy__ = __deepcopy__ = __reduce_ex__
