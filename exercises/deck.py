"""The deck: what is shipped and what the supervisor has written, each file read when it is first asked for."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from exercises.card import Card, PlanText, Question
from exercises.cardfile import read_card
from exercises.folder import Files, Part, files_in
from exercises.planfile import read_plan
from exercises.questionfile import read_questions
from exercises.tables import Fault, nearest
from sessions.values import Id

SHIPPED = Path(__file__).parent
T = TypeVar("T", Card, PlanText)


class Origin(StrEnum):
    """Where a card or plan comes from."""

    SHIPPED = "shipped"
    OWN = "own"
    REPLACES = "replaces"
    """The supervisor's own, in the place of a shipped one with the same id."""


class Deck:
    """Cards, questions and plans.

    A file of the supervisor's own takes the place of a shipped one with the same id; one that is broken does not, and
    is told of in ``faults``.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._own = own
        self.forget()

    def forget(self) -> None:
        """Read everything anew when it is next asked for: a file has been written."""
        self._files: dict[tuple[bool, Part], Files] = {}
        self._cards: dict[Id, Card | None] = {}
        self._plans: dict[Id, PlanText | None] = {}
        self._questions: tuple[Question, ...] | None = None
        self._own_ids: set[tuple[Part, Id]] = set()
        self.faults: list[Fault] = []
        """Everything wrong in the files read so far."""

    def folder(self, part: Part) -> Path | None:
        """Where the supervisor's own files of a part are; None when there is no data folder."""
        return self._own / part if self._own is not None else None

    def card(self, card_id: Id) -> Card | None:
        """The card with this id; None when there is none, or its file is broken (see ``faults``)."""
        if card_id not in self._cards:
            self._cards[card_id] = None
            for path, own in self._paths(Part.CARDS, card_id):
                card, faults = read_card(path)
                self.faults.extend(faults)
                if card is not None:
                    self._keep(self._cards, Part.CARDS, card_id, card, own=own)
                    break
        return self._cards[card_id]

    def plan(self, plan_id: Id) -> PlanText | None:
        """The plan with this id; None when there is none, or its file is broken (see ``faults``)."""
        if plan_id not in self._plans:
            self._plans[plan_id] = None
            for path, own in self._paths(Part.PLANS, plan_id):
                plan, faults = read_plan(path, self.card, self.card_ids, own=own)
                self.faults.extend(faults)
                if plan is not None:
                    self._keep(self._plans, Part.PLANS, plan_id, plan, own=own)
                    break
        return self._plans[plan_id]

    def cards(self) -> list[Card]:
        """All cards that can be read, by id."""
        return [card for card_id in self.card_ids() if (card := self.card(card_id)) is not None]

    def plans(self) -> list[PlanText]:
        """All plans that can be read, by id."""
        return [plan for plan_id in self.plan_ids() if (plan := self.plan(plan_id)) is not None]

    def questions(self) -> tuple[Question, ...]:
        """All questions, by theme. The supervisor's own file of a theme stands in the place of the shipped one."""
        if self._questions is None:
            self._questions = tuple(question for theme in self._ids(Part.QUESTIONS) for question in self._about(theme))
        return self._questions

    def origin(self, part: Part, each: Id) -> Origin:
        """Where the card or plan that is in use under an id comes from; it has been read."""
        if (part, each) not in self._own_ids:
            return Origin.SHIPPED
        return Origin.REPLACES if each in self._listed(part, own=False).paths else Origin.OWN

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

    def sensitive(self, ids: Iterable[Id | None]) -> frozenset[Id]:
        """Those of ``ids`` that are a sensitive card or plan."""
        return frozenset(each for each in ids if each is not None and self._is_sensitive(each))

    def _is_sensitive(self, each: Id) -> bool:
        card, plan = self.card(each), self.plan(each)
        return bool((card and card.sensitive) or (plan and plan.plan.sensitive))

    def _about(self, theme: Id) -> tuple[Question, ...]:
        for path, _own in self._paths(Part.QUESTIONS, theme):
            questions, faults = read_questions(path)
            self.faults.extend(faults)
            if questions:
                return questions
        return ()

    def _keep(self, kept: dict[Id, T | None], part: Part, each: Id, value: T, *, own: bool) -> None:
        kept[each] = value
        if own:
            self._own_ids.add((part, each))

    def _paths(self, part: Part, each: Id) -> list[tuple[Path, bool]]:
        """The files under an id, the supervisor's own first."""
        listed = ((self._listed(part, own=own).paths.get(each), own) for own in (True, False))
        return [(path, own) for path, own in listed if path is not None]

    def _ids(self, part: Part) -> list[Id]:
        return sorted({each for own in (True, False) for each in self._listed(part, own=own).paths})

    def _listed(self, part: Part, *, own: bool) -> Files:
        key = (own, part)
        if key not in self._files:
            folder = self.folder(part) if own else SHIPPED / part
            self._files[key] = files_in(folder) if folder is not None else Files()
            self.faults.extend(self._files[key].refused)
        return self._files[key]
