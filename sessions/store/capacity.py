"""How much a stored value can hold at most, in bits: worked out from the types that may reach a disk, by asking them.

A number's limits are found by trying which it takes, a list's length likewise; a member of a closed list is one of
so many; an id is one of those there are, or, at the very most, anything of its form. Nothing is written down twice.
"""

import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from math import log2
from typing import Any

from msgspec import Struct

from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, ItemKind
from sessions.process import Fate, Head, SetUp
from sessions.record import KeptItem, Record, Untaken
from sessions.values import GroupCode, Id

_A_DAY = date(2026, 1, 1)
SAMPLES: dict[type, Any] = {
    Record: Record(0, _A_DAY, 0, 0, 0),
    KeptItem: KeptItem(ItemKind.CASE, 0, 0),
    Untaken: Untaken(ItemKind.CASE, 0, Fate.LEFT_OUT, 0),
    Goal: Goal(GoalSlot.A, CodeWord.KIVI),
    Head: Head(0),
    SetUp: SetUp(),
}
"""One value of each type, of which the others are tried."""
_WIDEST = 64
"""Bits of a number that its type does not limit: what a file can hold of it."""
_LETTERS, _LONGEST_ID = 37, 64
_CODES = 100 + 1_000
"""R00 to R99, R000 to R999."""


class Held(Struct, frozen=True):
    """What one field can hold."""

    field: str
    bits: float
    each: float = 0
    """Of a list: the bits of one of it."""
    most: int = 0
    """Of a list: how many there can be."""


def held(kind: type, ids: int | None = None) -> tuple[Held, ...]:
    """What each field of a stored type can hold. ``ids`` are so many as there are; None: anything of an id's form."""
    hints = typing.get_type_hints(kind)
    return tuple(_field(kind, field.name, hints[field.name], ids) for field in fields(kind))


def most_bits(kind: type, ids: int | None = None) -> float:
    """The bits that a value of a stored type can hold at most."""
    return sum(each.bits for each in held(kind, ids))


def _field(kind: type, name: str, hint: Any, ids: int | None) -> Held:  # noqa: ANN401 (a type hint)
    inner = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        each = _values(kind, name, inner[0], ids)
        value = SAMPLES.get(inner[0], next(iter(inner[0])) if issubclass(inner[0], Enum) else None)
        if issubclass(inner[0], Enum):  # each once, in the order of the list
            return Held(name, len(inner[0]), 1, len(inner[0]))
        most = largest(lambda count: takes(kind, name, (value,) * count))
        return Held(name, most * each + log2(sum(2.0 ** (-each * less) for less in range(most + 1))), each, most)
    return Held(name, _values(kind, name, hint, ids))


def _values(kind: type, name: str, hint: Any, ids: int | None) -> float:  # noqa: ANN401 (a type hint)
    """The bits of one value of a type."""
    parts = [part for part in typing.get_args(hint) if part is not type(None)]
    if parts:
        return _or_none(_values(kind, name, parts[0], ids))
    hint = getattr(hint, "__supertype__", hint)
    if is_dataclass(hint):
        return most_bits(typing.cast(type, hint), ids)
    if hint is bool:
        return 1.0
    if hint is int:
        return _number(kind, name)
    if hint is date:
        return log2(date.max.toordinal())
    if hint is Id:
        return log2(ids) if ids is not None else log2(_LETTERS) * _LONGEST_ID
    if hint is GroupCode:
        return log2(_CODES)
    if issubclass(hint, Enum):
        return log2(len(hint))
    raise TypeError("nothing is known of what this can hold")


@cache
def _number(kind: type, name: str) -> float:
    """The bits of a whole number, by the largest and the smallest that its type takes."""
    if takes(kind, name, 2**_WIDEST - 1):
        return float(_WIDEST)
    most = largest(lambda number: takes(kind, name, number))
    least = 0 if takes(kind, name, 0) else 1
    return log2(most - least + 1)


def takes(kind: type, name: str, value: object) -> bool:
    """Whether a stored type takes this value for one of its fields."""
    try:
        replace(SAMPLES[kind], **{name: value})
    except ValueError:
        return False
    return True


def largest(takes: Callable[[int], bool]) -> int:
    """The largest number that is taken, when all below it are."""
    low, high = 0, 1
    while takes(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if takes(middle) else (low, middle)
    return low


def _or_none(bits: float) -> float:
    return log2(2.0**bits + 1) if bits < _WIDEST else bits
