"""A disk that is full, and a folder that may not be written: the session goes on and says so."""

import contextlib
import os
import resource
import shutil
import subprocess

import pytest
from e2e.tmux_terminal import small_disk, until

pytestmark = pytest.mark.e2e

TROUBLE = "Not being kept just now."


def begin(window):
    """A session in its first round."""
    window.start("run", "ordinary-90")
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("STEP 1/3")
    window.keys("Space")
    window.wait("1 ▶")


def go_on_without_a_disk(window):
    """Act until the trouble is told, and show that acts still happen."""
    window.keys(*["+", "-"] * 60)
    window.wait(TROUBLE)
    window.keys("Space")
    window.wait("1 ✓", "2 ▶")
    window.wait(TROUBLE)


def show_that_all_is_kept(computer, window):
    """Everything is kept again: also what was done meanwhile, over a crash, and then for good."""
    window.wait("Everything is being kept again.")
    window.keys("Space")
    window.wait("3 ▶")
    window.killed()
    window.start()
    window.wait("Resume the unfinished session")
    window.keys("Enter")
    window.wait("1 ✓", "2 ✓", "3 ▶")
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("Down", "Enter")
    window.wait("ITEM", "took", "This is all of it.")
    (code,) = computer.groups
    assert code in computer.run("stored", code).stdout
    assert computer.run("review", code).returncode == 0
    assert not computer.journal.exists()


def test_a_disk_that_is_full_for_a_while(computer, window):
    with contextlib.ExitStack() as disk:
        try:
            disk.enter_context(small_disk(computer.data))
        except OSError:
            pytest.skip("needs the right to mount a small disk")
        begin(window)
        filler = computer.data / "filler"
        with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(b"x" * 512):
                pass
        go_on_without_a_disk(window)
        window.keys("E")
        window.wait("End the session? This is what would be kept")
        window.keys("Escape")
        window.wait("2 ▶")
        filler.unlink()
        show_that_all_is_kept(computer, window)
        window.keys("Escape")
        window.wait("New session")
        window.keys("q")
        window.ended()


def test_a_limit_on_the_size_of_files_for_a_while(computer, window):
    begin(window)
    most = resource.prlimit(window.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(window.pid, resource.RLIMIT_FSIZE, (computer.journal.stat().st_size + 10, most[1]))
    go_on_without_a_disk(window)
    resource.prlimit(window.pid, resource.RLIMIT_FSIZE, most)
    show_that_all_is_kept(computer, window)


@contextlib.contextmanager
def lockable(folder):
    """A folder, and what makes it one in which nothing can be written."""
    folder.mkdir()
    if os.geteuid():
        yield lambda: folder.chmod(0o500)
        folder.chmod(0o700)
        return
    with contextlib.ExitStack() as disk:
        try:
            disk.enter_context(small_disk(folder))
        except OSError:
            pytest.skip("root may write everywhere, and may not mount here")
        yield lambda: subprocess.run(["mount", "-o", "remount,ro", folder], check=True)


@pytest.mark.parametrize("arguments", [(), ("run", "ordinary-90")])
def test_a_folder_that_may_not_be_written_is_told_before_anything_opens(computer, window, arguments):
    with lockable(computer.data) as lock:
        lock()
        window.resize(200, 24)
        window.start(*arguments)
        assert window.ended() == 1
        window.wait(str(computer.data), "may not be written. Check its rights, or choose another with --data.")
        assert b"\x1b[?1049h" not in window.raw
        assert list(computer.data.iterdir()) == []


def test_a_folder_that_may_no_longer_be_written(computer, window):
    with lockable(computer.data) as lock:
        (computer.data / "config.toml").write_text("")
        window.start()
        window.wait("New session")
        lock()
        window.keys("n")
        window.wait("Ordinary session 90", "In all")
        window.keys("Enter")
        window.wait("Not begun. Space begins.")
        window.keys("Space")
        window.wait("STEP 1/3")
        window.keys("Space")
        window.wait("1 ▶")
        window.wait(TROUBLE)
        window.keys("Space")
        window.wait("1 ✓", "2 ▶")
        window.keys("E")
        window.wait("End the session? This is what would be kept")
        window.keys("Down", "Enter")
        window.wait("Not kept yet.")
        window.keys("End", "Enter")
        window.wait("New session", "The session has ended. Nothing was kept.")
        window.keys("q")
        assert window.ended() == 0
        assert [path.name for path in computer.data.iterdir()] == ["config.toml"]


def test_a_folder_that_is_removed_while_a_session_runs_and_brought_back(computer, window):
    begin(window)
    away = computer.ours / "away"
    computer.data.rename(away)
    window.keys("Space")
    window.wait("1 ✓", "2 ▶")
    window.wait("The file of this session had vanished or changed; everything is written down anew.")
    shutil.rmtree(computer.data)
    away.rename(computer.data)
    window.keys("Space")
    window.wait("2 ✓", "3 ▶")
    until(lambda: list(computer.data.glob("live-2.journal")), lambda: window.screen)
    window.killed()
    window.start()
    window.wait("Resume the unfinished session")
    window.keys("Enter")
    window.wait("1 ✓", "2 ✓", "3 ▶")
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("Down", "Enter")
    window.wait("This is all of it.")
    assert len(computer.groups) == 1
    assert not list(computer.data.glob("*.journal"))
    window.keys("Escape")
    window.wait("New session")
    window.keys("q")
    assert window.ended() == 0
