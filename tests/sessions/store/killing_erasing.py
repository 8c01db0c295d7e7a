"""A program that kills an act at each of its steps in turn; run by ``test_erasing.py``.

``python killing_erasing.py FOLDER ACT``: a step opens a file for writing, renames or removes one. After each kill the
next claim must find all as it was, or all done. Prints how often which, as JSON.
"""

import json
import os
import shutil
import signal
import sys
from datetime import date
from pathlib import Path

from sessions.process import SetUp
from sessions.record import Record
from sessions.store import erasing, exchanging, moving
from sessions.store.folder import Store
from sessions.values import GroupCode, Seat

R07, R08 = GroupCode("R07"), GroupCode("R08")
UIDS = tuple(7_000_000_000_000_000_000 + n for n in range(4))


def make(folder: Path) -> None:
    """Two groups with everything that there can be of the first."""
    store = Store(folder)
    for day, uid in enumerate(UIDS, 1):
        store.keep(R07 if day < 4 else R08, Record(uid, date(2026, 3, day), 6, 90, 67), Seat(2))
    store.groups.agree(R07, SetUp(people=5))
    store.sealed.mkdir()
    (store.sealed / "R07.age").write_bytes(b"age-encryption.org/v1")
    store.damaged.mkdir()
    shutil.copy(store.groups.path(R07), store.damaged / "R07-1.json")


def act(store: Store, name: str, elsewhere: Path) -> None:
    """What is killed."""
    if name == "group":
        erasing.erase(store, erasing.going(store, R07).erasing)
    elif name == "session":
        erasing.erase(store, erasing.going(store, R07, frozenset({UIDS[1]})).erasing)
    elif name == "move":
        moving.move(store, UIDS[1], R07, R08)
    else:
        exchanging.bring(store, exchanging.archive_in(elsewhere))


def killed_at(step: int, folder: Path, name: str, elsewhere: Path) -> bool:
    """Whether the act was killed at this step; False when it had fewer."""
    child = os.fork()
    if child == 0:
        store = Store(folder)
        store.claim()
        left = step

        def count(event: str, args: tuple[object, ...]) -> None:
            nonlocal left
            writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
            if writes or event in ("os.rename", "os.remove"):
                left -= 1
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        act(store, name, elsewhere)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or not status, "the act failed"
    return os.WIFSIGNALED(status)


def state(folder: Path) -> tuple[object, ...]:
    """What is kept, and whether anything is told of it elsewhere."""
    store = Store(folder)
    store.claim()
    kept = exchanging.archive_of(store)
    store.release()
    assert not list(folder.rglob("*.tmp"))
    assert not store.erasing_path.exists()
    assert not store.moving_path.exists()
    return kept.records, kept.heads


def main() -> None:
    """Kill at step 1, 2, 3 … until there are no more."""
    work, name = Path(sys.argv[1]), sys.argv[2]
    make(work / "first")
    other = Store(work / "other")
    shutil.copytree(work / "first", other.folder)
    erasing.erase(other, erasing.going(other, R07, frozenset({UIDS[1]})).erasing)
    other.keep(R08, Record(5, date(2026, 4, 1), 3, 90, 90), Seat(3))
    elsewhere = work / "export.json"
    exchanging.export(other, elsewhere)
    before = state(work / "first")
    seen = {"before": 0, "after": 0}
    folder, step, going_on = work / "now", 0, True
    while going_on:
        step += 1
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(work / "first", folder)
        going_on = killed_at(step, folder, name, elsewhere)
        found = state(folder)
        if name == "import":
            store = Store(folder)
            exchanging.bring(store, exchanging.archive_in(elsewhere))
            assert exchanging.archive_of(store) == exchanging.archive_of(other), "importing again does not finish it"
            seen["before" if found == before else "after"] += 1
            continue
        seen["before" if found == before else "after"] += 1
        if found != before:
            done = found
            told = [str(UIDS[1])] if name == "session" else [str(uid) for uid in UIDS[:3]] + ["R07"]
            for path in folder.rglob("*") if name != "move" else ():
                if path.is_file() and path.name != "erased.json":
                    assert not any(t in path.name or t.encode() in path.read_bytes() for t in told), path
    clean = work / "clean"
    shutil.copytree(work / "first", clean)
    store = Store(clean)
    act(store, name, elsewhere)
    assert name == "import" or state(clean) == done, "another end than without a kill"
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
