"""The real program in a real terminal: a computer with folders of its own, and windows of tmux on it."""

import contextlib
import gettext
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from facilitator.projector import large_type

PATIENCE = 30.0
"""Seconds until a test gives up waiting; a slow machine is no failure."""
ROOT = Path(__file__).parents[2]
LONGEST = 15 * 60
"""The longest time that a test reads from the clock, in seconds."""
_numbers = count(1)


def said(language: str) -> Callable[[str], str]:
    """What the program says in ``language`` for an English text."""
    found = gettext.translation("facilitator", ROOT / "facilitator" / "texts" / "locale", [language], fallback=True)
    return found.gettext


def until(seen: Callable[[], object], what: Callable[[], str], patience: float = PATIENCE) -> None:
    """Wait until ``seen`` is true; fail with ``what`` was there instead."""
    give_up = time.monotonic() + patience
    while not seen():
        assert time.monotonic() < give_up, what()
        time.sleep(0.05)


class Computer:
    """Folders as on a computer of its own: home, data, temporary files, the current folder."""

    def __init__(self, root: Path, language: str = "en") -> None:
        self.root = root
        self.language = language
        self.data = root / "data"
        self.home, self.tmp, self.cwd = root / "home", root / "tmp", root / "cwd"
        self.ours = root / "ours"
        """The tests' own files; no part of what the program leaves."""
        for folder in (self.home, self.tmp, self.cwd, self.ours):
            folder.mkdir()
        self.extra: dict[str, str] = {}

    @property
    def env(self) -> dict[str, str]:
        """The whole environment: nothing of the computer the tests run on but where programs are."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "TMPDIR": str(self.tmp),
            "TZ": "Europe/Helsinki",
            "LANG": "C.UTF-8",
            "SHELL": "/bin/sh",
            "PYTHONPATH": str(ROOT),
            "FACILITATOR_DATA": str(self.data),
            **self.extra,
        }

    @property
    def groups(self) -> list[str]:
        """The codes of the groups that are stored."""
        return sorted(path.stem for path in (self.data / "groups").glob("R*.json"))

    @property
    def journal(self) -> Path:
        """The journal of the running session."""
        return self.data / "live.journal"

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run the program without a terminal."""
        return subprocess.run(
            [sys.executable, "-m", "facilitator", "--lang", self.language, *arguments],
            env={**self.env, **env}, cwd=self.cwd, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip

    def files(self) -> dict[Path, bytes]:
        """Every file the program could have left, with its bytes."""
        places = (self.data, self.home, self.tmp, self.cwd)
        return {path: path.read_bytes() for place in places for path in place.rglob("*") if path.is_file()}


class Window:
    """A window of a terminal with a shell in it, in which the program is started."""

    def __init__(self, computer: Computer, columns: int = 80, rows: int = 24) -> None:
        self.computer = computer
        self.say = said(computer.language)
        self._number = next(_numbers)
        self._socket = mkdtemp(prefix="e2e-")
        self._starts = 0
        self.raw_path = computer.ours / f"raw-{self._number}"
        env = {**computer.env, "TMUX_TMPDIR": self._socket, "PS1": "$ "}
        self._env = env
        (computer.ours / "tmux.conf").write_text(
            "set -g escape-time 0\nset -g status off\nset -g history-limit 5000\nset -g set-clipboard on\n"
        )
        self._tmux("new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(computer.cwd), "sh +m")
        self._tmux("set-option", "-g", "window-size", "manual")
        self._tmux("pipe-pane", f"exec cat >'{self.raw_path}'")
        self.wait("$")

    def _tmux(self, *arguments: str, stdin: bytes | None = None) -> str:
        conf = str(self.computer.ours / "tmux.conf")
        done = subprocess.run(
            ["tmux", "-u", "-L", f"e2e-{os.getpid()}-{self._number}", "-f", conf, *arguments],
            env=self._env, input=stdin, capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0 or "kill-" in arguments[0], f"tmux {arguments}: {done.stderr.decode()}"
        return done.stdout.decode()

    def close(self) -> None:
        """Close the window and what is left of its server."""
        self._tmux("kill-server")
        shutil.rmtree(self._socket, ignore_errors=True)

    def kill_session(self) -> None:
        """What closing a window does to the program in it."""
        self._tmux("kill-session")

    # what is on the screen

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return self._tmux("capture-pane", "-p").split("\n")

    @property
    def screen(self) -> str:
        """The screen; hard spaces as plain ones."""
        return "\n".join(self.lines).replace("\u00a0", " ")

    @property
    def scrollback(self) -> str:
        """Everything that can be scrolled back to, and the screen."""
        return self._tmux("capture-pane", "-p", "-S", "-")

    @property
    def raw(self) -> bytes:
        """Every byte that was sent to the terminal."""
        return self.raw_path.read_bytes()

    def flag(self, name: str) -> str:
        """A state of the terminal, as tmux names it, such as ``alternate_on``."""
        return self._tmux("display-message", "-p", f"#{{{name}}}").strip()

    def sees(self, text: str) -> bool:
        """Whether a text of the program (said in English) is on the screen, also over a line's end."""
        return _spaces(self.say(text)) in _spaces(self.screen)

    @property
    def buffers(self) -> str:
        """What is on the terminal's clipboard."""
        return self._tmux("list-buffers")

    def wait(self, *texts: str | Callable[[str], object], patience: float = PATIENCE) -> str:
        """Wait until all of these are on the screen; returns it. Texts are given in English."""

        def there() -> bool:
            screen = self.screen
            return all(text(screen) if callable(text) else _spaces(self.say(text)) in _spaces(screen) for text in texts)

        until(there, lambda: f"waited for {texts!r}, saw\n{self.screen}", patience)
        return self.screen

    def wait_gone(self, text: str) -> str:
        """Wait until a text is no longer on the screen."""
        return self.wait(lambda screen: _spaces(self.say(text)) not in _spaces(screen))

    def clock(self) -> int:
        """The seconds that the large clock shows, read from its half-blocks."""
        seen: list[int] = []

        def reads() -> bool:
            seen.extend(self._clock())
            return bool(seen)

        until(reads, lambda: f"no clock in\n{self.screen}")
        return seen[0]

    def _clock(self) -> list[int]:
        lines = self.lines
        top = next((row for row, line in enumerate(lines) if "│" in line), None)
        if top is None:
            return []
        column = lines[top].index("│") + 2
        point = ":" if self.computer.language == "en" else "."
        for scale in range(1, 5):
            shown = tuple(line[column:].rstrip() for line in lines[top : top + large_type.height(scale)])
            if (seconds := _clocks(scale, point).get(shown)) is not None:
                return [seconds]
        return []

    # keys

    def keys(self, *keys: str) -> None:
        """Press keys, as tmux names them."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tmux("send-keys", "-l", text)

    def click(self, text: str) -> None:
        """Click where a text of the program (said in English) stands first on the screen."""
        said = self.say(text)
        row, line = next((row, line) for row, line in enumerate(self.screen.split("\n")) if said in line)
        for end in "Mm":
            pressed = f"\x1b[<0;{line.index(said) + 1};{row + 1}{end}"
            self._tmux("send-keys", "-H", *(f"{ord(char):x}" for char in pressed))

    def paste(self, data: str | bytes) -> None:
        """Paste, as a terminal does for a program that has asked to be told of pastes."""
        data = data.encode() if isinstance(data, str) else data
        self._tmux("load-buffer", "-b", "pasted", "-", stdin=data)
        self._tmux("paste-buffer", "-p", "-r", "-d", "-b", "pasted")

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    # the program

    def start(self, *arguments: str, program: Path | None = None, lang: bool = True, **env: str) -> None:
        """Start the program, or the script ``program`` in its place; ``wait`` then waits for its screen."""
        self._starts += 1
        script = self.computer.ours / f"go-{self._number}-{self._starts}"
        self._pid_path = script.with_suffix(".pid")
        what = f"'{program}'" if program else "-m facilitator"
        sets = "".join(f"export {name}='{value}'\n" for name, value in env.items())
        words = " ".join(f"'{word}'" for word in (*(("--lang", self.computer.language) if lang else ()), *arguments))
        script.write_text(f"{sets}echo $$ >'{self._pid_path}'\nexec '{sys.executable}' {what} {words}\n")
        self.type(f"sh ../ours/{script.name}; echo ended{self._starts}=$?=")
        self.keys("C-j")
        until(lambda: self._pid_path.exists() and self._pid_path.read_text().endswith("\n"), lambda: self.screen)

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._pid_path.read_text())

    @property
    def alive(self) -> bool:
        """Whether the program still runs."""
        try:
            state = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return False
        return state != "Z"

    def kill(self, sign: signal.Signals = signal.SIGKILL) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, sign)

    def ended(self) -> int:
        """Wait until the program has ended and the shell is back; returns the exit status."""
        until(lambda: not self.alive, lambda: f"still running:\n{self.screen}")
        pattern = re.compile(rf"ended{self._starts}=(\d+)=")
        until(lambda: pattern.search(self.scrollback), lambda: f"no exit status in\n{self.scrollback}")
        found = pattern.search(self.scrollback)
        assert found is not None
        return int(found[1])

    def killed(self) -> None:
        """Kill the program as the system does when memory runs out, and put the terminal right by hand."""
        self.kill()
        until(lambda: not self.alive, lambda: self.screen)
        self.fresh()

    def fresh(self) -> None:
        """A fresh shell in the same window, with nothing on it."""
        self._tmux("respawn-pane", "-k", "-c", str(self.computer.cwd), "sh +m")
        self._tmux("clear-history")
        self.raw_path = self.computer.ours / f"raw-{self._number}-{self._starts}"
        self._tmux("pipe-pane", f"exec cat >'{self.raw_path}'")
        self.wait(lambda screen: screen.strip() == "$")


def _spaces(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@contextlib.contextmanager
def small_disk(folder: Path, size: str = "128k") -> Iterator[None]:
    """A disk of its own at ``folder``.

    Raises:
        OSError: this computer lets nobody mount one here.
    """
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", folder], capture_output=True, check=False
    )
    if done.returncode:
        raise OSError("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


@cache
def _clocks(scale: int, point: str) -> dict[tuple[str, ...], int]:
    """The seconds of every clock, by what it looks like."""
    found: dict[tuple[str, ...], int] = {}
    for seconds in range(LONGEST):
        rows = large_type.draw(f"{seconds // 60}{point}{seconds % 60:02}", scale)
        found.setdefault(tuple(row.rstrip() for row in rows), seconds)
    return found
