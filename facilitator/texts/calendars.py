"""Days of a series as a calendar file. Its title tells nothing: calendars are seen by others."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from icalendar import Calendar, Event

from facilitator.texts.languages import _


def as_calendar(begin: Iterable[datetime], minutes: int) -> bytes:
    """One entry for each beginning, in the time of the place it is read in; ``minutes`` long."""
    calendar = Calendar()
    calendar.add("prodid", "-//calendar//")
    calendar.add("version", "2.0")
    for each in begin:
        entry = Event()
        entry.add("uid", str(uuid4()))
        entry.add("dtstamp", each.replace(hour=0, minute=0, tzinfo=UTC))
        entry.add("dtstart", each)
        entry.add("dtend", each + timedelta(minutes=minutes))
        entry.add("summary", _("Booked"))
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
