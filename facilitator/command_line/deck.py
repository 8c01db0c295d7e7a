"""``facilitator cards`` and ``facilitator plans``: list, show, check, new, export."""

import json
from argparse import SUPPRESS, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line import arguments
from facilitator.command_line.errors import FAILURE, Failure, WrongUse
from facilitator.command_line.output import complain, say
from facilitator.command_line.parser import Parser
from facilitator.texts.languages import N_, _

if TYPE_CHECKING:
    from exercises.card import Card
    from exercises.deck import Deck
    from exercises.folder import Part
    from exercises.tables import Fault

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
    _add_options(parser, way)
    rest = ["--json", *options.rest] if "json" in options else options.rest
    chosen = parser.parse_args(rest)
    return {"list": _list, "show": _show, "check": _check, "new": _new, "export": _export}[way](chosen, folder, part)


def _add_options(parser: Parser, way: str) -> None:
    if way in ("show", "new", "export"):
        parser.add_argument("id", metavar="ID", help=_("small letters, digits and hyphens"))
    if way in ("list", "show"):
        parser.add_argument("--json", action="store_true", help=_("as JSON"))
    if way == "check":
        parser.add_argument("files", nargs="+", metavar=_("FILE"), help=_("files to check"))
    if way == "export":
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--markdown", action="store_true", help=_("as Markdown"))
        form.add_argument("--text", action="store_true", help=_("as plain text"))


def _list(options: Namespace, folder: Path, part: "Part") -> int:
    from exercises.deck import Deck
    from exercises.folder import Part
    from facilitator.command_line.deck_facts import card_facts, line, plan_facts

    deck = Deck(folder)
    if part is Part.CARDS:
        listed = [card_facts(card, deck) for card in deck.cards()]
    else:
        listed = [plan_facts(plan, deck) for plan in deck.plans()]
    if options.json:
        say(json.dumps(listed, ensure_ascii=False, indent=1))
    else:
        width = max((len(str(facts["id"])) for facts in listed), default=0)
        for facts in listed:
            say(line(facts, width))
    return _tell(deck.faults)


def _show(options: Namespace, folder: Path, part: "Part") -> int:
    from exercises.deck import Deck
    from exercises.folder import Part
    from facilitator.command_line import deck_facts
    from facilitator.preparing.preparation import Preparation
    from facilitator.texts.cards import as_text
    from facilitator.texts.plans import plain

    deck = Deck(folder)
    if part is Part.CARDS:
        card = _card(options.id, deck)
        facts, text = deck_facts.card_facts(card, deck), as_text(card, deck)
    else:
        plan = arguments.plan(options.id, deck)
        facts, text = deck_facts.plan_in_full(plan, deck), plain(Preparation.of(plan.plan), deck)
    say(json.dumps(facts, ensure_ascii=False, indent=1) if options.json else text.rstrip())
    return 0


def _check(options: Namespace, folder: Path, part: "Part") -> int:
    from exercises.cardfile import read_card
    from exercises.deck import Deck
    from exercises.folder import Part
    from exercises.planfile import read_plan
    from sessions.cleaning import clean

    deck = Deck(folder)
    bad = False
    for name in options.files:
        path = Path(name)
        faults = read_card(path)[1] if part is Part.CARDS else read_plan(path, deck.card, deck.card_ids, own=True)[1]
        bad = bool(_tell(faults)) or bad
        if not faults:
            say(_("{file}: nothing is wrong").format(file=clean(name, 400)))
    return FAILURE if bad else 0


def _new(options: Namespace, folder: Path, part: "Part") -> int:
    from exercises.folder import Part
    from exercises.writing import card_start, plan_start
    from sessions.store.files import replace_file

    new_id = arguments.an_id(options.id)
    if new_id is None:
        said = _("“{id}” is no id: small letters, digits and hyphens.")
        raise WrongUse(said.format(id=arguments.printable(options.id)))
    from exercises.deck import Deck

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
    from exercises.deck import Deck
    from exercises.folder import Part
    from facilitator.preparing.preparation import Preparation
    from facilitator.texts import cards, plans

    deck = Deck(folder)
    if part is Part.CARDS:
        card = _card(options.id, deck)
        text = (cards.as_text if options.text else cards.as_markdown)(card, deck)
    else:
        made = Preparation.of(arguments.plan(options.id, deck).plan)
        text = (plans.plain if options.text else plans.markdown)(made, deck)
    say(text.rstrip())
    return 0


def _card(wanted: str, deck: "Deck") -> "Card":
    found = deck.card(wanted_id) if (wanted_id := arguments.an_id(wanted)) is not None else None
    if found is None:
        said = _("there is no card “{id}”.").format(id=arguments.printable(wanted))
        raise arguments.no_such(said, wanted, deck, deck.card_ids())
    return found


def _tell(faults: "list[Fault]") -> int:
    from facilitator.texts.reasons import fault

    for each in sorted(faults, key=lambda each: (str(each.path), each.line)):
        complain(fault(each))
    return FAILURE if faults else 0
