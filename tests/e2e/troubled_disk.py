"""A disk that is slow, or fails, under the real program: ``troubled_disk.c`` is between the two."""

import errno
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from e2e.tmux_terminal import Computer

SOURCE = Path(__file__).with_suffix(".c")
WRITING = "wsomudlt"
"""Every operation that changes something on the disk, and locking."""
ERRORS = {name: getattr(errno, name) for name in ("EIO", "ENOSPC", "EACCES", "EMFILE", "ENOLCK")}


@cache
def _library() -> Path:
    library = Path(mkdtemp(prefix="troubled-")) / "troubled_disk.so"
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", library, SOURCE], check=True)
    return library


class Disk:
    """The disk on which a computer has its data folder."""

    def __init__(self, computer: Computer) -> None:
        """From now on programs started in a window of ``computer`` meet this disk."""
        self._says = computer.ours / "disk"
        self._times = 0
        self.well()
        library = _library()
        self.env = {"TROUBLED_FOLDER": str(computer.data), "TROUBLED_BY": str(self._says), "LD_PRELOAD": str(library)}
        """For the program alone: neither the shell nor tmux has anything to do with it."""

    def well(self) -> None:
        """Everything goes on as usual, at once also what was slow."""
        self._say("- 0 0 1")

    def slow(self, ms: int, operations: str = WRITING) -> None:
        """Operations take so long each, or until the disk is something else."""
        self._say(f"{operations} {ms} 0 1")

    def fails(self, error: str, nth: str = "1-", operations: str = WRITING) -> None:
        """The ``nth`` of the operations fails: ``3`` the third, ``3-`` it and all after it, ``/3`` each third."""
        self._say(f"{operations} 0 {ERRORS[error]} {nth}")

    def _say(self, what: str) -> None:
        self._times += 1
        beside = self._says.with_suffix(".next")
        beside.write_text(f"{what} {self._times}\n")
        beside.replace(self._says)
