"""The server in a thread with a loop of its own: neither its start nor its viewers hold up the desk.

If it cannot start or dies, ``state`` says so and nothing else happens.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.projector.gate import Earlier, Verb
from facilitator.projector.own_look import Picture
from facilitator.projector.unguessable import new_secret
from facilitator.projector.view import View

if TYPE_CHECKING:
    from facilitator.projector.hub import Hub
    from facilitator.projector.server import PageServer
    from facilitator.projector.wire import End

LOOPBACK = "127.0.0.1"


class State(StrEnum):
    """How the server is."""

    OPENING = "opening"
    OPEN = "open"
    FAILED = "failed"
    CLOSED = "closed"


class ServerThread:
    """The server, seen from the desk's thread; ``changed`` is called in its own when anything here is new."""

    def __init__(
        self,
        now: Callable[[], int],
        changed: Callable[[], None],
        key: str,
        port: int,
        *,
        window: str = "",
        acted: Callable[[Verb], None] | None = None,
        ready: str = "",
        earlier: Earlier | None = None,
        picture: Picture | None = None,
    ) -> None:
        """``key``, ``port`` and ``window`` are those of before a restart, so that open pages come back; else new.

        ``earlier`` is what the wall's window knows of the session before, ``picture`` the one for the break.

        ``acted`` is told the verbs of the window that knows the secret ``window``, in the server's thread.
        """
        self.state = State.OPENING
        self.sharing_failed = False
        """The local network did not let us listen."""
        self._now = now
        self._changed = changed
        self._key = key
        self._window = window
        self._acted = acted
        self._ready = ready
        self._earlier = earlier
        self._picture = picture
        self._wanted_port = port
        self._view: View | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._hub: Hub | None = None
        self._local: PageServer | None = None
        self._shared: PageServer | None = None
        self._stop: asyncio.Event | None = None
        self._closing = threading.Event()
        self._end: End | None = None
        self._thread = threading.Thread(target=self._run, name="projector", daemon=True)

    def start(self) -> None:
        """Begin; everything heavy is imported in the thread."""
        self._thread.start()

    @property
    def port(self) -> int:
        """The port on this computer."""
        return self._local.port if self._local is not None else 0

    @property
    def address(self) -> str:
        """Where the view is on this computer; empty while it is not open."""
        return self._local.address if self._local is not None else ""

    @property
    def shared_address(self) -> str:
        """Where it is on the local network; empty while it is not shared."""
        return self._shared.address if self._shared is not None else ""

    @property
    def viewers(self) -> int:
        """How many watch, wherever they are."""
        return sum(server.viewers for server in (self._local, self._shared) if server is not None)

    @property
    def shared_viewers(self) -> int:
        """How many watch over the local network."""
        return self._shared.viewers if self._shared is not None else 0

    def once(self) -> str:
        """An address for the browser that works one time."""
        return self._local.once() if self._local is not None else ""

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

    def close(self, end: "End | None" = None) -> None:
        """Stop, and wait a moment for it; a server that is only beginning stops as soon as it can.

        ``end`` tells every viewer that the session is over; without it they wait for the server to come back.
        """
        self._end = end
        self._closing.set()
        begun = self._loop is not None
        self._call(lambda: self._stop.set() if self._stop is not None else None)
        if begun:
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
            self._local = self._shared = None
            self._changed()

    async def _serve(self) -> None:
        from facilitator.projector.hub import Hub  # noqa: PLC0415 (start-up)
        from facilitator.projector.server import PageServer  # noqa: PLC0415 (start-up)

        self._stop = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        # A fault's words could hold values: they go nowhere.
        self._loop.set_exception_handler(lambda loop, context: None)
        self._hub = hub = Hub(self._now)
        server = PageServer(
            hub, self._changed, self._key, LOOPBACK, window=self._window, acted=self._acted, ready=self._ready,
            earlier=self._earlier, picture=self._picture,
        )  # fmt: skip
        if self._closing.is_set():
            return
        await server.open(self._wanted_port)
        if self._view is not None:
            hub.show(self._view)
        if not self._closing.is_set():
            self._local = server
            self.state = State.OPEN
            self._changed()
            await self._stop.wait()
        if self._end is not None:
            hub.end(self._end)
            await asyncio.gather(*(each.let_go() for each in (server, self._shared) if each is not None))
        self._local = None
        await self._stop_sharing()
        await server.close()

    async def _share(self, ip: str) -> None:
        from facilitator.projector.server import PageServer  # noqa: PLC0415 (start-up)

        assert self._hub is not None
        await self._stop_sharing()
        server = PageServer(self._hub, self._changed, new_secret(), ip, picture=self._picture)
        try:
            await server.open()
        except OSError:
            self.sharing_failed = True
        else:
            self.sharing_failed = False
            self._shared = server
        self._changed()

    async def _stop_sharing(self) -> None:
        server, self._shared = self._shared, None
        if server is not None:
            await server.close()
            self._changed()
