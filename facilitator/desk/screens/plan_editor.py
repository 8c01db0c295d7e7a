"""Shaping a plan: order, minutes, cards, clocks, people, length; saved as one's own, exported, or opened."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content

from exercises.card import Question
from exercises.deck import Deck
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.rows_screen import RowsScreen
from facilitator.desk.screen import bindings
from facilitator.desk.screens import plan_dialogs
from facilitator.desk.screens import plan_drawing as drawing
from facilitator.desk.screens.card_purpose import Purpose, Taken
from facilitator.desk.screens.card_taking import CardTaking
from facilitator.desk.widgets.grounds import Across
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_list import LongList
from facilitator.desk.widgets.long_text import LongText
from facilitator.desk.widgets.paragraphs import drawn
from facilitator.desk.widgets.tones import padding
from facilitator.preparing import plan_edits
from facilitator.preparing.preparation import EMPTY_MINUTES, Preparation, card_item, empty_item
from facilitator.texts import plans
from facilitator.texts.languages import _, language
from facilitator.texts.phrases import minutes, paying
from sessions.plan import Plan
from sessions.values import Instant


class PlanEditor(RowsScreen[None]):
    """A plan being shaped, with its sum and its end always in sight."""

    context: ClassVar[Context] = Context.PLAN
    CSS_PATH = "plan_editor.tcss"
    BINDINGS = bindings(Context.PLAN)

    def __init__(self, preparation: Preparation, deck: Deck, folder: Path, wall: Callable[[], Instant]) -> None:
        """``folder`` is where a plan is exported to; ``wall`` tells the time on the computer's clock."""
        super().__init__()
        self._preparation = plan_edits.ready_to_edit(preparation)
        self._deck = deck
        self._folder = folder
        self._wall = wall
        self._rows: list[drawing.PlanRow] = []
        self._undone: list[Preparation] = []
        """What undo goes back to, the last first to be taken."""
        self._kept = self._preparation
        """As it was opened or last saved."""

    def compose(self) -> ComposeResult:
        """Head, items beside the one pointed at, sum and end, foot."""
        yield Lines(id="top")
        with Across(id="middle"):
            yield LongList(id="rows")
            with LongText(id="pane", classes="side", can_focus=False):
                yield Lines(classes="text", id="item")
        yield Lines(id="status")
        yield from self.foot()

    def on_mount(self) -> None:
        """Show the plan."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show the items, the one pointed at, the sum and the end."""
        if not self.can_draw:
            return
        preparation, columns = self._preparation, self.size.width
        titles = [title.said(language()) for title in plans.titles(preparation.plan, self._deck)]
        self._rows = drawing.plan_rows(preparation, titles)
        self.query_one("#top", Lines).show(drawing.head(preparation, self._deck, columns))
        self.query_one(LongList).present(len(self._rows), self.row, self._drawn_row)
        item, pane = preparation.plan.items[self.row], self.query_one("#pane", LongText)
        room = pane.content_size.width - pane.styles.scrollbar_size_vertical
        told = drawing.described(item, titles[self.row], preparation, self._deck)
        self.query_one("#item", Lines).update(Content("\n").join(drawn(told, room)))
        pane.scroll_home(animate=False, immediate=True)
        self.query_one("#status", Lines).show(drawing.foot(preparation, self._wall(), columns))

    def _drawn_row(self, index: int, columns: int) -> Content:
        pad = padding(self.size.width)
        airy = 2 * len(self._rows) <= self.query_one(LongList).size.height
        return drawing.drawn_row(self._rows, index, columns, pad=pad, chosen=index == self.row, airy=airy)

    def shape(self, preparation: Preparation, pointed: int | None = None) -> None:
        """Take a change; undo gives the plan before it."""
        if preparation == self._preparation:
            self.say(_("That changes nothing."))
            return
        self._undone.append(self._preparation)
        self._show(preparation, pointed)

    def _show(self, preparation: Preparation, pointed: int | None = None) -> None:
        self._preparation = preparation
        self.point(self.row if pointed is None else pointed)

    def row_count(self) -> int:
        """How many items the plan has."""
        return len(self._preparation.plan.items)

    def do_read_on(self) -> None:
        """Read on in what is pointed at."""
        self.query_one("#pane", LongText).read_on()

    def do_read_back(self) -> None:
        """Read back."""
        self.query_one("#pane", LongText).read_on(-1)

    def do_longer(self) -> None:
        """One minute more."""
        self._lengthen(1)

    def do_shorter(self) -> None:
        """One minute less."""
        self._lengthen(-1)

    def do_longer_5(self) -> None:
        """Five minutes more."""
        self._lengthen(5)

    def do_shorter_5(self) -> None:
        """Five minutes less."""
        self._lengthen(-5)

    def _lengthen(self, by: int) -> None:
        self.shape(plan_edits.lengthened(self._preparation, self.row, by))

    def do_move_down(self) -> None:
        """The item later."""
        self.shape(plan_edits.moved(self._preparation, self.row, self.row + 1), self.row + 1)

    def do_move_up(self) -> None:
        """The item earlier."""
        self.shape(plan_edits.moved(self._preparation, self.row, self.row - 1), self.row - 1)

    def do_protect(self) -> None:
        """Ordinary, protected, first to give its time, ordinary again."""
        self.shape(plan_edits.other_payer(self._preparation, self.row))
        self.say(paying(self._preparation.plan.items[self.row]))

    def do_item_clock(self) -> None:
        """Another clock for the group."""
        self.shape(plan_edits.other_clock(self._preparation, self.row))

    def do_remove_item(self) -> None:
        """Without this item."""
        self.shape(plan_edits.removed(self._preparation, self.row))

    def do_people_more(self) -> None:
        """One person more."""
        self.shape(plan_edits.with_people(self._preparation, self._preparation.people + 1))

    def do_people_fewer(self) -> None:
        """One person fewer."""
        self.shape(plan_edits.with_people(self._preparation, self._preparation.people - 1))

    def do_fit_plan(self) -> None:
        """Fit the items to the length."""
        self.shape(plan_edits.fit_to_length(self._preparation))
        if plan_edits.total(self._preparation) > self._preparation.length:
            over = minutes(plan_edits.total(self._preparation) - self._preparation.length)
            self.say(_("{minutes} too much: closing and breaks never give.").format(minutes=over))

    def do_unshape(self) -> None:
        """Undo the last change."""
        if self._undone:
            self._show(self._undone.pop())
        else:
            self.say(_("There is nothing to undo."))

    def do_length(self) -> None:
        """The agreed length."""
        plan_dialogs.ask_length(self._preparation, self.app.push_screen, self.shape)

    def do_end_time(self) -> None:
        """The end that was agreed by the clock; empty for none."""
        plan_dialogs.ask_end(self._preparation, self._wall, self.app.push_screen, self.shape)

    def do_add_item(self) -> None:
        """A card or an empty item after this one."""
        after = self.row

        def effect(length: int | None) -> str:
            if length is None:
                return _("A question is no item; it can be shown during the session.")
            total = plan_edits.total(self._preparation) + (length or EMPTY_MINUTES)
            said = _("{minutes}, in all {total}")
            return said.format(minutes=minutes(length or EMPTY_MINUTES), total=minutes(total))

        def taken(found: Taken | None) -> None:
            if found is None:
                return
            card = found.entry
            if isinstance(card, Question):
                self.say(effect(None))
                return
            empty = empty_item()
            item = card_item(card.id, self._deck, self._preparation.people) if card is not None else empty
            self.shape(plan_edits.added(self._preparation, after, item), after + 1)

        purpose = Purpose(_("Add item"), effect, _("An empty item, 10 min"))
        self.app.push_screen(CardTaking(self._deck, self._preparation.people, purpose), taken)

    def do_materials(self) -> None:
        """What to bring and to prepare."""
        lines = [
            *plans.about(self._preparation.plan, self._deck),
            *plans.preparations(self._preparation, self._deck),
        ] or [_("Nothing to bring.")]
        self.post_message(m.TextOpened(_("Materials"), "\n\n".join(lines)))

    def do_save_plan(self) -> None:
        """Save as a plan of one's own: under a neutral name, or one that is written."""

        def saved(plan: Plan) -> None:
            self._show(replace(self._preparation, plan=plan))
            self._kept = self._preparation

        plan_dialogs.ask_save(self._preparation, self._deck, self.app.push_screen, self.say, self._write, saved)

    def _write(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.post_message(m.WriteAsked(work, done))

    def do_export_plan(self) -> None:
        """Write the plan to a file."""
        plan_dialogs.ask_export(
            self._preparation, self._deck, self._folder, self.app.push_screen, self.say, self._write
        )

    def do_leave(self) -> None:
        """Back; what was changed and is not saved is not lost unasked."""
        if self._preparation == self._kept:
            super().do_leave()
        else:
            plan_dialogs.ask_to_leave(self.app.push_screen, super().do_leave)

    def do_start(self) -> None:
        """Open the session as it is shaped."""
        self.post_message(m.SessionPrepared(self._preparation))
