"""``facilitator cards`` and ``facilitator plans``: list, show, check, new, export."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from facilitator.texts.languages import _

if TYPE_CHECKING:
    from exercises.card import Card, PlanText
    from exercises.deck import Deck
    from exercises.folder import Part
    from exercises.tables import Fault
    from sessions.values import Id

FAILURE = 1
P = TypeVar("P", bound=argparse.ArgumentParser)
Wrong = Callable[[str], Exception]
"""Makes the error of a wrong use; it is the command line's own."""


def add_parsers(commands: "argparse._SubParsersAction[P]", shared: P, wrong: Wrong) -> None:
    """The parsers of both commands."""
    from exercises.folder import Part

    for part, about in ((Part.CARDS, _("exercise cards")), (Part.PLANS, _("plans"))):
        parser = commands.add_parser(part, help=about, parents=[shared])
        parser.set_defaults(command=_command(_list, part, wrong), json=False)
        ways = parser.add_subparsers(title=_("commands"), metavar="", prog=f"facilitator {part}")
        _way(ways, shared, "list", _("one a line, its id first"), _command(_list, part, wrong), json_too=True)
        _way(ways, shared, "show", _("one in full"), _command(_show, part, wrong), the_id=True, json_too=True)
        check = _way(
            ways, shared, "check", _("what is wrong in files, and what would be right"), _command(_check, part, wrong)
        )
        check.add_argument("files", nargs="+", metavar=_("FILE"), help=_("files to check"))
        _way(
            ways, shared, "new", _("write a starting point into your folder"), _command(_new, part, wrong), the_id=True
        )
        if part is Part.PLANS:
            export = _way(
                ways, shared, "export", _("a plan to read or print"), _command(_export, part, wrong), the_id=True
            )
            form = export.add_mutually_exclusive_group()
            form.add_argument("--markdown", action="store_true", help=_("as Markdown"))
            form.add_argument("--text", action="store_true", help=_("as plain text"))


def _way(
    ways: "argparse._SubParsersAction[P]",
    shared: P,
    name: str,
    about: str,
    command: Callable[[argparse.Namespace, Path], int],
    *,
    the_id: bool = False,
    json_too: bool = False,
) -> P:
    parser = ways.add_parser(name, help=about, parents=[shared])
    parser.set_defaults(command=command)
    if the_id:
        parser.add_argument("id", metavar="ID", help=_("small letters, digits and hyphens"))
    if json_too:
        parser.add_argument("--json", action="store_true", help=_("as JSON"))
    return parser


def _command(
    do: "Callable[[argparse.Namespace, Path, Part, Wrong], int]", part: "Part", wrong: Wrong
) -> Callable[[argparse.Namespace, Path], int]:
    return lambda options, folder: do(options, folder, part, wrong)


def _list(options: argparse.Namespace, folder: Path, part: "Part", _wrong: Wrong) -> int:
    from exercises.deck import Deck
    from exercises.folder import Part

    deck = Deck(folder)
    ids = deck.card_ids() if part is Part.CARDS else deck.plan_ids()
    found = [_facts(each, part, deck) for each in ids]
    listed = [facts for facts in found if facts is not None]
    if options.json:
        _print(json.dumps(listed, ensure_ascii=False, indent=1))
    else:
        width = max((len(str(facts["id"])) for facts in listed), default=0)
        for facts in listed:
            notes = "  ".join(str(note) for note in (facts["origin"], facts["language"]) if note)
            line = f"{facts['id']:<{width}}  {facts['minutes']:>3} min  {facts['name']}"
            _print(f"{line}  ({notes})" if notes else line)
    return _tell(deck.faults)


def _facts(each: "Id", part: "Part", deck: "Deck") -> dict[str, object] | None:
    from exercises.deck import Origin
    from exercises.folder import Part
    from facilitator.texts.cards import language_note
    from facilitator.texts.languages import language
    from facilitator.texts.names import name_of

    card = deck.card(each) if part is Part.CARDS else None
    plan = deck.plan(each) if part is Part.PLANS else None
    if card is not None:
        name, people, takes = card.name, card.people[1], card.minutes(card.people[1])
    elif plan is not None:
        name, people, takes = plan.name, plan.plan.people, plan.plan.length()
    else:
        return None
    origin = deck.origin(part, each)
    facts: dict[str, object] = {"id": str(each), "name": name.said(language()), "people": people, "minutes": takes}
    facts["origin"] = "" if origin is Origin.SHIPPED else name_of(origin)
    facts["language"] = language_note(name)
    if card is not None:
        facts |= {"phase": card.phase, "form": card.form, "themes": list(card.themes), "turns": card.turns}
        facts |= {"remote": card.remote, "fewest": card.people[0], "most": card.people[2]}
    return facts


