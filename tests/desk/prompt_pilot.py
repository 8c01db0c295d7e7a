"""Drives the program as Textual's pilot does, but goes on as soon as nothing is left to be done.

Textual's own waits 20 ms and more, several times for every key, until the processor has been idle for so long: two
thirds of what these tests took. Here it is known: the loop has no turn to take, and the screen nothing to lay out.
"""

import asyncio
from contextlib import AbstractContextManager
from unittest.mock import patch

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

MOST_TURNS = 100_000
"""A program that has not come to rest after so many turns of the loop never will."""


class LayingOut:
    """In the place of a screen's timer: whether there is anything to lay out."""

    def __init__(self) -> None:
        self.is_due = False

    def resume(self) -> None:
        """Something has changed."""
        self.is_due = True

    def pause(self) -> None:
        """It is laid out."""
        self.is_due = False


def laid_out_at_rest() -> AbstractContextManager[object]:
    """Screens are laid out when everything is done, never in between because some milliseconds are over."""
    return patch.object(Screen, "_update_timer", property(lambda screen: vars(screen).setdefault("due", LayingOut())))


async def rest(app: App[str]) -> None:
    """Wait until every message has been taken, and everything that has changed is laid out.

    What a thread or a timer will bring is not waited for.
    """
    loop = asyncio.get_running_loop()
    for _turn in range(MOST_TURNS):
        await asyncio.sleep(0)
        if app._exception_event.is_set() or not (loop._ready or _put_off(app)):
            return
    raise AssertionError("the program does not come to rest")


def _put_off(app: App[str]) -> bool:
    """Do what Textual does a few milliseconds later, so as to do it once for many changes; whether there was any."""
    if app._resize_timer is not None:
        app._check_resize()
        return True
    for screen in reversed(app.screen_stack):
        if screen.is_running and screen._update_timer.is_due:
            with screen._context():
                screen._on_timer_update()
            return True
    return False


class PromptPilot(Pilot[str]):
    """See above."""

    async def _wait_for_screen(self, timeout: float = 0) -> bool:
        await rest(self.app)
        return True

    async def pause(self, delay: float | None = None) -> None:
        """Wait until everything is done, or for so many seconds."""
        if delay is not None:
            await asyncio.sleep(delay)
        await rest(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys, each when what the one before did is done."""

        async def at_rest(_least: float) -> None:
            await rest(self.app)

        with patch("textual.app.wait_for_idle", at_rest):
            await super().press(*keys)
