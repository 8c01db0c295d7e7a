"""The Textual program: what is shared between screens, its one ticker, and leaving nothing behind."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from random import SystemRandom
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from exercises.deck import Deck
from facilitator.desk.home import HomeScreen, welcome
from facilitator.desk.live import LiveScreen
from facilitator.desk.resume import DISCARD, END_THERE, TAKE_OUT, resume_choice
from facilitator.desk.screen import DeskScreen
from facilitator.i18n import _
from facilitator.keeping import finish_interrupted
from facilitator.opening import Preparation
from facilitator.projector.showing import Showing
from facilitator.sentences import trouble
from sessions import events as e
from sessions.clock import Clock, SystemClock
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.store.groups import Group
from sessions.store.journal import Unfinished, remove_journal
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import SECOND, GroupCode, Instant

CALM = Theme(
    name="calm",
    primary="#8fb8a8",
    secondary="#7a9bb5",
    accent="#d9c58b",
    foreground="#e6e6df",
    background="#16191a",
    surface="#1d2122",
    panel="#252a2b",
    warning="#d9c58b",
    error="#d98b7a",
    success="#8fb8a8",
    dark=True,
)
A_LITTLE = 0.002
"""Seconds by which a tick comes late on purpose, so that it never comes early."""


class Desk(App[str]):
    """The program."""

    CSS_PATH = Path(__file__).parent / "desk.tcss"
    TITLE = "facilitator"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "close_program", show=False, priority=True),
        Binding("ctrl+c", "how_to_close", show=False, system=True),
    ]

    def __init__(
        self,
        store: Store,
        deck: Deck,
        *,
        prepared: Preparation | None = None,
        first_start: bool = False,
        clock: Clock | None = None,
    ) -> None:
        """``prepared`` opens the live screen at once; ``clock`` is the demonstration's or a test's."""
        super().__init__()
        self.register_theme(CALM)
        self.theme = CALM.name
        self.store = store
        self.deck = deck
        self.showing = Showing()
        self.running: RunningSession | None = None
        self.unfinished: Unfinished | None = None
        self._prepared = prepared
        self._first_start = first_start
        self._clock = clock
        self._closing_asked = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colour of what is said quietly."""
        return {"quiet": "#8d9691"}

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """None of Textual's own: some write files, all are in English."""
        return ()

    def on_mount(self) -> None:
        """Home, and on it whatever was asked for or left unfinished."""
        self._leave_cleanly_on_signals()
        self.push_screen(HomeScreen())
        self._tick_on_the_second()
        self.call_after_refresh(self._begin)

    def _leave_cleanly_on_signals(self) -> None:
        """A closed window or a shutdown must leave the terminal as it was, with nothing of the session on it."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(getattr(signal, name), self.exit)

    def _begin(self) -> None:
        self.look_for_unfinished()
        if self.unfinished is not None:
            self.offer_unfinished()
        elif self._prepared is not None:
            self.open_session(self._prepared)
        elif self._first_start:
            self.push_screen(welcome(), self._welcomed)

    def _welcomed(self, choice: str | None) -> None:
        if choice == "demo":
            self.exit("demo")

    def command_pressed(self) -> None:
        """A key that is a command was pressed; the demonstration wants to know."""

    def leave_session(self) -> None:
        """Close the journal of a session that is still running, and let others write: the program is closing."""
        if self.running is not None:
            self.running.journal.close()
        self.store.release()

    def say(self, text: str) -> None:
        """Say something on the screen that is on top."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, DeskScreen):
                screen.say(text)
                return

    def look_for_unfinished(self) -> None:
        """Find the session that was interrupted; finish an ending that was."""
        self.unfinished = None
        if not self.store.journal_path.exists():
            return
        try:
            self.store.claim()
            found = self.store.unfinished()
            if found is not None and found.ledger.session.ended is not None:
                kept = finish_interrupted(found, self.store, self.deck)
                if kept is not None:
                    self.say(_("The ending that was interrupted is done: kept for group {code}.").format(code=kept))
                found = None
            self.unfinished = found
        except StoreProblem as problem:
            self.say(trouble(problem))
        finally:
            if self.unfinished is None:
                self.store.release()

    def offer_unfinished(self) -> None:
        """Ask what to do with it."""
        found = self.unfinished
        if found is None:
            return
        clock = self._clock or SystemClock(found.anchor, found.ledger.session.wall_offset_ms)
        self.push_screen(
            resume_choice(found, clock.now(), self.deck), lambda choice: self._resume(choice, found, clock)
        )

    def _resume(self, choice: str | None, found: Unfinished, clock: Clock) -> None:
        if choice is None:
            return
        self.unfinished = None
        if choice == DISCARD:
            try:
                remove_journal(self.store.journal_path)
            except StoreProblem as problem:
                self.say(trouble(problem))
            self.store.release()
            self._back_home()
            return
        running = RunningSession(found.ledger, clock, self.store.journal(clock.anchor(), found))
        if choice != END_THERE:
            now = running.now()
            with contextlib.suppress(Refused):
                running.do(e.GapNoticed(now, now - found.last_alive))
                if choice == TAKE_OUT:
                    running.do(e.GapTakenOut(now))
        self._show(running)
        if choice == END_THERE:
            from facilitator.desk.ending import EndScreen

            self.push_screen(EndScreen(running, found.last_alive))

    def wall(self) -> Instant:
        """The time on the computer's clock."""
        return (self._clock or SystemClock()).wall()

    def open_session(self, prepared: Preparation) -> None:
        """Make a session ready and show it; its clock starts with the first key."""
        if self.running is not None:
            return
        try:
            self.store.claim()
        except StoreProblem as problem:
            if problem.trouble is Trouble.LOCKED:
                self.say(trouble(problem))
                return
        clock = self._clock or SystemClock()
        opened = prepared.opened(clock, self.group(prepared.group), SystemRandom())
        journal = self.store.journal(clock.anchor())
        self._show(RunningSession.open(opened, clock, journal, notices=self._clock is None))

    def _show(self, running: RunningSession) -> None:
        self.running = running
        self.showing = Showing()
        self.push_screen(LiveScreen(running, self.session_number(running.session.group)))

    def group(self, code: GroupCode | None) -> Group | None:
        """What is kept of a group; None when there is nothing that can be read."""
        if code is None:
            return None
        try:
            return self.store.groups.read(code)
        except StoreProblem:
            return None

    def session_number(self, code: GroupCode | None) -> int:
        """Which session of its group the running one is; 0 without a group."""
        group = self.group(code)
        return len(group.records) + 1 if group is not None else 0

    def session_over(self, code: GroupCode | None, mended: StoreProblem | None) -> None:
        """The session has ended and its journal is gone: show what was kept."""
        self.running = None
        self.store.release()
        self._back_home()
        group = self.group(code)
        if group is not None and group.records:
            from facilitator.desk.past import PastScreen

            self.push_screen(PastScreen(group, group.records[-1], len(group.records)))
            self.say(trouble(mended) if mended else _("Kept for group {code}. This is all of it.").format(code=code))
        else:
            self.say(_("The session has ended. Nothing was kept."))

    def _back_home(self) -> None:
        while not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        self.screen.fill()

    def _tick_on_the_second(self) -> None:
        """Call ``_tick`` when the next second begins, so that all figures change together."""
        clock = self.running.clock if self.running is not None else None
        wait = (SECOND - clock.now() % SECOND) / SECOND if clock is not None else 1.0
        self.set_timer(wait + A_LITTLE, self._tick)

    def _tick(self) -> None:
        if self.running is not None:
            noticed = self.running.tick()
            for screen in self.screen_stack:
                if isinstance(screen, LiveScreen) and (noticed.gap or noticed.step):
                    screen.noticed(noticed.gap, noticed.step)
            if isinstance(self.screen, DeskScreen):
                self.screen.ticked()
        self._tick_on_the_second()

    def action_close_program(self) -> None:
        """Close the program."""
        self.close_program()

    def close_program(self) -> None:
        """Close; with a session running only when asked twice, and then it can be resumed."""
        if self.running is None or self._closing_asked:
            self.exit()
            return
        self._closing_asked = True
        self.set_timer(5.0, self._forget_asking)
        self.say(_("A session is running; E ends it. Ctrl+Q again closes the program, and the session can be resumed."))

    def _forget_asking(self) -> None:
        self._closing_asked = False

    def action_how_to_close(self) -> None:
        """Ctrl+C does nothing that could not be undone."""
        self.say(_("Ctrl+Q closes the program."))

    def _fatal_error(self) -> None:
        """In the place of Textual's traceback, which would print the values of variables."""
        kind = type(sys.exc_info()[1] or self._exception).__name__
        saved = _("Everything up to the last key is kept; start the program again to go on.")
        self._exit_renderables.append(
            _("facilitator stopped because of a fault in it ({kind}).").format(kind=kind) + " " + saved
        )
        self._close_messages_no_wait()
