"""Which exercise cards a group has used, when, and what it has never used."""

from collections.abc import Iterable, Mapping, Set
from typing import TypeVar

from msgspec import Struct

from sessions.history.series import held
from sessions.record import Record
from sessions.values import SPECIAL, Id

Tag = TypeVar("Tag")


class Use(Struct, frozen=True):
    """A card and the sessions it was used in."""

    exercise: Id
    sessions: tuple[int, ...]
    """Their numbers in the series, from 1, each once."""


def cards_used(records: Iterable[Record]) -> tuple[Use, ...]:
    """The cards that were taken up, the one used most often first; special ones are in none."""
    found: dict[Id, list[int]] = {}
    for number, record in enumerate(held(records), 1):
        for exercise in dict.fromkeys(item.exercise for item in record.items):
            if exercise is not None and exercise != SPECIAL:
                found.setdefault(exercise, []).append(number)
    uses = [Use(exercise, tuple(numbers)) for exercise, numbers in found.items()]
    return tuple(sorted(uses, key=lambda use: (-len(use.sessions), use.sessions, use.exercise)))


def never_used(records: Iterable[Record], tags: Mapping[Id, Set[Tag]], every: Iterable[Tag]) -> tuple[Tag, ...]:
    """Of ``every`` phase (or theme) those that no card used has; ``tags`` are the phases (or themes) of each card."""
    seen = {tag for use in cards_used(records) for tag in tags.get(use.exercise, frozenset())}
    return tuple(tag for tag in every if tag not in seen)
