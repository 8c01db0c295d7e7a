"""The end of a session at the desk: asked about, kept or not, over; also of one that was never begun."""

import asyncio
import contextlib
from typing import TYPE_CHECKING

from textual import on

from facilitator.desk import messages as m
from facilitator.desk.errands import errand
from facilitator.desk.group_navigation import GroupNavigation
from facilitator.texts.languages import _
from sessions.store.problems import StoreProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desk.staying_awake import StayingAwake
    from sessions.running import RunningSession
    from sessions.store.finished import Finished
    from sessions.store.groups import Group
    from sessions.values import GroupCode, Instant


class EndingNavigation(GroupNavigation):
    """The program as far as a session's end."""

    awake: "StayingAwake | None" = None
    """What keeps the computer awake while a session runs."""
    _told_of_sleep = False
    """It was said that the system does not let the computer be kept awake: once is enough, ``doctor`` says it too."""

    def let_sleep(self) -> None:
        """No session runs any more."""
        if self.awake is not None:
            self.awake.end()
            self.awake = None

    @on(m.EndAsked)
    @errand
    async def ask_to_end(self) -> None:
        """Show what will be kept, and ask."""
        if self.session is not None:
            await self.show_ending(self.session.running, self.session.now(), lambda _result: None)

    async def show_ending(self, running: "RunningSession", at: "Instant", left: "Callable[[None], None]") -> None:
        """Show what ending at ``at`` would keep, and ask; ``left`` is called when it is left."""
        from random import SystemRandom  # start-up

        from facilitator.desk.screens.ending import EndingScreen  # start-up
        from facilitator.finishing import record_now  # start-up
        from sessions.values import unused_code  # start-up

        def read() -> "list[GroupCode]":
            with contextlib.suppress(StoreProblem):  # told when the session is to be kept
                return self.store.groups.codes()
            return []

        codes = await self.from_disk(read)
        if self.session is None or self.session.running is not running:
            return
        self.push_screen(
            EndingScreen(
                running.session,
                record_now(running, at, self.deck),
                at,
                self.deck,
                number=self.session.number,
                codes=codes,
                new_code=unused_code(codes, SystemRandom()),
                words=running.words,
                sealed=self.session.envelope is not None or self.session.has_sealed,
            ),
            left,
        )

    @on(m.KeepChosen)
    def end_session(self, chosen: m.KeepChosen) -> None:
        """End the session, and keep its record or not. The disk may take its time: not on the screen's thread."""
        if self.session is not None:
            self.session.running.end(chosen.at, chosen.code)
            self.run_worker(self._finish(self.session.running, chosen), exclusive=True)

    async def _finish(self, running: "RunningSession", chosen: m.KeepChosen) -> None:
        from facilitator.desk.screens.ending import EndingScreen  # start-up
        from facilitator.finishing import finish  # start-up
        from facilitator.texts.reasons import trouble  # start-up

        def keep() -> "tuple[Finished, Group | None]":
            ending = finish(running, self.store, chosen.code, self.deck)
            return ending, self.group(ending.kept)

        try:
            ending, group = await asyncio.to_thread(keep)
        except StoreProblem as problem:
            if isinstance(self.screen, EndingScreen):
                self.screen.choose_again(_("Not kept yet. {why}").format(why=trouble(problem)))
            return
        self._session_over(ending, group)
        if chosen.then_erase and ending.kept is not None:
            self.post_message(m.EraseAsked(ending.kept))

    def _session_over(self, ending: "Finished", group: "Group | None") -> None:
        """The session has ended: show what was kept."""
        from facilitator.texts.reasons import finished  # start-up

        if group is not None:
            self.point_at_home(group.code)
        self._close_session()
        if group is not None and group.records:
            self.show_past_session(group, len(group.records) - 1)
        self.say(finished(ending))

    @on(m.UnbegunLeft)
    @errand
    async def leave_unbegun(self) -> None:
        """Back home from a session that was made ready and never begun: it leaves nothing."""
        if self.session is None:
            return
        problem = await self.from_disk(self.session.running.leave, for_good=True)
        self._close_session()
        if problem is not None:
            self.say_trouble(problem)

    def _close_session(self) -> None:
        """Forget the session that is over, and go home."""
        from facilitator.drawn_texts import A_MOMENT, forget_drawn  # start-up

        assert self.session is not None
        self.session.close(over=True)
        self.session = None
        self.let_sleep()
        self.run_worker(self.behind(self.store.release), group="disk")
        self.go_home()
        self.set_timer(A_MOMENT, forget_drawn)
