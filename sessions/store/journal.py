"""The journal of the session now running: one line per event, on disk before the next key.

A line is a checksum, a space and a JSON document with a running number. After a crash the lines up to the first
bad one are replayed. Lines that are no events tie the session's line of time to the computer's clocks (``start``)
and show that the program was alive (``pulse``).
"""

import json
import os
import queue
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sessions import events as e
from sessions.clock import Anchor
from sessions.ledger import Ledger, replay
from sessions.store.codec import event_document, event_from, from_document, to_document
from sessions.store.files import make_folder, sync, sync_folder
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.values import Instant

SCHEMA = 1
RETRY = 1.0
"""Seconds until a line that could not be written is tried again."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that was interrupted."""

    events: tuple[e.Event, ...]
    ledger: Ledger
    anchor: Anchor
    """Of the last start of the program."""
    last_act: Instant
    last_alive: Instant
    """The last sign of life; what came after is the gap."""
    length: int
    """Bytes of the journal that can be trusted."""


class Journal:
    """Writes the journal from a thread of its own, in order, and never gives a line up."""

    def __init__(self, path: Path, anchor: Anchor, goes_on: Unfinished | None = None) -> None:
        self.path = path
        self._number = _lines_before(path, goes_on)
        self._length = goes_on.length if goes_on else 0
        self._file: int | None = None
        self._queue: queue.Queue[bytes | None] = queue.Queue()
        self._trouble: StoreProblem | None = None
        self._counting = threading.Lock()
        """Held while a line comes and while the thread finds that it was the last."""
        self._idle = threading.Event()
        self._idle.set()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._put({"k": "start", "schema": SCHEMA, **to_document(anchor)})
        self._thread.start()

    def add(self, event: e.Event) -> None:
        """Write an event down, soon. Does not wait and does not fail."""
        self._put({"k": "event", **event_document(event)})

    def pulse(self, at: Instant) -> None:
        """Leave a sign of life."""
        if self._idle.is_set():
            self._put({"k": "pulse", "at": int(at)})

    @property
    def trouble(self) -> StoreProblem | None:
        """Why the session is not being kept just now; None when everything is on disk or on its way."""
        return self._trouble

    def flush(self, timeout: float = 2.0) -> bool:
        """Wait until everything is on disk; False when that took longer than ``timeout`` seconds."""
        return self._idle.wait(timeout)

    def close(self) -> None:
        """Write what can be written now, and stop."""
        self._closing.set()
        self._queue.put(None)
        self._thread.join(timeout=5.0)
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def remove(self) -> None:
        """Stop, and take the journal away: the session has ended.

        Raises:
            StoreProblem: the file could not be removed.
        """
        self.close()
        remove_journal(self.path)

    def _put(self, document: dict[str, Any]) -> None:
        self._number += 1
        line = _line(self._number, document)
        with self._counting:
            self._idle.clear()
            self._queue.put(line)

    def _work(self) -> None:
        while (line := self._queue.get()) is not None:
            while not self._written(line):
                if self._closing.wait(RETRY):
                    return
            with self._counting:
                if self._queue.empty():
                    self._idle.set()

    def _written(self, line: bytes) -> bool:
        """Write a line; whatever goes wrong is told, for a thread that died would lose the session without a word."""
        try:
            if self._file is None:
                self._open()
            assert self._file is not None
            if os.write(self._file, line) != len(line):
                raise OSError(28, "short write")
            sync(self._file)
        except Exception as error:
            of_system = error if isinstance(error, OSError) else OSError()
            self._trouble = problem(of_system, self.path)
            self._cut_back()
            return False
        self._length += len(line)
        self._trouble = None
        return True

    def _open(self) -> None:
        make_folder(self.path.parent)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        opened = os.open(self.path, flags, 0o600)
        try:
            os.ftruncate(opened, self._length)
            sync_folder(self.path.parent)
        except OSError:
            os.close(opened)
            raise
        self._file = opened

    def _cut_back(self) -> None:
        """After a failed write the next line must not follow half of the last."""
        if self._file is None:
            return
        try:
            os.ftruncate(self._file, self._length)
        except OSError:
            os.close(self._file)
            self._file = None


def remove_journal(path: Path) -> None:
    """Take a journal away. Doing it twice does no harm.

    Raises:
        StoreProblem: the file could not be removed.
    """
    try:
        if path.exists():
            path.unlink()
            sync_folder(path.parent)
    except OSError as error:
        raise problem(error, path) from error


def read_journal(path: Path) -> Unfinished | None:
    """The session in a journal; None when there is no journal, or it ends before the session was opened.

    A bad tail is left out. Raises:
        StoreProblem: the journal cannot be read, was written by a newer program, or has no session in it.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise problem(error, path) from error
    events: list[e.Event] = []
    anchor: Anchor | None = None
    alive = Instant(0)
    length = 0
    try:
        for document, end in _documents(data):
            match document["k"]:
                case "start":
                    if document["schema"] > SCHEMA:
                        raise StoreProblem(Trouble.NEWER, path)
                    anchor = from_document(document, Anchor)
                    alive = max(alive, anchor.instant)
                case "pulse":
                    alive = max(alive, Instant(int(document["at"])))
                case "event":
                    event = event_from(document)
                    events.append(event)
                    alive = max(alive, event.at)
            length = end
        if anchor is not None and not events and b"\n" not in data[length:]:
            return None
        if anchor is None or not events:
            raise ValueError("no session in it")
        return Unfinished(tuple(events), replay(events), anchor, events[-1].at, alive, length)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreProblem(Trouble.DAMAGED, path) from error


def _line(number: int, document: dict[str, Any]) -> bytes:
    data = json.dumps({"n": number, **document}, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(data), data)


def _documents(data: bytes) -> Iterator[tuple[dict[str, Any], int]]:
    """The documents of the good lines, each with the offset at which its line ends."""
    end = 0
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        try:
            if int(line[:8], 16) != zlib.crc32(line[9:]):
                return
            document = json.loads(line[9:])
        except ValueError:
            return
        if not isinstance(document, dict) or document.get("n") != number:
            return
        end += len(line) + 1
        yield document, end


def _lines_before(path: Path, goes_on: Unfinished | None) -> int:
    return path.read_bytes()[: goes_on.length].count(b"\n") if goes_on else 0
