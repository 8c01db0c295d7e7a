"""Build the program as a folder that needs no Python: ``python tools/folder_build.py [OUT]``.

Needs PyInstaller (``pip install -e ".[proof]"``). The folder is ``OUT/facilitator``, with ``facilitator`` in it
(``facilitator.exe`` on Windows). It runs on the kind of system on which it was built, and on newer ones.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
OURS = ("facilitator", "exercises", "sessions")
"""Imported by name when they are needed, and with data files: everything of them goes along."""
FOUND_LATE = ("textual", "rich", "wakepy", "snowballstemmer", "pyuca", "icalendar", "tzdata", "shtab")
"""Libraries that look for parts or data of themselves while they run."""
NEVER = ("tkinter", "PIL.ImageTk", "matplotlib", "numpy", "pytest", "babel", "IPython")


def arguments(out: Path, work: Path) -> list[str]:
    """What PyInstaller is told."""
    start = work / "start.py"
    start.write_text("from facilitator.command_line.main import main\n\nmain()\n", encoding="utf-8")
    told = ["--name", "facilitator", "--onedir", "--console", "--noconfirm", "--log-level", "WARN", "--optimize", "1"]
    told += ["--distpath", str(out), "--workpath", str(work / "work"), "--specpath", str(work), "--paths", str(ROOT)]
    for each in (*OURS, *FOUND_LATE):
        told += ["--collect-all", each]
    for each in NEVER:
        told += ["--exclude-module", each]
    return [*told, str(start)]


def main() -> int:
    from PyInstaller.__main__ import run

    out = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist")
    with tempfile.TemporaryDirectory() as work:
        run(arguments(out, Path(work)))
    print(out / "facilitator")
    return 0


if __name__ == "__main__":
    sys.exit(main())
