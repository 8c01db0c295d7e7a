"""From one view to many viewers. Each has room for one message, and the newest takes the place of an older one."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from facilitator.projector.view import BLACK, View
from facilitator.projector.wire import End, encode, encode_beat, encode_end


class Subscriber:
    """One viewer."""

    def __init__(self) -> None:
        self._newest: bytes | None = None
        self._there = asyncio.Event()

    def offer(self, message: bytes) -> None:
        """Put a message in the place of one that has not been taken yet."""
        self._newest = message
        self._there.set()

    async def take(self) -> bytes:
        """The newest message, once there is one."""
        await self._there.wait()
        self._there.clear()
        message, self._newest = self._newest, None
        assert message is not None
        return message


class Hub:
    """The view as it is, and those who watch it. Lives in the server's loop."""

    def __init__(self, now: Callable[[], int]) -> None:
        """``now`` tells the session's instant, from any thread."""
        self.view = BLACK
        self._now = now
        self._subscribers: set[Subscriber] = set()

    def show(self, view: View) -> None:
        """Tell everybody."""
        self.view = view
        message = encode(view, self._now())
        for subscriber in self._subscribers:
            subscriber.offer(message)

    def end(self, end: End) -> None:
        """Tell everybody that the session is over."""
        self.view = BLACK
        for subscriber in self._subscribers:
            subscriber.offer(encode_end(end))

    def beat(self) -> bytes:
        """A sign of life for a viewer who has heard nothing for a while."""
        return encode_beat(self.view, self._now())

    @contextmanager
    def subscribed(self) -> Iterator[Subscriber]:
        """Watch: the whole view first, then every change."""
        subscriber = Subscriber()
        subscriber.offer(encode(self.view, self._now()))
        self._subscribers.add(subscriber)
        try:
            yield subscriber
        finally:
            self._subscribers.discard(subscriber)
