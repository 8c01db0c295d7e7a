"""Who may look into the data folder: only its owner."""

import stat
from pathlib import Path

from sessions.store.files import close_to_others, is_open_to_others

FOLDERS = frozenset({"groups", "damaged", "sealed", "cards", "plans", "questions", "exports"})
"""The folders in a data folder that the program makes."""
FILES = frozenset(
    {
        "live.journal",
        "erased.json",
        "erasing.json",
        "moving.json",
        "facilitator.lock",
        "projector.json",
        "projector.wanted",
        "config.toml",
        ".doctor",
        ".DS_Store",
    }
)
"""The files directly in it that the program, or a desktop by itself, makes."""


def tighten(folder: Path) -> None:
    """Close to others what the program made in a data folder.

    The folder itself, too, unless other things are in it: then it is not the program's alone.
    """
    for name in FOLDERS | FILES:
        close_to_others(folder / name)
    if _is_ours_alone(folder):
        close_to_others(folder)


def open_places(folder: Path) -> list[Path]:
    """The data folder and what the program made in it, so far as others may look into it."""
    places = [folder, *(folder / name for name in sorted(FOLDERS | FILES))]
    return [place for place in places if is_open_to_others(place)]


def _is_ours_alone(folder: Path) -> bool:
    try:
        shared = folder.stat().st_mode & (stat.S_ISVTX | stat.S_ISGID)
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return False
    return not shared and all(name in FOLDERS | FILES or name.endswith(".tmp") for name in names)
