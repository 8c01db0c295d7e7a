"""What works here: terminal, folders, storage, clocks, deck."""

import locale
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import __version__
from facilitator.command_line.dates import today
from facilitator.projector.own_look import own_look
from facilitator.settings import FILE, Settings, read_settings
from facilitator.texts.erasing import due_to_erase
from facilitator.texts.languages import _, language
from facilitator.texts.paths import shown_path
from facilitator.texts.reasons import fault, trouble
from sessions.cleaning import clean
from sessions.history.retention import is_due_to_erase
from sessions.store.exchanging import copies_left
from sessions.store.files import replace_file
from sessions.store.folder import Store
from sessions.store.groups import Group
from sessions.store.journal_reading import read_journal
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.store.rights import open_places

if TYPE_CHECKING:
    from exercises.deck import Deck

SMALLEST = (80, 24)
SYNCED = ("onedrive", "dropbox", "icloud", "google drive", "googledrive", "nextcloud", "mobile documents")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    good: bool
    text: str
    needed: bool = True
    """The program cannot do its work without it."""


def findings(folder: Path) -> list[Finding]:
    """Look at everything."""
    from facilitator.decks import deck_of

    settings, deck = read_settings(folder), deck_of(folder)
    return [
        _program(),
        _terminal(),
        _encoding(),
        *_settings(folder, settings),
        *_storage(folder),
        _clock(),
        _awake(),
        _deck(deck),
        *_favourites(folder, settings, deck),
    ]


def _program() -> Finding:
    return Finding(True, f"facilitator {__version__}, Python {sys.version.split()[0]}, {sys.platform}")


def _terminal() -> Finding:
    columns, rows = shutil.get_terminal_size()
    size = _("Terminal {columns} × {rows}").format(columns=columns, rows=rows)
    if not sys.stdout.isatty():
        return Finding(False, _("The output is not a terminal; sessions need one"), needed=False)
    if os.environ.get("TERM") == "dumb":
        return Finding(False, _("The terminal says it is dumb (TERM=dumb); sessions need another"))
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        wanted = _("{columns} × {rows} or more shows everything").format(columns=SMALLEST[0], rows=SMALLEST[1])
        return Finding(False, f"{size}; {wanted}", needed=False)
    return Finding(True, size)


def _encoding() -> Finding:
    name = locale.getpreferredencoding(do_setlocale=False)
    good = name.replace("-", "").lower() == "utf8"
    said = _("Encoding: {name}").format(name=name)
    if not good:
        said += "; " + _("ä and ö may look wrong, set LANG to a UTF-8 one")
    return Finding(good, said, needed=False)


def _settings(folder: Path, settings: Settings) -> list[Finding]:
    """What is set; what has no effect, with its file and line; what of the group's view cannot be used."""
    wrong = [*map(fault, settings.problems), *own_look(folder, settings).troubles]
    return [_what_is_set(folder, settings), *(Finding(False, each, needed=False) for each in wrong)]


def _what_is_set(folder: Path, settings: Settings) -> Finding:
    """The settings that have an effect, as the file has them."""
    path = shown_path(folder / FILE)
    plain = Settings(exists=settings.exists, problems=settings.problems)
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    set_here = [_as_written(key, value) for key, value in values.items() if value != getattr(plain, key)]
    if not set_here:
        return Finding(True, _("Settings in {path}: none, all is as the program has it").format(path=path))
    return Finding(True, _("Settings in {path}: {values}").format(path=path, values=", ".join(set_here)))


def _as_written(key: str, value: object) -> str:
    listed = value if isinstance(value, tuple) else (value,)
    said = " ".join(str(each) if isinstance(each, int) else f'"{clean(str(each))}"' for each in listed)
    return f"{key} = {said}"


