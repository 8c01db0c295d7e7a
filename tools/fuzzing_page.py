"""Whatever comes over a connection to the page: through the parser of aiohttp and the real ``PageServer``, no socket.

The first byte says how it comes: to which server, through which of aiohttp's two parsers, in how small pieces.
``fuzzing.py`` has the rest. What is let in and what is obeyed is judged by the bytes alone, not by the gate.
"""

import asyncio
import logging
import re
import socket
from collections.abc import Iterator
from random import Random
from unittest.mock import patch
from urllib.parse import unquote_to_bytes

from aiohttp import web_protocol
from aiohttp.http_parser import HttpRequestParserPy

from facilitator.projector import server
from facilitator.projector.gate import HEADERS, WINDOW_HEADER, Earlier, Verb
from facilitator.projector.hub import Hub
from facilitator.projector.own_look import Picture
from facilitator.projector.view import BLACK

PORT = 47600
KEY, WINDOW, ONCE, OLD_KEY, OLD_WINDOW = "k" * 22, "w" * 22, "o" * 22, "e" * 22, "f" * 22
UNKNOWN = "u" * 22
"""A secret that no seed has: whoever does not know it is let in nowhere."""
OWN, SHARED, STRANGE = range(3)
"""The servers: on this computer with its window; on the local network; one whose secrets are not known."""
IN_PYTHON = 4
"""In the first byte: aiohttp's own parser, whose ways the fuzzer sees, in the place of the one in C."""
PIECES = (20_000, 1, 7, 64)
"""Bytes that come at once, by what is left of the first byte."""
PROOF = re.compile(rb"[0-9a-f]{64}")
WAY = re.compile(rb"/[^/#]+/#[^/#]+")
"""Where the window of the session before is sent on to."""
STATUSES = frozenset({200, 204, 303, 400, 403, 404, 405, 413, 421, 429})
TURNS = 40
"""Of the loop, after which everything must have been done."""
PICTURE = Picture("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>")


class Line(asyncio.Transport):
    """A connection that only remembers what was written."""

    def __init__(self, loop: asyncio.AbstractEventLoop, protocol: asyncio.Protocol, unused: socket.socket) -> None:
        super().__init__({"peername": ("127.0.0.1", 50_000), "socket": unused})
        self.written = bytearray()
        self._loop = loop
        self._protocol = protocol
        self._closing = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written += data

    def is_closing(self) -> bool:
        return self._closing

    def close(self) -> None:
        if not self._closing:
            self._closing = True
            self._loop.call_soon(self._protocol.connection_lost, None)

    abort = close

    def get_write_buffer_size(self) -> int:
        return 0

    def pause_reading(self) -> None:
        """Whoever sends does not wait."""

    resume_reading = pause_reading


