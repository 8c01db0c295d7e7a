"""Requests to the page as bytes, through the parser and the server itself: what is let in, and what is obeyed."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from fuzzing_page import IN_PYTHON, KEY, OLD_WINDOW, ONCE, OWN, PORT, SHARED, STRANGE, WINDOW, Hostile, seeds

from facilitator.projector.gate import DONE, FORBIDDEN, NOT_ALLOWED, NOT_FOUND, OK, TOO_LARGE, Gate, Verb
from facilitator.projector.server import PageServer

BAD = 400
OURS = f"Host: 127.0.0.1:{PORT}\r\nOrigin: http://127.0.0.1:{PORT}\r\nSec-Fetch-Site: same-origin\r\n"
ITS_WINDOW = f"{OURS}X-Window: {WINDOW}\r\n"


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    made = Hostile()
    yield made
    made.close()


def test_whatever_the_fuzzer_begins_from_is_answered_as_it_may_be(hostile):
    answers = {hostile.send(seed)[0] for seed in seeds()}
    assert answers >= {OK, DONE, 303, BAD, NOT_FOUND, NOT_ALLOWED, TOO_LARGE, 421}


@pytest.mark.parametrize("parser", [0, IN_PYTHON])
@pytest.mark.parametrize(
    ("which", "request_line", "headers", "status"),
    [
        (OWN, f"GET /{KEY}/", OURS, OK),
        (OWN, f"GET /{KEY}/stream", OURS, OK),
        (OWN, f"GET /{ONCE}", OURS, 303),
        (OWN, "POST /verb/next", ITS_WINDOW, DONE),
        (OWN, "GET /on", f"{OURS}X-Window: {OLD_WINDOW}\r\n", OK),
        (STRANGE, f"GET /{KEY}/", OURS, NOT_FOUND),
        (STRANGE, "POST /verb/next", ITS_WINDOW, NOT_FOUND),
        (SHARED, "POST /verb/next", f"{ITS_WINDOW}".replace("127.0.0.1", "192.0.2.7"), NOT_ALLOWED),
        (OWN, "POST /verb/next", f"Host: 127.0.0.1:{PORT}\r\nX-Window: {WINDOW}\r\n", FORBIDDEN),
        (OWN, "POST /verb/next", f"{ITS_WINDOW}Content-Length: 9\r\n", TOO_LARGE),
        (OWN, f"GET /{KEY}/", OURS.replace("47600", "80"), 421),
        (OWN, f"GET /{KEY}/", f"{OURS}Host: evil.example\r\n", BAD),
        (OWN, f"GET /{KEY}/", OURS + "A: " + "a" * 9000 + "\r\n", BAD),
        (OWN, f"GET /{KEY}/", OURS + "".join(f"A{n}: a\r\n" for n in range(99)), BAD),
        (OWN, "GET /" + "a" * 9000, OURS, BAD),
    ],
)
def test_one_request(hostile, which, parser, request_line, headers, status):
    sent = f"{request_line} HTTP/1.1\r\n{headers}\r\n".encode()
    assert hostile.send(bytes([which | parser]) + sent)[0] == status


@pytest.mark.parametrize("parser", [0, IN_PYTHON])
@pytest.mark.parametrize("line", [b"GET http://abcdef\xb3/", b"CONNECT abcdef\xb3:80", b"GET http://xn--\xb3/"])
def test_what_no_request_can_be_made_of_is_hung_up_on(hostile, parser, line):
    sent = bytes([OWN | parser]) + line + b" HTTP/1.1\r\n" + OURS.encode() + b"\r\n"
    assert hostile.send(sent)[0] in (0, BAD)
    gc.collect()
    assert hostile.send(bytes([OWN]) + f"GET / HTTP/1.1\r\n{OURS}\r\n".encode())[0] == NOT_FOUND


def _everybody(self: Gate, path: str) -> str:
    return path.rpartition("/")[2]


def _obeyed(self: Gate, method: str, path: str, headers: object) -> tuple[int, Verb]:
    return DONE, Verb.NEXT


def _fails(self: PageServer, request: object) -> str:
    raise OverflowError


@pytest.mark.parametrize(
    ("of", "name", "broken"),
    [(Gate, "asked_for", _everybody), (Gate, "verb", _obeyed), (PageServer, "_proof", _fails)],
    ids=["lets everybody in", "obeys everybody", "has a fault"],
)
def test_a_server_that_is_wrong_is_noticed(hostile, monkeypatch, of, name, broken):
    monkeypatch.setattr(of, name, broken)
    sent = f"POST /verb/next HTTP/1.1\r\n{OURS}\r\n" if name == "verb" else f"GET /x/ HTTP/1.1\r\n{OURS}\r\n"
    with pytest.raises(AssertionError):
        hostile.send(bytes([STRANGE]) + sent.encode())
