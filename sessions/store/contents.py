"""Everything that a group's file holds, and how its tables are read."""

from collections.abc import Mapping, Set
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sessions.process import Head
from sessions.record import Record
from sessions.store.decoding import UnknownHere, from_document
from sessions.store.groupfile import GROUP, SESSIONS, Tables
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode

T = TypeVar("T")


class Contents(Struct, frozen=True):
    """Everything that a group's file holds."""

    code: GroupCode
    records: Mapping[int, Record]
    """By their uid, in the order in which they were kept."""
    heads: Mapping[int, Head]
    """By their uid; more than one when groups of two computers had the same code."""

    @property
    def head(self) -> Head | None:
        """The one that counts; None when there is none."""
        return max(self.heads.values(), key=lambda head: (head.revision, head.turned, head.uid), default=None)

    def with_record(self, record: Record) -> "Contents":
        """The same with a record put in, in place of one with its uid."""
        return replace(self, records={**self.records, record.uid: record})

    def with_head(self, head: Head) -> "Contents":
        """The same with a head put in, in place of one with its uid."""
        return replace(self, heads={**self.heads, head.uid: head})

    def without(self, uids: Set[int]) -> "Contents":
        """The same without these records and heads."""
        records = {uid: record for uid, record in self.records.items() if uid not in uids}
        return replace(self, records=records, heads={u: head for u, head in self.heads.items() if u not in uids})


def contents_of(code: GroupCode, tables: Tables, path: Path) -> Contents:
    """What the tables of a group's file hold; raises as ``stored``."""
    records = [stored(document, Record, path) for document in tables[SESSIONS].values()]
    return Contents(code, {record.uid: record for record in records}, heads_of(tables, path))


def heads_of(tables: Tables, path: Path) -> dict[int, Head]:
    """The heads in the tables, by their uid; raises as ``stored``."""
    return {head.uid: head for document in tables[GROUP].values() for head in [stored(document, Head, path)]}


def stored(document: object, kind: type[T], path: Path) -> T:
    """The value a document of the file at ``path`` stands for.

    Raises:
        ValueError: it is damaged.
        StoreProblem: it was written by a newer version.
    """
    try:
        return from_document(document, kind, strict=True)
    except UnknownHere as unknown:
        raise StoreProblem(Trouble.NEWER, path) from unknown
