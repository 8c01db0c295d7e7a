"""One connection to a viewer, and the answers given on it: each is short, is closed behind it, and leaves no trace."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import Mapping

from aiohttp import web

from facilitator.projector.gate import HEADERS

MOST_VIEWERS = 256
MOST_CONNECTIONS = MOST_VIEWERS + 44
"""Viewers, and those who ask for the page at the same moment."""
REQUEST_WITHIN = 5.0
"""Seconds in which a connection must have asked for something."""
UNSENT = 16 * 1024
"""Bytes that may wait in the computer for a slow viewer, besides the newest message."""

SILENT = logging.getLogger("facilitator.silent")
"""Nothing that a viewer sent is written anywhere."""
SILENT.addHandler(logging.NullHandler())
SILENT.propagate = False


class Connection(web.RequestHandler):
    """A connection that is closed when no request comes, or when there are too many."""

    asked = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See ``asyncio.Protocol``."""
        super().connection_made(transport)
        assert isinstance(transport, asyncio.Transport)
        self._line = transport
        if self._manager is not None and len(self._manager.connections) > MOST_CONNECTIONS:
            transport.abort()
            return
        with contextlib.suppress(OSError):
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, UNSENT)
        asyncio.get_running_loop().call_later(REQUEST_WITHIN, self._hang_up)

    async def start(self) -> None:
        """See ``web.RequestHandler``; whoever sends what not even a request can be made of is hung up on at once."""
        try:
            await super().start()
        except Exception:  # of aiohttp itself: its words could hold what was sent
            self._line.abort()

    def handle_error(
        self,
        request: web.BaseRequest,  # noqa: ARG002
        status: int = 500,
        exc: BaseException | None = None,  # noqa: ARG002
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """Say nothing but the status: no words, no versions."""
        return empty(status)

    def _hang_up(self) -> None:
        if not self.asked:
            self._line.abort()


def whole(body: bytes, kind: str, headers: Mapping[str, str] = HEADERS) -> web.Response:
    """A file, or a picture, of this kind."""
    charset = "utf-8" if kind.startswith("text/") else None
    response = web.Response(body=body, content_type=kind, charset=charset, headers=headers)
    response.force_close()
    return response


def empty(status: int) -> web.Response:
    """A status and no word besides."""
    response = web.Response(status=status, headers=HEADERS)
    response.force_close()
    return response
