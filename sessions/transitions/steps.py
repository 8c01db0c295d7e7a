"""The steps of the present item, and the way in which an item is done."""

from dataclasses import replace

from sessions import events as e
from sessions.agenda import Item
from sessions.kinds import ItemState
from sessions.limits import LONGEST
from sessions.plan import Step
from sessions.refusal import Reason, Refused
from sessions.session import Gap, Session
from sessions.timing import minutes_up, step_given
from sessions.transitions import flow, turns
from sessions.values import MINUTE, Id


def act(session: Session, event: e.Event) -> Session:
    """Do one of the acts of this part."""
    match event:
        case e.StepSkipped():
            return _skipped(session)
        case e.StepRepeated():
            return _repeated(session)
        case e.StepLengthened():
            if event.minutes < 1:
                raise Refused(Reason.TOO_SHORT)
            return session.with_item(_lengthened(_with_steps(session), event.minutes))
        case e.MethodSwitched():
            return _switched(session, session.item(event.item), event.exercise, event.steps)
    raise AssertionError(event)


def _with_steps(session: Session) -> Item:
    if session.current is None:
        raise Refused(Reason.NOT_BEGUN)
    if not session.current.steps:
        raise Refused(Reason.NO_STEPS)
    return session.current


def _lengthened(item: Item, minutes: int) -> Item:
    if item.given + minutes > LONGEST:
        raise Refused(Reason.TOO_LONG)
    return item.lengthened(minutes)


def _skipped(session: Session) -> Session:
    item = _with_steps(session)
    if item.step + 1 >= len(item.steps):
        raise Refused(Reason.LAST_STEP)
    return flow.enter_step(session, item.step + 1)


def _repeated(session: Session) -> Session:
    """The new round begins with the time that the step has taken already, so it has the new minutes and no more."""
    item = _with_steps(session)
    own = step_given(item, item.step, len(session.people.present)) - item.step_more[item.step] * MINUTE
    again = _lengthened(item, max(1, minutes_up(own)))
    session = turns.for_step(replace(session.with_item(again.with_round(None)), round=None))
    if session.round is None:
        return session
    return replace(session, round=replace(session.round, used_ms=item.step_spent[item.step]))


def _switched(session: Session, item: Item, exercise: Id | None, steps: tuple[Step, ...]) -> Session:
    if not item.is_open:
        raise Refused(Reason.NOT_AHEAD)
    if (exercise, steps) == (item.exercise, item.steps):
        raise Refused(Reason.NOTHING_CHANGED)
    gap = session.gap
    if gap is not None and gap.item == item.uid:
        session = replace(session, gap=replace(gap, step=Gap.NO_STEP))
    session = session.with_item(item.switched(exercise, steps))
    return turns.for_step(replace(session, round=None)) if item.state is ItemState.NOW else session
