"""Writing files so that a crash, a full disk or a pulled plug leaves the old file or the new one, never a mixture."""

import contextlib
import errno
import os
import stat
import sys
import time
from pathlib import Path

_PATIENCE = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries on Windows, where a virus scanner holds fresh files for some milliseconds."""
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
"""The modes of everything that is kept: nobody else may look."""
NO_TIME = 86_400.0
"""What a file says of when it was changed when that is nobody's business; some systems have no earlier day."""
_HELD_OPEN = (5, 32, 33)
"""The Windows error codes that mean so."""

_ON_DISK: set[Path] = set()
"""Folders whose names this program has brought to the disk."""


def sync(descriptor: int) -> None:
    """Bring what was written to the disk itself (on macOS ``fsync`` stops at the drive's own memory)."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 (POSIX only)

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk; Windows has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, so that only their owner can look into them.

    Its name is on the disk afterwards: without it everything in the folder, however well synced, may go with the power.
    One that is there may be left by a program that was killed before that, so each is synced once in a program's life.
    """
    if folder in _ON_DISK and folder.is_dir():
        return
    if not folder.is_dir():
        make_folder(folder.parent)
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=PRIVATE_FOLDER)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    with contextlib.suppress(PermissionError):  # a folder above that may be passed through and not be read
        sync_folder(folder.parent)
    _ON_DISK.add(folder)


def is_open_to_others(path: Path) -> bool:
    """Whether somebody else may look into a file or folder that is there; never so where there are no such rights."""
    if os.name == "nt":
        return False
    try:
        return bool(path.lstat().st_mode & 0o077) and not path.is_symlink()
    except OSError:
        return False


def close_to_others(path: Path) -> None:
    """Let only its owner look into a file or folder; one that belongs to somebody else is left as it is."""
    if not is_open_to_others(path):
        return
    with contextlib.suppress(OSError):
        found = path.lstat()
        if found.st_uid == os.geteuid():
            path.chmod(PRIVATE_FOLDER if stat.S_ISDIR(found.st_mode) else PRIVATE_FILE)


def replace_file(path: Path, data: bytes, *, modified: float | None = None) -> None:
    """Put ``data`` in the place of whatever is at ``path``, whole or not at all.

    ``modified`` is the time, in seconds since 1970, that the file says it was changed at; now, when it is None.

    Raises:
        OSError: it could not be done; the old file is untouched.
    """
    make_folder(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with open(beside, "wb", opener=_private) as file:
            file.write(data)
            file.flush()
            if modified is not None:
                os.utime(beside, (modified, modified))
            sync(file.fileno())
        _replace(beside, path)
        sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def sweep(folder: Path) -> None:
    """Remove what killed writers left beside files; only for the one writer of the folder."""
    for left in folder.glob(".*.tmp"):
        with contextlib.suppress(OSError):
            left.unlink()


def move_aside(path: Path, folder: Path) -> Path:
    """Move a file that cannot be read into ``folder`` under a free name; nothing is ever deleted."""
    aside = _free_name(path, folder)
    _replace(path, aside)
    return aside


def copy_aside(path: Path, folder: Path) -> Path:
    """The same, with the file still in its place, for putting a better one there."""
    aside = _free_name(path, folder)
    replace_file(aside, path.read_bytes())
    return aside


def _free_name(path: Path, folder: Path) -> Path:
    make_folder(folder)
    number = 1
    while (aside := folder / f"{path.stem}-{number}{path.suffix}").exists():
        number += 1
    return aside


def _private(path: str, flags: int) -> int:
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    if os.name != "nt":
        os.fchmod(descriptor, PRIVATE_FILE)
    return descriptor


def _replace(source: Path, target: Path) -> None:
    for wait in (*_PATIENCE, None):
        try:
            source.replace(target)
            return
        except PermissionError as error:
            if wait is None or getattr(error, "winerror", None) not in _HELD_OPEN:
                raise
            time.sleep(wait)
