"""The running session as a value. It holds instants and durations; what is left is worked out in ``timing``."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from sessions.agenda import Item
from sessions.goals import GoalOnBoard
from sessions.kinds import GoalSlot, ItemState, TurnOrder
from sessions.people import People
from sessions.refusal import Reason, Refused
from sessions.rounds import Round
from sessions.values import FIRST_SEAT, THE_EPOCH, GroupCode, Id, Instant, Seat


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap that was counted, or a step of the clock, that can still be taken out."""

    NO_STEP: ClassVar[int] = -1

    ms: int
    stepped: bool = False
    """The computer's clock was set; otherwise the computer slept."""
    item: int | None = None
    """What was going on, so that the time is given back to it."""
    step: int = 0
    """Its step then; ``NO_STEP`` when the item's method was switched since."""
    taken_out: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that is known of the running session, except words."""

    uid: int
    seed: int
    items: tuple[Item, ...]
    people: People
    agreed_minutes: int
    plan: Id | None = None
    group: GroupCode | None = None
    agreed_end: Instant | None = None
    """None until the session begins, unless it was agreed by the clock."""
    by_clock: bool = False
    """The end was agreed by the clock, so it stays where it is on the computer's clock."""
    begun: Instant | None = None
    ended: Instant | None = None
    anchor: Instant = THE_EPOCH
    """All durations are counted up to here; since then the present item, step and turn have been running."""
    paused: bool = False
    paused_ms: int = 0
    """How long the session has been paused, up to the anchor."""
    round: Round | None = None
    order: TurnOrder = TurnOrder.ROTATING
    starter: Seat = FIRST_SEAT
    """Who begins the next round."""
    presenter: Seat | None = None
    rounds: int = 0
    """How many rounds have begun; makes each random order another one."""
    goals: tuple[GoalOnBoard, ...] = ()
    goals_changed: bool = False
    """A goal was added, or its status said, in this session."""
    gap: Gap | None = None
    wall_offset_ms: int = 0
    acute: bool = False

    @property
    def current(self) -> Item | None:
        """The item that is going on; after the last one it stays the last one."""
        return next((item for item in self.items if item.state is ItemState.NOW), None)

    @property
    def ahead(self) -> tuple[Item, ...]:
        """The items still to come, in order."""
        return tuple(item for item in self.items if item.state is ItemState.AHEAD)

    @property
    def is_running(self) -> bool:
        """Begun, not ended, not paused."""
        return self.begun is not None and self.ended is None and not self.paused

    def item(self, uid: int) -> Item:
        """The item with this uid; raises ``Refused`` when there is none."""
        for item in self.items:
            if item.uid == uid:
                return item
        raise Refused(Reason.NO_SUCH_ITEM)

    def goal(self, slot: GoalSlot) -> GoalOnBoard | None:
        """The goal that has this slot now."""
        return next((goal for goal in self.goals if goal.slot == slot), None)

    @property
    def highest_uid(self) -> int:
        """The highest identity of an item, a goal or a person that is part of the session now."""
        uids = (*(item.uid for item in self.items), *(goal.uid for goal in self.goals), *self.people.persons)
        return max(uids, default=0)

    def with_item(self, changed: Item) -> "Session":
        """The session with an item replaced by its changed self."""
        return replace(self, items=tuple(changed if item.uid == changed.uid else item for item in self.items))

    def settled(self, at: Instant) -> "Session":
        """The same session with everything counted up to ``at``."""
        ms = at - self.anchor
        if self.begun is None or self.ended is not None or ms <= 0:
            return self
        if self.paused:
            return replace(self, anchor=at, paused_ms=self.paused_ms + ms)
        items = tuple(item.took(ms) if item.state is ItemState.NOW else item for item in self.items)
        return replace(self, anchor=at, items=items, round=self.round.took(ms) if self.round else None)

    def mapped(self, change: Callable[[Item], Item]) -> "Session":
        """The session with every item changed."""
        return replace(self, items=tuple(change(item) for item in self.items))
