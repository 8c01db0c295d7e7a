"""The data folder: the names of things in it, who may write, and the sessions that were interrupted."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from sessions.clock import Anchor
from sessions.record import Record
from sessions.store.files import make_folder, sweep, sync_folder
from sessions.store.groups import Groups
from sessions.store.journal_file import names_from, remove_journal, set_aside
from sessions.store.lock import FileLock, HeldElsewhere
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.store.rights import tighten
from sessions.store.sealing import FOLDER
from sessions.values import GroupCode, Seat

if TYPE_CHECKING:
    from sessions.store.journal import Journal
    from sessions.store.journal_reading import Unfinished


class Found(Struct, frozen=True):
    """What a look at the journals found."""

    sessions: "tuple[Unfinished, ...]"
    """Interrupted sessions, the one alive last first; those whose ending was interrupted among them."""
    problems: tuple[StoreProblem, ...]
    """Journals that cannot be read: left where they are, or, if damaged, moved aside."""


class Store:
    """One data folder. Reading is free to all; running a session needs ``claim``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.damaged = folder / "damaged"
        self.sealed = folder / FOLDER
        """What goals say, sealed, of the groups that asked for it: a file each."""
        self.groups = Groups(folder / "groups", self.damaged)
        self.journal_path = folder / "live.journal"
        """Where a session's journal is, unless something that must not be touched has that name."""
        self._discarded = folder / "discarded.journal"
        self.erased_path = folder / "erased.json"
        self.erasing_path = folder / "erasing.json"
        self.moving_path = folder / "moving.json"
        self._lock: FileLock | None = None

    def claim(self) -> None:
        """Become the one program that writes here, until ``release``; the system frees it when the program dies.

        Raises:
            StoreProblem: ``LOCKED`` when another program is; anything else when nobody can know, because there can
                be no lock or no folder. A session can be run then too: no journal is ever written over.
        """
        if self._lock is not None:
            return
        path = self.folder / "facilitator.lock"
        try:
            make_folder(self.folder)
            tighten(self.folder)
            lock = FileLock(path)
            lock.acquire()
        except HeldElsewhere as error:
            raise StoreProblem(Trouble.LOCKED, path) from error
        except OSError as error:
            raise problem(error, path) from error
        self._lock = lock
        for folder in (self.folder, self.groups.folder, self.damaged, self.sealed):
            sweep(folder)
        self.settle()

    def settle(self) -> StoreProblem | None:
        """Finish what a kill interrupted: an erasing, a move. Only for the one writer; costs nothing if none.

        Returns why it cannot be finished now: the next claim tries again.
        """
        try:
            if self.moving_path.exists():
                from sessions.store import moving  # noqa: PLC0415 (memory)

                moving.finish(self)
            if self.erasing_path.exists():
                from sessions.store import erasing  # noqa: PLC0415 (memory)

                erasing.finish(self)
        except StoreProblem as trouble:
            return trouble
        except OSError as error:
            return problem(error, self.folder)
        return None

    def release(self) -> None:
        """Let another program write. Where the system keeps the lock, so do we: the next time tries again."""
        if self._lock is not None:
            with suppress(OSError):
                self._lock.release()
                self._lock = None

    def has_journals(self) -> bool:
        """Whether there may be something for ``look`` to find; costs next to nothing."""
        try:
            return bool(self.journals())
        except OSError:
            return True

    def look(self) -> Found:
        """Look at every journal. Not for a program that was refused by ``claim`` because another one runs.

        A damaged journal without a session in it is moved aside; one that ends before its session began is taken
        away; all others stay as they are, also those that cannot be read.
        """
        from sessions.store.journal_reading import each_once, read_journal  # noqa: PLC0415 (start-up)

        found: list[Unfinished] = []
        problems: list[StoreProblem] = []
        try:
            paths = self.journals()
        except OSError as error:
            return Found((), (problem(error, self.folder),))
        for path in paths:
            try:
                session = read_journal(path)
                if session is not None and session.is_something:
                    found.append(session)
                else:
                    remove_journal(path)
            except StoreProblem as trouble:
                problems.append(self._aside(trouble) if trouble.trouble is Trouble.DAMAGED else trouble)
        return Found(tuple(each_once(found)), tuple(problems))

    def journals(self) -> list[Path]:
        """The journals of sessions that are not finished; raises ``OSError`` when the folder cannot be looked into."""
        here = {path.name for path in self.folder.iterdir()} if self.folder.exists() else set()
        return [path for path in names_from(self.journal_path) if path.name in here]

    def _aside(self, trouble: StoreProblem) -> StoreProblem:
        try:
            return StoreProblem(Trouble.DAMAGED, trouble.path, set_aside(trouble.path, "unreadable"))
        except OSError as error:
            return problem(error, trouble.path)

    def journal(self, anchor: Anchor, goes_on: "Unfinished | None" = None) -> "Journal":
        """Begin, or go on with, the journal of the running session. A new one never takes the place of another."""
        from sessions.store.journal import Journal  # noqa: PLC0415 (start-up)

        return Journal(self.journal_path, anchor, goes_on)

    def discard(self, found: "Unfinished") -> None:
        """Put an interrupted session away. Until the next session is over it can be brought back.

        Raises:
            StoreProblem: it could not be done; the journal is where it was.
        """
        try:
            found.path.rename(next(name for name in names_from(self._discarded) if not name.exists()))
            sync_folder(self.folder)
        except OSError as error:
            raise problem(error, found.path) from error
        for copy in found.copies:
            remove_journal(copy)

    def has_discarded(self) -> bool:
        """Whether there is a session that ``bring_back`` can bring back."""
        try:
            return any(name.exists() for name in names_from(self._discarded))
        except OSError:
            return False

    def bring_back(self) -> None:
        """Make the session discarded last an interrupted one again; ``look`` finds it.

        Raises:
            StoreProblem: it could not be done.
        """
        try:
            discarded = [name for name in names_from(self._discarded) if name.exists()]
            if discarded:
                discarded[-1].rename(next(name for name in names_from(self.journal_path) if not name.exists()))
                sync_folder(self.folder)
        except OSError as error:
            raise problem(error, self._discarded) from error

    def keep(self, code: GroupCode, record: Record, starter: Seat | None = None) -> StoreProblem | None:
        """Keep the record of an ended session; doing it twice keeps one.

        A damaged file of the group is mended first; what was done is returned, to be told.

        Raises:
            StoreProblem: the record could not be kept; nothing was lost.
        """
        from sessions.store import erasing  # noqa: PLC0415 (memory)

        if erasing.is_going(self, code) and (left := self.settle()) is not None:
            raise left  # what is kept now would go with what was there before
        mended = None
        try:
            self.groups.add(code, record, starter)
        except StoreProblem as trouble:
            if self._has(code, record.uid):  # only what came after the writing failed
                self.make_sure(code)
                return None
            if trouble.trouble is not Trouble.DAMAGED:
                raise
            mended = self.groups.mend(code)
            if mended.trouble not in (Trouble.DAMAGED, Trouble.RESTORED):
                raise mended from trouble
            self.groups.add(code, record, starter)
        return mended

    def make_sure(self, code: GroupCode) -> None:
        """Bring to the disk that the group's file, as it can be read, is the one with its name.

        Who wrote it may have been killed before that, or the disk refused: a journal must not go before.

        Raises:
            StoreProblem: it may be lost with the power; this can be done again.
        """
        try:
            make_folder(self.groups.folder)
            sync_folder(self.groups.folder)
        except OSError as error:
            raise problem(error, self.groups.path(code)) from error

    def kept_for(self, uid: int) -> GroupCode | None:
        """The group that has the record of the session ``uid``; None when none has."""
        wanted = str(uid).encode()
        for code in self.groups.codes():
            try:
                here = wanted in self.groups.path(code).read_bytes()
            except OSError:
                continue
            if here and self._has(code, uid):
                return code
        return None

    def _has(self, code: GroupCode, uid: int) -> bool:
        try:
            return any(record.uid == uid for record in self.groups.read(code).records)
        except StoreProblem:
            return False

    def clear(self, found: "Unfinished") -> None:
        """Take the journals of a session away: it is over. See ``forget``.

        Raises:
            StoreProblem: one could not be removed; this can be done again.
        """
        for path in (*found.copies, found.path):
            remove_journal(path)
        self.forget(found.uid)

    def forget(self, uid: int) -> None:
        """Forget what was stored of a session that is over besides its record, and what was discarded before it.

        Raises:
            StoreProblem: something could not be removed; this can be done again.
        """
        from sessions.store.journal_reading import is_of  # noqa: PLC0415 (start-up)

        try:
            left = [path for path in self.journals() if is_of(path, uid)]
            aside = self.damaged.glob(f"{self.journal_path.stem}*-bad-line-*") if self.damaged.exists() else ()
            left += [path for path in aside if is_of(path, uid)]
            left += [path for path in names_from(self._discarded) if path.exists()]
        except OSError as error:
            raise problem(error, self.folder) from error
        for path in left:
            remove_journal(path)
