"""How making a session ready looks: rows and columns of a given width."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from exercises.deck import Deck
from exercises.folder import Part as Kind
from facilitator.desk.screens import broken_plan
from facilitator.desk.screens.plan_list import OfferedPlan, Section
from facilitator.desk.screens.ready_facts import ReadyRow, ready_rows, warnings
from facilitator.desk.widgets.lines import packed
from facilitator.desk.widgets.signs import guard, minutes_bar
from facilitator.desk.widgets.tones import (
    ACCENT,
    EMPTY,
    LOOK,
    MOST,
    QUIET,
    STRONG,
    WIDE,
    Part,
    apart,
    cells,
    cut,
    labelled,
    padding,
)
from facilitator.preparing.agreed_times import AgreedTimes
from facilitator.preparing.preparation import Preparation
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _, language
from facilitator.texts.names import origin_of_another, plan_name
from facilitator.texts.phrases import clock, minutes, people
from facilitator.texts.plans import materials
from facilitator.texts.processes import why_said
from sessions.values import GroupCode

BEGINS, LENGTH, BEFORE = 7, 5, 8
"""Columns of the agenda."""
MOST_BAR = 18
MUCH_FREE = 12
"""Rows that stay free below the agenda when its items stand apart."""


def head(group: GroupCode | None, place: str, count: int, times: AgreedTimes, columns: int) -> Content:
    """For whom, how many, how long, from when to when: what the keys of this screen change."""
    pad = padding(columns)
    who: list[Part] = [(" " * pad, "")]
    if group is not None:
        who += [(str(group), f"bold {ACCENT}"), ("  " + place, QUIET)]
    gap = "     " if columns >= WIDE else "   "
    facts: list[Part] = [(people(count), STRONG), (gap, "")]
    facts += [(minutes(times.length), STRONG), (gap, "")]
    begins = clock(times.begin) if times.begin is not None else "–"
    ends = clock(times.end) if times.end is not None else "–"
    facts += [(_("begins") + " ", QUIET), (begins, STRONG), ("  " + _("ends") + " ", QUIET), (ends, STRONG)]
    facts.append((" " * pad, ""))
    if group is None and cell_len(alone := _("A session without a group")) + cells([*who, *facts]) < columns:
        who.append((alone, STRONG))
    return apart(who, facts, columns)


def plan_row(offer: OfferedPlan, deck: Deck, columns: int) -> Content:
    """A plan in the list: its name, its minutes, and why it is offered."""
    if offer.broken is not None:
        return broken_plan.row(offer.broken, columns)
    text = deck.plan(offer.plan)
    if text is None:
        return Content(offer.plan)
    why = ""
    if offer.section is Section.NOW:
        why = why_said(offer.why) if offer.why is not None else _("recently")
    name = text.name.said(language())
    right: list[Part] = [(f"{why}  ", QUIET)] if why and cell_len(name) + cell_len(why) + 8 <= columns else []
    return apart([(name, "")], [*right, (f"{text.plan.length():>4}", QUIET)], columns)


def section(which: Section, *, first: bool) -> Content:
    """A quiet heading, with air above."""
    return Content.styled(("" if first else "\n") + _(which.value), QUIET)


def pane(
    preparation: Preparation,
    times: AgreedTimes,
    deck: Deck,
    why: str,
    offers: Sequence[str],
    columns: int,
    rows: int,
) -> Content:
    """The chosen plan: for whom, the agenda by the clock, what gives, what the group's past offers, what to bring."""
    columns = min(columns, MOST)
    text = deck.plan(preparation.plan.id)
    lines = [apart([(plan_name(preparation.plan.id, deck), STRONG)], [(why, ACCENT)] if why else [], columns)]
    if text is not None:
        said = [each.said(language()) for each in (text.suits, text.when) if each]
        lines += [Content.styled(line, QUIET) for line in wrapped(" · ".join(said), columns) if said]
        if whose := origin_of_another(deck, Kind.PLANS, text.plan.id):
            lines += [Content.styled(line, QUIET) for line in wrapped(whose, columns)]
    airy = rows >= len(preparation.plan.items) + 14
    gap = [EMPTY] if airy else []
    found = ready_rows(preparation, deck, times.begin)
    longest = max((row.minutes for row in found), default=1)
    free = columns - BEGINS - 2 - LENGTH - BEFORE
    room = max(0, min(free, max((cell_len(row.title) for row in found), default=0)))
    bar = min(MOST_BAR, max(0, free - room))
    head, lines = lines + gap, [_sum(preparation, times, room), *gap]
    for offer in offers:
        lines += [Content.styled(line, ACCENT) for line in wrapped(offer, columns)]
    for warning in warnings(preparation, deck):
        lines += [Content.styled(line, LOOK) for line in wrapped(warning, columns)]
    if any(row.before is not None for row in found):
        between = gap if lines[-1] != EMPTY else []
        lines += [*between, Content.styled(cut(_("In brackets: the minutes in the plan."), columns), QUIET)]
    bring = [what for _title, what in materials(preparation.plan, deck)]
    if text is not None and text.bring:
        bring = [text.bring.said(language())]
    if bring:
        lines += [*gap, *labelled(_("BRING"), " · ".join(dict.fromkeys(bring)), columns)]
    if text is not None and text.note:
        lines += [*gap, *(Content.styled(line, "") for line in wrapped(text.note.said(language()), columns))]
    blocks = [_row(row, room, bar, longest) for row in found]
    free_rows = rows - len(head) - len(lines) - sum(map(len, blocks))
    if free_rows < 0:
        blocks = [_row(row, room, bar, longest, wrap=False) for row in found]
    elif free_rows >= len(legend := _legend(found, columns)):
        lines[1:1] = legend
        if free_rows - len(legend) >= MUCH_FREE + len(blocks):
            blocks = [[*block, EMPTY] for block in blocks]
    lines = [*head, *(line for block in blocks for line in block), *lines]
    if len(lines) > rows:
        lines = [*lines[: rows - 1], Content.styled(cut(_("… O shows all of it"), columns), QUIET)]
    return Content("\n").join(lines)


