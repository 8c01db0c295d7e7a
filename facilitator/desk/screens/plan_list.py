"""Which plans are offered for a session, in sections: what suits now, one's own, all in alphabetical order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from exercises.deck import Deck
from exercises.folder import Part
from exercises.searching import Index, plan_passages
from facilitator.preparing.preparation import DEFAULT_PLAN
from facilitator.texts.languages import N_, language
from sessions.history.proposing import ONCE, Proposal, Why
from sessions.store.groups import Group
from sessions.values import Id

LATELY = 3
"""How many plans of the last sessions are offered."""


class Section(Enum):
    """A part of the list of plans."""

    NOW = N_("SUITS NOW")
    OWN = N_("YOUR OWN")
    ALL = N_("ALL A–Z")
    FOUND = N_("FOUND")


@dataclass(frozen=True, slots=True)
class OfferedPlan:
    """A plan in the list."""

    plan: Id
    section: Section
    why: Why | None = None
    """Why it is proposed; None when the group only had it lately, and where nothing is proposed."""
    broken: Path | None = None
    """Its file, when it cannot be used."""


def offered(deck: Deck, group: Group | None, proposed: Sequence[Proposal]) -> list[OfferedPlan]:
    """Every plan; what is proposed comes first, and one may stand in more than one section."""
    texts = deck.plans_by_name(language())
    known = {text.plan.id for text in texts}
    plans = [record.plan for record in reversed(group.records if group is not None else ())]
    lately = list(dict.fromkeys(plan for plan in plans if plan is not None and plan not in ONCE))[:LATELY]
    usual = [] if proposed else [Proposal(DEFAULT_PLAN, Why.USUAL)]
    now: dict[Id, Why | None] = {each.plan: each.why for each in (*proposed, *usual)}
    now |= {plan: None for plan in lately if plan not in now}
    found = [OfferedPlan(plan, Section.NOW, why) for plan, why in now.items() if plan in known]
    found += [OfferedPlan(text.plan.id, Section.OWN) for text in texts if text.own]
    found += list(_broken(deck))
    return found + [OfferedPlan(text.plan.id, Section.ALL) for text in texts]


def _broken(deck: Deck) -> Iterator[OfferedPlan]:
    for path in deck.broken(Part.PLANS):
        try:
            yield OfferedPlan(Id(path.stem), Section.OWN, broken=path)
        except ValueError:  # told at the cards and by the list: it has no id that a row could have
            continue


class PlanFinder:
    """The plans, made ready to be searched."""

    def __init__(self, deck: Deck) -> None:
        texts = deck.plans()
        self._ids = [text.plan.id for text in texts]
        self._index = Index([plan_passages(text, language()) for text in texts], language(), deck.synonyms())

    def find(self, text: str) -> list[OfferedPlan]:
        """The plans that are like ``text``, best first."""
        return [OfferedPlan(self._ids[hit.place], Section.FOUND) for hit in self._index.find(text)]
