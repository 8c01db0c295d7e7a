"""Making a session ready: a plan fitted to people and length becomes the first event."""

from dataclasses import dataclass, replace
from random import Random

from exercises.deck import Deck
from facilitator.preparing.agreed_times import AgreedTimes
from facilitator.texts.names import ACUTE_PLAN
from sessions import events as e
from sessions.clock import Clock
from sessions.kinds import ItemKind
from sessions.minutes import Minutes
from sessions.plan import Fitted, Plan, PlanItem, fit
from sessions.record import KeptItem, Record, Untaken
from sessions.store.groups import Group
from sessions.values import FIRST_SEAT, SPECIAL, GroupCode, Id, Instant

DEFAULT_PLAN = Id("ordinary-90")
DEFAULT_PEOPLE = 5
EMPTY_MINUTES = 10
"""Of an item that is added without a card."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What a session is made from."""

    plan: Plan
    people: int
    length: int
    """Whole minutes."""
    end: Instant | None = None
    group: GroupCode | None = None
    fits: bool = True
    """The items are fitted to the length; otherwise they stay as they were shaped."""

    @classmethod
    def of(cls, plan: Plan, people: int | None = None, length: int | None = None) -> "Preparation":
        """A plan for its own number of people and its own length, or as told."""
        return cls(plan, people or plan.people, length or plan.length())

    @classmethod
    def agreed(cls, plan: Plan, people: int, times: AgreedTimes | None, group: GroupCode | None) -> "Preparation":
        """A plan for what was agreed; None leaves it its own length, and no time by the clock."""
        made = cls.of(plan, people, times.length if times is not None else None)
        return replace(made, group=group, end=times.end if times is not None else None)

    @property
    def fitted(self) -> Fitted:
        """The plan as it would run."""
        return fit(self.plan, self.people, self.length if self.fits else None)

    def opened(self, clock: Clock, group: Group | None, chance: Random) -> e.Opened:
        """The first event. ``group`` brings its goal slots and who begins the next round."""
        now = clock.now()
        return e.Opened(
            at=now,
            uid=chance.getrandbits(63),
            seed=chance.getrandbits(31),
            items=tuple(item for item in self.fitted.items if item.minutes.fixed),
            people=self.people,
            minutes=self.length,
            plan=self.plan.id if self.plan.id != SPECIAL else None,
            group=self.group,
            end=self.end,
            starter=group.starter if group else FIRST_SEAT,
            goals=group.goals if group else (),
            wall_offset_ms=clock.wall() - now,
        )


def again(record: Record, deck: Deck) -> Plan:
    """The whole agenda of a past session as a plan, with the minutes that were planned; one item where none was kept.

    Titles of a plan that has another form today are not taken.
    """
    plan_text = deck.plan(record.plan) if record.plan is not None else None
    changed = plan_text is not None and record.plan_form not in (None, plan_text.plan.form)
    items = tuple(_item(item, deck, titled=not changed) for item in record.agenda if item.planned)
    if not items and plan_text is not None:
        return plan_text.plan
    whole = PlanItem(ItemKind.THEME, Minutes.whole(max(1, record.planned)))
    return Plan(record.plan or SPECIAL, record.people, items or (whole,))


def acute_items(deck: Deck, people: int) -> tuple[PlanItem, ...]:
    """The items of the acute plan for ``people``."""
    text = deck.plan(ACUTE_PLAN)
    if text is None:
        return (PlanItem(ItemKind.THEME, Minutes.whole(45)), PlanItem(ItemKind.CLOSING, Minutes.whole(15)))
    return fit(text.plan, people).items


def empty_item() -> PlanItem:
    """An item without a card."""
    return PlanItem(ItemKind.THEME, Minutes.whole(EMPTY_MINUTES))


def card_item(card_id: Id, deck: Deck, people: int) -> PlanItem:
    """An item made of a card, as long as the card takes with ``people``."""
    card = deck.card(card_id)
    assert card is not None
    return PlanItem(ItemKind.EXERCISE, Minutes.whole(card.minutes(people)), card_id, steps=card.steps)


def _item(item: KeptItem | Untaken, deck: Deck, *, titled: bool) -> PlanItem:
    card = deck.card(item.exercise) if item.exercise is not None else None
    slot = item.slot if titled else None
    planned = PlanItem(item.kind or ItemKind.THEME, Minutes.whole(item.planned), item.exercise, slot)
    if card is None:
        return replace(planned, exercise=None)
    return replace(planned, steps=card.steps)
