"""When the journal cannot be written the session goes on, says so calmly, and says when it is well again."""

import errno
import os

from desk.driver import Opens

from sessions.store import journal


async def test_a_full_disk_is_told_and_so_is_its_end(live: Opens, monkeypatch):
    monkeypatch.setattr(journal, "RETRY", 0.01)
    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        if b'"k":' in data:
            raise OSError(errno.ENOSPC, "full")
        return real(descriptor, data)

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
        monkeypatch.setattr(os, "write", real)
        assert desk.running.journal.flush(5)
        await desk.pass_time(seconds=5)
        desk.expects("Everything is being kept again.")
        desk.lacks("!")
        text = desk.app.store.journal_path.read_bytes()
        assert text.count(b'"Begun"') == 1
        assert text.count(b'"ItemEnded"') == 1
