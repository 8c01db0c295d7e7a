"""A plan that is being shaped, in figures: when its items begin, its sum, its end."""

from facilitator.preparing import plan_edits
from facilitator.preparing.agreed_times import AgreedTimes
from facilitator.preparing.preparation import Preparation
from facilitator.texts.languages import _
from facilitator.texts.phrases import clock, minutes
from sessions.values import MINUTE, Instant


def beginnings(preparation: Preparation) -> list[str]:
    """When each item begins: by the clock when its end was agreed, else in minutes from the beginning."""
    gone, found = 0, []
    begin = AgreedTimes.known(preparation.length, preparation.end).begin
    for item in preparation.plan.items:
        found.append(clock(Instant(begin + gone * MINUTE)) if begin is not None else f"+{gone}")
        gone += item.planned(preparation.people)
    return found


def sum_and_end(preparation: Preparation, now: Instant) -> str:
    """How long it is, whether that is what was agreed, and when it ends; ``now`` is the computer's clock."""
    total = plan_edits.total(preparation)
    said = _("In all {minutes}").format(minutes=minutes(total))
    if total > preparation.length:
        said += " · " + _("{minutes} too much, o fits it").format(minutes=minutes(total - preparation.length))
    elif total < preparation.length:
        said += " · " + _("{minutes} to spare").format(minutes=minutes(preparation.length - total))
    if preparation.end is not None:
        start = Instant(preparation.end - preparation.length * MINUTE)
        return said + " · " + _("clock time {start}–{end}").format(start=clock(start), end=clock(preparation.end))
    return said + " · " + _("begun now it would end {time}").format(time=clock(Instant(now + total * MINUTE)))
