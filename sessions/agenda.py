"""The items of the running session."""

from dataclasses import dataclass, replace

from sessions.kinds import ClockShown, ItemKind, ItemState
from sessions.plan import PlanItem, Step
from sessions.rounds import Round
from sessions.values import MINUTE, Id, Instant


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: what was planned, what it is given now and what it has taken."""

    uid: int
    """Unique in the session; an item keeps it wherever it is moved."""
    kind: ItemKind
    planned: int
    """Whole minutes when the session (or the item) was opened; never changes."""
    given: int
    """Whole minutes it may take, as it stands now."""
    exercise: Id | None = None
    slot: int | None = None
    protected: bool = False
    clock: ClockShown = ClockShown.EXACT
    steps: tuple[Step, ...] = ()
    of_acute: bool = False
    """Came with the acute plan, so it is stored as ``special``."""
    state: ItemState = ItemState.AHEAD
    spent_ms: int = 0
    """What it has taken up to the session's anchor; pauses and gaps taken out are not in it."""
    step: int = 0
    """Index of the step that is going on."""
    step_spent: tuple[int, ...] = ()
    """Milliseconds that each step has taken up to the session's anchor."""
    step_more: tuple[int, ...] = ()
    """Whole minutes that each step was given beyond its share; they are in ``given`` as well."""
    before_ms: int = 0
    """What the item had taken when its method was switched; no step of the present method has that time."""
    rounds: tuple[tuple[int, Round], ...] = ()
    """The rounds of the steps that were left, by the step's index, for coming back to them."""
    first_to_go: bool = False
    """The opposite of protected: it gives its time before any other."""
    begun: Instant | None = None
    """When it was first taken up."""

    @classmethod
    def of(cls, uid: int, item: PlanItem, people: int, *, of_acute: bool = False) -> "Item":
        """An item as a plan has it."""
        minutes = item.planned(people)
        return cls(
            uid,
            item.kind,
            minutes,
            minutes,
            item.exercise,
            item.slot,
            item.is_protected,
            item.clock,
            item.steps,
            of_acute,
            step_spent=(0,) * len(item.steps),
            step_more=(0,) * len(item.steps),
            first_to_go=item.first_to_go,
        )

    @property
    def is_protected(self) -> bool:
        """Whether it gives time only when chosen by name."""
        return self.protected

    @property
    def is_open(self) -> bool:
        """Still to come, or going on."""
        return self.state in (ItemState.AHEAD, ItemState.NOW)

    @property
    def present_step(self) -> Step | None:
        """The step that is going on."""
        return self.steps[self.step] if self.step < len(self.steps) else None

    @property
    def left_ms(self) -> int:
        """What is left of it at the anchor; never below 0."""
        return max(0, self.given * MINUTE - self.spent_ms)

    def took(self, ms: int) -> "Item":
        """The item after ``ms`` more."""
        return self.took_in_step(self.step, ms)

    def took_in_step(self, step: int, ms: int) -> "Item":
        """The item after ``ms`` more (less when negative) in one of its steps."""
        spent = tuple(before + ms if index == step else before for index, before in enumerate(self.step_spent))
        return replace(self, spent_ms=self.spent_ms + ms, step_spent=spent)

    def lengthened(self, minutes: int) -> "Item":
        """The item with so many whole minutes more for its present step."""
        more = tuple(each + minutes if index == self.step else each for index, each in enumerate(self.step_more))
        return replace(self, given=self.given + minutes, step_more=more)

    def switched(self, exercise: Id | None, steps: tuple[Step, ...]) -> "Item":
        """The item done in another way: the clock of the item goes on, the clocks of its steps begin anew."""
        none = (0,) * len(steps)
        return replace(
            self,
            exercise=exercise,
            steps=steps,
            step=0,
            step_spent=none,
            step_more=none,
            before_ms=self.spent_ms,
            rounds=(),
        )

    def with_round(self, turns: Round | None) -> "Item":
        """The item with the round of its present step kept for later."""
        others = tuple(kept for kept in self.rounds if kept[0] != self.step)
        return replace(self, rounds=(*others, (self.step, turns)) if turns else others)

    @property
    def kept_round(self) -> Round | None:
        """The round that was kept for the present step."""
        return dict(self.rounds).get(self.step)
