"""Opening a full screen: only where there is a terminal, and with nothing of it kept elsewhere."""

import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line.data_folder import check_writable
from facilitator.command_line.errors import WrongUse
from facilitator.command_line.output import complain
from facilitator.settings import FILE, write_first_settings
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from facilitator.preparing.preparation import Preparation

DEMO_SPEED = 20
"""How many times faster than life the demonstration goes, unless told."""


PR_SET_DUMPABLE = 4
"""Of ``prctl`` (Linux)."""
M_ARENA_MAX = -8
"""Of ``mallopt`` (glibc)."""


def needs_terminal() -> None:
    """Go on only in a terminal.

    Raises:
        WrongUse: there is none, or one that cannot show a full screen.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise WrongUse(_("this needs a terminal. For a list use facilitator review, for files facilitator stored."))
    if os.environ.get("TERM") == "dumb":
        raise WrongUse(_("this terminal (TERM=dumb) cannot show a full screen. Use another terminal window."))


def keep_to_itself() -> None:
    """Textual can be told by the environment to log keys and save screens, and the system to dump memory: not here.

    Nor may another program of the same user read this one's memory, where the words are.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def share_one_heap() -> None:
    """Let all threads take their memory from one place; by itself glibc keeps one for each, mostly unused."""
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # not everywhere is glibc
        if mallopt is not None:
            mallopt(M_ARENA_MAX, 1)


def open_desk(folder: Path, prepared: "Preparation | None") -> int:
    """The supervisor's screens, with a session made ready or at home; returns the exit status."""
    needs_terminal()
    check_writable(folder)
    keep_to_itself()
    share_one_heap()
    gc.disable()  # what is imported stays: looking through it on the way to the first frame finds nothing
    from facilitator.desk.app import Desk
    from facilitator.desk.collecting import collect_between_keys
    from facilitator.terminal_signals import run_app

    collect_between_keys()
    gc.enable()
    while True:
        first = prepared is None and is_first_start(folder)
        desk = Desk(folder, prepared=prepared)
        if first:
            write_first_settings(folder)
        result = run_app(desk)
        if said := desk.leave_session():
            with contextlib.suppress(OSError):  # the terminal is gone
                complain(said)
        if result != "demo":
            return desk.return_code or 0
        from facilitator.command_line.demonstration import play

        status = play(DEMO_SPEED, desk.settings)
        if status:
            return status
        prepared = None


def is_first_start(folder: Path) -> bool:
    """Whether nobody has been at home here: no settings and no session. A card written beforehand does not count."""
    return not any((folder / name).exists() for name in (FILE, "groups", "live.journal"))
