"""Where a deck comes from: what is shipped, the supervisor's own folder, and folders of others' decks."""

import os
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from exercises.card import NO_TEXT, Text
from exercises.folder import SUFFIX, Part
from exercises.tables import Fault, FaultKind, read_table
from sessions.cleaning import clean

ABOUT = "deck.toml"
LONGEST_LICENCE = 100
SHIPPED_LICENCE = "CC BY 4.0"


class SourceKind(StrEnum):
    """Whose a folder is."""

    OWN = "own"
    DECK = "deck"
    """Another's deck, named in the settings."""
    SHIPPED = "shipped"


class Source(Struct, frozen=True):
    """A folder with cards, questions and plans, and what it says of itself."""

    folder: Path
    kind: SourceKind
    name: Text = NO_TEXT
    """Of another's deck: as its ``deck.toml`` says, else the folder's name."""
    licence: str = ""
    """What its cards may be used for; empty when it does not say."""


def read_source(folder: Path) -> tuple[Source, list[Fault]]:
    """Another's deck; it is used also when what it says of itself is broken."""
    unnamed = Source(folder, SourceKind.DECK, Text(fi=clean(folder.name, 60)))
    if not folder.is_dir():
        return unnamed, [Fault(folder, 0, FaultKind.UNREADABLE)]
    if not (folder / ABOUT).exists():
        return unnamed, []
    table = read_table(folder / ABOUT)
    if table.faults:
        return unnamed, table.faults
    name = table.text("name", needed=False)
    licence = table.value("licence", needed=False)
    if licence is not None and not isinstance(licence, str):
        table.fault(FaultKind.NOT_TEXT, "licence", f'licence = "{SHIPPED_LICENCE}"')
        licence = None
    table.finish()
    if table.faults:
        return unnamed, table.faults
    said = clean(licence, LONGEST_LICENCE) if isinstance(licence, str) else ""
    return Source(folder, SourceKind.DECK, name or unnamed.name, said), []


Stamp = frozenset[tuple[str, int, int]]
"""Every file with the time of its last change and its size."""


def stamp_of(folder: Path) -> Stamp:
    """What is in a folder of a deck just now, without reading a file; nothing of what cannot be looked at."""
    found: set[tuple[str, int, int]] = set()
    for each in (folder, *(folder / part for part in Part)):
        try:
            with os.scandir(each) as entries:
                for entry in entries:
                    if entry.name.endswith(SUFFIX):
                        facts = entry.stat()
                        found.add((entry.path, facts.st_mtime_ns, facts.st_size))
        except OSError:
            continue
    return frozenset(found)
