"""The form of a journal: a checksum, a space and a JSON document with a running number on every line.

Kinds of documents: ``start`` ties the session's line of time to the computer's clocks and says in which version of
the form the lines after it are; ``event`` is an act; ``pulse`` a sign of life; ``keep`` the group that was chosen
last for the record, when it is another than the one the session ended with.
"""

import zlib
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from sessions import events as e
from sessions.clock import Anchor
from sessions.store.codec import event_document, event_from, to_document
from sessions.store.decoding import from_document
from sessions.values import GroupCode, Instant

Document = dict[str, Any]
SCHEMA = 2


class Start(Struct, frozen=True):
    """The program was started, or began the journal anew."""

    schema: int
    anchor: Anchor


class Pulse(Struct, frozen=True):
    """A sign of life."""

    at: Instant


class Keep(Struct, frozen=True):
    """The group chosen last for the record; None for none."""

    group: GroupCode | None


Meaning = Start | Pulse | Keep | e.Event


class Line(Struct, frozen=True):
    """A line that is whole: its checksum is right."""

    document: object
    number: int
    """Its running number, from 1; 0 when it has none."""


class FromNewer(ValueError):
    """A whole line that means nothing here: only another version of the program can have written it."""


def start_document(anchor: Anchor) -> Document:
    """The line with which a program begins to write."""
    return {"k": "start", "schema": SCHEMA, **to_document(anchor)}


def act_document(event: e.Event) -> Document:
    """The line of an act."""
    return {"k": "event", **event_document(event)}


def pulse_document(at: Instant) -> Document:
    """The line of a sign of life."""
    return {"k": "pulse", "at": int(at)}


def keep_document(group: GroupCode | None) -> Document:
    """The line of another choice where the record goes."""
    return {"k": "keep", "group": None if group is None else str(group)}


def encoded(documents: Sequence[Document], before: int) -> bytes:
    """The lines of ``documents``, numbered on from the ``before`` lines that are there."""
    return b"".join(_line(number, document) for number, document in enumerate(documents, before + 1))


def _line(number: int, document: Document) -> bytes:
    data = msgspec.json.encode({"n": number, **document})
    return b"%08x %s\n" % (zlib.crc32(data), data)


def whole_line(raw: bytes) -> Line | None:
    """What a line, without its end, holds; None when it is not whole."""
    try:
        if int(raw[:8], 16) != zlib.crc32(raw[9:]):
            return None
        document = msgspec.json.decode(raw[9:])
    except (ValueError, RecursionError):
        return None
    number = document.get("n") if isinstance(document, dict) else 0
    return Line(document, number if isinstance(number, int) else 0)


def meaning(line: Line, schema: int) -> Meaning:
    """What a whole line of a journal of this schema says.

    Raises:
        FromNewer: nothing that this program knows; fields and names it does not know count as such.
    """
    try:
        if not isinstance(line.document, dict):
            raise FromNewer
        document = {name: value for name, value in line.document.items() if name != "n"}
        kind = document.pop("k")
        if kind == "start":
            schema = from_document(document.pop("schema"), int)
            if schema > SCHEMA:
                raise FromNewer
            return Start(schema, from_document(_known(document, {"boot", "continuous", "instant"}), Anchor))
        document = brought_up({"k": kind, **document}, schema)
        match document.pop("k"):
            case "event":
                event = event_from(document)
                _all_known(document, event_document(event))
                return event
            case "pulse":
                return Pulse(Instant(from_document(_known(document, {"at"})["at"], int)))
            case "keep":
                group = _known(document, {"group"})["group"]
                return Keep(None if group is None else GroupCode(from_document(group, str)))
    except FromNewer:
        raise
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FromNewer from error
    raise FromNewer


def brought_up(document: Document, schema: int) -> Document:
    """A document of an older schema in the form of today."""
    for older in range(schema, SCHEMA):
        document = STEPS[older](document)
    return document


def _from_1(document: Document) -> Document:
    """Schema 2 added ``keep`` lines; every line of schema 1 still means what it meant."""
    return document


STEPS: dict[int, Callable[[Document], Document]] = {1: _from_1}
"""From each older schema to the next one."""


def _known(document: Document, names: set[str]) -> Document:
    if not document.keys() <= names:
        raise FromNewer
    return document


def _all_known(written: object, understood: object) -> None:
    """Everything that was written must have been understood: what is left unread would be lost at the end."""
    if isinstance(written, dict) and isinstance(understood, dict):
        for name, value in written.items():
            if name not in understood:
                raise FromNewer
            _all_known(value, understood[name])
    elif isinstance(written, list) and isinstance(understood, list | tuple):
        for value, other in zip(written, understood, strict=False):
            _all_known(value, other)
