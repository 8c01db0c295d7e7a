"""A session line by line from its beginning to its end: found unfinished or made ready, run, kept or not."""

import asyncio
import contextlib
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import Any, TextIO

from facilitator.decks import deck_of
from facilitator.desk.live.from_wall import COMMAND_OF
from facilitator.desk.open_session import AtHand, OpenSession
from facilitator.desk.screens.unfinished import DISCARD, END_THERE, TAKE_OUT, discard_choice, resume_choice
from facilitator.desk.staying_awake import StayingAwake
from facilitator.plain.dialogs import Question, question_of
from facilitator.plain.ending import Ending
from facilitator.plain.home import PlainHome
from facilitator.plain.live import PlainLive
from facilitator.plain.saying import now
from facilitator.plain.voice import spoken
from facilitator.preparing.preparation import Preparation
from facilitator.projector.gate import Verb
from facilitator.resuming import clock_after, count_gap, look
from facilitator.terminal_signals import FROM_SIGNAL, LEAVE_ON
from facilitator.texts.languages import _
from facilitator.texts.reasons import trouble
from sessions import events as e
from sessions.clock import SystemClock
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.store.groups import Group
from sessions.store.journal_reading import Unfinished
from sessions.store.problems import StoreProblem
from sessions.values import GroupCode, Instant

TICK = 1.0
"""Seconds."""
BUSY = 1
"""The exit status when another window runs a session in this folder."""


