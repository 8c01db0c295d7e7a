"""The deck: what is shipped and what the supervisor has written, each file read when it is first asked for."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from msgspec import Struct, field

from exercises.card import Card, PlanText, Question
from exercises.cardfile import read_card
from exercises.folder import Files, Part, files_in
from exercises.ordering import in_order
from exercises.planfile import read_plan
from exercises.questionfile import read_questions
from exercises.sources import SHIPPED_LICENCE, Source, SourceKind, Stamp, read_source, stamp_of
from exercises.synonyms import FILE, Synonyms, read_synonyms, together
from exercises.tables import Fault
from sessions.values import Id

if TYPE_CHECKING:
    from exercises.finding import Finder, NameOf

SHIPPED = Path(__file__).parent


class Origin(StrEnum):
    """Where a card or plan comes from."""

    SHIPPED = "shipped"
    OWN = "own"
    REPLACES = "replaces"
    """The supervisor's own, in the place of a shipped one with the same id."""


class _Read(Struct):
    """What has been read so far: each value is put here whole, so it may be looked at without the lock."""

    stamp: Stamp
    """What was in the folders before anything was read from them."""
    sources: tuple[Source, ...]
    """In the order in which they take each other's place: the supervisor's own first, the shipped one last."""
    is_taken_in: bool = False
    """Everything has been read that is not shipped."""
    files: dict[tuple[Path, Part], Files] = field(default_factory=dict)
    cards: dict[Id, Card | None] = field(default_factory=dict)
    plans: dict[Id, PlanText | None] = field(default_factory=dict)
    questions: tuple[Question, ...] | None = None
    taken: dict[tuple[Part, Id], Source] = field(default_factory=dict)
    """Where each card and plan in use was read."""
    faults: list[Fault] = field(default_factory=list)
    tables: tuple[Path, ...] | None = None
    """The files of words that mean the same, the shipped one first."""
    synonyms: Synonyms | None = None
    finders: "dict[str, Finder]" = field(default_factory=dict)
    """By language."""


