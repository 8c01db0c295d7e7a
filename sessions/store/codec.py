"""What can be written down, and how. There is no codec for anything else: words have none."""

import typing
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar

import msgspec

from sessions import events as e
from sessions.clock import Anchor
from sessions.process import Head
from sessions.record import Record
from sessions.values import ClosedForm, GroupCode


@dataclass(frozen=True, slots=True)
class Erasing:
    """Sessions, or a whole group, are being erased."""

    code: GroupCode
    uids: tuple[int, ...]
    """Of the records, and of the group's heads when it goes whole."""
    whole: bool
    """The group goes."""


@dataclass(frozen=True, slots=True)
class Moving:
    """A record is being moved to another group."""

    uid: int
    source: GroupCode
    target: GroupCode


STORABLE: tuple[type, ...] = (*e.EVENTS.values(), Record, Head, Anchor, Erasing, Moving)
"""The types that may reach a disk, together with what their fields hold."""

T = TypeVar("T")


def to_document(value: object) -> dict[str, Any]:
    """The plain form of a storable value.

    Raises:
        TypeError: the value is of a type that is never stored.
    """
    if type(value) not in STORABLE:
        raise TypeError("this is never stored")
    document = msgspec.to_builtins(value, enc_hook=_encode)
    assert isinstance(document, dict)
    return document


class UnknownHere(ValueError):
    """A document has a field, or a member of a closed list, that this version of the program does not know."""


def from_document(document: object, kind: type[T], *, strict: bool = False) -> T:
    """The value a plain form stands for.

    ``strict`` refuses fields that the type has not; they are left out otherwise.

    Raises:
        UnknownHere: everything that is known fits, and there is something more.
        ValueError: it does not fit the type. The message is not for the user: it may repeat a value.
    """
    try:
        value = msgspec.convert(document, kind, dec_hook=_decode)
    except msgspec.ValidationError as error:
        if strict and str(error).startswith("Invalid enum value"):
            raise UnknownHere(str(error)) from error
        raise
    if strict and _has_unknown_field(document, kind):
        raise UnknownHere("a field")
    return value


def event_document(event: e.Event) -> dict[str, Any]:
    """An event with its name."""
    return {"e": type(event).__name__, **to_document(event)}


def event_from(document: dict[str, Any]) -> e.Event:
    """The event a document stands for; raises ``ValueError`` when it is not one of the closed set."""
    kind = e.EVENTS.get(str(document.get("e")))
    if kind is None:
        raise ValueError("no such event")
    return from_document(document, kind)


def _has_unknown_field(document: object, kind: type) -> bool:
    """Whether a document has a field, at any depth, that the dataclass it stands for has not."""
    if isinstance(document, list):
        return any(_has_unknown_field(each, kind) for each in document)
    if not isinstance(document, dict):
        return False
    known, inner = _dataclass_fields(kind)
    if not document.keys() <= known:
        return True
    return any(name in document and _has_unknown_field(document[name], held) for name, held in inner)


@cache
def _dataclass_fields(kind: type) -> tuple[frozenset[str], tuple[tuple[str, type], ...]]:
    """The fields of a dataclass; and of those that hold dataclasses, one or many, each with what it holds."""
    hints = typing.get_type_hints(kind)
    held = [(field.name, _held(hints[field.name])) for field in fields(kind)]
    return frozenset(name for name, _inner in held), tuple((name, inner) for name, inner in held if inner is not None)


def _held(hint: Any) -> type | None:  # noqa: ANN401 (a type hint)
    if is_dataclass(hint):
        return hint if isinstance(hint, type) else None
    return next((held for part in typing.get_args(hint) if (held := _held(part)) is not None), None)


def _encode(value: object) -> object:
    if isinstance(value, ClosedForm | Fraction):
        return str(value)
    raise TypeError("this is never stored")


def _decode(kind: type, value: object) -> object:
    if issubclass(kind, ClosedForm) and isinstance(value, str):
        return kind(value)
    if issubclass(kind, Fraction) and isinstance(value, str):
        try:
            return kind(value)
        except (ValueError, ZeroDivisionError):
            raise ValueError("expected a number") from None
    raise TypeError("this is never stored")
