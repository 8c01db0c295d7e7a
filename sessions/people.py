"""The people of a session, by seat."""

from dataclasses import dataclass, replace
from typing import NewType

from sessions.refusal import Reason, Refused
from sessions.values import Seat

Person = NewType("Person", int)
"""Who sits on a seat, within the running session: nobody else has it, also after an undo. Never kept."""


@dataclass(frozen=True, slots=True)
class People:
    """Seats 1 to ``seats``, and which of them are empty just now."""

    seats: int
    away: frozenset[Seat] = frozenset()
    arrived: tuple[Person, ...] = ()
    """Those who took the last seats, in their order; on the seats before are the persons of the same numbers."""

    @property
    def present(self) -> tuple[Seat, ...]:
        """The seats with somebody in them, clockwise."""
        return tuple(Seat(n) for n in range(1, self.seats + 1) if n not in self.away)

    def person(self, seat: Seat) -> Person:
        """Who sits there; raises ``Refused`` when there is no such seat."""
        self.check(seat)
        first = self.seats - len(self.arrived)
        return self.arrived[seat - first - 1] if seat > first else Person(seat)

    @property
    def persons(self) -> tuple[Person, ...]:
        """Everybody, by seat."""
        first = self.seats - len(self.arrived)
        return (*(Person(number) for number in range(1, first + 1)), *self.arrived)

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

    def with_another(self, person: Person) -> "People":
        """Somebody arrived and took a new seat, the last one."""
        return replace(self, seats=self.seats + 1, arrived=(*self.arrived, person))
