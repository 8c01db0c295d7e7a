"""The real program and a real second terminal side by side, and a browser on the same session."""

import fcntl
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

HERE = Path(__file__).parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from e2e.test_leaving import is_clean
from e2e.tmux_terminal import PATIENCE, until
from projector_chromium import chromium, is_black

from facilitator.projector.rendezvous import HERE as MEETING
from facilitator.projector.rendezvous import Rendezvous
from facilitator.projector.server import FIRST_PORT, PORTS

pytestmark = pytest.mark.e2e
PROGRAM = str(Path(sys.executable).parent / "facilitator")


def begin(window):
    """A session in its first round."""
    window.start("run", "ordinary-90")
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait(lambda screen: "step 1/3" in screen.lower())
    window.keys("Space")
    window.wait(lambda screen: "step 2/3" in screen.lower())


def goes_black(wall, patience=PATIENCE):
    """Nothing is on the terminal any more."""
    wall.wait(lambda screen: not screen.strip(), patience=patience)


def resume(desk):
    """Go on with the session; the display of before is there again."""
    desk.start()
    desk.wait("Resume the unfinished session")
    desk.keys("Enter")
    desk.wait("1 display")


@contextmanager
def usual_ports_taken():
    """The program takes one that no program of another test takes while it is gone."""
    with ExitStack() as stack:
        for port in range(FIRST_PORT, FIRST_PORT + PORTS):
            taken = stack.enter_context(socket.socket())
            with suppress(OSError):  # another test has it
                taken.bind(("127.0.0.1", port))
                taken.listen()
        yield


@pytest.fixture
def folder(computer):
    """The data folder of one who has started the program before."""
    computer.data.mkdir()
    (computer.data / "config.toml").write_text("")
    return computer.data


def test_a_second_terminal_waits_finds_the_session_goes_black_and_survives_a_restart(computer, folder, window_on):
    desk, wall = window_on(computer, 100, 30), window_on(computer)
    wall.start("project")
    wall.wait("Waiting for a session")
    desk.start("run", "ordinary-90", "--people", "5")
    desk.wait("nothing", "1 display")
    goes_black(wall)
    desk.keys("Space")
    desk.wait("STEP 1/3")
    desk.keys("b")
    desk.wait("what fits: the step")
    wall.wait("Step 1/3")
    for open_dialog in ("v", "E", "?", "g"):
        desk.keys(open_dialog)
        time.sleep(0.4)
        desk.keys("b")
        goes_black(wall)
        desk.keys(".")
        wall.wait("Step 1/3")
        desk.keys("Escape")
        desk.wait("STEP 1/3")
    desk.keys("w")
    desk.wait("Names for this session only")
    desk.keys("2")
    desk.wait("Not stored. Forgotten")
    desk.keys("b")
    desk.wait(lambda screen: re.search(r"(?m)^\s+b$", screen))
    wall.wait("Step 1/3")
    desk.keys("F9")
    goes_black(wall)
    desk.keys("F9", "Escape")
    wall.wait("Step 1/3")

    desk.killed()
    goes_black(wall, patience=14)
    resume(desk)
    desk.keys("b")
    wall.wait("Step 1/3")
    desk.keys("f")
    desk.wait("frozen")
    desk.keys("Space")
    desk.wait("STEP 2/3")
    assert "Step 1/3" in wall.screen
    desk.keys("f")
    wall.wait("▀")

    desk.keys("E")
    desk.wait("End the session?")
    desk.keys("End", "Up", "Enter")  # the last answer goes to the closing that is still to come
    desk.wait("Nothing was kept")
    wall.wait("The session is over.")
    assert not (folder / MEETING).exists()
    wall.keys("q")
    assert wall.ended() == 0
    assert sorted(path.name for path in folder.iterdir()) == ["config.toml", "facilitator.lock"]


def test_twenty_sizes_one_after_another_leave_the_view_whole_and_nothing_behind(computer, window_on):
    desk, wall = window_on(computer), window_on(computer)
    begin(desk)
    wall.start("project")
    desk.wait("1 display")
    desk.keys("b")
    wall.wait("▀")
    for columns, rows in [(40, 12), (200, 60), (80, 24), (120, 40), (20, 5)] * 4:
        wall.resize(columns, rows)
    wall.resize(120, 40)
    wall.wait("▀")
    shown = wall.wait(lambda screen: "▀" in screen)
    assert "Traceback" not in shown
    assert all(len(line) <= 120 for line in shown.split("\n"))
    desk.keys("b")
    wall.wait(lambda screen: not screen.strip())
    wall.keys("q")
    assert wall.ended() == 0
    assert is_clean(wall)


@pytest.mark.parametrize("sign", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGALRM"])
def test_a_signal_leaves_nothing_of_the_view_on_the_terminal(computer, window_on, sign):
    desk, wall = window_on(computer), window_on(computer)
    begin(desk)
    wall.start("project")
    desk.wait("1 display")
    desk.keys("b")
    wall.wait("▀")
    wall.kill(signal.Signals[sign])
    assert wall.ended() == 128 + signal.Signals[sign]
    assert is_clean(wall)


def test_a_closed_window_leaves_no_second_terminal(computer, window_on):
    wall = window_on(computer)
    wall.start("project")
    wall.wait("Waiting for a session")
    wall.kill_session()
    until(lambda: not wall.alive, lambda: "the second terminal outlived its window")


@pytest.mark.parametrize("arguments", [["project"], ["run", "ordinary-90"]], ids=lambda each: each[0])
def test_a_terminal_gone_without_a_hangup_leaves_no_ghost(computer, arguments):
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    program = subprocess.Popen(
        [sys.executable, "-m", "facilitator", *arguments], env={**computer.env, "TERM": "xterm-256color"},
        cwd=computer.cwd, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    drawn = b""
    while b"\x1b[?2004h" not in drawn:
        drawn += os.read(ours, 65_536)
    os.close(ours)
    try:
        assert program.wait(PATIENCE) in (1, 129)
    finally:
        program.kill()


def test_a_browser_on_the_running_program_is_black_at_the_key_and_comes_back_after_kill(computer, folder, window_on):
    desk = window_on(computer, 100, 30)
    desk.start("run", "ordinary-90", "--people", "5")
    desk.wait("nothing", "no display open")
    with usual_ports_taken():
        desk.keys("b", "Space", "W")
        shown = desk.wait("Open this address in a browser: http://127.0.0.1")
    address = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{22}/", shown.replace("\n", ""))
    meeting = Rendezvous(folder).meeting()
    assert address is not None
    assert meeting is not None
    assert address[0] == meeting.address
    with chromium() as browser:
        page = browser.new_page()
        page.goto(meeting.address)
        page.wait_for_selector(".view-step")
        desk.wait("1 display")
        took = []
        for _time in range(10):
            page.evaluate(
                """() => { window.at = new Promise(done => new MutationObserver(() => done(Date.now()))
                .observe(document.documentElement, {attributeFilter: ['class']})); }"""
            )
            before = time.time() * 1000
            desk.keys("b")
            took.append(page.evaluate("() => window.at") - before)
            time.sleep(0.15)
        print("key (through tmux) to page, ms:", [round(ms) for ms in sorted(took)])
        assert sorted(took)[5] < 1_000
        page.wait_for_selector(".view-step")
        desk.killed()
        resume(desk)
        is_black(page)
        desk.keys("b")
        page.wait_for_selector(".view-step")
