"""A paper written where it is wanted, outside the data folder, and opened with the system's own program for it."""

import atexit
import contextlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from exercises.deck import Deck
from facilitator.texts.languages import _
from facilitator.texts.phrases import clock
from sessions.clock import SystemClock
from sessions.session import Session
from sessions.values import MINUTE, SECOND, Instant

PREFIX = "facilitator-paper-"
A_DAY = 24 * 60 * MINUTE


def deliver(session: Session, now: Instant, deck: Deck, folder: Path) -> tuple[Path, bool]:
    """Write the rest of today into ``folder``; returns where it is, and whether the system shows it.

    Raises:
        OSError: the folder cannot be written.
    """
    from facilitator.printing.agenda import agenda_pdf  # what makes PDFs is slow to load
    from sessions.store.files import replace_file

    at = clock(now, session.wall_offset_ms).replace(":", ".")
    path = folder / (_("agenda") + f"-{at}.pdf")
    replace_file(path, agenda_pdf(session, now, deck))
    return path, open_with_system(path)


def open_with_system(path: Path) -> bool:
    """Let the system show a file; False where there is nothing to show it with."""
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 (a file of our own)
        except OSError:
            return False
        return True
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    command = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if command is None:
        return False
    nothing = subprocess.DEVNULL
    try:
        subprocess.Popen(  # noqa: S603 (the system's own viewer, and a file of our own)
            [command, str(path)], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return False
    return True


def passing_folder() -> Path:
    """A folder among the temporary files that is removed when the program closes, or a day after it was killed."""
    _remove_leftovers()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _remove_leftovers() -> None:
    """Remove the papers of programs that were killed; other people's folders of that name are left alone."""
    now = SystemClock().wall()
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            found = folder.lstat()
            is_ours = os.name == "nt" or found.st_uid == os.getuid()
            if stat.S_ISDIR(found.st_mode) and is_ours and now - found.st_mtime * SECOND > A_DAY:
                shutil.rmtree(folder, ignore_errors=True)


def documents() -> Path:
    """The user's folder for documents; their home where there is none."""
    from platformdirs import user_documents_path  # only where paper is made

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()
