"""Going through the session: begin, next, back, pause, end."""

from dataclasses import replace

from sessions import events as e
from sessions.agenda import Item
from sessions.kinds import ItemState
from sessions.refusal import Reason, Refused
from sessions.session import Session
from sessions.transitions import turns
from sessions.values import MINUTE, Instant

MOST_EARLIER = 240
"""Minutes: a start further back than four hours is a slip of the finger."""


def act(session: Session, event: e.Event) -> Session:
    """Do one of the acts of this part."""
    match event:
        case e.Begun():
            return _begun(session, event)
        case e.Ended():
            return replace(session, ended=event.at, round=None)
    if session.begun is None:
        raise Refused(Reason.NOT_BEGUN)
    match event:
        case e.BegunEarlier():
            return _begun_earlier(session, event.minutes)
        case e.Next():
            return _next(session)
        case e.Back():
            return _back(session)
        case e.ItemEnded():
            return next_item(session)
        case e.ItemChosen():
            return _chosen(session, event.item)
        case e.Paused():
            if session.paused:
                raise Refused(Reason.PAUSED)
            return replace(session, paused=True)
        case e.Resumed():
            if not session.paused:
                raise Refused(Reason.NOT_PAUSED)
            return replace(session, paused=False)
    raise AssertionError(event)


def _begun(session: Session, event: e.Begun) -> Session:
    if session.begun is not None:
        raise Refused(Reason.BEGUN)
    if not session.ahead:
        raise Refused(Reason.LAST_ITEM)
    if not 0 <= event.earlier <= MOST_EARLIER:
        raise Refused(Reason.TOO_LONG)
    begun = Instant(event.at - event.earlier * MINUTE)
    keep = session.by_clock and event.keep_end
    end = session.agreed_end if keep else Instant(begun + session.agreed_minutes * MINUTE)
    session = replace(session, begun=begun, anchor=begun, agreed_end=end, by_clock=keep)
    return enter(session, session.ahead[0]).settled(event.at)


def _begun_earlier(session: Session, minutes: int) -> Session:
    assert session.begun is not None
    if not 1 <= minutes <= MOST_EARLIER:
        raise Refused(Reason.TOO_LONG)
    first = next(item for item in session.items if item.state in (ItemState.NOW, ItemState.DONE))
    end = session.agreed_end
    if end is not None and not session.by_clock:
        end = Instant(end - minutes * MINUTE)
    moved = replace(session, begun=Instant(session.begun - minutes * MINUTE), agreed_end=end)
    first = replace(first.took_in_step(0, minutes * MINUTE), begun=moved.begun)
    return moved.with_item(first)


def _next(session: Session) -> Session:
    turns_now = session.round
    if turns_now is not None and not turns_now.is_over:
        turned = turns_now.next()
        if not turned.is_over:
            return replace(session, round=turned)
        if not turned.of_step:
            return replace(session, round=None)
        session = replace(session, round=turned)
    current = _current(session)
    if current.step + 1 < len(current.steps):
        return enter_step(session, current.step + 1)
    try:
        return next_item(session)
    except Refused:
        if session.round is not turns_now:
            return session
        raise


def next_item(session: Session) -> Session:
    """End the present item and begin the next."""
    if not session.ahead:
        raise Refused(Reason.LAST_ITEM)
    return enter(session, session.ahead[0])


def _back(session: Session) -> Session:
    if session.round is not None and (taken := session.round.take_back(session.people.away)) is not None:
        return replace(session, round=taken)
    current = _current(session)
    if current.step > 0:
        return enter_step(session, current.step - 1, back=True)
    place = session.items.index(current)
    before = [item for item in session.items[:place] if item.state is ItemState.DONE]
    if not before:
        raise Refused(Reason.FIRST_ITEM)
    session = _keep_round(session)
    again = replace(_current(session), state=ItemState.AHEAD)
    return _with_turns(session.with_item(again).with_item(replace(before[-1], state=ItemState.NOW)), back=True)


def _chosen(session: Session, uid: int) -> Session:
    chosen = session.item(uid)
    if chosen.state is not ItemState.AHEAD:
        raise Refused(Reason.NOT_AHEAD)
    current = _current(session)
    others = [item for item in session.items if item.uid != uid]
    place = others.index(current) + 1
    return enter(replace(session, items=(*others[:place], chosen, *others[place:])), chosen)


def enter(session: Session, item: Item) -> Session:
    """Make ``item`` the one that is going on; what was going on is done."""
    if (current := session.current) is not None:
        session = _keep_round(session)
        session = session.with_item(replace(session.item(current.uid), state=ItemState.DONE))
    begun = item.begun if item.begun is not None else session.anchor
    return _with_turns(session.with_item(replace(item, state=ItemState.NOW, begun=begun)))


def enter_step(session: Session, step: int, *, back: bool = False) -> Session:
    """Make another step of the present item the one that is going on."""
    session = _keep_round(session)
    return _with_turns(session.with_item(replace(_current(session), step=step)), back=back)


def _keep_round(session: Session) -> Session:
    current = _current(session)
    kept = session.round if session.round and session.round.of_step else None
    return session.with_item(current.with_round(kept))


def _with_turns(session: Session, *, back: bool = False) -> Session:
    """The session with the round of the present step: the one that was left there, or a new one."""
    kept = _current(session).kept_round
    if kept is not None and kept.is_over:
        kept = kept.take_back(session.people.away) if back else None
    if kept is not None:
        return replace(session, round=turns.with_those_here(kept, session.people))
    return turns.for_step(replace(session, round=None))


def _current(session: Session) -> Item:
    if session.current is None:
        raise Refused(Reason.NOT_BEGUN)
    return session.current
