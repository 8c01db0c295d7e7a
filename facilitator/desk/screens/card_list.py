"""What the list of cards holds: the deck in its order, what cannot be used among it, ready to be searched."""

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from exercises.card import Card, Question
from exercises.closed import Phase, Theme
from exercises.deck import Deck
from exercises.finding import Finder, Found
from exercises.folder import Part
from exercises.legible import legible
from exercises.ordering import order_key
from exercises.searching import Why
from exercises.tables import Fault
from facilitator.texts.finding import why_found
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of
from sessions.values import Id


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be used, the supervisor's own or of another's deck."""

    path: Path
    faults: tuple[Fault, ...]
    name: str = ""
    """What it would be called, as far as that can be read."""
    under: Phase | Theme | None = None
    """The section in which it would stand, as far as that can be read."""


Entry = Card | Question | Broken | None
"""A row; None is the answer that needs no card."""


class Listed:
    """Everything that can be listed, and ready to be searched."""

    def __init__(self, deck: Deck, *, bare: bool) -> None:
        """``bare`` leaves out what cannot be taken."""
        order, by_name = list(Phase), order_key(language())
        self.cards = sorted(
            deck.cards(), key=lambda card: (order.index(card.phase), by_name(card.name.said(language())))
        )
        self.questions = list(deck.questions())
        self._deck = deck
        self._all_cards: list[Entry] = [*self.cards]
        self._all_questions: list[Entry] = [*self.questions]
        if not bare:
            self._put_broken_cards()
            self._put_broken_questions()
        self._whys: dict[Id, Why] = {}

    def found(self, wanted: str, *, questions: bool) -> list[Entry]:
        """What is like ``wanted``, best first; everything when nothing is wanted."""
        if not wanted:
            self._whys = {}
            return [None, *(self._all_questions if questions else self._all_cards)]
        finder = self._finder()
        found: list[Found[Card]] | list[Found[Question]]
        found = finder.questions(wanted) if questions else finder.cards(wanted)
        self._whys = {each.it.id: each.why for each in found if each.why is not None}
        return [each.it for each in found]

    def why(self, entry: Entry) -> str:
        """Why an entry was found; nothing when nothing was wanted."""
        why = self._whys.get(entry.id) if isinstance(entry, Card | Question) else None
        return why_found(why) if why is not None else ""

    def make_ready(self, *, questions: bool) -> None:
        """Make the texts ready for searching, before the first letter is typed."""
        finder = self._finder()
        if questions:
            finder.question_index()
        else:
            finder.card_index()

    def _put_broken_cards(self) -> None:
        """Each where it would stand: beside the card that is used in its stead, else by its phase and name."""
        order, by_name = list(Phase), order_key(language())
        places = {str(card.id): place for place, card in enumerate(self.cards)}
        keyed: list[tuple[tuple[int, tuple[int, ...], int], Entry]] = [
            ((order.index(card.phase), by_name(card.name.said(language())), 0), card) for card in self.cards
        ]
        for path, faults in self._deck.broken(Part.CARDS).items():
            seen = legible(path)
            name = seen.name.said(language())
            entry = Broken(path, tuple(faults), name, seen.phase)
            instead = places.get(path.stem) if path.parent.name == Part.CARDS else None
            if instead is not None:
                phase, key, _last = keyed[instead][0]
                keyed.append(((phase, key, 1), entry))
            else:
                phase = order.index(seen.phase) if seen.phase is not None else len(order)
                keyed.append(((phase, by_name(name or path.stem), 1), entry))
        self._all_cards = [entry for _key, entry in sorted(keyed, key=lambda each: each[0])]

    def _put_broken_questions(self) -> None:
        """Each file of questions before those of the themes after its own."""
        for path, faults in self._deck.broken(Part.QUESTIONS).items():
            after = [nth for nth, each in enumerate(self._all_questions) if _theme_of(each) > path.stem]
            under = Theme(path.stem) if path.stem in list(Theme) else None
            broken = Broken(path, tuple(faults), under=under)
            self._all_questions.insert(min(after, default=len(self._all_questions)), broken)

    def _finder(self) -> Finder:
        return self._deck.finder(language(), name_of)


def favourites_first(entries: list[Entry], favourites: Container[Entry]) -> list[Entry]:
    """The same rows, the favourites before the other cards; what needs no card stays first."""
    return sorted(entries, key=lambda entry: entry is not None and entry not in favourites)


def section(entry: Entry, favourites: Container[Entry] = ()) -> str:
    """The heading under which an entry stands where nothing is searched for; empty for what needs no card."""
    match entry:
        case Card() if entry in favourites:
            return _("FAVOURITES")
        case Card():
            return name_of(entry.phase).upper()
        case Question():
            return name_of(entry.theme).upper()
        case Broken():
            return name_of(entry.under).upper() if entry.under is not None else _("BROKEN FILES")
        case None:
            return ""


def _theme_of(entry: Entry) -> str:
    return entry.theme if isinstance(entry, Question) else entry.path.stem if isinstance(entry, Broken) else ""
