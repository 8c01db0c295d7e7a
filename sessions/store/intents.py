"""What has been begun with several files: written down first, so that whoever comes after a kill can finish it."""

from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from sessions.store.codec import Erasing, Moving, to_document
from sessions.store.decoding import from_document
from sessions.store.files import NO_TIME, replace_file, sync_folder
from sessions.store.groups import Groups

T = TypeVar("T")


class DataFolder(Protocol):
    """Of a ``Store`` what it takes to change several of its files."""

    folder: Path
    damaged: Path
    sealed: Path
    groups: Groups
    erased_path: Path
    """The tombstones."""
    erasing_path: Path
    moving_path: Path

    def journals(self) -> list[Path]:
        """The journals of sessions that are not finished; raises ``OSError``."""


def intend(path: Path, what: Erasing | Moving) -> None:
    """From here on it is done, now or by whoever comes next. Raises ``OSError``: then it is not."""
    replace_file(path, msgspec.json.encode(to_document(what)), modified=NO_TIME)


def intended(path: Path, kind: type[T]) -> T | None:
    """What was begun and not finished; None when nothing was, or nobody can tell what."""
    try:
        return from_document(msgspec.json.decode(path.read_bytes()), kind)
    except (FileNotFoundError, ValueError):
        return None


def done(path: Path) -> None:
    """It is finished."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)
