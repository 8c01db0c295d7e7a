"""The format of a plan's file (``exercises/README.md`` describes it for people)."""

from collections.abc import Callable
from pathlib import Path

from exercises.card import Card, PlanText
from exercises.tables import Fault, FaultKind, Table, nearest, read_table
from sessions.kinds import ClockShown, ItemKind
from sessions.limits import LONGEST, MOST_ITEMS, MOST_PEOPLE
from sessions.minutes import Minutes
from sessions.plan import Plan, PlanItem, slot_minutes
from sessions.values import Id

FindCard = Callable[[Id], Card | None]


def read_plan(
    path: Path, card: FindCard, card_ids: Callable[[], list[Id]], *, own: bool
) -> tuple[PlanText | None, list[Fault]]:
    """The plan in a file with the steps of its exercises, or None and everything that is wrong with it."""
    table = read_table(path)
    if table.faults:
        return None, table.faults
    try:
        plan_id = Id(path.stem)
    except ValueError:
        table.fault(FaultKind.NOT_AN_ID, path.name)
        return None, table.faults
    people = table.whole("people", 1, MOST_PEOPLE)
    minutes = table.whole("minutes", 1, LONGEST)
    table.whole("net_minutes", 1, LONGEST, default=minutes)
    rows = table.tables("items", MOST_ITEMS)
    if not rows and table.value("items", needed=False) is not None:
        table.fault(FaultKind.NO_ITEMS, "items", "[[items]]")
    items = tuple(_item(row, slot, people, card, card_ids) for slot, row in enumerate(rows))
    text = PlanText(
        plan=Plan(plan_id, people, items, table.yes_no("sensitive")),
        name=table.text("name"),
        suits=table.text("suits", needed=False),
        titles=tuple(row.languages() for row in rows),
        when=table.text("when", needed=False),
        bring=table.text("bring", needed=False),
        note=table.text("note", needed=False, lines=True),
        own=own,
    )
    for each in (table, *rows):
        each.finish()
    total = text.plan.length()
    if not table.faults and total != minutes:
        table.fault(FaultKind.SUM, "minutes", str(total))
    return (None if table.faults else text), table.faults


def _item(table: Table, slot: int, people: int, card: FindCard, card_ids: Callable[[], list[Id]]) -> PlanItem:
    minutes = table.whole("minutes", 1, LONGEST)
    exercise = table.id("exercise")
    found = card(exercise) if exercise is not None else None
    if exercise is not None and found is None:
        table.fault(FaultKind.NO_SUCH_CARD, "exercise", nearest(exercise, card_ids()))
    return PlanItem(
        kind=table.one_of("kind", ItemKind),
        minutes=slot_minutes(minutes, found.steps, people) if found else Minutes.whole(minutes),
        exercise=exercise,
        slot=slot,
        protected=table.yes_no("protected"),
        first_to_go=table.yes_no("first_to_go"),
        clock=table.one_of("clock", ClockShown, ClockShown.EXACT),
        steps=found.steps if found else (),
    )
