"""An end that was agreed by the clock, as people write it."""

import re
from datetime import UTC, date, datetime, time, timedelta

from sessions.values import MINUTE, Instant

NOT_TO_COME = Instant(0)
"""The time is past: the next one like it is more than half a day away."""
HALF_A_DAY = 12 * 60 * MINUTE
_TIME = re.compile(r"([01]?\d|2[0-3])(?:[.:]?([0-5]\d))?")
"""With a point or a colon, ``1430`` without, or the hour alone."""


def end_at(text: str, wall: Instant) -> Instant | None:
    """The next time the computer's clock, now at ``wall``, shows ``text``; None when it is no time."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    today = datetime.fromtimestamp(wall / 1000, UTC).astimezone().date()
    time_of_day = time(int(match[1]), int(match[2] or 0))
    end = next(end for day in (today, today + timedelta(days=1)) for end in _at(day, time_of_day) if end > wall)
    return end if end - wall <= HALF_A_DAY else NOT_TO_COME


def today_at(text: str, wall: Instant) -> Instant | None:
    """When the computer's clock, now at ``wall``, shows ``text`` today, past or to come; None when it is no time."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    today = datetime.fromtimestamp(wall / 1000, UTC).astimezone().date()
    return _at(today, time(int(match[1]), int(match[2] or 0)))[0]


def _at(day: date, time_of_day: time) -> list[Instant]:
    """When the computer's clock shows it on that day, with the offset it has then: twice where clocks go back.

    A time that is left out when the clocks go forward is what it would have been without that.
    """
    first, again = (int(datetime.combine(day, time_of_day.replace(fold=fold)).timestamp()) for fold in (0, 1))
    return [Instant(seconds * 1000) for seconds in ((first, again) if again > first else (first,))]
