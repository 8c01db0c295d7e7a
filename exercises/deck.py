"""The deck: what is shipped and what the supervisor has written, read one file at a time when it is asked for."""

from collections.abc import Iterable
from pathlib import Path

from exercises.card import Card, PlanText
from exercises.cardfile import read_card
from exercises.planfile import read_plan
from exercises.tables import Fault, nearest
from sessions.values import Id

SHIPPED = Path(__file__).parent


class Deck:
    """Cards and plans by id. A file of the supervisor's own takes the place of a shipped one with the same id."""

    def __init__(self, own: Path | None = None) -> None:
        self._own = own
        self._cards: dict[Id, Card | None] = {}
        self._plans: dict[Id, PlanText | None] = {}
        self.faults: list[Fault] = []
        """Everything wrong in the files read so far."""

    def card(self, card_id: Id) -> Card | None:
        """The card with this id; None when there is none, or its file is broken (see ``faults``)."""
        if card_id not in self._cards:
            path = self._find("cards", card_id)
            card, faults = read_card(path) if path else (None, [])
            self.faults.extend(faults)
            self._cards[card_id] = card
        return self._cards[card_id]

    def plan(self, plan_id: Id) -> PlanText | None:
        """The plan with this id; None when there is none, or its file is broken (see ``faults``)."""
        if plan_id not in self._plans:
            path = self._find("plans", plan_id)
            plan, faults = None, list[Fault]()
            if path:
                own = self._own is not None and path.is_relative_to(self._own)
                plan, faults = read_plan(path, self.card, self.card_ids, own=own)
            self.faults.extend(faults)
            self._plans[plan_id] = plan
        return self._plans[plan_id]

    def card_ids(self) -> list[Id]:
        """The ids of all cards, in order."""
        return self._ids("cards")

    def plan_ids(self) -> list[Id]:
        """The ids of all plans, in order."""
        return self._ids("plans")

    def nearest_plan(self, word: str) -> str:
        """The id of the plan most like a word; empty when none is like it."""
        return nearest(word, self.plan_ids())

    def sensitive(self, ids: Iterable[Id | None]) -> frozenset[Id]:
        """Those of ``ids`` that are a sensitive card or plan."""
        return frozenset(each for each in ids if each is not None and self._is_sensitive(each))

    def _is_sensitive(self, each: Id) -> bool:
        card, plan = self.card(each), self.plan(each)
        return bool((card and card.sensitive) or (plan and plan.plan.sensitive))

    def _find(self, folder: str, file_id: Id) -> Path | None:
        for root in filter(None, (self._own, SHIPPED)):
            path = root / folder / f"{file_id}.toml"
            if path.is_file():
                return path
        return None

    def _ids(self, folder: str) -> list[Id]:
        found = set()
        for root in filter(None, (self._own, SHIPPED)):
            for path in (root / folder).glob("*.toml"):
                try:
                    found.add(Id(path.stem))
                except ValueError:
                    continue
        return sorted(found)
