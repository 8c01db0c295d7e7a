"""A disk that is slow, and files that vanish while they are written."""

import os
import shutil
import threading

import pytest
from session_builders import START, Story, item

from sessions import events as e
from sessions.clock import Anchor
from sessions.store import journal as journals
from sessions.store import journal_file as files
from sessions.store.folder import Store
from sessions.store.journal_reading import read_journal
from sessions.values import Instant

ANCHOR = Anchor("0a1b2c3d", 5_000, START)
EVENTS = tuple(Story(item(5), item(5)).wait(1).do(e.Paused).wait(1).do(e.Resumed).wait(1).do(e.ItemEnded).events)


class SlowDisk:
    """A disk whose syncs take as long as the test says."""

    def __init__(self, monkeypatch):
        self.free = threading.Event()
        self.free.set()
        self.in_sync = threading.Event()
        self.syncs = 0
        self.failed = []
        really = files.sync

        def sync(descriptor):
            self.syncs += 1
            self.in_sync.set()
            self.free.wait(30)
            try:
                really(descriptor)
            except OSError as error:
                self.failed.append(error)
                raise
            self.in_sync.clear()

        monkeypatch.setattr(files, "sync", sync)

    def stop(self):
        self.in_sync.clear()
        self.free.clear()


@pytest.fixture
def disk(monkeypatch):
    return SlowDisk(monkeypatch)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")


@pytest.fixture
def journal(store):
    journal = store.journal(ANCHOR)
    for event in EVENTS[:2]:
        journal.add(event)
    assert journal.flush(20)
    yield journal
    journal.close()


def test_many_waiting_acts_cost_one_sync(disk, journal):
    disk.stop()
    journal.add(EVENTS[2])
    assert disk.in_sync.wait(20)
    before = disk.syncs
    for n in range(30):
        journal.add(e.GapNoticed(Instant(START + n), 1))
    disk.free.set()
    assert journal.flush(20)
    assert disk.syncs == before + 1
    assert len(read_journal(journal.path).events) + read_journal(journal.path).missing == 33


def test_an_act_is_given_to_the_system_before_it_can_be_painted(disk, journal, monkeypatch):
    """So that a kill in the next moment does not lose what was seen; also while its sync still takes."""
    monkeypatch.setattr(journals, "HANDED_OVER", 20)
    disk.stop()
    journal.add(EVENTS[2])
    assert read_journal(journal.path).events == EVENTS[:3]
    disk.free.set()


def test_acts_that_come_during_a_slow_sync_are_given_to_the_system_too(disk, journal, monkeypatch):
    monkeypatch.setattr(journals, "HANDED_OVER", 20)
    disk.stop()
    for number, event in enumerate(EVENTS[2:], 3):
        journal.add(event)
        assert read_journal(journal.path).events == EVENTS[:number], "a kill would lose what was painted"
    before = disk.syncs
    disk.free.set()
    assert journal.flush(20)
    assert disk.syncs == before + 1
    assert read_journal(journal.path).events == EVENTS


MORE = (*EVENTS[2:], *(e.GapNoticed(Instant(EVENTS[-1].at + n), 1) for n in range(1, 5)))


