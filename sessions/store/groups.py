"""The groups: one TinyDB file each, with the group's set-up and one document per session."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import SystemRandom
from typing import TypeVar

from msgspec import Struct

from sessions.goals import Goal
from sessions.history.past import PastOutline
from sessions.process import NOTHING_AGREED, Head, SetUp, uid_of_head
from sessions.record import Record
from sessions.store.contents import Contents, contents_of
from sessions.store.files import copy_aside, move_aside, replace_file
from sessions.store.glances import Glance, glance_of
from sessions.store.groupfile import GROUP, SESSIONS, Tables, last_day, previous_of, schema, tables_from
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.values import FIRST_SEAT, GroupCode, Seat


class Group(Struct, frozen=True):
    """What is kept of a group."""

    code: GroupCode
    records: tuple[Record, ...]
    """Oldest first."""
    starter: Seat = FIRST_SEAT
    """Who begins the next rotating round: a place in the circle, not a person."""
    set_up: SetUp = NOTHING_AGREED

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goal board as it was left; a session without one, such as with one person, changes nothing."""
        return next((record.goals for record in reversed(self.records) if record.goals), ())

    @property
    def glance(self) -> Glance:
        """The group at a glance."""
        held = [record for record in self.records if record.kind.took_place]
        past = tuple(
            PastOutline(each.day, each.plan, each.kind, each.goals_looked_at, each.people) for each in self.records
        )
        return Glance(self.code, len(self.records), held[-1] if held else None, self.set_up, past)


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
        def read(data: bytes | None, path: Path) -> T:
            return meaning(code, tables_from(data, path) if data is not None else _nothing(), path)

        return self._in_file(code, read)

    def _glance(self, code: GroupCode) -> Glance:
        def look(data: bytes | None, path: Path) -> Glance:
            return glance_of(code, data, path) if data is not None else Glance(code, 0, None)

        return self._in_file(code, look)

    def _in_file(self, code: GroupCode, meaning: Callable[[bytes | None, Path], T]) -> T:
        """``meaning`` is given None when there is no file."""
        path = self.path(code)
        try:
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                data = None
            return meaning(data, path)
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

    def add(self, code: GroupCode, record: Record, starter: Seat | None = None) -> None:
        """Keep the record of a session. Doing it twice keeps one. ``starter`` None leaves the turn where it was.

        What was left of a file that somebody has removed is no version before this one: it is moved aside.

        Raises:
            StoreProblem: it could not be written, or the file cannot be read; the old file is untouched.
        """
        kept = self.contents(code)
        if record.uid in kept.records:
            return
        head = kept.head or Head(uid_of_head(record.uid))
        if starter is not None:
            head = replace(head, starter=starter, turned=head.turned + 1)
        self.write(kept.with_head(head).with_record(record))

    def agree(self, code: GroupCode, set_up: SetUp) -> None:
        """Keep what was agreed with a group; one that was not there is then.

        Raises:
            StoreProblem: it could not be written, or the file cannot be read; the old file is untouched.
        """
        kept = self.contents(code)
        head = kept.head or Head(SystemRandom().getrandbits(63))
        if kept.head is None or head.set_up != set_up:
            self.write(kept.with_head(replace(head, set_up=set_up, revision=head.revision + 1)))

    def correct(self, code: GroupCode, record: Record) -> None:
        """Put a corrected record in the place of the one with its uid.

        Raises:
            KeyError: there is no such record.
            StoreProblem: it could not be written, or the file cannot be read; the old file is untouched.
        """
        kept = self.contents(code)
        before = kept.records[record.uid]
        if replace(record, revision=before.revision) != before:
            self.write(kept.with_record(replace(record, revision=before.revision + 1)))

    def contents(self, code: GroupCode) -> Contents:
        """Everything in a group's file; nothing when there is none.

        Raises:
            StoreProblem: the file cannot be read; ``trouble`` tells whether it is damaged or newer.
        """
        return self._read(code, contents_of)

    def write(self, contents: Contents) -> None:
        """Make a group's file hold exactly this. Only for the one writer.

        Raises:
            StoreProblem: it could not be written; the old file is untouched.
        """
        from sessions.store.codec import to_document  # noqa: PLC0415 (start-up)
        from sessions.store.database import opened, put  # noqa: PLC0415 (memory)

        path = self.path(contents.code)
        try:
            if not path.exists() and previous_of(path).exists():
                move_aside(previous_of(path), self._damaged)
            with opened(path) as db:
                put(db, "meta", [{"schema": schema()}])
                put(db, GROUP, [to_document(head) for head in contents.heads.values()])
                put(db, SESSIONS, [to_document(record) for record in contents.records.values()])
        except OSError as error:
            raise problem(error, path) from error

    def all(self) -> Iterator[Group | StoreProblem]:
        """Every group, or what keeps it, or all of them, from being read."""
        return self._each(self.read)

    def glances(self) -> Iterator[Glance | StoreProblem]:
        """Every group at a glance, or what keeps it, or all of them, from being read."""
        return self._each(self._glance)

    def _each(self, read: Callable[[GroupCode], T]) -> Iterator[T | StoreProblem]:
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
                    yield read(code)
                except StoreProblem as trouble:
                    yield trouble
        finally:
            if collecting:
                gc.enable()


def _nothing() -> Tables:
    return {"meta": {}, GROUP: {}, SESSIONS: {}}


def _group(code: GroupCode, tables: Tables, path: Path) -> Group:
    contents = contents_of(code, tables, path)
    records = sorted(contents.records.values(), key=lambda record: record.day)
    head = contents.head or Head(0)
    return Group(code, tuple(records), head.starter, head.set_up)
