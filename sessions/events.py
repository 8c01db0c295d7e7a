"""Everything that can happen in a session, each with its instant. Replaying the events gives the session.

The fields are what may be written to disk while a session runs: numbers, seats, ids and members of the closed
lists. A field that could hold a sentence has no place here (a test looks at every field's type). They stand in one file
however long it is: it is the closed set, and what a journal can hold is read off it from top to bottom.
"""

from dataclasses import dataclass

from sessions.goals import Goal
from sessions.kinds import ClockShown, CodeWord, GoalSlot, GoalStatus, ItemState, TurnOrder
from sessions.plan import PlanItem, Step
from sessions.values import FIRST_SEAT, GroupCode, Id, Instant, Seat


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at an instant."""

    at: Instant


@dataclass(frozen=True, slots=True)
class Opened(Event):
    """The session was made ready; nothing runs yet. Always the first event."""

    uid: int
    """64 random bits: the record of the session has the same, so that ending twice keeps one record."""
    seed: int
    """Where random orders come from."""
    items: tuple[PlanItem, ...]
    people: int
    minutes: int
    """The length that was agreed, in whole minutes."""
    plan: Id | None = None
    group: GroupCode | None = None
    end: Instant | None = None
    """The end that was agreed by the clock; None when only the length was."""
    starter: Seat = FIRST_SEAT
    goals: tuple[Goal, ...] = ()
    wall_offset_ms: int = 0
    """What to add to an instant to get the time on the computer's clock."""


@dataclass(frozen=True, slots=True)
class Begun(Event):
    """The session began, ``earlier`` whole minutes before this was said."""

    keep_end: bool = True
    """A late start does not move an end agreed by the clock."""
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class BegunEarlier(Event):
    """It turned out that the session had begun ``minutes`` earlier."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Next(Event):
    """On to the next turn, else the next step, else the next item."""


@dataclass(frozen=True, slots=True)
class Back(Event):
    """Back to the turn before, else the step, else the item; the time used stays used."""


@dataclass(frozen=True, slots=True)
class ItemEnded(Event):
    """The present item ended and the next one began."""


@dataclass(frozen=True, slots=True)
class ItemChosen(Event):
    """An item still to come was taken now."""

    item: int


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """The clocks stopped."""


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """The clocks went on."""


@dataclass(frozen=True, slots=True)
class StepSkipped(Event):
    """On to the next step at once, whoever had not spoken yet; the item's time stays as it is."""


@dataclass(frozen=True, slots=True)
class StepRepeated(Event):
    """The present step again, with its round: it and its item are given the step's minutes once more."""


@dataclass(frozen=True, slots=True)
class StepLengthened(Event):
    """The present step, and its item with it, was given ``minutes`` more."""

    minutes: int


@dataclass(frozen=True, slots=True)
class MethodSwitched(Event):
    """An item going on or to come is done in another way; its minutes and the time it has taken stay."""

    item: int
    exercise: Id | None = None
    """None for no card at all."""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Adjusted(Event):
    """An item was given ``minutes`` more, or fewer when negative."""

    item: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Moved(Event):
    """An item still to come changed places: ``by`` places down, or up when negative."""

    item: int
    by: int


@dataclass(frozen=True, slots=True)
class PutOff(Event):
    """An item still to come was left out today, or moved to next time."""

    item: int
    to: ItemState


@dataclass(frozen=True, slots=True)
class TakenIn(Event):
    """An item that had been left out, moved or parked is still to come after all."""

    item: int


@dataclass(frozen=True, slots=True)
class Inserted(Event):
    """An item was added after the item ``after``, or at the very beginning of what is to come."""

    item: PlanItem
    after: int | None = None
    uid: int = 0
    """The item's identity; 0 until the ledger stamps it, and in journals of older programs."""


