"""How past sessions look: only the deviation from the plan is drawn, from one line to both sides."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from rich.cells import cell_len
from textual.content import Content

from exercises.deck import Deck
from facilitator.desk.screens.home_facts import LATE
from facilitator.desk.widgets.tones import ACCENT, EMPTY, LOOK, MOST, QUIET, RULE, STRONG, Part, cut
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _
from facilitator.texts.names import kept_title, plan_name
from facilitator.texts.phrases import NO_BREAK, minutes, people, short_day
from facilitator.texts.processes import fate_said, kind_said
from facilitator.texts.reviews import goals_line, put_off_line
from sessions.process import Fate, SessionKind
from sessions.record import Record, Untaken

NUMBER, DAY, PEOPLE, TOOK, OFF = 5, 11, 5, 11, 9
"""Columns of the list of sessions."""
FIGURE = 7
LEAST_SIDE, MOST_SIDE = 5, 16
"""Columns on each side of the line, where the titles need the room, and at most."""
SCALE_LEAST = 5
"""Minutes that fill a side at least: a minute is never drawn as if it mattered."""


def deviation_parts(by: int, most: int, side: int) -> list[Part]:
    """A deviation on its line: ``   ▆▆▆┤    `` below 0, ``      ├▆▆▆ `` above; ``most`` minutes fill a side."""
    cells = min(side, round(abs(by) / max(most, SCALE_LEAST) * side)) or (1 if by else 0)
    drawn = "▆" * cells
    if by < 0:
        return [(f"{drawn:>{side}}", QUIET), ("┤", RULE), (" " * side, "")]
    return [(" " * side, ""), ("├" if by else "│", RULE), (f"{drawn:<{side}}", LOOK if by >= LATE else ACCENT)]


def _gathered(untaken: Iterable[tuple[Untaken, str]], columns: int) -> list[Content]:
    """What was not taken up, with the planned minutes, in as few lines as it needs."""
    lines: list[Content] = []
    for fate, found in groupby(untaken, key=lambda pair: pair[0].fate):
        said = fate_said(fate) + ": " + ", ".join(f"{title} ({item.planned})" for item, title in found)
        lines += [Content.styled(line, QUIET) for line in wrapped(said, columns)]
    return lines


def title_room(titles: Iterable[str], columns: int) -> int:
    """Columns for the titles of an agenda, so that its deviations still can be drawn beside them."""
    return max(12, min(columns - 3 * FIGURE - 4 - 2 * LEAST_SIDE, max(map(cell_len, titles), default=0)))


def kept_agenda(record: Record, deck: Deck, columns: int, *, is_short: bool = False, least: int = 0) -> list[Content]:
    """A past agenda: planned and actual minutes, and the deviation; what was not taken up stands where it was.

    In a short one it is gathered below instead. ``least`` is how many columns its titles take at least.
    """
    columns = min(columns, MOST + 12)
    titles = [kept_title(item, record.plan, deck, record.plan_form) for item in record.agenda]
    room = max(least, title_room(titles, columns))
    side = max(3, min(MOST_SIDE, (columns - room - 3 * FIGURE - 4) // 2))
    heads = to_width(_("ITEM"), room) + _("plan").rjust(FIGURE) + _("took").rjust(FIGURE)
    lines = [Content.styled(heads, QUIET)]
    most = max((abs(item.actual - item.planned) for item in record.items), default=0)
    for item, title in zip(record.agenda, titles, strict=True):
        if isinstance(item, Untaken):
            if is_short:
                continue
            said = f"{to_width(title, room)}{item.planned:>{FIGURE}}{'–':>{FIGURE}}  {fate_said(item.fate)}"
            lines.append(Content.styled(cut(said, columns), QUIET))
            continue
        by = item.actual - item.planned
        lines.append(
            Content.assemble(
                to_width(title, room),
                (f"{item.planned:>{FIGURE}}", QUIET),
                f"{item.actual:>{FIGURE}}",
                "  ",
                *deviation_parts(by, most, side),
                (f"{signed(by):>{FIGURE - 2}}", LOOK if by >= LATE else QUIET),
            )
        )
    untaken = [(item, title) for item, title in zip(record.agenda, titles, strict=True) if isinstance(item, Untaken)]
    return lines + (_gathered(untaken, columns) if is_short else [])


def kept(record: Record, deck: Deck, columns: int, *, is_short: bool = False, least: int = 0) -> list[Content]:
    """All that is kept of a session: plan, people, minutes, agenda, what was put off, goals; see ``kept_agenda``."""
    by = deviation(record)
    facts: list[Part] = [(plan_name(record.plan, deck), STRONG), (f"   {people(record.people)}", "")]
    took = _("{actual} of {planned}").format(actual=record.actual, planned=minutes(record.planned))
    took = took.replace(" ", NO_BREAK)
    facts += [(f"   {took}", ""), (f"   {minutes_off(by)}" if by else "", LOOK if by >= LATE else QUIET)]
    lines = [Content.assemble(*facts), EMPTY]
    if not record.kind.took_place:
        lines = [Content.styled(f"{kind_said(record.kind)} · {minutes(record.planned)}", STRONG), EMPTY]
    if record.items:
        lines += kept_agenda(record, deck, columns, is_short=is_short, least=least)
    elif record.kind is SessionKind.LOGGED:
        lines.append(Content(_("Written down by hand: the day, the minutes and how many were present.")))
    elif record.kind.took_place:
        lines.append(Content(_("Of this session only the day, the minutes and the plan are kept.")))
    rest = [line for line in ("" if _is_told(record) else put_off_line(record), goals_line(record)) if line]
    if rest:
        lines.append(EMPTY)
    return lines + [Content.styled(line, "") for each in rest for line in wrapped(each, min(MOST, columns))]


def _is_told(record: Record) -> bool:
    """Whether the agenda names all that was put off, so that nothing is left to be counted."""
    fates = [item.fate for item in record.rest]
    return (fates.count(Fate.LEFT_OUT), fates.count(Fate.NEXT_TIME)) == (record.left_out, record.next_time)


def sessions_head(columns: int) -> Content:
    """What the columns of the list of sessions are."""
    present, took = _("PRESENT"), _("MINUTES")
    text = to_width(_("NO."), NUMBER) + to_width(_("DAY"), DAY + PEOPLE - 2 - cell_len(present)) + present + "  "
    text += f"{took:>{TOOK - 3}}" + " " * (OFF + 2) + _("PLAN")
    return Content.styled(to_width(text, columns), QUIET)


def deviation(record: Record) -> int:
    """Minutes that a session took beyond what was agreed, pauses counted."""
    return record.actual + record.paused - record.planned


def session_row(record: Record, number: int | None, deck: Deck, columns: int, *, is_marked: bool = False) -> Content:
    """A session in so many columns; ``number`` None for one that did not take place."""
    if number is None:
        said = f"{kind_said(record.kind)} · {_('charged') if record.charged else _('not charged')}"
        start = to_width("  –", NUMBER) + to_width(with_year(record.day), DAY)
        return Content.styled(to_width(f"{start}{said}", columns), QUIET)
    by = deviation(record)
    took = f"{record.actual}/{record.planned}"
    return Content.assemble(
        (to_width(f"{number:>3}{' ◂' if is_marked else ''}", NUMBER), ACCENT if is_marked else STRONG),
        (to_width(with_year(record.day), DAY), QUIET),
        (f"{record.people:>{PEOPLE - 2}}  ", QUIET),
        f"{took:>{TOOK - 3}}",
        (f"{minutes_off(by):>{OFF}}  ", LOOK if by >= LATE else QUIET),
        to_width(plan_name(record.plan, deck), max(0, columns - NUMBER - DAY - PEOPLE - (TOOK - 3) - OFF - 2)),
    )


def minutes_off(by: int) -> str:
    """``+7 min``, ``−5 min``, ``0 min``."""
    sign = "+" if by > 0 else "−" if by < 0 else ""
    return f"{sign}{minutes(abs(by))}"


def signed(by: int) -> str:
    """``+3``, ``−5``, ``0``."""
    return f"+{by}" if by > 0 else f"−{-by}" if by else "0"


def with_year(when: date) -> str:
    """``11.3.26``."""
    short = short_day(when)
    return short + ("" if short.endswith(".") else " ") + f"{when.year % 100:02}"
