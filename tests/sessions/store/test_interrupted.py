"""Sessions that were interrupted: found whatever else is the matter, and cleared only on purpose."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from session_builders import START, Story, item

from sessions import events as e
from sessions.clock import Anchor
from sessions.store.folder import Found, Store
from sessions.store.journal_format import act_document, encoded, start_document
from sessions.store.problems import StoreProblem, Trouble

HERE = Path(__file__).parent
ANCHOR = Anchor("0a1b2c3d", 5_000, START)
EVENTS = tuple(Story(item(5), item(5)).wait(1).do(e.Paused).wait(1).do(e.Resumed).events)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")


def session(store, events=EVENTS):
    """A session whose program died."""
    journal = store.journal(ANCHOR)
    for event in events:
        journal.add(event)
    assert journal.flush(20)
    journal.close()
    return journal.path


def no_lock(store, monkeypatch, how):
    lock = store.folder / "facilitator.lock"
    store.folder.mkdir(parents=True, exist_ok=True)
    if how == "a folder":
        lock.mkdir()
    elif how == "of another":
        really = os.open

        def refused(path, *more, **named):
            if str(path) == str(lock):
                raise PermissionError(errno.EACCES, "Permission denied")
            return really(path, *more, **named)

        monkeypatch.setattr(os, "open", refused)
    else:

        def refuse(*_what):
            raise OSError(getattr(errno, how), "no lock")

        import fcntl

        monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.mark.skipif(os.name == "nt", reason="flock is POSIX")
@pytest.mark.parametrize("how", ["ENOLCK", "EOPNOTSUPP", "EIO", "ENOSYS", "a folder", "of another"])
def test_without_a_lock_it_is_told_and_the_session_is_found_all_the_same(store, monkeypatch, how):
    path = session(store)
    before = path.read_bytes()
    no_lock(store, monkeypatch, how)
    with pytest.raises(StoreProblem) as caught:
        store.claim()
    assert caught.value.trouble is not Trouble.LOCKED
    assert store.look().sessions[0].events == EVENTS
    assert session(store) != path, "and no session begun meanwhile takes its place"
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="flock is POSIX")
def test_a_lock_that_cannot_be_let_go_is_let_go_the_next_time(store, monkeypatch):
    store.claim()
    with monkeypatch.context() as patched:
        no_lock(store, patched, "EIO")
        store.release()
    other = Store(store.folder)
    with pytest.raises(StoreProblem) as caught:
        other.claim()
    assert caught.value.trouble is Trouble.LOCKED
    store.claim()
    store.release()
    other.claim()
    other.release()


@pytest.mark.parametrize("code", [errno.EIO, errno.EACCES, errno.EMFILE])
def test_a_journal_that_could_not_be_read_once_is_left_alone_and_found_the_next_time(store, monkeypatch, code):
    path = session(store)
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", lambda _path: (_ for _ in ()).throw(OSError(code, "failed")))
        look = store.look()
    assert not look.sessions
    assert [problem.path for problem in look.problems] == [path]
    other = session(store, EVENTS[:2])
    assert other.name == "live-2.journal"
    assert path.read_bytes() == before
    assert EVENTS in [found.events for found in store.look().sessions]


def test_a_folder_that_cannot_be_listed_is_a_problem_and_not_an_empty_one(store, monkeypatch):
    session(store)
    monkeypatch.setattr(Path, "iterdir", lambda _path: (_ for _ in ()).throw(PermissionError(13, "no")))
    assert store.has_journals()
    assert [problem.trouble for problem in store.look().problems] == [Trouble.READ_ONLY]


def test_a_newer_journal_stays_while_sessions_come_and_go_beside_it(store):
    path = session(store)
    newer = encoded([{**start_document(ANCHOR), "schema": 99}], 0)
    path.write_bytes(newer)
    journal = store.journal(ANCHOR)
    for event in EVENTS:
        journal.add(event)
    assert journal.flush(20)
    journal.remove()
    store.forget(77)
    assert [problem.trouble for problem in store.look().problems] == [Trouble.NEWER]
    assert path.read_bytes() == newer


@pytest.mark.parametrize(
    "content", [b"", encoded([start_document(ANCHOR)], 0), encoded([start_document(ANCHOR)], 0) + b"1"]
)
def test_a_kill_before_the_session_was_opened_leaves_nothing_to_tell(store, content):
    store.folder.mkdir()
    store.journal_path.write_bytes(content)
    assert store.look() == Found((), ())
    assert not store.has_journals()


def test_a_session_that_was_made_ready_and_not_begun_is_not_offered_and_leaves_nothing(store):
    session(store, EVENTS[:1])
    assert store.look() == Found((), ())
    assert not store.has_journals()


def test_one_that_may_have_been_begun_is_offered(store):
    data = encoded([start_document(ANCHOR), *map(act_document, EVENTS[:2])], 0)
    store.folder.mkdir()
    store.journal_path.write_bytes(data[:-30] + b"?" + data[-29:])
    (found,) = store.look().sessions
    assert found.missing == 1


class TestDiscarding:
    def test_a_discarded_session_can_be_brought_back(self, store):
        before = session(store).read_bytes()
        assert not store.has_discarded()
        (found,) = store.look().sessions
        store.discard(found)
        assert not store.has_journals()
        assert store.has_discarded()
        store.bring_back()
        assert not store.has_discarded()
        assert store.look().sessions == (found,)
        assert store.journal_path.read_bytes() == before

    def test_until_the_next_session_is_over(self, store):
        session(store)
        store.discard(store.look().sessions[0])
        path = session(store, EVENTS[:3])
        assert store.has_discarded()
        assert path == store.journal_path
        store.clear(store.look().sessions[0])
        assert not store.has_discarded()
        assert [each.name for each in store.folder.iterdir()] == []

    def test_two_are_both_kept_and_the_last_comes_back_first(self, store):
        for events in (EVENTS[:3], EVENTS[:2]):
            session(store, events)
            store.discard(store.look().sessions[0])
        store.bring_back()
        store.bring_back()
        assert {found.events for found in store.look().sessions} | {EVENTS[:2]} == {EVENTS[:3], EVENTS[:2]}
        assert not store.has_discarded()

    def test_what_cannot_be_discarded_stays(self, store, monkeypatch):
        session(store)
        (found,) = store.look().sessions
        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", lambda *_what: (_ for _ in ()).throw(OSError(errno.EIO, "failed")))
            with pytest.raises(StoreProblem):
                store.discard(found)
        assert store.look().sessions == (found,)


def starting(folder, uid, *more):
    path = os.pathsep.join([str(HERE.parent), str(HERE.parents[1]), str(HERE.parents[2])])
    return subprocess.Popen(
        [sys.executable, HERE / "starting.py", folder, str(uid), *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


@pytest.mark.skipif(os.name == "nt", reason="POSIX locks")
@pytest.mark.parametrize("locks", [(), ("no-locks",)], ids=["locks", "no locks"])
def test_of_programs_started_at_once_and_killed_in_any_order_every_session_is_found(tmp_path, locks):
    for number in range(6):
        folder = tmp_path / str(number)
        programs = [starting(folder, uid, *locks) for uid in (1, 2, 3)]
        try:
            for program in programs:
                assert program.stdout.readline() == "ready\n"
            for program in programs:
                program.stdin.write("\n")
                program.stdin.flush()
            told = [program.stdout.readline().strip() for program in programs]
            for program in programs[number % 3 :] + programs[: number % 3]:
                program.kill()
        finally:
            for program in programs:
                program.kill()
                program.communicate()
        begun = [uid for uid, name in zip((1, 2, 3), told, strict=True) if name != "locked"]
        assert len(begun) == (3 if locks else 1)
        look = Store(folder).look()
        assert sorted(found.uid for found in look.sessions) == begun
        assert not look.problems
        assert all(len(found.events) == 2 for found in look.sessions)
