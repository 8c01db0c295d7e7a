"""Threads that nobody waits for: a program that is closed does not stand still because a disk does.

Those of the standard library are joined when the program ends, for as long as the disk takes.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")
LAST_MOMENT = 2.0
"""Seconds that closing waits at most for what is going on: whatever is written can be interrupted anywhere."""


class DaemonThreads(ThreadPoolExecutor):
    """Does what it is given in the order it comes, in at most so many threads at a time."""

    def __init__(self, most: int, name: str) -> None:
        super().__init__(most)
        self._most_threads = most
        self._called = name
        self._to_do: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._guard = threading.Lock()
        self._begun = 0
        """So many threads there are."""
        self._going_on: set[Future[Any]] = set()
        """What is being done, and what waits for it."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:  # noqa: ANN401 (whatever ``fn`` takes)
        """Do this as soon as a thread is free."""
        future: Future[T] = Future()

        def do() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        with self._guard:
            self._going_on.add(future)
            if self._begun < min(self._most_threads, len(self._going_on)):
                self._begun += 1
                threading.Thread(target=self._work, name=self._called, daemon=True).start()
        future.add_done_callback(self._is_done)
        self._to_do.put(do)
        return future

    def _work(self) -> None:
        while True:
            self._to_do.get()()

    def _is_done(self, future: "Future[Any]") -> None:
        with self._guard:
            self._going_on.discard(future)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002 (the library's)
        """Give what is going on a moment to be done."""
        if wait:
            self.settle()

    def settle(self, seconds: float = LAST_MOMENT) -> bool:
        """Wait so long for what is going on; whether nothing is going on any more."""
        with self._guard:
            going_on = tuple(self._going_on)
        return not wait(going_on, seconds).not_done
