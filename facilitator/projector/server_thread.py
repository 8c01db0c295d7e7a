"""The server in a thread with a loop of its own: neither its start nor its viewers hold up the desk.

If it cannot start or dies, ``state`` says so and nothing else happens.
"""

import asyncio
import secrets
import threading
from collections.abc import Callable, Coroutine
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.projector.view import View

if TYPE_CHECKING:
    from facilitator.projector.hub import Hub
    from facilitator.projector.server import Door

LOOPBACK = "127.0.0.1"


class State(StrEnum):
    """How the server is."""

    OPENING = "opening"
    OPEN = "open"
    FAILED = "failed"
    CLOSED = "closed"


class Background:
    """The server, seen from the desk's thread; ``changed`` is called in its own when anything here is new."""

    def __init__(self, now: Callable[[], int], changed: Callable[[], None], key: str, port: int) -> None:
        """``key`` and ``port`` are those of before a restart, so that open pages come back; else a new key and 0."""
        self.state = State.OPENING
        self.sharing_failed = False
        """The local network did not let us listen."""
        self._now = now
        self._changed = changed
        self._key = key
        self._wanted_port = port
        self._view: View | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._hub: Hub | None = None
        self._door: Door | None = None
        self._shared: Door | None = None
        self._stop: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._run, name="projector", daemon=True)

    def start(self) -> None:
        """Begin; everything heavy is imported in the thread."""
        self._thread.start()

    @property
    def port(self) -> int:
        """The port on this computer."""
        return self._door.port if self._door is not None else 0

    @property
    def address(self) -> str:
        """Where the view is on this computer; empty while it is not open."""
        return self._door.address if self._door is not None else ""

    @property
    def shared_address(self) -> str:
        """Where it is on the local network; empty while it is not shared."""
        return self._shared.address if self._shared is not None else ""

    @property
    def viewers(self) -> int:
        """How many watch, wherever they are."""
        return sum(door.viewers for door in (self._door, self._shared) if door is not None)

    @property
    def shared_viewers(self) -> int:
        """How many watch over the local network."""
        return self._shared.viewers if self._shared is not None else 0

    def once(self) -> str:
        """An address for the browser that works one time."""
        return self._door.once() if self._door is not None else ""

    def show(self, view: View) -> None:
        """Tell everybody; from any thread."""
        self._view = view
        self._call(lambda: self._hub.show(view) if self._hub is not None else None)

    def share(self, ip: str) -> None:
        """Listen on the local network too, at this one address, under a key of its own."""
        self._call(lambda: self._spawn(self._share(ip)))

    def stop_sharing(self) -> None:
        """Let everybody on the local network go."""
        self._call(lambda: self._spawn(self._stop_sharing()))

    def close(self) -> None:
        """Stop, and wait a moment for it."""
        self._call(lambda: self._stop.set() if self._stop is not None else None)
        self._thread.join(timeout=2.0)
        self.state = State.CLOSED

    def _call(self, what: Callable[[], object]) -> None:
        loop = self._loop
        if loop is not None and not loop.is_closed():
            try:
                loop.call_soon_threadsafe(what)
            except RuntimeError:
                return

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _run(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        try:
            asyncio.run(self._serve())
        except Exception:  # the session goes on whatever happened here
            self.state = State.FAILED
            self._door = self._shared = None
            self._changed()

    async def _serve(self) -> None:
        from facilitator.projector.hub import Hub  # noqa: PLC0415 (start-up)
        from facilitator.projector.server import Door  # noqa: PLC0415 (start-up)

        self._stop = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        # A fault's words could hold values: they go nowhere.
        self._loop.set_exception_handler(lambda loop, context: None)
        self._hub = hub = Hub(self._now)
        door = Door(hub, self._changed, self._key, LOOPBACK)
        await door.open(self._wanted_port)
        if self._view is not None:
            hub.show(self._view)
        self._door = door
        self.state = State.OPEN
        self._changed()
        await self._stop.wait()
        self._door = None
        await self._stop_sharing()
        await door.close()

    async def _share(self, ip: str) -> None:
        from facilitator.projector.server import Door  # noqa: PLC0415 (start-up)

        assert self._hub is not None
        await self._stop_sharing()
        door = Door(self._hub, self._changed, secrets.token_urlsafe(16), ip)
        try:
            await door.open()
        except OSError:
            self.sharing_failed = True
        else:
            self.sharing_failed = False
            self._shared = door
        self._changed()

    async def _stop_sharing(self) -> None:
        door, self._shared = self._shared, None
        if door is not None:
            await door.close()
            self._changed()
