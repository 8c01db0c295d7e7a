"""The evaluation that a group makes of its own process: drift, methods and goals as tables, no sentence of anybody."""

import json
from fractions import Fraction
from typing import Any

from exercises.closed import Phase
from exercises.deck import Deck
from facilitator.texts import tables
from facilitator.texts.languages import _
from facilitator.texts.names import exercise_name, name_of
from facilitator.texts.phrases import day, duration, people
from facilitator.texts.phrases import minutes as in_minutes
from facilitator.texts.reports import units
from facilitator.texts.tables import Table
from sessions.history.drift import Drift
from sessions.history.evaluating import Evaluation, changes, evaluation
from sessions.history.progress import GoalLine
from sessions.history.years import UNIT
from sessions.store.groups import Group
from sessions.values import GroupCode

PhasesOf = Evaluation[Phase]


def evaluation_of(group: Group, deck: Deck, last: int | None = None) -> PhasesOf:
    """Of the last so many sessions of a group, with the phases that its deck has."""
    used = {item.exercise for record in group.records for item in record.items if item.exercise is not None}
    phases = {card.id: frozenset({card.phase}) for each in used if (card := deck.card(each)) is not None}
    return evaluation(group.records, phases, Phase, last)


def title(code: GroupCode) -> str:
    """What stands above it."""
    return _("Evaluation with the group, {code}").format(code=code)


def as_tables(told: PhasesOf, deck: Deck) -> list[Table]:
    """All that is told, in the order in which it is talked through."""
    return [table for table in (_course(told), _drift(told), _methods(told, deck), _goals(told)) if table.rows]


def as_text(code: GroupCode, told: PhasesOf, deck: Deck) -> str:
    """For a terminal."""
    return tables.as_text(title(code), as_tables(told, deck))


def as_markdown(code: GroupCode, told: PhasesOf, deck: Deck) -> str:
    """As Markdown."""
    return tables.as_markdown(title(code), as_tables(told, deck))


def as_csv(_code: GroupCode, told: PhasesOf, _deck: Deck) -> str:
    """For a spreadsheet: one row for each kind of item, card and goal, names of columns in English."""
    rows: list[tuple[str | int, ...]] = [
        ("drift", each.kind.value, each.times, each.planned, each.actual, "") for each in told.drift
    ]
    rows += [("card", str(use.exercise), len(use.sessions), "", "", _numbers(use.sessions)) for use in told.cards]
    rows += [
        (
            "goal",
            f"{line.slot} {line.code}",
            "",
            "",
            "",
            " ".join(f"{number}:{status or '-'}" for number, status in changes(line)),
        )
        for line in told.goals
    ]
    return tables.as_csv(("part", "name", "times", "planned", "actual", "sessions"), rows)


def as_json(code: GroupCode, told: PhasesOf, _deck: Deck) -> str:
    """As plain data."""
    course = {
        "group": str(code),
        "sessions": told.sessions,
        "first": told.first.isoformat() if told.first is not None else None,
        "last": told.last.isoformat() if told.last is not None else None,
        "planned": told.planned,
        "actual": told.actual,
        "people": list(told.attendance.each),
    }
    return json.dumps({**course, **as_document(told)}, ensure_ascii=False, indent=1)


def as_document(told: PhasesOf) -> dict[str, Any]:
    """Drift, methods and goals as plain data."""
    return {
        "drift": [
            {"kind": each.kind.value, "times": each.times, "planned": each.planned, "actual": each.actual}
            for each in told.drift
        ],
        "cards": [{"card": str(use.exercise), "sessions": list(use.sessions)} for use in told.cards],
        "phases_never_used": [phase.value for phase in told.unused],
        "goals": [
            {"slot": line.slot.value, "code": line.code.value, "statuses": list(line.statuses)} for line in told.goals
        ],
        "goals_looked_at": list(told.looked_at),
    }


def _course(told: PhasesOf) -> Table:
    if told.first is None or told.last is None:
        return Table("", (), ())
    came = told.attendance
    present = people(came.most) if came.fewest == came.most else f"{came.fewest}–{people(came.most)}"
    rows = (
        (_("Sessions"), str(told.sessions)),
        (_("First session"), day(told.first)),
        (_("Last session"), day(told.last)),
        (_("Present"), present),
        (_("Agreed time"), f"{duration(told.planned)} · {_units(told.planned)}"),
        (_("Took"), duration(told.actual)),
    )
    return Table(_("The course"), ("", ""), rows, figures=False)


def _units(minutes: int) -> str:
    return f"{units(Fraction(minutes, UNIT))} × {in_minutes(UNIT)}"


def _drift(told: PhasesOf) -> Table:
    heads = (_("Kind"), _("times"), _("planned"), _("actual"), _("each time"))
    rows = tuple(
        (name_of(each.kind), str(each.times), str(each.planned), str(each.actual), _beyond(each)) for each in told.drift
    )
    return Table(_("Where the time went, in minutes"), heads, rows)


def _beyond(each: Drift) -> str:
    """Minutes beyond the plan, to the nearest whole: ``+4``, ``−2``, ``0``."""
    minutes = round(each.each)
    return f"{minutes:+}".replace("-", "−") if minutes else "0"


def _methods(told: PhasesOf, deck: Deck) -> Table:
    rows = tuple((exercise_name(use.exercise, deck), _numbers(use.sessions)) for use in told.cards)
    note = ""
    if told.unused and rows:
        note = _("Not used: {phases}.").format(phases=", ".join(name_of(phase) for phase in told.unused))
    return Table(_("Methods"), (_("Card"), _("in sessions")), rows, figures=False, note=note)


def _goals(told: PhasesOf) -> Table:
    rows = tuple((f"{line.slot} {name_of(line.code)}", _course_of(line)) for line in told.goals)
    note = ""
    if rows:
        numbers = _numbers(told.looked_at) if told.looked_at else "–"
        note = _("Goals were looked at in sessions: {numbers}.").format(numbers=numbers)
    return Table(_("Goals"), (_("Goal"), _("after session")), rows, figures=False, note=note)


def _course_of(line: GoalLine) -> str:
    said = ((number, name_of(status) if status is not None else _("off the board")) for number, status in changes(line))
    return ", ".join(f"{number}: {status}" for number, status in said)


def _numbers(sessions: tuple[int, ...]) -> str:
    return ", ".join(str(number) for number in sessions)
