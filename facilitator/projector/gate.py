"""Who is let in, and what every answer says: values only, no network."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass

OK, FORBIDDEN, NOT_FOUND, NOT_ALLOWED, MISDIRECTED, TOO_MANY = 200, 403, 404, 405, 421, 503

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "facilitator",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


def answer(key: str, host: str, name: str) -> str:
    """What the server with ``key`` at ``host`` (with its port) answers to one who asks ``name``."""
    return hmac.new(key.encode(), f"{host.lower()} {name}".encode(), "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Gate:
    """One address under which the view can be had."""

    key: str
    """The unguessable part of the path."""
    hosts: frozenset[str]
    """What a browser that means us calls us, with the port: another name may be an attacker's that points here."""

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

    def answer(self, host: str, name: str) -> str:
        """What proves to a viewer that this is the server it knew, at the same address: nobody else has the key.

        A program that has taken the port cannot ask us in its place, for we listen at another one.
        """
        return answer(self.key, host, name)

    def asked_for(self, path: str) -> str | None:
        """What is asked for behind the key; None when the key is wrong."""
        _empty, _slash, rest = path.partition("/")
        key, slash, what = rest.partition("/")
        right = hmac.compare_digest(key.encode("utf-8", "replace"), self.key.encode())
        return what if right and slash else None
