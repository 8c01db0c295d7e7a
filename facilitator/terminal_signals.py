"""Leaving a full screen when the program is told to go, or when its terminal is no longer there.

Whatever asks the program to end ends it the same way: the terminal is put right, nothing of the session is left on it,
and the exit status is 128 and the number of the signal, as a shell expects.
"""

import asyncio
import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from facilitator.daemon_threads import DaemonThreads
from facilitator.texts.languages import _

if TYPE_CHECKING:
    # Not at the start: the command line must not import Textual before it has dropped its variables.
    from textual.app import App

LEAVE_ON = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM")
"""Each of them would end the program by itself, with the terminal raw and the session readable on it."""
FROM_SIGNAL = 128
TERMINAL_GONE = FROM_SIGNAL + 1
"""The exit status when the terminal is gone: the one of SIGHUP, which did not come."""
GRACE = 3.0
"""Seconds for a clean end without a terminal; writing to one that is gone can block for ever."""
MOST_THREADS = 8
SLOW = 2.0
"""Seconds after the screen was left in which the program is over, unless a disk keeps it waiting."""
LONGEST = 4.0
"""Seconds for which a program that was told to go waits for such a disk, once it has said so."""
_screen_is_open = threading.Event()


def run_app(app: "App[Any]") -> Any:  # noqa: ANN401
    """Run ``app`` until it ends, is told to end, or its terminal is gone; its exit status is ``app.return_code``."""
    return asyncio.run(_run(app))


async def _run(app: "App[Any]") -> Any:  # noqa: ANN401 (what an app returns is its own affair)
    loop = asyncio.get_running_loop()
    loop.set_default_executor(DaemonThreads(MOST_THREADS, "beside"))  # or a slow disk would hold up the end
    # Windows has no handlers in its loop: there the system ends the program.
    numbers = [number for name in LEAVE_ON if (number := getattr(signal, name, None)) is not None]
    for number in numbers:
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, partial(app.exit, return_code=FROM_SIGNAL + number))
    _screen_is_open.set()
    ended = threading.Event()

    def gone() -> None:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            # What is still to be written must neither fail nor wait.
            os.dup2(nowhere, stream)
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(lambda: app.exit(return_code=TERMINAL_GONE))
        if not ended.wait(GRACE):
            # Every act is on disk and the system gives the lock back: better no program than a ghost of one.
            os._exit(TERMINAL_GONE)

    watch_terminal(sys.__stdin__.fileno() if sys.__stdin__ is not None else -1, gone)
    try:
        return await app.run_async(mouse=takes_mouse(os.environ))
    finally:
        ended.set()
        _screen_is_open.clear()
        for number in numbers:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(number)
                signal.signal(number, signal.SIG_DFL)
        threading.Thread(target=_see_it_out, args=(app.return_code or 0,), name="leaving", daemon=True).start()


def takes_mouse(environ: Mapping[str, str]) -> bool:
    """Whether the mouse is asked for. GNU screen, while it is, holds esc back until the next key: esc is worth more."""
    return not (environ.get("STY") and environ.get("TERM", "").startswith("screen"))


def _see_it_out(status: int) -> None:
    """Say why the program is not over yet. One that was told to go does not wait for ever: every act is on its way."""
    if _screen_is_open.wait(SLOW):
        return
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(_("Still writing to the disk. Ctrl+C leaves without waiting.") + "\n")
        sys.stderr.flush()
    if status >= FROM_SIGNAL and not _screen_is_open.wait(LONGEST):
        os._exit(status)


def watch_terminal(fileno: int, gone: Callable[[], None]) -> None:
    """Call ``gone`` in a thread of its own when the other end of the terminal ``fileno`` is closed.

    A terminal closed under a program of another process group sends no signal: it only reads as ended, at once and for
    ever. Waiting for it costs nothing.
    """
    if not hasattr(select, "poll") or fileno < 0 or not os.isatty(fileno):
        return

    def wait() -> None:
        poll = select.poll()
        poll.register(fileno, 0)
        if any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _fileno, event in poll.poll()):
            gone()

    threading.Thread(target=wait, name="terminal", daemon=True).start()
