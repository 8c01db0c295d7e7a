"""An end that was agreed by the clock, as people write it."""

import re
from datetime import UTC, datetime, timedelta

from sessions.values import Instant

NOT_TO_COME = Instant(0)
"""The time is past: the next one like it is more than half a day away."""
_TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


def end_at(text: str, wall: Instant) -> Instant | None:
    """The next time the computer's clock, now at ``wall``, shows ``text``; None when it is no time."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    here = datetime.fromtimestamp(wall / 1000, UTC).astimezone()
    # Without its offset from UTC, which may be another at the end: the clocks are changed in between.
    end = here.replace(hour=int(match[1]), minute=int(match[2]), second=0, microsecond=0, tzinfo=None).astimezone()
    if end <= here:
        end = (end.replace(tzinfo=None) + timedelta(days=1)).astimezone()
    if end - here > timedelta(hours=12):
        return NOT_TO_COME
    return Instant(int(end.timestamp() * 1000))
