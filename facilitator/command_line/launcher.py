"""A launcher for a double click: it opens a terminal of the right size, with the program in it.

On Linux a desktop entry in the menu and on the desktop, on macOS a ``.command`` on the desktop, on Windows a ``.cmd``
on the desktop and in the Start menu. Each says that it is ours; a file of somebody else's is never touched.
"""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from facilitator.command_line.errors import Failure
from facilitator.texts.languages import _

COLUMNS, ROWS = 120, 40
"""Of the terminal: the middle size of the screens."""
MARK = "Made by facilitator --install-launcher"
"""In every launcher: what has it may be replaced and removed."""
LAUNCHED = "FACILITATOR_LAUNCHED"
"""Set in the environment by a launcher: its window closes with the program, so what went wrong has to be read first."""
TERMINALS = (
    ("gnome-terminal", "--geometry={columns}x{rows} --"),
    ("xfce4-terminal", "--geometry={columns}x{rows} -x"),
    ("mate-terminal", "--geometry={columns}x{rows} -x"),
    ("konsole", "-p TerminalColumns={columns} -p TerminalRows={rows} -e"),
    ("tilix", "--geometry={columns}x{rows} -e"),
    ("kitty", "-o initial_window_width={columns}c -o initial_window_height={rows}c"),
    ("alacritty", "-o window.dimensions.columns={columns} -o window.dimensions.lines={rows} -e"),
    ("foot", "--window-size-chars={columns}x{rows}"),
    ("xterm", "-fa Monospace -fs 12 -geometry {columns}x{rows} -e"),
)
"""Terminals of Linux that can be told their size, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Launcher:
    """A file that starts the program."""

    path: Path
    text: str
    runs: bool = True
    """It is made executable."""


def install() -> list[Path]:
    """Write the launchers of this system; returns where they are.

    Raises:
        Failure: one cannot be written, or there is a file of somebody else's.
    """
    found = launchers()
    for each in found:
        if each.path.exists() and not _is_ours(each.path):
            raise Failure(_("{path} is not of this program; it was left as it is.").format(path=each.path))
    for each in found:
        try:
            each.path.parent.mkdir(parents=True, exist_ok=True)
            each.path.write_bytes(each.text.encode())
            if each.runs:
                each.path.chmod(0o755)
        except OSError:
            raise Failure(_("{path} cannot be written.").format(path=each.path)) from None
    return [each.path for each in found]


def remove() -> list[Path]:
    """Remove the launchers that are ours; returns where they were.

    Raises:
        Failure: one cannot be removed.
    """
    removed = []
    for each in launchers():
        if each.path.exists() and _is_ours(each.path):
            try:
                each.path.unlink()
            except OSError:
                raise Failure(_("{path} cannot be removed.").format(path=each.path)) from None
            removed.append(each.path)
    return removed


def launchers() -> list[Launcher]:
    """The launchers of this system."""
    from platformdirs import user_data_path, user_desktop_path

    desktop = user_desktop_path()
    if sys.platform == "win32":
        menu = user_data_path(roaming=True) / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        script = _windows(program())
        return [Launcher(folder / "facilitator.cmd", script, runs=False) for folder in (desktop, menu)]
    if sys.platform == "darwin":
        return [Launcher(desktop / "facilitator.command", _macos(program()))]
    entry = _linux(program())
    applications = user_data_path() / "applications"
    found = [Launcher(applications / "facilitator.desktop", entry, runs=False)]
    return [*found, Launcher(desktop / "facilitator.desktop", entry)] if desktop.is_dir() else found


def program() -> list[str]:
    """What starts this very program, wherever it was installed."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    started = Path(sys.argv[0]).absolute()
    if started.stem == "facilitator" and started.is_file():
        return [str(started)]
    return [sys.executable, "-m", "facilitator"]


def wait_to_be_read(status: int) -> None:
    """After a failure in a launcher's window, wait for enter: the window closes with the program."""
    if status and os.environ.get(LAUNCHED) and sys.stdin is not None and sys.stdin.isatty():
        try:
            input(_("Press enter to close this window."))
        except (EOFError, OSError, KeyboardInterrupt):
            return


def _linux(command: list[str]) -> str:
    started = " ".join(_quoted(part) for part in ("env", f"{LAUNCHED}=1", *command))
    for terminal, told in TERMINALS:
        if shutil.which(terminal):
            started, in_terminal = f"{terminal} {told.format(columns=COLUMNS, rows=ROWS)} {started}", "false"
            break
    else:
        in_terminal = "true"
    lines = [
        "[Desktop Entry]", f"# {MARK}", "Type=Application", "Name=facilitator",
        "Comment=" + _("Runs a group supervision session"), f"Exec={started}", f"Terminal={in_terminal}",
        "Icon=utilities-terminal", "Categories=Office;", "StartupNotify=false",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _quoted(part: str) -> str:
    """As the Desktop Entry Specification quotes an argument: twice, once as an argument and once as a string."""
    for sign in ("\\", '"', "`", "$"):
        part = part.replace(sign, "\\" + sign)
    return '"' + part.replace("\\", "\\\\").replace("%", "%%") + '"'


def _macos(command: list[str]) -> str:
    said = " ".join("'" + part.replace("'", "'\\''") + "'" for part in command)
    size = f"printf '\\033[8;{ROWS};{COLUMNS}t'"
    return f"#!/bin/sh\n# {MARK}\n{size}\n{LAUNCHED}=1 exec {said}\n"


def _windows(command: list[str]) -> str:
    said = " ".join('"' + part.replace("%", "%%") + '"' for part in command)
    lines = [
        "@echo off",
        f"rem {MARK}",
        "chcp 65001 >nul",
        "title facilitator",
        f"mode con: cols={COLUMNS} lines={ROWS}",
    ]
    return "\r\n".join([*lines, f"set {LAUNCHED}=1", said]) + "\r\n"


def _is_ours(path: Path) -> bool:
    try:
        return MARK in path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
