"""Shaping a plan before a session: each act gives another preparation, so that undo is the one before."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from facilitator.preparing.preparation import Preparation
from sessions.kinds import ClockShown, ItemKind
from sessions.minutes import Minutes
from sessions.plan import LONGEST, MOST_ITEMS, MOST_PEOPLE, Plan, PlanItem, fit


def shaped(made: Preparation) -> Preparation:
    """Ready for shaping: the minutes it was fitted to are its own now."""
    return replace(fitted(made), fits=False)


def fitted(made: Preparation) -> Preparation:
    """With its items fitted to the agreed length; rounds go on depending on the number of people."""
    items = fit(made.plan, made.people, made.length).items
    changed = (
        _lasting(item, int(after.minutes.fixed), made.people)
        for item, after in zip(made.plan.items, items, strict=True)
    )
    return _with(made, tuple(item for item in changed if item.planned(made.people) > 0))


def total(made: Preparation) -> int:
    """Whole minutes, what the items come to."""
    return made.plan.length(made.people)


def lengthened(made: Preparation, index: int, minutes: int) -> Preparation:
    """One item longer, or shorter when negative; never below a minute."""
    item = made.plan.items[index]
    wanted = max(1, min(LONGEST, item.planned(made.people) + minutes))
    return _changed(made, index, _lasting(item, wanted, made.people))


def moved(made: Preparation, index: int, to: int) -> Preparation:
    """One item at another place."""
    items = list(made.plan.items)
    items.insert(max(0, min(len(items) - 1, to)), items.pop(index))
    return _with(made, items)


def added(made: Preparation, after: int, item: PlanItem) -> Preparation:
    """One item more; the same when there is no room."""
    items = list(made.plan.items)
    if len(items) >= MOST_ITEMS:
        return made
    return _with(made, [*items[: after + 1], item, *items[after + 1 :]])


def removed(made: Preparation, index: int) -> Preparation:
    """One item fewer; the last one stays."""
    items = made.plan.items
    return _with(made, [*items[:index], *items[index + 1 :]]) if len(items) > 1 else made


def protected(made: Preparation, index: int) -> Preparation:
    """Protected, or not any more. What is protected by its kind stays so."""
    item = made.plan.items[index]
    return _changed(made, index, replace(item, protected=not item.protected))


def other_clock(made: Preparation, index: int) -> Preparation:
    """The group sees another kind of clock: exact, soft, none."""
    clocks = list(ClockShown)
    item = made.plan.items[index]
    return _changed(made, index, replace(item, clock=clocks[(clocks.index(item.clock) + 1) % len(clocks)]))


def with_people(made: Preparation, people: int) -> Preparation:
    """For another number of people."""
    return replace(made, people=max(1, min(MOST_PEOPLE, people)))


def empty_item(minutes: int) -> PlanItem:
    """An item without a card."""
    return PlanItem(ItemKind.THEME, Minutes.whole(minutes))


def _lasting(item: PlanItem, minutes: int, people: int) -> PlanItem:
    """The item with so many minutes for so many people; a round keeps what each person takes of it."""
    each = item.minutes.for_people(people) - item.minutes.fixed
    if each > minutes:
        return replace(item, minutes=Minutes.whole(minutes))
    return replace(item, minutes=replace(item.minutes, fixed=Fraction(minutes) - each))


def _changed(made: Preparation, index: int, item: PlanItem) -> Preparation:
    items = made.plan.items
    return _with(made, [*items[:index], item, *items[index + 1 :]])


def _with(made: Preparation, items: Sequence[PlanItem]) -> Preparation:
    return replace(made, plan=Plan(made.plan.id, made.plan.people, tuple(items), made.plan.sensitive))
