"""Who is let in, and what every answer says: values only, no network."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from facilitator.projector.unguessable import is_same, proof

OK, DONE, FORBIDDEN, NOT_FOUND, NOT_ALLOWED, TOO_LARGE, MISDIRECTED, TOO_OFTEN, TOO_MANY = (
    200, 204, 403, 404, 405, 413, 421, 429, 503,
)  # fmt: skip
WINDOW_HEADER = "X-Window"
"""Carries the secret of the wall's own window. A page of another origin cannot send it without asking first."""
BURST, PER_SECOND = 8, 8.0
"""How many verbs may come at once, and how many a second after that: more than a thumb can press."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "facilitator",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


PICTURE_HEADERS = {**HEADERS, "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'"}
"""A drawing opened by itself would be a page: it may do nothing."""


class Verb(StrEnum):
    """All that the wall's own window can ask of the desk."""

    NEXT = "next"
    BACK = "back"
    PAUSE = "pause"
    BLACK = "black"


VERBS = "/verb/"
ON = "/on"
"""Where the wall's window asks, when its session is over, how to go on with the next one."""


class Earlier(Struct, frozen=True):
    """What the wall's window knows from the session before, so that one window serves the whole day."""

    key: str
    window: str
    port: int


class RateLimit:
    """Lets so much through and no more; the newest is refused, nothing waits."""

    def __init__(self, now: float) -> None:
        """``now`` in seconds, on any clock that does not go back."""
        self._left = float(BURST)
        self._at = now

    def lets(self, now: float) -> bool:
        """Whether one more may come at ``now``."""
        self._left = min(BURST, self._left + (now - self._at) * PER_SECOND)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


def answer(key: str, host: str, name: str) -> str:
    """What the server with ``key`` at ``host`` (with its port) answers to one who asks ``name``."""
    return proof(key, f"{host.lower()} {name}")


class Gate(Struct, frozen=True):
    """One address under which the view can be had."""

    key: str
    """The unguessable part of the path."""
    hosts: frozenset[str]
    """What a browser that means us calls us, with the port: another name may be an attacker's that points here."""
    window: str = ""
    """The secret with which the window that the supervisor opened passes verbs on; empty where there is none."""
    earlier: Earlier | None = None
    """The secrets of the session before, for its window alone; nothing else is had with them."""

    def refusal(self, method: str, headers: Mapping[str, str]) -> int:
        """The status with which a request is refused whatever it asks for; ``OK`` when it is not."""
        if method != "GET":
            return NOT_ALLOWED
        if headers.get("Host", "").lower() not in self.hosts:
            return MISDIRECTED
        if headers.get("Origin", "") not in {"", *(f"http://{host}" for host in self.hosts)}:
            return FORBIDDEN
        if headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return FORBIDDEN
        return OK

    def verb(self, method: str, path: str, headers: Mapping[str, str]) -> tuple[int, Verb | None]:
        """The verb that the wall's own window passes on, or the status with which it is refused.

        Stricter than reading: the browser must say that its own page asks, and must know the secret of the window.
        """
        if method != "POST" or not self.window or not path.startswith(VERBS):
            return NOT_ALLOWED, None
        if headers.get("Host", "").lower() not in self.hosts:
            return MISDIRECTED, None
        if headers.get("Origin") not in {f"http://{host}" for host in self.hosts}:
            return FORBIDDEN, None
        if headers.get("Sec-Fetch-Site") != "same-origin":
            return FORBIDDEN, None
        if headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in headers:
            return TOO_LARGE, None
        said = headers.get(WINDOW_HEADER, "")
        if not is_same(said, self.window):
            return NOT_FOUND, None
        name = path.removeprefix(VERBS)
        return (DONE, Verb(name)) if name in set(Verb) else (NOT_FOUND, None)

    def on(self, headers: Mapping[str, str]) -> str | None:
        """The way on for the window of the session before: the new path with the new secret; None for anybody else."""
        if self.earlier is None or headers.get("Sec-Fetch-Site") != "same-origin":
            return None
        said = headers.get(WINDOW_HEADER, "")
        return f"/{self.key}/#{self.window}" if is_same(said, self.earlier.window) else None

    def answer(self, host: str, name: str) -> str:
        """What proves to a viewer that this is the server it knew, at the same address: nobody else has the key.

        A program that has taken the port cannot ask us in its place, for we listen at another one.
        """
        return answer(self.key, host, name)

    def answer_of_earlier(self, host: str, name: str) -> str | None:
        """What proves the same to the window of the session before; None where there was none."""
        return answer(self.earlier.key, host, name) if self.earlier is not None else None

    def asked_for(self, path: str) -> str | None:
        """What is asked for behind the key; None when the key is wrong."""
        _empty, _slash, rest = path.partition("/")
        key, slash, what = rest.partition("/")
        return what if is_same(key, self.key) and slash else None
