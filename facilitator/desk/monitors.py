"""Where the other display is, when that can be known: only X11 tells, through ``xrandr``."""

import os
import re
import shutil
import subprocess
import sys
from enum import Enum, auto

from msgspec import Struct

ANSWERS_WITHIN = 0.5
"""Seconds; a display server that says nothing must not hold up the desk."""
_LINE = re.compile(r"^\s*(\d+): \+?(\*?)(\S+) (\d+)/\d+x(\d+)/\d+\+(-?\d+)\+(-?\d+)")


class Monitor(Struct, frozen=True):
    """One display."""

    number: int
    """Its place in the system's list, counted from 0."""
    name: str
    is_primary: bool
    columns: int
    rows: int
    x: int
    y: int

    def overlaps(self, other: "Monitor") -> bool:
        """Whether it shows something of the same picture: it is mirrored."""
        beside = self.x + self.columns <= other.x or other.x + other.columns <= self.x
        above = self.y + self.rows <= other.y or other.y + other.rows <= self.y
        return not (beside or above)


class Unknown(Enum):
    """Why there is no other display to name."""

    ONE_DISPLAY = auto()
    """There is one, or the others show the same."""
    SUPER_KEYS = auto()
    """Wayland tells no program where it is; the desktop's own keys move a window."""
    WINDOWS_KEYS = auto()
    WINDOW_MENU = auto()
    """macOS moves a window by its menu."""
    NOTHING_SAID = auto()


def other_display() -> Monitor | Unknown:
    """The display beside the primary one, on which the supervisor works."""
    if sys.platform == "darwin":
        return Unknown.WINDOW_MENU
    if sys.platform == "win32":
        return Unknown.WINDOWS_KEYS
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        return Unknown.SUPER_KEYS
    found = monitors(_asked())
    if not found:
        return Unknown.NOTHING_SAID
    own = next((each for each in found if each.is_primary), found[0])
    return next((each for each in found if not each.overlaps(own)), Unknown.ONE_DISPLAY)


def monitors(said: str) -> list[Monitor]:
    """The displays in what ``xrandr --listmonitors`` says."""
    return [
        Monitor(int(each[1]), each[3], bool(each[2]), *(int(each[n]) for n in range(4, 8)))
        for each in map(_LINE.match, said.splitlines())
        if each is not None
    ]


def _asked() -> str:
    program = shutil.which("xrandr")
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 (a program of the system, with nothing of ours)
            [program, "--listmonitors"], capture_output=True, text=True, timeout=ANSWERS_WITHIN, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return ""
    return done.stdout if done.returncode == 0 else ""
