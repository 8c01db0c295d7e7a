"""``facilitator cards`` and ``facilitator plans``: list, show, check, new, export."""

import json
from argparse import SUPPRESS, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line import arguments
from facilitator.command_line.errors import Failure, WrongUse
from facilitator.command_line.faults import tell
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.texts.languages import N_, _

if TYPE_CHECKING:
    from exercises.folder import Part

WAYS = {
    "list": N_("one a line, its id first"),
    "show": N_("one in full"),
    "check": N_("what is wrong in files, and what would be right"),
    "new": N_("write a starting point into your folder"),
    "export": N_("one to read or print"),
}


def options(parser: Parser) -> None:
    """Of the list, which is what comes without a word."""
    parser.add_argument("--json", action="store_true", default=SUPPRESS, help=_("as JSON"))


def run(options: Namespace, folder: Path) -> int:
    """Do what the word after ``cards`` or ``plans`` says."""
    from exercises.folder import Part

    part = Part(options.command)
    way = options.word if options.word is not None else "list"
    if way not in WAYS:
        Parser(f"facilitator {part}").no_such(way, WAYS)
    parser = Parser(f"facilitator {part} {way}", _(WAYS[way]))
    way_options(parser, way)
    rest = ["--json", *options.rest] if "json" in options else options.rest
    chosen = parser.parse_args(rest)
    if way == "check":
        from facilitator.command_line import deck_check

        return deck_check.run(chosen, folder, part)
    return {"list": _list, "show": _show, "new": _new, "export": _export}[way](chosen, folder, part)


def way_options(parser: Parser, way: str) -> None:
    """Of one of the commands under it."""
    if way in ("show", "new", "export"):
        parser.add_argument("id", metavar="ID", help=_("small letters, digits and hyphens"))
    if way in ("list", "show"):
        parser.add_argument("--json", action="store_true", help=_("as JSON"))
    if way == "check":
        what = _("files, or folders of decks; your own when none is given")
        parser.add_argument("files", nargs="*", metavar=_("FILE"), help=what)
        parser.add_argument("--strict", action="store_true", help=_("fail at warnings too"))
    if way == "export":
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--markdown", action="store_true", help=_("as Markdown"))
        form.add_argument("--text", action="store_true", help=_("as plain text"))


def _list(options: Namespace, folder: Path, part: "Part") -> int:
    from exercises.folder import Part
    from facilitator.command_line.deck_facts import broken_line, card_facts, line, plan_facts
    from facilitator.decks import deck_of

    deck = deck_of(folder)
    if part is Part.CARDS:
        listed = [card_facts(card, deck) for card in deck.cards()]
    else:
        listed = [plan_facts(plan, deck) for plan in deck.plans()]
    if options.json:
        say(json.dumps(listed, ensure_ascii=False, indent=1))
        return tell(deck.faults)
    broken = [path for path in deck.broken(part) if path.parent.name == part]
    width = max((len(name) for name in [*(str(facts["id"]) for facts in listed), *(p.stem for p in broken)]), default=0)
    rows = [(str(facts["id"]), line(facts, width)) for facts in listed]
    rows += [(path.stem, broken_line(path, width)) for path in broken]
    for _id, row in sorted(rows, key=lambda row: row[0]):
        say(row)
    return tell(deck.faults)


def _show(options: Namespace, folder: Path, part: "Part") -> int:
    from exercises.folder import Part
    from facilitator.command_line import deck_facts
    from facilitator.decks import deck_of
    from facilitator.preparing.preparation import Preparation
    from facilitator.texts.cards import as_text
    from facilitator.texts.plans import plain
    from sessions.values import Id

    deck = deck_of(folder)
    if part is Part.CARDS:
        card = arguments.card(options.id, deck)
        facts, text = deck_facts.card_facts(card, deck), as_text(card, deck)
    else:
        plan = arguments.plan(options.id, deck)
        facts, text = deck_facts.plan_in_full(plan, deck), plain(Preparation.of(plan.plan), deck)
    if options.json:
        say(json.dumps(facts, ensure_ascii=False, indent=1))
    else:
        say(f"{text.rstrip()}\n\n{deck_facts.origin_and_licence(deck, part, Id(options.id))}")
    return 0


def _new(options: Namespace, folder: Path, part: "Part") -> int:
    from exercises.folder import Part
    from exercises.writing import card_start, plan_start
    from sessions.store.files import replace_file

    new_id = arguments.an_id(options.id)
    if new_id is None:
        said = _("“{id}” is no id: small letters, digits and hyphens.")
        raise WrongUse(said.format(id=arguments.printable(options.id)))
    from exercises.deck import Deck
    from sessions.values import SPECIAL

    if new_id == SPECIAL:
        said = _("“{id}” is what sensitive sessions are stored as; choose another id.")
        raise WrongUse(said.format(id=new_id))
    if Deck().ships(part, new_id):
        said = _("“{id}” is the id of a shipped card or plan, and past sessions are titled by it; choose another id.")
        raise WrongUse(said.format(id=new_id))
    path = folder / part / f"{new_id}.toml"
    if path.exists() or path.is_symlink():
        raise WrongUse(_("{path} is there already; nothing was written.").format(path=path))
    try:
        replace_file(path, (card_start() if part is Part.CARDS else plan_start()).encode())
    except OSError:
        raise Failure(_("{path} cannot be written.").format(path=path)) from None
    say(str(path))
    return 0


def _export(options: Namespace, folder: Path, part: "Part") -> int:
    from exercises.folder import Part
    from facilitator.command_line.deck_facts import origin_and_licence
    from facilitator.decks import deck_of
    from facilitator.preparing.preparation import Preparation
    from facilitator.texts import cards, plans
    from sessions.values import Id

    deck = deck_of(folder)
    if part is Part.CARDS:
        card = arguments.card(options.id, deck)
        text = (cards.as_text if options.text else cards.as_markdown)(card, deck)
    else:
        made = Preparation.of(arguments.plan(options.id, deck).plan)
        text = (plans.plain if options.text else plans.markdown)(made, deck)
    say(f"{text.rstrip()}\n\n{origin_and_licence(deck, part, Id(options.id))}")
    return 0