@dataclass(frozen=True, slots=True)
class Given(Event):
    """A proposal was taken: new minutes for items, perhaps one item put off, perhaps a later end."""

    minutes: tuple[tuple[int, int], ...] = ()
    """Pairs of an item's uid and the whole minutes it is given."""
    put_off: int | None = None
    to: ItemState = ItemState.NEXT_TIME
    later: int = 0
    """Whole minutes by which the agreed end moves."""


@dataclass(frozen=True, slots=True)
class WentToClosing(Event):
    """Everything before the closing was put aside: moved to next time, or left out where that makes no sense."""


@dataclass(frozen=True, slots=True)
class PayerMarked(Event):
    """An item gives its time before the others, or only when chosen by name, or like any other."""

    item: int
    first_to_go: bool
    protected: bool = False


@dataclass(frozen=True, slots=True)
class AcuteBegun(Event):
    """An acute matter took over: the plan is parked and these items come instead."""

    items: tuple[PlanItem, ...]
    uid: int = 0
    """The identity of the first item, the others follow on; 0 as in ``Inserted``."""


@dataclass(frozen=True, slots=True)
class ClockChosen(Event):
    """The group sees this much of an item's clock."""

    item: int
    clock: ClockShown


@dataclass(frozen=True, slots=True)
class RoundStarted(Event):
    """A round began here."""

    order: TurnOrder
    starter: Seat
    presenter: Seat | None = None
    """Who listens, and has no turn."""


@dataclass(frozen=True, slots=True)
class PresenterChosen(Event):
    """Somebody presents a case, or nobody does any more. A round of a step in which they listen leaves them out."""

    seat: Seat | None


@dataclass(frozen=True, slots=True)
class RoundEnded(Event):
    """The round was ended before everybody had spoken."""


@dataclass(frozen=True, slots=True)
class TurnPassed(Event):
    """The speaker passed."""


@dataclass(frozen=True, slots=True)
class TurnHeld(Event):
    """The speaker wants the turn at the end of the round."""


@dataclass(frozen=True, slots=True)
class TurnGiven(Event):
    """A seat was given the turn."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class WentAway(Event):
    """Somebody went away."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class CameBack(Event):
    """Somebody came back."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class Arrived(Event):
    """Somebody arrived late and took a new seat."""

    uid: int = 0
    """The person's identity within this session, a bare number; 0 as in ``Inserted``."""


@dataclass(frozen=True, slots=True)
class GoalAdded(Event):
    """A slot was opened on the goal board."""

    code: CodeWord
    uid: int = 0
    """The goal's identity within this session; 0 as in ``Inserted``."""


@dataclass(frozen=True, slots=True)
class GoalMarked(Event):
    """A goal's status changed."""

    slot: GoalSlot
    status: GoalStatus


@dataclass(frozen=True, slots=True)
class GapNoticed(Event):
    """The computer slept, or the program stood still, for ``ms``. The time counts, as the room lived it."""

    ms: int


@dataclass(frozen=True, slots=True)
class ClockStepped(Event):
    """The computer's clock was set forward by ``ms``, or back when negative. No time left changes."""

    ms: int


@dataclass(frozen=True, slots=True)
class GapTakenOut(Event):
    """The last gap, or the last step of the clock, does not count after all."""


@dataclass(frozen=True, slots=True)
class Undone(Event):
    """The last act is as if it had not been done."""


@dataclass(frozen=True, slots=True)
class Redone(Event):
    """The act undone last is done again, as of when it was done."""


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """The session ended. Always the last event."""

    keep: GroupCode | None = None
    """The group its record goes to, so that an ending that was interrupted can be finished; None to keep nothing."""


NEW = (Inserted, AcuteBegun, Arrived, GoalAdded)
"""Acts by which something comes that words can be written for. Each has a ``uid``, so that redoing it brings back the
same thing, and doing it again brings another."""

NOTICED = (GapNoticed, ClockStepped)
"""Events that happened to the program, not acts of a person: undo passes over them."""

EVENTS: dict[str, type[Event]] = {kind.__name__: kind for kind in Event.__subclasses__()}
"""The closed set, by name."""
