"""What can still be told of a broken file: where it would stand in a list, and what it would be called."""

from pathlib import Path

from msgspec import Struct

from exercises.card import NO_TEXT, Text
from exercises.closed import Phase
from exercises.tables import read_table


class Legible(Struct, frozen=True):
    """What of a card or plan can be read in spite of its faults."""

    name: Text = NO_TEXT
    phase: Phase | None = None


def legible(path: Path) -> Legible:
    """Look at a file; nothing when it is not even TOML."""
    table = read_table(path)
    if table.faults:
        return Legible()
    phase = table.value("phase", needed=False)
    name = table.text("name", needed=False)
    return Legible(name, Phase(phase) if isinstance(phase, str) and phase in tuple(Phase) else None)
