"""However the program goes, the session stays and the terminal is clean."""

import os
import re
import signal
import time

import pytest
from e2e.tmux_terminal import until

pytestmark = pytest.mark.e2e

SHELL_LINE = re.compile(r"\$( sh \.\./ours/.*)?|ended\d+=\d+=|Terminated|Hangup|")


def begin(window):
    """A session in its first round."""
    window.start("run", "ordinary-90")
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("STEP 1/3")
    window.keys("Space")
    window.wait("1 ▶")


def is_clean(window):
    """Whether the terminal is as the shell had it, with nothing of the session to be seen or scrolled back to."""
    flags = ("alternate_on", "mouse_any_flag", "mouse_sgr_flag")
    assert [window.flag(flag) for flag in flags] == ["0", "0", "0"]
    assert window.flag("cursor_flag") == "1"
    left = [line.rstrip() for line in window.scrollback.split("\n")]
    assert [line for line in left if not SHELL_LINE.fullmatch(line)] == []
    return True


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_a_clean_terminal_and_a_session_to_go_on_with(computer, window, sign):
    begin(window)
    assert window.flag("alternate_on") == "1"
    window.kill(sign)
    assert window.ended() == 128 + sign
    assert is_clean(window)
    window.start()
    window.wait("Resume the unfinished session")
    window.keys("Enter")
    window.wait("1 ▶")


@pytest.mark.parametrize("sign", ["INT", "QUIT", "USR1", "USR2", "ALRM"])
def test_no_other_signal_leaves_the_terminal_raw(computer, window, sign):
    computer.data.mkdir()
    (computer.data / "config.toml").touch()
    window.start()
    window.wait("New session")
    window.kill(signal.Signals["SIG" + sign])
    assert window.ended() == 128 + signal.Signals["SIG" + sign]
    assert window.flag("alternate_on") == "0"
    assert "New session" not in window.scrollback


def test_every_signal_leaves_a_running_session_whole(computer, window):
    begin(window)
    for seat, name in enumerate(("INT", "QUIT", "USR1", "USR2", "ALRM"), 1):
        sign = signal.Signals["SIG" + name]
        window.wait(f"{seat} ▶")
        window.keys("Space")
        window.wait(f"{seat} ✓" if seat < 5 else "STEP 3/3")
        window.kill(sign)
        assert window.ended() == 128 + sign, name
        assert is_clean(window), name
        assert b'"e":"Next"' in computer.journal.read_bytes()
        window.start()
        window.wait("Resume the unfinished session")
        window.keys("Enter")
    window.wait("STEP 3/3")


@pytest.mark.parametrize("sign", ["INT", "QUIT", "USR1", "ALRM", "TERM", "HUP"])
def test_a_signal_ends_the_demonstration_and_nothing_of_it_stays(computer, window, sign):
    window.start("demo", "--speed", "1")
    window.wait("A demonstration: it plays by itself until you press a key.")
    window.kill(signal.Signals["SIG" + sign])
    assert window.ended() == 128 + signal.Signals["SIG" + sign]
    assert is_clean(window)
    assert not list(computer.tmp.iterdir())
    assert not computer.data.exists() or not list(computer.data.glob("*.journal"))


@pytest.mark.parametrize("sign", ["INT", "QUIT", "USR1", "ALRM", "TERM", "HUP"])
def test_a_signal_ends_a_session_line_by_line_which_is_offered_again(computer, window, sign):
    window.start("run", "ordinary-90", "--plain")
    window.wait("Not begun. Space begins.")
    window.keys("Space", "Enter")
    window.wait("Step 1 of 3")
    window.kill(signal.Signals["SIG" + sign])
    assert window.ended() == 128 + signal.Signals["SIG" + sign]
    assert computer.journal.exists()
    window.start("run", "--plain")
    window.wait("unfinished session")


def test_closing_twice_with_a_key_leaves_the_same(computer, window):
    begin(window)
    window.keys("C-c")
    window.wait("Ctrl+Q closes the program.")
    window.keys("C-q")
    window.wait("A session is running; E ends it.")
    window.keys("C-q")
    assert window.ended() == 0
    assert is_clean(window)
    window.start()
    window.wait("Resume the unfinished session")


def test_a_closed_window_leaves_a_session_to_go_on_with(computer, window_on):
    window = window_on(computer)
    begin(window)
    window.keys("Space")
    window.wait("2 ▶")
    window.kill_session()
    until(lambda: not window.alive, lambda: "the program outlived its window")
    assert computer.journal.exists()
    other = window_on(computer)
    other.start()
    other.wait("Resume the unfinished session")
    other.keys("Enter")
    other.wait("1 ✓", "2 ▶")


def test_after_a_kill_the_next_start_puts_the_terminal_right(computer, window):
    begin(window)
    window.kill()
    window.ended()
    assert window.flag("alternate_on") == "1"
    window.start()
    window.wait("Resume the unfinished session")
    window.keys("Enter")
    window.wait("1 ▶")
    window.keys("C-q", "C-q")
    assert window.ended() == 0
    assert [window.flag(flag) for flag in ("alternate_on", "mouse_any_flag")] == ["0", "0"]


def test_a_program_that_stood_still_says_so_once_and_the_gap_can_be_taken_out(computer, window):
    begin(window)
    window.kill(signal.SIGSTOP)
    asked = time.monotonic()
    before = window.clock()
    time.sleep(36)
    slept = time.monotonic() - asked
    window.kill(signal.SIGCONT)
    window.wait("It was counted; z takes it out.")
    counted = window.clock()
    assert counted <= before - slept + 2
    said = window.say("It was counted; z takes it out.")
    assert window.screen.count(said) == 1
    window.keys("z")
    window.wait("Taken out. u undoes.")
    assert window.clock() >= counted + 30
    window.keys("u")
    window.wait(lambda screen: window.say("Undone: {act}. U does it again.").split("{")[0] in screen)
    assert window.clock() <= counted


def test_one_session_at_a_time(computer, window_on):
    first, second = window_on(computer), window_on(computer)
    begin(first)
    second.start()
    second.wait("New session")
    second.keys("n")
    second.wait("5 people")
    second.keys("Enter")
    second.wait("A session is running in another window.")
    second.keys("Escape")
    second.wait("Demo: watch a sample session")
    second.keys("q")
    assert second.ended() == 0

    first.keys("Space")
    first.wait("2 ▶")
    second.start("run")
    second.wait("A session is running in another window.")
    second.keys("q")
    assert second.ended() == 0

    os.kill(first.pid, signal.SIGKILL)
    until(lambda: not first.alive, lambda: first.screen)
    second.start("run")
    second.wait("Resume the unfinished session")
    second.keys("Enter")
    second.wait("1 ✓", "2 ▶")


def test_a_terminal_without_a_second_screen_shows_nothing_of_the_session_afterwards(computer, window):
    window._tmux("set-option", "-g", "alternate-screen", "off")
    begin(window)
    assert window.flag("alternate_on") == "0"
    window.keys("C-q")
    window.wait("A session is running")
    window.keys("C-q")
    assert window.ended() == 0
    assert "Opening round" not in window.scrollback
    assert "STEP" not in window.scrollback
