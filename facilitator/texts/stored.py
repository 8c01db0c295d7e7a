"""Exactly what is on disk: every file, where it is, and every byte of what concerns a group."""

from dataclasses import dataclass
from pathlib import Path

from facilitator.texts.languages import _
from sessions.cleaning import clean
from sessions.store.folder import Store
from sessions.store.groups import previous_of
from sessions.values import GroupCode

MOST_SHOWN = 200_000
"""Characters of one file that are shown; the rest is said to be there."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file on disk."""

    path: Path
    what: str
    text: str
    """Its whole contents, made harmless for a terminal."""


def stored(store: Store, code: GroupCode | None = None) -> list[StoredFile]:
    """The files about a group, or all files of the data folder."""
    found: list[StoredFile] = []
    for each in [code] if code is not None else store.groups.codes():
        path = store.groups.path(each)
        _add(found, path, _("Group {code}: its sessions").format(code=each))
        _add(found, previous_of(path), _("Group {code}: the version before the last session").format(code=each))
    _add(found, store.journal_path, _("The session that is not finished; gone when it ends"))
    for path in sorted(store.damaged.glob("*")) if store.damaged.is_dir() else ():
        if code is None or path.name.startswith(f"{code}-") or path.suffix == ".journal":
            _add(found, path, _("A damaged file that was moved aside"))
    if code is None:
        _add(found, store.folder / "projector.json", _("Where the group's view is; gone when the session ends"))
        _add(found, store.folder / "config.toml", _("Settings"))
        for folder in ("plans", "cards", "questions", "exports"):
            for path in sorted((store.folder / folder).glob("*.*")):
                _add(found, path, _("Written by you"))
    return found


def promise() -> list[str]:
    """What the program keeps and what it does not, in a few lines."""
    return [
        _(
            "Kept of a session: the day, how many were present, the plan, the kinds of items, the exercises, "
            "planned and actual whole minutes, and the goals' code words and statuses."
        ),
        _("Not kept: who spoke, what was said, names, titles, the wording of goals, numbers on a scale, clock times."),
        _("While a session runs, its events (seat numbers, minutes, order) are in one file, which goes when it ends."),
        _("The program does not store content. It cannot promise what others remember, write down or photograph."),
    ]


def as_text(files: list[StoredFile], folder: Path) -> str:
    """Everything as one text."""
    parts = [*promise(), "", _("Folder: {path}").format(path=folder), ""]
    if not files:
        parts.append(_("Nothing is stored."))
    for file in files:
        parts.extend((f"── {file.what}", f"   {file.path}", file.text, ""))
    return "\n".join(parts).rstrip() + "\n"


def _add(found: list[StoredFile], path: Path, what: str) -> None:
    try:
        data = path.read_bytes()
    except OSError:
        return
    text = clean(data.decode("utf-8", "replace"), MOST_SHOWN, lines=True)
    found.append(StoredFile(path, what, text))
