"""Drawing a card or a question by chance: never the same twice in a row."""

from collections.abc import Collection, Iterable
from random import SystemRandom

from exercises.card import Card, Question
from exercises.choosing import draw, standing
from exercises.closed import Theme
from facilitator.desk.screens.card_list import Entry
from sessions.values import Id


class Lots:
    """Draws among what is listed."""

    def __init__(self, recent: Collection[Id] = (), asked: Iterable[Id] = (), themes: Collection[Theme] = ()) -> None:
        """``recent`` are cards used lately, ``asked`` questions put already; ``themes`` what one should be about."""
        self._chance = SystemRandom()
        self._recent = recent
        self._asked = set(asked)
        self._themes = themes
        self._before: Id | None = None
        """What was drawn last."""

    def card(self, rows: Iterable[Entry], people: int) -> Card | None:
        """A card that suits so many people; None when there is no other."""
        among = [entry for entry in rows if isinstance(entry, Card) and entry.suits(people)]
        drawn = draw(among, self._chance, self._before, self._recent)
        if drawn is not None:
            self._before = drawn.id
        return drawn

    def question(self, rows: Iterable[Entry]) -> Question | None:
        """A question, about the themes where there are several such; None when there is no other."""
        among = standing((entry for entry in rows if isinstance(entry, Question)), self._asked)
        about = [each for each in among if each.theme in self._themes]
        drawn = draw(about if len(about) > 1 else among, self._chance, self._before)
        if drawn is not None:
            self._asked.add(drawn.id)
            self._before = drawn.id
        return drawn
