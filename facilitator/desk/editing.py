"""A file of the deck in the supervisor's own editor: the program steps aside, and looks at the file afterwards."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from textual.app import App, SuspendNotSupported

from exercises.checking import check
from exercises.deck import Deck
from exercises.folder import Part
from facilitator.texts.languages import _, ngettext
from facilitator.texts.paths import shown_path
from facilitator.texts.reasons import fault_alone

FEW = 3
"""Values of a closed list that a sentence has room for; the whole list stands beside the broken file."""
KNOWN_EDITORS = ("sensible-editor", "nano", "vim", "vi", "notepad")
"""Tried in this order where neither ``VISUAL`` nor ``EDITOR`` is set."""


def editor() -> list[str]:
    """The editor's command; empty when there is none."""
    wanted = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if wanted:
        try:
            return shlex.split(wanted, posix=os.name != "nt")
        except ValueError:
            return [wanted]
    return next(([found] for each in KNOWN_EDITORS if (found := shutil.which(each))), [])


def edit(app: App[str], path: Path) -> str:
    """Let the file be edited; returns why it could not be opened."""
    command = editor()
    shown = shown_path(path)
    if not command:
        return _("No editor is known; set EDITOR, or open {file} yourself.").format(file=shown)
    try:
        with app.suspend():
            opened = _run([*command, str(path)])
    except SuspendNotSupported:
        opened = False
    return "" if opened else _("The editor could not be opened; open {file} yourself.").format(file=shown)


def _run(command: list[str]) -> bool:
    """Whether it could be run; how it ended tells nothing of the file."""
    try:
        # The command is the person's own, from their own environment.
        subprocess.run(command, check=False)  # noqa: S603
    except OSError:  # caught here, or the program would not come back to its screen
        return False
    return True


def how_it_is(path: Path, part: Part, deck: Deck) -> str:
    """What is wrong in a file that was edited, or that nothing is; the deck is read anew."""
    deck.take_in()
    if not path.exists():
        return _("The file is gone.")
    found = check(part, path, deck.card, deck.card_ids)
    if not found:
        return _("Read anew: nothing is wrong in the file.")
    first, more = found[0], len(found) - 1
    said = fault_alone(first, FEW)
    said = _("Line {line}: {fault}").format(line=first.line, fault=said) if first.line else said
    if not more:
        return said
    also = ngettext("and {count} more", "and {count} more", more).format(count=more)
    return f"{said} ({also})"
