"""Keeping the computer and its screen awake while a session runs. Where that cannot be, the session runs on.

wakepy is imported only where there is somebody to ask: it takes 1.3 MB for as long as a session runs.
"""

import contextlib
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wakepy import Mode

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
"""Names the bus of who is logged in, by which alone wakepy can ask on Linux and the BSDs; a bare terminal has none."""


def can_ask() -> bool:
    """Whether there is anybody who could keep the computer awake."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get(ADDRESS))


class StayingAwake:
    """Asks the system to stay awake; it is let go when the session is over, and when the program ends.

    All of it happens on one thread of its own: wakepy warns on the terminal when it is let go on another.
    """

    def __init__(self) -> None:
        self._mode: Mode | None = None
        self._thread = ThreadPoolExecutor(1, "awake")

    def begin(self) -> bool:
        """Ask, and wait for the answer. Whether the system agreed; a fault there is no matter for the session."""
        with contextlib.suppress(RuntimeError):
            return can_ask() and self._thread.submit(self._begin).result()
        return False

    def end(self) -> None:
        """Let it sleep again."""
        with contextlib.suppress(RuntimeError):
            self._thread.submit(self._end)
        self._thread.shutdown(wait=False)

    def _begin(self) -> bool:
        try:
            from wakepy import keep  # noqa: PLC0415 (memory)

            mode = keep.presenting(on_fail="pass")
            mode.__enter__()
        except Exception:
            return False
        self._mode = mode
        return bool(mode.active)

    def _end(self) -> None:
        mode, self._mode = self._mode, None
        if mode is not None:
            with contextlib.suppress(Exception):
                mode.__exit__(None, None, None)
