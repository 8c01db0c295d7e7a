"""Changing the agenda: minutes, order, what comes and what does not."""

from dataclasses import replace

from sessions import events as e
from sessions.agenda import Item
from sessions.kinds import MOVABLE_KINDS, ClockShown, ItemKind, ItemState
from sessions.limits import LONGEST, MOST_ITEMS
from sessions.plan import PlanItem
from sessions.refusal import Reason, Refused
from sessions.session import Session
from sessions.transitions import flow
from sessions.values import MINUTE, Instant


def act(session: Session, event: e.Event) -> Session:
    """Do one of the acts of this part."""
    match event:
        case e.Adjusted():
            return _adjusted(session, session.item(event.item), event.minutes)
        case e.Moved():
            return _moved(session, _ahead(session, event.item), event.by)
        case e.PutOff():
            return session.with_item(_put_off(session, event.item, event.to))
        case e.TakenIn():
            return _taken_in(session, session.item(event.item))
        case e.Inserted():
            return _inserted(session, event)
        case e.Given():
            return _given(session, event)
        case e.WentToClosing():
            return _to_closing(session, begins=event.begins)
        case e.PayerMarked():
            return session.with_item(_marked(session.item(event.item), event))
        case e.AcuteBegun():
            return _acute(session, event.items, event.uid)
        case e.ClockChosen():
            return session.with_item(replace(session.item(event.item), clock=event.clock))
    raise AssertionError(event)


def _ahead(session: Session, uid: int) -> Item:
    item = session.item(uid)
    if item.state is not ItemState.AHEAD:
        raise Refused(Reason.NOT_AHEAD)
    return item


def _adjusted(session: Session, item: Item, minutes: int) -> Session:
    if not item.is_open:
        raise Refused(Reason.NOT_AHEAD)
    least = 0 if item.kind is ItemKind.BUFFER else min(1, item.given)
    given = min(LONGEST, max(least, item.given + minutes))
    if given == item.given:
        raise Refused(Reason.TOO_SHORT if minutes < 0 else Reason.TOO_LONG)
    return session.with_item(replace(item, given=given))


def _moved(session: Session, item: Item, by: int) -> Session:
    ahead = list(session.ahead)
    place = ahead.index(item)
    target = min(len(ahead) - 1, max(0, place + by))
    if target == place:
        raise Refused(Reason.NO_ROOM)
    ahead.insert(target, ahead.pop(place))
    order = iter(ahead)
    return session.mapped(lambda each: next(order) if each.state is ItemState.AHEAD else each)


def _put_off(session: Session, uid: int, to: ItemState) -> Item:
    if to not in (ItemState.LEFT_OUT, ItemState.NEXT_TIME):
        raise Refused(Reason.NO_ROOM)
    return replace(_ahead(session, uid), state=to)


def _taken_in(session: Session, item: Item) -> Session:
    if item.state not in (ItemState.LEFT_OUT, ItemState.NEXT_TIME, ItemState.PARKED):
        raise Refused(Reason.NOTHING_CHANGED)
    back = replace(item, state=ItemState.AHEAD)
    current = session.current
    if current is None or session.items.index(item) > session.items.index(current):
        return session.with_item(back)
    others = [each for each in session.items if each.uid != item.uid]
    place = others.index(current) + 1
    return replace(session, items=(*others[:place], back, *others[place:]))


def _inserted(session: Session, event: e.Inserted) -> Session:
    if len(session.items) >= MOST_ITEMS:
        raise Refused(Reason.TOO_MANY_ITEMS)
    new = Item.of(_new_uid(session, event.uid), event.item, len(session.people.present))
    before = session.item(event.after) if event.after is not None else session.current
    place = session.items.index(before) + 1 if before is not None else 0
    while place < len(session.items) and session.items[place].state in (ItemState.DONE, ItemState.NOW):
        place += 1
    return replace(session, items=(*session.items[:place], new, *session.items[place:]))


def _given(session: Session, event: e.Given) -> Session:
    if session.agreed_end is None:
        raise Refused(Reason.NOT_BEGUN)
    for uid, minutes in event.minutes:
        item = _ahead(session, uid)
        if not 0 <= minutes <= item.given:
            raise Refused(Reason.TOO_LONG)
        session = session.with_item(replace(item, given=minutes))
    if event.put_off is not None:
        session = session.with_item(_put_off(session, event.put_off, event.to))
    return replace(
        session, agreed_end=Instant(session.agreed_end + event.later * MINUTE) if session.agreed_end else None
    )


def _to_closing(session: Session, *, begins: bool) -> Session:
    before = before_closing(session)
    if not before and not (begins and closing_ahead(session)):
        raise Refused(Reason.NOTHING_CHANGED)
    for item in before:
        to = ItemState.NEXT_TIME if item.kind in MOVABLE_KINDS else ItemState.LEFT_OUT
        session = session.with_item(replace(item, state=to))
    return flow.next_item(session) if begins else session


def before_closing(session: Session) -> tuple[Item, ...]:
    """The items still to come before the closing; none when no closing is to come."""
    ahead, closing = session.ahead, closing_ahead(session)
    return ahead[: ahead.index(closing)] if closing is not None else ()


def closing_ahead(session: Session) -> Item | None:
    """The closing, if it is still to come."""
    return next((item for item in session.ahead if item.kind is ItemKind.CLOSING), None)


def _marked(item: Item, event: e.PayerMarked) -> Item:
    if not item.is_open:
        raise Refused(Reason.NOT_AHEAD)
    marked = replace(item, first_to_go=event.first_to_go, protected=event.protected and not event.first_to_go)
    if marked == item:
        raise Refused(Reason.NOTHING_CHANGED)
    return marked


def _acute(session: Session, items: tuple[PlanItem, ...], uid: int) -> Session:
    """Park the plan. The item going on is over with the time it took; nothing counts as an overrun any more."""
    if session.acute:
        raise Refused(Reason.ACUTE)
    if not items:
        raise Refused(Reason.NOTHING_CHANGED)
    first = _new_uid(session, uid)
    people = len(session.people.present)
    acute = tuple(
        replace(Item.of(uid, item, people, of_acute=True), clock=ClockShown.NONE)
        for uid, item in enumerate(items, first)
    )
    session = session.mapped(
        lambda item: replace(item, state=ItemState.PARKED) if item.state is ItemState.AHEAD else item
    )
    place = session.items.index(session.current) + 1 if session.current else 0
    session = replace(session, items=(*session.items[:place], *acute, *session.items[place:]), acute=True)
    return flow.enter(session, acute[0]) if session.begun is not None else session


def _new_uid(session: Session, uid: int) -> int:
    """The identity that was given to a new item, or the next one where none was."""
    return max(uid, max((item.uid for item in session.items), default=0) + 1)
