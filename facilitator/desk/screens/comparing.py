"""Two past sessions side by side: the same kind and card stand in one row."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from exercises.deck import Deck
from facilitator.commands import Context
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.screens.review_facts import series_numbers
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.tones import EMPTY, MOST, QUIET, STRONG, Part, padding
from facilitator.texts.columns import to_width
from facilitator.texts.languages import _
from facilitator.texts.names import kept_title, plan_name
from facilitator.texts.phrases import day, people
from facilitator.texts.processes import fate_said
from sessions.history.comparing import Entry, side_by_side
from sessions.record import Record, Untaken
from sessions.store.groups import Group

FIGURES = 24
"""Columns of the minutes of one session."""


class ComparingScreen(DeskScreen[None]):
    """Two sessions of a group."""

    context: ClassVar[Context] = Context.READING
    CSS_PATH = "review.tcss"
    BINDINGS = bindings(Context.READING)

    def __init__(self, group: Group, left: int, right: int, deck: Deck) -> None:
        """Which of the group's sessions, from 0; the earlier one stands on the left."""
        super().__init__()
        self._group = group
        self._left, self._right = (group.records[index] for index in sorted((left, right)))
        self._deck = deck

    def compose(self) -> ComposeResult:
        """Title, both agendas, foot."""
        yield Lines(id="top")
        with VerticalScroll(id="page"):
            yield Lines(classes="text", id="compared")
        yield from self.foot()

    def on_mount(self) -> None:
        """The arrows scroll."""
        if not self.query("#page"):  # left again before there was anything on it
            return
        self.query_one("#page").focus()
        self.draw()

    def on_resize(self) -> None:
        """The columns are fitted to the width."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show both."""
        if not self.can_draw:
            return
        pad = padding(self.size.width)
        title = _("{code} · two sessions side by side").format(code=self._group.code)
        self.query_one("#top", Lines).show(Content.styled(" " * pad + title, STRONG))
        columns = min(MOST, self.size.width - 2 * pad - 1)
        self.query_one("#compared", Lines).update(Content("\n").join(self._lines(columns)))

    def _lines(self, columns: int) -> list[Content]:
        room = max(12, columns - 2 * FIGURES)
        both = (self._left, self._right)
        numbers = series_numbers(self._group.records)

        def row(name: str, said: list[str], style: str = "") -> Content:
            parts: list[Part] = [(to_width(name, room), style or "")]
            parts += [(to_width(f"  {each}", FIGURES), style) for each in said]
            return Content.assemble(*parts)

        def number(record: Record) -> str:
            found = numbers.get(record.uid)
            return _("session {number}").format(number=found) if found is not None else "–"

        lines = [row("", [number(each) for each in both], STRONG), row("", [day(each.day) for each in both], QUIET)]
        lines.append(row(_("Present"), [people(each.people) for each in both]))
        lines.append(row(_("Minutes"), [f"{each.actual}/{each.planned}" for each in both]))
        lines += [row(_("Plan"), [plan_name(each.plan, self._deck) for each in both]), EMPTY]
        lines.append(row(_("ITEM"), [_("took/plan")] * 2, QUIET))
        for pair in side_by_side(*both):
            name = self._title(pair.left, self._left) if pair.left is not None else self._title(pair.right, self._right)
            lines.append(row(name, [_minutes(pair.left), _minutes(pair.right)]))
        return lines

    def _title(self, entry: Entry | None, record: Record) -> str:
        return kept_title(entry, record.plan, self._deck, record.plan_form) if entry is not None else ""


def _minutes(entry: Entry | None) -> str:
    if entry is None:
        return ""
    return fate_said(entry.fate) if isinstance(entry, Untaken) else f"{entry.actual}/{entry.planned}"