def _show(options: argparse.Namespace, folder: Path, part: "Part", wrong: Wrong) -> int:
    from exercises.deck import Deck
    from exercises.folder import Part
    from facilitator.preparing.preparation import Preparation
    from facilitator.texts.plans import plain

    deck = Deck(folder)
    if part is Part.CARDS:
        card = _card(options.id, deck, wrong)
        shown, text = card.id, _card_text(card, deck)
    else:
        plan = _plan(options.id, deck, wrong).plan
        shown, text = plan.id, plain(Preparation.of(plan), deck).rstrip()
    _print(json.dumps(_facts(shown, part, deck), ensure_ascii=False, indent=1) if options.json else text)
    return 0


def _card_text(card: "Card", deck: "Deck") -> str:
    from facilitator.texts.cards import card_parts
    from facilitator.texts.languages import language

    parts = [part.text for part in card_parts(card, card.people[1], deck)]
    return "\n".join([card.name.said(language()), *parts])


def _card(wanted: str, deck: "Deck", wrong: Wrong) -> "Card":
    found = deck.card(wanted_id) if (wanted_id := _id(wanted)) is not None else None
    if found is None:
        raise _no_such(_("there is no card “{id}”."), wanted, deck, deck.card_ids(), wrong)
    return found


def _plan(wanted: str, deck: "Deck", wrong: Wrong) -> "PlanText":
    found = deck.plan(wanted_id) if (wanted_id := _id(wanted)) is not None else None
    if found is None:
        raise _no_such(_("there is no plan “{id}”."), wanted, deck, deck.plan_ids(), wrong)
    return found


def _id(wanted: str) -> "Id | None":
    from sessions.values import Id

    try:
        return Id(wanted)
    except ValueError:
        return None


def _no_such(said: str, wanted: str, deck: "Deck", known: "list[Id]", wrong: Wrong) -> Exception:
    from exercises.tables import nearest
    from facilitator.texts.reasons import fault
    from sessions.cleaning import clean

    if deck.faults:
        return wrong(fault(deck.faults[0]))
    said = said.format(id=clean(wanted, 60))
    near = nearest(wanted[:60], known)
    return wrong(said + (" " + _("Did you mean “{word}”?").format(word=near) if near else ""))


def _check(options: argparse.Namespace, folder: Path, part: "Part", _wrong: Wrong) -> int:
    from exercises.cardfile import read_card
    from exercises.deck import Deck
    from exercises.folder import Part
    from exercises.planfile import read_plan

    deck = Deck(folder)
    bad = False
    for name in options.files:
        path = Path(name)
        faults = read_card(path)[1] if part is Part.CARDS else read_plan(path, deck.card, deck.card_ids, own=True)[1]
        bad = bool(_tell(faults)) or bad
        if not faults:
            from sessions.cleaning import clean

            _print(_("{file}: nothing is wrong").format(file=clean(name, 400)))
    return FAILURE if bad else 0


def _new(options: argparse.Namespace, folder: Path, part: "Part", wrong: Wrong) -> int:
    from exercises.folder import Part
    from exercises.writing import card_start, plan_start
    from sessions.cleaning import clean
    from sessions.store.files import replace_file

    new_id = _id(options.id)
    if new_id is None:
        said = _("“{id}” is no id: small letters, digits and hyphens.")
        raise wrong(said.format(id=clean(options.id, 60)))
    from exercises.deck import Deck

    if Deck().ships(part, new_id):
        said = _("“{id}” is the id of a shipped card or plan, and past sessions are titled by it; choose another id.")
        raise wrong(said.format(id=new_id))
    path = folder / part / f"{new_id}.toml"
    if path.exists() or path.is_symlink():
        raise wrong(_("{path} is there already; nothing was written.").format(path=path))
    try:
        replace_file(path, (card_start() if part is Part.CARDS else plan_start()).encode())
    except OSError:
        print("facilitator: " + _("{path} cannot be written.").format(path=path), file=sys.stderr)  # noqa: T201
        return FAILURE
    _print(str(path))
    return 0


def _export(options: argparse.Namespace, folder: Path, _part: "Part", wrong: Wrong) -> int:
    from exercises.deck import Deck
    from facilitator.preparing.preparation import Preparation
    from facilitator.texts.plans import markdown, plain

    deck = Deck(folder)
    made = Preparation.of(_plan(options.id, deck, wrong).plan)
    _print((plain if options.text else markdown)(made, deck).rstrip())
    return 0


def _tell(faults: "list[Fault]") -> int:
    from facilitator.texts.reasons import fault

    for each in sorted(faults, key=lambda each: (str(each.path), each.line)):
        print(f"facilitator: {fault(each)}", file=sys.stderr)  # noqa: T201
    return FAILURE if faults else 0


def _print(text: str) -> None:
    print(text)  # noqa: T201
