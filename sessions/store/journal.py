"""Writing the journal of the session now running, from a thread of its own, in order, and never giving a line up.

The thread alone touches the file, from making it to taking it away: so no slow disk can leave a descriptor closed
under it, or a journal that comes back after its session. All lines that wait are written together, with one sync;
what comes during the sync is given to the system meanwhile, so that a kill takes nothing that was on the screen.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from sessions import events as e
from sessions.clock import Anchor, awake
from sessions.store.journal_file import JournalFile, NotOurs, set_aside
from sessions.store.journal_format import (
    Document,
    act_document,
    encoded,
    keep_document,
    pulse_document,
    start_document,
)
from sessions.store.journal_reading import Unfinished
from sessions.store.problems import StoreProblem, problem
from sessions.values import SECOND, GroupCode, Instant

RETRY = 1.0
"""Seconds until lines that could not be written are tried again."""
LATE = SECOND
"""Milliseconds after which saving is slow enough to be told."""
HANDED_OVER = 0.05
"""Seconds that an act waits at most for the system to have its line: for the thread that writes to get its turn."""
CLOSING = 5.0
"""Seconds that closing waits at most."""


class _Stop(Enum):
    NO = auto()
    CLOSE = auto()
    REMOVE = auto()


class _Waiting(Struct, frozen=True):
    document: Document
    came: int
    """When, in the milliseconds of ``awake``."""


class Journal:
    """Writes the journal of one session."""

    def __init__(self, path: Path, anchor: Anchor, goes_on: Unfinished | None = None) -> None:
        """Begin at ``path`` or the next free name, or go on with a journal.

        One that is damaged inside is not written on: a new one is begun with what it tells, and then it is moved
        to the folder ``damaged`` beside it.
        """
        self._wanted = path
        self._start = start_document(anchor)
        self._kept: list[Document] = [act_document(event) for event in goes_on.events] if goes_on else []
        """What is on disk, and would be again in a journal begun anew."""
        if goes_on is not None and goes_on.ended:
            self._kept.append(keep_document(goes_on.keep))
        self._damaged: Unfinished | None = None
        if goes_on is not None and goes_on.bad_line is not None:
            self._damaged, goes_on = goes_on, None
        self._file = JournalFile(goes_on.path if goes_on else path, goes_on)
        self._change = threading.Condition()
        """Guards everything below."""
        self._started = False
        """The first line of this program is on disk."""
        self._waiting: list[_Waiting] = []
        self._came = 0
        """So many lines have come in all."""
        self._handed_over = 0
        """So many of them have been given to the system."""
        self._ahead = 0
        """So many of the waiting lines have been given to the system during an earlier sync, and wait for theirs."""
        self._is_stuck = False
        """An act has waited in vain for the system to have its line: the next ones do not."""
        self._since = awake()
        self._stop = _Stop.NO
        self._begun_anew = False
        self._trouble: StoreProblem | None = None
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    @property
    def path(self) -> Path:
        """Where it is written: not always where it was to begin."""
        return self._file.path

    @property
    def trouble(self) -> StoreProblem | None:
        """Why the session is not being kept just now; None when everything is on disk or on its way."""
        return self._trouble

    @property
    def late_ms(self) -> int:
        """For how many milliseconds the oldest line that is not on disk has waited; 0 when there is none."""
        with self._change:
            if self._is_idle():
                return 0
            return max(0, awake() - (self._waiting[0].came if self._started else self._since))

    @property
    def is_late(self) -> bool:
        """Whether saving is so slow that it should be told."""
        return self.late_ms >= LATE

    @property
    def is_written(self) -> bool:
        """Whether every line is on disk."""
        with self._change:
            return self._is_idle()

    def take_begun_anew(self) -> bool:
        """Whether the journal had to be begun anew, because it vanished or was another; told once."""
        with self._change:
            told, self._begun_anew = self._begun_anew, False
            return told

    def add(self, event: e.Event) -> None:
        """Write an event down. Waits a moment, until the system has it unless the disk is slow, and does not fail."""
        number = self._put(act_document(event))
        with self._change:
            has_it = self._change.wait_for(
                lambda: self._handed_over >= number or self._is_stuck or self._trouble is not None, HANDED_OVER
            )
            self._is_stuck = self._is_stuck or not has_it

    def pulse(self, at: Instant) -> None:
        """Leave a sign of life."""
        if not self.late_ms:
            self._put(pulse_document(at))

    def keep(self, group: GroupCode | None) -> None:
        """Write down that the record goes to another group than the one the session ended with, or to none."""
        self._put(keep_document(group))

    def flush(self, timeout: float = 2.0) -> bool:
        """Wait until everything is on disk; False when that took longer than ``timeout`` seconds."""
        with self._change:
            return self._change.wait_for(self._is_idle, timeout)

    def close(self) -> None:
        """Write what can be written now, and stop. Waits five seconds at most; the thread lets the file go itself."""
        self._ask(_Stop.CLOSE)
        self._thread.join(CLOSING)

    def remove(self) -> None:
        """Stop, and take the journal away: the session has ended. Waits as long as the disk needs.

        Raises:
            StoreProblem: the file could not be removed; this can be done again.
        """
        self._ask(_Stop.REMOVE)
        self._thread.join()
        try:
            self._file.remove()
        except OSError as error:
            raise problem(error, self.path) from error

    def _ask(self, stop: _Stop) -> None:
        with self._change:
            self._stop = stop
            self._change.notify_all()

    def _is_idle(self) -> bool:
        return self._started and not self._waiting

    def _put(self, document: Document) -> int:
        with self._change:
            self._waiting.append(_Waiting(document, awake()))
            self._came += 1
            self._change.notify_all()
            return self._came

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: not self._is_idle() or self._stop is not _Stop.NO)
                if self._stop is _Stop.REMOVE:
                    return  # who asked takes the file away, now that nobody writes
                if self._is_idle():
                    break
                lines = [waiting.document for waiting in self._waiting]
                came = self._came
            if self._written(lines, came):
                continue
            with self._change:
                if self._change.wait_for(lambda: self._stop is not _Stop.NO, RETRY):
                    break
        self._file.close()

    def _written(self, lines: list[Document], came: int) -> bool:
        """Write lines; whatever goes wrong is told, for a thread that died would lose the session without a word."""
        try:
            try:
                self._append(lines, came)
            except NotOurs:
                self._file.close()
                self._file = JournalFile(self._wanted)
                self._ahead = 0
                self._started = False
                self._begun_anew = True
                self._append(lines, came)
        except Exception as error:
            of_system = error if isinstance(error, OSError) else OSError()
            self._file.give_up(of_system)
            self._ahead = 0
            with self._change:
                self._trouble = problem(of_system, self.path)
                self._change.notify_all()
            return False
        with self._change:
            self._trouble = None
            self._change.notify_all()
        return True

    def _append(self, lines: list[Document], came: int) -> None:
        first = [] if self._started else [self._start, *(self._kept if not self._file.lines else ())]
        if documents := [*first, *lines[self._ahead :]]:
            self._file.write(encoded(documents, self._file.lines), len(documents))
        self._hand_over(came)
        self._ahead = self._sync(len(lines))
        if self._damaged is not None:
            with suppress(OSError):  # one that stays is known as a copy when the session is over
                set_aside(self._damaged.path, f"bad-line-{self._damaged.bad_line}")
            self._damaged = None
        with self._change:
            self._started = True
            self._kept += [line for line in lines if line["k"] != "pulse"]
            del self._waiting[: len(lines)]
            self._change.notify_all()

    def _hand_over(self, came: int) -> None:
        with self._change:
            self._handed_over, self._is_stuck = came, False
            self._change.notify_all()

    def _sync(self, written: int) -> int:
        """Sync, in a thread, and give the system meanwhile what comes. Returns how many lines have come so.

        ``written`` are the first of the waiting lines: the system has them.
        """
        failed: BaseException | None = None
        is_over = False
        until_now = self._file.written

        def sync() -> None:
            nonlocal failed, is_over
            try:
                self._file.sync(until_now)
            except BaseException as error:  # it is raised again where it is waited for
                failed = error
            with self._change:
                is_over = True
                self._change.notify_all()

        syncing = threading.Thread(target=sync, name="journal", daemon=True)
        syncing.start()
        ahead, not_ahead = 0, None
        while not_ahead is None and self._comes_before(lambda: is_over, written + ahead):
            with self._change:
                lines = [waiting.document for waiting in self._waiting[written + ahead :]]
                came = self._came
            try:
                self._file.write(encoded(lines, self._file.lines), len(lines))
            except Exception as error:  # the descriptor is not let go under the sync
                not_ahead = error
            else:
                ahead += len(lines)
                self._hand_over(came)
        syncing.join()
        if failed is not None:
            raise failed
        if not_ahead is not None:
            # What was to be synced is; what came meanwhile is written again, which finds out what is the matter.
            self._file.give_up(not_ahead if isinstance(not_ahead, OSError) else OSError())
            return 0
        return ahead

    def _comes_before(self, is_over: Callable[[], bool], written: int) -> bool:
        """Wait for a line that is not written yet; False when the sync was over before."""
        with self._change:
            self._change.wait_for(
                lambda: is_over() or (len(self._waiting) > written and self._stop is not _Stop.REMOVE)
            )
            return not is_over() and len(self._waiting) > written and self._stop is not _Stop.REMOVE
