"""Sleep, a stopped program, and a computer clock that was set: counted as the room lived it, and taken out again."""

from dataclasses import replace

from sessions import events as e
from sessions.agenda import Item
from sessions.refusal import Reason, Refused
from sessions.session import Gap, Session
from sessions.values import MINUTE, Instant

DAY = 24 * 60 * MINUTE


def noticed(session: Session, event: e.Event) -> Session:
    """Remember what happened, so that it can be taken out. Nothing needs to be counted: instants run on."""
    match event:
        case e.GapNoticed():
            if not session.is_running or session.current is None:
                raise Refused(Reason.NO_GAP)
            return replace(session, gap=Gap(event.ms, item=session.current.uid, step=session.current.step))
        case e.ClockStepped():
            return replace(_stepped(session, event.ms), gap=Gap(event.ms, stepped=True))
    raise AssertionError(event)


def taken_out(session: Session) -> Session:
    """The last gap does not count after all."""
    gap = session.gap
    if gap is None or gap.taken_out:
        raise Refused(Reason.NO_GAP)
    session = replace(session, gap=replace(gap, taken_out=True))
    if gap.stepped:
        return _stepped(session, -gap.ms)
    assert gap.item is not None
    item = session.item(gap.item)
    session = session.with_item(_without(item, gap))
    turns, current = session.round, session.current
    if turns is None or current is None or (current.uid, current.step) != (gap.item, gap.step):
        return session
    of_turn = min(turns.turn_ms, gap.ms)
    of_used = min(turns.used_ms, gap.ms - of_turn)
    return replace(session, round=replace(turns, turn_ms=turns.turn_ms - of_turn, used_ms=turns.used_ms - of_used))


def _without(item: Item, gap: Gap) -> Item:
    """The item without the gap's time: given back by the step it was counted in, if that step is still there."""
    if gap.step == Gap.NO_STEP:
        ms = min(gap.ms, item.before_ms)
        return replace(item.took_in_step(gap.step, -ms), before_ms=item.before_ms - ms)
    spent = item.step_spent[gap.step] if item.steps else item.spent_ms - item.before_ms
    return item.took_in_step(gap.step, -min(gap.ms, spent))


def _stepped(session: Session, ms: int) -> Session:
    """Show the computer's clock as it is now; an end agreed by the clock stays at its place on that clock.

    It was agreed as a time of day: a clock that was set by whole days, or years, does not move it by them.
    """
    end = session.agreed_end
    if session.by_clock and end is not None:
        end = Instant(end - _within_a_day(ms))
    return replace(session, wall_offset_ms=session.wall_offset_ms + ms, agreed_end=end)


def _within_a_day(ms: int) -> int:
    """By how much a step moves a time of day: twelve hours at most."""
    moved = (abs(ms) + DAY // 2) % DAY - DAY // 2
    return moved if ms >= 0 else -moved