class Deck:
    """Cards, questions and plans.

    A file of the supervisor's own takes the place of one with the same id in another's deck, and that of a shipped one;
    one that is broken does not, and is told of in ``faults``. Threads may share a deck: each file is read once, by one
    of them, and nothing is seen of a file that is still being read. Whatever takes that lock is in this one module, so
    that it can be checked in one reading.
    """

    def __init__(self, own: Path | None = None, decks: Sequence[Path] = ()) -> None:
        """``own`` is the data folder; ``decks`` are folders of others' decks, the weightiest first."""
        self._own = own
        self._decks = tuple(decks)
        self._reading = RLock()
        self._taking_in = RLock()
        self._begun: _Read | None = None

    @property
    def _read(self) -> _Read:
        if (begun := self._begun) is not None:
            return begun
        with self._reading:
            if self._begun is None:
                self._begun = self._begin()
            return self._begun

    def _begin(self) -> _Read:
        stamp = self._stamp()
        own = [] if self._own is None else [Source(self._own, SourceKind.OWN)]
        others = [read_source(folder) for folder in self._decks]
        sources = (
            *own,
            *(source for source, _ in others),
            Source(SHIPPED, SourceKind.SHIPPED, licence=SHIPPED_LICENCE),
        )
        return _Read(stamp, sources, faults=[fault for _, faults in others for fault in faults])

    def _stamp(self) -> Stamp:
        folders = self._decks if self._own is None else (self._own, *self._decks)
        return frozenset().union(*map(stamp_of, folders))

    def take_in(self) -> bool:
        """Read everything that is not shipped; whether a file was added, removed or edited since. For a thread.

        Then only shipped files are left to be read when they are asked for: whoever asks never waits for the folders
        of the supervisor, which may be slow. What was read before is there until the new is whole.
        """
        with self._taking_in:
            before = self._begun
            if before is not None and before.is_taken_in and self._stamp() == before.stamp:
                return False
            fresh = Deck(self._own, self._decks)._all_not_shipped()
            with self._reading:
                self._begun = fresh
            return before is not None and before.stamp != fresh.stamp

    def _all_not_shipped(self) -> _Read:
        read = self._read
        for source in read.sources:
            listed = {part: self._listed(part, source.folder).paths for part in Part}
            if source.kind is not SourceKind.SHIPPED:
                for card in listed[Part.CARDS]:
                    self.card(card)
                for plan in listed[Part.PLANS]:
                    self.plan(plan)
                if listed[Part.QUESTIONS]:
                    self.questions()
        if len(self._tables()) > 1:
            self.synonyms()
        read.is_taken_in = True
        return read

    @property
    def sources(self) -> tuple[Source, ...]:
        """The folders of the deck: those whose files take the place of others' first."""
        return self._read.sources

    def source(self, part: Part, each: Id) -> Source:
        """Where the card or plan that is in use under an id comes from; it has been read."""
        read = self._read
        return read.taken.get((part, each), read.sources[-1])

    def own_path(self, part: Part, each: Id) -> Path | None:
        """The file of the card or plan that is in use under an id; None when it is the program's own."""
        with self._reading:
            used = self.source(part, each)
            if used.kind is SourceKind.SHIPPED:
                return None
            return next((path for path, source in self._paths(part, each) if source is used), None)

    def synonyms(self) -> Synonyms:
        """The words that mean the same: the shipped table, and what the other folders add to it."""
        with self._reading:
            if self._read.synonyms is None:
                tables = []
                for path in self._tables():
                    table, faults = read_synonyms(path)
                    self._read.faults.extend(faults)
                    tables.append(table)
                self._read.synonyms = together(tables)
            return self._read.synonyms

    def _tables(self) -> tuple[Path, ...]:
        read = self._read
        if read.tables is None:
            paths = [source.folder / FILE for source in reversed(read.sources)]
            read.tables = tuple(path for path in paths if path.exists())
        return read.tables

    def finder(self, language: str, name_of: "NameOf") -> "Finder":
        """What finds cards and questions for a reader of a language; made once for what is in the folders."""
        from exercises.finding import Finder  # noqa: PLC0415 (start-up)

        with self._reading:
            return self._read.finders.setdefault(language, Finder(self, language, name_of))

    @property
    def faults(self) -> list[Fault]:
        """Everything wrong in the files read so far."""
        with self._reading:
            return list(self._read.faults)

    def folder(self, part: Part) -> Path | None:
        """Where the supervisor's own files of a part are; None when there is no data folder."""
        return self._own / part if self._own is not None else None

    def card(self, card_id: Id) -> Card | None:
        """The card with this id; None when there is none, or its file is broken (see ``faults``)."""
        read = self._read.cards
        if card_id in read:
            return read[card_id]
        with self._reading:
            if card_id not in self._read.cards:
                self._read.cards[card_id] = self._find_card(card_id)
            return self._read.cards[card_id]

    def plan(self, plan_id: Id) -> PlanText | None:
        """The plan with this id; None when there is none, or its file is broken (see ``faults``)."""
        read = self._read.plans
        if plan_id in read:
            return read[plan_id]
        with self._reading:
            if plan_id not in self._read.plans:
                self._read.plans[plan_id] = self._find_plan(plan_id)
            return self._read.plans[plan_id]

    def cards(self) -> list[Card]:
        """All cards that can be read, by id."""
        return [card for card_id in self.card_ids() if (card := self.card(card_id)) is not None]

    def plans(self) -> list[PlanText]:
        """All plans that can be read, by id."""
        return [plan for plan_id in self.plan_ids() if (plan := self.plan(plan_id)) is not None]

    def cards_by_name(self, language: str) -> list[Card]:
        """All cards that can be read, in the alphabetical order of a language."""
        return in_order(self.cards(), lambda card: card.name.said(language), language)

    def plans_by_name(self, language: str) -> list[PlanText]:
        """All plans that can be read, in the alphabetical order of a language."""
        return in_order(self.plans(), lambda plan: plan.name.said(language), language)

    def questions(self) -> tuple[Question, ...]:
        """All questions, by theme. The supervisor's own file of a theme stands in the place of the shipped one."""
        with self._reading:
            if self._read.questions is None:
                themes = self._ids(Part.QUESTIONS)
                self._read.questions = tuple(question for theme in themes for question in self._about(theme))
            return self._read.questions

    def origin(self, part: Part, each: Id) -> Origin:
        """Whether the card or plan that is in use under an id is shipped; it has been read."""
        if self.source(part, each).kind is SourceKind.SHIPPED:
            return Origin.SHIPPED
        return Origin.REPLACES if self.ships(part, each) else Origin.OWN

    def ships(self, part: Part, each: Id) -> bool:
        """Whether a file with this id is shipped, in use or not."""
        return each in self._listed(part, SHIPPED).paths

    def card_ids(self) -> list[Id]:
        """The ids of all cards, in order."""
        return self._ids(Part.CARDS)

    def plan_ids(self) -> list[Id]:
        """The ids of all plans, in order."""
        return self._ids(Part.PLANS)

    def broken(self, part: Part) -> dict[Path, list[Fault]]:
        """The files of a part that cannot be used, each with what is wrong with it. Everything has been read.

        What is wrong with a deck as a whole is told with its cards.
        """
        folders = {source.folder / part for source in self._read.sources}
        wholes = {source.folder for source in self._read.sources} if part is Part.CARDS else set()
        found: dict[Path, list[Fault]] = {}
        for fault in self.faults:
            if not {fault.path, fault.path.parent}.isdisjoint(folders | wholes):
                found.setdefault(fault.path, []).append(fault)
        return found

    def sensitive(self, plan: Id | None, cards: Iterable[Id | None]) -> frozenset[Id]:
        """Those of these ids that are a sensitive plan or card, or may be: what cannot be read is not known."""
        found = {each for each in cards if each is not None and self._may_be_sensitive(Part.CARDS, each)}
        if plan is not None and self._may_be_sensitive(Part.PLANS, plan):
            found.add(plan)
        return frozenset(found)

    def _may_be_sensitive(self, part: Part, each: Id) -> bool:
        with self._reading:
            if part is Part.CARDS:
                card = self.card(each)
                sensitive = card is None or card.sensitive
            else:
                text = self.plan(each)
                sensitive = text is None or text.plan.sensitive
            # A broken file of the supervisor's own is not in use, but what it said of itself is not known either.
            first = next((source for _, source in self._paths(part, each)), None)
            return sensitive or first is not self._read.taken.get((part, each))

    def _find_card(self, card_id: Id) -> Card | None:
        for path, source in self._paths(Part.CARDS, card_id):
            card, faults = read_card(path)
            self._read.faults.extend(faults)
            if card is not None:
                self._read.taken[Part.CARDS, card_id] = source
                return card
        return None

    def _find_plan(self, plan_id: Id) -> PlanText | None:
        for path, source in self._paths(Part.PLANS, plan_id):
            own = source.kind is not SourceKind.SHIPPED
            plan, faults = read_plan(path, self.card, self.card_ids, own=own)
            self._read.faults.extend(faults)
            if plan is not None:
                self._read.taken[Part.PLANS, plan_id] = source
                return plan
        return None

    def _about(self, theme: Id) -> tuple[Question, ...]:
        for path, _source in self._paths(Part.QUESTIONS, theme):
            questions, faults = read_questions(path)
            self._read.faults.extend(faults)
            if questions:
                return questions
        return ()

    def _paths(self, part: Part, each: Id) -> list[tuple[Path, Source]]:
        """The files under an id, with where they are: those that take the place of others first."""
        listed = ((self._listed(part, source.folder).paths.get(each), source) for source in self._read.sources)
        return [(path, source) for path, source in listed if path is not None]

    def _ids(self, part: Part) -> list[Id]:
        return sorted({each for source in self._read.sources for each in self._listed(part, source.folder).paths})

    def _listed(self, part: Part, folder: Path) -> Files:
        key = (folder, part)
        with self._reading:
            if key not in self._read.files:
                listed = files_in(folder / part)
                self._read.files[key] = listed
                self._read.faults.extend(listed.refused)
            return self._read.files[key]
