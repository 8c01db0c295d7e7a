"""How the chosen group's next session and its last ones look at home, where there is room for them."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from exercises.deck import Deck
from facilitator.desk.screens import home_group_drawing, past_drawing
from facilitator.desk.screens.home_course import Course
from facilitator.desk.screens.home_facts import GroupRow
from facilitator.desk.screens.home_reads import Told
from facilitator.desk.screens.past_drawing import FIGURE
from facilitator.desk.screens.ready_facts import ReadyRow, ready_rows
from facilitator.desk.widgets.tones import ACCENT, EMPTY, MOST, QUIET, STRONG, Part, apart, cut
from facilitator.texts.columns import to_width
from facilitator.texts.languages import _
from facilitator.texts.names import kept_title, plan_name
from facilitator.texts.phrases import minutes, session_said, short_day, weekday
from facilitator.texts.processes import why_said
from sessions.record import KeptItem, Record

WITH_BARS = 56
"""From so many columns on the deviations of the last session are drawn."""
FEWEST_LISTED = 2
"""Past sessions from which a list of them tells more than the last one does."""


def course(row: GroupRow, told: Course, deck: Deck, today: date, columns: int, rows: int) -> Content:
    """The next session, the last one, then the list of the last ones: as much as there are rows for."""
    columns = min(columns, MOST)
    ahead = ready_rows(told.ahead, deck, None) if told.ahead is not None and not row.is_closed else []
    room = past_drawing.title_room((each.title for each in ahead), columns) if ahead else 0
    if told.last is not None:
        room = max(room, past_drawing.title_room(_titles(told.last, deck), columns))
    blocks = [] if row.is_closed else [_next_time(row, told, ahead, deck, today, columns, room)]
    if told.last is not None:
        blocks.append(last_time(told.last, told.numbers.get(told.last.uid), deck, columns, room))
    lines: list[Content] = []
    for block in blocks:
        if len(lines) + len(block) > rows:
            return Content("\n").join(lines[:rows])
        lines += [*block, EMPTY]
    return Content("\n").join([*lines, *_sessions(told, deck, columns, rows - len(lines))])


def summary(row: GroupRow, told: Told, deck: Deck, today: date, columns: int, rows: int, *, is_alone: bool) -> Content:
    """What the sessions of the chosen group tell; alone, with the last one below it if there is room for all of it."""
    lines = home_group_drawing.summary(row, told.summary, deck, today, columns)
    last = told.course.last if is_alone else None
    if last is not None and len(below := last_time(last, None, deck, columns)) <= rows - len(lines):
        lines += below
    return Content("\n").join(lines[:rows])


def last_time(last: Record, number: int | None, deck: Deck, columns: int, room: int = 0) -> list[Content]:
    """The last session with planned and actual minutes; where there is room, with its deviations drawn.

    ``room`` is how many columns its titles take at least then.
    """
    said = f"{weekday(last.day)} {past_drawing.with_year(last.day)}"
    if number is not None:
        said = _("session {number}").format(number=number) + " · " + said
    head = apart([(_("LAST TIME"), QUIET)], [(said, QUIET)], columns)
    if columns >= WITH_BARS:
        return [head, *past_drawing.kept(last, deck, columns, is_short=True, least=room)]
    lines = [head, Content.styled(cut(plan_name(last.plan, deck), columns), STRONG)]
    items = [item for item in last.agenda if isinstance(item, KeptItem)]
    if items:
        room = columns - 2 * FIGURE
        heads = to_width(_("ITEM"), room) + _("plan").rjust(FIGURE) + _("took").rjust(FIGURE)
        lines.append(Content.styled(heads, QUIET))
        for item in items:
            title = to_width(kept_title(item, last.plan, deck, last.plan_form), room)
            lines.append(Content.assemble(title, (f"{item.planned:>{FIGURE}}", QUIET), f"{item.actual:>{FIGURE}}"))
    return lines


def _titles(record: Record, deck: Deck) -> list[str]:
    return [kept_title(item, record.plan, deck, record.plan_form) for item in record.agenda]


def _next_time(
    row: GroupRow, told: Course, ahead: Sequence[ReadyRow], deck: Deck, today: date, columns: int, room: int
) -> list[Content]:
    """When the next session would be, with which plan, and its agenda as making it ready begins with it."""
    when = [session_said(row.place)]
    if told.due == today:
        when.append(_("today"))
    elif told.due is not None:
        when.append(_("about {day}").format(day=f"{weekday(told.due)} {short_day(told.due)}"))
    lines = [apart([(_("NEXT TIME"), QUIET)], [(" · ".join(when), QUIET)], columns)]
    name: list[Part] = [(plan_name(told.proposal.plan, deck), STRONG)]
    lines += [apart(name, [(why_said(told.proposal.why), ACCENT)], columns), EMPTY]
    lines += [Content.assemble(to_width(each.title, room), (f"{each.minutes:>{FIGURE}}", QUIET)) for each in ahead]
    if told.ahead is not None:
        in_all = minutes(told.ahead.fitted.length).rjust(FIGURE + 4)
        lines.append(Content.assemble((to_width(_("In all"), room), QUIET), (in_all, STRONG)))
    return lines


def _sessions(told: Course, deck: Deck, columns: int, rows: int) -> list[Content]:
    listed = told.lately[: max(0, rows - 1)]
    if len(listed) < FEWEST_LISTED:
        return []
    return [
        past_drawing.sessions_head(columns),
        *(past_drawing.session_row(each, told.numbers.get(each.uid), deck, columns) for each in listed),
    ]
