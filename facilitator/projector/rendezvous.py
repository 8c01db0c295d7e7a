"""How ``facilitator project`` and the running session find each other: two small files in the data folder.

``projector.wanted`` says that a second terminal is waiting; ``projector.json`` says where the view is. The second is
readable by its owner alone, holds nothing of the session, and goes when the session ends. It stays while a session is
unfinished, so that a page comes back by itself when the program is started again.
"""

import contextlib
import os
from collections.abc import Callable
from concurrent.futures import Future, wait
from pathlib import Path

import msgspec
from msgspec import Struct

from facilitator.daemon_threads import DaemonThreads
from sessions.store.files import replace_file

HERE, WANTED = "projector.json", "projector.wanted"
MOST_BYTES = 1_000
PATIENCE = 0.05
"""Seconds that the screen waits at most for the disk."""


class Meeting(Struct, frozen=True):
    """Where the view of a session is."""

    port: int
    key: str
    """The unguessable part of the address."""
    session: int
    """The session's uid: a page of another one is not taken over."""
    window: str = ""
    """The secret of the supervisor's own window, so that it is not deaf after a restart."""

    @property
    def host(self) -> str:
        """The server and its port."""
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """As a browser takes it."""
        return f"http://{self.host}/{self.key}/"


class Rendezvous:
    """The two files."""

    def __init__(self, folder: Path) -> None:
        self._here = folder / HERE
        self._wanted = folder / WANTED
        self._in_order = DaemonThreads(1, "rendezvous")
        """Does one after the other what a slow disk takes long for; its thread begins with the first of it."""
        self._looking: Future[bool] | None = None
        self._was_wanted = False
        """When it was last looked."""

    def announce(self, meeting: Meeting) -> None:
        """Say where the view is. Where it cannot be written, the browser works all the same."""
        self._do(lambda: replace_file(self._here, msgspec.json.encode(meeting)))

    def meeting(self) -> Meeting | None:
        """Where the view is said to be; None when nobody says so."""
        try:
            with self._here.open("rb") as file:
                return msgspec.json.decode(file.read(MOST_BYTES), type=Meeting)
        except (OSError, ValueError):
            return None

    def want(self) -> None:
        """Say that somebody waits for the view. The folder is not made for it: its first start is the desk's."""
        with contextlib.suppress(OSError):
            os.close(os.open(self._wanted, os.O_WRONLY | os.O_CREAT, 0o600))

    @property
    def is_wanted(self) -> bool:
        """Whether somebody waits: now, or on a slow disk when it was last looked."""
        if self._looking is None:
            self._looking = self._in_order.submit(self._wanted.exists)
            wait([self._looking], PATIENCE)
        if self._looking.done():
            self._was_wanted = self._looking.exception() is None and self._looking.result()
            self._looking = None
        return self._was_wanted

    def answered(self) -> None:
        """Nobody waits any more."""
        self._was_wanted = False
        self._do(lambda: self._wanted.unlink(missing_ok=True))

    def clear(self) -> None:
        """The session has ended: nothing is left."""
        self.answered()
        self._do(lambda: self._here.unlink(missing_ok=True))

    def _do(self, what: Callable[[], None]) -> None:
        def done() -> None:
            with contextlib.suppress(OSError):
                what()

        wait([self._in_order.submit(done)], PATIENCE)
