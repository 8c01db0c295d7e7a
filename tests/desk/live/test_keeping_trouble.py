"""When the journal cannot be written the session goes on, says so calmly, and says when it is well again."""

import asyncio
import errno
import os
import threading
from collections.abc import Callable

from desk.driver import Driver, Opens
from textual import events

from facilitator.desk import appearance, errands
from sessions.store import journal, journal_file
from sessions.store.folder import Store
from sessions.values import Seat

really_write, really_sync = os.write, journal_file.sync


def full(descriptor: int, data: bytes) -> int:
    """A disk without room for another line of the journal."""
    if b'"k":' in data:
        raise OSError(errno.ENOSPC, "full")
    return really_write(descriptor, data)


def slow(may: threading.Event) -> Callable[[int], None]:
    """A disk that syncs once it may."""

    def sync(descriptor: int) -> None:
        may.wait(30)
        really_sync(descriptor)

    return sync


async def test_a_full_disk_is_told_and_so_is_its_end(live: Opens, monkeypatch):
    monkeypatch.setattr(journal, "RETRY", 0.01)
    async with live() as desk:
        desk.running.journal.flush()
        monkeypatch.setattr(os, "write", full)
        await desk.press("space")
        desk.running.journal.flush(0.1)
        await desk.pass_time(minutes=1)
        desk.expects("Not being kept just now. The disk is full")
        desk.expects_large("9:00")
        await desk.press("n")
        assert desk.item_now == 2
        monkeypatch.setattr(os, "write", really_write)
        assert desk.running.journal.flush(5)
        await desk.pass_time(seconds=5)
        desk.expects("Everything is being kept again.")
        desk.lacks("!")
        text = desk.app.store.journal_path.read_bytes()
        assert text.count(b'"Begun"') == 1
        assert text.count(b'"ItemEnded"') == 1


async def test_slow_saving_is_told_and_so_is_its_end(live: Opens, monkeypatch):
    now = [1_000]
    monkeypatch.setattr(journal, "awake", lambda: now[0])
    may = threading.Event()
    async with live() as desk:
        desk.running.journal.flush()
        monkeypatch.setattr(journal_file, "sync", slow(may))
        await desk.press("space")
        now[0] += 3_000
        desk.app._tick()
        desk.expects("Saving is slow: the last 3 s are not on the disk yet. The session goes on.")
        may.set()
        await desk.pass_time(seconds=5)
        desk.expects("Everything is being kept again.")


async def test_a_journal_that_vanishes_is_told_once(live: Opens, store: Store):
    async with live() as desk:
        await desk.press("space")
        desk.running.journal.flush()
        store.journal_path.unlink()
        await desk.press("n")
        await desk.pass_time(seconds=1)
        desk.expects("The file of this session had vanished or changed; everything is written down anew.")
        assert b'"Begun"' in store.journal_path.read_bytes()


async def test_an_ending_on_a_slow_disk_does_not_stop_the_screen_and_forgets_words_at_once(live: Opens, monkeypatch):
    may = threading.Event()
    async with live() as desk:
        await desk.press("space")
        desk.running.words.label(Seat(1), "ikkuna")
        running = desk.running
        await desk.press("E")
        monkeypatch.setattr(journal_file, "sync", slow(may))
        await desk.point("End and keep for a new group")
        await desk.pilot.press("enter")
        desk.expects("The session is being kept…")
        assert not running.words.labels
        await desk.pilot.press("escape", "up", "enter")
        for _second in range(3):
            desk.app._tick()
        desk.expects("The disk is slow: the session is still being written.")
        may.set()
        await desk.settle()
        assert desk.where == "PastSessionScreen"
        assert len(desk.app.store.groups.codes()) == 1
        assert not desk.app.store.has_journals()


async def test_kept_but_the_journal_stays_is_said_as_it_is(live: Opens, store: Store, monkeypatch):
    def refuse(_file: object) -> None:
        raise OSError(errno.EIO, "failed")

    async with live() as desk:
        await desk.press("space", "E")
        with monkeypatch.context() as patched:
            patched.setattr(journal_file.JournalFile, "remove", refuse)
            await desk.pick("End and keep for a new group")
        code = store.groups.codes()[0]
        desk.expects(
            f"Kept for group {code}. This is all of it. The file of the running session could not be removed yet"
        )
        assert store.has_journals()
        await desk.press("escape", "n", "enter")
        assert desk.where == "LiveScreen"
        desk.expects(f"The ending that was interrupted is done: kept for group {code}.")
        assert len(store.groups.read(code).records) == 1


async def test_after_a_fault_only_what_is_true_is_said(live: Opens, monkeypatch):
    async with live() as desk:
        assert desk.app.what_is_kept() == ""
        await desk.press("space")
        assert desk.app.what_is_kept().startswith("Everything up to the last key is kept")
        monkeypatch.setattr(os, "write", full)
        await desk.press("n")
        desk.running.journal.flush(0.1)
        assert desk.app.what_is_kept().startswith("What was done last may not be kept")
        monkeypatch.setattr(os, "write", really_write)


async def until(desk: Driver, text: str) -> None:
    """Let the screen go on until it says this, while the program waits for the disk."""
    for _turn in range(500):
        await asyncio.sleep(0.01)
        if text in desk.said():
            return
    desk.expects(text)


async def test_opening_on_a_slow_disk_is_told_and_keys_wait_in_their_order(home: Opens, monkeypatch):
    may = threading.Event()
    really = Store.claim

    def claim(store: Store) -> None:
        may.wait(30)
        really(store)

    monkeypatch.setattr(Store, "claim", claim)
    monkeypatch.setattr(errands, "SLOW", 0.01)
    async with home() as desk:
        await desk.press("n")
        desk.app.post_message(events.Key("enter", None))
        await until(desk, "The disk is slow: waiting for it.")
        desk.app.post_message(events.Key("space", " "))
        assert desk.app.session is None
        may.set()
        await until(desk, "STEP 1/3")
        desk.lacks("The disk is slow")


async def test_a_setting_on_a_slow_disk_counts_at_once(home: Opens, monkeypatch):
    may = threading.Event()
    monkeypatch.setattr(appearance, "write_setting", lambda *_what: may.wait(30))
    monkeypatch.setattr(errands, "SLOW", 0.01)
    async with home() as desk:
        await desk.press("comma")
        desk.app.post_message(events.Key("right", None))
        await until(desk, "Levy on hidas: sitä odotetaan.")
        may.set()
        await desk.settle()
        desk.lacks("Levy on hidas")