@pytest.mark.parametrize("fails", ["the sync", "the next sync", "the writing", "both"])
def test_what_fails_during_a_slow_sync_loses_nothing_and_writes_nothing_twice(disk, journal, monkeypatch, fails):
    monkeypatch.setattr(journals, "HANDED_OVER", 0.2)
    monkeypatch.setattr(journals, "RETRY", 0.001)
    failing_sync = {"the sync": 1, "the next sync": 2, "both": 1}.get(fails, 0)
    failing_write = {"the writing": 2, "both": 2}.get(fails, 0)
    slow, write = files.sync, os.write

    def sync(descriptor):
        nonlocal failing_sync
        slow(descriptor)
        failing_sync -= 1
        if failing_sync == 0:
            raise OSError(28, "full")

    def half(descriptor, data):
        nonlocal failing_write
        if threading.current_thread().name == "journal" and disk.in_sync.is_set():
            failing_write -= 1
            if failing_write == 0:
                write(descriptor, data[: len(data) // 2])
                raise OSError(28, "full")
        return write(descriptor, data)

    monkeypatch.setattr(files, "sync", sync)
    monkeypatch.setattr(os, "write", half)
    disk.stop()
    journal.add(MORE[0])
    assert disk.in_sync.wait(20)
    for event in MORE[1:-1]:
        journal.add(event)
    disk.free.set()
    assert journal.flush(20)
    journal.add(MORE[-1])
    assert journal.flush(20)
    journal.close()
    found = read_journal(journal.path)
    assert (found.events, found.missing, found.lines) == (EVENTS[:2] + MORE, 0, 2 + len(MORE) + 1)
    assert found.length == journal.path.stat().st_size


def test_late_saving_is_told_after_a_second_and_no_longer_than_it_lasts(disk, journal, monkeypatch):
    now = [1_000]
    monkeypatch.setattr(journals, "awake", lambda: now[0])
    disk.stop()
    journal.add(EVENTS[2])
    assert disk.in_sync.wait(20)
    now[0] += 999
    assert not journal.is_late
    now[0] += 4_001
    assert journal.is_late
    assert journal.late_ms == 5_000
    assert journal.trouble is None
    disk.free.set()
    assert journal.flush(20)
    assert not journal.is_late


def test_closing_during_a_slow_sync_leaves_the_descriptor_to_its_thread(disk, journal, monkeypatch):
    monkeypatch.setattr(journals, "CLOSING", 0.05)
    disk.stop()
    journal.add(EVENTS[2])
    assert disk.in_sync.wait(20)
    journal.close()
    disk.free.set()
    journal._thread.join(20)
    assert not disk.failed, "the file was closed under its thread"
    assert read_journal(journal.path).events == EVENTS[:3]


def test_a_journal_taken_away_during_a_slow_sync_never_comes_back(disk, journal):
    disk.stop()
    journal.add(EVENTS[2])
    assert disk.in_sync.wait(20)
    journal.add(EVENTS[3])
    removing = threading.Thread(target=journal.remove)
    removing.start()
    removing.join(0.1)
    assert removing.is_alive(), "it waits for the disk"
    disk.free.set()
    removing.join(20)
    journal.add(EVENTS[4])
    journal._thread.join(20)
    assert not list(journal.path.parent.glob("*.journal"))
    assert not disk.failed


def test_a_journal_whose_file_was_never_made_can_be_taken_away(store, monkeypatch):
    monkeypatch.setattr(files, "make_folder", lambda folder: (_ for _ in ()).throw(PermissionError(13, "no")))
    journal = store.journal(ANCHOR)
    journal.add(EVENTS[0])
    journal.remove()
    assert not store.folder.exists()


def deleted(path):
    path.unlink()


def replaced(path):
    path.rename(path.with_name("elsewhere"))
    path.write_bytes(b"another")


def truncated(path):
    os.truncate(path, 100)


def written_on(path):
    with path.open("ab") as file:
        file.write(b"x\n")


def folder_removed(path):
    shutil.rmtree(path.parent)


@pytest.mark.parametrize("harm", [deleted, replaced, truncated, written_on, folder_removed])
def test_a_journal_that_vanished_or_is_another_is_begun_anew_and_told_once(store, journal, harm):
    path = journal.path
    harm(path)
    left = path.read_bytes() if path.exists() else None
    assert not journal.take_begun_anew()
    journal.add(EVENTS[2])
    assert journal.flush(20)
    assert journal.take_begun_anew()
    assert not journal.take_begun_anew()
    journal.add(EVENTS[3])
    assert journal.flush(20)
    assert read_journal(journal.path).events == EVENTS[:4]
    assert left is None or path.read_bytes() == left, "what is not ours is not touched"


def test_a_sign_of_life_notices_it_too(store, journal):
    journal.path.unlink()
    journal.pulse(Instant(START + 10_000))
    assert journal.flush(20)
    assert read_journal(journal.path).events == EVENTS[:2]


def test_after_the_folder_was_taken_away_and_brought_back_the_session_is_found_once_and_whole(store, journal, tmp_path):
    store.folder.rename(tmp_path / "away")
    journal.add(EVENTS[2])
    assert journal.flush(20)
    shutil.rmtree(store.folder)
    (tmp_path / "away").rename(store.folder)
    journal.add(EVENTS[3])
    assert journal.flush(20)
    journal.close()
    (found,) = store.look().sessions
    assert found.events == EVENTS[:4]
    assert found.copies == (store.journal_path,)
    store.clear(found)
    assert not store.has_journals()
