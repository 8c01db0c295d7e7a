"""A disk that is slow, or fails, under the real program; more of it in ``benchmarks/troubled_disk.py``."""

import shutil
import signal
import sys

import pytest
from e2e.tmux_terminal import until
from e2e.troubled_disk import Disk

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("cc"), reason="needs a C compiler, on Linux"),
]
NOT_KEPT = "Not kept yet."
FOR_EVER = 600_000
"""Milliseconds: longer than a test waits for anything."""


@pytest.fixture
def disk(computer) -> Disk:
    return Disk(computer)


def begin(window, disk):
    """A session in its first round."""
    window.start("run", "ordinary-90", **disk.env)
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("STEP 1/3")
    window.keys("Space")
    window.wait("1 ▶")


def ask_to_end_and_keep(window):
    """End it, to be kept for a new group."""
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("Down", "Enter")


def is_kept_once(computer, window):
    """The record is there, and nothing else of the session."""
    window.wait("This is all of it.")
    window.keys("Escape")
    window.wait("New session")
    window.keys("q")
    assert window.ended() == 0
    assert len(computer.groups) == 1
    assert computer.run("review", *computer.groups).returncode == 0
    assert not list(computer.data.glob("*.journal"))
    assert not list(computer.data.rglob("*.tmp"))
    return True


def test_a_disk_that_stands_still_holds_neither_the_session_nor_its_ending(computer, window, disk):
    begin(window, disk)
    disk.slow(FOR_EVER)
    window.keys("Space")
    window.wait("1 ✓", "2 ▶")
    window.wait("Saving is slow")
    window.keys("W")
    window.keys("Space")
    window.wait("2 ✓", "3 ▶")
    ask_to_end_and_keep(window)
    window.wait("The disk is slow: the session is still being written.")
    window.keys("?")
    window.wait("Make the group's view black, and bring it back")
    window.keys("Escape")
    window.wait_gone("Make the group's view black, and bring it back")
    disk.well()
    assert is_kept_once(computer, window)


def test_a_disk_that_stands_still_and_a_kill_lose_no_act(window, disk):
    begin(window, disk)
    disk.slow(FOR_EVER, "s")
    window.keys("Space")
    window.wait("1 ✓", "2 ▶")
    window.wait("Saving is slow")
    window.killed()
    disk.well()
    window.start(**disk.env)
    window.wait("Resume the unfinished session")
    window.keys("Enter")
    window.wait("1 ✓", "2 ▶")


@pytest.mark.parametrize("way", ["told to go", "closed by hand"])
def test_on_a_disk_that_stands_still_the_program_can_be_left_all_the_same(computer, window, disk, way):
    begin(window, disk)
    disk.slow(FOR_EVER, "s")
    ask_to_end_and_keep(window)
    window.wait("The disk is slow: the session is still being written.")
    if way == "told to go":
        window.kill(signal.SIGTERM)
        window.wait("Still writing to the disk. Ctrl+C leaves without waiting.")
        assert window.ended() == 128 + signal.SIGTERM
    else:
        window.keys("C-q")
        window.wait("A session is running; E ends it.")
        window.keys("C-q")
        window.wait("Still writing to the disk. Ctrl+C leaves without waiting.")
        window.keys("C-c")
        until(lambda: not window.alive, lambda: window.screen)
    disk.well()
    window.start(**disk.env)
    window.wait("The ending that was interrupted is done")
    assert len(computer.groups) == 1


@pytest.mark.parametrize(("error", "operations"), [("EIO", "ws"), ("EMFILE", "or"), ("EACCES", "om"), ("ENOLCK", "l")])
def test_what_fails_is_told_and_nothing_is_lost(computer, window, disk, error, operations):
    begin(window, disk)
    disk.fails(error, operations=operations)
    for seat in (2, 3, 4):
        window.keys("Space")
        window.wait(f"{seat} ▶")
    if "w" in operations:
        window.wait("Not being kept just now.")
    ask_to_end_and_keep(window)
    if operations != "l":
        window.wait(NOT_KEPT)
        disk.well()
        window.keys("Enter")
    assert is_kept_once(computer, window)


def test_each_third_operation_fails(computer, window, disk):
    disk.fails("EIO", "/3")
    begin(window, disk)
    for seat in (2, 3, 4):
        window.keys("Space")
        window.wait(f"{seat} ▶")
    disk.well()
    ask_to_end_and_keep(window)
    assert is_kept_once(computer, window)


def test_space_another_group_and_a_kill_keep_it_for_the_group_chosen_last(computer, window, disk):
    """A disk full at the end, then space, then another group, then kill -9 before its record is written."""
    computer.run("log", "R11", "--new", "--minutes", "90", "--people", "6")
    begin(window, disk)
    disk.fails("ENOSPC")
    ask_to_end_and_keep(window)
    window.wait(NOT_KEPT)
    disk.slow(FOR_EVER, "m")
    window.keys("Down", "Enter")
    window.wait("End and keep for which group?")
    window.keys("Enter")
    until(lambda: b'"keep"' in computer.journal.read_bytes(), lambda: window.screen)
    window.killed()
    disk.well()
    window.start(**disk.env)
    window.wait("The ending that was interrupted is done: kept for group R11.")
    assert computer.groups == ["R11"]
    assert computer.run("review", "R11", "--json").stdout.count('"day"') == 2


def test_what_is_unfinished_is_looked_for_without_holding_up_the_screen(window, disk):
    begin(window, disk)
    window.killed()
    disk.slow(FOR_EVER, "l")
    window.start(**disk.env)
    window.wait("New session", "The disk is slow: waiting for it. Esc gives it up.")
    window.keys("Escape")
    window.wait("Given up; nothing was changed.")
    window.keys("n")
    window.wait("The disk is slow: waiting for it. Esc gives it up.")
    disk.well()
    window.wait("5 people")
    window.keys("Enter")
    window.wait("Resume the unfinished session")
    disk.slow(FOR_EVER, "r")
    window.keys("Enter")
    window.wait("The disk is slow: waiting for it. Esc gives it up.")
    disk.well()
    window.wait("1 ▶")


def test_discarding_and_bringing_back_wait_for_the_disk_and_can_be_left(computer, window, disk):
    begin(window, disk)
    window.killed()
    window.start(**disk.env)
    window.wait("Resume the unfinished session")
    disk.slow(FOR_EVER, "m")
    window.keys("End", "Enter")
    window.wait("Discard the unfinished session?")
    window.keys("Down", "Enter")
    window.wait("The disk is slow: waiting for it.")
    window.keys("Escape")
    window.wait("This is being written and cannot be given up.")
    disk.well()
    window.wait("Discarded. Until the next session is over it can be brought back from here.")
    window.wait("Bring back the session that was discarded")
    disk.slow(FOR_EVER, "l")
    window.keys("Down", "Down", "Enter")
    window.wait("The disk is slow: waiting for it.")
    window.keys("C-q")
    assert window.ended() == 0
    disk.well()
    window.start(**disk.env)
    window.wait("New session")
    assert list(computer.data.glob("*.journal"))
