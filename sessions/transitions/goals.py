"""The goal board."""

from dataclasses import replace

from msgspec import structs

from sessions import events as e
from sessions.goals import GoalOnBoard, GoalUid, free_slot
from sessions.refusal import Reason, Refused
from sessions.session import Session


def act(session: Session, event: e.Event) -> Session:
    """Do one of the acts of this part."""
    match event:
        case e.GoalAdded():
            slot = free_slot(session.goals)
            if slot is None:
                raise Refused(Reason.TOO_MANY_GOALS)
            uid = GoalUid(max(event.uid, max((goal.uid for goal in session.goals), default=0) + 1))
            return replace(session, goals=(*session.goals, GoalOnBoard(uid, slot, event.code)), goals_changed=True)
        case e.GoalMarked():
            if all(goal.slot != event.slot for goal in session.goals):
                raise Refused(Reason.NO_SUCH_GOAL)
            marked = (structs.replace(g, status=event.status) if g.slot == event.slot else g for g in session.goals)
            return replace(session, goals=tuple(marked), goals_changed=True)
    raise AssertionError(event)
