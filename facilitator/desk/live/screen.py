"""The live screen: keys become events, the session becomes what is seen. It holds only what is pointed at."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from facilitator.commands import Context, commands_in
from facilitator.desk.displays import in_words
from facilitator.desk.live import acts, contents
from facilitator.desk.live.dialogs import AskingScreen
from facilitator.desk.screen import bindings
from facilitator.desk.widgets.clock_face import ClockFace
from facilitator.desk.widgets.lines import Lines
from facilitator.texts.languages import _
from facilitator.texts.names import name_of, title_of
from facilitator.texts.phrases import clock, duration
from facilitator.texts.reasons import keeping, reason
from sessions import events as e
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.timing import minutes_up, nearest_minutes, timing
from sessions.values import Seat


class LiveScreen(AskingScreen):
    """The running session."""

    context: ClassVar[Context] = Context.LIVE
    BINDINGS = bindings(Context.LIVE)

    def __init__(self, running: RunningSession, number: int) -> None:
        """``number`` tells which session of its group this is; 0 without a group."""
        super().__init__(running)
        self.number = number

    def compose(self) -> ComposeResult:
        """Top line; agenda beside what is going on; foot."""
        yield Lines(id="top")
        with Horizontal(id="middle"):
            yield Lines(id="agenda")
            with Vertical(id="now"):
                yield Lines(id="title")
                yield ClockFace(id="clock")
                yield Lines(id="time")
                yield Lines(id="details")
        yield Lines(id="status")
        yield from self.foot()

    def on_mount(self) -> None:
        """Follow the session."""
        self.running.listen(self.draw)

    def on_unmount(self) -> None:
        """Follow it no longer."""
        self.running.unlisten(self.draw)

    def on_resize(self) -> None:
        """Everything is fitted to the size, once it has one."""
        self.call_after_refresh(self.draw)

    def on_screen_resume(self) -> None:
        """Something may have happened meanwhile."""
        self.call_after_refresh(self.draw)

    def ticked(self) -> None:
        """Draw what has changed; say when the journal is not written as it should be."""
        self.draw_times()
        journal = self.running.journal
        if matter := keeping(journal):
            self.say(matter)
            self._troubled = True
        elif journal.take_begun_anew():
            self.say(_("The file of this session had vanished or changed; everything is written down anew."))
            self._troubled = False
        elif self._troubled:
            self.say(_("Everything is being kept again."))
            self._troubled = False

    _troubled = False

    def seen(self) -> contents.Seen:
        """What there is to draw."""
        now = self.running.now()
        session = self.running.session
        return contents.Seen(
            session,
            timing(session, now),
            self.running.words,
            self.desk.deck,
            in_words(self.desk.displays.projecting) if self.desk.displays is not None else "",
            self.chosen,
            now,
            self.number,
        )

    def draw(self) -> None:
        """Draw everything that is not as it was."""
        if not self.can_draw:
            return
        seen = self.seen()
        if self.chosen is not None and all(item.uid != self.chosen for item in seen.session.items):
            self.chosen = None
        self.draw_times(seen)
        title, details = self.query_one("#title", Lines), self.query_one("#details", Lines)
        title.show(contents.now_title(seen, title.size.width))
        details.show(contents.details(seen, details.size.width, details.size.height))
        self.show_keys()

    def draw_times(self, seen: contents.Seen | None = None) -> None:
        """Draw what changes as time goes by."""
        if not self.can_draw:
            return
        seen = seen or self.seen()
        for name, draw in (
            ("top", contents.top_line),
            ("time", contents.time_line),
            ("status", contents.status_line),
        ):
            widget = self.query_one(f"#{name}", Lines)
            widget.show(draw(seen, widget.size.width))
        agenda = self.query_one("#agenda", Lines)
        agenda.show(contents.agenda(seen, agenda.size.width, agenda.size.height))
        self.query_one(ClockFace).show_figures(contents.face(seen)[0], "dim" if seen.session.paused else "")

    def dim(self) -> Mapping[str, bool]:
        """The keys of the bar that would be refused."""
        placed = [command.id for command in commands_in(self.context) if command.bar and acts.is_simple(command.id)]
        refused = {command: acts.refusal(command, self.running, self.chosen) is not None for command in placed}
        times = timing(self.running.session, self.running.now())
        return {**refused, "fit": self.running.session.acute or not minutes_up(times.behind)}

    def key_labels(self) -> Mapping[str, str]:
        """Begin before it began; resume when paused; show when black."""
        session = self.running.session
        labels = {}
        if session.begun is None:
            labels["next"] = _("Begin")
        if session.paused:
            labels["pause"] = _("Resume")
        if self.desk.showing.blanked:
            labels["blank"] = _("Unblank")
        return labels

    async def action_command(self, command: str, key: str) -> None:
        """Do a command: a simple act at once, the others through their dialog."""
        if acts.is_simple(command) and not (command == "next" and self.asks_late_start()):
            self.desk.command_pressed()
            self.say("")
            self.act(command)
        else:
            await super().action_command(command, key)

    def act(self, command: str) -> None:
        """Do a simple act, or say why not."""
        try:
            event = acts.event_of(command, self.running.session, self.running.now(), self.chosen)
        except Refused as refused:
            self.say(reason(refused.reason))
        else:
            undone = self.running.ledger.last_act if isinstance(event, e.Undone) else None
            if isinstance(event, e.Begun | e.Next | e.ItemEnded | e.ItemChosen):
                self.chosen = None
            if self.happen(event):
                self.say(self.told(event, undone))

    def told(self, event: e.Event, undone: e.Event | None) -> str:
        """What to say of an act whose effect is not plain to see."""
        session = self.running.session
        match event:
            case e.PutOff():
                title = title_of(session.item(event.item), session.plan, self.desk.deck, self.running.words)
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
        self.happen(e.TurnGiven(self.running.now(), Seat(seat)))

    def do_choose_down(self) -> None:
        """Point at the item below."""
        self._choose(1)

    def do_choose_up(self) -> None:
        """Point at the item above."""
        self._choose(-1)

    def _choose(self, by: int) -> None:
        uids = [item.uid for item in self.running.session.items]
        current = self.running.session.current
        place = uids.index(self.chosen if self.chosen is not None else current.uid if current else uids[0])
        first = self.chosen is None and current is None
        self.chosen = uids[place if first else min(len(uids) - 1, max(0, place + by))]
        self.draw()

    def do_leave(self) -> None:
        """Stop pointing at an item; the session goes on until it is ended."""
        if self.chosen is None and self.running.session.begun is None:
            from facilitator.desk.open_session import leave_unbegun  # which knows this screen

            leave_unbegun(self.desk)
            return
        if self.chosen is None:
            self.say(_("The session goes on. E ends it."))
        self.chosen = None
        self.draw()

    def draw_group(self) -> None:
        """What the group sees has changed: say it, and what the key would do now."""
        if self.can_draw:
            status = self.query_one("#status", Lines)
            status.show(contents.status_line(self.seen(), status.size.width))
            self.show_keys()

    def do_freeze(self) -> None:
        """The wall keeps what it shows, or goes on."""
        displays = self.desk.displays
        if displays is None:
            return
        showing = self.desk.showing
        showing.toggle_freeze(displays.projecting.view)
        self.desk.refresh_group()
        self.say(_("The wall keeps what it shows; f lets it go on.") if showing.frozen else _("The wall goes on."))

    def noticed(self, gap: int, step: int) -> None:
        """Say what happened to the clocks, in one calm line."""
        if gap:
            slept = duration(max(1, nearest_minutes(gap)))
            self.say(_("The computer stood still for {time}. It was counted; z takes it out.").format(time=slept))
        elif step:
            new = clock(self.running.clock.wall())
            self.say(
                _("The computer's clock was set; it is now {time}. No time left changed; z shows the old one.").format(
                    time=new
                )
            )