def _storage(folder: Path) -> list[Finding]:
    store = Store(folder)
    found = [Finding(True, _("Folder: {path}").format(path=folder))]
    if any(name in str(folder.resolve()).lower() for name in SYNCED):
        said = _(
            "The folder is copied to a cloud service, with code words and the seats and turns of a running session"
        )
        found.append(Finding(False, said, needed=False))
    found.append(_writing(folder))
    found.append(_running(store))
    said = _("Others on this computer may look into {path}")
    found += [Finding(False, said.format(path=place), needed=False) for place in open_places(folder)]
    groups = list(store.groups.all())
    broken = [each for each in groups if isinstance(each, StoreProblem)]
    found.append(Finding(not broken, _("Groups that can be read: {count}").format(count=len(groups) - len(broken))))
    found += [Finding(False, trouble(each)) for each in broken]
    said = _("Another computer's copy lies beside a file: “facilitator import {path}” joins it; then remove it")
    found += [Finding(False, said.format(path=shown_path(path)), needed=False) for path in copies_left(store)]
    due = [each.code for each in groups if isinstance(each, Group) and _is_due(each)]
    if due:
        found.append(Finding(False, due_to_erase(due), needed=False))
    return [*found, *_unfinished(store)]


def _unfinished(store: Store) -> Iterator[Finding]:
    """The sessions that were interrupted; looked at, and nothing moved."""
    try:
        paths = store.journals()
    except OSError as error:
        yield Finding(False, trouble(problem(error, store.folder)))
        return
    for path in paths:
        try:
            session = read_journal(path)
        except StoreProblem as unreadable:
            yield Finding(False, trouble(unreadable))
        else:
            if session is not None and session.is_something:
                yield Finding(True, _("There is an unfinished session; the next start offers it"))


def _is_due(group: Group) -> bool:
    return is_due_to_erase(group.records, group.set_up, today())


def _writing(folder: Path) -> Finding:
    """Whether the folder can be written; one that is not there is not made by looking."""
    if not folder.exists():
        above = next(each for each in folder.absolute().parents if each.exists())
        if not os.access(above, os.W_OK | os.X_OK):
            return Finding(False, trouble(StoreProblem(Trouble.READ_ONLY, folder)))
        return Finding(True, _("The folder is not there yet; the first session makes it"))
    try:
        replace_file(folder / ".doctor", b"facilitator\n")
        (folder / ".doctor").unlink()
    except OSError as error:
        return Finding(False, trouble(problem(error, folder)))
    return Finding(True, _("The folder can be written"))


def _running(store: Store) -> Finding:
    """Whether a session runs here; where there is no lock, nobody ever held one."""
    free = Finding(True, _("No session is running in another window"))
    if not (store.folder / "facilitator.lock").exists():
        return free
    try:
        store.claim()
        store.release()
    except StoreProblem as taken:
        return Finding(taken.trouble is Trouble.LOCKED, trouble(taken), needed=False)
    return free


def _clock() -> Finding:
    from sessions.clock import boot_id

    if boot_id() or sys.platform in ("darwin", "win32"):
        return Finding(True, _("The clock keeps running while the computer sleeps"))
    return Finding(
        False, _("After a crash and a restart of the computer its own clock decides how long the gap was"), needed=False
    )


def _awake() -> Finding:
    from facilitator.desk.staying_awake import StayingAwake

    awake = StayingAwake()
    can = awake.begin()
    awake.end()
    if can:
        return Finding(True, _("The computer stays awake while a session runs"))
    said = _("The system does not let the computer be kept awake; set it not to fall asleep during a session")
    return Finding(False, said, needed=False)


def _deck(deck: "Deck") -> Finding:
    from exercises.sources import SourceKind

    cards, plans = len(deck.cards()), len(deck.plans())
    said = _("Cards: {cards}, plans: {plans}").format(cards=cards, plans=plans)
    named = [source for source in deck.sources if source.kind is SourceKind.DECK]
    if named:
        said += " · " + ", ".join(f"{source.name.said(language())} ({source.folder})" for source in named)
    if deck.faults:
        return Finding(False, f"{said}. {fault(deck.faults[0])}", needed=False)
    return Finding(True, said)


def _favourites(folder: Path, settings: Settings, deck: "Deck") -> Iterator[Finding]:
    """Favourites without a card: they stand in the settings and have no effect."""
    there = {str(card.id) for card in deck.cards()}
    said = _("“favourites” has a card that is not there: {card}")
    for each in settings.favourites:
        if each not in there:
            yield Finding(False, f"{shown_path(folder / FILE)}: {said.format(card=each)}", needed=False)
