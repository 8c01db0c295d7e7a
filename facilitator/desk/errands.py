"""Ways that wait for the disk: off the screen's thread, one after the other, while keys are kept for afterwards.

However slow the disk is, the screen goes on drawing, black is black, esc gives up what can be given up, and the program
can be closed. All other keys are kept, and pressed in their order when the way is done.
"""

import asyncio
import contextvars
from collections import deque
from collections.abc import Callable, Coroutine
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual import events, work
from textual.app import App
from textual.message_pump import MessagePump

from facilitator.daemon_threads import DaemonThreads
from facilitator.desk.screen import DeskScreen
from facilitator.texts.languages import _

T = TypeVar("T")
AppT = TypeVar("AppT", bound="Errands")
P = ParamSpec("P")
Way = Callable[[], Coroutine[Any, Any, None]]
SLOW = 1.0
"""Seconds for which the disk is waited for without a word."""
A_MOMENT = 1.0
"""Seconds that a key has at most to be taken before the next one is pressed."""
ALWAYS = ("ctrl+q", "ctrl+c")
"""Keys that are never kept."""


def errand(way: Callable[Concatenate[AppT, P], Coroutine[Any, Any, None]]) -> Callable[Concatenate[AppT, P], None]:
    """A way that waits for the disk, as one that is begun at once and done after those before it."""

    @wraps(way)
    def begin(app: AppT, /, *given: P.args, **named: P.kwargs) -> None:
        app.begin(partial(way, app, *given, **named))

    return begin


class Errands(App[str]):
    """The program as far as it waits for the disk."""

    def __init__(self) -> None:
        super().__init__()
        self._disk = DaemonThreads(1, "disk")
        """One thread: what two ways ask of the store never meets there."""
        self._ways: deque[Way] = deque()
        """Those that have not been begun yet."""
        self._present: asyncio.Task[None] | None = None
        self._is_busy = False
        """There are ways to go, keys to press after them, or a key is on its way."""
        self._is_for_good = False
        """What the disk is doing just now cannot be given up."""
        self._kept: deque[events.Key | events.Paste] = deque()

    def say(self, text: str) -> None:
        """Say something on the screen that is on top."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, DeskScreen):
                screen.say(text)
                return

    def begin(self, way: Way) -> None:
        """Go this way, after those that were begun before it."""
        self._ways.append(way)
        if not self._is_busy:
            self._is_busy = True
            self._go()

    def _key_taken(self) -> None:
        """A key has been taken: whatever waits behind it comes next."""
        if self._ways or self._kept:
            self._go()
        else:
            self._is_busy = False

    @work(group="errands")
    async def _go(self) -> None:
        try:
            while self._ways or self._kept:
                if self._ways:
                    await self._go_one(self._ways.popleft())
                else:
                    await self._press(self._kept.popleft())
        finally:
            self._is_busy = False

    async def _go_one(self, way: Way) -> None:
        present = self._present = asyncio.ensure_future(way())
        try:
            await asyncio.wait([present])
        finally:
            self._present = None
            present.cancel()
        if present.cancelled():
            self._disk.submit(self.given_up)
            self.say(_("Given up; nothing was changed."))
        else:
            present.result()

    async def _press(self, event: events.Key | events.Paste) -> None:
        """Press a kept key, and wait until it has been taken: the next one may be for another screen."""
        if not self.screen_stack:  # the program is closing
            return
        taken = asyncio.Event()
        await self._give(event, taken.set)
        await taken.wait()

    async def _give(self, event: events.Key | events.Paste, then: Callable[[], None]) -> None:
        """Give a key to whoever has the focus, and call ``then`` when it has been taken: the next may be for another.

        It goes from the widget up to the program, each with a queue of its own; and what is asked for because of it
        goes the same way once more.
        """
        way: list[MessagePump] = list((self.focused or self.screen).ancestors_with_self)
        rest = iter([*way, *way])
        is_over = False

        def over() -> None:
            nonlocal is_over
            if not is_over:
                is_over = True
                latest.cancel()
                then()

        def pass_on() -> None:
            for each in rest:
                if each.call_later(pass_on):
                    return
            over()

        await super().on_event(event)
        latest = asyncio.get_running_loop().call_later(A_MOMENT, over)
        pass_on()

    def given_up(self) -> None:
        """A way was given up while the disk was at it: put right what it may have left. Called in the disk's thread."""

    async def from_disk(self, work: Callable[[], T], *, for_good: bool = False) -> T:
        """What ``work`` tells or raises, done in the disk's thread on an errand.

        Given up by esc, its result goes nowhere; ``for_good`` is what changes something, and cannot be given up.
        """
        self._is_for_good = for_good
        slow = _("The disk is slow: waiting for it.")
        try:
            return await self._waited_for(work, slow if for_good else slow + " " + _("Esc gives it up."))
        finally:
            self._is_for_good = False

    async def behind(self, work: Callable[[], T]) -> T:
        """The same beside everything else: no key waits for it."""
        return await self._waited_for(work, _("The disk is slow: waiting for it."))

    async def _waited_for(self, work: Callable[[], T], slow: str) -> T:
        """``slow`` is said after a second, for as long as it lasts."""
        waits = False

        def say_so() -> None:
            nonlocal waits
            waits = True
            self.say(slow)

        timer = self.set_timer(SLOW, say_so)
        try:
            context = contextvars.copy_context()
            return await asyncio.get_running_loop().run_in_executor(self._disk, context.run, work)
        finally:
            timer.stop()
            if waits:
                self.say("")

    def is_for_now(self, key: str) -> bool:
        """Whether a key has its effect also while the disk is waited for."""
        return key in ALWAYS

    async def on_event(self, event: events.Event) -> None:
        """Keys wait for those before them, and behind an errand; a click on what may be another screen then is none."""
        is_key = isinstance(event, events.Key | events.Paste)
        is_click = isinstance(event, events.MouseDown | events.MouseUp) and (self._ways or self._present is not None)
        if (
            not (is_key or is_click)
            or event.is_forwarded
            or (isinstance(event, events.Key) and self.is_for_now(event.key))
        ):
            await super().on_event(event)
        elif isinstance(event, events.Key | events.Paste) and not self._is_busy:
            self._is_busy = True
            await self._give(event, self._key_taken)
        elif isinstance(event, events.Key) and event.key == "escape" and self._present is not None:
            self._give_up()
        elif isinstance(event, events.Key | events.Paste):
            self._kept.append(event)

    def forget_kept(self) -> None:
        """Something is asked that nobody expected: what was typed before it is no answer to it."""
        self._kept.clear()

    def _give_up(self) -> None:
        if self._is_for_good:
            self.say(_("This is being written and cannot be given up. Ctrl+Q closes the program."))
        elif self._present is not None:
            self._ways.clear()
            self._kept.clear()
            self._present.cancel()
