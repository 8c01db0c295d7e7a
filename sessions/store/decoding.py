"""How what is written down is read. Apart from ``codec``, which knows every event: a list of groups needs none."""

import typing
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar

import msgspec

from sessions.values import ClosedForm

T = TypeVar("T")


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


def _decode(kind: type, value: object) -> object:
    if issubclass(kind, ClosedForm) and isinstance(value, str):
        return kind(value)
    if issubclass(kind, Fraction) and isinstance(value, str):
        try:
            return kind(value)
        except (ValueError, ZeroDivisionError):
            raise ValueError("expected a number") from None
    raise TypeError("this is never stored")
