"""A group's file: three tables of TinyDB, their form and its versions. ``database`` writes them."""

import re
from collections.abc import Callable, Iterable, Set
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec

from sessions.process import Head, uid_of_head
from sessions.store.problems import StoreProblem, Trouble

Documents = dict[str, dict[str, Any]]
"""By their number."""
Tables = dict[str, Documents]
"""By their name."""

SESSIONS, GROUP = "sessions", "group"


def _heads(tables: Tables) -> Tables:
    """From 1 to 2: a group has a uid and what was agreed; a session has more fields, each with a value for "as before".

    The uid is the same on every computer that has a copy of the file.
    """
    (group,) = tables[GROUP].values()
    uids = [document["uid"] for document in tables[SESSIONS].values()]
    head = {
        **group,
        "uid": uid_of_head(min(uids)) if uids else 0,
        "turned": len(uids),
        "set_up": {},
        "revision": 0,
    }
    return {**tables, GROUP: {"1": head}}


MIGRATIONS: tuple[Callable[[Tables], Tables], ...] = (_heads,)
"""The step from each version of the form to the next, the first from 1 to 2. A step is never changed or removed.

Needed when a table, field or meaning changes. ``tests/sessions/store/golden`` has a file of every version, for ever.
"""
_FIELDS = {"meta": {"schema"}, GROUP: {field.name for field in fields(Head)}}
"""The fields of the documents of a table. There is one of ``meta``, and one of the group for each uid it has had."""
OF_A_GROUP = re.compile(r"(R[0-9]{2,3})(?![0-9]).*")
"""The name of a group's file, of the version before it, or of a copy that a synchronising program made."""
_A_UID = re.compile(rb'"uid"\s*:')


def schema() -> int:
    """The version of the form that is written. A newer file is read by nobody older."""
    return 1 + len(MIGRATIONS)


def read_tables(path: Path) -> Tables | None:
    """Everything in a group's file, brought up to date; None when there is no file.

    Raises:
        ValueError: the file holds something else.
        StoreProblem: it was written by a newer program.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    return tables_from(data, path)


def previous_of(path: Path) -> Path:
    """The version before."""
    return path.with_suffix(".previous")


def tables_from(data: bytes, path: Path) -> Tables:
    """The tables in the bytes of a group's file, brought up to date.

    Raises:
        ValueError: they are not those of a group's file: something is missing or not what it should be.
        StoreProblem: nothing is wrong, but there is something that only a newer program knows.
    """
    tables = msgspec.json.decode(data, type=Tables)
    if not all(map(_are_numbers, tables.values())):
        raise ValueError("a document without a number")  # TinyDB would fail when it is to be written
    version = _only(tables, "meta").get("schema")
    if type(version) is not int or version < 1:
        raise ValueError("no schema")
    if version > schema():
        raise StoreProblem(Trouble.NEWER, path)
    if len(_A_UID.findall(data)) != sum("uid" in document for table in tables.values() for document in table.values()):
        raise ValueError("two documents under one number")
    try:
        for step in MIGRATIONS[version - 1 :]:
            tables = step(tables)
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError("not of the form that it says it is") from error
    _only(tables, "meta")["schema"] = schema()
    if not _FIELDS.keys() | {SESSIONS} <= tables.keys() or _not_as(tables, lambda known, found: known - found):
        raise ValueError("a table or field is missing")
    if tables.keys() - _FIELDS.keys() - {SESSIONS} or _not_as(tables, lambda known, found: found - known):
        raise StoreProblem(Trouble.NEWER, path)
    return tables


def is_as_written(meta: Documents, group: Documents, sessions: Iterable[str]) -> bool:
    """Whether the tables have the form that is written today; of the sessions only their numbers are looked at."""
    schemas = [document.get("schema") for document in meta.values()]
    return (
        schemas == [schema()]
        and type(schemas[0]) is int
        and all(map(_are_numbers, (meta, group, sessions)))
        and not any(document.keys() ^ _FIELDS["meta"] for document in meta.values())
        and not any(document.keys() ^ _FIELDS[GROUP] for document in group.values())
    )


def _are_numbers(numbers: Iterable[str]) -> bool:
    return all(number.isascii() and number.isdecimal() for number in numbers)


def _not_as(tables: Tables, beyond: Callable[[Set[str], Set[str]], Set[str]]) -> bool:
    return any(beyond(known, document.keys()) for name, known in _FIELDS.items() for document in tables[name].values())


def last_day(tables: Tables) -> float | None:
    """The beginning (UTC) of the day of the last session, in seconds since 1970: all that a file's date may tell."""
    days = [str(document.get("day")) for document in tables.get(SESSIONS, {}).values()]
    if not days:
        return None
    last = date.fromisoformat(max(days))
    return datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp()


def _only(tables: Tables, name: str) -> dict[str, Any]:
    """The one document of a table."""
    documents = list(tables.get(name, {}).values())
    if len(documents) != 1:
        raise ValueError("not one document")
    return documents[0]