class PlainProgram:
    """The program without a screen."""

    def __init__(self, folder: Path, prepared: Preparation | None, say: Callable[[str], None]) -> None:
        """``prepared`` None begins at home; ``say`` puts out a line."""
        self._folder = folder
        self._prepared = prepared
        self._put_out = say
        self._store = Store(folder)
        self._deck = deck_of(folder)
        self._home = PlainHome(self._store, self._deck, self._say, self, lambda: self._leave(0), self._bring_back)
        self._live: PlainLive | None = None
        self._asked: Question | None = None
        """What is asked before or after the session itself."""
        self._status: int | None = None
        """The exit status, once the program is to be left."""
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        """What was typed; None when nothing more will be."""

    def _say(self, text: str) -> None:
        self._put_out(spoken(text))

    async def run(self, source: TextIO) -> int:
        """Run until the session has ended or is left; returns the exit status."""
        loop = asyncio.get_running_loop()
        for name in LEAVE_ON:
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # Windows has none of these
                    loop.add_signal_handler(number, partial(self._leave, FROM_SIGNAL + number))
        threading.Thread(target=_read, args=(source, loop, self._lines), name="lines", daemon=True).start()
        awake = StayingAwake()
        waiting = loop.run_in_executor(None, awake.begin)
        try:
            self._begin()
            while self._status is None:
                await self._step()
        finally:
            await waiting
            awake.end()
            self._close()
        return self._status or 0

    async def _step(self) -> None:
        """A line, or a second without one."""
        try:
            line = await asyncio.wait_for(self._lines.get(), TICK)
        except TimeoutError:
            if self._live is not None:
                self._live.ticked()
            return
        if line is None:
            self._leave(0)
        elif self._asked is not None:
            asked, self._asked = self._asked, None
            if not asked.answer(line):
                self._asked = asked
        elif self._live is not None:
            self._live.take(line)

    def _begin(self) -> None:
        found = look(self._store, self._deck)
        if found.sentences:
            self._say(found.sentences)
        if not found.is_free:
            self._leave(BUSY)
        elif found.unfinished is not None:
            self._offer(found.unfinished)
        elif self._prepared is None:
            self._home.ask()
        else:
            self.open(self._prepared)

    def put(self, question: Question) -> None:
        """Ask a question; the next line answers."""
        self._asked = question
        question.ask()

    def home(self) -> None:
        """Where the groups are; what was asked for in full is over by then."""
        self._prepared = None
        self._begin()

    def _ask(self, screen: Any, answered: Callable[[Any], None]) -> None:  # noqa: ANN401 (a dialog of any result)
        self.put(question_of(screen, self._say, answered))

    def _offer(self, found: Unfinished) -> None:
        """Ask what to do with the session that was interrupted."""
        clock, gap = clock_after(found, None)

        def chosen(choice: str | None) -> None:
            if choice is None:
                self._leave(0)
            elif choice == DISCARD:
                self._ask(
                    discard_choice(found, self._deck), lambda sure: self._discard(found) if sure else self._offer(found)
                )
            else:
                journal = self._store.journal(clock.anchor(), found)
                self._go_on(RunningSession(found.ledger, clock, journal), choice, found.last_alive, gap or 0)

        self._ask(resume_choice(found, gap, self._deck), chosen)

    def _go_on(self, running: RunningSession, choice: str, last_alive: Instant, gap: int) -> None:
        if choice != END_THERE:
            count_gap(running, gap)
            if choice == TAKE_OUT:
                with contextlib.suppress(Refused):
                    running.do(e.GapTakenOut(running.now()))
        self._show(running)
        if choice == END_THERE:
            self._ask_to_end(last_alive)

    def _discard(self, found: Unfinished) -> None:
        try:
            self._store.discard(found)
        except StoreProblem as problem:
            self._say(trouble(problem))
            self._leave(BUSY)
            return
        self._say(_("Discarded. Until the next session is over it can be brought back from here."))
        self._begin()

    def _bring_back(self) -> None:
        try:
            self._store.claim()
            self._store.bring_back()
        except StoreProblem as problem:
            self._say(trouble(problem))
        self._begin()

    def open(self, prepared: Preparation) -> None:
        """Open a session. One that another window has begun meanwhile, or left, comes first."""
        found = look(self._store, self._deck)
        if not found.is_free or found.unfinished is not None:
            self._begin()
            return
        with contextlib.suppress(StoreProblem):  # the session runs, and its journal is its own
            self._store.claim()
        clock = SystemClock()
        opened = prepared.opened(clock, self._group(prepared.group), SystemRandom())
        self._show(RunningSession.open(opened, clock, self._store.journal(clock.anchor())))

    def _show(self, running: RunningSession) -> None:
        code = running.session.group
        at_hand = AtHand.read(self._folder, self._group(code), code)
        live = OpenSession(
            running, self._deck, self._folder, at_hand, say=self._say, changed=lambda: None, passed_on=self._from_wall
        )
        self._live = PlainLive(live, self._say, lambda: self._ask_to_end(live.now()), lambda: self._leave(0))
        self._say(
            _(
                "Type a character and press enter; ?, the question mark, tells the commands. "
                "Enter alone says what is now."
            )
        )
        self._live.say_lines(now(self._live.snapshot()))

    def _from_wall(self, verb: Verb) -> None:
        """A key was pressed in the wall's own window."""
        if self._live is not None:
            self._live.press(COMMAND_OF[verb])

    def _group(self, code: GroupCode | None) -> Group | None:
        with contextlib.suppress(StoreProblem):
            return self._store.groups.read(code) if code is not None else None
        return None

    def _ask_to_end(self, at: Instant) -> None:
        assert self._live is not None
        live, running = self._live, self._live.live.running
        ending = Ending(
            running,
            at,
            self._store,
            self._deck,
            self._group(running.session.group),
            self._say,
            lambda: live.press("to_closing"),
        )
        ending.show(self._ask, self._ended)

    def _ended(self) -> None:
        """The session is over: everything of it is forgotten."""
        assert self._live is not None
        self._live.live.close(over=True)
        self._live = None
        if self._prepared is None:
            self._begin()
        else:
            self._leave(0)

    def _leave(self, status: int) -> None:
        if self._status is None:
            self._status = status

    def _close(self) -> None:
        """Close the journal of a session that still runs; it can be gone on with."""
        if self._live is not None:
            self._live.live.close(over=False)
            begun = self._live.live.is_begun
            self._live.live.running.leave()
            if begun:
                self._say(_("The session can be resumed: start facilitator again."))
        self._store.release()


def _read(source: TextIO, loop: asyncio.AbstractEventLoop, lines: "asyncio.Queue[str | None]") -> None:
    """Pass on every line that is typed, in a thread of its own: not every system can wait for one otherwise."""
    for line in iter(source.readline, ""):
        _pass(loop, lines, line.rstrip("\r\n"))
    _pass(loop, lines, None)


def _pass(loop: asyncio.AbstractEventLoop, lines: "asyncio.Queue[str | None]", line: str | None) -> None:
    with contextlib.suppress(RuntimeError):  # the program has been left
        loop.call_soon_threadsafe(lines.put_nowait, line)


def run_plain(folder: Path, prepared: Preparation | None, say: Callable[[str], None]) -> int:
    """Run a session line by line, from home when none is ``prepared``; returns the exit status."""

    async def everything() -> int:
        return await PlainProgram(folder, prepared, say).run(sys.stdin)

    return asyncio.run(everything())
