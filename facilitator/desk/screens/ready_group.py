"""What a group's past brings to the session that is made ready: its own minutes, and what was moved to this time."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from exercises.deck import Deck
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.preparing.for_group import OwnMinutes, own_minutes_of, with_back, with_own_minutes
from facilitator.preparing.preparation import Preparation
from facilitator.texts.languages import _
from facilitator.texts.names import exercise_name, name_of, title_of
from facilitator.texts.phrases import minutes
from sessions.agenda import Item
from sessions.history.proposing import brought_back
from sessions.kinds import STEADY_KINDS
from sessions.plan import Plan
from sessions.record import Untaken
from sessions.store.groups import Group


class GroupsPart:
    """What was taken over from the group's past into the plan that is pointed at."""

    def __init__(self, group: Group | None, deck: Deck) -> None:
        self._records = group.records if group is not None else ()
        self._deck = deck
        self._back: tuple[tuple[Untaken, int], ...] = ()
        """What was brought back, each with its place at the time."""
        self.takes_own = False
        """The group's own minutes are taken."""

    def forget(self) -> None:
        """Another plan is pointed at: what was brought back had its place in the one before."""
        self._back = ()

    @property
    def waiting(self) -> tuple[Untaken, ...]:
        """What was moved to this time and is not in the plan yet."""
        taken = [moved for moved, _place in self._back]
        left = []
        for moved in brought_back(self._records):
            if moved in taken:
                taken.remove(moved)
            else:
                left.append(moved)
        return tuple(left)

    def own(self, plan: Plan, people: int) -> tuple[OwnMinutes, ...]:
        """The items of the plan that take this group another time."""
        return own_minutes_of(plan, people, self._records)

    def on(self, made: Preparation) -> Preparation:
        """A preparation with what was taken over; its length stays, so that fitting says what gives."""
        plan = made.plan
        if self.takes_own:
            plan = with_own_minutes(plan, made.people, self.own(plan, made.people))
        for moved, place in self._back:
            plan = with_back(plan, moved, place, self._deck)
        return replace(made, plan=plan)

    def offers(self, plan: Plan, people: int) -> list[str]:
        """What could be taken over, and by which key."""
        said = []
        if own := self.own(plan, people):
            takes = _("With this group: {items}. o takes these minutes.").format(items=self.own_said(plan, own))
            said.append(_("o gives the plan's own minutes back.") if self.takes_own else takes)
        if waiting := self.waiting:
            names = ", ".join(moved_name(each, self._deck) for each in waiting)
            said.append(_("Moved from last time: {items}. i brings back.").format(items=names))
        return said

    def own_said(self, plan: Plan, own: Sequence[OwnMinutes]) -> str:
        """The items that take this group another time, with both times."""
        parts = []
        for each in own:
            title = title_of(Item.of(each.index, plan.items[each.index], 1), plan.id, self._deck)
            parts.append(
                _("{item} {taken}, planned {planned}").format(
                    item=title, taken=minutes(each.taken), planned=each.planned
                )
            )
        return "; ".join(parts)

    def ask_back(self, made: Preparation, ask: Ask, done: Callable[[str], None]) -> bool:
        """Ask what comes back and where; False when there is nothing."""
        waiting = self.waiting
        if not waiting:
            return False

        def chosen(moved: Untaken | None) -> None:
            if moved is not None:
                self._ask_place(moved, made, ask, done)

        if len(waiting) == 1:
            chosen(waiting[0])
            return True
        options = [Option(moved_name(each, self._deck), each, minutes(each.planned)) for each in waiting]
        ask(Choice(_("What comes back?"), options), chosen)
        return True

    def _ask_place(self, moved: Untaken, made: Preparation, ask: Ask, done: Callable[[str], None]) -> None:
        name = moved_name(moved, self._deck)

        def chosen(place: int | None) -> None:
            if place is not None:
                self._back = (*self._back, (moved, place))
                done(_("Back on the agenda: {item}, {minutes}.").format(item=name, minutes=minutes(moved.planned)))

        titles = [
            title_of(Item.of(index, item, 1), made.plan.id, self._deck) for index, item in enumerate(made.plan.items)
        ]
        places = [Option(_("before {item}").format(item=title), index) for index, title in enumerate(titles)]
        places.append(Option(_("at the end"), len(titles)))
        ask(Choice(_("{item}: where?").format(item=name), places, start=_work_place(made.plan)), chosen)


def moved_name(moved: Untaken, deck: Deck) -> str:
    """What was moved, by its card or its kind: a title was not kept."""
    return exercise_name(moved.exercise, deck) if moved.exercise is not None else name_of(moved.kind)


def _work_place(plan: Plan) -> int:
    """Where work begins: after what is steady."""
    return next((index for index, item in enumerate(plan.items) if item.kind not in STEADY_KINDS), 0)
