"""A group at a glance, for a list of all: of most of what is in its file no value is made."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from sessions.history.past import PastOutline
from sessions.process import NOTHING_AGREED, SetUp
from sessions.record import Record
from sessions.store.contents import Contents, heads_of, stored
from sessions.store.groupfile import GROUP, SESSIONS, Documents, is_as_written, tables_from
from sessions.values import GroupCode, Id

S = TypeVar("S")
"""A session as it was read so far."""


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


class _File(Struct, forbid_unknown_fields=True):
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
        seen = [(_OUTLINE.decode(session), session) for session in file.sessions.values()]
    except ValueError:
        return None
    # What is skipped is not looked at: letters that are none, and a number that stands twice, are seen by this alone.
    is_whole = data.isascii() and data.count(b'"uid"') == len(seen) + len(file.group)
    if not is_whole or not is_as_written(file.meta, file.group, file.sessions):
        return None
    return _glance(code, seen, msgspec.json.decode, file.group, path)


def the_long_way(code: GroupCode, data: bytes, path: Path) -> Glance:
    """The same of any file; raises as ``tables_from`` and ``stored``."""
    tables = tables_from(data, path)
    seen = [(PastOutline.of(document), document) for document in tables[SESSIONS].values()]
    return _glance(code, seen, lambda document: document, tables[GROUP], path)


def _glance(
    code: GroupCode, seen: list[tuple[PastOutline, S]], decoded: Callable[[S], object], group: Documents, path: Path
) -> Glance:
    seen.sort(key=lambda each: each[0].day)
    held = next((session for outline, session in reversed(seen) if outline.kind.took_place), None)
    last = stored(decoded(held), Record, path) if held is not None else None
    head = Contents(code, {}, heads_of({GROUP: group}, path)).head
    past = tuple(outline for outline, _session in seen)
    return Glance(code, len(past), last, head.set_up if head is not None else NOTHING_AGREED, past)
