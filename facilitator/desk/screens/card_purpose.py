"""What a card is looked for, and what was taken."""

from collections.abc import Callable
from dataclasses import dataclass

from exercises.card import Card, Question


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a card is looked for."""

    title: str
    effect: Callable[[int | None], str]
    """What taking something of so many minutes (None: nothing with a length) would do, in one line."""
    empty: str
    """What an item without a card is called here."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken."""

    entry: Card | Question | None
    """None is an item without a card."""
