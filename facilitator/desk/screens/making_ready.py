"""Making a session ready: which plan, how many people, from when to when; what gives is said before anything starts."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from exercises.deck import Deck
from exercises.folder import Part
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import bindings
from facilitator.desk.screens import broken_plan
from facilitator.desk.screens import ready_drawing as drawing
from facilitator.desk.screens.plan_list import OfferedPlan, PlanFinder, offered
from facilitator.desk.screens.ready_group import GroupsPart
from facilitator.desk.screens.ready_rows import OWN, broken_of, plan_of, rows
from facilitator.desk.screens.ready_times import ReadyTimes
from facilitator.desk.searched_screen import SearchedScreen
from facilitator.desk.widgets.grounds import Across, Down
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.desk.widgets.search_line import SearchLine
from facilitator.desk.widgets.tones import EMPTY
from facilitator.preparing.agreed_times import AgreedTimes
from facilitator.preparing.for_group import usual_people, usual_times
from facilitator.preparing.preparation import DEFAULT_PLAN, Preparation
from facilitator.texts.languages import _
from facilitator.texts.phrases import date_of, session_said
from facilitator.texts.processes import why_said
from sessions.history.proposing import proposals
from sessions.history.series import held, position
from sessions.limits import LONGEST, SHORTEST
from sessions.plan import Plan
from sessions.process import NOTHING_AGREED
from sessions.store.groups import Group
from sessions.values import Id, Instant


class MakingReadyScreen(ReadyTimes, SearchedScreen[None]):
    """The plans, and the chosen one fitted to people and length."""

    context: ClassVar[Context] = Context.START
    CSS_PATH = "making_ready.tcss"
    AUTO_FOCUS = "#plans"
    BINDINGS = bindings(Context.START)

    def __init__(
        self,
        deck: Deck,
        wall: Callable[[], Instant],
        group: Group | None = None,
        plan: Plan | None = None,
        *,
        plan_id: Id | None = None,
        people: int | None = None,
        length: int | None = None,
        is_sample: bool = False,
    ) -> None:
        """For a group what comes next in its series is ready; ``plan`` is an agenda to use again.

        ``wall`` tells the time on the computer's clock; ``plan_id`` is pointed at instead of what is proposed.
        ``people`` and ``length`` are the settings' own, where no group and no past agenda says another; with an
        agenda to use again ``length`` is what was agreed then. A session of a group that is a sample is opened
        without a group.
        """
        records = group.records if group is not None else ()
        set_up = group.set_up if group is not None else NOTHING_AGREED
        last = next(reversed(held(records)), None)
        super().__init__(
            wall,
            plan.people if plan is not None else usual_people(last, set_up, people),
            usual_times(last, set_up, length if plan is None else None),
        )
        self._usual_of_plans = self.usual
        self._usual_of_own = AgreedTimes(length) if length is not None and SHORTEST <= length <= LONGEST else None
        if plan is not None:
            self.times = self.usual = self._usual_of_own
        self._deck = deck
        self._group = group
        self._is_sample = is_sample
        self._own_plan = plan
        self._proposed = proposals(records, set_up, date_of(wall())) if group is not None else ()
        first = self._proposed[0].plan if self._proposed else DEFAULT_PLAN
        self._is_own = plan is not None
        """The agenda to use again is pointed at, or was before what is no plan."""
        self._plan_id = plan.id if plan is not None else plan_id or first
        self._groups_part = GroupsPart(group, deck)
        self._finder: PlanFinder | None = None

    def compose(self) -> ComposeResult:
        """Head, search, plans beside the fitted agenda, foot."""
        yield Lines(id="top")
        with Across(id="middle"):
            with Down(id="left"):
                yield SearchLine(id="search")
                yield ChoiceList(id="plans", markup=False)
            yield Lines(id="agenda", classes="side")
        yield from self.foot()

    def on_mount(self) -> None:
        """List the plans, once there is a size."""
        if not self.query("#plans"):  # left again before there was anything on it
            return
        self.search_line.display_text()
        self.set_focus(self.choices)
        self.call_after_refresh(self._fill)

    def fit(self) -> None:
        """See ``DeskScreen``: the rows have other columns."""
        self._fill()

    def _fill(self, *, typed: bool = False) -> None:
        """List the plans, or those that are like what was typed.

        What was pointed at stays pointed at; what is most like a text just ``typed`` is pointed at instead.
        """
        if not self.can_draw:
            return
        text = self.search_line.text.strip()
        with_own = self._own_plan is not None and not text
        found = rows(self._offers(text), self._deck, self.row_columns, with_own=with_own)
        pointed = self.pointed_id if not (typed and text) else None
        if all(row.id != pointed for row in found):
            pointed = None  # it was found by searching, and stands in another section now
        first = OWN if with_own else None
        same = next((row.id for row in found if plan_of(row.id) == self._plan_id), None)
        wanted = pointed or first or (None if text else same)
        places = [i for i, row in enumerate(found) if not row.disabled]
        with self.prevent(OptionList.OptionHighlighted):
            self.choices.clear_options()
            self.choices.add_options(found)
            self.choices.highlighted = next((i for i in places if found[i].id == wanted), next(iter(places), None))
        self._take_pointed()
        self.draw()

    def _offers(self, text: str) -> list[OfferedPlan]:
        if not text:
            return offered(self._deck, self._group, self._proposed)
        self._finder = self._finder or PlanFinder(self._deck)
        return self._finder.find(text)

    @property
    def preparation(self) -> Preparation | None:
        """What would be opened; nothing where no row is pointed at, as in a search that finds nothing."""
        plan = self._plain_plan()
        if plan is None:
            return None
        group = self._group.code if self._group is not None and not self._is_sample else None
        return self._groups_part.on(Preparation.agreed(plan, self.people, self.times, group))

    def _plain_plan(self) -> Plan | None:
        """The plan pointed at, without what is taken over from the group's past."""
        pointed = self.pointed_id
        if pointed == OWN:
            return self._own_plan
        text = self._deck.plan(self._plan_id) if pointed is not None and self._broken() is None else None
        return text.plan if text is not None else None

    def _broken(self) -> Path | None:
        """The file of the plan pointed at, if it cannot be used."""
        return broken_of(self.pointed_id, self._deck)

    def _take_pointed(self) -> None:
        """Another plan has its own length; what was agreed by the clock stays."""
        pointed = self.pointed_id
        plan = plan_of(pointed)
        if pointed == OWN:
            self._take(self._usual_of_own, is_another=not self._is_own)
        elif plan is not None:
            is_another = self._is_own or plan != self._plan_id
            self._plan_id = plan
            self._take(self._usual_of_plans, is_another=is_another)
        self._is_own = pointed == OWN or (self._is_own and plan is None)

    def _take(self, usual: AgreedTimes | None, *, is_another: bool) -> None:
        self.usual = usual
        if is_another:
            self._groups_part.forget()
            self.another_plan()

    @on(OptionList.OptionHighlighted)
    def choose_plan(self) -> None:
        """Show what is pointed at."""
        self._take_pointed()
        self.draw()

    @on(OptionList.OptionSelected)
    def do_start(self) -> None:
        """Open the session."""
        if self.preparation is not None:
            self.post_message(m.SessionPrepared(self.preparation))
        else:
            self.say(_("A broken file cannot be taken.") if self._broken() is not None else _("No match."))

    def do_shape(self) -> None:
        """Shape the plan before it is opened."""
        if (preparation := self.preparation) is not None:
            self.post_message(m.ShapeAsked(preparation))

    def do_edit(self) -> None:
        """Open the file of the plan pointed at, if it is not the program's own."""
        path = self._broken()
        plan = plan_of(self.pointed_id)
        if path is None and plan is not None:
            path = self._deck.own_path(Part.PLANS, plan)
        if path is not None:
            self.post_message(m.EditAsked(path, Part.PLANS))
        else:
            self.say(_("Only your own can be edited; S saves a plan as your own while it is shaped."))

    def deck_edited(self) -> None:
        """List the plans anew; a plan that is broken now, or no longer, is pointed at as before."""
        self._finder = None
        pointed = (self.pointed_id or "").rpartition(":")[2]
        self._fill()
        listed = self.choices
        same = [
            at for at in range(listed.option_count) if (listed.get_option_at_index(at).id or "").endswith(f":{pointed}")
        ]
        if pointed and same and not (self.pointed_id or "").endswith(f":{pointed}"):
            listed.highlighted = same[0]

    def do_own_minutes(self) -> None:
        """The minutes that this group really takes; again for those of the plan."""
        plan, part = self._plain_plan(), self._groups_part
        if plan is None or not (part.takes_own or part.own(plan, self.people)):
            self.say(_("Nothing is known yet that differs from the plan."))
            return
        part.takes_own = not part.takes_own
        said = _("The minutes that this group really takes; o gives the plan's back.")
        self.say(said if part.takes_own else _("The plan's own minutes."))
        self.draw()

    def do_bring_back(self) -> None:
        """Bring back what was moved to this time."""

        def done(said: str) -> None:
            self.say(said)
            self.draw()

        preparation = self.preparation
        if preparation is None or not self._groups_part.ask_back(preparation, self.app.push_screen, done):
            self.say(_("Nothing was moved from last time."))

    @on(SearchLine.Changed)
    def typed(self) -> None:
        """List what is like it."""
        self.search_line.display_text()
        self._fill(typed=True)

    def do_leave(self) -> None:
        """Out of the search; then out."""
        if self.search_line.has_focus or self.search_line.text:
            self.search_line.put("")
            self.set_focus(self.choices)
        else:
            super().do_leave()

    def draw(self) -> None:
        """Show for whom and when, the fitted agenda, its sum, what gave, and what to know."""
        if not self.can_draw:
            return
        agenda = self.query_one("#agenda", Lines)
        size, plan, preparation = agenda.content_size, self._plain_plan(), self.preparation
        if plan is None or preparation is None:
            path = self._broken()
            agenda.show(broken_plan.pane(path, self._deck, size.width) if path is not None else EMPTY)
            return
        times, group = self.agreed(), self._group
        top = self.query_one("#top", Lines)
        place = session_said(position(group.records, group.set_up)) if group is not None else ""
        top.show(drawing.head(group.code if group is not None else None, place, self.people, times, self.size.width))
        offers = self._groups_part.offers(plan, self.people)
        why = next((why_said(each.why) for each in self._proposed if each.plan == preparation.plan.id), "")
        if size:
            agenda.show(drawing.pane(preparation, times, self._deck, why, offers, size.width, size.height))
