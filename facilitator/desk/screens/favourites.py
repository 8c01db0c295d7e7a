"""The favourite cards: they come first, and the settings keep them."""

from typing import Protocol, runtime_checkable

from exercises.card import Card
from facilitator.settings import MOST_FAVOURITES, Settings


@runtime_checkable
class HasSettings(Protocol):
    """The program on which the list is opened, from home, a plan or a session."""

    settings: Settings


class Favourites:
    """Which cards are favourites."""

    def __init__(self, program: object) -> None:
        """As the settings of ``program`` have them."""
        self.ids = program.settings.favourites if isinstance(program, HasSettings) else ()

    def __contains__(self, entry: object) -> bool:
        return isinstance(entry, Card) and entry.id in self.ids

    def turn(self, card: Card) -> bool:
        """Make a card a favourite, or take that back; False when there are as many as there can be."""
        if card not in self and len(self.ids) >= MOST_FAVOURITES:
            return False
        others = tuple(each for each in self.ids if each != card.id)
        self.ids = others if card in self else (*others, str(card.id))
        return True
