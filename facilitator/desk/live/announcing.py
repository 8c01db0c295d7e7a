"""What is said of an act whose effect is not plain to see. No key acts without a sign."""

from facilitator.desk.open_session import OpenSession
from facilitator.texts.acts import act_name
from facilitator.texts.languages import _
from facilitator.texts.names import name_of, seat_name, title_of
from facilitator.texts.phrases import duration, minutes, paying
from sessions import events as e
from sessions.history.series import CLOSING
from sessions.kinds import ItemKind
from sessions.session import Session
from sessions.timing import nearest_minutes


def announcement(event: e.Event, live: OpenSession, again: e.Event | None = None) -> str:
    """What to say of an event that has happened; ``again`` is the act that was undone, or done again."""
    session = live.running.session
    match event:
        case e.PutOff():
            return f"{_title(live, event.item)}: {name_of(session.item(event.item).state)}. " + _("u undoes.")
        case e.TakenIn():
            return f"{_title(live, event.item)}: {name_of(session.item(event.item).state)}. " + _("u undoes.")
        case e.PayerMarked():
            return f"{_title(live, event.item)}: {paying(session.item(event.item))}"
        case e.Adjusted():
            return f"{_title(live, event.item)}: {minutes(session.item(event.item).given)}"
        case e.ClockChosen():
            return _("The group's clock for this item: {clock}").format(clock=name_of(event.clock))
        case e.TurnPassed():
            return _("Passed; asked once more at the end. u undoes.")
        case e.TurnHeld():
            return _("Comes again at the end of the round. u undoes.")
        case e.StepLengthened():
            return _("This step and its item: {minutes} more. u undoes.").format(minutes=minutes(event.minutes))
        case e.StepRepeated():
            return _("This step once more, with its minutes and its round. u undoes.")
        case e.Arrived():
            return _("A new seat: {number}").format(number=session.people.seats)
        case e.WentToClosing(begins=True):
            return _("Straight to the closing. u undoes.")
        case e.GapTakenOut():
            return _("Taken out. u undoes.")
        case e.Undone() if again is not None:
            return _("Undone: {act}. U does it again.").format(act=_what_was_done(live, again))
        case e.Redone() if again is not None:
            return _("Done again: {act}. u undoes.").format(act=_what_was_done(live, again))
        case e.Next() | e.ItemEnded() | e.ItemChosen() if _is_about_erasing(session):
            return _("What is kept can be erased now with the group: E ends the session, and asks.")
        case _:
            return ""


def _is_about_erasing(session: Session) -> bool:
    """Whether the final session of a group has come to its practical matters, which stand before the farewell."""
    item = session.current
    at_hand = item is not None and item.kind is ItemKind.ADMIN and session.plan == CLOSING
    return at_hand and session.group is not None


def _what_was_done(live: OpenSession, act: e.Event) -> str:
    """What an act is called, and which item, seat or goal it was about, if that is still there."""
    about = ""
    match act:
        case e.WentAway() | e.CameBack() | e.TurnGiven():
            about = seat_name(act.seat)
        case e.GoalMarked():
            about = str(act.slot)
        case (
            e.ItemChosen() | e.MethodSwitched() | e.Adjusted() | e.Moved() | e.PutOff() | e.TakenIn() | e.PayerMarked()
        ) if any(item.uid == act.item for item in live.running.session.items):
            about = _title(live, act.item)
    return f"{act_name(act)} ({about})" if about else act_name(act)


def _title(live: OpenSession, uid: int) -> str:
    session = live.running.session
    return title_of(session.item(uid), session.plan, live.deck, live.running.words)


def clock_notice(gap: int, now: str) -> str:
    """What happened to the clocks: the computer stood still for ``gap`` milliseconds, or was set to ``now``."""
    if gap:
        slept = duration(max(1, nearest_minutes(gap)))
        return _("The computer stood still for {time}. It was counted; z takes it out.").format(time=slept)
    said = _("The computer's clock was set; it is now {time}. No time left changed; z shows the old one.")
    return said.format(time=now)
