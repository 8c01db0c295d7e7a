"""Every projected time of the program, worked out in one place from the session and an instant.

Nothing is counted down: what is left is what was given less what has run since the anchor.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from sessions.agenda import Item
from sessions.kinds import ItemKind, ItemState
from sessions.session import Session
from sessions.values import MINUTE, Instant

SOON_OVER = MINUTE
"""An item or turn with this little left is nearly up."""


class TurnTime(Struct, frozen=True):
    """The time of the present turn, in milliseconds."""

    share: int
    """What is left for the round when the turn began, split evenly over those still to speak.

    Never more than the round planned for a person: what quick speakers leave over is not spent on the last one.
    """
    spent: int

    @property
    def left(self) -> int:
        """What is left of the share; below 0 when it is over."""
        return self.share - self.spent


class Timing(Struct, frozen=True):
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

    starts: Mapping[int, Instant] = field(default_factory=dict)
    """By the item's uid: when it began, or is expected to begin. Items that are not to come have none."""
    closing_by: Instant | None = None
    """The last moment at which the closing, and what follows it, can begin and still end when agreed."""
    closing_at: Instant | None = None
    """When the closing is expected to begin."""

    @property
    def behind(self) -> int:
        """How much later than agreed the session is expected to end; below 0 when it is ahead."""
        return self.expected_end - self.agreed_end if self.agreed_end is not None else 0

    @property
    def behind_minutes(self) -> int:
        """The same in whole minutes, to the nearest: the one rule by which a session is late, early or on time."""
        return nearest_minutes(self.behind)

    @property
    def shown_end(self) -> Instant:
        """The expected end as it is said: the agreed one, and the minutes that are said to be behind."""
        if self.agreed_end is None:
            return self.expected_end
        return Instant(self.agreed_end + self.behind_minutes * MINUTE)

    @property
    def closing_is_pressed(self) -> bool:
        """Whether the closing is expected to begin later than its last moment."""
        return (
            self.closing_by is not None
            and self.closing_at is not None
            and nearest_minutes(self.closing_at - self.closing_by) > 0
        )

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
    expected_end = Instant(max(now, settled.anchor) + left_now + left_ahead)
    starts = _starts(settled, now)
    closing_by, closing_at = _closing(settled, starts)
    return Timing(
        spent=current.spent_ms if current else 0,
        left=current.given * MINUTE - current.spent_ms if current else 0,
        step_spent=current.step_spent[step] if current and current.steps else 0,
        step_given=step_given(current, step, len(settled.people.present)) if current and current.steps else 0,
        turn=_turn(settled),
        expected_end=expected_end,
        agreed_end=settled.agreed_end,
        begun=settled.begun,
        paused=settled.paused_ms,
        starts=starts,
        closing_by=closing_by,
        closing_at=closing_at,
    )


def _starts(session: Session, now: Instant) -> dict[int, Instant]:
    found: dict[int, Instant] = {}
    at = max(now, session.anchor)
    if session.begun is None and (agreed := agreed_start(session)) is not None:
        at = max(at, agreed)
    for item in session.items:
        if item.state in (ItemState.DONE, ItemState.NOW) and item.begun is not None:
            found[item.uid] = item.begun
    if session.current is not None:
        at = Instant(at + session.current.left_ms)
    for item in session.ahead:
        found[item.uid] = at
        at = Instant(at + item.left_ms)
    return found


def _closing(session: Session, starts: Mapping[int, Instant]) -> tuple[Instant | None, Instant | None]:
    """The last moment for the closing that is still to come, and when it is expected."""
    ahead = session.ahead
    place = next((index for index, item in enumerate(ahead) if item.kind is ItemKind.CLOSING), None)
    if place is None or session.agreed_end is None or session.begun is None or session.acute:
        return None, None
    takes = sum(item.left_ms for item in ahead[place:])
    return Instant(session.agreed_end - takes), starts[ahead[place].uid]


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
    planned = max(0, left + turns.used_ms) // len(turns.seats)
    return TurnTime(min(planned, max(0, left) // len(turns.waiting)), turns.turn_ms)
