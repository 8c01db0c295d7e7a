"""What works here: terminal, folders, storage, clocks, deck."""

import locale
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from facilitator import __version__
from facilitator.texts.languages import _
from facilitator.texts.reasons import fault, trouble
from sessions.store.files import replace_file
from sessions.store.folder import Store
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.store.rights import open_places

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
    return [_program(), _terminal(), _encoding(), *_storage(folder), _clock(), _deck(folder)]


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
    said = _("Letters: {name}").format(name=name)
    if not good:
        said += "; " + _("ä and ö may look wrong, set LANG to a UTF-8 one")
    return Finding(good, said, needed=False)


def _storage(folder: Path) -> list[Finding]:
    store = Store(folder)
    found = [Finding(True, _("Folder: {path}").format(path=folder))]
    if any(name in str(folder.resolve()).lower() for name in SYNCED):
        found.append(
            Finding(False, _("The folder is copied to a cloud service; it holds only structure"), needed=False)
        )
    try:
        replace_file(folder / ".doctor", b"facilitator\n")
        (folder / ".doctor").unlink()
        found.append(Finding(True, _("The folder can be written")))
    except OSError as error:
        found.append(Finding(False, trouble(problem(error, folder))))
    try:
        store.claim()
        found.append(Finding(True, _("No other facilitator is running a session")))
        store.release()
    except StoreProblem as taken:
        found.append(Finding(taken.trouble is Trouble.LOCKED, trouble(taken), needed=False))
    said = _("Others on this computer may look into {path}")
    found += [Finding(False, said.format(path=place), needed=False) for place in open_places(folder)]
    groups = list(store.groups.all())
    broken = [each for each in groups if isinstance(each, StoreProblem)]
    found.append(Finding(not broken, _("Groups that can be read: {count}").format(count=len(groups) - len(broken))))
    found += [Finding(False, trouble(each)) for each in broken]
    if store.has_journals():
        found.append(Finding(True, _("There is an unfinished session; the next start offers it")))
    return found


def _clock() -> Finding:
    from sessions.clock import boot_id

    if boot_id() or sys.platform in ("darwin", "win32"):
        return Finding(True, _("The clock keeps running while the computer sleeps"))
    return Finding(
        False, _("After a crash and a restart of the computer its own clock decides how long the gap was"), needed=False
    )


def _deck(folder: Path) -> Finding:
    from exercises.deck import Deck

    deck = Deck(folder)
    cards = [card for card_id in deck.card_ids() if (card := deck.card(card_id)) is not None]
    plans = [plan for plan_id in deck.plan_ids() if (plan := deck.plan(plan_id)) is not None]
    said = _("Cards: {cards}, plans: {plans}").format(cards=len(cards), plans=len(plans))
    if deck.faults:
        return Finding(False, f"{said}. {fault(deck.faults[0])}", needed=False)
    return Finding(True, said)
