"""What home finds besides the groups: plans and cards, made ready to be searched once."""

from exercises.deck import Deck
from exercises.searching import Index, folded
from facilitator.texts.languages import LANGUAGES, language
from facilitator.texts.names import name_of
from sessions.values import GroupCode, Id

MOST_PLANS, MOST_CARDS = 6, 8


class DeckFinder:
    """Finds plans and cards by their words."""

    def __init__(self, deck: Deck) -> None:
        """Everything is read: not on the screen's thread."""
        plans, cards = deck.plans(), deck.cards()
        self._plans = [text.plan.id for text in plans]
        self._cards = [card.id for card in cards]
        self._plan_index = Index(
            [
                (
                    text.name.said(language()),
                    " ".join(f"{getattr(text.name, each)} {text.suits.said(each)}" for each in LANGUAGES),
                )
                for text in plans
            ]
        )
        self._card_index = Index(
            [
                (
                    card.name.said(language()),
                    " ".join(
                        (
                            *(getattr(card.name, each) for each in LANGUAGES),
                            card.purpose.said(language()),
                            *map(name_of, card.themes),
                        )
                    ),
                )
                for card in cards
            ]
        )

    def plans(self, text: str) -> list[Id]:
        """The plans that are like ``text``, best first."""
        return [self._plans[place] for place in self._plan_index.find(text)[:MOST_PLANS]]

    def cards(self, text: str) -> list[Id]:
        """The cards that are like ``text``, best first."""
        return [self._cards[place] for place in self._card_index.find(text)[:MOST_CARDS]]


def is_group(text: str, code: GroupCode, plan: str) -> bool:
    """Whether a group is meant by ``text``: a part of its code, or of the plan that comes next."""
    return folded(text) in folded(f"{code} {plan}")
