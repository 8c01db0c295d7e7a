"""The real program and a real second terminal side by side, and a browser on the same session."""

import fcntl
import os
import re
import signal
import struct
import subprocess
import sys
import termios
import time
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


class Room:
    """Two terminals, and the folder they share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = f"facilitator-projector-{os.getpid()}"

    def tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-f", "/dev/null", "-L", self.socket, *arguments], capture_output=True, text=True
        )
        return done.stdout

    def start(self, name: str, *arguments: str, columns: int = 100, rows: int = 30) -> None:
        surroundings = [
            f"FACILITATOR_DATA={self.folder}",
            "TERM=xterm-256color",
            "LANG=C.UTF-8",
            "DISPLAY=",
            "TZ=Europe/Helsinki",
        ]
        command = ["env", *surroundings, PROGRAM, "--lang", "en", *arguments]
        self.tmux("new-session", "-d", "-s", name, "-x", str(columns), "-y", str(rows), *command)

    def keys(self, name: str, *keys: str) -> None:
        self.tmux("send-keys", "-t", name, *keys)

    def screen(self, name: str) -> str:
        return self.tmux("capture-pane", "-p", "-t", name)

    def wait(self, name: str, *texts: str, seconds: float = 20) -> str:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if all(text in (shown := self.screen(name)) for text in texts):
                return shown
            time.sleep(0.02)
        raise AssertionError(f"{texts} not on\n{self.screen(name)}")

    def black(self, name: str, seconds: float = 20) -> float:
        since = time.monotonic()
        while self.screen(name).strip():
            assert time.monotonic() - since < seconds, self.screen(name)
            time.sleep(0.01)
        return time.monotonic() - since

    def process(self, name: str) -> int:
        return int(self.tmux("list-panes", "-t", name, "-F", "#{pane_pid}"))


@pytest.fixture
def room(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "config.toml").write_text("")
    made = Room(folder)
    yield made
    made.tmux("kill-server")


def test_a_second_terminal_waits_finds_the_session_goes_black_and_survives_a_restart(room):
    room.start("wall", "project", columns=80, rows=24)
    room.wait("wall", "Waiting for a session")
    room.start("desk", "run", "ordinary-90", "--people", "5")
    room.wait("desk", "nothing", "1 display")
    room.black("wall")
    room.keys("desk", "Space")
    room.wait("desk", "STEP 1/3")
    room.keys("desk", "b")
    room.wait("desk", "what fits: the step")
    room.wait("wall", "Step 1/3")
    for open_dialog, close in (("v", "Escape"), ("E", "Escape"), ("?", "Escape"), ("g", "Escape")):
        room.keys("desk", open_dialog)
        time.sleep(0.4)
        room.keys("desk", "b")
        room.black("wall")
        room.keys("desk", ".")
        room.wait("wall", "Step 1/3")
        room.keys("desk", close)
        room.wait("desk", "STEP 1/3")
    room.keys("desk", "w")
    room.wait("desk", "Names for this session only")
    room.keys("desk", "2")
    room.wait("desk", "Not stored. Forgotten")
    room.keys("desk", "b")
    room.wait("desk", "b")
    room.wait("wall", "Step 1/3")
    room.keys("desk", "F9")
    room.black("wall")
    room.keys("desk", "F9", "Escape")
    room.wait("wall", "Step 1/3")

    os.kill(room.process("desk"), signal.SIGKILL)
    room.black("wall", seconds=14)
    time.sleep(0.5)
    room.start("again")
    room.wait("again", "Resume the unfinished session")
    room.keys("again", "Enter")
    room.wait("again", "1 display")
    room.keys("again", "b")
    room.wait("wall", "Step 1/3")
    room.keys("again", "f")
    room.wait("again", "frozen")
    room.keys("again", "Space")
    room.wait("again", "STEP 2/3")
    assert "Step 1/3" in room.screen("wall")
    room.keys("again", "f")
    room.wait("wall", "▀")

    room.keys("again", "E")
    room.wait("again", "End the session?")
    room.keys("again", "End", "Enter")
    room.wait("again", "Nothing was kept")
    room.wait("wall", "The session is over.")
    assert not (room.folder / MEETING).exists()
    room.keys("wall", "q")
    time.sleep(1)
    assert sorted(path.name for path in room.folder.iterdir()) == ["config.toml", "facilitator.lock"]


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


def test_a_browser_on_the_running_program_is_black_at_the_key_and_comes_back_after_kill(room):
    room.start("desk", "run", "ordinary-90", "--people", "5")
    room.wait("desk", "nothing", "no display open")
    room.keys("desk", "b", "Space", "W")
    shown = room.wait("desk", "Open this address in a browser: http://127.0.0.1")
    address = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{22}/", shown.replace("\n", ""))
    meeting = Rendezvous(room.folder).meeting()
    assert address is not None
    assert meeting is not None
    assert address[0] == meeting.address
    with chromium() as browser:
        page = browser.new_page()
        page.goto(meeting.address)
        page.wait_for_selector(".view-step")
        room.wait("desk", "1 display")
        took = []
        for _time in range(10):
            page.evaluate(
                """() => { window.at = new Promise(done => new MutationObserver(() => done(Date.now()))
                .observe(document.documentElement, {attributeFilter: ['class']})); }"""
            )
            before = time.time() * 1000
            room.keys("desk", "b")
            took.append(page.evaluate("() => window.at") - before)
            time.sleep(0.15)
        print("key (through tmux) to page, ms:", [round(ms) for ms in sorted(took)])
        assert sorted(took)[5] < 1_000
        page.wait_for_selector(".view-step")
        os.kill(room.process("desk"), signal.SIGKILL)
        time.sleep(1)
        room.start("again")
        room.wait("again", "Resume the unfinished session")
        room.keys("again", "Enter")
        room.wait("again", "1 display")
        is_black(page)
        room.keys("again", "b")
        page.wait_for_selector(".view-step")
