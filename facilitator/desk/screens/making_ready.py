"""Making a session ready: which plan, how many people, how long; what gives is said before anything starts."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from exercises.deck import Deck
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.preparing.preparation import DEFAULT_PEOPLE, DEFAULT_PLAN, Preparation
from facilitator.texts.columns import fitted
from facilitator.texts.languages import _, language
from facilitator.texts.names import plan_name, title_of
from facilitator.texts.phrases import duration, minutes, people
from sessions.agenda import Item
from sessions.plan import LONGEST, MOST_PEOPLE, SHORTEST, Plan
from sessions.store.groups import Group
from sessions.values import SPECIAL, Id


class MakingReadyScreen(DeskScreen[None]):
    """The plans, and the chosen one fitted to people and length."""

    context: ClassVar[Context] = Context.START
    CSS_PATH = "making_ready.tcss"
    BINDINGS = bindings(Context.START)

    def __init__(self, deck: Deck, group: Group | None = None, plan: Plan | None = None) -> None:
        """For a group its last plan and number of people are ready; ``plan`` is an agenda to use again."""
        super().__init__()
        self._deck = deck
        self._group = group
        self._own_plan = plan
        last = group.records[-1] if group is not None and group.records else None
        wanted = last.plan if last is not None and last.plan not in (None, SPECIAL) else DEFAULT_PLAN
        self._plan_id = Id(plan.id if plan is not None else wanted or DEFAULT_PLAN)
        self._people = plan.people if plan is not None else last.people if last is not None else DEFAULT_PEOPLE
        self._length: int | None = None

    def compose(self) -> ComposeResult:
        """Plans beside the fitted agenda; foot."""
        yield Lines(id="top")
        with Horizontal(id="middle"):
            yield ChoiceList(id="plans", markup=False)
            yield Lines(id="agenda")
        yield from self.foot()

    def on_mount(self) -> None:
        """List the plans."""
        if not self.query("#plans"):  # left again before there was anything on it
            return
        listed = self.query_one("#plans", OptionList)
        if self._own_plan is not None:
            listed.add_option(Option(_("The agenda of that session"), "own"))
        for text in self._deck.plans_by_name(language()):
            listed.add_option(Option(Content(text.name.said(language())), text.plan.id))
        pointed = "own" if self._own_plan is not None else self._plan_id
        listed.highlighted = next((i for i, o in enumerate(listed.options) if o.id == pointed), 0)
        listed.focus()
        self.draw()

    def on_resize(self) -> None:
        """Everything is fitted to the size."""
        self.call_after_refresh(self.draw)

    @property
    def preparation(self) -> Preparation | None:
        """What would be opened."""
        plan = self._own_plan
        if self._plan_id_pointed() != "own":
            text = self._deck.plan(self._plan_id)
            plan = text.plan if text is not None else None
        if plan is None:
            return None
        preparation = Preparation.of(plan, self._people, self._length)
        return replace(preparation, group=self._group.code if self._group is not None else None)

    def _plan_id_pointed(self) -> str | None:
        listed = self.query_one("#plans", OptionList)
        return listed.get_option_at_index(listed.highlighted).id if listed.highlighted is not None else None

    @on(OptionList.OptionHighlighted)
    def choose_plan(self, event: OptionList.OptionHighlighted) -> None:
        """Another plan has its own length."""
        if event.option.id is not None and event.option.id != "own" and event.option.id != self._plan_id:
            self._plan_id = Id(event.option.id)
            self._length = None
        self.draw()

    @on(OptionList.OptionSelected)
    def do_start(self) -> None:
        """Open the session."""
        if self.preparation is not None:
            self.post_message(m.SessionPrepared(self.preparation))

    def do_shape(self) -> None:
        """Shape the plan before it is opened."""
        if (preparation := self.preparation) is not None:
            self.post_message(m.ShapeAsked(preparation))

    def do_people_more(self) -> None:
        """One person more."""
        self._people = min(MOST_PEOPLE, self._people + 1)
        self.draw()

    def do_people_fewer(self) -> None:
        """One person fewer."""
        self._people = max(1, self._people - 1)
        self.draw()

    def do_length_more(self) -> None:
        """Five minutes longer."""
        self._change_length(5)

    def do_length_less(self) -> None:
        """Five minutes shorter."""
        self._change_length(-5)

    def _change_length(self, by: int) -> None:
        if (preparation := self.preparation) is not None:
            self._length = min(LONGEST, max(SHORTEST, preparation.length + by))
            self.draw()

    def draw(self) -> None:
        """Show the fitted agenda, its sum, and what gave."""
        preparation = self.preparation
        if not self.can_draw or preparation is None:
            return
        head = f" {self._group.code}  " if self._group is not None else " "
        head += plan_name(preparation.plan.id, self._deck)
        head += f" · {people(self._people)} · {duration(preparation.length)}"
        self.query_one("#top", Lines).show(Content.styled(head, "bold"))
        agenda = self.query_one("#agenda", Lines)
        agenda.show(Content("\n").join(self._agenda(preparation, agenda.size.width)))

    def _agenda(self, preparation: Preparation, columns: int) -> list[Content]:
        fitted_plan = preparation.fitted
        changed = {change.index: change for change in fitted_plan.changes}
        rows = []
        for index, item in enumerate(fitted_plan.items):
            title = title_of(Item.of(index, item, preparation.people), preparation.plan.id, self._deck)
            change = changed.get(index)
            note = f"({change.before})" if change is not None else ""
            row = fitted(f" {title}", columns - 12) + f"{int(item.minutes.fixed):>4} {note:<6}"
            rows.append(Content.styled(row, "" if change is None else "bold"))
        rows.append(Content(fitted(" " + _("In all"), columns - 12) + f"{fitted_plan.length:>4}"))
        if changed:
            rows += [Content(""), Content.styled(" " + _("In brackets: the minutes in the plan."), "$quiet")]
        if not fitted_plan.fits:
            over = minutes(fitted_plan.length - fitted_plan.wanted)
            rows.append(
                Content.styled(
                    " " + _("{minutes} too much: closing and breaks never give.").format(minutes=over), "bold"
                )
            )
        return rows
