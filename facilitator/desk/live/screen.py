"""The live screen: keys become events, the session becomes what is seen. It holds only what is pointed at."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from facilitator.commands import Context, commands_in
from facilitator.desk import messages as m
from facilitator.desk.live import acts, beginning, drawing, facts, fitting, goals, group_view, inserting, names, turns
from facilitator.desk.live.facts import Snapshot
from facilitator.desk.open_session import OpenSession
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.widgets.clock_face import ClockFace
from facilitator.desk.widgets.lines import Lines
from facilitator.preparing.preparation import acute_items
from facilitator.texts.languages import _
from facilitator.texts.names import name_of, title_of
from facilitator.texts.phrases import clock, duration
from facilitator.texts.reasons import keeping, reason
from sessions import events as e
from sessions.refusal import Reason, Refused
from sessions.timing import nearest_minutes, timing
from sessions.values import Seat


class LiveScreen(DeskScreen[None]):
    """The running session."""

    context: ClassVar[Context] = Context.LIVE
    CSS_PATH = "screen.tcss"
    # Textual declares them as variables of an instance, and reads them from the class.
    BINDINGS = bindings(Context.LIVE)

    def __init__(self, live: OpenSession) -> None:
        super().__init__()
        self._live = live
        self.pointed: int | None = None
        """The uid of the item the supervisor points at."""
        self._troubled = False
        """It was said that the journal is not written as it should be."""

    def compose(self) -> ComposeResult:
        """Top line; agenda beside what is going on; foot."""
        yield Lines(id="top")
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                yield Lines(id="agenda")
                yield Lines(id="group")
            with Vertical(id="now"):
                with Horizontal(id="face"):
                    yield ClockFace(id="clock")
                    yield Lines(id="beside")
                yield Lines(id="time")
                yield Lines(id="details")
            with Vertical(id="right"):
                yield Lines(id="wall")
                yield Lines(id="card")
        yield Lines(id="status")
        yield from self.foot()

    def on_resize(self) -> None:
        """Everything is fitted to the size, once it has one."""
        self.call_after_refresh(self.draw)

    def on_screen_resume(self) -> None:
        """Something may have happened meanwhile."""
        self.call_after_refresh(self.draw)

    def ticked(self) -> None:
        """Draw what has changed; say when the journal is not written as it should be."""
        self.draw_times()
        journal = self._live.running.journal
        if matter := keeping(journal):
            self.say(matter)
            self._troubled = True
        elif journal.take_begun_anew():
            self.say(_("The file of this session had vanished or changed; everything is written down anew."))
            self._troubled = False
        elif self._troubled:
            self.say(_("Everything is being kept again."))
            self._troubled = False

    def snapshot(self) -> Snapshot:
        """What there is to draw."""
        live = self._live
        now, session = live.now(), live.running.session
        return Snapshot(
            session,
            timing(session, now),
            live.running.words,
            live.deck,
            now,
            live.view,
            live.displays.in_words(),
            self.pointed,
            live.number,
        )

    def session_changed(self) -> None:
        """Draw it anew."""
        self.draw()

    def draw(self) -> None:
        """Draw everything that is not as it was."""
        if not self.can_draw:
            return
        snapshot = self.snapshot()
        if self.pointed is not None and all(item.uid != self.pointed for item in snapshot.session.items):
            self.pointed = None
        self.draw_times(snapshot)
        self.show_keys()

    def draw_times(self, snapshot: Snapshot | None = None) -> None:
        """Draw what is not as it was; time alone changes most of it."""
        if not self.can_draw:
            return
        snapshot = snapshot or self.snapshot()
        regions = drawing.WIDEST if self.has_class("-widest") else drawing.REGIONS
        for name, draw in regions.items():
            region = self.query_one(f"#{name}", Lines)
            if region.display and region.size:
                region.show(draw(snapshot, region.size.width, region.size.height))
        told = facts.face(snapshot)
        still = told.tone is facts.Tone.PAUSED
        self.query_one(ClockFace).show_figures(told.figures, drawing.FACE_STYLES[told.tone], still=still)

    def dim(self) -> Mapping[str, bool]:
        """The keys of the bar that would be refused."""
        placed = [command.id for command in commands_in(self.context) if command.bar and acts.is_simple(command.id)]
        refused = {command: acts.refusal(command, self._live.running, self.pointed) is not None for command in placed}
        times = timing(self._live.running.session, self._live.now())
        return {**refused, "fit": self._live.running.session.acute or times.behind_minutes <= 0}

    def key_labels(self) -> Mapping[str, str]:
        """Begin before it began; resume when paused; show when black."""
        session = self._live.running.session
        labels = {}
        if session.begun is None:
            labels["next"] = _("Begin")
        if session.paused:
            labels["pause"] = _("Resume")
        if self._live.selection.blanked:
            labels["blank"] = _("Unblank")
        return labels

    async def action_command(self, command: str, key: str) -> None:
        """Do a command: a simple act at once, the others through their dialog."""
        if acts.is_simple(command):
            self.post_message(m.CommandPressed())
            self.say("")
            self.press(command)
        else:
            await super().action_command(command, key)

    def asks_first(self, command: str) -> bool:
        """Whether a simple act asks something before it is done: beginning later than agreed."""
        return command == "next" and beginning.is_late(self._live)

    def press(self, command: str) -> None:
        """Do a simple act, or say why not."""
        if self.asks_first(command):
            beginning.ask_late_start(self._live, self.app.push_screen)
            return
        if command == "undo" and self._live.selection.take_back(self._live.running.session):
            self._live.refresh()
            self.say(_("What the group sees is as it was before."))
            return
        try:
            event = acts.event_of(command, self._live.running.session, self._live.now(), self.pointed)
        except Refused as refused:
            self.say(reason(refused.reason))
        else:
            undone = self._live.running.ledger.last_act if isinstance(event, e.Undone) else None
            if isinstance(event, e.Begun | e.Next | e.ItemEnded | e.ItemChosen):
                self.pointed = None
            if self._live.happen(event):
                self.say(self._announcement(event, undone))

    def _announcement(self, event: e.Event, undone: e.Event | None) -> str:
        """What to say of an act whose effect is not plain to see."""
        session = self._live.running.session
        match event:
            case e.PutOff():
                title = title_of(session.item(event.item), session.plan, self._live.deck, self._live.running.words)
                return f"{title}: {name_of(session.item(event.item).state)}. " + _("u undoes.")
            case e.ClockChosen():
                return _("The group's clock for this item: {clock}").format(clock=name_of(event.clock))
            case e.TurnPassed() | e.TurnHeld():
                return _("u undoes.")
            case e.Arrived():
                return _("A new seat: {number}").format(number=session.people.seats)
            case e.GapTakenOut():
                return _("Taken out. u undoes.")
            case e.Undone() if undone is not None:
                return _("Undone. U does it again.")
            case _:
                return ""

    def do_turn_to(self, seat: int) -> None:
        """Give the turn to a seat."""
        self._live.happen(e.TurnGiven(self._live.now(), Seat(seat)))

    def do_choose_down(self) -> None:
        """Point at the item below."""
        self._choose(1)

    def do_choose_up(self) -> None:
        """Point at the item above."""
        self._choose(-1)

    def _choose(self, by: int) -> None:
        uids = [item.uid for item in self._live.running.session.items]
        current = self._live.running.session.current
        place = uids.index(self.pointed if self.pointed is not None else current.uid if current else uids[0])
        first = self.pointed is None and current is None
        self.pointed = uids[place if first else min(len(uids) - 1, max(0, place + by))]
        self.draw()

    def do_leave(self) -> None:
        """Stop pointing at an item; the session goes on until it is ended."""
        if self.pointed is None and self._live.running.session.begun is None:
            self.post_message(m.UnbegunLeft())
            return
        if self.pointed is None:
            self.say(_("The session goes on. E ends it."))
        self.pointed = None
        self.draw()

    def do_freeze(self) -> None:
        """The wall keeps what it shows, or goes on."""
        live = self._live
        live.freeze()
        self.say(
            _("The group's view stays as it is; f lets it go on.")
            if live.selection.frozen
            else _("The group's view follows again.")
        )

    def do_earlier(self) -> None:
        """We began earlier: put the start back."""
        beginning.ask_earlier(self._live, self.app.push_screen)

    def do_fit(self) -> None:
        """Show the proposals, each with what it does."""
        fitting.ask_fit(self._live, self.app.push_screen)

    def do_insert(self) -> None:
        """Insert a card, a question or an empty item, with its effect on the end."""
        inserting.ask_card(self._live, self.app.push_screen, self.pointed)

    def do_switch(self) -> None:
        """Do the chosen item, else this one, in another way."""
        session = self._live.running.session
        item = session.item(self.pointed) if self.pointed is not None else session.current
        if item is None or not item.is_open:
            self.say(reason(Reason.NOT_BEGUN if item is None else Reason.NOT_AHEAD))
        else:
            inserting.ask_method(self._live, self.app.push_screen, item)

    def do_card(self) -> None:
        """Read the current card in full."""
        session = self._live.running.session
        item = session.current
        card = self._live.deck.card(item.exercise) if item is not None and item.exercise is not None else None
        if item is None or card is None:
            self.say(_("This item has no card."))
        else:
            self.post_message(m.CardOpened(card, len(session.people.present), item.step))

    def do_away(self) -> None:
        """Somebody goes away or comes back."""
        turns.ask_away(self._live, self.app.push_screen)

    def do_round(self) -> None:
        """Start a round here."""
        turns.ask_round(self._live, self.app.push_screen)

    def do_goals(self) -> None:
        """The goal board."""
        goals.ask_goals(self._live, self.app.push_screen)

    def do_words(self) -> None:
        """Write on a seat, or give the chosen item a title."""
        names.ask_names(self._live, self.app.push_screen, self.pointed)

    def do_show(self) -> None:
        """Choose what the group sees."""
        group_view.ask_what_to_show(self._live, self.app.push_screen, self._show_here)

    def _show_here(self) -> None:
        self.post_message(m.GroupViewAsked())

    def do_ways(self) -> None:
        """How and where the group's view is shown."""
        group_view.ask_how_to_show(self._live, self.app.push_screen)

    def do_goal_page(self) -> None:
        """The group's goal board, a page on."""
        self.say(group_view.turn_goal(self._live))

    def do_window(self) -> None:
        """The group's view in a browser window."""
        self._live.displays.window()

    def do_network(self) -> None:
        """Share on the local network, or stop at once."""
        if self._live.displays.is_shared:
            self._live.displays.stop_sharing()
        else:
            group_view.ask_to_share(self._live, self.app.push_screen)

    def do_acute(self) -> None:
        """Something acute has happened: park the plan."""
        live = self._live
        items = acute_items(live.deck, len(live.running.session.people.present))
        if live.happen(e.AcuteBegun(live.now(), items)):
            self.say(_("The agenda is set aside, the clocks are off. u undoes."))

    def do_end(self) -> None:
        """Show what will be kept, and ask."""
        self.post_message(m.EndAsked())

    def noticed(self, gap: int, step: int) -> None:
        """Say what happened to the clocks, in one calm line."""
        if gap:
            slept = duration(max(1, nearest_minutes(gap)))
            self.say(_("The computer stood still for {time}. It was counted; z takes it out.").format(time=slept))
        elif step:
            new = clock(self._live.running.clock.wall())
            self.say(
                _("The computer's clock was set; it is now {time}. No time left changed; z shows the old one.").format(
                    time=new
                )
            )
