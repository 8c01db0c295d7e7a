"""The live screen: keys become events, the session becomes what is seen.

It holds only what is pointed at, which digits were typed, and what it has said or asked already.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Click

from facilitator.commands import Command, Context, commands_in
from facilitator.desk import messages as m
from facilitator.desk.live import acts, drawing, facts, pressing, turns
from facilitator.desk.live.agenda_drawing import agenda_lines, pointed_line
from facilitator.desk.live.announcing import clock_notice
from facilitator.desk.live.asking_presenter import AskingPresenter
from facilitator.desk.live.bar import bar_labels, bar_order
from facilitator.desk.live.dialog_keys import DialogKeys
from facilitator.desk.live.dialog_room import dialog_room
from facilitator.desk.live.face_styles import FACE_STYLES
from facilitator.desk.live.keeping_said import KeepingSaid
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.open_session import OpenSession
from facilitator.desk.screen import bindings
from facilitator.desk.widgets.clock_face import ClockFace
from facilitator.desk.widgets.cursor import point_cursor
from facilitator.desk.widgets.dialog import Dialog
from facilitator.desk.widgets.dialog_place import Place
from facilitator.desk.widgets.grounds import Across, Down
from facilitator.desk.widgets.rows import Rows
from facilitator.desk.widgets.tones import TALL, WIDEST
from facilitator.desk.widgets.typed_number import TypedNumber
from facilitator.texts.languages import _
from facilitator.texts.phrases import clock
from facilitator.texts.reasons import reason
from sessions import events as e
from sessions.refusal import Reason
from sessions.timing import Timing, timing
from sessions.values import Seat


class LiveScreen(DialogKeys):
    """The running session."""

    context: ClassVar[Context] = Context.LIVE
    CSS_PATH = "screen.tcss"
    # Slim has no room for the agenda beside what goes on, narrow none for words beside the large figures;
    # low has room for a few facts and the keys, flat for the facts alone.
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (72, "-narrow"), (116, "-wide"), (WIDEST, "-widest")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-low"), (14, "-short"), (TALL, "-tall")]  # noqa: RUF012
    # Textual declares them as variables of an instance, and reads them from the class.
    BINDINGS = bindings(Context.LIVE)
    digit_command, enter_command = "turn_to", "take_now"

    def __init__(self, live: OpenSession) -> None:
        super().__init__()
        self._live = live
        self._keeping = KeepingSaid(live)
        self.typed = TypedNumber(self, self._seat_typed)
        """The number of a seat."""
        self._presenter = AskingPresenter(live)
        self._is_over = False
        """The present item was over its time at the last tick."""
        self._is_late = False
        """The session was behind at the last tick."""

    def compose(self) -> ComposeResult:
        """Top line; agenda beside what is going on; foot."""
        yield Rows(id="top")
        with Across(id="middle"):
            with Down(id="left"):
                yield Rows(id="agenda")
                yield Rows(id="group")
            with Down(id="now"):
                with Across(id="face"):
                    yield ClockFace(id="clock")
                    yield Rows(id="beside")
                yield Rows(id="time")
                yield Rows(id="details")
            with Down(id="right"):
                yield Rows(id="wall")
                yield Rows(id="card")
        yield Rows(id="status")
        yield from self.foot()

    def dialog_place(self) -> Place:
        """See ``DeskScreen``."""
        return dialog_room(self) if self.can_draw else super().dialog_place()

    def on_rows_refitted(self) -> None:
        """The figures came or went, and the others made room; also for what lies over them."""
        self.draw_times()
        for screen in self.app.screen_stack:
            if isinstance(screen, Dialog):
                screen.fit_again()

    def on_screen_resume(self) -> None:
        """Something may have happened meanwhile."""
        self.call_after_refresh(self.draw)

    def ticked(self) -> None:
        """Draw what has changed; say when the journal is not written as it should be."""
        self.draw_times()
        session, times = self._live.running.session, self._times()
        was_over, self._is_over = self._is_over, session.current is not None and not session.acute and times.left < 0
        if self._is_over and not was_over:
            self.post_message(m.TimeUp())
        was_late, self._is_late = self._is_late, times.behind_minutes > 0
        if self._is_late is not was_late:
            self.show_keys()
        said, is_trouble = self._keeping.at_tick()
        if said:
            self.say(said, look=is_trouble)

    def snapshot(self) -> Snapshot:
        """What there is to draw."""
        return Snapshot.of(self._live, self.pointed)

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
        regions = drawing.regions(frozenset((*self.classes, *self.app.classes)))
        for name, draw in regions.items():
            region = self.query_one(f"#{name}", Rows)
            if region.display and region.size:
                rows = draw(snapshot, region.size.width, region.size.height)
                region.show(rows)
                if name == "agenda" and (line := pointed_line(rows)) is not None:
                    point_cursor(region, line)
        told = facts.face(snapshot)
        still = told.tone is facts.Tone.PAUSED
        if self.has_class("-no-figures") == bool(told.figures):  # the figures come or go, and the others make room
            self.set_class(not told.figures, "-no-figures")
            self.paint_after(self.draw_times)
        self.query_one(ClockFace).show_figures(told.figures, FACE_STYLES[told.tone], still=still)

    def bar_commands(self) -> Sequence[Command]:
        """What matters now."""
        by_id = {command.id: command for command in commands_in(self.context)}
        return [by_id[command] for command in self._bar_order()]

    def _bar_order(self) -> list[str]:
        session = self._live.running.session
        return bar_order(session, self._times(), asking=self._presenter.is_open, pointed=self.pointed is not None)

    def _times(self) -> Timing:
        return timing(self._live.running.session, self._live.now())

    def is_dim(self, command: str) -> bool:
        """Whether a key of the bar would be refused."""
        if command == "fit":
            return self._live.running.session.acute or self._times().behind_minutes <= 0
        return acts.is_simple(command) and acts.refusal(command, self._live.running, self.pointed) is not None

    def key_labels(self) -> Mapping[str, str]:
        """What the keys do just now."""
        blanked = self._live.selection.blanked
        return bar_labels(self._live.running.session, asking=self._presenter.is_open, blanked=blanked)

    def key_names(self) -> Mapping[str, str]:
        """The digits are the seats there are."""
        seats = self._live.running.session.people.seats
        return {"turn_to": f"1–{seats}" if seats > 1 else "1"}

    async def take_command(self, command: str, key: str) -> None:
        """Do a command: a simple act at once, the others through their dialog."""
        was_asked = self._presenter.close()
        if acts.is_simple(command):
            self.post_message(m.CommandPressed())
            self.say("")
            self.press(command)
        elif was_asked and command == "leave":
            self.say("")
            self.show_keys()
        else:
            await super().take_command(command, key)

    def do_turn_to(self) -> None:
        """A click on the digits: there is nothing to click, a seat is typed."""
        two_digits = self._live.running.session.people.seats > len("123456789")
        self.say(
            _("Type the number of the seat; 10 and up digit by digit.")
            if two_digits
            else _("Type the number of the seat.")
        )

    def type_digit(self, digit: str) -> None:
        """A digit of a seat's number. From ten seats on a second one may follow; enter does not wait for it."""
        if not digit:
            self.do_turn_to()
            return
        self.post_message(m.CommandPressed())
        self.typed.type(digit, range(1, self._live.running.session.people.seats + 1))
        if self.typed.value is not None:
            self.say(_("Seat {number}…").format(number=self.typed.value))

    def _seat_typed(self, number: int | None) -> None:
        """A seat was named: it presents, if that was asked; else it has the turn."""
        self.say("")
        if number is None:
            self.say(reason(Reason.NO_SUCH_SEAT))
        elif self._presenter.close():
            turns.choose_presenter(self._live, Seat(number))
        else:
            self._live.happen(e.TurnGiven(self._live.now(), Seat(number)))

    def asks_first(self, command: str) -> bool:
        """Whether a simple act asks something before it is done: beginning later than agreed."""
        return command == "next" and self._live.is_late_to_begin

    def press(self, command: str) -> None:
        """Do a simple act, or say why not."""
        if self.asks_first(command):
            self.ask_late_start()
            return
        said = pressing.press(self._live, command, self.pointed, self.say, self._unpoint)
        if said is not None:
            self._live.say(said)
            self.ask_who_presents()

    def _unpoint(self) -> None:
        self.pointed = None

    def ask_who_presents(self) -> None:
        """Once for each item with a presenter: who it is, or that it is the one of before."""
        question = _("Who presents? Type the seat's number; esc decides later, R asks again.")
        if said := self._presenter.ask(question):
            self.say(said)
            self.show_keys()

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

    def on_click(self, event: Click) -> None:
        """Point at the item of the agenda that is clicked; what is done with it is a key, also one of the foot."""
        region = self.query_one("#agenda", Rows)
        if not region.content_region.contains_point(event.screen_offset):
            return
        line = event.screen_offset.y - region.content_region.y
        lines = agenda_lines(self.snapshot(), region.size.width, region.size.height)
        if line < len(lines) and (uid := lines[line][1]) is not None:
            self.pointed = uid
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

    def noticed(self, gap: int, step: int) -> None:
        """Say what happened to the clocks, in one calm line."""
        if gap or step:
            self.say(clock_notice(gap, clock(self._live.running.clock.wall())))
