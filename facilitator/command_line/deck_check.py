"""``facilitator cards check`` and ``plans check``: files, or whole folders such as a school's deck."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line.errors import FAILURE, WrongUse
from facilitator.command_line.faults import tell
from facilitator.command_line.output import say
from facilitator.texts.languages import _, ngettext
from facilitator.texts.paths import shown_path

if TYPE_CHECKING:
    from exercises.deck import Deck
    from exercises.folder import Part
    from exercises.tables import Fault


def run(options: Namespace, folder: Path, part: "Part") -> int:
    """Tell what is wrong in each file; of what can be used in spite of it only ``--strict`` makes a failure."""
    from exercises.checking import check, is_warning

    good = True
    for place in [Path(name) for name in options.files] or [folder]:
        deck, whole = _deck_of(place, folder)
        files = _files(place, part, is_folder=place.is_dir() or not options.files)
        for path, of in files:
            found = check(of, path, deck.card, deck.card_ids)
            tell(found)
            good = good and all(is_warning(fault) and not options.strict for fault in found)
            if not found and not place.is_dir():
                say(_("{file}: nothing is wrong").format(file=shown_path(path)))
        if place.is_dir():
            about = _about(deck, whole) if whole else []
            tell(about)
            good = good and not about
            said = ngettext("{place}: {count} file looked at", "{place}: {count} files looked at", len(files))
            say(said.format(place=shown_path(place), count=len(files)))
    return 0 if good else FAILURE


def _files(place: Path, part: "Part", *, is_folder: bool) -> "list[tuple[Path, Part]]":
    """The files at a place, each with what it should be; questions are looked at with the cards.

    Raises:
        WrongUse: it is a folder with nothing in it that could be looked at.
    """
    from exercises.folder import SUFFIX, Part

    if not is_folder:
        return [(place, Part.QUESTIONS if place.absolute().parent.name == Part.QUESTIONS else part)]
    parts = (Part.CARDS, Part.QUESTIONS) if part is Part.CARDS else (Part.PLANS,)
    found = [(path, of) for of in parts for path in sorted((place / of).glob(f"*{SUFFIX}"))]
    if not found and place.name == part:
        found = [(path, part) for path in sorted(place.glob(f"*{SUFFIX}"))]
    if not found:
        said = _("there is no folder “{part}” with files in {place}.")
        raise WrongUse(said.format(part=part, place=shown_path(place)))
    return found


def _deck_of(place: Path, folder: Path) -> "tuple[Deck, Path | None]":
    """The deck that cards named at a place are looked for in, and the folder of it that the place is in, if any."""
    from exercises.deck import Deck
    from exercises.folder import Part
    from facilitator.settings import read_settings

    at = place.absolute()
    above = at if at.is_dir() else at.parent
    whole = above.parent if above.name in tuple(Part) else at if at.is_dir() else None
    others = [] if whole is None or whole == folder.absolute() else [whole]
    return Deck(folder, [*others, *read_settings(folder).decks]), whole


def _about(deck: "Deck", whole: Path) -> "list[Fault]":
    """What is wrong in what a deck says of itself and in its words for the same thing."""
    from exercises.folder import Part

    deck.synonyms()
    return [fault for path, faults in deck.broken(Part.CARDS).items() if path.parent == whole for fault in faults]
