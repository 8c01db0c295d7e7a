"""The files of the deck in a folder. Only files that lie in it are taken: a link out of it is refused."""

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field

from exercises.tables import Fault, FaultKind
from sessions.cleaning import clean
from sessions.values import Id

MOST_FILES = 2_000
SUFFIX = ".toml"


class Part(StrEnum):
    """What the deck is made of; each has a folder of this name."""

    CARDS = "cards"
    QUESTIONS = "questions"
    PLANS = "plans"


class Files(Struct, frozen=True):
    """The files of one part in one folder."""

    paths: dict[Id, Path] = field(default_factory=dict)
    refused: tuple[Fault, ...] = ()


def files_in(folder: Path) -> Files:
    """The files of a folder by id; a folder that is not there has none."""
    paths: dict[Id, Path] = {}
    refused: list[Fault] = []
    try:
        entries = _entries(folder)
    except FileNotFoundError:
        return Files()
    except OSError:
        return Files(refused=(Fault(folder, 0, FaultKind.UNREADABLE),))
    for entry in entries:
        path = folder / entry.name
        if len(paths) == MOST_FILES:
            refused.append(Fault(folder, 0, FaultKind.TOO_MANY_FILES, wanted=str(MOST_FILES)))
            break
        if entry.is_symlink() and not _is_inside(path, folder):
            refused.append(Fault(path, 0, FaultKind.OUTSIDE))
            continue
        try:
            paths[Id(path.stem)] = path
        except ValueError:
            refused.append(Fault(path, 0, FaultKind.NOT_AN_ID, clean(path.name, 60)))
    return Files(paths, tuple(refused))


def _entries(folder: Path) -> Iterable[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        entries = [entry for entry in found if entry.name.endswith(SUFFIX) and not entry.name.startswith(".")]
    return sorted(entries, key=lambda entry: entry.name)


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
