"""Cards and plans as plain data, for lists and JSON."""

from exercises.card import Card, PlanText
from exercises.deck import Deck, Origin
from exercises.folder import Part
from facilitator.texts.cards import language_note
from facilitator.texts.languages import language
from facilitator.texts.names import name_of
from facilitator.texts.plans import titles


def card_facts(card: Card, deck: Deck) -> dict[str, object]:
    """A card in the number of people that it is best with."""
    best = card.people[1]
    facts: dict[str, object] = {"id": str(card.id), "name": card.name.said(language()), "people": best}
    facts["minutes"] = card.minutes(best)
    facts["origin"] = _origin(deck.origin(Part.CARDS, card.id))
    facts["language"] = language_note(card.name)
    facts |= {"phase": card.phase, "form": card.form, "themes": list(card.themes), "turns": card.turns}
    return facts | {"remote": card.remote, "fewest": card.people[0], "most": card.people[2]}


def plan_facts(plan: PlanText, deck: Deck) -> dict[str, object]:
    """A plan for the number of people that it is written for."""
    facts: dict[str, object] = {"id": str(plan.plan.id), "name": plan.name.said(language())}
    facts |= {"people": plan.plan.people, "minutes": plan.plan.length()}
    return facts | {"origin": _origin(deck.origin(Part.PLANS, plan.plan.id)), "language": language_note(plan.name)}


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
    notes = "  ".join(str(note) for note in (facts["origin"], facts["language"]) if note)
    said = f"{facts['id']:<{width}}  {facts['minutes']:>3} min  {facts['name']}"
    return f"{said}  ({notes})" if notes else said


def _origin(origin: Origin) -> str:
    return "" if origin is Origin.SHIPPED else name_of(origin)
