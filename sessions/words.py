"""Words: everything that a person typed. They live here, in memory, and end with the session."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NoReturn, TypeVar

from sessions.cleaning import clean
from sessions.goals import GoalUid
from sessions.people import Person

K = TypeVar("K")


class Words:
    """Seat labels, titles and goals of the running session.

    They belong to the person, the item and the goal they were written for, by identity: a slot and a seat's number
    may come to be another's. What was undone keeps its words, so that redoing brings it back whole.

    There is one such object, and it has no codec: it cannot be pickled, copied, compared or shown, and no
    stored type has a field that could hold what is in it.
    """

    __slots__ = ("_goals", "_labels", "_titles", "_values")

    def __init__(self) -> None:
        self._labels: dict[Person, str] = {}
        self._titles: dict[int, str] = {}
        self._goals: dict[GoalUid, str] = {}
        self._values: dict[GoalUid, int] = {}

    @property
    def labels(self) -> Mapping[Person, str]:
        """What is written on the seats, by who sits there."""
        return MappingProxyType(self._labels)

    @property
    def titles(self) -> Mapping[int, str]:
        """Titles typed for items, by the item's uid."""
        return MappingProxyType(self._titles)

    @property
    def goals(self) -> Mapping[GoalUid, str]:
        """The wording of the goals, by the goal's uid."""
        return MappingProxyType(self._goals)

    @property
    def values(self) -> Mapping[GoalUid, int]:
        """Where the group places itself on a scale from 0 to 10, by the goal's uid."""
        return MappingProxyType(self._values)

    def label(self, person: Person, text: str) -> None:
        """Write ``text`` on somebody's seat; nothing takes it off."""
        _put(self._labels, person, text)

    def title(self, item: int, text: str) -> None:
        """Give an item a title; nothing takes it off."""
        _put(self._titles, item, text)

    def goal(self, goal: GoalUid, text: str) -> None:
        """Write down a goal; nothing takes it off."""
        _put(self._goals, goal, text)

    def value(self, goal: GoalUid, value: int | None) -> None:
        """Set where the group places itself, 0 to 10, or take it off."""
        if value is None:
            self._values.pop(goal, None)
        elif 0 <= value <= 10:
            self._values[goal] = value
        else:
            raise ValueError("expected a value from 0 to 10")

    def forget(self) -> None:
        """Forget everything. (Python cannot overwrite the memory; nothing refers to it any more)."""
        for kept in (self._labels, self._titles, self._goals, self._values):
            kept.clear()

    def __repr__(self) -> str:
        return "<Words>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("words are never stored, sent or copied")

    __copy__ = __deepcopy__ = __reduce_ex__


def _put(texts: dict[K, str], key: K, text: str) -> None:
    if kept := clean(text):
        texts[key] = kept
    else:
        texts.pop(key, None)
