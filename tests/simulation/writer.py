"""The thread of a journal, taken in hand: it works when the simulation says so, and never on its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sessions.store import journal as journal_module
from sessions.store.journal import Journal


class _Thread:
    """Runs when it is waited for."""

    def __init__(self, target: Callable[[], None], **_named: object) -> None:
        self._target: Callable[[], None] | None = target

    def start(self) -> None:
        pass

    def join(self, _timeout: float | None = None) -> None:
        target, self._target = self._target, None
        if target is not None:
            target()


class _Condition:
    """Nobody else runs, so nothing has to be waited for: either it is so by now, or the time is up."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_raised: object) -> None:
        pass

    def notify_all(self) -> None:
        pass

    def wait_for(self, so: Callable[[], bool], _timeout: float | None = None) -> bool:
        return so()


class _Threading:
    Thread, Condition = _Thread, _Condition


@contextmanager
def in_hand() -> Iterator[None]:
    """Journals begun in here have such a thread."""
    really = journal_module.threading
    journal_module.threading = _Threading  # type: ignore[assignment]
    try:
        yield
    finally:
        journal_module.threading = really


def turn(journal: Journal) -> bool:
    """One turn of the thread; whether everything is on disk after it."""
    if not journal._is_idle():
        journal._written([waiting.document for waiting in journal._waiting], journal._came)
    return journal._is_idle()
