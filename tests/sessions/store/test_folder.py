import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from session_builders import START, item, opened

from sessions import events as e
from sessions.clock import Anchor
from sessions.record import Record
from sessions.store import files
from sessions.store import folder as folders
from sessions.store.folder import Store
from sessions.store.groupfile import previous_of
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode, Instant, Seat

R07 = GroupCode("R07")
RECORD = Record(1, date(2026, 3, 11), 6, 90, 67)
HOLDS = """
import sys, time
from pathlib import Path
from sessions.store.folder import Store
store = Store(Path(sys.argv[1]))
store.claim()
print("claimed", flush=True)
sys.stdin.read()
store.release()
print("released", flush=True)
sys.stdin.read()
"""
ONE_LIMIT = """
import os, resource, sys, threading
from datetime import date
from pathlib import Path
from sessions import events as e
from sessions.clock import Anchor
from sessions.record import Record
from sessions.store import journal as journals
from sessions.store.folder import Store
from sessions.store.journal_reading import read_journal
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode, Instant, Seat
from session_builders import item, opened

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

def record(n):
    return Record(n, date(2026, 3, n), 6, 90, 67)

ROOM = resource.RLIM_INFINITY
R07 = GroupCode("R07")
store = Store(Path(sys.argv[1]))
store.keep(R07, record(1), Seat(1))
store.keep(R07, record(2), Seat(1))
before = store.groups.path(R07).read_bytes()
for size in (0, 1, 100, len(before) - 1, len(before), len(before) + 50):
    limit(size)
    try:
        store.keep(R07, record(3), Seat(1))
    except StoreProblem as problem:
        assert problem.trouble is Trouble.NO_SPACE, problem
    else:
        raise AssertionError("there was room")
    limit(ROOM)
    assert store.groups.path(R07).read_bytes() == before
    assert [kept.uid for kept in store.groups.read(R07).records] == [1, 2]
    assert not list(store.folder.rglob("*.tmp"))
store.keep(R07, record(3), Seat(1))
assert [kept.uid for kept in store.groups.read(R07).records] == [1, 2, 3]

journals.RETRY = 0.001
start = Instant(1_773_230_400_000)
events = [opened(item(50)), e.Begun(start)]
for n in range(40):
    events += [e.Paused(Instant(start + n)), e.Resumed(Instant(start + n))]
journal = store.journal(Anchor("x", 1, start))
for event in events[:10]:
    journal.add(event)
assert journal.flush(20)
size = store.journal_path.stat().st_size
limit(size + 500)
for event in events[10:]:
    journal.add(event)
waiting = threading.Event()
for _ in range(5_000):
    if journal.trouble is not None:
        break
    waiting.wait(0.002)
assert journal.trouble.trouble is Trouble.NO_SPACE
assert tuple(events[:10]) == read_journal(store.journal_path).events[:10]
limit(ROOM)
assert journal.flush(20)
assert journal.trouble is None
journal.close()
assert read_journal(store.journal_path).events == tuple(events)
print("done")
"""


def python(code, *args):
    path = os.pathsep.join([str(Path(__file__).parents[1]), str(Path(__file__).parents[2])])
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def trouble_of(act, *args):
    with pytest.raises(StoreProblem) as caught:
        act(*args)
    return caught.value.trouble


class TestTwoPrograms:
    def test_the_second_is_refused_and_free_at_once_when_the_first_is_killed(self, tmp_path):
        with python(HOLDS, tmp_path) as first:
            assert first.stdout.readline() == "claimed\n"
            assert trouble_of(Store(tmp_path).claim) is Trouble.LOCKED
            first.kill()
        second = Store(tmp_path)
        second.claim()
        second.release()

    def test_the_second_is_free_when_the_first_lets_go(self, tmp_path):
        with python(HOLDS, tmp_path) as first:
            assert first.stdout.readline() == "claimed\n"
            first.stdin.close()
            assert first.stdout.readline() == "released\n"
            Store(tmp_path).claim()
            first.kill()

    def test_the_second_can_still_read(self, tmp_path):
        Store(tmp_path).keep(R07, RECORD, Seat(1))
        with python(HOLDS, tmp_path) as first:
            assert first.stdout.readline() == "claimed\n"
            assert Store(tmp_path).groups.read(R07).records == (RECORD,)
            first.kill()

    def test_two_in_one_program_are_two(self, tmp_path):
        first, second = Store(tmp_path), Store(tmp_path)
        first.claim()
        assert trouble_of(second.claim) is Trouble.LOCKED
        first.release()
        second.claim()
        assert trouble_of(first.claim) is Trouble.LOCKED
        second.release()


