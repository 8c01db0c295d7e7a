"""Two past sessions side by side: the same kind and card stand in one row."""

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content

from exercises.deck import Deck
from facilitator.commands import Context
from facilitator.desk.screen import bindings
from facilitator.desk.screens.home_facts import LATE
from facilitator.desk.screens.past_drawing import signed
from facilitator.desk.screens.review_facts import series_numbers
from facilitator.desk.screens.scrolled_screen import ScrolledScreen
from facilitator.desk.widgets.tones import EMPTY, LOOK, QUIET, STRONG, Part
from facilitator.texts.columns import to_width
from facilitator.texts.languages import _
from facilitator.texts.names import kept_title, plan_name
from facilitator.texts.phrases import day, people
from facilitator.texts.processes import fate_said
from sessions.history.comparing import Entry, side_by_side
from sessions.record import Record, Untaken
from sessions.store.groups import Group

WIDEST, FIGURES = 96, 30
"""Columns at most: of everything, and of what is told of one session."""


class ComparingScreen(ScrolledScreen[None]):
    """Two sessions of a group."""

    context: ClassVar[Context] = Context.READING
    BINDINGS = bindings(Context.READING)
    most = WIDEST

    def __init__(self, group: Group, left: int, right: int, deck: Deck) -> None:
        """Which of the group's sessions, from 0; the earlier one stands on the left."""
        super().__init__()
        self._group = group
        self._left, self._right = (group.records[index] for index in sorted((left, right)))
        self._deck = deck

    @property
    def heading(self) -> str:
        """See ``ScrolledScreen``."""
        return _("{code} · two sessions side by side").format(code=self._group.code)

    def lines(self, columns: int) -> list[Content]:
        """Both agendas, the same in one row."""
        columns = min(WIDEST, columns)
        figures = min(FIGURES, columns // 3)
        room = columns - 2 * figures
        both = (self._left, self._right)
        numbers = series_numbers(self._group.records)

        def row(name: str, said: list[str], style: str = "") -> Content:
            parts: list[Part] = [(to_width(name, room), style or "")]
            parts += [(to_width(f"  {each}", figures), style) for each in said]
            return Content.assemble(*parts)

        def number(record: Record) -> str:
            found = numbers.get(record.uid)
            return _("session {number}").format(number=found) if found is not None else "–"

        lines = [row("", [number(each) for each in both], STRONG), row("", [day(each.day) for each in both], QUIET)]
        lines.append(row(_("Present"), [people(each.people) for each in both]))
        lines += [row(_("Plan"), [plan_name(each.plan, self._deck) for each in both]), EMPTY]
        lines.append(row(_("ITEM"), [_("took/plan")] * 2, QUIET))
        for pair in side_by_side(*both):
            name = self._title(pair.left, self._left) if pair.left is not None else self._title(pair.right, self._right)
            parts: list[Part] = [(to_width(name, room), "")]
            for entry in (pair.left, pair.right):
                parts += _minutes(entry, figures)
            lines.append(Content.assemble(*parts))
        sums = [_minutes_of(each.actual, each.planned, figures, STRONG) for each in both]
        lines.append(Content.assemble((to_width(_("In all"), room), STRONG), *sums[0], *sums[1]))
        return lines

    def _title(self, entry: Entry | None, record: Record) -> str:
        return kept_title(entry, record.plan, self._deck, record.plan_form) if entry is not None else ""


def _minutes(entry: Entry | None, columns: int) -> list[Part]:
    """What it took and was planned to take, below each other and below their heads; and how far apart they are."""
    if entry is None:
        return [(" " * columns, "")]
    if isinstance(entry, Untaken):
        return [(to_width(f"  {fate_said(entry.fate)}", columns), QUIET)]
    return _minutes_of(entry.actual, entry.planned, columns)


def _minutes_of(actual: int, planned: int, columns: int, style: str = "") -> list[Part]:
    """Minutes on both sides of the stroke, which stands below that of their head, and what is between them."""
    by = actual - planned
    took = max(3, _("took/plan").find("/"))
    minutes = f"  {actual:>{took}}/{planned:<4}"
    off = to_width(f"{signed(by):>4}" if by else "", columns - cell_len(minutes))
    return [(minutes, style), (off, LOOK if by >= LATE else QUIET)]
