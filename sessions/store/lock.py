"""The lock on a file, for the one program that may write: the system frees it when that program dies, however it does.

Over the system's own calls, as filelock has it: with all that it imports, that library takes 1.3 MB for as long as a
session runs, and portalocker 2.4, of the 10 that a session may take beside Textual. fasteners takes 0.1, but its locks
belong to the process, so that two in one program would both hold it.
"""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType

from sessions.store.files import PRIVATE_FILE

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _let_go(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


_HELD = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK)
"""What the systems say when another has the lock; some file systems on the network, and Windows, say ``EACCES``."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class HeldElsewhere(Exception):
    """Another program, or another lock in this one, holds it."""


class FileLock:
    """A lock on a file, which is made when it is not there and stays behind empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock, without waiting.

        Raises:
            HeldElsewhere: another has it.
            OSError: nobody can know: the file cannot be opened, or its file system has no locks.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | _NO_LINK, PRIVATE_FILE)
        try:
            _take(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD:
                raise HeldElsewhere from error
            raise
        self._descriptor = descriptor

    def release(self) -> None:
        """Let it go.

        Raises:
            OSError: the system keeps it, and so does this; it can be tried again.
        """
        if self._descriptor is None:
            return
        _let_go(self._descriptor)
        descriptor, self._descriptor = self._descriptor, None
        os.close(descriptor)

    def __enter__(self) -> "FileLock":
        """For ``with``."""
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Let it go."""
        self.release()
