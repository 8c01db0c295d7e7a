"""The server against those who mean no good: on loopback, with nothing but sockets."""

import asyncio
import contextlib
import json
import threading
import time

import pytest
from projector_builders import asked, board, opened, request, serving

from facilitator.projector.connection import MOST_VIEWERS
from facilitator.projector.gate import answer
from facilitator.projector.server import PageServer
from facilitator.projector.server_thread import ServerThread, State
from facilitator.projector.wire import End

KEY = "k" * 22


async def status(port: int, raw: bytes) -> tuple[int, str]:
    async with asked(port, raw) as reader:
        answer = (await asyncio.wait_for(reader.read(100_000), 10)).decode("utf-8", "replace")
    return int(answer.split()[1]) if answer else 0, answer


@pytest.fixture(scope="module")
def port():
    with serving(board(2), KEY) as background:
        yield background.port


REFUSED = {
    "wrong key": (404, "/" + "x" * 22 + "/", {}),
    "no key": (404, "/", {}),
    "a key that is only the beginning": (404, f"/{KEY[:-1]}/", {}),
    "another file": (404, f"/{KEY}/../../wire.py", {}),
    "a foreign name": (421, f"/{KEY}/", {"host": "evil.example"}),
    "a name that points here": (421, f"/{KEY}/", {"host": "127.0.0.1.nip.io:47600"}),
    "no name": (421, f"/{KEY}/", {"host": ""}),
    "a page of another origin": (403, f"/{KEY}/stream", {"more": "Origin: https://evil.example\r\n"}),
    "a page without an origin": (403, f"/{KEY}/stream", {"more": "Origin: null\r\n"}),
    "from another site": (403, f"/{KEY}/stream", {"more": "Sec-Fetch-Site: cross-site\r\n"}),
    "POST": (405, f"/{KEY}/", {"method": "POST"}),
    "PUT": (405, f"/{KEY}/stream", {"method": "PUT"}),
    "OPTIONS": (405, f"/{KEY}/", {"method": "OPTIONS"}),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_it_is_refused_and_nothing_is_told(port: int, name: str):
    wanted, path, more = REFUSED[name]
    got, answer = await status(port, request(port, path, **more))
    assert got == wanted
    assert "majakka" not in answer
    assert "no-store" in answer


@pytest.mark.parametrize(
    ("path", "kind"), [("", "text/html"), ("page.css", "text/css"), ("page.js", "text/javascript")]
)
async def test_the_page_keeps_nothing_and_loads_nothing_from_outside(port: int, path: str, kind: str):
    got, answer = await status(port, request(port, f"/{KEY}/{path}"))
    assert got == 200
    head, _gap, body = answer.partition("\r\n\r\n")
    assert f"Content-Type: {kind}" in head
    assert "Cache-Control: no-store" in head
    assert "default-src 'none'" in head
    assert "frame-ancestors 'none'" in head
    assert "://" not in body.replace("http://www.w3.org/2000/svg", "")
    assert "innerHTML" not in body


@pytest.mark.parametrize(
    "raw",
    [b"\x00\x01\x02\x03\r\n\r\n", b"GET " + b"/" * 9_000 + b" HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00",
     b"GET / HTTP/1.1\r\n" + b"A: " + b"b" * 9_000 + b"\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"],
)  # fmt: skip
async def test_garbage_is_answered_shortly_or_not_at_all(port: int, raw: bytes, capfd):
    got, _answer = await status(port, raw)
    assert got in (0, 400, 404, 421)
    out = capfd.readouterr()
    assert not out.out + out.err


async def test_half_a_request_is_hung_up_on(port: int):
    before = time.monotonic()
    got, answer = await status(port, b"GET / HTTP/1.1\r\nHo")
    assert (got, answer) == (0, "") or got == 400
    assert time.monotonic() - before < 9


async def test_200_viewers_see_every_change_and_the_desk_is_not_held_up():
    with serving(board(1), KEY) as background:
        async with contextlib.AsyncExitStack() as stack:
            raw = request(background.port, f"/{KEY}/stream")
            readers = [await stack.enter_async_context(asked(background.port, raw)) for _each in range(200)]
            await asyncio.gather(*(reader.readuntil(b"majakka") for reader in readers))
            assert background.viewers == 200
            before = time.perf_counter()
            background.show(board(2))
            assert time.perf_counter() - before < 0.05
            await asyncio.wait_for(asyncio.gather(*(reader.readuntil(b"silta") for reader in readers)), 20)


async def test_there_is_a_most_of_viewers():
    with serving(board(1), KEY) as background:
        async with contextlib.AsyncExitStack() as stack:
            raw = request(background.port, f"/{KEY}/stream")
            for _each in range(MOST_VIEWERS):
                reader = await stack.enter_async_context(asked(background.port, raw))
                await reader.readuntil(b"majakka")
            assert (await status(background.port, raw))[0] == 503


async def test_one_who_never_reads_holds_nobody_up():
    with serving(board(1), KEY) as background:
        raw = request(background.port, f"/{KEY}/stream")
        async with asked(background.port, raw), asked(background.port, raw) as reader:
            await reader.readuntil(b"majakka")
            for count in range(200):
                background.show(board(1 + count % 6))
            background.show(board(2, light=True))
            await asyncio.wait_for(reader.readuntil(b'"light":true'), 10)


async def test_a_port_that_is_taken_is_passed_over_and_an_address_works_once():
    with serving(board(1), KEY) as first, serving(board(1), KEY) as second:
        assert first.port != second.port
        once = first.once().rpartition("/")[2]
        got, answer = await status(first.port, request(first.port, f"/{once}"))
        assert got == 303
        assert f"Location: /{KEY}/" in answer
        assert (await status(first.port, request(first.port, f"/{once}")))[0] == 404


async def test_an_address_that_works_once_works_for_a_minute_only(monkeypatch):
    with serving(board(1), KEY) as server:
        monkeypatch.setattr("facilitator.projector.server.ONCE_WITHIN", -1.0)
        once = server.once().rpartition("/")[2]
        assert (await status(server.port, request(server.port, f"/{once}")))[0] == 404


@pytest.mark.parametrize("raw", [None, b"\x00\x01\r\n\r\n", b"GET /x HTTP/1.1\r\nHost: evil\r\n\r\n"])
async def test_no_answer_tells_a_version(port: int, raw: bytes | None):
    _got, answer = await status(port, raw or request(port, f"/{KEY}/"))
    assert "aiohttp" not in answer
    assert "Python" not in answer


async def test_only_the_server_itself_can_prove_that_it_is_the_one(port: int):
    async with asked(port, request(port, f"/{KEY}/stream")) as reader:
        await reader.readuntil(b"data: ")
        told = json.loads(await reader.readline())
    got, said = await status(port, request(port, f"/again/{told['name']}"))
    assert (got, said.rpartition("\r\n\r\n")[2]) == (200, told["answer"])
    with serving(board(1), KEY) as elsewhere:
        _got, said = await status(elsewhere.port, request(elsewhere.port, f"/again/{told['name']}"))
        assert told["answer"] not in said
    assert (await status(port, request(port, "/again/" + "x" * 65)))[0] == 404


async def test_when_the_session_is_over_every_viewer_hears_it_and_nothing_more():
    with serving(board(1), KEY) as server:
        async with asked(server.port, request(server.port, f"/{KEY}/stream")) as reader:
            await reader.readuntil(b"majakka")
            await asyncio.to_thread(server.close, End("fi", "Istunto on päättynyt."))
            rest = await asyncio.wait_for(reader.read(), 10)
    assert rest.rpartition(b"event: end\ndata: ")[2].startswith(b'{"language":"fi","text":"Istunto')
    assert b"majakka" not in rest.rpartition(b"event: end")[2]


def test_closed_before_it_listens_it_never_listens(monkeypatch):
    slowly = threading.Event()
    opened_ports = []
    real = PageServer.open

    async def open_late(self, wanted=0):
        await real(self, wanted)
        opened_ports.append(self.port)

    monkeypatch.setattr(PageServer, "open", open_late)
    monkeypatch.setattr(ServerThread, "_serve", _late(ServerThread._serve, slowly))
    server = ServerThread(lambda: 0, lambda: None, KEY, 0)
    server.start()
    server.close()
    slowly.set()
    server._thread.join(20)
    assert not server._thread.is_alive()
    assert not opened_ports
    assert server.state is State.CLOSED


def _late(serve, until):
    async def late(self):
        await asyncio.to_thread(until.wait)
        await serve(self)

    return late


async def test_after_a_restart_the_same_address_works():
    with serving(board(1), KEY) as before:
        port = before.port
    with serving(board(1), KEY, port) as after:
        assert after.address == f"http://127.0.0.1:{port}/{KEY}/"


def test_sharing_has_a_key_of_its_own_and_stops_at_once():
    changes = []
    background = ServerThread(lambda: 0, lambda: changes.append(1), KEY, 0)
    background.start()
    opened(background)
    background.share("127.0.0.2")
    until = time.monotonic() + 10
    while not background.shared_address and time.monotonic() < until:
        time.sleep(0.01)
    assert background.shared_address.startswith("http://127.0.0.2:")
    assert KEY not in background.shared_address
    background.stop_sharing()
    while background.shared_address and time.monotonic() < until:
        time.sleep(0.01)
    assert not background.shared_address
    background.share("192.0.2.77")
    while not background.sharing_failed and time.monotonic() < until:
        time.sleep(0.01)
    assert background.sharing_failed
    assert background.state is State.OPEN
    background.close()


def test_a_server_that_cannot_start_says_so_and_nothing_else(monkeypatch):
    async def never(*_anything):
        raise OSError("no")

    monkeypatch.setattr("facilitator.projector.server.PageServer.open", never)
    background = ServerThread(lambda: 0, lambda: None, KEY, 0)
    background.start()
    until = time.monotonic() + 10
    while background.state is State.OPENING and time.monotonic() < until:
        time.sleep(0.01)
    assert background.state is State.FAILED
    background.show(board(1))
    background.close()


def test_a_name_that_is_no_text_has_an_answer_too():
    """aiohttp's parser in Python hands such bytes on; the one in C refuses them."""
    assert answer(KEY, "127.0.0.1:1", "\udc80") != answer(KEY, "127.0.0.1:1", "x")
