"""What is kept of a session when it ends: from what ran to its coarse structure."""

from collections.abc import Iterable
from datetime import date

from sessions.agenda import Item
from sessions.kinds import ItemKind, ItemState
from sessions.process import Fate
from sessions.record import MOST_KEPT, MOST_MINUTES, KeptItem, Record, Untaken
from sessions.session import Session
from sessions.timing import nearest_minutes, taken_minutes
from sessions.values import SPECIAL, Id

COARSE = 5
"""Whole minutes to which what is special is rounded: a length of its own would tell which card or plan it was."""
_FATES = {
    ItemState.AHEAD: Fate.NOT_REACHED,
    ItemState.LEFT_OUT: Fate.LEFT_OUT,
    ItemState.NEXT_TIME: Fate.NEXT_TIME,
    ItemState.PARKED: Fate.NEXT_TIME,
}
_ABOUT_GOALS = frozenset({ItemKind.GOALS, ItemKind.EVALUATION})


def record_of(session: Session, day: date, sensitive: frozenset[Id], plan_form: int | None = None) -> Record:
    """The record of an ended session.

    ``sensitive`` are the ids of plans and cards whose very name would tell what troubles a group: they are kept
    as ``special``, in coarse minutes. A session with such a plan, or in which something acute came first, is kept as
    one special item. Of a session with one person only the day, the minutes and the plan are kept: there is no
    group to hide in. ``plan_form`` is the form of the session's plan.
    """
    special = session.plan in sensitive or session.acute
    taken = [item for item in session.items if _was_taken(item)]
    alone = session.people.seats == 1
    actual = sum(taken_minutes(item) for item in taken)
    items = () if alone else _kept_items(taken, sensitive, as_one=special)
    rest = () if alone or session.plan in sensitive else tuple(_rest(session, sensitive, as_one=special))
    return Record(
        uid=session.uid,
        day=day,
        people=session.people.seats,
        planned=_kept_minutes(session.agreed_minutes),
        actual=_coarse(actual) if special else _kept_minutes(actual),
        plan=SPECIAL if special else session.plan,
        items=items[:MOST_KEPT],
        goals=() if alone else tuple(goal.kept for goal in session.goals),
        left_out=0 if alone else _count(session, ItemState.LEFT_OUT),
        next_time=0 if alone else _count(session, ItemState.NEXT_TIME, ItemState.PARKED),
        paused=_kept_minutes(nearest_minutes(session.paused_ms)),
        rest=rest[:MOST_KEPT],
        plan_form=None if special or session.plan is None else plan_form,
        goals_looked_at=not alone and _looked_at_goals(session, taken),
    )


def _was_taken(item: Item) -> bool:
    return item.state in (ItemState.DONE, ItemState.NOW) or bool(taken_minutes(item))


def _count(session: Session, *states: ItemState) -> int:
    return sum(item.state in states for item in session.items)


def _looked_at_goals(session: Session, taken: list[Item]) -> bool:
    return session.goals_changed or (bool(session.goals) and any(item.kind in _ABOUT_GOALS for item in taken))


def _kept_items(items: list[Item], sensitive: frozenset[Id], *, as_one: bool) -> tuple[KeptItem, ...]:
    if not as_one or not items:
        return tuple(_kept(item, sensitive) for item in items)
    planned, taken = sum(item.planned for item in items), sum(taken_minutes(item) for item in items)
    return (KeptItem(None, _coarse(planned), _coarse(taken), SPECIAL),)


def _kept(item: Item, sensitive: frozenset[Id]) -> KeptItem:
    planned, taken = item.planned, taken_minutes(item)
    if item.exercise in sensitive:
        return KeptItem(item.kind, _coarse(planned), _coarse(taken), SPECIAL)
    return KeptItem(item.kind, _kept_minutes(planned), _kept_minutes(taken), item.exercise, item.slot)


def _rest(session: Session, sensitive: frozenset[Id], *, as_one: bool) -> Iterable[Untaken]:
    """Of a session in which something acute came first only what was set aside for next time."""
    place = 0
    for item in session.items:
        if _was_taken(item):
            place += 1
            continue
        fate = _FATES[item.state]
        if item.of_acute or (as_one and fate is not Fate.NEXT_TIME):
            continue
        where = min(place, 1) if as_one else place
        if item.exercise in sensitive:
            yield Untaken(item.kind, _coarse(item.planned), fate, where, SPECIAL)
        else:
            yield Untaken(item.kind, _kept_minutes(item.planned), fate, where, item.exercise, item.slot)


def _kept_minutes(minutes: int) -> int:
    """A session left open for months must still be able to end."""
    return min(max(minutes, 0), MOST_MINUTES)


def _coarse(minutes: int) -> int:
    """To the nearest five, but something stays something."""
    kept = _kept_minutes(minutes)
    return kept and max(COARSE, (kept + COARSE // 2) // COARSE * COARSE)
