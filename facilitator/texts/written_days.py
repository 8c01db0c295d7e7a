"""Days as people write them: ``2026-03-11``, ``11.3.2026``, or ``11.3.`` of the nearest year."""

import re
from datetime import date

FIRST = date(1990, 1, 1)
"""Earlier days are slips of the pen."""
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.?([0-9]{4})?")


def day_written(text: str, today: date, *, may_come: bool = False) -> date:
    """The day that ``text`` says; without a year the last such day, or the next when it ``may_come``.

    Raises:
        ValueError: it says none.
    """
    match = _DOTTED.fullmatch(text.strip())
    if match is None:
        found = date.fromisoformat(text.strip())
    elif match[3]:
        found = date(int(match[3]), int(match[2]), int(match[1]))
    else:
        found = date(today.year, int(match[2]), int(match[1]))
        if may_come and found < today:
            found = found.replace(year=today.year + 1)
        elif not may_come and found > today:
            found = found.replace(year=today.year - 1)
    if found < FIRST:
        raise ValueError("too early")
    return found
