"""A group at a glance, for a list of all: of most of what is in its file no value is made."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from sessions.history.past import PastOutline
from sessions.process import NOTHING_AGREED, Head, SetUp
from sessions.record import Record
from sessions.store.contents import Contents, heads_of, stored
from sessions.store.groupfile import GROUP, SESSIONS, is_as_written, tables_from
from sessions.values import GroupCode, Id


class Glance(Struct, frozen=True):
    """A group at a glance, for a long list: only its last session that took place is looked at whole."""

    code: GroupCode
    sessions: int
    last: Record | None
    """The last session that took place."""
    set_up: SetUp = NOTHING_AGREED
    past: tuple[PastOutline, ...] = ()
    """What of each session its place in the series is known by, oldest first."""


def glance_of(code: GroupCode, data: bytes, path: Path) -> Glance:
    """A group at a glance, from the bytes of its file; raises as ``tables_from`` and ``stored``.

    A file in which anything is not as it is written today is read the long way, which tells what is wrong with it.
    """
    return _short_way(code, data, path) or the_long_way(code, data, path)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    meta: dict[str, dict[str, Any]]
    group: dict[str, dict[str, Any]]
    sessions: dict[str, msgspec.Raw]


_known_id = lru_cache(256)(Id)
"""The groups have few plans between them."""


def _decode(_kind: type, text: object) -> Id:
    return _known_id(str(text))


_FILE = msgspec.json.Decoder(_File)
_OUTLINE = msgspec.json.Decoder(PastOutline, dec_hook=_decode)


def _short_way(code: GroupCode, data: bytes, path: Path) -> Glance | None:
    """None when the file is not as it is written today."""
    try:
        file = _FILE.decode(data)
        past = [(_OUTLINE.decode(session), session) for session in file.sessions.values()]
    except ValueError:
        return None
    is_whole = data.isascii() and data.count(b'"uid"') == len(past) + len(file.group)
    if not is_whole or not is_as_written(file.meta, file.group, file.sessions):
        return None
    past.sort(key=lambda each: each[0].day)
    held = next((session for outline, session in reversed(past) if outline.kind.took_place), None)
    last = stored(msgspec.json.decode(held), Record, path) if held is not None else None
    return _glance(code, tuple(outline for outline, _session in past), last, heads_of({GROUP: file.group}, path))


def the_long_way(code: GroupCode, data: bytes, path: Path) -> Glance:
    """The same of any file; raises as ``tables_from`` and ``stored``."""
    tables = tables_from(data, path)
    kept = list(tables[SESSIONS].values())
    kept.sort(key=lambda document: str(document.get("day")))
    past = tuple(PastOutline.of(document) for document in kept)
    held = next(
        (document for document, seen in zip(reversed(kept), reversed(past), strict=True) if seen.kind.took_place), None
    )
    last = stored(held, Record, path) if held is not None else None
    return _glance(code, past, last, heads_of(tables, path))


def _glance(code: GroupCode, past: tuple[PastOutline, ...], last: Record | None, heads: Mapping[int, Head]) -> Glance:
    head = Contents(code, {}, heads).head
    return Glance(code, len(past), last, head.set_up if head is not None else NOTHING_AGREED, past)
