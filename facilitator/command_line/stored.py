"""``facilitator stored``: exactly what is on disk, and where."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line.errors import FAILURE, WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.review import known_code
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from sessions.store.folder import Store
    from sessions.values import GroupCode


def options(parser: Parser) -> None:
    """Of which group, and how it is written."""
    parser.add_argument("code", nargs="?", metavar=_("CODE"), help=_("the group's code, such as R07"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("as JSON"))
    form.add_argument(
        "--letter", action="store_true", help=_("a page to hand out: how much is held, and how it is known")
    )


def run(options: Namespace, folder: Path) -> int:
    """Print it."""
    from facilitator.texts.erasing import due_to_erase
    from facilitator.texts.stored import pieces, stored
    from sessions.store.folder import Store

    store = Store(folder)
    if options.letter:
        if options.code is not None:
            raise WrongUse(_("the letter is of all that is stored: leave the group out."))
        return _letter(store)
    files = list(stored(store, known_code(options.code, store.groups) if options.code is not None else None))
    if options.json:
        say(json.dumps({str(file.path): file.text for file in files}, ensure_ascii=False, indent=1))
    else:
        for piece in pieces(iter(files), folder):
            say(piece.removesuffix("\n"))
        if due := _due(store):
            say(due_to_erase(due))
    return 0 if all(file.readable for file in files) else FAILURE


def _letter(store: "Store") -> int:
    from facilitator.command_line.dates import today
    from facilitator.decks import deck_of
    from facilitator.texts.letter import ids_to_choose_from, letter

    deck = deck_of(store.folder)
    say(letter(store, ids_to_choose_from(deck.cards(), deck.plan_ids()), today()).rstrip("\n"))
    return 0


def _due(store: "Store") -> "tuple[GroupCode, ...]":
    from facilitator.command_line.dates import today
    from sessions.history.retention import due_to_erase
    from sessions.store.glances import Glance

    return due_to_erase((each for each in store.groups.glances() if isinstance(each, Glance)), today())
