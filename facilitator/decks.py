"""The deck of a data folder: what is shipped, the supervisor's own, and the decks of others that the settings name."""

from pathlib import Path

from exercises.deck import Deck
from facilitator.settings import read_settings


def deck_of(folder: Path) -> Deck:
    """The deck for whoever works with this data folder."""
    return Deck(folder, read_settings(folder).decks)
