"""Exactly what is on disk: every file in the data folder, whatever made it, and every byte of it."""

import os
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from msgspec import Struct

from facilitator.texts.languages import _, ngettext
from facilitator.texts.paths import shown_path
from sessions.cleaning import clean
from sessions.store.folder import Store
from sessions.store.sealing import SEALED, SUFFIX
from sessions.values import GroupCode

MOST_SHOWN = 2_000_000
"""Bytes of one file that are shown; how many more there are is said."""


class StoredFile(Struct, frozen=True):
    """One file on disk, or a link or folder that cannot be looked into."""

    path: Path
    what: str
    size: int
    """Bytes."""
    readable: bool = True
    """False for what could not even be looked at."""

    @property
    def text(self) -> str:
        """Its contents, made harmless for a terminal. Read when they are asked for."""
        try:
            if self.path.is_symlink():
                return "→ " + clean(str(self.path.readlink()), MOST_SHOWN)
            if not self.path.is_file():
                return _("This is not a file.")
            with self.path.open("rb") as file:
                data = file.read(MOST_SHOWN)
        except OSError:
            return _("This cannot be read.")
        if data.startswith(SEALED):
            return _("Sealed: {count} bytes that nobody can read without the passphrase.").format(count=self.size)
        text = clean(data.decode("utf-8", "replace"), MOST_SHOWN, lines=True)
        more = self.size - len(data)
        return text if more <= 0 else text + "\n… " + _("{count} bytes more").format(count=more)


def stored(store: Store, code: GroupCode | None = None, first: GroupCode | None = None) -> Iterator[StoredFile]:
    """Every file in the data folder at any depth, or every one about a group; those about ``first`` come first.

    A file's contents are not read here.
    """
    found = list(_walk(store.folder))
    if code is not None:
        found = [each for each in found if _concerns(each[0], code, store)]
    for path, looked_at in sorted(found, key=lambda each: _order(each[0], first, store)):
        if looked_at is None:
            yield StoredFile(path, _("This cannot be looked into"), 0, readable=False)
        else:
            yield StoredFile(path, _what(path, store), looked_at.st_size)


def pieces(files: Iterator[StoredFile], folder: Path) -> Iterator[str]:
    """Everything as text: what is promised, then one piece for each file, each when it is asked for."""
    yield "\n\n".join((*promise(), _("Folder: {path}").format(path=shown_path(folder)), "\n"))
    nothing = True
    for file in files:
        nothing = False
        size = _("{count} bytes").format(count=file.size)
        yield f"── {file.what}\n   {shown_path(file.path)} · {size}\n{file.text}\n\n"
    if nothing:
        yield _("Nothing is stored.") + "\n"


def beginning(store: Store, most: int, code: GroupCode | None = None, first: GroupCode | None = None) -> str:
    """As much of the text as fits in ``most`` characters, and how much more there is and what shows it.

    What does not fit is not read, so that this takes no longer however much is stored.
    """
    files = stored(store, code, first)
    shown = ""
    for piece in pieces(files, store.folder):
        if len(shown) + len(piece) > most and shown:
            rest = list(files)
            said = _("Not shown here: {files}, {bytes}. “{command}” in another terminal shows everything.")
            command = "facilitator stored" + (f" {code}" if code is not None else "")
            left = piece[: max(0, most - len(shown))]
            cut = len(piece.encode()) - len(left.encode())
            size = cut + sum(file.size for file in rest)
            counts = {
                "files": ngettext("{count} file", "{count} files", len(rest)).format(count=len(rest)),
                "bytes": ngettext("{count} byte", "{count} bytes", size).format(count=size),
            }
            return f"{shown}{left}\n…\n\n" + said.format(**counts, command=command)
        shown += piece
    return shown.rstrip() + "\n"


