"""How past sessions look: only the deviation from the plan is drawn, from one line to both sides."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from exercises.deck import Deck
from facilitator.desk.screens.home_drawing import minutes_off
from facilitator.desk.screens.home_facts import LATE, deviation
from facilitator.desk.screens.review_facts import KindDrift
from facilitator.desk.widgets.lines import EMPTY
from facilitator.desk.widgets.tones import ACCENT, LOOK, MOST, QUIET, RULE, STRONG, Part
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _
from facilitator.texts.names import kept_title, name_of, plan_name
from facilitator.texts.phrases import minutes, people, short_day
from facilitator.texts.reviews import goals_line, put_off_line
from sessions.record import Record

NUMBER, DAY, PEOPLE, TOOK, OFF = 5, 11, 5, 11, 9
"""Columns of the list of sessions."""
FIGURE = 7
MOST_SIDE = 16
"""Columns on each side of the line at most."""
SCALE_LEAST = 5
"""Minutes that fill a side at least: a minute is never drawn as if it mattered."""


def deviation_parts(by: int, most: int, side: int) -> list[Part]:
    """A deviation on its line: ``   ▆▆▆┤    `` below 0, ``      ├▆▆▆ `` above; ``most`` minutes fill a side."""
    cells = min(side, round(abs(by) / max(most, SCALE_LEAST) * side)) or (1 if by else 0)
    drawn = "▆" * cells
    if by < 0:
        return [(f"{drawn:>{side}}", QUIET), ("┤", RULE), (" " * side, "")]
    return [(" " * side, ""), ("├" if by else "│", RULE), (f"{drawn:<{side}}", LOOK if by >= LATE else ACCENT)]


def agenda(record: Record, deck: Deck, columns: int) -> list[Content]:
    """A past agenda: planned and actual minutes, and the deviation."""
    columns = min(columns, MOST + 12)
    titles = [kept_title(item, record.plan, deck) for item in record.items]
    room = max(12, min(columns - 3 * FIGURE - 2 * 8, max(map(cell_len, titles), default=0)))
    side = max(3, min(MOST_SIDE, (columns - room - 3 * FIGURE - 4) // 2))
    heads = to_width(_("ITEM"), room) + _("plan").rjust(FIGURE) + _("took").rjust(FIGURE)
    lines = [Content.styled(heads, QUIET)]
    most = max((abs(item.actual - item.planned) for item in record.items), default=0)
    for item, title in zip(record.items, titles, strict=True):
        by = item.actual - item.planned
        lines.append(
            Content.assemble(
                to_width(title, room),
                (f"{item.planned:>{FIGURE}}", QUIET),
                f"{item.actual:>{FIGURE}}",
                "  ",
                *deviation_parts(by, most, side),
                (f"{_signed(by):>{FIGURE - 2}}", LOOK if by >= LATE else QUIET),
            )
        )
    return lines


def kept(record: Record, deck: Deck, columns: int) -> list[Content]:
    """All that is kept of a session: plan, people, minutes, agenda, what was put off, goals."""
    by = deviation(record)
    facts: list[Part] = [(plan_name(record.plan, deck), STRONG), (f"   {people(record.people)}", "")]
    took = _("{actual} of {planned}").format(actual=record.actual, planned=minutes(record.planned))
    facts += [(f"   {took}", ""), (f"   {minutes_off(by)}" if by else "", LOOK if by >= LATE else QUIET)]
    lines = [Content.assemble(*facts), EMPTY]
    if record.items:
        lines += agenda(record, deck, columns)
    else:
        lines.append(Content(_("Of this session only the day, the minutes and the plan are kept.")))
    rest = [line for line in (put_off_line(record), goals_line(record)) if line]
    if rest:
        lines.append(EMPTY)
    return lines + [Content.styled(line, "") for each in rest for line in wrapped(each, min(MOST, columns))]


def sessions_head(columns: int) -> Content:
    """What the columns of the list of sessions are."""
    text = to_width(_("NO."), NUMBER) + to_width(_("DAY"), DAY) + to_width("", PEOPLE)
    text += to_width(_("MINUTES"), TOOK + OFF) + _("PLAN")
    return Content.styled(to_width(text, columns), QUIET)


def session_row(record: Record, number: int, deck: Deck, columns: int) -> Content:
    """A session in so many columns."""
    by = deviation(record)
    took = f"{record.actual}/{record.planned}"
    return Content.assemble(
        (to_width(f"{number:>3}", NUMBER), STRONG),
        (to_width(_with_year(record.day), DAY), QUIET),
        (f"{record.people:>{PEOPLE - 2}}  ", QUIET),
        f"{took:>{TOOK - 3}}",
        (f"{minutes_off(by):>{OFF}}   ", LOOK if by >= LATE else QUIET),
        to_width(plan_name(record.plan, deck), max(0, columns - NUMBER - DAY - PEOPLE - TOOK - OFF)),
    )


def where_time_goes(drifts: Sequence[KindDrift], columns: int) -> list[Content]:
    """How far from its plan each kind of item ends on average, from one line to both sides."""
    if not drifts:
        return []
    room = max(8, min(22, max(cell_len(name_of(drift.kind)) for drift in drifts)))
    side = max(3, min(MOST_SIDE, (columns - room - 8) // 2))
    most = max(abs(drift.average) for drift in drifts)
    lines = [Content.styled(_("WHERE THE TIME GOES"), QUIET)]
    for drift in drifts:
        figure = (f"{_signed(drift.average):>4}", LOOK if drift.average >= LATE else QUIET)
        bars = deviation_parts(drift.average, most, side)
        lines.append(Content.assemble(to_width(name_of(drift.kind), room), " ", *bars, figure))
    return [*lines, EMPTY]


def _signed(by: int) -> str:
    return f"+{by}" if by > 0 else f"−{-by}" if by else "0"


def _with_year(when: date) -> str:
    short = short_day(when)
    return short + ("" if short.endswith(".") else " ") + f"{when.year % 100:02}"
