"""How much of an item's clock the group may see."""

from facilitator.projector.view import GONE, LEFT, SOFT_STEPS, ClockView
from facilitator.texts.languages import _, ngettext
from facilitator.texts.phrases import clock as time_of_day
from sessions.agenda import Item
from sessions.kinds import ClockShown, ItemKind
from sessions.session import Session
from sessions.timing import timing
from sessions.values import MINUTE, Instant

SHORT = 10
"""Minutes up to which an exercise is short."""


def clock_of(session: Session, now: Instant) -> ClockView | None:
    """The clock of the present item at ``now``; None where the group is to see none."""
    item = session.current
    if item is None or item.kind is ItemKind.BUFFER or item.clock is ClockShown.NONE or session.acute:
        return None
    left = timing(session, now).left
    paused = _("Paused") if session.paused else ""
    over, label = _("time is up"), _("left")
    if item.clock is ClockShown.SOFT:
        whole = max(1, item.given * MINUTE)
        parts = min(SOFT_STEPS, max(0, -(-left * SOFT_STEPS // whole)))
        shape = LEFT * parts + GONE * (SOFT_STEPS - parts)
        return ClockView(shape=shape, said=_parts_left(parts), label=label if parts else over, paused=paused)
    if not _to_the_second(item):
        return ClockView(said=_minutes_left(left), paused=paused)
    if session.paused:
        return ClockView(left=left, over=over, label=label, paused=paused)
    return ClockView(now + left, over=over, label=label)


def _to_the_second(item: Item) -> bool:
    """Seconds help a break and a short exercise; in a topic they make the group look at the clock."""
    return item.kind is ItemKind.BREAK or (item.exercise is not None and item.given <= SHORT)


def _minutes_left(left: int) -> str:
    """What is left in whole minutes, begun ones counted."""
    if left < 0:
        return _("time is up")
    if left < MINUTE:
        return _("less than a minute left")
    count = -(-left // MINUTE)
    return ngettext("{count} minute left", "{count} minutes left", count).format(count=count)


def _parts_left(parts: int) -> str:
    """A soft clock's parts as a listener understands them."""
    if not parts:
        return _("time is up")
    quarters = max(1, round(parts * 4 / SOFT_STEPS))
    said = (_("about a quarter of the time is left"), _("about half of the time is left"),
            _("about three quarters of the time are left"), _("nearly all of the time is left"))  # fmt: skip
    return said[quarters - 1]


def goes_on(session: Session, clock: ClockView | None) -> str:
    """When a break is over; empty while it is not known."""
    if clock is None or clock.ends is None:
        return ""
    return _("We go on at {time}").format(time=time_of_day(Instant(clock.ends), session.wall_offset_ms))
