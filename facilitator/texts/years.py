"""A year over all groups as text, CSV and JSON."""

import csv
import io
import json
from collections.abc import Iterator

from exercises.deck import Deck
from facilitator.texts.languages import _
from facilitator.texts.names import exercise_name
from facilitator.texts.phrases import duration
from facilitator.texts.reports import units
from sessions.history.years import Amount, Year, to_go
from sessions.process import Form

MONTHS = range(1, 13)
MOST_CARDS = 10


def form_name(form: Form) -> str:
    """What sessions of a form are called."""
    return {
        Form.INDIVIDUAL: _("individuals"),
        Form.GROUP: _("groups"),
        Form.COMMUNITY: _("communities"),
        Form.RECEIVED: _("received"),
    }[form]


def as_text(year: Year, target: int | None, deck: Deck) -> str:
    """For a terminal: months, forms, what was received, and the cards used most."""
    if not year.amounts:
        return _("Nothing is kept of {year}.").format(year=year.year) + "\n"
    lines = [str(year.year), "", *_table((str(month), year.month(month)) for month in MONTHS), ""]
    given = [(form_name(form), year.form(form)) for form in Form if form is not Form.RECEIVED]
    lines += [*_table([*given, (_("In all"), year.given)]), ""]
    received = year.form(Form.RECEIVED)
    if received.sessions or target is not None:
        lines.append(f"{form_name(Form.RECEIVED)}  {units(received.units)}")
        left = to_go(received, target)
        if target is not None and left is not None:
            lines.append(_("Units to go: {left} of {target}").format(left=units(left), target=target))
        lines.append("")
    if year.cards:
        lines.append(_("Cards used most"))
        lines += [f"{times:>3} × {exercise_name(card, deck)}" for card, times in year.cards[:MOST_CARDS]]
    return "\n".join(lines).rstrip() + "\n"


def as_csv(year: Year, _target: int | None) -> str:
    """For a spreadsheet: one row for each month and form in which there is something."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("month", "form", "sessions", "minutes", "units", "actual minutes", "charged units"))
    for (month, form), amount in year.amounts.items():
        writer.writerow(
            (
                f"{year.year}-{month:02}",
                form.value,
                amount.sessions,
                amount.planned,
                round(float(amount.units), 2),
                amount.actual,
                round(float(amount.charged_units), 2),
            )
        )
    return out.getvalue()


def as_json(year: Year, target: int | None) -> str:
    """As plain data."""
    months = [
        {"month": f"{year.year}-{month:02}", "form": form.value, **_document(amount)}
        for (month, form), amount in year.amounts.items()
    ]
    cards = [{"card": str(card), "sessions": times} for card, times in year.cards]
    received = {**_document(year.form(Form.RECEIVED)), "target": target}
    document = {
        "year": year.year,
        "given": _document(year.given),
        "received": received,
        "months": months,
        "cards": cards,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _document(amount: Amount) -> dict[str, object]:
    return {
        "sessions": amount.sessions,
        "minutes": amount.planned,
        "units": round(float(amount.units), 2),
        "actual_minutes": amount.actual,
        "charged_units": round(float(amount.charged_units), 2),
    }


def _table(rows: "list[tuple[str, Amount]] | Iterator[tuple[str, Amount]]") -> list[str]:
    heads = ["", _("sessions"), _("agreed"), _("took"), _("units"), _("charged")]
    cells = [heads]
    for name, amount in rows:
        if amount != Amount():
            planned, actual = duration(amount.planned), duration(amount.actual)
            numbers = [str(amount.sessions), planned, actual, units(amount.units), units(amount.charged_units)]
            cells.append([name, *numbers])
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    return [
        "  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]).rstrip()
        for row in cells
    ]
