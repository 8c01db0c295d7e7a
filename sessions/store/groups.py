"""The groups: one TinyDB file each, with the group's set-up and one document per session.

TinyDB's own storage overwrites its file in place, which a full disk, a kill or a second program turns into
rubbish. This one reads whole, writes whole beside, and keeps the version before.
"""

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import Storage

from sessions.goals import Goal
from sessions.record import Record
from sessions.store.codec import from_document, to_document
from sessions.store.files import copy_aside, move_aside, replace_file
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.values import FIRST_SEAT, GroupCode, Seat

SCHEMA = 1
"""The version of the file's form. A newer file is read by nobody older; an older one is brought up to date."""


class WholeFile(Storage):
    """A TinyDB storage that replaces its file whole and keeps the version before."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> "Tables | None":
        """Everything in the file; None when there is none.

        Raises:
            ValueError: the file holds something else.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        return _tables(data)

    def write(self, data: "Tables") -> None:
        """Replace the file."""
        if self.path.exists():
            replace_file(previous_of(self.path), self.path.read_bytes())
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
        replace_file(self.path, text.encode())


@dataclass(frozen=True, slots=True)
class Group:
    """What is kept of a group."""

    code: GroupCode
    records: tuple[Record, ...]
    """Oldest first."""
    starter: Seat = FIRST_SEAT
    """Who begins the next rotating round: a place in the circle, not a person."""

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goal board as it was left. A session without one, such as with one person, leaves it as it is."""
        return next((record.goals for record in reversed(self.records) if record.goals), ())


@dataclass(frozen=True, slots=True)
class Glance:
    """A group at a glance, for a long list: only its last session is looked at."""

    code: GroupCode
    sessions: int
    last: Record | None


T = TypeVar("T")
Tables = dict[str, dict[str, Any]]


class Groups:
    """The groups of one folder."""

    def __init__(self, folder: Path, damaged: Path) -> None:
        self.folder = folder
        self._damaged = damaged

    def path(self, code: GroupCode) -> Path:
        """The group's file."""
        return self.folder / f"{code}.json"

    def codes(self) -> list[GroupCode]:
        """The codes of the groups that have a file, in order."""
        found = []
        for path in self.folder.glob("R*.json") if self.folder.is_dir() else ():
            try:
                found.append(GroupCode(path.stem))
            except ValueError:
                continue
        return sorted(found, key=lambda code: (len(code), code))

    def read(self, code: GroupCode) -> Group:
        """What is kept of a group.

        Raises:
            StoreProblem: the file cannot be read; ``trouble`` tells whether it is damaged or newer.
        """
        return self._read(code, _group)

    def _read(self, code: GroupCode, meaning: Callable[[GroupCode, Tables, Path], T]) -> T:
        path = self.path(code)
        try:
            return meaning(code, WholeFile(path).read() or {}, path)
        except OSError as error:
            raise problem(error, path) from error
        except (ValueError, RecursionError) as error:
            raise StoreProblem(Trouble.DAMAGED, path) from error

    def mend(self, code: GroupCode) -> StoreProblem:
        """Move a damaged file aside and put the version before in its place, if that can be read.

        Only for the one writer. Returns what was done, or what kept it from being done, as a problem to be told.
        """
        path = self.path(code)
        previous = previous_of(path)
        try:
            try:
                data = previous.read_bytes()
                _group(code, _tables(data), previous)
            except FileNotFoundError:
                return StoreProblem(Trouble.DAMAGED, path, move_aside(path, self._damaged))
            except (ValueError, RecursionError):
                move_aside(previous, self._damaged)
                return StoreProblem(Trouble.DAMAGED, path, move_aside(path, self._damaged))
            aside = copy_aside(path, self._damaged)
            replace_file(path, data)
            return StoreProblem(Trouble.RESTORED, path, aside)
        except OSError as error:
            return problem(error, path)
        except StoreProblem as newer:
            return newer

    def add(self, code: GroupCode, record: Record, starter: Seat) -> None:
        """Keep the record of a session. Doing it twice keeps one.

        Raises:
            StoreProblem: it could not be written, or the file cannot be read; the old file is untouched.
        """
        self.read(code)
        path = self.path(code)
        try:
            with _opened(path) as db:
                sessions = db.table("sessions")
                if sessions.contains(where("uid") == record.uid):
                    return
                _put_one(db, "meta", {"schema": SCHEMA})
                _put_one(db, "group", {"starter": int(starter)})
                sessions.insert(to_document(record))
        except OSError as error:
            raise problem(error, path) from error

    def all(self) -> Iterator[Group | StoreProblem]:
        """Every group, or what keeps it from being read."""
        return self._each(_group)

    def glances(self) -> Iterator[Glance | StoreProblem]:
        """Every group at a glance, or what keeps it from being read."""
        return self._each(_glance)

    def _each(self, meaning: Callable[[GroupCode, Tables, Path], T]) -> Iterator[T | StoreProblem]:
        """The collector is off meanwhile: it would only look on."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            for code in self.codes():
                try:
                    yield self._read(code, meaning)
                except StoreProblem as trouble:
                    yield trouble
        finally:
            if collecting:
                gc.enable()


def previous_of(path: Path) -> Path:
    """The version before."""
    return path.with_suffix(".previous")


@contextmanager
def _opened(path: Path) -> Iterator[TinyDB]:
    """The group's database; everything done to it is written at once, at the end, and only if nothing was raised."""
    db = TinyDB(path, storage=CachingMiddleware(WholeFile))  # type: ignore[no-untyped-call]
    yield db
    db.close()


def _put_one(db: TinyDB, name: str, document: dict[str, Any]) -> None:
    table = db.table(name)
    table.truncate()
    table.insert(document)


def _tables(data: bytes) -> Tables:
    tables = msgspec.json.decode(data)
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("not a group's file")
    return tables


def _check_schema(tables: Tables, path: Path) -> None:
    meta = next(iter(tables.get("meta", {}).values()), {"schema": SCHEMA})
    schema = meta["schema"] if isinstance(meta, dict) and isinstance(meta.get("schema"), int) else None
    if schema is None or (tables and not tables.get("meta")):
        raise ValueError("no schema")
    if schema > SCHEMA:
        raise StoreProblem(Trouble.NEWER, path)


def _glance(code: GroupCode, tables: Tables, path: Path) -> Glance:
    _check_schema(tables, path)
    kept = list(tables.get("sessions", {}).values())
    last = (
        max(reversed(kept), key=lambda document: str(document.get("day")), default=None)
        if all(map(_is_table, kept))
        else {}
    )
    return Glance(code, len(kept), from_document(last, Record) if last is not None else None)


def _is_table(document: object) -> bool:
    return isinstance(document, dict)


def _group(code: GroupCode, tables: Tables, path: Path) -> Group:
    _check_schema(tables, path)
    set_up = from_document(next(iter(tables.get("group", {}).values()), {}), dict[str, Any])
    records = from_document(list(tables.get("sessions", {}).values()), tuple[Record, ...])
    ordered = tuple(sorted(records, key=lambda record: record.day))
    return Group(code, ordered, Seat(from_document(set_up.get("starter", 1), int)))
