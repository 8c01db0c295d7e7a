"""What is written does not leave by the terminal's clipboard or the process's memory, and a paste acts as no key."""

import re
import subprocess
import sys
import time

import pytest
from e2e.tmux_terminal import Computer, Window

pytestmark = pytest.mark.e2e

WORD = "kanarialintu-4711"


def without_the_time(screen: str) -> str:
    """The screen without the time of day, which goes on by itself."""
    return re.sub(r"at \d{1,2}:\d\d", "", screen)


def test_copying_and_cutting_send_nothing_to_the_terminal(window: Window):
    window.start("run", "--people", "5")
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.keys("w")
    window.wait("Names for this session only")
    window.keys("2")
    window.wait("Forgotten at the end")
    window.type(WORD)
    window.wait(WORD)
    for key in ("C-a", "C-c", "C-x"):
        window.keys("Home", "S-End", key)
    window.type("x")
    window.keys("Enter")
    window.wait("GROUP SEES", "2 x")
    window.keys("C-c")
    window.wait("Ctrl+Q closes the program.")
    assert b"\x1b]52" not in window.raw
    assert not window.buffers


def test_a_bad_paste_on_the_live_screen_does_nothing(window: Window):
    window.start("run", "--people", "5")
    window.wait("Not begun. Space begins.")
    time.sleep(2)  # what is said at the start, and takes lines from the rest, has been said
    window.keys("?")
    window.wait("Keys")
    window.keys("Escape")
    window.wait_gone("Keys")
    time.sleep(1)
    before = window.wait("Not begun. Space begins.", "GROUP SEES nothing")
    window.paste(b"\x1b[99;99;99;99;99;99;99;99;99;99 n E \x1bXp" + b"\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14 b n")
    window.keys("?")
    window.wait("Keys")
    window.keys("Escape")
    assert "Unblank" not in window.wait("Not begun. Space begins.", "GROUP SEES nothing")
    window.wait(lambda screen: without_the_time(screen) == without_the_time(before))


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_another_program_of_the_user_cannot_read_its_memory(computer: Computer):
    code = (
        "import ctypes, sys\nfrom facilitator.command_line.full_screen import keep_to_itself\nkeep_to_itself()\n"
        "sys.exit(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=computer.env, check=False, timeout=60)
    assert done.returncode == 0
