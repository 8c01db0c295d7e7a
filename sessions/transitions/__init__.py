"""What each event does to the session: pure, and the only way in which a session changes.

``apply`` settles the clocks up to the event, then hands it to the part that knows it. An act that is not
possible raises ``Refused`` and changes nothing.
"""

from sessions import events as e
from sessions.agenda import Item
from sessions.goals import GoalOnBoard, GoalUid
from sessions.limits import MOST_ITEMS, MOST_PEOPLE
from sessions.refusal import Reason, Refused
from sessions.session import Session
from sessions.transitions import agenda, disturbances, flow, goals, steps, turns


def opened(event: e.Opened) -> Session:
    """The session as it is made ready.

    Raises:
        ValueError: it is for more people or has more items than any session: a journal may say anything.
    """
    if not 1 <= event.people <= MOST_PEOPLE or len(event.items) > MOST_ITEMS:
        raise ValueError("out of range")
    items = tuple(Item.of(uid, item, event.people) for uid, item in enumerate(event.items, 1))
    goals = (GoalOnBoard(GoalUid(uid), goal.slot, goal.code, goal.status) for uid, goal in enumerate(event.goals, 1))
    return Session(
        uid=event.uid,
        seed=event.seed,
        items=items,
        people=turns.seated(event.people),
        agreed_minutes=event.minutes,
        plan=event.plan,
        group=event.group,
        agreed_end=event.end,
        by_clock=event.end is not None,
        anchor=event.at,
        starter=event.starter,
        goals=tuple(goals),
        wall_offset_ms=event.wall_offset_ms,
    )


def apply(session: Session, event: e.Event) -> Session:
    """The session after ``event``.

    Raises:
        Refused: the act is not possible in this state.
    """
    if session.ended is not None:
        raise Refused(Reason.ENDED)
    if isinstance(event, e.NOTICED):
        return disturbances.noticed(session, event)
    return _act(session.settled(event.at), event)


def _act(session: Session, event: e.Event) -> Session:
    match event:
        case e.Begun() | e.BegunEarlier() | e.Next() | e.Back() | e.ItemEnded() | e.ItemChosen():
            return flow.act(session, event)
        case e.Paused() | e.Resumed() | e.Ended():
            return flow.act(session, event)
        case e.StepSkipped() | e.StepRepeated() | e.StepLengthened() | e.MethodSwitched():
            return steps.act(session, event)
        case e.RoundStarted() | e.RoundEnded() | e.TurnPassed() | e.TurnHeld() | e.TurnGiven():
            return turns.act(session, event)
        case e.WentAway() | e.CameBack() | e.Arrived() | e.PresenterChosen():
            return turns.act(session, event)
        case e.GoalAdded() | e.GoalMarked():
            return goals.act(session, event)
        case e.GapTakenOut():
            return disturbances.taken_out(session)
        case _:
            return agenda.act(session, event)
