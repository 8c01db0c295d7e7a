"""How a plan looks whose file cannot be used: its row where it would stand, and what is wrong with it."""

from pathlib import Path

from textual.content import Content

from exercises.deck import Deck
from exercises.folder import Part
from exercises.legible import legible
from facilitator.desk.screens.card_list import Broken
from facilitator.desk.screens.cards_drawing import BROKEN, described
from facilitator.desk.widgets.reading_pane import pane as pane_of
from facilitator.desk.widgets.tones import QUIET, apart
from facilitator.texts.languages import _, language
from sessions.cleaning import clean

ROWS = 100
"""More than any terminal shows: what does not fit is cut by the pane itself."""


def row(path: Path, columns: int) -> Content:
    """Its row: what it would be called, as far as that can be read."""
    name = legible(path).name.said(language()) or clean(path.name, 60)
    return apart([(f"{BROKEN} {name}", QUIET)], [(_("broken"), QUIET)], columns)


def pane(path: Path, deck: Deck, columns: int) -> Content:
    """What is wrong in it."""
    faults = tuple(deck.broken(Part.PLANS).get(path, ()))
    return pane_of(described(Broken(path, faults), 0, deck), columns, ROWS, 0)[0]
