"""``facilitator project``: the group's view in a second terminal, as a client of the same stream as the page.

It takes no key but those that close it. It waits for a session, goes black when it has heard nothing for a while, and
comes back by itself.
"""

import asyncio
import contextlib
import time
from typing import ClassVar

import aiohttp
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.driver import Driver

from facilitator.clean_terminal import wiping
from facilitator.drawn_texts import A_MOMENT, forget_drawn
from facilitator.projector.gate import answer
from facilitator.projector.rendezvous import Meeting, Rendezvous
from facilitator.projector.unguessable import new_secret
from facilitator.projector.view import BLACK, Shown, View
from facilitator.projector.wall import Wall
from facilitator.projector.wire import End, Frame, decode
from facilitator.terminal_signals import run_app
from facilitator.texts.languages import _, language

LOST_AFTER = 10.0
"""Seconds without a sign of life after which it goes black."""
LOOK_EVERY = 0.5
LONGEST_EVENT = 256 * 1024
TICK = 0.2
"""Seconds: a figure changes at most so late."""


class Terminal(App[None]):
    """The second terminal."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "facilitator"
    CSS = "Screen { background: black; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,ctrl+q,ctrl+c", "quit", show=False, priority=True),
    ]

    def __init__(self, rendezvous: Rendezvous) -> None:
        super().__init__()
        self._rendezvous = rendezvous
        self._view: View | None = None
        """What was heard last; None until something was."""
        self._offset = 0.0
        self._heard = time.monotonic()  # noqa: TID251 (how long it has been silent, not what time it is)

    def get_driver_class(self) -> type[Driver]:
        """Textual's, leaving nothing on the terminal."""
        return wiping(super().get_driver_class())

    def compose(self) -> ComposeResult:
        """The view alone."""
        yield Wall()

    def on_mount(self) -> None:
        """Begin to look for a session."""
        self.set_interval(TICK, self._draw)
        self._draw()
        self.run_worker(self._follow(), exit_on_error=False)

    def on_resize(self) -> None:
        """Everything is fitted to the size."""
        self.call_after_refresh(self._draw)

    def on_unmount(self) -> None:
        """Nobody waits here any more."""
        self._rendezvous.answered()

    def _fatal_error(self) -> None:
        self._exit_renderables.append(_("The group's view stopped because of a fault in it."))
        self._close_messages_no_wait()

    def _draw(self) -> None:
        now = time.monotonic()  # noqa: TID251
        if self._view is not None and now - self._heard > LOST_AFTER:
            self._view = BLACK
            self._forget()
        waiting = View(Shown.STEP, language(), step=_("Waiting for a session"))
        for wall in self.query(Wall):
            wall.present(self._view or waiting, int(self._offset + now * 1000))

    async def _follow(self) -> None:
        """Look for a session, watch it, and look again, for ever."""
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=2, sock_read=LOST_AFTER)
        async with aiohttp.ClientSession(timeout=timeout) as client:
            while True:
                meeting = self._rendezvous.meeting()
                if meeting is not None:
                    with contextlib.suppress(aiohttp.ClientError, OSError, ValueError, TimeoutError):
                        await self._watch(client, meeting)
                self._rendezvous.want()
                await asyncio.sleep(LOOK_EVERY)

    async def _watch(self, client: aiohttp.ClientSession, meeting: Meeting) -> None:
        name = new_secret()
        async with client.get(f"http://{meeting.host}/again/{name}", allow_redirects=False) as asked:
            if await asked.text() != answer(meeting.key, meeting.host, name):
                return
        async with client.get(f"{meeting.address}stream", allow_redirects=False) as stream:
            if stream.status != 200:
                return
            self._rendezvous.answered()
            event = b""
            async for chunk in stream.content.iter_any():
                event += chunk
                *whole, event = event.split(b"\n\n")
                for each in whole:
                    self._hear(decode(each))
                if len(event) > LONGEST_EVENT:
                    return

    def _forget(self) -> None:
        """Keep no word of a session that is over, or that nothing is heard of, once nothing of it is drawn any more."""
        self.set_timer(A_MOMENT, forget_drawn)

    def _hear(self, message: Frame | End | int | None) -> None:
        self._heard = time.monotonic()  # noqa: TID251
        if isinstance(message, End):
            self._view = View(Shown.STEP, message.language, step=message.text)
            self._draw()
            self._forget()
            return
        now = message.now if isinstance(message, Frame) else message
        if now is not None:
            self._offset = now - self._heard * 1000
        if isinstance(message, Frame):
            self._view = message.view
            self._draw()


def watch(rendezvous: Rendezvous) -> int:
    """Show the view until it is closed; returns the program's exit status."""
    terminal = Terminal(rendezvous)
    run_app(terminal)
    return terminal.return_code or 0
