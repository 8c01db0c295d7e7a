"""What can go wrong with storage. ``facilitator.texts.reasons`` says each of these in words."""

import errno
from enum import StrEnum
from pathlib import Path


class Trouble(StrEnum):
    """What is the matter."""

    DAMAGED = "damaged"
    """The file cannot be read and has no previous version; it was moved aside."""
    RESTORED = "restored"
    """The file could not be read; its previous version was put in its place."""
    NEWER = "newer"
    """The file was written by a newer version of the program."""
    NO_SPACE = "no-space"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    """Another facilitator runs a session in this folder."""
    FAILED = "failed"
    """The system refused for some other reason."""


class StoreProblem(Exception):
    """Storage could not do what was asked. Holds no text of the user's."""

    def __init__(self, trouble: Trouble, path: Path, aside: Path | None = None) -> None:
        super().__init__(f"{trouble}: {path}")
        self.trouble = trouble
        self.path = path
        self.aside = aside
        """Where the damaged file is now."""


def problem(error: OSError, path: Path) -> StoreProblem:
    """The problem that an error of the system means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreProblem(Trouble.NO_SPACE, path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreProblem(Trouble.READ_ONLY, path)
    return StoreProblem(Trouble.FAILED, path)
