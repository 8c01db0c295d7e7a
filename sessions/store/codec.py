"""What can be written down, and how. There is no codec for anything else: words have none."""

from fractions import Fraction
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from sessions import events as e
from sessions.clock import Anchor
from sessions.process import Head
from sessions.record import Record
from sessions.store.decoding import from_document
from sessions.values import ClosedForm, GroupCode


class Erasing(Struct, frozen=True):
    """Sessions, or a whole group, are being erased."""

    code: GroupCode
    uids: tuple[int, ...]
    """Of the records, and of the group's heads when it goes whole."""
    whole: bool
    """The group goes."""


class Moving(Struct, frozen=True):
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
