"""How soon an act is on disk: a journal line against a plain write and sync, in turn."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, percentile

from sessions import events as e
from sessions.clock import SystemClock
from sessions.store.folder import Store

LINE = b"x" * 80 + b"\n"


def acts(empty: Path, full: Path, sessions: int, rounds: int) -> Iterator[Figure]:
    """In an empty folder and in one with many sessions, with a plain file beside."""
    clock = SystemClock()
    journals = {folder: Store(folder).journal(clock.anchor()) for folder in (empty, full)}
    times: dict[Path | None, list[float]] = {None: [], empty: [], full: []}
    plain = os.open(empty / "plain", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in range(rounds):
        began = time.perf_counter()
        os.write(plain, LINE)
        os.fsync(plain)
        times[None].append((time.perf_counter() - began) * 1000)
        for folder in (empty, full) if number % 2 else (full, empty):
            began = time.perf_counter()
            journals[folder].add(e.Paused(clock.now()) if number % 2 else e.Resumed(clock.now()))
            if not journals[folder].flush(60):
                raise RuntimeError("the journal was not written")
            times[folder].append((time.perf_counter() - began) * 1000)
    os.close(plain)
    (empty / "plain").unlink()
    for journal in journals.values():
        journal.remove()
    of_plain, of_empty, of_full = (percentile(times[which], 95) for which in (None, empty, full))
    name = "act on disk, 95th percentile"
    yield Figure(f"{name}, no stored sessions", of_empty, "ms", of_plain, "write and sync", 10)
    yield Figure(f"{name}, {sessions} stored sessions", of_full, "ms", of_plain, "write and sync", 10)
    yield Figure("the second against the first", of_full, "ms", of_empty, "no history", 1.1, "ratio")
