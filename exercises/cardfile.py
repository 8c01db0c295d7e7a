"""The format of a card's file (``exercises/README.md`` describes it for people)."""

from pathlib import Path

from exercises.card import Card
from exercises.closed import Form, Phase, Remote, Theme, Turns
from exercises.tables import Fault, FaultKind, Table, read_table
from sessions.kinds import Speaking
from sessions.limits import MOST_PEOPLE
from sessions.minutes import Minutes
from sessions.plan import Step
from sessions.values import Id

MOST_STEPS = 30


def read_card(path: Path) -> tuple[Card | None, list[Fault]]:
    """The card in a file, or None and everything that is wrong with it."""
    table = read_table(path)
    if table.faults:
        return None, table.faults
    try:
        card_id = Id(path.stem)
    except ValueError:
        table.fault(FaultKind.NOT_AN_ID, path.name)
        return None, table.faults
    steps = table.tables("steps", MOST_STEPS)
    card = Card(
        id=card_id,
        name=table.text("name"),
        purpose=table.text("purpose"),
        phase=table.one_of("phase", Phase),
        form=table.one_of("form", Form),
        people=_people(table),
        themes=table.some_of("themes", Theme),
        turns=table.one_of("turns", Turns),
        remote=table.one_of("remote", Remote, Remote.YES),
        steps=tuple(_step(step) for step in steps),
        step_texts=tuple(step.languages() for step in steps),
        step_invitations=tuple(step.text("invitation", needed=False, lines=True) for step in steps),
        invitation=table.text("invitation", needed=False, lines=True),
        advice=table.text("advice", needed=False, lines=True),
        source=table.text("source", needed=False, lines=True),
        materials=table.text("materials", needed=False),
        sheet=table.text("sheet", needed=False, lines=True),
        caution=table.text("caution", needed=False, lines=True),
        remote_substitute=table.id("remote_substitute"),
        shorter=table.id("shorter"),
        sensitive=table.yes_no("sensitive"),
    )
    _check_turns(table, card)
    for each in (table, *steps):
        each.finish()
    return (None if table.faults else card), table.faults


def _people(table: Table) -> tuple[int, int, int]:
    found = table.value("people")
    if (
        not isinstance(found, list)
        or len(found) != 3
        or not all(type(n) is int and 1 <= n <= MOST_PEOPLE for n in found)
    ):
        if found is not None:
            table.fault(FaultKind.PEOPLE_ORDER, "people", "[2, 5, 10]")
        return (1, 1, 1)
    if sorted(found) != found:
        table.fault(FaultKind.PEOPLE_ORDER, "people", "[2, 5, 10]")
    return (found[0], found[1], found[2])


def _step(table: Table) -> Step:
    return Step(
        table.parsed("minutes", Minutes.parse, Minutes.whole(1)), table.one_of("speaking", Speaking, Speaking.EVERYONE)
    )


def _check_turns(table: Table, card: Card) -> None:
    has_round = any(step.speaking.is_round for step in card.steps)
    if has_round and card.turns not in (Turns.ROUND, Turns.PRESENTER_OUT):
        those = (Turns.ROUND, Turns.PRESENTER_OUT)
        table.fault(FaultKind.ROUND_WITHOUT_TURNS, "turns", ", ".join(those), those)
    if not has_round and card.turns in (Turns.ROUND, Turns.PRESENTER_OUT) and card.steps:
        table.fault(FaultKind.TURNS_WITHOUT_ROUND, "turns", f'speaking = "{Speaking.ROUND}"')
