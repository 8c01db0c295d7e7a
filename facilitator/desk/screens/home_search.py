"""What home finds besides the groups: plans and cards, made ready to be searched once."""

from exercises.deck import Deck
from exercises.searching import Index, plan_passages
from facilitator.texts.languages import language
from facilitator.texts.names import name_of
from sessions.values import Id

MOST_PLANS, MOST_CARDS = 6, 8


class DeckFinder:
    """Finds plans and cards by their words."""

    def __init__(self, deck: Deck) -> None:
        """Everything is read: not on the screen's thread."""
        plans = deck.plans()
        self._plans = [text.plan.id for text in plans]
        self._index = Index([plan_passages(text, language()) for text in plans], language(), deck.synonyms())
        self._finder = deck.finder(language(), name_of)
        self._finder.card_index()

    def plans(self, text: str) -> list[Id]:
        """The plans that are like ``text``, best first."""
        return [self._plans[hit.place] for hit in self._index.find(text)[:MOST_PLANS]]

    def cards(self, text: str) -> list[Id]:
        """The cards that are like ``text``, best first."""
        return [found.it.id for found in self._finder.cards(text)[:MOST_CARDS]]
