"""Cards and plans as plain data, for lists and JSON."""

from pathlib import Path

from exercises.card import Card, PlanText
from exercises.deck import Deck
from exercises.folder import Part
from exercises.sources import SourceKind
from facilitator.texts.cards import language_note
from facilitator.texts.languages import _, language
from facilitator.texts.names import said_origin
from facilitator.texts.plans import titles
from sessions.cleaning import clean
from sessions.values import Id


def card_facts(card: Card, deck: Deck) -> dict[str, object]:
    """A card in the number of people that it is best with."""
    best = card.people[1]
    facts: dict[str, object] = {"id": str(card.id), "name": card.name.said(language()), "people": best}
    facts["minutes"] = card.minutes(best)
    facts |= _origin(deck, Part.CARDS, card.id)
    facts["language"] = language_note(card.name)
    facts |= {"phase": card.phase, "form": card.form, "themes": list(card.themes), "turns": card.turns}
    return facts | {"remote": card.remote, "fewest": card.people[0], "most": card.people[2]}


def plan_facts(plan: PlanText, deck: Deck) -> dict[str, object]:
    """A plan for the number of people that it is written for."""
    facts: dict[str, object] = {"id": str(plan.plan.id), "name": plan.name.said(language())}
    facts |= {"people": plan.plan.people, "minutes": plan.plan.length()}
    return facts | _origin(deck, Part.PLANS, plan.plan.id) | {"language": language_note(plan.name)}


def plan_in_full(plan: PlanText, deck: Deck) -> dict[str, object]:
    """The same with its items."""
    items = [
        {
            "title": title.said(language()),
            "kind": item.kind,
            "minutes": item.planned(plan.plan.people),
            "card": str(item.exercise) if item.exercise is not None else None,
            "protected": item.protected,
        }
        for item, title in zip(plan.plan.items, titles(plan.plan, deck), strict=True)
    ]
    return plan_facts(plan, deck) | {"items": items}


def line(facts: dict[str, object], width: int) -> str:
    """One in a line, its id first, in so many columns."""
    shipped = facts["folder"] == ""
    notes = "  ".join(str(note) for note in ("" if shipped else facts["origin"], facts["language"]) if note)
    said = f"{facts['id']:<{width}}  {facts['minutes']:>3} min  {facts['name']}"
    return f"{said}  ({notes})" if notes else said


def broken_line(path: Path, columns: int) -> str:
    """A file that cannot be used, where it would stand; what is wrong with it is told beside the list."""
    return f"{clean(path.stem, 64):<{columns}}    – min  {_('broken')}"


def origin_and_licence(deck: Deck, part: Part, each: Id) -> str:
    """Where a card or plan comes from and what it may be used for, in one line."""
    return " · ".join(filter(None, (said_origin(deck, part, each), deck.source(part, each).licence)))


def _origin(deck: Deck, part: Part, each: Id) -> dict[str, object]:
    """Whose it is, under which licence, and the folder where that is not the program's."""
    source = deck.source(part, each)
    folder = "" if source.kind is SourceKind.SHIPPED else str(source.folder)
    return {"origin": said_origin(deck, part, each), "licence": source.licence, "folder": clean(folder, 400)}
