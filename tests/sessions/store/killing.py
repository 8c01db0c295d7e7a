"""A program that forks writers and kills them at random moments; run by ``test_killed.py``.

``python killing.py FOLDER SEED ROUNDS`` prints what it saw as one line of JSON; any loss ends it with an
AssertionError. A writer tells what is on disk over a pipe, after it is: what it told must be there.
"""

import json
import os
import random
import select
import signal
import sys
from datetime import date
from pathlib import Path

from session_builders import START, item, opened

from sessions import events as e
from sessions.clock import Anchor
from sessions.kinds import ItemKind
from sessions.record import KeptItem, Record
from sessions.store import database, erasing, moving  # noqa: F401 (else every writer would import them)
from sessions.store.folder import Store
from sessions.store.journal import Journal  # noqa: F401 (the same)
from sessions.store.problems import Trouble
from sessions.values import GroupCode, Instant, Seat


def record(uid: int) -> Record:
    """Records of changing length, so that files grow and their parts move."""
    items = tuple(KeptItem(ItemKind.THEME, n, n) for n in range(uid % 13))
    return Record(uid, date(2026, 1, 1 + uid % 28), 6, 90, 67, items=items)


def events_of(uid: int) -> list[e.Event]:
    """The events of a short session."""
    events: list[e.Event] = [e.Opened(START, uid, 1, opened(item(9), item(9)).items, 4, 18), e.Begun(START)]
    for n in range(uid % 5):
        events += [e.Paused(Instant(START + n)), e.Resumed(Instant(START + n))]
    return [*events, e.Ended(Instant(START + 9))]


def write(folder: Path, code: GroupCode, told: int, first: int) -> None:
    """What the writer does until it is killed."""

    def tell(what: str, uid: int, number: int = 0) -> None:
        os.write(told, f"{what} {uid} {number}\n".encode())

    store = Store(folder)
    store.claim()
    uid = first
    while True:
        tell("journal", uid)
        journal = store.journal(Anchor("x", 1, START))
        for number, event in enumerate(events_of(uid), 1):
            journal.add(event)
            if not journal.flush(20):
                os._exit(3)
            tell("event", uid, number)
        store.keep(code, record(uid), Seat(1 + uid % 6))
        tell("kept", uid)
        journal.remove()
        tell("removed", uid)
        uid += 1


def check(folder: Path, code: GroupCode, told: list[tuple[str, int, int]], kept: set[int]) -> str:
    """After a kill: nothing told is lost, nothing is damaged, the lock is free. Returns what the journal was."""
    store = Store(folder)
    store.claim()
    assert not list(folder.rglob("*.tmp")), "what killed writers left is swept"
    kept |= {uid for what, uid, _ in told if what == "kept"}
    found = store.groups.read(code)
    uids = [each.uid for each in found.records]
    assert len(uids) == len(set(uids)), "a record is there twice"
    assert kept <= set(uids), "a record was lost"
    assert len(set(uids) - kept) <= 1, "records were invented"
    assert all(each == record(each.uid) for each in found.records), "a record is another"
    kept |= set(uids)
    found_now = store.look()
    unfinished = found_now.sessions[0] if found_now.sessions else None
    state = "none" if unfinished is None else "there"
    if found_now.problems:
        state = "without a session" if found_now.problems[0].trouble is Trouble.DAMAGED else str(found_now.problems)
    what, uid, _ = told[-1] if told else ("", 0, 0)
    events = max((number for kind, of, number in told if kind == "event" and of == uid), default=0)
    if what == "event" and events > 1:  # one that was not begun is no session
        assert unfinished is not None, "the journal was lost"
    if state == "without a session":
        assert what in ("", "journal") or events < 2, "a told event was lost"
    assert what != "removed" or state == "none", "a removed journal came back"
    if unfinished is not None:
        assert not unfinished.missing, "a kill damaged the journal"
        opening = unfinished.events[0]
        assert isinstance(opening, e.Opened)
        assert what in ("", "journal") or opening.uid == uid, "the journal is of another session"
        if opening.uid == uid:
            assert events <= len(unfinished.events) <= len(events_of(uid)), "events were lost or invented"
            assert list(unfinished.events) == events_of(uid)[: len(unfinished.events)], "events are others"
        store.clear(unfinished)
    store.release()
    return state


def main() -> None:
    """Kill so many writers."""
    folder, seed, rounds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)
    seen = {"kills": 0, "none": 0, "there": 0, "without a session": 0, "told": 0}
    kept: set[int] = set()
    for number in range(rounds):
        if number % 8 == 0:
            kept = set()
        code = GroupCode(f"R{10 + number // 8:02}")
        read, told = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            write(folder, code, told, 1_000 * (number + 1))
        os.close(told)
        heard = b""
        if number % 4:
            select.select([read], [], [], 30)
        select.select([], [], [], chance.uniform(0.0005, 0.025))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the writer ended by itself"
        while more := os.read(read, 65536):
            heard += more
        os.close(read)
        lines = [line.split() for line in heard.decode().splitlines()]
        acts = [(what, int(uid), int(n)) for what, uid, n in lines]
        seen[check(folder, code, acts, kept)] += 1
        seen["told"] += len(acts)
        seen["kills"] += 1
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
