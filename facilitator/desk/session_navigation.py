"""The way of a session through the desk: found unfinished or made ready, opened, shown. How it ends is below it."""

import asyncio
import contextlib
from typing import TYPE_CHECKING

from textual import on, work

from facilitator.desk import messages as m
from facilitator.desk.collecting import set_apart
from facilitator.desk.ending_navigation import EndingNavigation
from facilitator.desk.errands import errand
from facilitator.desk.screen import DeskScreen
from facilitator.texts.languages import _
from sessions.store.problems import StoreProblem

if TYPE_CHECKING:
    from facilitator.desk.live.screen import LiveScreen
    from facilitator.desk.open_session import AtHand
    from facilitator.desk.widgets.tones import Part
    from facilitator.preparing.preparation import Preparation
    from facilitator.projector.gate import Verb
    from facilitator.resuming import Found
    from sessions.clock import Clock
    from sessions.running import RunningSession
    from sessions.store.journal_reading import Unfinished
    from sessions.values import GroupCode


class SessionNavigation(EndingNavigation):
    """The program with its sessions."""

    def _look(self) -> "Found":
        """Look at the journals; called in the disk's thread."""
        from facilitator.resuming import look  # start-up

        self.deck.take_in()
        return look(self.store, self.deck)

    async def look_at_start(self) -> None:
        """Offer a session that was interrupted, if there is one."""

        def look() -> "Found | None":
            return self._look() if self.store.has_journals() else None

        if (found := await self.from_disk(look)) is not None:
            self._take(found)

    def _take(self, found: "Found") -> None:
        """Say what a look found, and ask what to do with it."""
        self.unfinished = found.unfinished
        self.redraw_home()
        self.say(found.sentences)
        self.offer_unfinished()

    @on(m.ResumeAsked)
    def offer_unfinished(self) -> None:
        """Ask what to do with the session that was interrupted."""
        from facilitator.desk.screens.unfinished import DISCARD, resume_choice  # start-up
        from facilitator.resuming import clock_after  # start-up

        found = self.unfinished
        if found is None:
            return
        clock, gap = clock_after(found, self.given_clock)

        def chosen(choice: str | None) -> None:
            if choice == DISCARD:
                self._ask_to_discard(found)
            elif choice is not None:
                self._go_on(found, clock, choice, gap or 0)

        self.forget_kept()
        self.push_screen(resume_choice(found, gap, self.deck), chosen)

    @errand
    async def _go_on(self, found: "Unfinished", clock: "Clock", choice: str, gap: int) -> None:
        """Go on with an interrupted session, or end it where it stopped. ``gap`` is in milliseconds."""
        from facilitator.desk.screens.unfinished import END_THERE, TAKE_OUT  # start-up
        from facilitator.resuming import count_gap  # start-up
        from sessions import events as e  # start-up
        from sessions.refusal import Refused  # start-up
        from sessions.running import RunningSession  # start-up

        if self.unfinished is not found:
            return
        at_hand = await self.from_disk(lambda: self._at_hand(found.ledger.session.group))
        self.unfinished = None
        running = RunningSession(found.ledger, clock, self.store.journal(clock.anchor(), found))
        if choice != END_THERE:
            count_gap(running, gap)
            if choice == TAKE_OUT:
                with contextlib.suppress(Refused):
                    running.do(e.GapTakenOut(running.now()))
        live = self._show(running, at_hand)
        if choice != END_THERE:
            return

        def not_ended(_result: None) -> None:
            """It goes on instead: the gap is counted like any other, and told."""
            if live.is_attached and running.session.ended is None and count_gap(running, gap):
                live.noticed(gap, 0)

        try:
            await self.show_ending(running, found.last_alive, not_ended)
        except asyncio.CancelledError:
            not_ended(None)
            raise

    def _ask_to_discard(self, found: "Unfinished") -> None:
        from facilitator.desk.screens.unfinished import discard_choice  # start-up

        def chosen(sure: bool | None) -> None:
            if sure:
                self._discard(found)

        self.push_screen(discard_choice(found, self.deck), chosen)

    @errand
    async def _discard(self, found: "Unfinished") -> None:
        from facilitator.projector.rendezvous import Rendezvous  # start-up

        def discard() -> None:
            self.store.discard(found)
            Rendezvous(self.store.folder).clear()
            self.store.release()

        if self.unfinished is not found:
            return
        try:
            await self.from_disk(discard, for_good=True)
        except StoreProblem as problem:
            self.say_trouble(problem)
            return
        self.unfinished = None
        self.go_home()
        self.fill_home()
        self.say(_("Discarded. Until the next session is over it can be brought back from here."))

    @on(m.BringBackAsked)
    @errand
    async def bring_back(self) -> None:
        """Offer the session that was discarded last again."""

        def bring_back() -> "Found":
            self.store.claim()
            self.store.bring_back()
            return self._look()

        try:
            found = await self.from_disk(bring_back, for_good=True)
        except StoreProblem as problem:
            self.say_trouble(problem)
            return
        self.go_home()
        self._take(found)

    @on(m.SessionPrepared)
    @errand
    async def open_prepared(self, prepared: m.SessionPrepared) -> None:
        """Open the session that was made ready."""
        await self.open_session(prepared.preparation)

    async def open_session(self, preparation: "Preparation") -> None:
        """Open a session and show it. One that is unfinished comes first: its journal must not be lost."""
        from random import SystemRandom  # start-up

        from sessions.clock import SystemClock  # start-up
        from sessions.running import RunningSession  # start-up

        def look() -> "tuple[Found, AtHand]":
            found = self._look()
            if found.is_free and found.unfinished is None:
                with contextlib.suppress(StoreProblem):  # said already; the session runs, and its journal is its own
                    self.store.claim()
            return found, self._at_hand(preparation.group)

        if self.session is not None:
            return
        found, at_hand = await self.from_disk(look)
        if not found.is_free or found.unfinished is not None:
            self._take(found)
            return
        clock = self.given_clock or SystemClock()
        opened = preparation.opened(clock, at_hand.group, SystemRandom())
        journal = self.store.journal(clock.anchor())
        self._show(RunningSession.open(opened, clock, journal, notices=self.given_clock is None), at_hand)
        self.say(found.sentences or self._sealed_here())

    def _at_hand(self, code: "GroupCode | None") -> "AtHand":
        from facilitator.desk.open_session import AtHand  # start-up

        return AtHand.read(self.store.folder, self.group(code), code)

    def _sealed_here(self) -> str:
        """That the group has words that it sealed, if it has."""
        if self.session is None or not self.session.has_sealed:
            return ""
        return _("The group has sealed its goals' words: g, then Z opens them.")

    def _show(self, running: "RunningSession", at_hand: "AtHand") -> "LiveScreen":
        from facilitator.desk.live.screen import LiveScreen  # start-up
        from facilitator.desk.open_session import OpenSession  # start-up

        set_apart()  # forgetting takes it back
        self.session = OpenSession(
            running,
            self.deck,
            self.store.folder,
            at_hand,
            say=self.say,
            changed=self._session_changed,
            passed_on=self._press_from_wall,
        )
        live = LiveScreen(self.session)
        self.push_screen(live)
        if self.given_clock is None:
            self._stay_awake()
        return live

    @work(thread=True, exclusive=True, group="awake")
    def _stay_awake(self) -> None:
        """Asking the system may take a moment: not on the screen's thread."""
        from facilitator.desk.staying_awake import StayingAwake  # start-up

        awake = self.awake = StayingAwake()
        if not awake.begin() and not self._told_of_sleep:
            self._told_of_sleep = True
            said = _("The system does not let the computer be kept awake; it may fall asleep during the session.")
            self.call_from_thread(self.say, said)

    def _session_changed(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.session_changed()

    def standing(self, columns: int, most: int) -> "list[Part]":
        """How the running session stands, for the top of a screen over it; nothing where none runs."""
        if self.session is None:
            return []
        from facilitator.desk.live.standing import standing  # start-up

        return standing(self.session.running.session, self.session.now(), columns, most)

    @on(m.GroupViewAsked)
    def show_group_view(self) -> None:
        """This terminal becomes the group's view."""
        from facilitator.desk.screens.group_view import GroupViewScreen  # start-up

        if self.session is not None:
            self.push_screen(GroupViewScreen(self.session))

    def _live_screen(self) -> "LiveScreen | None":
        from facilitator.desk.live.screen import LiveScreen  # start-up

        return next((screen for screen in self.screen_stack if isinstance(screen, LiveScreen)), None)

    @on(m.LiveCommandPressed)
    def press_on_live_screen(self, pressed: m.LiveCommandPressed) -> None:
        """Do a command of the live screen that was pressed on one above it; what it asks is asked there."""
        live = self._live_screen()
        if live is None:
            return
        if live.asks_first(pressed.command):
            while self.screen is not live:
                self.pop_screen()
        live.press(pressed.command)

    def _press_from_wall(self, verb: "Verb") -> None:
        """A key was pressed in the wall's own window: a remote works whichever window has the focus."""
        from facilitator.desk.live.from_wall import COMMAND_OF, act_from_wall  # start-up
        from facilitator.desk.screens.ending import EndingScreen  # start-up

        if self.session is None:
            return
        is_ending = any(isinstance(screen, EndingScreen) for screen in self.screen_stack)
        live = self._live_screen()
        if live is not None and not is_ending and live.asks_first(COMMAND_OF[verb]):
            self.press_on_live_screen(m.LiveCommandPressed(COMMAND_OF[verb]))
        elif said := act_from_wall(self.session, None if is_ending else live, verb):
            self.say(said)
