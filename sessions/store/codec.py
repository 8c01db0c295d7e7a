"""What can be written down, and how. There is no codec for anything else: words have none."""

from fractions import Fraction
from typing import Any, TypeVar

import msgspec

from sessions import events as e
from sessions.clock import Anchor
from sessions.record import Record
from sessions.values import ClosedForm

STORABLE: tuple[type, ...] = (*e.EVENTS.values(), Record, Anchor)
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


def from_document(document: object, kind: type[T]) -> T:
    """The value a plain form stands for.

    Raises:
        ValueError: it does not fit the type. The message is not for the user: it may repeat a value.
    """
    return msgspec.convert(document, kind, dec_hook=_decode)


def event_document(event: e.Event) -> dict[str, Any]:
    """An event with its name."""
    return {"e": type(event).__name__, **to_document(event)}


def event_from(document: dict[str, Any]) -> e.Event:
    """The event a document stands for; raises ``ValueError`` when it is not one of the closed set."""
    kind = e.EVENTS.get(str(document.get("e")))
    if kind is None:
        raise ValueError("no such event")
    return from_document(document, kind)


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
