"""The two reports on paper: for whoever ordered the supervision, and for the evaluation with the group."""

from collections.abc import Sequence

from exercises.deck import Deck
from facilitator.printing import tables
from facilitator.texts import evaluations
from facilitator.texts.reports import Row, heads, one_unit, rows_said, sums, title
from facilitator.texts.tables import Table
from sessions.values import GroupCode


def report_pdf(code: GroupCode, rows: Sequence[Row]) -> bytes:
    """Days, minutes, units and people. It says nothing of when it was made: its date is the last day in it."""
    cells = tuple(tuple(row) for row in (*rows_said(rows), sums(rows)))
    made = max(row.day for row in rows)
    return tables.as_pdf(title(code), [Table("", tuple(heads()), cells, note=one_unit())], made)


def evaluation_pdf(code: GroupCode, told: evaluations.PhasesOf, deck: Deck) -> bytes:
    """Drift, methods and goals.

    Raises:
        ValueError: there is no session to be told of.
    """
    if told.last is None:
        raise ValueError("no sessions")
    return tables.as_pdf(evaluations.title(code), evaluations.as_tables(told, deck), told.last)
