"""Everything that can happen in a session, each with its instant. Replaying the events gives the session.

The fields are what may be written to disk while a session runs: numbers, seats, ids and members of the closed
lists. A field that could hold a sentence has no place here (a test looks at every field's type). They stand in one file
however long it is: it is the closed set, and what a journal can hold is read off it from top to bottom.
"""

from msgspec import Struct

from sessions.goals import Goal
from sessions.kinds import ClockShown, CodeWord, GoalSlot, GoalStatus, ItemState, TurnOrder
from sessions.plan import PlanItem, Step
from sessions.values import FIRST_SEAT, GroupCode, Id, Instant, Seat


class Event(Struct, frozen=True):
    """Something that happened at an instant."""

    at: Instant


class Opened(Event, frozen=True):
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


class Begun(Event, frozen=True):
    """The session began, ``earlier`` whole minutes before this was said."""

    keep_end: bool = True
    """A late start does not move an end agreed by the clock."""
    earlier: int = 0


class BegunEarlier(Event, frozen=True):
    """It turned out that the session had begun ``minutes`` earlier."""

    minutes: int


class Next(Event, frozen=True):
    """On to the next turn, else the next step, else the next item."""


class Back(Event, frozen=True):
    """Back to the turn before, else the step, else the item; the time used stays used."""


class ItemEnded(Event, frozen=True):
    """The present item ended and the next one began."""


class ItemChosen(Event, frozen=True):
    """An item still to come was taken now."""

    item: int


class Paused(Event, frozen=True):
    """The clocks stopped."""


class Resumed(Event, frozen=True):
    """The clocks went on."""


class StepSkipped(Event, frozen=True):
    """On to the next step at once, whoever had not spoken yet; the item's time stays as it is."""


class StepRepeated(Event, frozen=True):
    """The present step again, with its round: it and its item are given the step's minutes once more."""


class StepLengthened(Event, frozen=True):
    """The present step, and its item with it, was given ``minutes`` more."""

    minutes: int


class MethodSwitched(Event, frozen=True):
    """An item going on or to come is done in another way; its minutes and the time it has taken stay."""

    item: int
    exercise: Id | None = None
    """None for no card at all."""
    steps: tuple[Step, ...] = ()


class Adjusted(Event, frozen=True):
    """An item was given ``minutes`` more, or fewer when negative."""

    item: int
    minutes: int


class Moved(Event, frozen=True):
    """An item still to come changed places: ``by`` places down, or up when negative."""

    item: int
    by: int


class PutOff(Event, frozen=True):
    """An item still to come was left out today, or moved to next time."""

    item: int
    to: ItemState


class TakenIn(Event, frozen=True):
    """An item that had been left out, moved or parked is still to come after all."""

    item: int


class Inserted(Event, frozen=True):
    """An item was added after the item ``after``, or at the very beginning of what is to come."""

    item: PlanItem
    after: int | None = None
    uid: int = 0
    """The item's identity; 0 until the ledger stamps it, and in journals of older programs."""


class Given(Event, frozen=True):
    """A proposal was taken: new minutes for items, perhaps one item put off, perhaps a later end."""

    minutes: tuple[tuple[int, int], ...] = ()
    """Pairs of an item's uid and the whole minutes it is given."""
    put_off: int | None = None
    to: ItemState = ItemState.NEXT_TIME
    later: int = 0
    """Whole minutes by which the agreed end moves."""


class WentToClosing(Event, frozen=True):
    """Everything before the closing was put aside: moved to next time, or left out where that makes no sense."""

    begins: bool = False
    """What goes on was ended as well, and the closing began."""


class PayerMarked(Event, frozen=True):
    """An item gives its time before the others, or only when chosen by name, or like any other."""

    item: int
    first_to_go: bool
    protected: bool = False


class AcuteBegun(Event, frozen=True):
    """An acute matter took over: the plan is parked and these items come instead."""

    items: tuple[PlanItem, ...]
    uid: int = 0
    """The identity of the first item, the others follow on; 0 as in ``Inserted``."""


class ClockChosen(Event, frozen=True):
    """The group sees this much of an item's clock."""

    item: int
    clock: ClockShown


class RoundStarted(Event, frozen=True):
    """A round began here."""

    order: TurnOrder
    starter: Seat
    presenter: Seat | None = None
    """Who listens, and has no turn."""


class PresenterChosen(Event, frozen=True):
    """Somebody presents a case, or nobody does any more. A round of a step in which they listen leaves them out."""

    seat: Seat | None


class RoundEnded(Event, frozen=True):
    """The round was ended before everybody had spoken."""


class TurnPassed(Event, frozen=True):
    """The speaker passed."""


class TurnHeld(Event, frozen=True):
    """The speaker wants the turn at the end of the round."""


class TurnGiven(Event, frozen=True):
    """A seat was given the turn."""

    seat: Seat


class WentAway(Event, frozen=True):
    """Somebody went away."""

    seat: Seat


class CameBack(Event, frozen=True):
    """Somebody came back."""

    seat: Seat


class Arrived(Event, frozen=True):
    """Somebody arrived late and took a new seat."""

    uid: int = 0
    """The person's identity within this session, a bare number; 0 as in ``Inserted``."""


class GoalAdded(Event, frozen=True):
    """A slot was opened on the goal board."""

    code: CodeWord
    uid: int = 0
    """The goal's identity within this session; 0 as in ``Inserted``."""


class GoalMarked(Event, frozen=True):
    """A goal's status changed."""

    slot: GoalSlot
    status: GoalStatus


class GapNoticed(Event, frozen=True):
    """The computer slept, or the program stood still, for ``ms``. The time counts, as the room lived it."""

    ms: int


class ClockStepped(Event, frozen=True):
    """The computer's clock was set forward by ``ms``, or back when negative. No time left changes."""

    ms: int


class GapTakenOut(Event, frozen=True):
    """The last gap, or the last step of the clock, does not count after all."""


class Undone(Event, frozen=True):
    """The last act is as if it had not been done."""


class Redone(Event, frozen=True):
    """The act undone last is done again, as of when it was done."""


class Ended(Event, frozen=True):
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
