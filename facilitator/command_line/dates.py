"""Days as people write them on the command line."""

from datetime import UTC, date, datetime

from facilitator.command_line.arguments import printable
from facilitator.command_line.errors import WrongUse
from facilitator.texts.languages import _
from facilitator.texts.written_days import day_written


def today() -> date:
    """The day on the computer's clock."""
    from sessions.clock import SystemClock

    return datetime.fromtimestamp(SystemClock().wall() / 1000, UTC).astimezone().date()


def day(text: str, option: str, *, may_come: bool = False) -> date:
    """A day: ``2026-03-11``, ``11.3.2026``, or ``11.3.`` for the last such day (the next when it ``may_come``).

    Raises:
        WrongUse: it is none, or to come although it should be past.
    """
    now = today()
    try:
        found = day_written(text, now, may_come=may_come)
    except ValueError:
        said = _("{option} should be a day such as 11.3.2026 or 2026-03-11, not “{text}”.")
        raise WrongUse(said.format(option=option, text=printable(text))) from None
    if not may_come and found > now:
        raise WrongUse(_("{option}: that day is still to come.").format(option=option))
    return found
