"""The page and its stream, served by the program itself. Only ``server_thread`` imports this, when the projector opens.

Nothing that a viewer sends changes anything: there is one method, GET, and one request for each connection. The window
that the supervisor opened on this computer can pass on four verbs besides, with POST and a secret of its own.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from aiohttp import web

from facilitator.projector.connection import MOST_CONNECTIONS, MOST_VIEWERS, SILENT, Connection, empty, whole
from facilitator.projector.gate import (
    HEADERS,
    NOT_FOUND,
    OK,
    ON,
    PICTURE_HEADERS,
    TOO_MANY,
    TOO_OFTEN,
    Earlier,
    Gate,
    RateLimit,
    Verb,
)
from facilitator.projector.hub import Hub, Subscriber
from facilitator.projector.own_look import Picture
from facilitator.projector.unguessable import is_same, new_secret
from facilitator.projector.wire import encode_again, is_end

PAGE = Path(__file__).parent / "page"
FILES = {
    "": ("index.html", "text/html"),
    "tile": ("index.html", "text/html"),
    "page.css": ("page.css", "text/css"),
    "page.js": ("page.js", "text/javascript"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
}
STREAM, PICTURE = "stream", "picture"
AGAIN, AFTER = "/again/", "/after/"
"""Asked without the key, before a viewer that has lost its server shows it the key again; and the same when its session
is over, before the wall's window asks how to go on."""
LONGEST_NAME = 64
ONCE_WITHIN = 60.0
"""Seconds in which the address that works once must be opened."""
FIRST_PORT, PORTS = 47600, 20
BEAT_EVERY = 3.0
"""Seconds in which a viewer hears something, so that one who hears nothing knows that it has lost its server."""
SLOW_AFTER = 10.0
"""Seconds after which a viewer that does not read is let go."""
LET_GO_WITHIN = 0.5
"""Seconds that the end waits for viewers to have heard of it."""


