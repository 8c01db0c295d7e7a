"""The report for whoever ordered the supervision: days, minutes, 45-minute units and people, and nothing else."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct

from facilitator.texts.languages import _, language
from facilitator.texts.phrases import day, minutes, people
from sessions.history.years import UNIT, Amount
from sessions.process import SessionKind
from sessions.record import Record
from sessions.values import GroupCode


class Row(Struct, frozen=True):
    """One session as it is reported."""

    day: date
    minutes: int
    """As agreed."""
    units: Fraction
    """That are charged."""
    people: int
    """0 when it was not held."""


def rows_of(records: Iterable[Record], first: date | None = None, last: date | None = None) -> list[Row]:
    """What was held or is charged, oldest first, of the days from ``first`` to ``last``."""
    return [
        Row(record.day, record.planned, Amount.of(record).charged_units, record.people)
        for record in sorted(records, key=lambda record: record.day)
        if (record.kind.took_place or record.charged)
        and (first is None or record.day >= first)
        and (last is None or record.day <= last)
    ]


def units(number: Fraction) -> str:
    """A number of 45-minute units with two decimals at most: ``2``, ``1,33``."""
    said = f"{float(number):.2f}".rstrip("0").rstrip(".")
    return said if language() == "en" else said.replace(".", ",")


def logged(code: GroupCode, record: Record) -> str:
    """What is kept now of a session that was written in by hand: ``R07 · 11.3.2026 · held · 90 min · 5 people``."""
    said = {
        SessionKind.HELD: _("held"),
        SessionKind.LOGGED: _("held"),
        SessionKind.CANCELLED: _("cancelled"),
        SessionKind.UNUSED: _("not used"),
    }
    parts = [str(code), day(record.day), said[record.kind]]
    if record.kind.took_place:
        parts += [minutes(record.actual), people(record.people)]
    else:
        parts.append(minutes(record.planned))
    return " · ".join([*parts, _("charged") if record.charged else _("not charged")])


def as_text(code: GroupCode, rows: Sequence[Row]) -> str:
    """For a terminal."""
    table = [heads(), *rows_said(rows), sums(rows)]
    widths = [max(len(cells[column]) for cells in table) for column in range(4)]
    lines = [title(code), ""]
    for cells in table:
        first, *rest = cells
        lines.append("  ".join([first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(rest, widths[1:], strict=True))]))
    lines.insert(len(lines) - 1, "")
    return "\n".join(lines) + "\n"


def as_markdown(code: GroupCode, rows: Sequence[Row]) -> str:
    """As a table in Markdown."""
    lines = [f"# {title(code)}", "", "| " + " | ".join(heads()) + " |", "|---|---:|---:|---:|"]
    lines += ["| " + " | ".join(cells) + " |" for cells in rows_said(rows)]
    return "\n".join([*lines, "| " + " | ".join(f"**{cell}**" for cell in sums(rows)) + " |"]) + "\n"


def as_csv(_code: GroupCode, rows: Sequence[Row]) -> str:
    """For a spreadsheet: days as ``2026-03-11``, a point before decimals, names of columns in English."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("day", "minutes", "units", "people"))
    writer.writerows((row.day.isoformat(), row.minutes, _plain(row.units), row.people) for row in rows)
    return out.getvalue()


def as_json(code: GroupCode, rows: Sequence[Row]) -> str:
    """As plain data."""
    sessions = [
        {"day": row.day.isoformat(), "minutes": row.minutes, "units": _plain(row.units), "people": row.people}
        for row in rows
    ]
    total = _plain(sum((row.units for row in rows), Fraction(0)))
    return json.dumps({"group": str(code), "sessions": sessions, "units": total}, ensure_ascii=False, indent=1)


def title(code: GroupCode) -> str:
    """What stands above it."""
    return _("Supervision, group {code}").format(code=code)


def heads() -> list[str]:
    """The names of its columns."""
    return [_("Day"), _("Minutes"), _("45-min units"), _("People")]


def rows_said(rows: Sequence[Row]) -> list[list[str]]:
    """Its rows."""
    return [[day(row.day), str(row.minutes), units(row.units), str(row.people) if row.people else "–"] for row in rows]


def sums(rows: Sequence[Row]) -> list[str]:
    """Its last row."""
    total = sum((row.units for row in rows), Fraction(0))
    return [_("In all"), str(sum(row.minutes for row in rows)), units(total), ""]


def one_unit() -> str:
    """What its words and signs mean."""
    return _("A unit is {minutes} minutes. – means that the session was cancelled or not used.").format(minutes=UNIT)


def _plain(number: Fraction) -> float | int:
    return int(number) if number.denominator == 1 else round(float(number), 2)
