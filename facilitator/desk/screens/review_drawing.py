"""How the review of a group looks: where time goes, its cards, and from session to session its people and goals."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from exercises.deck import Deck
from facilitator.desk.screens.home_facts import LATE, sparkline
from facilitator.desk.screens.past_drawing import MOST_SIDE, deviation_parts, signed, with_year
from facilitator.desk.screens.review_facts import Review
from facilitator.desk.widgets.tones import ACCENT, EMPTY, LOOK, MOST, QUIET, Part, apart, cells, cut
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _
from facilitator.texts.names import exercise_name, name_of
from facilitator.texts.phrases import duration, short_day
from facilitator.texts.processes import from_to
from facilitator.texts.reports import units
from facilitator.texts.reviews import times
from sessions.kinds import GoalStatus
from sessions.store.groups import Group

SIGNS = {
    GoalStatus.OPEN: "○",
    GoalStatus.IN_PROGRESS: "◐",
    GoalStatus.REACHED: "●",
    GoalStatus.REWORDED: "◇",
    GoalStatus.RESTING: "–",
    GoalStatus.DROPPED: "×",
}
ABSENT, LOOKED = "·", "✓"
NAME = 30
"""Columns of a kind's or a card's name at most."""
MOST_THEMES = 8


def head(group: Group, told: Review, pad: int, columns: int, *, is_sample: bool) -> Content:
    """Whose sessions, how many, since when, how long in all, how many people; what there is no room for is left out."""
    held = [record for record in group.records if record.kind.took_place]
    code: Part = (" " * pad + group.code + "  ", f"bold {ACCENT}")
    right: list[Part] = [(_("EXAMPLE") + " " * pad, LOOK)] if is_sample else []
    count = times(len(held))
    said = [count]
    if held:
        since, length = _since(held[0].day, held[-1].day), duration(told.minutes)
        people = from_to(told.attendance.fewest, told.attendance.most)
        in_units = f"{length} = {units(told.units)} × 45 min"
        fewer = (
            (count, since, in_units, people),
            (count, since, length, people),
            (count, since, people),
            (count, since),
        )
        said = [" · ".join(parts) for parts in fewer]
    room = columns - cells([code, *right]) - 2
    return apart([code, (next((text for text in said if cell_len(text) <= room), said[-1]), "")], right, columns)


def where_time_goes(told: Review, columns: int, rows: int) -> list[Content]:
    """How far from its plan each kind of item ends on average, from one line to both sides."""
    off = [each for each in told.drift if round(each.each)]
    title = Content.styled(cut(_("WHERE THE TIME GOES") + "  " + span_said(told.span), columns), QUIET)
    if not off:
        return [title, Content(_("As planned, as far as is known."))]
    shown = off[: max(1, rows - 1)]
    room = max(8, min(NAME, max(cell_len(name_of(each.kind)) for each in shown)))
    side = max(3, min(MOST_SIDE, (columns - room - 9) // 2))
    most = max(abs(round(each.each)) for each in shown)
    lines = [title]
    for each in shown:
        by = round(each.each)
        figure = (f"{signed(by):>4}", LOOK if by >= LATE else QUIET)
        bars = deviation_parts(by, most, side)
        lines.append(Content.assemble(to_width(name_of(each.kind), room), " ", *bars, figure))
    return lines


def span_said(span: int | None) -> str:
    """``all sessions``, ``the last 6``."""
    return _("all sessions") if span is None else _("the last {count}").format(count=span)


def tells(told: Review, deck: Deck, columns: int) -> list[Content]:
    """What the sessions tell beside their minutes: people, goals, cards."""
    return [*from_session_to_session(told, columns), *_cards(told, deck, columns), *_not_yet(told, columns)]


def from_session_to_session(told: Review, columns: int) -> list[Content]:
    """How many came, when goals were looked at and how each stood, session by session; the last that fit."""
    people = told.attendance.each
    if not people:
        return []
    last = told.first + len(people) - 1
    cell = 2 if max(last, *people) < 10 else 3
    names = [f"{line.slot} {name_of(line.code)}" for line in told.goals]
    room = max(map(cell_len, [*names, _("session"), _("present"), _("looked at")])) + 1
    count = min(len(people), max(1, (columns - room) // cell))
    numbers = range(last - count + 1, last + 1)

    def row(name: str, signs: list[str], style: str = "") -> Content:
        return Content.assemble((to_width(name, room), QUIET), ("".join(f"{sign:>{cell}}" for sign in signs), style))

    lines = [Content.styled(_("FROM SESSION TO SESSION"), QUIET), row(_("session"), [str(n) for n in numbers], QUIET)]
    lines.append(row(_("present"), [str(each) for each in people[-count:]]))
    if told.deviations and any(told.deviations):
        lines.append(row(_("off time"), list(sparkline(told.deviations[-count:]).rjust(count)), ACCENT))
    if told.goals:
        lines.append(row(_("looked at"), [LOOKED if look else ABSENT for look in told.looks[-count:]], ACCENT))
    for name, line in zip(names, told.goals, strict=True):
        lines.append(row(name, [SIGNS[each] if each is not None else ABSENT for each in line.statuses[-count:]]))
    if told.goals:
        used = {status for line in told.goals for status in line.statuses[-count:] if status is not None}
        legend = "  ".join(f"{SIGNS[status]} {name_of(status)}" for status in GoalStatus if status in used)
        lines += [Content.styled(line, QUIET) for line in wrapped(legend, columns)]
    return [*lines, EMPTY]


def _cards(told: Review, deck: Deck, columns: int) -> list[Content]:
    if not told.cards:
        return []
    lines = [apart([(_("CARDS"), QUIET)], [(_("sessions"), QUIET)], min(columns, MOST))]
    for use in told.cards:
        said = [(cut(numbers_said(use.sessions), columns // 2), QUIET)]
        lines.append(apart([(exercise_name(use.exercise, deck), "")], said, min(columns, MOST)))
    return [*lines, EMPTY]


def numbers_said(numbers: Sequence[int]) -> str:
    """``1–4, 7``: what follows one another is drawn together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _not_yet(told: Review, columns: int) -> list[Content]:
    if not told.cards:
        return []
    lines = []
    for label, found in ((_("PHASES NOT YET"), told.phases), (_("THEMES NOT YET"), told.themes)):
        if found:
            names = [name_of(each) for each in found[:MOST_THEMES]]
            more = ["…"] if len(found) > MOST_THEMES else []
            lines.append(Content.styled(label, QUIET))
            lines += [Content.styled(line, "") for line in wrapped(", ".join([*names, *more]), min(MOST, columns))]
            lines.append(EMPTY)
    return lines


def _since(first: date, last: date) -> str:
    return f"{short_day(first) if first.year == last.year else with_year(first)}–{with_year(last)}"
