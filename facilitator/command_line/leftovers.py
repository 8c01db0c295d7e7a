"""The folder of a demonstration, and those that earlier ones left behind when they were killed."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sessions.store.lock import FileLock, HeldElsewhere

PREFIX = "facilitator-demo-"
ALIVE = "demonstration.lock"
"""Locked as long as the demonstration lives; the system lets go of it when that dies, however it does."""
LOCKS = (ALIVE, "facilitator.lock")
"""What a living demonstration holds; the second is of one that is still the older kind."""


@contextmanager
def demonstration_folder() -> Iterator[Path]:
    """A temporary folder that is gone afterwards; if this program is killed, the next demonstration removes it."""
    remove_leftovers()
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with FileLock(folder / ALIVE):
            yield folder


def remove_leftovers() -> None:
    """Remove the folders of demonstrations that have died. One that nobody ever locked is being made just now."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if _is_ours(folder) and _is_dead(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Among temporary files, others can put links and folders of that name."""
    with contextlib.suppress(OSError):
        found = folder.lstat()
        return folder.is_dir() and not folder.is_symlink() and (os.name == "nt" or found.st_uid == os.getuid())
    return False


def _is_dead(folder: Path) -> bool:
    locks = [folder / name for name in LOCKS if (folder / name).is_file()]
    try:
        for lock in locks:
            with FileLock(lock):
                pass
    except (HeldElsewhere, OSError):
        return False
    return bool(locks)
