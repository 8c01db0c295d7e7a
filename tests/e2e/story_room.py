"""The room that a story is lived in: the program in a window, a clock that the story moves, and the wall."""

import re
from collections.abc import Callable

from e2e.tmux_terminal import ROOT, Computer, Window, until

from facilitator.projector import large_type

PROGRAM = ROOT / "tests" / "e2e" / "story_program.py"
MINUTE = 60_000
LARGEST = 12
"""The largest scale of letters on a wall."""
SIZES = [(80, 24), (120, 40), (200, 60)]
COUNTED = re.compile(r"\d+ (times|turns|passes)\b|\b(passed|spoke|turns) \d", re.IGNORECASE)
"""How often somebody had the turn, or passed."""


class Room:
    """A window with the program in it, and the time that goes by in the room."""

    def __init__(self, computer: Computer, window: Window) -> None:
        self.window = window
        self._clock = computer.ours / "clock"
        self._lived = self._slept = 0
        self._seen: list[str] = []
        self._tell()

    def _tell(self) -> None:
        beside = self._clock.with_suffix(".new")
        beside.write_text(f"{self._lived} {self._slept}", encoding="ascii")
        beside.replace(self._clock)

    def _wait(self) -> None:
        lived = self._clock.with_suffix(".lived")
        until(
            lambda: lived.exists() and lived.read_text() == f"{self._lived} {self._slept}",
            lambda: f"time stands still:\n{self.window.screen}",
        )

    def goes_by(self, minutes: float) -> None:
        """So many minutes are lived."""
        self._lived += int(minutes * MINUTE)
        self._tell()
        self._wait()

    def sleeps(self, minutes: float) -> None:
        """The lid is shut for so long."""
        self._slept += int(minutes * MINUTE)
        self._tell()
        self._wait()

    def start(self, *arguments: str) -> None:
        """Start the program."""
        self.window.start(*arguments, program=PROGRAM, STORY_CLOCK=str(self._clock))

    def points_at(self, wanted: str) -> None:
        """Go down a list to what is wanted."""
        for _row in range(12):
            if wanted in bar_of(self.window.screen):
                return
            before = bar_of(self.window.screen)
            self.press("Down", sees=lambda screen, before=before: bar_of(screen) != before)
        raise AssertionError(self.window.screen)

    def ends_and_is_kept(self, group: str) -> None:
        """The session is ended and kept, and the program closed."""
        self.press("E", sees="End the session? This is what would be kept")
        self.points_at(f"End and keep for group {group}")
        self.window.keys("Enter")
        self.window.wait("Use again")
        self.window.keys("C-q")
        assert self.window.ended() == 0

    def press(self, *keys: str, sees: str | Callable[[str], object]) -> str:
        """Press keys, and wait for what they lead to."""
        self.window.keys(*keys)
        self._seen.append(self.window.wait(sees))
        return self._seen[-1]

    def counted(self) -> list[str]:
        """The screens on which somebody's turns were counted."""
        return [screen for screen in self._seen if COUNTED.search(screen)]


def seats_of(screen: str) -> dict[str, str]:
    """The seats that have a sign, each with it."""
    return dict(re.findall(r"(?<!\S)(\d{1,2}) ([✓▶])(?!\S)", screen))


def bar_of(screen: str) -> str:
    """The line of what is pointed at."""
    return next((line.split("▌")[1] for line in screen.split("\n") if "▌" in line), "")


def going_on(screen: str) -> str:
    """The item that goes on."""
    line = next((line for line in screen.split("\n") if line.lstrip("▌ ").startswith("▶")), "")
    return " ".join(word for word in line.split("│")[0].split() if word.isalpha())


class Wall:
    """What the group sees, in a terminal that is shared in a meeting: each look at it is a picture that is kept."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._pictures: list[str] = []

    def start(self) -> None:
        """It waits for a session."""
        self.window.start("project")
        self.shows("Waiting for a session")

    def shows(self, text: str) -> None:
        """Wait until it can be read there, in letters of any size."""
        self.window.wait(lambda screen: all(is_read(word, screen) for word in text.split()))
        self._pictures.append(self.window.screen)

    def is_black(self) -> None:
        """Wait until nothing is on it."""
        self.window.wait(lambda screen: not screen.strip())
        self._pictures.append(self.window.screen)

    def showed(self, word: str) -> bool:
        """Whether a picture has the word, or whatever was sent to the terminal has it."""
        plain = word in self.window.raw.decode(errors="replace")
        return plain or any(is_read(word, picture) for picture in self._pictures)


def is_read(word: str, screen: str) -> bool:
    """Whether a word stands on a screen, as text or drawn large."""
    lines = screen.split("\n")
    return word in screen or any(_is_drawn(large_type.draw(word, scale), lines) for scale in range(1, LARGEST + 1))


def _is_drawn(drawn: tuple[str, ...], lines: list[str]) -> bool:
    long = [line.ljust(300) for line in lines]
    for top in range(len(long) - len(drawn) + 1):
        column = long[top].find(drawn[0])
        while column >= 0:
            if all(long[top + row].startswith(part, column) for row, part in enumerate(drawn)):
                return True
            column = long[top].find(drawn[0], column + 1)
    return False
