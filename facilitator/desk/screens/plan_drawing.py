"""How a plan that is being shaped looks: rows and columns of a given width."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from exercises.deck import Deck
from facilitator.desk.screens.plan_sums import beginnings, sum_and_end
from facilitator.desk.widgets.signs import guard, minutes_bar
from facilitator.desk.widgets.tones import ACCENT, LOOK, QUIET, STRONG, Part, apart, cut, listed, padding
from facilitator.preparing import plan_edits
from facilitator.preparing.preparation import Preparation
from facilitator.texts import plans
from facilitator.texts.cards import GAP, Paragraph, Tone, card_parts
from facilitator.texts.columns import to_width
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of
from facilitator.texts.phrases import duration, minutes, paying, people
from sessions.kinds import ClockShown
from sessions.plan import PlanItem
from sessions.values import Instant

BEGINS, LENGTH, MARKS = 7, 4, 4
"""Columns of the time at which an item begins, of its minutes, and of what is marked on it."""
MOST_BAR = 24
SEEN = {ClockShown.EXACT: "", ClockShown.SOFT: "≈", ClockShown.NONE: "–"}


def head(preparation: Preparation, deck: Deck, columns: int) -> Content:
    """For whom, which plan, how many, how long."""
    pad = padding(columns)
    who: list[Part] = [(" " * pad, "")]
    if preparation.group is not None:
        who.append((f"{preparation.group}  ", f"bold {ACCENT}"))
    who.append((plans.plan_title(preparation.plan, deck), STRONG))
    facts = [(people(preparation.people), STRONG), ("   ", ""), (duration(preparation.length), STRONG)]
    return apart(who, [("  ", ""), *facts, (" " * pad, "")], columns)


def foot(preparation: Preparation, now: Instant, columns: int) -> Content:
    """The sum and the end; ``now`` is the computer's clock."""
    pad = padding(columns)
    is_too_long = plan_edits.total(preparation) > preparation.length
    said = cut(sum_and_end(preparation, now), columns - 2 * pad)
    return Content.assemble(" " * pad, (said, LOOK if is_too_long else ""))


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An item of the plan."""

    begins: str
    title: str
    minutes: int
    marks: str
    """Whether it pays, and what the group sees of its clock."""
    is_guarded: bool


def plan_rows(preparation: Preparation, titles: Sequence[str]) -> list[PlanRow]:
    """The items in order."""
    return [
        PlanRow(
            begins,
            title,
            item.planned(preparation.people),
            guard(protected=item.is_protected, first_to_go=item.first_to_go) + SEEN[item.clock],
            item.is_protected,
        )
        for item, title, begins in zip(preparation.plan.items, titles, beginnings(preparation), strict=True)
    ]


def drawn_row(rows: Sequence[PlanRow], index: int, columns: int, *, pad: int, chosen: bool, airy: bool) -> Content:
    """One of the items; its minutes as a bar too where there is room for it. ``airy`` leaves a line free below."""
    row = rows[index]
    free = columns - pad - BEGINS - LENGTH - MARKS
    room = min(free, max(cell_len(each.title) for each in rows) + 2)
    longest = max(each.minutes for each in rows)
    most = min(MOST_BAR, free - room - 1)
    drawn = minutes_bar(row.minutes, longest, most)
    begins = " " * (pad - 1) + f"{row.begins:>{BEGINS - 2}}  "
    parts: list[Part] = [(begins, QUIET), (to_width(row.title, room), "")]
    parts += [(f"{row.minutes:>{LENGTH}}", ""), (to_width(f" {row.marks}", MARKS), QUIET)]
    parts.append((drawn, QUIET if row.is_guarded else ACCENT))
    line = listed(parts, columns, chosen=chosen)
    return Content("\n").join([line, Content(" ")]) if airy else line


def described(item: PlanItem, title: str, preparation: Preparation, deck: Deck) -> list[Paragraph]:
    """The item that is pointed at, in full."""
    facts = [minutes(item.planned(preparation.people)), name_of(item.clock)]
    if name_of(item.kind) != title:
        facts.insert(0, name_of(item.kind))
    if item.is_protected or item.first_to_go:
        facts.append(paying(item))
    told = [Paragraph(title, Tone.STRONG), Paragraph(" · ".join(facts), Tone.QUIET), GAP]
    card = deck.card(item.exercise) if item.exercise is not None else None
    if card is None:
        return [*told, Paragraph(_("Without a card."), Tone.QUIET)]
    if (name := card.name.said(language())) != title:
        told.append(Paragraph(name, Tone.STRONG))
    return [*told, *card_parts(card, preparation.people, deck)]