def promise() -> list[str]:
    """What the program keeps and what it does not, in a few lines."""
    return [
        _(
            "Kept of a session: the day, how many were present, the plan, the kinds of items, the exercises, "
            "planned and actual whole minutes, pauses, what was not taken up, whether it is charged, and the goals' "
            "code words and statuses."
        ),
        _(
            "Kept of a group: its code, its language, how many, how long, how often and where it usually meets, and "
            "which points are agreed."
        ),
        _("Not kept: who spoke, what was said, names, titles, the wording of goals, numbers on a scale, clock times."),
        _("While a session runs, its events (seat numbers, minutes, order) are in one file, deleted when it ends."),
        _(
            "If a group asks for it, the wording of its goals is in one sealed file that only the group's own "
            "passphrase opens."
        ),
        _(
            "Together with a calendar or a contract it can be told whose history this is; "
            "of one person it is personal data."
        ),
        _("The program does not store content. It cannot promise what others remember, write down or photograph."),
    ]


def _walk(folder: Path) -> Iterator[tuple[Path, os.stat_result | None]]:
    """Every file below a folder, with what the system says of it; None for what it does not let be looked at."""
    refused: list[tuple[Path, None]] = []

    def refuse(error: OSError) -> None:
        path = Path(error.filename)
        if path != folder or not isinstance(error, FileNotFoundError):
            refused.append((path, None))

    for place, folders, names in os.walk(folder, onerror=refuse):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in chain(links, names):
            path = Path(place) / name
            try:
                yield path, path.lstat()
            except FileNotFoundError:
                continue
            except OSError:
                yield path, None
    yield from refused


def _concerns(path: Path, code: GroupCode, store: Store) -> bool:
    """Whether a file is about a group, or may be: a session that is going on or was moved aside."""
    if path in (store.folder, store.groups.folder):
        return True
    return ".journal" in path.name or re.search(rf"(?<![0-9A-Za-z]){code}(?!\d)", path.name) is not None


def _order(path: Path, first: GroupCode | None, store: Store) -> tuple[bool, int, list[tuple[int, str]]]:
    """Groups, the session going on, what was moved aside, the rest; R12 before R100."""
    inside = path.relative_to(store.folder)
    places = ("groups", store.sealed.name, store.journal_path.name, "damaged")
    place = inside.parts[0] if inside.parts else ""
    rank = places.index(place) if place in places else len(places)
    last = first is not None and re.search(rf"(?<![0-9A-Za-z]){first}(?!\d)", path.name) is None
    return last, rank, [(len(part.split(".")[0]), part) for part in inside.parts]


def _what(path: Path, store: Store) -> str:
    if path.name.startswith(".") and path.name.endswith(".tmp"):
        return _("Left by a write that was interrupted")
    if path.parent == store.groups.folder:
        return _of_a_group(path, store)
    if path.parent == store.damaged:
        return _("A damaged file that was moved aside")
    if path.parent == store.sealed and path.suffix == SUFFIX:
        return _("Sealed: the wording of a group's goals. Only the group's passphrase opens it")
    if path.parent == store.folder and path.suffix == ".journal":
        if path.name.startswith(store.journal_path.stem):
            return _("The session that is not finished; deleted when it ends")
        if path.name.startswith("discarded"):
            return _("A session that was discarded; deleted when the next one is over")
    if path.parent == store.folder:
        known = {
            "projector.json": _("Where the group's view is; deleted when the session ends"),
            "projector.wanted": _("A terminal waits for the group's view; deleted when it closes"),
            "erased.json": _("Random numbers of what was erased, so that no import brings it back"),
            "erasing.json": _("An erasing that was interrupted; it is finished at the next start"),
            "moving.json": _("A move to another group that was interrupted; it is finished at the next start"),
            "facilitator.lock": _("Shows that a session is open, so that only one is; empty"),
            "config.toml": _("Settings"),
        }
        return known.get(path.name, _("Not made by this program"))
    if path.suffix in (".toml", ".md", ".txt") and path.parent.name in ("plans", "cards", "questions", "exports"):
        return _("Written by you")
    return _("Not made by this program")


def _of_a_group(path: Path, store: Store) -> str:
    try:
        code = GroupCode(path.stem)
    except ValueError:
        return _("Not made by this program")
    if path.suffix == ".json":
        return _("Group {code}: its sessions").format(code=code)
    if path.suffix == ".previous":
        if store.groups.path(code).exists():
            return _("Group {code}: the version before the last session").format(code=code)
        return _("Group {code}: left of a file that was removed; never used again").format(code=code)
    return _("Not made by this program")
