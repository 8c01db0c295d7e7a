"""When a session begins and ends by the clock, and its length: two of the three say the third."""

from msgspec import Struct
from msgspec.structs import replace

from sessions.limits import LONGEST, SHORTEST
from sessions.values import MINUTE, Instant


class AgreedTimes(Struct, frozen=True):
    """What was agreed. What was said last stays; of the others, what was not said gives way."""

    length: int
    """Whole minutes."""
    said_begin: Instant | None = None
    said_end: Instant | None = None

    @classmethod
    def known(cls, length: int, end: Instant | None) -> "AgreedTimes":
        """With an end the beginning is known as well."""
        return cls(length) if end is None else cls(length, Instant(end - length * MINUTE))

    @property
    def begin(self) -> Instant | None:
        """None when nothing was agreed by the clock: it begins when it begins."""
        if self.said_begin is not None or self.said_end is None:
            return self.said_begin
        return Instant(self.said_end - self.length * MINUTE)

    @property
    def end(self) -> Instant | None:
        """None when nothing was agreed by the clock."""
        if self.said_end is not None or self.said_begin is None:
            return self.said_end
        return Instant(self.said_begin + self.length * MINUTE)

    def beginning(self, begin: Instant | None) -> "AgreedTimes":
        """Begin then; None for no beginning and no end. An end that was said before stays, and the length follows."""
        if begin is None:
            return AgreedTimes(self.length)
        if self.said_end is None or self.said_end <= begin:
            return AgreedTimes(self.length, begin)
        return AgreedTimes(_between(begin, self.said_end), begin, self.said_end)

    def ending(self, end: Instant | None) -> "AgreedTimes":
        """End then; None for no beginning and no end. A beginning said before stays, and the length follows."""
        if end is None:
            return AgreedTimes(self.length)
        if self.said_begin is None or end <= self.said_begin:
            return AgreedTimes(self.length, None, end)
        return AgreedTimes(_between(self.said_begin, end), self.said_begin, end)

    def lasting(self, length: int) -> "AgreedTimes":
        """So many whole minutes. It begins when it did and the end moves, unless only the end was said."""
        changed = replace(self, length=min(LONGEST, max(SHORTEST, length)))
        return replace(changed, said_end=None) if self.said_begin is not None else changed


def _between(begin: Instant, end: Instant) -> int:
    return min(LONGEST, max(SHORTEST, round((end - begin) / MINUTE)))
