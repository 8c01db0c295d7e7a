"""The deck: what is shipped and what the supervisor has written, each file read when it is first asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import RLock

from exercises.card import Card, PlanText, Question
from exercises.cardfile import read_card
from exercises.folder import Files, Part, files_in
from exercises.planfile import read_plan
from exercises.questionfile import read_questions
from exercises.tables import Fault, nearest
from sessions.values import Id

SHIPPED = Path(__file__).parent


class Origin(StrEnum):
    """Where a card or plan comes from."""

    SHIPPED = "shipped"
    OWN = "own"
    REPLACES = "replaces"
    """The supervisor's own, in the place of a shipped one with the same id."""


@dataclass(slots=True)
class _Read:
    """What has been read so far: each value is put here whole, so it may be looked at without the lock."""

    files: dict[tuple[bool, Part], Files] = field(default_factory=dict)
    cards: dict[Id, Card | None] = field(default_factory=dict)
    plans: dict[Id, PlanText | None] = field(default_factory=dict)
    questions: tuple[Question, ...] | None = None
    own_ids: set[tuple[Part, Id]] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


class Deck:
    """Cards, questions and plans.

    A file of the supervisor's own takes the place of a shipped one with the same id; one that is broken does not, and
    is told of in ``faults``. Threads may share a deck: each file is read once, by one of them, and nothing is seen
    of a file that is still being read.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._own = own
        self._reading = RLock()
        self._read = _Read()

    def forget(self) -> None:
        """Read everything anew when it is next asked for: a file has been written."""
        with self._reading:
            self._read = _Read()

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

    def questions(self) -> tuple[Question, ...]:
        """All questions, by theme. The supervisor's own file of a theme stands in the place of the shipped one."""
        with self._reading:
            if self._read.questions is None:
                themes = self._ids(Part.QUESTIONS)
                self._read.questions = tuple(question for theme in themes for question in self._about(theme))
            return self._read.questions

    def origin(self, part: Part, each: Id) -> Origin:
        """Where the card or plan that is in use under an id comes from; it has been read."""
        with self._reading:
            if (part, each) not in self._read.own_ids:
                return Origin.SHIPPED
            return Origin.REPLACES if self.ships(part, each) else Origin.OWN

    def ships(self, part: Part, each: Id) -> bool:
        """Whether a file with this id is shipped, in use or not."""
        return each in self._listed(part, own=False).paths

    def card_ids(self) -> list[Id]:
        """The ids of all cards, in order."""
        return self._ids(Part.CARDS)

    def plan_ids(self) -> list[Id]:
        """The ids of all plans, in order."""
        return self._ids(Part.PLANS)

    def broken(self, part: Part) -> dict[Path, list[Fault]]:
        """The files of a part that cannot be used, each with what is wrong with it. Everything has been read."""
        folders = {SHIPPED / part, self.folder(part)}
        found: dict[Path, list[Fault]] = {}
        for fault in self.faults:
            if fault.path.parent in folders or fault.path in folders:
                found.setdefault(fault.path, []).append(fault)
        return found

    def nearest_plan(self, word: str) -> str:
        """The id of the plan most like a word; empty when none is like it."""
        return nearest(word, self.plan_ids())

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
            broken_own = each in self._listed(part, own=True).paths and (part, each) not in self._read.own_ids
            return sensitive or broken_own

    def _find_card(self, card_id: Id) -> Card | None:
        for path, own in self._paths(Part.CARDS, card_id):
            card, faults = read_card(path)
            self._read.faults.extend(faults)
            if card is not None:
                if own:
                    self._read.own_ids.add((Part.CARDS, card_id))
                return card
        return None

    def _find_plan(self, plan_id: Id) -> PlanText | None:
        for path, own in self._paths(Part.PLANS, plan_id):
            plan, faults = read_plan(path, self.card, self.card_ids, own=own)
            self._read.faults.extend(faults)
            if plan is not None:
                if own:
                    self._read.own_ids.add((Part.PLANS, plan_id))
                return plan
        return None

    def _about(self, theme: Id) -> tuple[Question, ...]:
        for path, _own in self._paths(Part.QUESTIONS, theme):
            questions, faults = read_questions(path)
            self._read.faults.extend(faults)
            if questions:
                return questions
        return ()

    def _paths(self, part: Part, each: Id) -> list[tuple[Path, bool]]:
        """The files under an id, the supervisor's own first."""
        listed = ((self._listed(part, own=own).paths.get(each), own) for own in (True, False))
        return [(path, own) for path, own in listed if path is not None]

    def _ids(self, part: Part) -> list[Id]:
        return sorted({each for own in (True, False) for each in self._listed(part, own=own).paths})

    def _listed(self, part: Part, *, own: bool) -> Files:
        key = (own, part)
        with self._reading:
            if key not in self._read.files:
                folder = self.folder(part) if own else SHIPPED / part
                listed = files_in(folder) if folder is not None else Files()
                self._read.files[key] = listed
                self._read.faults.extend(listed.refused)
            return self._read.files[key]
