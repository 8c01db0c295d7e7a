"""Shaping a plan before a session: each act gives another preparation, so that undo is the one before."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from facilitator.preparing.preparation import Preparation
from sessions.kinds import ClockShown
from sessions.limits import LONGEST, MOST_ITEMS, MOST_PEOPLE
from sessions.minutes import Minutes
from sessions.plan import Plan, PlanItem, fit


def ready_to_edit(preparation: Preparation) -> Preparation:
    """Ready to be edited: the minutes it was fitted to are its own now."""
    return replace(fit_to_length(preparation), fits=False)


def fit_to_length(preparation: Preparation) -> Preparation:
    """With its items fitted to the agreed length; rounds go on depending on the number of people."""
    items = fit(preparation.plan, preparation.people, preparation.length).items
    changed = (
        lasting(item, int(after.minutes.fixed), preparation.people)
        for item, after in zip(preparation.plan.items, items, strict=True)
    )
    return _with(preparation, tuple(item for item in changed if item.planned(preparation.people) > 0))


def total(preparation: Preparation) -> int:
    """Whole minutes, what the items come to."""
    return preparation.plan.length(preparation.people)


def lengthened(preparation: Preparation, index: int, minutes: int) -> Preparation:
    """One item longer, or shorter when negative; never below a minute."""
    item = preparation.plan.items[index]
    wanted = max(1, min(LONGEST, item.planned(preparation.people) + minutes))
    return _changed(preparation, index, lasting(item, wanted, preparation.people))


def moved(preparation: Preparation, index: int, to: int) -> Preparation:
    """One item at another place."""
    items = list(preparation.plan.items)
    items.insert(max(0, min(len(items) - 1, to)), items.pop(index))
    return _with(preparation, items)


def added(preparation: Preparation, after: int, item: PlanItem) -> Preparation:
    """One item more; the same when there is no room."""
    items = list(preparation.plan.items)
    if len(items) >= MOST_ITEMS:
        return preparation
    return _with(preparation, [*items[: after + 1], item, *items[after + 1 :]])


def removed(preparation: Preparation, index: int) -> Preparation:
    """One item fewer; the last one stays."""
    items = preparation.plan.items
    return _with(preparation, [*items[:index], *items[index + 1 :]]) if len(items) > 1 else preparation


def other_payer(preparation: Preparation, index: int) -> Preparation:
    """Ordinary, then protected, then first to give its time. What is protected by its kind is so when ordinary."""
    item = preparation.plan.items[index]
    if item.first_to_go:
        changed = replace(item, protected=False, first_to_go=False)
    elif item.is_protected:
        changed = replace(item, protected=False, first_to_go=True)
    else:
        changed = replace(item, protected=True)
    return _changed(preparation, index, changed)


def other_clock(preparation: Preparation, index: int) -> Preparation:
    """The group sees another kind of clock: exact, soft, none."""
    clocks = list(ClockShown)
    item = preparation.plan.items[index]
    return _changed(preparation, index, replace(item, clock=clocks[(clocks.index(item.clock) + 1) % len(clocks)]))


def with_people(preparation: Preparation, people: int) -> Preparation:
    """For another number of people."""
    return replace(preparation, people=max(1, min(MOST_PEOPLE, people)))


def lasting(item: PlanItem, minutes: int, people: int) -> PlanItem:
    """The item with so many minutes for so many people; a round keeps what each person takes of it."""
    each = item.minutes.for_people(people) - item.minutes.fixed
    if each > minutes:
        return replace(item, minutes=Minutes.whole(minutes))
    return replace(item, minutes=replace(item.minutes, fixed=Fraction(minutes) - each))


def _changed(preparation: Preparation, index: int, item: PlanItem) -> Preparation:
    items = preparation.plan.items
    return _with(preparation, [*items[:index], item, *items[index + 1 :]])


def _with(preparation: Preparation, items: Sequence[PlanItem]) -> Preparation:
    return replace(
        preparation, plan=Plan(preparation.plan.id, preparation.plan.people, tuple(items), preparation.plan.sensitive)
    )
