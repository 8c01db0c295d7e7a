"""The groups: one TinyDB file each, with the group's set-up and one document per session."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware

from sessions.goals import Goal
from sessions.plan import MOST_PEOPLE
from sessions.record import Record
from sessions.store.codec import UnknownHere, from_document, to_document
from sessions.store.files import copy_aside, move_aside, replace_file
from sessions.store.groupfile import SESSIONS, Tables, WholeFile, last_day, previous_of, schema, tables_from
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.values import FIRST_SEAT, GroupCode, Seat


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
        """The goal board as it was left; a session without one, such as with one person, changes nothing."""
        return next((record.goals for record in reversed(self.records) if record.goals), ())


@dataclass(frozen=True, slots=True)
class Glance:
    """A group at a glance, for a long list: only its last session is looked at."""

    code: GroupCode
    sessions: int
    last: Record | None


T = TypeVar("T")


class Groups:
    """The groups of one folder."""

    def __init__(self, folder: Path, damaged: Path) -> None:
        self.folder = folder
        self._damaged = damaged

    def path(self, code: GroupCode) -> Path:
        """The group's file."""
        return self.folder / f"{code}.json"

    def codes(self) -> list[GroupCode]:
        """The codes of the groups that have a file, in order; a folder that is not there has none.

        Raises:
            StoreProblem: the folder cannot be looked into, so nobody knows what is in it.
        """
        try:
            names = [path.name for path in self.folder.iterdir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise problem(error, self.folder) from error
        found = []
        for name in names:
            try:
                found.append(GroupCode(name.removesuffix(".json") if name.endswith(".json") else ""))
            except ValueError:
                continue
        return sorted(found, key=lambda code: (len(code), code))

    def read(self, code: GroupCode) -> Group:
        """What is kept of a group; one without a file has no past.

        Raises:
            StoreProblem: the file cannot be read; ``trouble`` tells whether it is damaged or newer.
        """
        return self._read(code, _group)

    def _read(self, code: GroupCode, meaning: Callable[[GroupCode, Tables, Path], T]) -> T:
        path = self.path(code)
        try:
            tables = WholeFile(path).read()
            return meaning(code, tables if tables is not None else _nothing(), path)
        except OSError as error:
            raise problem(error, path) from error
        except (ValueError, RecursionError) as error:
            raise StoreProblem(Trouble.DAMAGED, path) from error

    def mend(self, code: GroupCode) -> StoreProblem:
        """Move a damaged file aside and put the version before in its place, if that can be read.

        Only for the one writer. Returns what was done, or what kept it from being done, as a problem to be told. A
        file that somebody has removed is never brought back.
        """
        path = self.path(code)
        previous = previous_of(path)
        try:
            if not path.exists():
                return StoreProblem(Trouble.FAILED, path)
            try:
                data = previous.read_bytes()
                tables = tables_from(data, previous)
                _group(code, tables, previous)
            except FileNotFoundError:
                return StoreProblem(Trouble.DAMAGED, path, move_aside(path, self._damaged))
            except (ValueError, RecursionError):
                move_aside(previous, self._damaged)
                return StoreProblem(Trouble.DAMAGED, path, move_aside(path, self._damaged))
            aside = copy_aside(path, self._damaged)
            replace_file(path, data, modified=last_day(tables))
            return StoreProblem(Trouble.RESTORED, path, aside)
        except OSError as error:
            return problem(error, path)
        except StoreProblem as newer:
            return newer

    def add(self, code: GroupCode, record: Record, starter: Seat) -> None:
        """Keep the record of a session. Doing it twice keeps one.

        What was left of a file that somebody has removed is no version before this one: it is moved aside.

        Raises:
            StoreProblem: it could not be written, or the file cannot be read; the old file is untouched.
        """
        self.read(code)
        path = self.path(code)
        try:
            if not path.exists() and previous_of(path).exists():
                move_aside(previous_of(path), self._damaged)
            with _opened(path) as db:
                sessions = db.table(SESSIONS)
                if sessions.contains(where("uid") == record.uid):
                    return
                _put_one(db, "meta", {"schema": schema()})
                _put_one(db, "group", {"starter": int(starter)})
                sessions.insert(to_document(record))
        except OSError as error:
            raise problem(error, path) from error

    def all(self) -> Iterator[Group | StoreProblem]:
        """Every group, or what keeps it, or all of them, from being read."""
        return self._each(_group)

    def glances(self) -> Iterator[Glance | StoreProblem]:
        """Every group at a glance, or what keeps it, or all of them, from being read."""
        return self._each(_glance)

    def _each(self, meaning: Callable[[GroupCode, Tables, Path], T]) -> Iterator[T | StoreProblem]:
        """The collector is off meanwhile: it would only look on."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            try:
                codes = self.codes()
            except StoreProblem as trouble:
                yield trouble
                return
            for code in codes:
                try:
                    yield self._read(code, meaning)
                except StoreProblem as trouble:
                    yield trouble
        finally:
            if collecting:
                gc.enable()


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


def _nothing() -> Tables:
    return {"meta": {}, "group": {"1": {"starter": int(FIRST_SEAT)}}, SESSIONS: {}}


def _glance(code: GroupCode, tables: Tables, path: Path) -> Glance:
    kept = list(tables[SESSIONS].values())
    last = max(reversed(kept), key=lambda document: str(document.get("day")), default=None)
    return Glance(code, len(kept), _stored(last, Record, path) if last is not None else None)


def _group(code: GroupCode, tables: Tables, path: Path) -> Group:
    (set_up,) = tables["group"].values()
    starter = from_document(set_up["starter"], int)
    if not 1 <= starter <= MOST_PEOPLE:
        raise ValueError("no seat")
    records = [_stored(document, Record, path) for document in tables[SESSIONS].values()]
    return Group(code, tuple(sorted(records, key=lambda record: record.day)), Seat(starter))


def _stored(document: object, kind: type[T], path: Path) -> T:
    try:
        return from_document(document, kind, strict=True)
    except UnknownHere as unknown:
        raise StoreProblem(Trouble.NEWER, path) from unknown
