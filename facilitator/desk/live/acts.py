"""The acts of the live session that need nothing but a key: which event each command is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sessions import events as e
from sessions.kinds import ClockShown, ItemState
from sessions.refusal import Reason, Refused
from sessions.session import Session
from sessions.values import Instant, Seat

if TYPE_CHECKING:
    from sessions.running import RunningSession

Maker = Callable[[Session, Instant, int | None], e.Event]
"""Makes the event of a command from the session, the instant and the uid of the chosen item."""


def event_of(command: str, session: Session, now: Instant, chosen: int | None) -> e.Event:
    """The event that a command is now.

    Raises:
        Refused: the command means nothing in this state.
        KeyError: the command is not one of the simple acts.
    """
    return _MAKERS[command](session, now, chosen)


def is_simple(command: str) -> bool:
    """Whether a command needs nothing but its key."""
    return command in _MAKERS


def refusal(command: str, running: "RunningSession", chosen: int | None) -> Reason | None:
    """Why a simple command would be refused now; None when it would not."""
    try:
        return running.refusal(event_of(command, running.session, running.now(), chosen))
    except Refused as refused:
        return refused.reason


def toggle_away(session: Session, now: Instant, seat: Seat) -> e.Event:
    """Somebody goes away, or comes back."""
    return e.CameBack(now, seat) if seat in session.people.away else e.WentAway(now, seat)


def _subject(session: Session, chosen: int | None) -> int:
    """The uid of the chosen item, else of the present one."""
    if chosen is not None:
        return chosen
    if session.current is not None:
        return session.current.uid
    raise Refused(Reason.NOT_BEGUN)


def _pointed(chosen: int | None) -> int:
    if chosen is None:
        raise Refused(Reason.NOT_AHEAD)
    return chosen


def _adjust(minutes: int) -> Maker:
    return lambda session, now, chosen: e.Adjusted(now, _subject(session, chosen), minutes)


def _move(by: int) -> Maker:
    return lambda session, now, chosen: e.Moved(now, _pointed(chosen), by)


def _put_off(to: ItemState) -> Maker:
    return lambda session, now, chosen: e.PutOff(now, _pointed(chosen), to)


def _other_payer(session: Session, now: Instant, chosen: int | None) -> e.Event:
    """Ordinary, then protected, then first to give its time."""
    item = session.item(_subject(session, chosen))
    is_ordinary = not item.first_to_go and not item.protected
    return e.PayerMarked(now, item.uid, first_to_go=item.protected, protected=is_ordinary)


def _next(session: Session, now: Instant, _chosen: int | None) -> e.Event:
    """Begin, or go on. What stands still is gone on with by its own key, never by the way."""
    if session.begun is None:
        return e.Begun(now)
    if session.paused:
        raise Refused(Reason.STANDS_STILL)
    return e.Next(now)


def _take_now(session: Session, now: Instant, chosen: int | None) -> e.Event:
    item = session.item(_pointed(chosen))
    if item.state in (ItemState.LEFT_OUT, ItemState.NEXT_TIME, ItemState.PARKED):
        return e.TakenIn(now, item.uid)
    return e.ItemChosen(now, item.uid)


def _clock_shown(session: Session, now: Instant, chosen: int | None) -> e.Event:
    item = session.item(_subject(session, chosen))
    kinds = list(ClockShown)
    return e.ClockChosen(now, item.uid, kinds[(kinds.index(item.clock) + 1) % len(kinds)])


_MAKERS: dict[str, Maker] = {
    "next": _next,
    "back": lambda session, now, chosen: e.Back(now),
    "end_item": lambda session, now, chosen: e.ItemEnded(now),
    "pause": lambda session, now, chosen: e.Resumed(now) if session.paused else e.Paused(now),
    "longer": _adjust(1),
    "shorter": _adjust(-1),
    "longer_5": _adjust(5),
    "shorter_5": _adjust(-5),
    "take_now": _take_now,
    "protect": _other_payer,
    "move_down": _move(1),
    "move_up": _move(-1),
    "next_time": _put_off(ItemState.NEXT_TIME),
    "leave_out": _put_off(ItemState.LEFT_OUT),
    "skip_step": lambda session, now, chosen: e.StepSkipped(now),
    "longer_step": lambda session, now, chosen: e.StepLengthened(now, 1),
    "repeat_step": lambda session, now, chosen: e.StepRepeated(now),
    "pass": lambda session, now, chosen: e.TurnPassed(now),
    "hold": lambda session, now, chosen: e.TurnHeld(now),
    "arrived": lambda session, now, chosen: e.Arrived(now),
    "clock_shown": _clock_shown,
    "to_closing": lambda session, now, chosen: e.WentToClosing(now, begins=True),
    "take_out": lambda session, now, chosen: e.GapTakenOut(now),
    "undo": lambda session, now, chosen: e.Undone(now),
    "redo": lambda session, now, chosen: e.Redone(now),
}
