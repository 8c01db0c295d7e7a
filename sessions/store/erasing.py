"""Erasing: a session or a whole group goes from every file in the data folder, and this can be shown.

What is to go is written down first (``intents``): before that nothing has happened, after it everything will, however
often the program is killed on the way. Each step can be done twice. Nothing is restored from a version before.
"""

import os
import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sessions.store.codec import Erasing
from sessions.store.contents import contents_of
from sessions.store.files import sync_folder
from sessions.store.groupfile import OF_A_GROUP, previous_of, tables_from
from sessions.store.intents import DataFolder, done, intend, intended
from sessions.store.journal_reading import read_journal
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.store.sealing import SEALED
from sessions.store.tombstones import buried, bury
from sessions.values import GroupCode

_UID = re.compile(rb'"uid"\s*:\s*(\d+)')
_LONG = re.compile(rb"\d{15,20}")
"""A number as long as nearly every uid is, whatever stands before it."""
_WRITTEN_BY_HAND = frozenset({"cards", "plans", "questions"})
"""Folders of the supervisor's own: nothing in them is of a session."""


class StillRunning(Exception):
    """A session of the group is not finished: it has to be ended or discarded first."""


class Trace(Struct, frozen=True):
    """A file in the data folder that still tells of what was erased."""

    path: Path
    lines: int
    """In which it is told, 0 when it is only in the name."""


class Going(Struct, frozen=True):
    """What erasing would take away, to be said before it is asked."""

    erasing: Erasing
    files: tuple[Path, ...]
    """The files that go or are written anew."""
    staying: tuple[Trace, ...]
    """Files in the data folder that tell of it too and that no program may take away: they were put there by hand."""


class _Sought:
    """What is looked for in every file: made ready once, for there may be many and large ones."""

    def __init__(self, erasing: Erasing) -> None:
        self.code = erasing.code
        self.whole = erasing.whole
        self.uids = frozenset(erasing.uids)
        self._token = _token(erasing.code)

    def names(self, path: Path) -> bool:
        """Whether a file's name has the group's code."""
        return self._token.search(path.name.encode()) is not None

    def has(self, data: bytes) -> bool:
        """Whether there is one of the uids, as a record or a head has it."""
        return any(int(number) in self.uids for number in _UID.findall(data))

    def tells(self, data: bytes) -> bool:
        """Whether there is anything of what is looked for: one of the uids anywhere, or the code of what goes whole."""
        if self.whole and self.code.encode() in data and self._token.search(data):
            return True
        return any(int(number) in self.uids for number in _LONG.findall(data)) or self.has(data)


def going(store: DataFolder, code: GroupCode, sessions: frozenset[int] | None = None) -> Going:
    """What would go: the sessions with these uids, or the whole group when None.

    Raises:
        StillRunning: a session of it is not finished.
        StoreProblem: the folder cannot be read.
    """
    try:
        uids = _uids_of(store, code) if sessions is None else sessions
        erasing = Erasing(code, tuple(sorted(uids)), sessions is None)
        sought = _Sought(erasing)
        if any(_is_of(path, sought) for path in store.journals()):
            raise StillRunning
        files = tuple(
            path for path in _files(store) if _goes(path, sought, store) or _is_rewritten(path, sought, store)
        )
        staying = tuple(trace for trace in traces(store, erasing) if trace.path not in files)
    except OSError as error:
        raise problem(error, store.folder) from error
    return Going(erasing, files, staying)


def erase(store: DataFolder, erasing: Erasing) -> tuple[Trace, ...]:
    """Erase, and return every trace that is left, having looked into every file. Only for the one writer.

    Raises:
        StoreProblem: something could not be done. Before anything was, or else ``finish`` goes on with it.
    """
    try:
        intend(store.erasing_path, erasing)
        finish(store)
        return traces(store, erasing)
    except OSError as error:
        raise problem(error, store.erasing_path) from error


def is_going(store: DataFolder, code: GroupCode) -> bool:
    """Whether the group goes whole as soon as the disk lets it.

    Raises:
        StoreProblem: nobody can tell now.
    """
    try:
        erasing = intended(store.erasing_path, Erasing)
    except OSError as error:
        raise problem(error, store.erasing_path) from error
    return erasing is not None and erasing.whole and erasing.code == code


def finish(store: DataFolder) -> None:
    """Go on with what was begun, if anything was. Only for the one writer.

    Raises:
        OSError: something could not be done; this can be done again.
        StoreProblem: so too.
    """
    erasing = intended(store.erasing_path, Erasing)
    if erasing is None:
        return
    bury(store.erased_path, frozenset(erasing.uids))
    sought = _Sought(erasing)
    if not sought.whole:
        _join_copies(store, sought)
    for path in _files(store):
        if _is_rewritten(path, sought, store):
            _rewrite(path, sought, store)
    for path in _files(store):
        if _goes(path, sought, store):
            path.unlink(missing_ok=True)
    for folder in (store.groups.folder, store.damaged, store.sealed, store.folder):
        if folder.is_dir():
            sync_folder(folder)
    done(store.erasing_path)


