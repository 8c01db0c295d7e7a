"""Making a session ready: which plan, how many people, from when to when; what gives is said before anything starts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from exercises.deck import Deck
from exercises.folder import Part
from exercises.sources import SourceKind
from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.screens import broken_plan
from facilitator.desk.screens import ready_drawing as drawing
from facilitator.desk.screens.home_facts import next_plan
from facilitator.desk.screens.plan_list import OfferedPlan, PlanFinder, Section, offered
from facilitator.desk.widgets.dialogs import Write
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.desk.widgets.search_line import SearchLine, begins_search
from facilitator.desk.widgets.tones import WIDE
from facilitator.preparing.agreed_times import AgreedTimes
from facilitator.preparing.end_time import NOT_TO_COME, end_at
from facilitator.preparing.preparation import DEFAULT_PEOPLE, Preparation
from facilitator.texts.languages import _
from facilitator.texts.phrases import clock
from sessions.limits import MOST_PEOPLE
from sessions.plan import Plan
from sessions.store.groups import Group
from sessions.values import MINUTE, Id, Instant

OWN, BROKEN = "own", "broken:"
LATE_START = 60 * MINUTE
"""A session that was to begin so long ago at most can still be made ready."""


class MakingReadyScreen(DeskScreen[None]):
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
    ) -> None:
        """For a group what comes after its last session is ready; ``plan`` is an agenda to use again.

        ``wall`` tells the time on the computer's clock; ``plan_id`` is pointed at instead of what is proposed.
        ``people`` and ``length`` are the settings' own, where no group and no past agenda says another.
        """
        super().__init__()
        self._deck = deck
        self._wall = wall
        self._group = group
        self._own_plan = plan
        last = group.records[-1] if group is not None and group.records else None
        self._plan_id = plan.id if plan is not None else plan_id or next_plan(last.plan if last is not None else None)
        self._people = (
            plan.people if plan is not None else last.people if last is not None else people or DEFAULT_PEOPLE
        )
        self._usual = AgreedTimes(length) if length is not None and last is None and plan is None else None
        self._times = self._usual
        """None as long as the plan's own length was not changed."""
        self._finder: PlanFinder | None = None

    def compose(self) -> ComposeResult:
        """Head, search, plans beside the fitted agenda, foot."""
        yield Lines(id="top")
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                yield SearchLine(id="search")
                yield ChoiceList(id="plans", markup=False)
            yield Lines(id="agenda", classes="side")
        yield from self.foot()

    def on_mount(self) -> None:
        """List the plans, once there is a size."""
        if not self.query("#plans"):  # left again before there was anything on it
            return
        self._line.display_text()
        self._list.focus()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Everything is fitted to the size."""
        self.call_after_refresh(self._fill)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#plans", OptionList)

    @property
    def _line(self) -> SearchLine:
        return self.query_one(SearchLine)

    def _fill(self) -> None:
        """List the plans, or those that are like what was typed. What was pointed at stays pointed at."""
        if not self.can_draw:
            return
        text = self._line.text.strip()
        if text and self._finder is None:
            self._finder = PlanFinder(self._deck)
        offers = self._finder.find(text) if text and self._finder is not None else offered(self._deck, self._group)
        columns = max(
            16, (self._list.scrollable_content_region.width or 40) - 2 * (2 if self.size.width >= WIDE else 1)
        )
        rows = self._rows(offers, columns, with_own=not text)
        pointed = self._pointed() if not text else None
        listed = self._list
        with self.prevent(OptionList.OptionHighlighted):
            listed.clear_options()
            listed.add_options(rows)
            first = OWN if self._own_plan is not None and not text else None
            wanted = pointed or first or next((row.id for row in rows if _plan_of(row.id) == self._plan_id), None)
            places = [i for i, row in enumerate(rows) if not row.disabled]
            listed.highlighted = next((i for i in places if rows[i].id == wanted), places[0] if places else None)
        self._take_pointed()
        self.draw()

    def _rows(self, offers: list[OfferedPlan], columns: int, *, with_own: bool) -> list[Option]:
        rows: list[Option] = []
        if self._own_plan is not None and with_own:
            rows.append(Option(_("The agenda of that session"), OWN))
        section: Section | None = None
        for offer in offers:
            if offer.section is not section:
                section = offer.section
                heading = drawing.section(section, first=not rows)
                rows.append(Option(heading, f"head:{section.name}", disabled=True))
            row_id = f"{section.name}:{offer.plan}" if offer.broken is None else f"{BROKEN}{offer.plan}"
            rows.append(Option(drawing.plan_row(offer, self._deck, columns), row_id))
        return rows or [Option(_("No match."), "head:", disabled=True)]

    @property
    def preparation(self) -> Preparation | None:
        """What would be opened."""
        plan = self._own_plan
        if self._broken() is not None:
            return None
        if self._pointed() != OWN:
            text = self._deck.plan(self._plan_id)
            plan = text.plan if text is not None else None
        if plan is None:
            return None
        times = self._times
        made = Preparation.of(plan, self._people, times.length if times is not None else None)
        group = self._group.code if self._group is not None else None
        return replace(made, group=group, end=times.end if times is not None else None)

    def _pointed(self) -> str | None:
        listed = self._list
        return listed.get_option_at_index(listed.highlighted).id if listed.highlighted is not None else None

    def _broken(self) -> Path | None:
        """The file of the plan pointed at, if it cannot be used."""
        pointed = self._pointed() or ""
        if not pointed.startswith(BROKEN):
            return None
        wanted = pointed.removeprefix(BROKEN)
        return next((path for path in self._deck.broken(Part.PLANS) if path.stem == wanted), None)

    def _take_pointed(self) -> None:
        """Another plan has its own length; what was agreed by the clock stays."""
        plan = _plan_of(self._pointed())
        if plan is not None and plan != self._plan_id:
            self._plan_id = plan
            if self._times is not None and self._times.begin is None:
                self._times = self._usual

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
        elif self._broken() is not None:
            self.say(_("A broken file cannot be taken."))

    def do_shape(self) -> None:
        """Shape the plan before it is opened."""
        if (preparation := self.preparation) is not None:
            self.post_message(m.ShapeAsked(preparation))

    def do_edit(self) -> None:
        """Open the file of the plan pointed at, if it is not the program's own."""
        path = self._broken()
        plan = _plan_of(self._pointed())
        if path is None and plan is not None and self._deck.source(Part.PLANS, plan).kind is not SourceKind.SHIPPED:
            path = self._deck.path(Part.PLANS, plan)
        if path is not None:
            self.post_message(m.EditAsked(path, Part.PLANS))
        else:
            self.say(_("Only your own can be edited; S saves a plan as your own while it is shaped."))

    def deck_edited(self) -> None:
        """List the plans anew; a plan that is broken now, or no longer, is pointed at as before."""
        self._finder = None
        pointed = (self._pointed() or "").rpartition(":")[2]
        self._fill()
        listed = self._list
        same = [
            at for at in range(listed.option_count) if (listed.get_option_at_index(at).id or "").endswith(f":{pointed}")
        ]
        if pointed and same and not (self._pointed() or "").endswith(f":{pointed}"):
            listed.highlighted = same[0]

    def do_people_more(self) -> None:
        """One person more."""
        self._people = min(MOST_PEOPLE, self._people + 1)
        self.draw()

    def do_people_fewer(self) -> None:
        """One person fewer."""
        self._people = max(1, self._people - 1)
        self.draw()

    def do_longer(self) -> None:
        """A minute longer."""
        self._lengthen(1)

    def do_shorter(self) -> None:
        """A minute shorter."""
        self._lengthen(-1)

    def do_longer_5(self) -> None:
        """Five minutes longer."""
        self._lengthen(5)

    def do_shorter_5(self) -> None:
        """Five minutes shorter."""
        self._lengthen(-5)

    def _lengthen(self, minutes: int) -> None:
        times = self._agreed()
        self._change(times.lasting(times.length + minutes))

    def _agreed(self) -> AgreedTimes:
        if self._times is not None:
            return self._times
        preparation = self.preparation
        return AgreedTimes(preparation.length if preparation is not None else 0)

    def _change(self, times: AgreedTimes) -> None:
        self._times = times
        self.draw()

    def do_begin_time(self) -> None:
        """The beginning that was agreed by the clock; empty for none."""
        before = self._agreed().begin

        def written(text: str | None) -> None:
            if text is not None:
                self._change(self._agreed().beginning(end_at(text, Instant(self._wall() - LATE_START))))

        self._ask_time(_("At what clock time does the session begin?"), before, LATE_START, written)

    def do_end_time(self) -> None:
        """The end that was agreed by the clock; empty for none."""
        before = self._agreed().end

        def written(text: str | None) -> None:
            if text is not None:
                self._change(self._agreed().ending(end_at(text, self._wall())))

        self._ask_time(_("At what clock time does the session end?"), before, 0, written)

    def _ask_time(self, title: str, before: Instant | None, past: int, written: Callable[[str | None], None]) -> None:
        """``past`` is how many milliseconds ago the time may be."""

        def wrong(text: str) -> str:
            if not text.strip():
                return ""
            time = end_at(text, Instant(self._wall() - past))
            if time is None:
                return _("A time such as 11.30; empty for none.")
            return _("That time is past.") if time == NOT_TO_COME else ""

        said = clock(before) if before is not None else ""
        self.app.push_screen(Write(title, said, most=5, check=wrong), written)

    def do_search(self) -> None:
        """Search by what is typed next; the arrows and enter work as in the list."""
        self.set_focus(self._line)

    @on(SearchLine.Changed)
    def typed(self) -> None:
        """List what is like it."""
        self._line.display_text()
        self._fill()

    def on_key(self, event: events.Key) -> None:
        """A letter that is no command begins a search; in it the arrows move in what was found."""
        if self._line.has_focus and event.key in ("down", "up"):
            event.stop()
            move = self._list.action_cursor_down if event.key == "down" else self._list.action_cursor_up
            move()
        elif begins_search(event, self.context) and event.character is not None:
            event.stop()
            self.do_search()
            self._line.put(self._line.text + event.character)

    def do_leave(self) -> None:
        """Out of the search; then out."""
        if self._line.has_focus or self._line.text:
            self._line.put("")
            self._list.focus()
        else:
            super().do_leave()

    def draw(self) -> None:
        """Show for whom and when, the fitted agenda, its sum, what gave, and what to know."""
        preparation = self.preparation if self.can_draw else None
        if preparation is None:
            if self.can_draw and (path := self._broken()) is not None:
                agenda = self.query_one("#agenda", Lines)
                agenda.show(broken_plan.pane(path, self._deck, agenda.content_size.width))
            return
        times = self._agreed()
        number = len(self._group.records) + 1 if self._group is not None else 0
        top = self.query_one("#top", Lines)
        code = self._group.code if self._group is not None else None
        top.show(drawing.head(code, number, self._people, times, self.size.width))
        agenda = self.query_one("#agenda", Lines)
        size = agenda.content_size
        agenda.show(drawing.pane(preparation, times, self._deck, size.width, size.height) if size else Content(""))


def _plan_of(option_id: str | None) -> Id | None:
    """The plan that a row is about; None for a heading and for an agenda that is no plan."""
    section, _colon, plan = (option_id or "").partition(":")
    return Id(plan) if plan and section in Section.__members__ else None
