"""Finding cards and questions of a deck by what is typed: made ready once, and kept as long as no file changes."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from exercises.card import Card, Question
from exercises.closed import Form, Phase, Theme
from exercises.searching import Index, Why, card_passages, question_passages
from exercises.synonyms import Synonyms

NameOf = Callable[[Theme | Phase | Form], str]
"""The name of a closed value in the reader's language."""

T = TypeVar("T", Card, Question)


class Searched(Protocol):
    """What is searched: a deck."""

    def cards(self) -> list[Card]:
        """Its cards, by id."""
        ...

    def questions(self) -> tuple[Question, ...]:
        """Its questions, by theme."""
        ...

    def synonyms(self) -> Synonyms:
        """Its words for the same thing."""
        ...


class Found(Struct, Generic[T], frozen=True):
    """A card or question that was found."""

    it: T
    why: Why | None
    """None when nothing was wanted."""


class Finder:
    """Finds what is in a deck, for a reader of one language."""

    def __init__(self, deck: Searched, language: str, name_of: NameOf) -> None:
        self._deck = deck
        self._language = language
        self._name_of = name_of
        self._cards: tuple[list[Card], Index] | None = None
        self._questions: tuple[list[Question], Index] | None = None

    def cards(self, wanted: str) -> list[Found[Card]]:
        """The cards that are like ``wanted``, best first; all of them by id when nothing is wanted."""
        cards, index = self.card_index()
        return [Found(cards[hit.place], hit.why) for hit in index.find(wanted)]

    def questions(self, wanted: str) -> list[Found[Question]]:
        """The questions that are like ``wanted``, best first; all of them by theme when nothing is wanted."""
        questions, index = self.question_index()
        return [Found(questions[hit.place], hit.why) for hit in index.find(wanted)]

    def card_index(self) -> tuple[list[Card], Index]:
        """The cards, ready for searching: asking for it before the first letter is typed makes that letter quick."""
        if self._cards is None:
            cards = self._deck.cards()
            texts = [card_passages(card, self._language, self._names(card)) for card in cards]
            self._cards = cards, Index(texts, self._language, self._deck.synonyms())
        return self._cards

    def question_index(self) -> tuple[list[Question], Index]:
        """The questions, ready for searching."""
        if self._questions is None:
            questions = list(self._deck.questions())
            texts = [question_passages(each, self._language, self._name_of(each.theme)) for each in questions]
            self._questions = questions, Index(texts, self._language, self._deck.synonyms())
        return self._questions

    def _names(self, card: Card) -> list[str]:
        named: list[Theme | Phase | Form] = [*card.themes, card.phase, card.form]
        return [self._name_of(each) for each in named]
