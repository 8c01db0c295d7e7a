"""How home looks: facts become rows and columns of a given width."""

from datetime import date

from rich.cells import cell_len
from textual.content import Content

from exercises.deck import Deck
from facilitator.desk.screens.home_facts import LATE, NEGLECTED, GroupRow, Summary, sparkline
from facilitator.desk.widgets.lines import EMPTY
from facilitator.desk.widgets.tones import ACCENT, LOOK, MOST, QUIET, STRONG, Part, apart, cut, padding
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _, ngettext
from facilitator.texts.names import exercise_name, name_of, plan_name
from facilitator.texts.phrases import NO_BREAK, clock, minutes, short_day, weekday
from sessions.values import Id, Instant

CODE, NUMBER, LAST, DEVIATION = 7, 9, 11, 10
"""Columns of the list."""
LABEL = 12
"""Columns of a heading in the summary."""


def head(now: Instant, today: date, columns: int) -> Content:
    """The program's name, how to find, the day and the time."""
    pad = padding(columns)
    find: list[Part] = [("/ ", ACCENT), (_("find a group, a plan or a card"), QUIET), ("      ", "")]
    time: list[Part] = [(f"{weekday(today)} {short_day(today)}  ", QUIET), (clock(now), ""), (" " * pad, "")]
    name: list[Part] = [(" " * pad + "facilitator", STRONG)]
    return apart(name, [*find, *time] if columns >= 70 else time, columns)


def columns_head(columns: int) -> Content:
    """What the columns of the list are."""
    text = to_width(_("GROUP"), CODE) + to_width(_("SESSION"), NUMBER) + to_width(_("LAST TIME"), LAST + DEVIATION)
    return Content.styled(to_width(text + _("NEXT"), columns), QUIET)


def group_row(row: GroupRow, deck: Deck, today: date, columns: int) -> Content:
    """A group in so many columns; the day of the week is marked where it is today's."""
    day = weekday(row.last) if row.last is not None else ""
    last = f" {short_day(row.last)}" if row.last is not None else ""
    is_today = row.last is not None and row.last.weekday() == today.weekday()
    off = minutes_off(row.deviation) if row.deviation is not None else ""
    late = row.deviation is not None and row.deviation >= LATE
    return Content.assemble(
        (to_width(row.code, CODE), STRONG),
        to_width(f"{row.number:>3}", NUMBER),
        (day, ACCENT if is_today else QUIET),
        (to_width(last, LAST - cell_len(day)), QUIET),
        (f"{off:>{DEVIATION - 3}}   ", LOOK if late else QUIET),
        to_width(plan_name(row.plan, deck), max(0, columns - CODE - NUMBER - LAST - DEVIATION)),
    )


def unfinished_row(said: str, columns: int) -> Content:
    """The session that was interrupted."""
    left: list[Part] = [(_("UNFINISHED"), f"bold {LOOK}"), (f"   {said}", "")]
    return apart(left, [(_("enter"), f"bold {ACCENT}"), (" " + _("resumes"), QUIET)], columns)


def section(text: str) -> Content:
    """A quiet heading within the list, with air above."""
    return Content.styled(f"\n{text}", QUIET)


def minutes_off(deviation: int) -> str:
    """``+7 min``, ``−5 min``, ``0 min``."""
    sign = "+" if deviation > 0 else "−" if deviation < 0 else ""
    return f"{sign}{minutes(abs(deviation))}"


def what_it_is() -> tuple[str, ...]:
    """What the program does, keeps and does not keep, and where."""
    return (
        _("This program keeps the time and the turns of a group supervision session and shows its cards."),
        _(
            "It keeps what kind of items a session had, how long they took, "
            "how many were present and the goals' code words."
        ),
        _(
            "It does not keep names, who spoke, or what was said or written. "
            "During a session its file holds seats and turns; the file is deleted at the end. "
            "T shows exactly what is stored."
        ),
        _(
            "Everything is in one folder on this computer, without an account. "
            "If you let a cloud service copy the folder, it is there too. "
            "Space goes on, u undoes."
        ),
    )


def about(columns: int) -> Content:
    """What the program is, for somebody who has no group yet."""
    room = min(MOST, columns)
    lines = [line for text in what_it_is() for line in [*wrapped(text, room), ""]]
    return Content("\n").join([Content.styled(line, "") for line in lines])


def summary(told: Summary, deck: Deck, columns: int, rows: int) -> Content:
    """The chosen group: how its sessions kept their time, its goals, its cards."""
    lines = [
        Content.assemble(
            (told.code, f"bold {ACCENT}"), (f"  {_('session {number}').format(number=told.number)}", QUIET)
        ),
        EMPTY,
    ]
    if told.deviations:
        average = _("on average {minutes}").format(minutes=minutes_off(told.average).replace(" ", NO_BREAK))
        lines += _block(_("OFF TIME"), [(sparkline(told.deviations), ACCENT), (average, "")], columns)
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
    return Content("\n").join(lines[:rows])


def found_plan(plan: Id, deck: Deck, columns: int) -> Content:
    """A plan that was found."""
    text = deck.plan(plan)
    length = minutes(text.plan.length()) if text is not None else ""
    return apart([(plan_name(plan, deck), "")], [(length, QUIET)], columns)


def plain_row(text: str, columns: int, key: str = "") -> Content:
    """A row that is an act; ``key`` does the same."""
    return apart([(text, "")], [(key, f"bold {ACCENT}")] if key else [], columns)


def _looked_at(ago: int | None) -> Part:
    if ago is None:
        return _("not looked at yet"), QUIET
    if ago == 1:
        return _("looked at last time"), QUIET
    said = ngettext("looked at {count} session ago", "looked at {count} sessions ago", ago).format(count=ago)
    return said, LOOK if ago >= NEGLECTED else QUIET


def _block(label: str, parts: list[Part], columns: int) -> list[Content]:
    """A heading with its lines beside it, and air below."""
    room = columns - LABEL
    drawn: list[Content] = []
    for text, style in parts:
        drawn += [Content.styled(line, style) for line in wrapped(text, max(8, room), "  " if text[:1] == " " else "")]
    heads = [to_width(cut(label, LABEL - 1), LABEL)] + [" " * LABEL] * len(drawn)
    return [*(Content.assemble((head, QUIET), line) for head, line in zip(heads, drawn, strict=False)), EMPTY]
