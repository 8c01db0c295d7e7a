"""What is said of a session that is made ready: its items by the clock, and what should be known before it begins."""

from dataclasses import dataclass
from fractions import Fraction

from exercises.card import LONG_ROUND
from exercises.deck import Deck
from facilitator.preparing.preparation import Preparation
from facilitator.texts.languages import _, language
from facilitator.texts.names import title_of
from facilitator.texts.phrases import clock, minutes, people
from sessions.agenda import Item
from sessions.plan import PlanItem
from sessions.values import MINUTE, Instant

MANY_MORE = 1.5
"""So many times the people a plan was made for are too many for it without a word."""


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """An item of the fitted plan."""

    begins: str
    """The time of day, or the minutes from the beginning where no time was agreed: ``12.41``, ``+11``."""
    title: str
    minutes: int
    before: int | None
    """Minutes in the plan, where fitting changed them."""
    is_protected: bool
    first_to_go: bool


def ready_rows(preparation: Preparation, deck: Deck, begin: Instant | None) -> list[ReadyRow]:
    """The items in order, each with when it begins."""
    fitted = preparation.fitted
    changed = {change.index: change.before for change in fitted.changes}
    rows = []
    gone = 0
    for index, item in enumerate(fitted.items):
        title = title_of(Item.of(index, item, preparation.people), preparation.plan.id, deck)
        length = int(item.minutes.fixed)
        begins = clock(Instant(begin + gone * MINUTE)) if begin is not None else f"+{gone}"
        rows.append(ReadyRow(begins, title, length, changed.get(index), item.is_protected, item.first_to_go))
        gone += length
    return rows


def warnings(preparation: Preparation, deck: Deck) -> list[str]:
    """What should be known before it begins."""
    found = []
    plan, present = preparation.plan, preparation.people
    if present > plan.people * MANY_MORE:
        made_for = _("The plan was made for {people}: rounds take longer.")
        found.append(made_for.format(people=people(plan.people)))
    for index, (item, fitted_item) in enumerate(zip(plan.items, preparation.fitted.items, strict=True)):
        # No round is longer than its item, which the agenda beside it shows.
        longest = min(round(longest_round(item, present)), int(fitted_item.minutes.fixed))
        if longest <= LONG_ROUND:
            continue
        title = title_of(Item.of(index, item, present), plan.id, deck)
        said = _("{title}: a round of {minutes} tires a group.").format(title=title, minutes=minutes(longest))
        card = deck.card(item.exercise) if item.exercise is not None else None
        shorter = deck.card(card.shorter) if card is not None and card.shorter is not None else None
        if shorter is not None:
            said += " " + _("Shorter: {card}.").format(card=shorter.name.said(language()))
        found.append(said)
    fitted = preparation.fitted
    if not fitted.fits:
        over = minutes(fitted.length - fitted.target)
        found.append(_("{minutes} too much: closing and breaks never give.").format(minutes=over))
    return found


def longest_round(item: PlanItem, present: int) -> Fraction:
    """The minutes of the longest round in an item with so many people present; 0 when it has none."""
    rounds = [step.minutes.for_people(present) for step in item.steps if step.speaking.is_round]
    if not item.steps and item.minutes.per_person:
        rounds.append(item.minutes.for_people(present))
    return max(rounds, default=Fraction(0))