def _row(row: ReadyRow, room: int, bar: int, longest: int, *, wrap: bool = True) -> list[Content]:
    """An item with its figures; a title without room for all of it goes on below."""
    title, *more = wrapped(row.title, max(1, room)) if wrap else [row.title]
    note = f" ({row.before})" if row.before is not None else ""
    drawn = minutes_bar(row.minutes, longest, bar)
    mark = guard(protected=row.is_protected, first_to_go=row.first_to_go)
    changed = STRONG if row.before is not None else ""
    first = Content.assemble(
        (f"{row.begins:>{BEGINS - 2}}  ", QUIET),
        (to_width(title, room), changed),
        (f" {mark}", QUIET),
        (f"{row.minutes:>{LENGTH}}", changed),
        (f"{note:<{BEFORE}}", QUIET),
        (drawn, QUIET if row.is_protected else ACCENT),
    )
    return [first, *(Content.assemble(" " * BEGINS, (line, changed)) for line in more)]


def _sum(preparation: Preparation, times: AgreedTimes, room: int) -> Content:
    ends = clock(times.end) if times.end is not None else ""
    return Content.assemble(
        (f"{ends:>{BEGINS - 2}}  ", QUIET),
        (to_width(_("In all"), room + 2), QUIET),
        (f"{preparation.fitted.length:>{LENGTH}}", STRONG),
    )


def _legend(rows: Sequence[ReadyRow], columns: int) -> list[Content]:
    """What the signs behind the titles mean, of those that are there."""
    said = [_("◆ protected: gives no time by itself")] if any(row.is_protected for row in rows) else []
    if any(row.first_to_go for row in rows):
        said.append(_("◇ first to give its time"))
    return [Content.styled(" " * BEGINS + line, QUIET) for line in packed(said, columns - BEGINS)]
