"""Every projected time of the program, worked out in one place from the session and an instant.

Nothing is counted down: what is left is what was given less what has run since the anchor.
"""

from dataclasses import dataclass

from sessions.agenda import Item
from sessions.kinds import ItemKind
from sessions.session import Session
from sessions.values import MINUTE, Instant

SOON_OVER = MINUTE
"""An item or turn with this little left is nearly up."""


@dataclass(frozen=True, slots=True)
class TurnTime:
    """The time of the present turn, in milliseconds."""

    share: int
    """What is left for the round, split evenly over those still to speak, when the turn began."""
    spent: int

    @property
    def left(self) -> int:
        """What is left of the share; below 0 when it is over."""
        return self.share - self.spent


@dataclass(frozen=True, slots=True)
class Timing:
    """The session's times at an instant. Durations are in milliseconds."""

    spent: int
    """What the present item has taken."""
    left: int
    """What is left of it; below 0 when it is over its time."""
    step_spent: int
    step_given: int
    turn: TurnTime | None
    expected_end: Instant
    """When the session ends if every item still to come takes what it is given."""
    agreed_end: Instant | None
    begun: Instant | None
    paused: int
    """How long the session has been paused in all."""

    @property
    def behind(self) -> int:
        """How much later than agreed the session is expected to end; below 0 when it is ahead."""
        return self.expected_end - self.agreed_end if self.agreed_end is not None else 0

    @property
    def behind_minutes(self) -> int:
        """The same in whole minutes, rounded to the nearest."""
        return nearest_minutes(self.behind)

    @property
    def step_left(self) -> int:
        """What is left of the present step; below 0 when it is over."""
        return self.step_given - self.step_spent


def timing(session: Session, now: Instant) -> Timing:
    """The times of ``session`` at ``now``."""
    settled = session.settled(now if session.ended is None else session.ended)
    current = settled.current
    left_ahead = sum(item.left_ms for item in settled.ahead)
    left_now = current.left_ms if current else 0
    step = current.step if current else 0
    return Timing(
        spent=current.spent_ms if current else 0,
        left=current.given * MINUTE - current.spent_ms if current else 0,
        step_spent=current.step_spent[step] if current and current.steps else 0,
        step_given=step_given(current, step, len(settled.people.present)) if current and current.steps else 0,
        turn=_turn(settled),
        expected_end=Instant(max(now, settled.anchor) + left_now + left_ahead),
        agreed_end=settled.agreed_end,
        begun=settled.begun,
        paused=settled.paused_ms,
    )


def step_given(item: Item, step: int, people: int) -> int:
    """Milliseconds for a step: its own minutes, less when the item has less room than the exercise takes.

    An item that is given more (or less) than planned gives its steps more (or less) in proportion; an item
    that was planned longer than its exercise does not stretch it. What a step was given by itself comes on top;
    a method that was switched has the room that was left.
    """
    takes = sum(each.minutes.ms(people) for each in item.steps)
    own = item.steps[step].minutes.ms(people)
    room = max(0, (item.given - sum(item.step_more)) * MINUTE - item.before_ms)
    whole = max(item.planned * MINUTE - item.before_ms, takes)
    share = own * room // whole if whole > 0 else 0
    return share + item.step_more[step] * MINUTE


def nearest_minutes(ms: int) -> int:
    """Whole minutes, rounded to the nearest, halves away from zero."""
    rounded = (abs(ms) + MINUTE // 2) // MINUTE
    return rounded if ms >= 0 else -rounded


def minutes_up(ms: int) -> int:
    """Whole minutes, rounded up; 0 for nothing or less."""
    return max(0, -(-ms // MINUTE))


def taken_minutes(item: Item) -> int:
    """Whole minutes an item took, to the nearest, at least 1 if it was taken up for half a minute."""
    return nearest_minutes(item.spent_ms)


def agreed_start(session: Session) -> Instant | None:
    """When a session whose end was agreed by the clock should have begun."""
    if session.by_clock and session.agreed_end is not None:
        return Instant(session.agreed_end - session.agreed_minutes * MINUTE)
    return None


def is_payer(item: Item) -> bool:
    """Whether an item may be asked to give time without being chosen by name."""
    return not item.protected and item.given > least(item)


def least(item: Item) -> int:
    """The whole minutes below which no proposal takes an item: half of what was planned; a buffer can go."""
    return 0 if item.kind is ItemKind.BUFFER else min(item.given, max(1, -(-item.planned // 2)))


def _turn(session: Session) -> TurnTime | None:
    """The time of the turn: what was left for the round when it began, over those still to speak.

    In a step the round has the step's time, but never more than the item has left after the steps to come;
    outside a step it has what is left of the item.
    """
    turns, item = session.round, session.current
    if turns is None or item is None or not turns.waiting:
        return None
    left_of_item = item.given * MINUTE - (item.spent_ms - turns.turn_ms)
    if turns.of_step:
        people = len(session.people.present)
        to_come = sum(step_given(item, index, people) for index in range(item.step + 1, len(item.steps)))
        left = min(step_given(item, item.step, people) - turns.used_ms, left_of_item - to_come)
    else:
        left = left_of_item
    return TurnTime(max(0, left) // len(turns.waiting), turns.turn_ms)
