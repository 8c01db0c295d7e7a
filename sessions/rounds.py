"""A round: everybody speaks in turn.

Passing, holding, being away, coming back and arriving late are different acts with different ends:
who passes is offered the turn once more when everybody has spoken, quietly and all together; who holds comes
again at the end of the round; who is away has no turn; who comes back or arrives joins at the end.
No one's speaking time is kept: only what the finished turns took together.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from sessions.kinds import TurnOrder
from sessions.refusal import Reason, Refused
from sessions.values import Seat


@dataclass(frozen=True, slots=True)
class Round:
    """A round under way. Every seat that takes part is in exactly one of ``waiting``, ``gone`` and ``away``."""

    waiting: tuple[Seat, ...]
    """Those still to speak; the first has the turn."""
    gone: tuple[Seat, ...] = ()
    """Those whose turn is over, in the order in which it went."""
    passed: frozenset[Seat] = frozenset()
    """Those of the gone who passed."""
    away: tuple[Seat, ...] = ()
    presenter: Seat | None = None
    """Who listens, and is not in the round."""
    of_step: bool = False
    """Started by a step of an exercise, which is over when the round is."""
    offering: bool = False
    """Everybody has spoken, and those who passed are being offered the turn once more."""
    offered: bool = False
    """They have been offered it: who passes now is not asked a third time."""
    used_ms: int = 0
    """What the finished turns took together."""
    turn_ms: int = 0
    """What the present turn has taken, pauses not counted."""

    @property
    def speaker(self) -> Seat | None:
        """Who has the turn; nobody when those who passed are being asked."""
        return self.waiting[0] if self.waiting else None

    @property
    def next_up(self) -> Seat | None:
        """Who is next."""
        return self.waiting[1] if len(self.waiting) > 1 else None

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Everybody in the round, the presenter not."""
        return self.gone + self.waiting + self.away

    @property
    def is_over(self) -> bool:
        """Nobody is left to speak, and nobody is being asked."""
        return not self.waiting and not self.offering

    def next(self) -> "Round":
        """The speaker is done; or, when those who passed were being asked, the round is."""
        if self.offering:
            return replace(self, offering=False, passed=frozenset())
        seat = self._speaker()
        return self._turned(waiting=self.waiting[1:], gone=(*self.gone, seat), passed=self.passed)

    def pass_turn(self) -> "Round":
        """The speaker passes."""
        seat = self._speaker()
        passed = self.passed if self.offered else self.passed | {seat}
        return self._turned(waiting=self.waiting[1:], gone=(*self.gone, seat), passed=passed)

    def hold_turn(self) -> "Round":
        """The speaker wants the turn later: at the end of those still waiting."""
        seat = self._speaker()
        if self.next_up is None:
            raise Refused(Reason.NOBODY)
        return self._turned(waiting=(*self.waiting[1:], seat), gone=self.gone, passed=self.passed)

    def take_back(self, away: frozenset[Seat] = frozenset()) -> "Round | None":
        """Give the turn back to who had it last and is not ``away``; None when there is nobody."""
        had_it = [seat for seat in self.gone if seat not in away]
        return self.give(had_it[-1]) if had_it else None

    def give(self, seat: Seat) -> "Round":
        """Give the turn to ``seat`` now; who had it comes next."""
        if seat not in self.gone + self.waiting:
            raise Refused(Reason.NO_SUCH_SEAT)
        if seat == self.speaker:
            raise Refused(Reason.NOTHING_CHANGED)
        rest = self._without(seat)
        return rest._turned(waiting=(seat, *rest.waiting), gone=rest.gone, passed=rest.passed)

    def leave(self, seat: Seat) -> "Round":
        """``seat`` went away; one whose turn is over stays among the gone."""
        if seat not in self.waiting:
            return self
        left = replace(self._without(seat), away=(*self.away, seat))
        if seat == self.speaker:
            return left._turned(waiting=left.waiting, gone=left.gone, passed=left.passed)
        return left

    def join(self, seat: Seat) -> "Round":
        """``seat`` came back or arrived: last in the round, unless its turn is over or it is the presenter's."""
        if seat in self.gone or seat in self.waiting or seat == self.presenter:
            return self
        rest = self._without(seat)
        return replace(rest, waiting=(*rest.waiting, seat), offering=False)

    def listened_to_by(self, presenter: Seat | None) -> "Round":
        """The round without ``presenter``; who listened before may be joined again."""
        rest = replace(self._without(presenter) if presenter is not None else self, presenter=presenter)
        if presenter is not None and presenter == self.speaker:
            return rest._turned(waiting=rest.waiting, gone=rest.gone, passed=rest.passed)
        return rest

    def took(self, ms: int) -> "Round":
        """The round after ``ms`` more."""
        return replace(self, turn_ms=self.turn_ms + ms)

    def _speaker(self) -> Seat:
        if self.speaker is None:
            raise Refused(Reason.NO_TURN)
        return self.speaker

    def _turned(self, waiting: tuple[Seat, ...], gone: tuple[Seat, ...], passed: frozenset[Seat]) -> "Round":
        """Another turn begins; what the last one took is used, whoever it was."""
        offering = not waiting and bool(passed)
        return replace(
            self,
            waiting=waiting,
            gone=gone,
            passed=passed,
            offering=offering,
            offered=self.offered or offering,
            used_ms=self.used_ms + self.turn_ms,
            turn_ms=0,
        )

    def _without(self, seat: Seat) -> "Round":
        def others(seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
            return tuple(other for other in seats if other != seat)

        return replace(
            self,
            waiting=others(self.waiting),
            gone=others(self.gone),
            passed=self.passed - {seat},
            away=others(self.away),
        )


def order_of(seats: Iterable[Seat], order: TurnOrder, starter: Seat, chance: Random) -> tuple[Seat, ...]:
    """The seats in the order in which they speak.

    Beginning from ``starter`` or, when that seat is empty, the next one in the direction of the round. With
    ``RANDOM`` the order comes from ``chance`` alone.
    """
    clockwise = sorted(seats)
    if order is TurnOrder.RANDOM:
        chance.shuffle(clockwise)
        return tuple(clockwise)
    if order is TurnOrder.ANTICLOCKWISE:
        clockwise.reverse()
        begin = next((i for i, seat in enumerate(clockwise) if seat <= starter), 0)
    else:
        begin = next((i for i, seat in enumerate(clockwise) if seat >= starter), 0)
    return tuple(clockwise[begin:] + clockwise[:begin])
