"""The people of a session, by seat."""

from dataclasses import dataclass, replace

from sessions.refusal import Reason, Refused
from sessions.values import Seat


@dataclass(frozen=True, slots=True)
class People:
    """Seats 1 to ``seats``, and which of them are empty just now."""

    seats: int
    away: frozenset[Seat] = frozenset()

    @property
    def present(self) -> tuple[Seat, ...]:
        """The seats with somebody in them, clockwise."""
        return tuple(Seat(n) for n in range(1, self.seats + 1) if n not in self.away)

    def check(self, seat: Seat) -> None:
        """Raise ``Refused`` unless there is such a seat."""
        if not 1 <= seat <= self.seats:
            raise Refused(Reason.NO_SUCH_SEAT)

    def without(self, seat: Seat) -> "People":
        """Somebody went away."""
        self.check(seat)
        return replace(self, away=self.away | {seat})

    def with_back(self, seat: Seat) -> "People":
        """Somebody came back."""
        self.check(seat)
        return replace(self, away=self.away - {seat})

    def with_another(self) -> "People":
        """Somebody arrived and took a new seat, the last one."""
        return replace(self, seats=self.seats + 1)
