"""The file of a journal: got by exclusive creation, written only while it is the one that was got.

Everything here may block for as long as the disk does, and belongs to the thread that writes.
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sessions.store.files import make_folder, sync, sync_folder
from sessions.store.problems import problem

if TYPE_CHECKING:  # start-up
    from sessions.store.journal_reading import Unfinished

MOST_NAMES = 99
_LOST = (errno.EIO, errno.EBADF, errno.ESTALE)
"""Errors after which a descriptor of a network folder may be of no use any more."""
_FLAGS = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)


class NotOurs(Exception):
    """The file is gone, or another one is in its place, or somebody else wrote in it."""


class JournalFile:
    """One journal on the disk."""

    def __init__(self, path: Path, goes_on: "Unfinished | None" = None) -> None:
        """``path`` is the name to begin under, or the next free one after it; or the journal to go on with."""
        self.path = path
        self.lines = goes_on.lines if goes_on else 0
        """So many lines are in it that count; those that were written and could not be synced do not."""
        self._length = goes_on.length if goes_on else 0
        """Bytes of the lines that count."""
        self._safe = (self._length, self.lines)
        """The bytes and lines that are known to be on the disk."""
        self._goes_on = goes_on is not None
        self._descriptor: int | None = None
        self._identity: tuple[int, int] | None = None
        self._named = self._goes_on
        """Its name is known to be on the disk."""
        self._has_more = False
        """There may be bytes behind the lines that count."""

    def write(self, data: bytes, lines: int) -> None:
        """Give whole lines to the system. They are on the disk after ``sync``.

        Raises:
            OSError: these lines do not count as written; ``give_up`` is due.
            NotOurs: nothing was written, and nothing ever will be by this value.
        """
        descriptor = self._open() if self._descriptor is None else self._descriptor
        self._make_sure(descriptor)
        if not self._named:
            sync_folder(self.path.parent)
            self._named = True
        self._has_more = True
        if os.write(descriptor, data) != len(data):
            raise OSError(errno.ENOSPC, "short write")
        self._has_more = False
        self._length += len(data)
        self.lines += lines

    @property
    def written(self) -> tuple[int, int]:
        """The bytes and lines that count now, to be told to ``sync``."""
        return self._length, self.lines

    def sync(self, written: tuple[int, int]) -> None:
        """Bring what was ``written`` to the disk; meanwhile more may be written.

        Raises:
            OSError: nothing is known of what was written since the last time; ``give_up`` is due.
        """
        assert self._descriptor is not None
        sync(self._descriptor)
        self._safe = written

    def give_up(self, error: OSError) -> None:
        """After an error only what is known to be on the disk counts; the rest has to be written again."""
        if (self._length, self.lines) != self._safe:
            self._has_more = True
            self._length, self.lines = self._safe
        if error.errno in _LOST and self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None

    def _open(self) -> int:
        if self._goes_on:
            try:
                descriptor = os.open(self.path, _FLAGS)
            except FileNotFoundError as error:
                raise NotOurs from error
        else:
            descriptor = self._created()
        self._descriptor, self._goes_on = descriptor, True
        there = os.fstat(descriptor)
        self._identity = self._identity or (there.st_dev, there.st_ino)
        return descriptor

    def _created(self) -> int:
        make_folder(self.path.parent)
        for name in names_from(self.path):
            with contextlib.suppress(FileExistsError):
                descriptor = os.open(name, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
                self.path = name
                return descriptor
        raise OSError(errno.EEXIST, "no free name")

    def _make_sure(self, descriptor: int) -> None:
        """Two looks at the file, with no reading: it must be the one at the path, and as long as it was left."""
        if not self._is_there():
            raise NotOurs
        if self._has_more:
            os.ftruncate(descriptor, self._length)
            self._has_more = False
        elif os.fstat(descriptor).st_size != self._length:
            raise NotOurs

    def _is_there(self) -> bool:
        try:
            there = self.path.stat()
        except FileNotFoundError:
            return False
        return self._identity in (None, (there.st_dev, there.st_ino))

    def close(self) -> None:
        """Let the file go; half of what could not be written is taken away first. Does not fail."""
        if self._descriptor is None:
            return
        with contextlib.suppress(OSError):
            if self._has_more:
                os.ftruncate(self._descriptor, self._length)
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
        self._descriptor = None

    def remove(self) -> None:
        """Take the file away, unless it was never made or is another by now. Doing it twice does no harm.

        Raises:
            OSError: it is still there.
        """
        self.close()
        if self._goes_on and self._is_there():
            self.path.unlink()
            sync_folder(self.path.parent)


def names_from(path: Path) -> Iterator[Path]:
    """``live.journal``, then ``live-2.journal`` and so on, for when a name is taken by what must not be touched."""
    yield path
    folder, stem, suffix = path.parent, path.stem, path.suffix
    for number in range(2, MOST_NAMES + 1):
        yield folder / f"{stem}-{number}{suffix}"


def set_aside(path: Path, why: str) -> Path:
    """Move a journal to the folder ``damaged`` beside it, under a free name that says why. Returns where it is.

    Raises:
        OSError: it is still where it was.
    """
    folder = path.parent / "damaged"
    make_folder(folder)
    number = 1
    while (aside := folder / f"{path.stem}-{why}-{number}{path.suffix}").exists():
        number += 1
    path.rename(aside)
    sync_folder(path.parent)
    return aside


def remove_journal(path: Path) -> None:
    """Take a journal away. Doing it twice does no harm.

    Raises:
        StoreProblem: the file could not be removed.
    """
    try:
        path.unlink()
        sync_folder(path.parent)
    except FileNotFoundError:
        return
    except OSError as error:
        raise problem(error, path) from error