def _join_copies(store: DataFolder, sought: _Sought) -> None:
    """Copies that a synchronising program left go when they tell of what is erased: what only they have is kept first.

    What was erased before never returns. A copy that cannot be read has nothing to be kept.
    """
    seen = sought.uids | buried(store.erased_path)
    for path in store.groups.folder.glob("R*.json"):
        if _is_main(path, store):
            seen |= {int(number) for number in _UID.findall(path.read_bytes())}
    for path in sorted(store.groups.folder.glob("R*.json")):
        match = OF_A_GROUP.fullmatch(path.name)
        if match is None or _is_main(path, store) or not sought.has(path.read_bytes()):
            continue
        try:
            code = GroupCode(match[1])
            copy = contents_of(code, tables_from(path.read_bytes(), path), path).without(seen)
            here = store.groups.contents(code)
        except (StoreProblem, ValueError, RecursionError):
            continue
        if copy.records:
            store.groups.write(
                replace(here, records={**here.records, **copy.records}, heads={**copy.heads, **here.heads})
            )


def _rewrite(path: Path, sought: _Sought, store: DataFolder) -> None:
    """One that cannot be read is left, and shown as a trace: what else it holds is not ours to take away."""
    try:
        contents = store.groups.contents(GroupCode(path.stem))
    except StoreProblem as trouble:
        if trouble.trouble in (Trouble.DAMAGED, Trouble.NEWER):
            return
        raise
    store.groups.write(contents.without(sought.uids))
    previous_of(path).unlink(missing_ok=True)


def traces(store: DataFolder, erasing: Erasing) -> tuple[Trace, ...]:
    """Every file in the data folder with the group's code (when it went whole) or a uid in it, besides the tombstones.

    Raises:
        OSError: the folder cannot be looked into.
    """
    found, sought = [], _Sought(erasing)
    for path in _files(store, everything=True):
        data = path.read_bytes() if path.is_file() else b""
        told = sum(map(sought.tells, data.splitlines())) if not data.startswith(SEALED) and sought.tells(data) else 0
        if told or (sought.whole and sought.names(path)):
            found.append(Trace(path, told))
    return tuple(found)


def _goes(path: Path, sought: _Sought, store: DataFolder) -> bool:
    """Whether a file is removed: a copy of the group's file, in whole or in part, a journal of its, what it sealed."""
    if ".journal" in path.name:
        # Nothing is erased while a session of the group is not finished: one that is there was begun after that.
        return _is_of(path, sought, of_group=path not in store.journals())
    if path.parent == store.sealed:
        return sought.whole and sought.names(path)
    if path.parent not in (store.groups.folder, store.damaged):
        return False
    data = path.read_bytes()
    if not sought.names(path):
        return sought.has(data) and not _is_main(path, store)
    return sought.whole or (not _is_main(path, store) and (sought.has(data) or not _UID.search(data)))


def _is_rewritten(path: Path, sought: _Sought, store: DataFolder) -> bool:
    """Whether it is a group's file that stays, without what is erased."""
    if not _is_main(path, store) or (sought.whole and path == store.groups.path(sought.code)):
        return False
    return sought.has(path.read_bytes())


def _is_main(path: Path, store: DataFolder) -> bool:
    try:
        return path == store.groups.path(GroupCode(path.stem))
    except ValueError:
        return False


def _uids_of(store: DataFolder, code: GroupCode) -> frozenset[int]:
    """Of everything that the group's file and its copies have, also those that cannot be read whole.

    A session that was moved to another group is in a copy, and is not this group's.
    """
    ours: set[int] = set()
    theirs: set[int] = set()
    for path in _files(store):
        if path.parent in (store.groups.folder, store.damaged) and _names(code, path):
            ours.update(int(number) for number in _UID.findall(path.read_bytes()))
        elif _is_main(path, store):
            theirs.update(int(number) for number in _UID.findall(path.read_bytes()))
    return frozenset(ours - theirs)


def _is_of(path: Path, sought: _Sought, *, of_group: bool = True) -> bool:
    """Whether a journal is of one of the sessions, or ``of_group`` of the one that goes; an unreadable one may be."""
    whole = sought.whole and of_group
    try:
        found = read_journal(path)
    except StoreProblem:
        return whole and _token(sought.code).search(path.read_bytes()) is not None
    if found is None:
        return False
    return found.uid in sought.uids or (whole and sought.code in (found.ledger.session.group, found.keep))


def _files(store: DataFolder, *, everything: bool = False) -> list[Path]:
    """The files in the data folder but those written by hand, the tombstones and what says that erasing goes on."""
    found = []
    for place, folders, names in os.walk(store.folder):
        if Path(place) == store.folder and not everything:
            folders[:] = [name for name in folders if name not in _WRITTEN_BY_HAND]
        found += [Path(place) / name for name in names]
    return sorted(path for path in found if path not in (store.erased_path, store.erasing_path) and path.is_file())


def _names(code: GroupCode, path: Path) -> bool:
    return _token(code).search(path.name.encode()) is not None


def _token(code: GroupCode) -> re.Pattern[bytes]:
    return re.compile(rb"(?<![0-9A-Za-z])" + code.encode() + rb"(?![0-9])")