def test_claiming_and_letting_go_twice_does_no_harm(tmp_path):
    store = Store(tmp_path / "new")
    store.release()
    store.claim()
    store.claim()
    store.release()
    store.release()
    store.claim()
    store.release()


def test_only_the_one_writer_sweeps_what_killed_writers_left(tmp_path):
    store, other = Store(tmp_path), Store(tmp_path)
    store.keep(R07, RECORD, Seat(1))
    left = [
        tmp_path / ".live.journal.5.tmp",
        store.groups.folder / ".R07.json.5.tmp",
        store.damaged / ".R07-1.json.5.tmp",
    ]
    store.damaged.mkdir()
    other.claim()
    for path in left:
        path.write_bytes(b"x")
    assert trouble_of(store.claim) is Trouble.LOCKED
    assert all(path.exists() for path in left)
    other.release()
    store.claim()
    assert not any(path.exists() for path in left)
    assert store.groups.read(R07).records == (RECORD,)
    store.release()


def test_a_folder_that_is_a_file_is_a_clean_problem(tmp_path):
    (tmp_path / "data").write_bytes(b"x")
    assert trouble_of(Store(tmp_path / "data").claim) is Trouble.FAILED


def test_a_folder_that_cannot_be_written_to_is_said_to_be_so(tmp_path, monkeypatch):
    def refuse(*_args, **_named):
        raise PermissionError(13, "Permission denied")

    store = Store(tmp_path / "data")
    with monkeypatch.context() as patched:
        patched.setattr(folders, "make_folder", refuse)
        assert trouble_of(store.claim) is Trouble.READ_ONLY
    with monkeypatch.context() as patched:
        if os.geteuid() == 0:
            patched.setattr(os, "open", refuse)
        else:
            (tmp_path / "data").mkdir(mode=0o500)
        assert trouble_of(store.claim) is Trouble.READ_ONLY
    if (tmp_path / "data").exists():
        (tmp_path / "data").chmod(0o700)
    store.claim()
    store.release()


def test_in_a_folder_that_cannot_be_written_to_a_session_still_runs_and_says_so(tmp_path, monkeypatch):
    def refuse(*_args, **_named):
        raise PermissionError(13, "Permission denied")

    store = Store(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("sessions.store.journal_file.make_folder", refuse)
        journal = store.journal(Anchor("x", 1, START))
        journal.add(opened(item(5)))
        journal.close()
    assert journal.trouble.trouble is Trouble.READ_ONLY
    assert not store.look().sessions


@pytest.mark.skipif(os.name == "nt", reason="RLIMIT_FSIZE is POSIX")
def test_a_full_disk_loses_nothing_and_when_there_is_room_all_is_written(tmp_path):
    with python(ONE_LIMIT, tmp_path) as program:
        told, _ = program.communicate(timeout=120)
    assert told == "done\n"


def test_an_unfinished_session_is_found_and_gone_on_with(tmp_path):
    store = Store(tmp_path)
    assert not store.look().sessions
    journal = store.journal(Anchor("x", 1, START))
    journal.add(opened(item(5)))
    journal.add(e.Begun(START))
    assert journal.flush(20)
    journal.close()
    (found,) = store.look().sessions
    assert found.last_act == START
    again = store.journal(Anchor("y", 2, Instant(START + 9)), found)
    again.add(e.Paused(Instant(START + 10)))
    assert again.flush(20)
    assert [type(event) for event in store.look().sessions[0].events] == [e.Opened, e.Begun, e.Paused]
    again.remove()
    assert not store.look().sessions


def test_ending_a_session_interrupted_between_its_record_and_its_journal_can_be_done_again(tmp_path):
    store = Store(tmp_path)
    assert store.keep(R07, RECORD, Seat(1)) is None
    assert store.keep(R07, RECORD, Seat(1)) is None
    assert store.groups.read(R07).records == (RECORD,)
    assert not previous_of(store.groups.path(R07)).exists()


def test_nothing_but_what_is_named_is_in_the_folder(tmp_path):
    store = Store(tmp_path)
    store.claim()
    journal = store.journal(Anchor("x", 1, START))
    journal.add(opened(item(5)))
    assert journal.flush(20)
    store.keep(R07, RECORD, Seat(1))
    store.keep(R07, Record(2, date(2026, 3, 12), 6, 90, 67), Seat(1))
    names = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {"facilitator.lock", "live.journal", "groups/R07.json", "groups/R07.previous"}
    journal.remove()
    store.release()


def test_files_is_the_only_module_that_replaces():
    assert files.replace_file.__module__ == "sessions.store.files"
