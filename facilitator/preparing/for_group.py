"""What a group's past brings to its next session: the minutes it really takes, and what was moved to this time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from msgspec import Struct

from exercises.deck import Deck
from facilitator.preparing.agreed_times import AgreedTimes
from facilitator.preparing.plan_edits import lasting
from facilitator.preparing.preparation import DEFAULT_PEOPLE
from sessions.history.drift import own_minutes
from sessions.kinds import STEADY_KINDS, ItemKind
from sessions.limits import MOST_ITEMS
from sessions.minutes import Minutes
from sessions.plan import Plan, PlanItem
from sessions.process import SetUp
from sessions.record import Record, Untaken
from sessions.values import SPECIAL

LATELY = 6
"""Sessions that tell what a kind of item takes."""
WORTH_SAYING = 2
"""Minutes between plan and habit from which it is said."""
KINDS = (STEADY_KINDS | {ItemKind.CLOSING, ItemKind.EVALUATION}) - {ItemKind.ADMIN}
"""Kinds that are much the same each time: what a case or a topic took says nothing of the next one."""


class OwnMinutes(Struct, frozen=True):
    """An item that takes this group another time than the plan gives it."""

    index: int
    """Its place in the plan, from 0."""
    planned: int
    """Whole minutes in the plan, for so many people."""
    taken: int
    """Whole minutes that it takes this group."""


def usual_people(last: Record | None, set_up: SetUp, otherwise: int | None) -> int:
    """How many to make ready for: as was agreed, else as many as came last time, else as set."""
    return set_up.people or (last.people if last is not None and last.people else None) or otherwise or DEFAULT_PEOPLE


def usual_times(last: Record | None, set_up: SetUp, otherwise: int | None) -> AgreedTimes | None:
    """How long to make ready for: as was agreed, else, for those who never met, as set; None is as the plan has it."""
    length = set_up.length or (otherwise if last is None else None)
    return AgreedTimes(length) if length is not None else None


def own_minutes_of(plan: Plan, people: int, records: Sequence[Record]) -> tuple[OwnMinutes, ...]:
    """The items that the group's last sessions say something else of than the plan.

    A kind that is there twice is not told apart, so nothing is said of it.
    """
    usual: Mapping[ItemKind, int] = own_minutes(records, LATELY)
    kinds = [item.kind for item in plan.items]
    found = []
    for index, item in enumerate(plan.items):
        planned, taken = item.planned(people), usual.get(item.kind)
        is_told = item.kind in KINDS and kinds.count(item.kind) == 1 and taken is not None
        if is_told and taken is not None and abs(taken - planned) >= WORTH_SAYING:
            found.append(OwnMinutes(index, planned, taken))
    return tuple(found)


def with_own_minutes(plan: Plan, people: int, own: Sequence[OwnMinutes]) -> Plan:
    """The plan with the minutes that its items take this group."""
    taken = {each.index: each.taken for each in own}
    items = (lasting(item, taken[index], people) if index in taken else item for index, item in enumerate(plan.items))
    return replace(plan, items=tuple(items))


def with_back(plan: Plan, moved: Untaken, place: int, deck: Deck) -> Plan:
    """The plan with what was moved to this time, before the item at ``place``; kind and card, no title."""
    if len(plan.items) >= MOST_ITEMS:
        return plan
    card = deck.card(moved.exercise) if moved.exercise not in (None, SPECIAL) and moved.exercise is not None else None
    item = PlanItem(
        moved.kind,
        Minutes.whole(max(1, moved.planned)),
        card.id if card is not None else None,
        steps=card.steps if card is not None else (),
    )
    return replace(plan, items=(*plan.items[:place], item, *plan.items[place:]))
