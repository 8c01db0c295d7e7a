"""The data folder: the names of things in it, who may write, and ending a session for good."""

from pathlib import Path
from typing import TYPE_CHECKING

from sessions.clock import Anchor
from sessions.record import Record
from sessions.store.files import PRIVATE_FILE, make_folder, move_aside, sweep
from sessions.store.groups import Groups
from sessions.store.journal import Journal, Unfinished, read_journal
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.store.rights import tighten
from sessions.values import GroupCode, Seat

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Store:
    """One data folder. Reading is free to all; running a session needs ``claim``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.damaged = folder / "damaged"
        self.groups = Groups(folder / "groups", self.damaged)
        self.journal_path = folder / "live.journal"
        self._lock: BaseFileLock | None = None

    def claim(self) -> None:
        """Become the one program that writes here, until ``release``; the system frees it when the program dies.

        Raises:
            StoreProblem: another program is, or the folder cannot be written to.
        """
        if self._lock is not None:
            return
        from filelock import FileLock, Timeout

        path = self.folder / "facilitator.lock"
        try:
            make_folder(self.folder)
            tighten(self.folder)
            lock = FileLock(path, timeout=0, mode=PRIVATE_FILE)
            lock.acquire()
        except Timeout as error:
            raise StoreProblem(Trouble.LOCKED, path) from error
        except OSError as error:
            raise problem(error, path) from error
        self._lock = lock
        for folder in (self.folder, self.groups.folder, self.damaged):
            sweep(folder)

    def release(self) -> None:
        """Let another program write."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def unfinished(self) -> Unfinished | None:
        """The session that was interrupted, if there is one. Only for the one writer.

        Raises:
            StoreProblem: there is a journal that cannot be read; a damaged one has been moved aside.
        """
        try:
            return read_journal(self.journal_path)
        except StoreProblem as trouble:
            if trouble.trouble is not Trouble.DAMAGED:
                raise
            try:
                aside = move_aside(self.journal_path, self.damaged)
            except OSError as error:
                raise problem(error, self.journal_path) from error
            raise StoreProblem(Trouble.DAMAGED, self.journal_path, aside) from trouble

    def journal(self, anchor: Anchor, goes_on: Unfinished | None = None) -> Journal:
        """Begin, or go on with, the journal of the running session."""
        return Journal(self.journal_path, anchor, goes_on)

    def keep(self, code: GroupCode, record: Record, starter: Seat) -> StoreProblem | None:
        """Keep the record of an ended session; doing it twice keeps one.

        A damaged file of the group is mended first; what was done is returned, to be told.

        Raises:
            StoreProblem: the record could not be kept; nothing was lost.
        """
        try:
            self.groups.add(code, record, starter)
            return None
        except StoreProblem as trouble:
            if trouble.trouble is not Trouble.DAMAGED:
                raise
        mended = self.groups.mend(code)
        if mended.trouble not in (Trouble.DAMAGED, Trouble.RESTORED):
            raise mended
        self.groups.add(code, record, starter)
        return mended