class Faults(logging.Handler):
    """What aiohttp would have logged: a fault in what serves."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(str(record.exc_info or record.getMessage()))

    def asked(self, _loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        """As the loop tells it."""
        self.found.append(str(context.get("exception") or context["message"]))


class Hostile:
    """One who sends bytes, and judges what comes of them."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._faults = Faults()
        self.loop.set_exception_handler(self._faults.asked)
        logging.getLogger("facilitator.silent").addHandler(self._faults)
        self._in_c = web_protocol.HttpRequestParser
        self._hub = Hub(lambda: 0)
        self._unused = socket.socket()

    def close(self) -> None:
        """Leave nothing behind."""
        logging.getLogger("facilitator.silent").removeHandler(self._faults)
        self._unused.close()
        self.loop.close()

    def send(self, data: bytes) -> tuple[int, bytes]:
        """Send, hang up, and judge; returns the status and the body, 0 where nothing was answered."""
        way, sent = (data[0], data[1:]) if data else (0, b"")
        which = min(way % 4, STRANGE)
        parser = HttpRequestParserPy if way & IN_PYTHON else self._in_c
        with (
            patch.object(web_protocol, "HttpRequestParser", parser),
            patch.object(server, "new_secret", return_value=ONCE),
        ):
            answered, acted = self.loop.run_until_complete(self._connect(which, sent, PIECES[way // 8 % 4]))
        return judged(which, sent, answered, acted)

    async def _connect(self, which: int, sent: bytes, piece: int) -> tuple[bytes, list[Verb]]:
        acted: list[Verb] = []
        page = self._server(which, acted)
        connection = page.connection()
        line = Line(self.loop, connection, self._unused)
        connection.connection_made(line)
        for begin in range(0, len(sent), piece):
            if line.is_closing():
                break
            connection.data_received(sent[begin : begin + piece])
            await asyncio.sleep(0)
        for _turn in range(TURNS):
            if line.is_closing():
                break
            await asyncio.sleep(0)
        line.close()
        me = asyncio.current_task()
        for _turn in range(TURNS):
            await asyncio.sleep(0)
            self._hub.show(BLACK)
            if asyncio.all_tasks() == {me} and not page.viewers:
                break
        else:
            raise AssertionError("something goes on behind one who has gone")
        if self._faults.found:
            raise AssertionError(f"a fault in what serves, now or a little before: {self._faults.found}")
        return bytes(line.written), acted

    def _server(self, which: int, acted: list[Verb]) -> server.PageServer:
        match which:
            case 0:
                page = server.PageServer(
                    self._hub, lambda: None, KEY, "127.0.0.1", window=WINDOW, acted=acted.append, ready="x",
                    earlier=Earlier(OLD_KEY, OLD_WINDOW, PORT), picture=PICTURE,
                )  # fmt: skip
                page.once()
            case 1:
                page = server.PageServer(self._hub, lambda: None, KEY, "192.0.2.7")
            case _:
                page = server.PageServer(
                    self._hub, lambda: None, UNKNOWN, "127.0.0.1", window=UNKNOWN, acted=acted.append,
                    earlier=Earlier(UNKNOWN, UNKNOWN, PORT),
                )  # fmt: skip
        page.listens_at(PORT)
        return page


def judged(which: int, sent: bytes, answered: bytes, acted: list[Verb]) -> tuple[int, bytes]:
    """The status and the body of an answer that may be given to these bytes; raises ``AssertionError`` if not."""
    if not answered:
        assert not acted, "obeyed without an answer"
        return 0, b""
    head, _blank, body = answered.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    found = re.fullmatch(rb"HTTP/\d\.\d (\d{3}) [A-Za-z ]+", first)
    assert found, f"no answer of HTTP: {first!r}"
    status, said = int(found[1]), dict(line.split(b": ", 1) for line in lines)
    assert status in STATUSES, f"status {status}"
    for name, value in HEADERS.items():
        if name != "Content-Security-Policy" or said.get(b"Content-Type", b"").startswith(b"text/"):
            assert said.get(name.encode()) == value.encode(), f"{name} is not as it must be"
    knows = unquote_to_bytes(sent)
    is_way = WAY.fullmatch(body) is not None
    is_page = status == 200 and not is_way and not PROOF.fullmatch(body)
    assert status == 200 or not body, "words beside a refusal"
    assert not is_page or (KEY.encode() in knows and which != STRANGE), "let in without the key"
    assert not is_way or (OLD_WINDOW.encode() in knows and which == OWN), "told the way without a secret"
    assert status != 303 or (ONCE.encode() in knows and which == OWN), "led in without the address that works once"
    for secret in (KEY, WINDOW, UNKNOWN):
        told = secret.encode() in answered
        assert not told or status == 303 or is_way, "a secret was told"
    assert len(acted) <= 1, "obeyed twice"
    assert bool(acted) == (status == 204), "an answer that does not fit what was done"
    assert not acted or (which == OWN and WINDOW.encode() in sent and b"POST" in sent), "obeyed without the secret"
    return status, body


def seeds() -> Iterator[bytes]:
    """What the fuzzer begins from: everything that can be asked, rightly, and the usual ways to ask wrongly."""
    own = f"Host: 127.0.0.1:{PORT}\r\nOrigin: http://127.0.0.1:{PORT}\r\nSec-Fetch-Site: same-origin\r\n"
    files = ("", "tile", "page.css", "page.js", "icon.svg", "stream", "picture", "nothing")
    asked = [f"GET /{KEY}/{name}" for name in files]
    asked += [f"GET /{ONCE}", "GET /again/name", "GET /after/name", "GET /", "GET /favicon.ico", f"HEAD /{KEY}/"]
    asked += [
        f"GET http://127.0.0.1:{PORT}/{KEY}/",
        f"GET http://\udcb3x/{KEY}/",
        f"CONNECT 127.0.0.1:{PORT}",
        "OPTIONS *",
        f"GET /{KEY}/../{KEY}/",
    ]
    asked += [f"GET /%{ord('k'):x}{KEY[1:]}/stream", f"GET //{KEY}/", f"GET /{KEY}/?a=b#c", f"PRI /{KEY}/stream"]
    windows = [f"POST /verb/{name}" for name in (*Verb, "stop", "next?x=1", "%6eext")]
    upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    ends = ["", upgrade, "Expect: 100-continue\r\n", "Connection: keep-alive\r\nRange: bytes=0-9\r\n"]
    for number, line in enumerate(asked):
        head = f"{line} HTTP/1.1\r\n{own}{ends[number % len(ends)]}\r\n".encode("utf-8", "surrogateescape")
        yield bytes([number % 32]) + head
        yield bytes([OWN | (IN_PYTHON if number % 2 else 0)]) + head
    for number, line in enumerate(windows):
        head = f"{line} HTTP/1.1\r\n{own}{WINDOW_HEADER}: {WINDOW}\r\n"
        yield bytes([OWN | (IN_PYTHON if number % 2 else 0)]) + f"{head}\r\n".encode()
        yield bytes([number * 4 % 32]) + f"{head}Content-Length: 3\r\n\r\nabc".encode()
        yield bytes([number * 4 % 32]) + f"{head}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n".encode()
    yield bytes([OWN]) + f"GET /on HTTP/1.1\r\n{own}{WINDOW_HEADER}: {OLD_WINDOW}\r\n\r\n".encode()
    yield bytes([SHARED]) + f"GET /{KEY}/stream HTTP/1.1\r\nHost: 192.0.2.7:{PORT}\r\n\r\n".encode()
    twice = f"POST /verb/next HTTP/1.1\r\n{own}{WINDOW_HEADER}: {WINDOW}\r\n\r\n".encode()
    yield bytes([OWN]) + twice + twice
    yield bytes([OWN | IN_PYTHON]) + b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
    yield bytes([OWN]) + b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"


def changed_request(data: bytes, chance: Random) -> bytes:
    """A request with one line of it gone, there twice, somewhere else, or in its place one of another request."""
    lines = data[1:].split(b"\r\n")
    place = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[place]
        case 1:
            lines.insert(chance.randrange(len(lines)), lines[place])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(place))
        case _:
            lines[place] = chance.choice(_LINES)
    return bytes([chance.choice((data[0], chance.randrange(32)))]) + b"\r\n".join(lines)


_LINES = sorted({line for seed in seeds() for line in seed[1:].split(b"\r\n")})
