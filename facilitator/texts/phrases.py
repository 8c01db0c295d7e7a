"""How times, dates and numbers are said in the language of the program."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from facilitator.texts.languages import N_, _, language, ngettext
from sessions.values import MINUTE, SECOND, Instant

if TYPE_CHECKING:  # start-up
    from sessions.agenda import Item
    from sessions.history.series import Position
    from sessions.plan import PlanItem
    from sessions.session import Session
    from sessions.timing import Timing

NO_BREAK = "\u00a0"


def minutes(count: int) -> str:
    """``5 min``."""
    return f"{count}{NO_BREAK}min"


def duration(count: int) -> str:
    """Whole minutes, with hours from an hour on: ``1 h 30 min``."""
    hours, rest = divmod(count, 60)
    if not hours:
        return minutes(rest)
    return f"{hours}{NO_BREAK}h {minutes(rest)}" if rest else f"{hours}{NO_BREAK}h"


def paying(item: "PlanItem | Item") -> str:
    """Whether an item gives its time for the others."""
    if item.first_to_go:
        return _("◇ first to give its time")
    return _("◆ protected: gives no time by itself") if item.is_protected else _("ordinary: gives its share of time")


def people(count: int) -> str:
    """``5 people``."""
    return ngettext("{count} person", "{count} people", count).format(count=count)


def quoted(said: str) -> str:
    """What somebody says, in the quotation marks of the language."""
    return _("“{said}”").format(said=said)


def left(ms: int) -> str:
    """A time left as minutes and seconds, ``12.50`` or ``12:50``; rounded up, so that 0 is the end itself."""
    seconds = max(0, -(-ms // SECOND))
    return f"{seconds // 60}{_point()}{seconds % 60:02}"


def over(ms: int) -> str:
    """A time past the end as minutes and seconds; rounded down."""
    seconds = max(0, -ms // SECOND)
    return f"{seconds // 60}{_point()}{seconds % 60:02}"


def clock(instant: Instant, offset_ms: int = 0) -> str:
    """The time of day on the computer's clock: ``10.15`` or ``10:15``."""
    local = datetime.fromtimestamp((instant + offset_ms) / 1000, UTC).astimezone()
    return f"{local.hour}{_point()}{local.minute:02}"


def day(when: date) -> str:
    """A date: ``11.3.2025`` or ``11 March 2025``."""
    if language() == "en":
        return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    return f"{when.day}.{when.month}.{when.year}"


def short_day(when: date) -> str:
    """A date of about this year: ``11.3.`` or ``11 Mar``."""
    if language() == "en":
        return f"{when.day} {_MONTHS[when.month - 1][:3]}"
    return f"{when.day}.{when.month}."


def month_name(month: int) -> str:
    """A month by its number from 1: ``March``."""
    return _(_MONTHS[month - 1])


def weekday(when: date) -> str:
    """The day of the week, short: ``Wed``."""
    return _(_WEEKDAYS[when.weekday()])


def date_of(instant: Instant, offset_ms: int = 0) -> date:
    """The day of an instant on the computer's clock."""
    return datetime.fromtimestamp((instant + offset_ms) / 1000, UTC).astimezone().date()


def day_of(instant: Instant, offset_ms: int = 0) -> str:
    """The date of an instant on the computer's clock."""
    return day(date_of(instant, offset_ms))


def pace(session: "Session", times: "Timing") -> str:
    """How the session stands to its agreed end, in neutral words; nothing when an acute matter has taken over."""
    if session.begun is None or session.acute or times.agreed_end is None:
        return ""
    behind = times.behind_minutes
    if behind > 0:
        return _("{minutes} behind").format(minutes=minutes(behind))
    if behind < 0:
        return _("{minutes} ahead").format(minutes=minutes(-behind))
    return _("on schedule")


def about(ms: int) -> str:
    """A share of time, roughly: ``about 1 min``, ``about half a minute``, to the nearest half minute."""
    halves = max(0, round(ms / (MINUTE / 2)))
    if halves == 0:
        return _("a moment")
    if halves == 1:
        return _("about half a minute")
    whole = f"{halves // 2}" + ("½" if halves % 2 else "")
    return _("about {minutes}").format(minutes=f"{whole}{NO_BREAK}min")


def number_said(place: "Position") -> str:
    """``7/15``; ``7`` where nobody said of how many, and beyond those that were agreed."""
    return f"{place.next}/{place.of}" if place.of is not None and not place.is_over else str(place.next)


def session_said(place: "Position") -> str:
    """``session 7/15``; ``session 7`` where nobody said of how many."""
    if place.of is not None and not place.is_over:
        return _("session {place}").format(place=number_said(place))
    return _("session {number}").format(number=place.next)


def _point() -> str:
    return ":" if language() == "en" else "."


_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
