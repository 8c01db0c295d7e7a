"""The session line by line, on a real terminal and through pipes: no escapes, the same engine, nothing lost."""

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from e2e.tmux_terminal import Computer, said, until

from facilitator.texts.reasons import reason as reason_in_english
from sessions.refusal import Reason

pytestmark = pytest.mark.e2e


class Lines:
    """A terminal that is only listened to."""

    def __init__(self, computer: Computer) -> None:
        self.computer = computer
        self.say = said(computer.language)
        self.heard = b""
        self._place = 0

    def start(self, *arguments: str) -> None:
        """Start the program with ``run --plain``."""
        self._ours, theirs = pty.openpty()
        self._program = subprocess.Popen(
            [sys.executable, "-m", "facilitator", "--lang", self.computer.language, "run", "--plain", *arguments],
            stdin=theirs, stdout=theirs, stderr=theirs, env=self.computer.env | {"TERM": "dumb"},
            cwd=self.computer.cwd, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        threading.Thread(target=self._listen, args=(self._ours,), daemon=True).start()

    def _listen(self, end: int) -> None:
        with contextlib.suppress(OSError):
            while data := os.read(end, 4096):
                self.heard += data

    def type(self, line: str) -> None:
        """Type a line and press enter; what is waited for next comes after it."""
        self._place = len(self.heard)
        os.write(self._ours, (line + "\n").encode())

    @property
    def new(self) -> str:
        """What was heard since the last line was typed."""
        return self.heard[self._place :].decode("utf-8", "replace")

    def wait(self, *texts: str | re.Pattern[str]) -> str:
        """Wait until all of these were heard; texts are given in English."""

        def there() -> bool:
            return all(
                text.search(self.new)
                if isinstance(text, re.Pattern)
                else self.say(text).replace("\u00a0", " ") in self.new
                for text in texts
            )

        until(there, lambda: f"waited for {texts!r}, heard\n{self.new}")
        return self.new

    def kill(self) -> None:
        """What a crash does."""
        self._program.send_signal(signal.SIGKILL)
        self._program.wait(30)

    def end_of_input(self) -> None:
        """Ctrl+D."""
        os.write(self._ours, b"\x04")

    def ended(self) -> int:
        """Wait until the program has ended; returns its status."""
        return self._program.wait(60)

    def close(self) -> None:
        """Leave nothing running."""
        if hasattr(self, "_program"):
            self._program.kill()
            self._program.wait(30)
            with contextlib.suppress(OSError):
                os.close(self._ours)


@pytest.fixture
def lines_on() -> Iterator[Callable[[Computer], Lines]]:
    opened: list[Lines] = []

    def open_lines(computer: Computer) -> Lines:
        opened.append(Lines(computer))
        return opened[-1]

    yield open_lines
    for each in opened:
        each.close()


def letter(heard: str, choice: str) -> str:
    """The letter or number of a choice that was said."""
    found = re.findall(rf"^(\w+): .*{re.escape(choice)}", heard, re.MULTILINE)
    assert found, heard
    return found[-1]


@pytest.mark.parametrize("language", ["en", "fi"])
def test_a_session_by_ear_over_a_crash_to_its_end(tmp_path, lines_on, language):
    computer = Computer(tmp_path, language)
    lines = lines_on(computer)
    lines.start("ordinary-90", "--people", "5")
    lines.wait("Not begun. Space begins.")
    lines.type(" ")
    lines.wait(re.compile(r"1 \w+ 3"), "on schedule")
    lines.type(" ")
    seat_1 = lines.say("Turn: {seat}").format(seat=lines.say("seat {number}").format(number=1))
    lines.wait(seat_1)
    lines.type(lines.say("Next"))
    lines.wait(re.compile(r"\b2\b.*\b3\b"))
    lines.type("x")
    lines.wait("Passed; asked once more at the end. u undoes.")
    lines.type("m")
    lines.wait(reason_in_english(Reason.NOT_AHEAD))
    lines.type("5")
    lines.wait(seat_1.replace("1", "5"))
    lines.type("?")
    lines.wait("Pause and resume; no turn is charged")
    lines.type("nonsense")
    lines.wait("That is no command. ? tells the commands.")
    lines.type("*")
    lines.wait(re.compile(r"\d{1,2}[.:]\d\d, .*min"))
    lines.type("p")
    lines.wait("paused")
    lines.type(" ")
    lines.wait(reason_in_english(Reason.STANDS_STILL))
    lines.type("p")
    lines.wait(re.compile(r"[12] \w+ 3"))
    lines.type("q")
    heard = lines.wait("Which item?", "Enter alone goes back.")
    lines.type(letter(heard, lines.say("Closing round") if language == "en" else "Lopetuskierros"))
    lines.wait(re.compile(r"\w{6}"))
    lines.type("+")
    lines.wait(re.compile(r": 8.min"))
    lines.kill()
    assert computer.journal.exists()

    lines.start("ordinary-60")
    heard = lines.wait("Resume the unfinished session")
    lines.wait("Type the letter or number and press enter. Enter alone goes back.")
    lines.type("a")
    lines.wait(seat_1.replace("1", "5"))
    lines.type("u")
    lines.wait(re.compile(r"\bU\b"))

    lines.type("E")
    heard = lines.wait("End the session? This is what would be kept", "End and keep nothing")
    lines.wait("Type the letter or number and press enter. Enter alone goes back.")
    lines.type("")
    lines.wait("The session goes on.")
    lines.type("E")
    heard = lines.wait("Type the letter or number and press enter. Enter alone goes back.")
    lines.type(letter(heard, lines.say("End and keep for a new group, {code}").split("{")[0].strip()))
    lines.wait(re.compile(r"R\d\d"))
    assert lines.ended() == 0
    (code,) = computer.groups
    assert not computer.journal.exists()
    (kept,) = json.loads(computer.run("review", code, "--json").stdout)["sessions"]
    assert (kept["people"], kept["plan"]) == (5, "ordinary-90")
    assert b"\x1b" not in lines.heard
    assert not {"\b", "\f", "\x9b"} & set(lines.heard.decode())


def test_what_is_left_at_the_end_of_input_can_be_resumed_and_discarded(computer, lines_on):
    lines = lines_on(computer)
    lines.start("ordinary-90")
    lines.wait("Not begun. Space begins.")
    lines.type("space")
    lines.wait("on schedule")
    lines.end_of_input()
    assert lines.ended() == 0
    assert computer.journal.exists()
    lines.start("ordinary-60")
    heard = lines.wait("Resume the unfinished session", "Discard it", "Enter alone goes back.")
    lines.type(letter(heard, "Discard it"))
    heard = lines.wait("Discard the unfinished session?", "Enter alone goes back.")
    lines.type(letter(heard, "Discard the unfinished session"))
    lines.wait("Not begun. Space begins.", "60 min")
    lines.type("Quit")
    assert lines.ended() == 0
    assert not computer.groups


@pytest.mark.parametrize("language", ["en", "sv"])
def test_from_home_with_a_card_searched_for_to_the_next_session_of_the_group(tmp_path, lines_on, language):
    computer = Computer(tmp_path, language)
    kept = computer.run("log", "--new", "--people", "6", "--minutes", "90", "R07")
    assert kept.returncode == 0, kept.stderr
    lines = lines_on(computer)
    lines.start()
    heard = lines.wait("Home. Which group?", "R07", "Enter alone closes the program.")
    assert lines.say("A session now, without a group") in heard
    lines.type("r07")
    heard = lines.wait("1: R07")
    lines.type("1")
    lines.wait("Which plan?", "Every plan, A–Z", "Enter alone goes back.")
    lines.type("1")
    heard = lines.wait("Open the session", re.compile(r"\b6\b"), "Enter alone goes back.")
    lines.type(letter(heard, lines.say("Another number of people")))
    lines.wait("How many people?", "Enter alone goes back.")
    lines.type("4")
    heard = lines.wait("Open the session", re.compile(r"^4 ", re.MULTILINE), "Enter alone goes back.")
    lines.type(letter(heard, lines.say("Open the session")))
    lines.wait("Not begun. Space begins.")
    lines.type(" ")
    lines.wait("on schedule")
    lines.type("i")
    lines.wait("Insert which card?", "Type a number, or words to search by, and press enter.")
    lines.type({"en": "one word", "sv": "ett ord"}[language])
    heard = lines.wait(re.compile(r"^1: .*min, .*\n", re.MULTILINE))
    name = re.findall(r"^1: (.*?),", heard, re.MULTILINE)[-1]
    lines.type("1")
    heard = lines.wait(name, "Read the card", "Enter alone goes back.")
    lines.type(letter(heard, lines.say("Read the card")))
    lines.wait("Source", "Enter alone goes back.")
    lines.type("")
    lines.wait("Insert which card?", "Enter alone goes back.")
    lines.type({"en": "one word", "sv": "ett ord"}[language])
    lines.wait(name)
    lines.type("1")
    heard = lines.wait("Read the card", "Enter alone goes back.")
    lines.type(letter(heard, lines.say("Insert")))
    lines.wait(re.compile(rf"\d{{1,2}}[.:]\d\d, {re.escape(name)}, "))
    lines.type("e")
    lines.wait("Source")
    lines.type("E")
    heard = lines.wait("End the session? This is what would be kept", "Enter alone goes back.")
    lines.type(letter(heard, "R07"))
    lines.wait("Home. Which group?", "R07", "Enter alone closes the program.")
    assert len(json.loads(computer.run("review", "R07", "--json").stdout)["sessions"]) == 2
    lines.type("")
    assert lines.ended() == 0
    assert not computer.journal.exists()
    assert not {"\b", "\f", "\x1b", "\x9b"} & set(lines.heard.decode())


def test_through_pipes_and_nothing_kept(computer):
    typed = "1\n1\na\n \nw\na secret word\n\nX\n\nE\nc\n"
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "--lang", "en", "run", "--plain"],
        input=typed, env=computer.env, cwd=computer.cwd, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "The session has ended. Nothing was kept." in done.stdout
    assert "That is no command." in done.stdout
    assert "\x1b" not in done.stdout
    assert "secret" not in done.stdout
    assert not any(b"secret" in data for data in computer.files().values())
    assert not computer.groups
    assert not computer.journal.exists()


def test_a_session_in_another_window_is_left_alone(computer, lines_on):
    first = lines_on(computer)
    first.start("ordinary-90")
    first.wait("Not begun. Space begins.")
    first.type(" ")
    first.wait("on schedule")
    before = computer.journal.read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "--lang", "en", "run", "--plain"],
        input="1\n", env=computer.env, cwd=computer.cwd, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "another window" in done.stdout
    assert computer.journal.read_bytes().startswith(before)
