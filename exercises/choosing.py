"""Choosing: what fits the moment, and drawing one of them by chance. Chance comes in from outside."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from exercises.card import LONG_ROUND, Card, Question
from exercises.closed import Phase, Remote, Theme, Turns
from exercises.deck import Deck
from sessions.kinds import ItemKind
from sessions.values import Id

PHASES_OF = {
    ItemKind.OPENING: (Phase.CHECK_IN,),
    ItemKind.CHECK_IN: (Phase.CHECK_IN,),
    ItemKind.AGREE_AGENDA: (Phase.CHECK_IN, Phase.WARM_UP),
    ItemKind.AGREEMENTS: (Phase.WARM_UP, Phase.DECIDE),
    ItemKind.GOALS: (Phase.EVALUATE, Phase.EXPLORE),
    ItemKind.CASE: (Phase.EXPLORE, Phase.DEEPEN),
    ItemKind.THEME: (Phase.EXPLORE, Phase.DEEPEN),
    ItemKind.EXERCISE: (Phase.DEEPEN, Phase.SOLVE),
    ItemKind.DIALOGUE: (Phase.DEEPEN,),
    ItemKind.BREAK: (Phase.WARM_UP,),
    ItemKind.DECIDE: (Phase.DECIDE, Phase.SOLVE),
    ItemKind.EVALUATION: (Phase.EVALUATE,),
    ItemKind.CLOSING: (Phase.CLOSE,),
    ItemKind.ADMIN: (Phase.CLOSE,),
    ItemKind.BUFFER: (Phase.EXPLORE,),
}
"""The parts of a session that an item of each kind belongs to."""

T = TypeVar("T", Card, Question)


@dataclass(frozen=True, slots=True)
class CardFilter:
    """What is looked for; None and empty for what does not matter."""

    phases: tuple[Phase, ...] = ()
    theme: Theme | None = None
    minutes: int | None = None
    """The most it may take with the people present."""
    people: int | None = None
    """It must work with so many."""
    remote: bool = False
    """It must work in a remote meeting."""
    turns: Turns | None = None


def fits(card: Card, wanted: CardFilter, present: int) -> bool:
    """Whether a card is what is wanted, with ``present`` people."""
    return (
        (not wanted.phases or card.phase in wanted.phases)
        and (wanted.theme is None or wanted.theme in card.themes)
        and (wanted.minutes is None or card.minutes(present) <= wanted.minutes)
        and (wanted.people is None or card.suits(wanted.people))
        and (not wanted.remote or card.remote is Remote.YES or card.remote_substitute is not None)
        and (wanted.turns is None or card.turns is wanted.turns)
    )


def for_moment(kind: ItemKind | None, minutes: int | None, people: int) -> CardFilter:
    """What suits a moment: the kind of item going on, whole minutes left, people present."""
    return CardFilter(PHASES_OF[kind] if kind is not None else (), minutes=minutes, people=people)


def suggested(cards: Iterable[Card], used: Collection[Id], chance: Random) -> list[Card]:
    """Cards in an order of chance, those used lately last: the first that fit are worth naming."""
    order = sorted(cards, key=lambda card: card.id)
    chance.shuffle(order)
    return sorted(order, key=lambda card: card.id in used)


def draw(among: Sequence[T], chance: Random, before: Id | None, used: Collection[Id] = ()) -> T | None:
    """One by chance: never the one drawn just before, and one used lately only when there is no other."""
    others = [each for each in among if each.id != before]
    fresh = [each for each in others if each.id not in used]
    return chance.choice(fresh or others) if others else None


def about(questions: Iterable[Question], themes: Collection[Theme]) -> list[Question]:
    """The questions about any of these themes; all of them when none is."""
    listed = list(questions)
    return [each for each in listed if each.theme in themes] or listed


def standing(questions: Iterable[Question], asked: Collection[Id]) -> list[Question]:
    """The questions that can be drawn now: one that goes on from another only when that one has been asked."""
    return [each for each in questions if each.after is None or each.after in asked]


def shorter(card: Card, people: int, deck: Deck) -> Card | None:
    """What to take instead when a round of the card takes too long; None when it does not, or there is nothing."""
    if card.longest_round(people) <= LONG_ROUND or card.shorter is None:
        return None
    return deck.card(card.shorter)