class PageServer:
    """One address at which the server listens, with those who watch there."""

    def __init__(
        self,
        hub: Hub,
        changed: Callable[[], None],
        key: str,
        ip: str,
        *,
        window: str = "",
        acted: Callable[[Verb], None] | None = None,
        ready: str = "",
        earlier: Earlier | None = None,
        picture: Picture | None = None,
    ) -> None:
        """``window`` is the secret of the supervisor's own window, ``acted`` is told its verbs; never when shared.

        ``ready`` is what a page says that was just opened and is black. ``earlier`` is what the window of the session
        before shows to be let in; never when shared. ``picture`` is the one for the break.
        """
        self.ip = ip
        self.port = 0
        self.viewers = 0
        self._hub = hub
        self._changed = changed
        self._key = key
        self._window = window
        self._acted = acted
        self._ready = ready
        self._earlier = earlier
        self._picture = picture
        self._limit = RateLimit(time.monotonic())  # noqa: TID251
        self._once = ""
        self._once_until = 0.0
        self._web = web.Server(self._answer, access_log=None, logger=SILENT)
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> str:
        """As a browser takes it."""
        return f"http://{self.ip}:{self.port}/{self._key}/"

    def once(self) -> str:
        """An address that leads to the view one time: it may be seen in the list of processes."""
        self._once = new_secret()
        self._once_until = time.monotonic() + ONCE_WITHIN  # noqa: TID251 (how long, not what time it is)
        return f"http://{self.ip}:{self.port}/{self._once}"

    async def open(self, wanted: int = 0) -> None:
        """Listen, at the wanted port if it is free, else at the first that is.

        Raises:
            OSError: no port can be had.
        """
        loop = asyncio.get_running_loop()
        ports = [*([wanted] if wanted else []), *range(FIRST_PORT, FIRST_PORT + PORTS), 0]
        for port in ports:
            try:
                self._server = await loop.create_server(self.connection, self.ip, port, backlog=MOST_CONNECTIONS)
            except OSError:
                if port == 0:
                    raise
                continue
            break
        assert self._server is not None
        self.listens_at(int(self._server.sockets[0].getsockname()[1]))

    def listens_at(self, port: int) -> None:
        """Be the server at ``port``: whoever calls it by another name or port means somebody else."""
        self.port = port
        names = (self.ip, "localhost") if self.ip == "127.0.0.1" else (self.ip,)
        hosts = frozenset(f"{name}:{self.port}" for name in names)
        self._gate = Gate(self._key, hosts, self._window, self._earlier)

    async def let_go(self) -> None:
        """Wait until those who were told of the end have heard it; one who is slow is not waited for long."""
        until = time.monotonic() + LET_GO_WITHIN  # noqa: TID251
        while self.viewers and time.monotonic() < until:  # noqa: TID251
            await asyncio.sleep(0.01)

    async def close(self) -> None:
        """Listen no longer, and let everybody go at once."""
        if self._server is not None:
            self._server.close()
        await asyncio.sleep(0)  # whoever was let in just before is a connection now
        for connection in self._web.connections:
            if connection.transport is not None:
                connection.transport.abort()
        await self._web.shutdown(timeout=0.1)
        await asyncio.sleep(0)  # an aborted connection lets go of its socket in the loop's next turn

    def connection(self) -> Connection:
        """What speaks with one viewer; the loop runs."""
        return Connection(
            self._web,
            loop=asyncio.get_running_loop(),
            access_log=None,  # type: ignore[arg-type]
            logger=SILENT,
            max_line_size=2_048,
            max_field_size=4_096,
            max_headers=64,
            lingering_time=0.0,
            keepalive_timeout=0.0,
        )

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        connection = request.protocol
        assert isinstance(connection, Connection)
        connection.asked = True
        if request.method == "POST":
            return empty(self._do(request))
        status = self._gate.refusal(request.method, request.headers)
        if status != OK:
            return empty(status)
        if self._is_once(request.path):
            answer = empty(303)
            # What stands behind # is never sent: it reaches this window and no server, log or list of processes.
            answer.headers["Location"] = f"/{self._key}/" + (f"#{self._window}" if self._window else "")
            return answer
        if (said := self._proof(request)) is not None:
            return whole(said.encode(), "text/plain")
        what = self._gate.asked_for(request.path)
        if what == STREAM:
            return await self._stream(request) if self.viewers < MOST_VIEWERS else empty(TOO_MANY)
        if what == PICTURE and self._picture is not None:
            return whole(self._picture.body, self._picture.kind, PICTURE_HEADERS)
        if what is None or what not in FILES:
            return empty(NOT_FOUND)
        name, kind = FILES[what]
        return whole((PAGE / name).read_bytes(), kind)

    def _proof(self, request: web.BaseRequest) -> str | None:
        """What is said to one who has been here before and does not trust us yet, or asks how to go on."""
        host, path = request.headers["Host"], request.path
        if path == ON:
            return self._gate.on(request.headers)
        for asked, answer in ((AGAIN, self._gate.answer), (AFTER, self._gate.answer_of_earlier)):
            if path.startswith(asked) and len(path) <= len(asked) + LONGEST_NAME:
                return answer(host, path.removeprefix(asked))
        return None

    def _do(self, request: web.BaseRequest) -> int:
        """Pass a verb of the supervisor's window on to the desk; returns the status."""
        status, verb = self._gate.verb(request.method, request.path, request.headers)
        if verb is None or self._acted is None:
            return status
        if not self._limit.lets(time.monotonic()):  # noqa: TID251
            return TOO_OFTEN
        self._acted(verb)
        return status

    def _is_once(self, path: str) -> bool:
        """Whether this is the address that works one time; from now on it is none."""
        if not self._once or not is_same(path, f"/{self._once}"):
            return False
        self._once = ""
        return time.monotonic() <= self._once_until  # noqa: TID251

    async def _stream(self, request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        response.force_close()
        self._watch(1)
        try:
            await response.prepare(request)
            name = new_secret()
            await response.write(encode_again(name, self._gate.answer(request.headers["Host"], name), self._ready))
            with self._hub.subscribed() as subscriber:
                message = b""
                while not is_end(message) and await self._keeps_up(request.transport):
                    message = await self._message(subscriber)
                    await response.write(message)
        except OSError:
            pass
        finally:
            self._watch(-1)
        return response

    async def _message(self, subscriber: Subscriber) -> bytes:
        try:
            return await asyncio.wait_for(subscriber.take(), BEAT_EVERY)
        except TimeoutError:
            return self._hub.beat()

    async def _keeps_up(self, transport: asyncio.Transport | None) -> bool:
        """Wait until what was sent has been taken; one who takes nothing is let go."""
        waited = 0.0
        while transport is not None and not transport.is_closing():
            if not transport.get_write_buffer_size():
                return True
            if waited > SLOW_AFTER:
                transport.abort()
                break
            await asyncio.sleep(0.05)
            waited += 0.05
        return False

    def _watch(self, more: int) -> None:
        self.viewers += more
        self._changed()
