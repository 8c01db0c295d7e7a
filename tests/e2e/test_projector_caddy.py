"""The wall of a remote group behind Caddy (docs/examples/Caddyfile): reading goes through, and nothing else does."""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

for folder in (Path(__file__).parent, Path(__file__).parent.parent / "projector"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from projector_builders import asked, board, request, serving
from projector_chromium import chromium, shows

CADDY = shutil.which("caddy")
CADDYFILE = Path(__file__).parents[2] / "docs" / "examples" / "Caddyfile"
KEY, WINDOW = "k" * 22, "w" * 22

pytestmark = [pytest.mark.e2e, pytest.mark.skipif(CADDY is None, reason="caddy is not installed")]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def caddy(source: int, folder: Path):
    """Caddy in front of the program's port, on loopback and without TLS; its port, and what it wrote."""
    port, log = free_port(), folder / "caddy.log"
    surroundings = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder),
        "WALL_SITE": f"http://wall.example:{port}", "WALL_SOURCE": f"127.0.0.1:{source}",
    }  # fmt: skip
    with log.open("wb") as written:
        program = subprocess.Popen(
            [CADDY, "run", "--config", str(CADDYFILE), "--adapter", "caddyfile"],
            env=surroundings, cwd=folder, stdin=subprocess.DEVNULL, stdout=written, stderr=written,
        )  # fmt: skip
        try:
            until = time.monotonic() + 20
            while time.monotonic() < until:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield port, log
        finally:
            program.terminate()
            program.wait(20)


@pytest.fixture
def heard():
    return []


@pytest.fixture
def server(heard):
    with serving(board(2), KEY, window=WINDOW, acted=heard.append) as background:
        yield background


@pytest.fixture
def front(server, tmp_path):
    with caddy(server.port, tmp_path) as (port, _log):
        yield port


def get(port: int, path: str, *, method: str = "GET", host: str | None = None, more: str = "") -> tuple[int, str]:
    async def ask() -> str:
        raw = request(
            port, path, method=method, host=host or f"wall.example:{port}", more=f"Connection: close\r\n{more}"
        )
        async with asked(port, raw) as reader:
            answer = b""
            while part := await asyncio.wait_for(reader.read(65_536), 10):
                answer += part
                if b"majakka" in answer:
                    break
            return answer.decode("utf-8", "replace")

    answer = asyncio.run(ask())
    return (int(answer.split()[1]) if answer else 0), answer


def test_the_page_and_its_stream_go_through_as_they_are(front):
    for path in (
        f"/{KEY}/",
        f"/{KEY}/page.css",
        f"/{KEY}/page.js",
        f"/{KEY}/icon.svg",
        f"/{KEY}/tile",
        f"/{KEY}/picture",
    ):
        status, answer = get(front, path)
        assert status == 200, path
        assert "no-store" in answer
        assert "Content-Security-Policy: default-src 'none'" in answer
    assert "majakka" in get(front, f"/{KEY}/stream")[1]


def test_a_browser_behind_it_watches_and_comes_back_after_a_restart(server, front, heard):
    with chromium("--host-resolver-rules=MAP wall.example 127.0.0.1") as browser:
        page = browser.new_page()
        page.goto(f"http://wall.example:{front}/{KEY}/")
        shows(page, "goals")
        for key in ("PageDown", "b", "p", " "):
            page.keyboard.press(key)
        port = server.port
        server.close()
        with serving(board(3), KEY, port):
            page.wait_for_function("() => document.querySelectorAll('.card').length === 3", timeout=20_000)
        page.close()
    assert heard == []


REFUSED = {
    "a verb": ("POST", "/verb/next", ""),
    "a verb with all it needs": (
        "POST", "/verb/next",
        f"Origin: http://127.0.0.1:47600\r\nSec-Fetch-Site: same-origin\r\nX-Window: {WINDOW}\r\nContent-Length: 0\r\n",
    ),
    "a verb as GET": ("GET", "/verb/next", f"X-Window: {WINDOW}\r\n"),
    "the way on": ("GET", "/on", f"X-Window: {WINDOW}\r\nSec-Fetch-Site: same-origin\r\n"),
    "the proof for a window": ("GET", "/after/name", ""),
    "no key": ("GET", "/", ""),
    "a wrong key": ("GET", f"/{'x' * 22}/", ""),
    "another file": ("GET", f"/{KEY}/../../etc/passwd", ""),
    "another file, hidden": ("GET", f"/{KEY}/%2e%2e/%2e%2e/etc/passwd", ""),
    "a body": ("POST", f"/{KEY}/", "Content-Length: 0\r\n"),
    "PUT": ("PUT", f"/{KEY}/stream", "Content-Length: 0\r\n"),
    "a page of another origin": ("GET", f"/{KEY}/stream", "Origin: https://evil.example\r\n"),
    "another site": ("GET", f"/{KEY}/stream", "Sec-Fetch-Site: cross-site\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_else_goes_through(front, heard, name):
    method, path, more = REFUSED[name]
    status, answer = get(front, path, method=method, more=more)
    assert status in (400, 403, 404, 405), answer
    assert "majakka" not in answer
    assert WINDOW not in answer
    assert heard == []


def test_the_one_time_address_and_other_names_are_not_let_through(server, front):
    once = server.once().rpartition("/")[2]
    status, answer = get(front, f"/{once}")
    assert status == 404
    assert WINDOW not in answer
    for host in (f"127.0.0.1:{front}", f"localhost:{front}", "evil.example", f"127.0.0.1:{server.port}"):
        assert "majakka" not in get(front, f"/{KEY}/stream", host=host)[1]


def test_the_program_itself_still_answers_to_its_loopback_names_alone(server):
    assert get(server.port, f"/{KEY}/", host="wall.example")[0] == 421
    for more in ("X-Forwarded-Host: 127.0.0.1\r\n", "Forwarded: host=127.0.0.1\r\n"):
        assert get(server.port, f"/{KEY}/", host="wall.example", more=more)[0] == 421


def test_the_key_is_written_down_nowhere_not_even_when_the_program_is_gone(tmp_path):
    with serving(board(1), KEY) as server:
        port = server.port
    with socket.socket() as kept, caddy(port, tmp_path) as (front, log):
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("127.0.0.1", port))  # nobody listens, and no other test is given it
        assert get(front, f"/{KEY}/")[0] == 502
        assert get(front, f"/{KEY}/stream")[0] == 502
    assert KEY not in log.read_text()
    assert [path for path in tmp_path.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()] == []
