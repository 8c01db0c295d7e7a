"""How the groups look at home: facts become rows and columns of a given width."""

from datetime import date

from rich.cells import cell_len
from textual.content import Content

from exercises.deck import Deck
from facilitator.desk.screens.home_facts import LATE, NEGLECTED, GroupRow, Summary, meets_today, sparkline
from facilitator.desk.screens.past_drawing import minutes_off
from facilitator.desk.widgets.tones import ACCENT, EMPTY, LOOK, QUIET, STRONG, Part, apart, cells, cut
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _, ngettext
from facilitator.texts.names import exercise_name, name_of, plan_name
from facilitator.texts.phrases import NO_BREAK, minutes, number_said, short_day
from facilitator.texts.processes import attention_said, recognised_by, short_rhythm, where_it_is
from sessions.history.proposing import Why
from sessions.history.series import Position
from sessions.values import Id

CODE, NUMBER, BAR, RHYTHM, LAST, DEVIATION = 7, 8, 9, 11, 7, 10
"""Columns of the list."""
AIRY, AIR = 100, 2
"""From so many columns on each column of the list has so many more; one more where the bar has no room."""
WITH_BAR = 74
"""From so many columns on there is room for the bar of the series."""
LABEL = 12
"""Columns of a heading in the summary."""


def columns_head(columns: int) -> Content:
    """What the columns of the list are."""
    air = _air(columns)
    text = to_width(_("GROUP"), CODE + air) + to_width(_("SESSION"), NUMBER + air + (BAR if columns >= WITH_BAR else 0))
    text += to_width(_("RHYTHM"), RHYTHM + air) + to_width(_("LAST TIME"), LAST + DEVIATION + air)
    return Content.styled(to_width(text + _("NEXT"), columns), QUIET)


def _air(columns: int) -> int:
    return AIR if columns >= AIRY else 0 if columns >= WITH_BAR else 1


def group_row(row: GroupRow, deck: Deck, today: date, columns: int) -> Content:
    """A group in so many columns; where it meets today, that is said instead of its rhythm."""
    air = _air(columns)
    day, weeks = short_rhythm(row.rhythm, row.set_up.weeks, row.last)
    is_today = meets_today(row, today)
    if is_today:
        day, weeks = _("today"), ""
    between = " · " if day and weeks else ""
    off = minutes_off(row.deviation) if row.deviation is not None else ""
    late = row.deviation is not None and row.deviation >= LATE
    parts: list[Part] = [(to_width(row.code, CODE + air), STRONG), (f"{number_said(row.place):<{NUMBER + air}}", "")]
    if columns >= WITH_BAR:
        parts += [*series_bar(row.place, BAR - 2), ("  ", "")]
    parts += [
        (day, ACCENT if is_today else QUIET),
        (to_width(between + weeks, RHYTHM + air - cell_len(day)), QUIET),
        (to_width(short_day(row.last) if row.last is not None else "", LAST), QUIET),
        (f"{off:>{DEVIATION - 2}}  " + " " * air, LOOK if late else QUIET),
    ]
    said, style = _next(row, deck)
    return Content.assemble(*parts, (to_width(said, max(0, columns - cells(parts))), style))


def _next(row: GroupRow, deck: Deck) -> Part:
    if row.is_sample:
        return f"{_('EXAMPLE')} · {plan_name(row.proposal.plan, deck)}", QUIET
    if row.is_closed:
        return " · ".join([_("ended"), *(attention_said(each, row.past) for each in row.attention)]), QUIET
    is_due = row.proposal.why in (Why.BY_COUNT, Why.BY_DATE)
    return plan_name(row.proposal.plan, deck), LOOK if is_due else ""


def series_bar(place: Position, columns: int) -> list[Part]:
    """How far the series has come; nothing where nobody said of how many."""
    if place.of is None:
        return [(" " * columns, "")]
    done = min(columns, round(place.held / place.of * columns))
    return [("▰" * done, ACCENT), ("▱" * (columns - done), QUIET)]


