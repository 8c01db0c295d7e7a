"""What was moved aside because it could not be read, and taking it away for good."""

from pathlib import Path

from sessions.store.files import sync_folder
from sessions.store.folder import Store
from sessions.store.problems import problem


def set_aside(store: Store) -> tuple[Path, ...]:
    """Every file that was moved aside; none when there is no folder.

    Raises:
        StoreProblem: the folder cannot be looked into.
    """
    try:
        return tuple(sorted(path for path in store.damaged.rglob("*") if not path.is_dir() or path.is_symlink()))
    except OSError as error:
        raise problem(error, store.damaged) from error


def empty(store: Store, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """Take these files away, and return those that are left. Only for the one writer.

    Raises:
        StoreProblem: one could not be removed; this can be done again.
    """
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise problem(error, path) from error
    try:
        if store.damaged.is_dir():
            sync_folder(store.damaged)
    except OSError as error:
        raise problem(error, store.damaged) from error
    return tuple(path for path in set_aside(store) if path in files)
