"""Every n-th call to the disk fails while a record is kept: afterwards all is as before, or as after."""

import builtins
import errno
import os
from datetime import date
from pathlib import Path

import pytest

from sessions.record import Record
from sessions.store import files
from sessions.store.folder import Store
from sessions.store.groupfile import previous_of
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode, Seat

R07 = GroupCode("R07")
CODES = {errno.ENOSPC: Trouble.NO_SPACE, errno.EACCES: Trouble.READ_ONLY, errno.EIO: Trouble.FAILED}


def record(uid):
    return Record(uid, date(2026, 3, uid), 6, 90, 67)


class System:
    """``os`` as ``files`` sees it."""

    def __init__(self, faults):
        self.faults = faults

    def __getattr__(self, name):
        found = getattr(os, name)
        return self.faults.counted(found) if name in ("open", "fsync") else found


class Opened:
    """A file whose writing can fail, also half way."""

    def __init__(self, faults, file):
        self.faults, self.file = faults, file

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.file.close()

    def write(self, data):
        self.faults.count(lambda: self.file.write(data[: len(data) // 2]))
        return self.file.write(data)

    def flush(self):
        self.faults.count()
        self.file.flush()

    def fileno(self):
        return self.file.fileno()


class Faults:
    """Stands between ``sessions.store`` and the system, and lets the n-th call fail."""

    def __init__(self, monkeypatch, nth, code):
        self.nth, self.code, self.calls = nth, code, 0
        opens = self.counted(builtins.open)
        monkeypatch.setattr(files, "open", lambda *args, **named: Opened(self, opens(*args, **named)), raising=False)
        monkeypatch.setattr(files, "os", System(self))
        for name in ("replace", "mkdir", "read_bytes"):
            monkeypatch.setattr(Path, name, self.counted(getattr(Path, name)))

    def count(self, first=lambda: None):
        self.calls += 1
        if self.calls == self.nth:
            first()
            raise OSError(self.code, "failed")

    def counted(self, really):
        def call(*args, **named):
            self.count()
            return really(*args, **named)

        return call


def new(store):
    return [], [9]


def second(store):
    store.keep(R07, record(1), Seat(1))
    return [1], [1, 9]


def third(store):
    second(store)
    store.keep(R07, record(2), Seat(1))
    return [1, 2], [1, 2, 9]


def damaged(store):
    third(store)
    store.groups.path(R07).write_bytes(b"rubbish")
    return None, [1, 9]


def damaged_alone(store):
    second(store)
    store.groups.path(R07).write_bytes(b"rubbish")
    return None, [9]


def both_damaged(store):
    third(store)
    store.groups.path(R07).write_bytes(b"rubbish")
    previous_of(store.groups.path(R07)).write_bytes(b"more rubbish")
    return None, [9]


def uids(store):
    """The records that are read; None when the file is damaged."""
    try:
        return [kept.uid for kept in store.groups.read(R07).records]
    except StoreProblem as caught:
        trouble = caught.trouble
    assert trouble is Trouble.DAMAGED
    return None


def everything(folder):
    return sorted(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("beginning", [new, second, third, damaged, damaged_alone, both_damaged])
def test_whichever_call_fails_all_is_as_before_or_as_after_and_can_be_done_again(tmp_path, beginning, code):
    told = []
    for nth in range(1, 200):
        store = Store(tmp_path / str(nth))
        before, after = beginning(store)
        rubbish = [data for data in everything(store.folder) if b"rubbish" in data]
        with pytest.MonkeyPatch.context() as monkeypatch:
            faults = Faults(monkeypatch, nth, code)
            try:
                store.keep(R07, record(9), Seat(1))
            except StoreProblem as caught:
                told.append(caught.trouble)
        if faults.calls < nth:
            assert uids(store) == after
            break
        found = uids(store)
        mended = [[], after[:-1]] if before is None else []
        assert found in [before, after, *mended], f"after the failure of call {nth}"
        assert not list(store.folder.rglob("*.tmp"))
        store.keep(R07, record(9), Seat(1))
        assert uids(store) == after, f"done again after the failure of call {nth}"
        kept = everything(store.folder)
        assert all(data in kept for data in rubbish), f"a damaged file was lost at call {nth}"
    assert set(told) == {CODES[code]}
    assert len(told) >= 5
    assert faults.calls < nth