def hint(row: GroupRow, today: date, columns: int) -> Content:
    """The chosen group in a line, where there is no room beside the list."""
    first, *rest = where_it_is(row.past, row.set_up, today)
    said = [first, *rest] if rest else [first, recognised_by(row.rhythm, row.set_up, *row.people)]
    return Content.styled(cut(" · ".join(each for each in said if each), columns), LOOK if rest else QUIET)


def summary(row: GroupRow, told: Summary, deck: Deck, today: date, columns: int) -> list[Content]:
    """The chosen group: how its sessions kept their time, its goals, its cards."""
    number, *wanting = where_it_is(row.past, row.set_up, today)
    lines = [Content.assemble((told.code, f"bold {ACCENT}"), (f"  {number}", QUIET))]
    if known := recognised_by(row.rhythm, row.set_up, *row.people):
        lines += [Content.styled(line, QUIET) for line in wrapped(known, columns)]
    lines.append(EMPTY)
    if row.is_sample:
        said = _("An example: nothing of it is stored or counted. X takes it away.")
        lines += [*(Content.styled(line, LOOK) for line in wrapped(said, columns)), EMPTY]
    if wanting:
        lines += _block(_("LOOK AT"), [(each, LOOK) for each in wanting], columns)
    return [*lines, *learnt(told, deck, columns)]


def learnt(told: Summary, deck: Deck, columns: int) -> list[Content]:
    """What the sessions of a group tell, in blocks."""
    lines: list[Content] = []
    if told.deviations:
        average = _("on average {minutes}").format(minutes=minutes_off(told.average).replace(" ", NO_BREAK))
        lines += _block(_("OFF TIME"), [(sparkline(told.deviations), ACCENT), (average, "")], columns)
    if told.stretching:
        said = [(f"{name_of(each.kind)} {minutes_off(round(each.each))}", "") for each in told.stretching]
        lines += _block(_("STRETCHES"), said, columns)
    if told.goals:
        goals: list[Part] = []
        for goal in told.goals:
            goals += [(f"{goal.slot} {name_of(goal.code)}", ""), (f"  {name_of(goal.status)}", QUIET)]
        goals.append(_looked_at(told.looked_at))
        lines += _block(_("GOALS"), goals, columns)
    if told.cards:
        lines += _block(_("CARDS"), [(exercise_name(card, deck), "") for card in told.cards], columns)
    if told.next_time:
        moved = ngettext("{count} item from last time", "{count} items from last time", told.next_time)
        lines += _block(_("MOVED ON"), [(moved.format(count=told.next_time), "")], columns)
    return lines


def found_plan(plan: Id, deck: Deck, columns: int) -> Content:
    """A plan that was found."""
    text = deck.plan(plan)
    length = minutes(text.plan.length()) if text is not None else ""
    return apart([(plan_name(plan, deck), "")], [(length, QUIET)], columns)


def _looked_at(ago: int | None) -> Part:
    if ago is None:
        return _("not looked at yet"), QUIET
    if ago == 0:
        return _("looked at last time"), QUIET
    said = ngettext("looked at {count} session ago", "looked at {count} sessions ago", ago + 1).format(count=ago + 1)
    return said, LOOK if ago >= NEGLECTED else QUIET


def _block(label: str, parts: list[Part], columns: int) -> list[Content]:
    """A heading with its lines beside it, and air below."""
    room = columns - LABEL
    drawn: list[Content] = []
    for text, style in parts:
        drawn += [Content.styled(line, style) for line in wrapped(text, max(8, room), "  " if text[:1] == " " else "")]
    heads = [to_width(cut(label, LABEL - 1), LABEL)] + [" " * LABEL] * len(drawn)
    return [*(Content.assemble((head, QUIET), line) for head, line in zip(heads, drawn, strict=False)), EMPTY]
