"""Two real programs, each in a terminal of its own, that begin a session in the same folder at the same moment."""

import contextlib
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from pathlib import Path

from e2e.tmux_terminal import ROOT

PATIENCE = 60.0
BEGINS, REFUSED = b"Not begun. Space begins.", b"A session is running in another window."


class Program:
    """A program that waits, with everything it needs, for the word to begin."""

    def __init__(self, folder: Path) -> None:
        told, self._tell = os.pipe()
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.read(told, 1)
            os.chdir(folder.parent)
            os.execvpe(sys.executable, [sys.executable, "-m", "facilitator", "--lang", "en", "run"], _env(folder))
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 110, 0, 0))
        os.close(told)
        self.seen = b""

    def begin(self) -> None:
        """Give the word."""
        os.write(self._tell, b"!")

    def press(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._terminal, keys)

    def wait(self, *texts: bytes) -> bytes:
        """Wait for one of these on its terminal; returns it."""
        give_up = time.monotonic() + PATIENCE
        while not any(text in self.seen for text in texts):
            assert time.monotonic() < give_up, self.seen[-2_000:]
            if select.select([self._terminal], [], [], 0.1)[0]:
                self.seen += os.read(self._terminal, 65_536)
        return next(text for text in texts if text in self.seen)

    def kill(self) -> None:
        """End it as a power cut does."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)
        os.close(self._tell)


def _env(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"], "HOME": str(folder.parent), "TERM": "xterm-256color", "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT), "FACILITATOR_DATA": str(folder),
    }  # fmt: skip


def start_two(folder: Path) -> tuple[bytes, bytes]:
    """Start two at once, begin the session where there is one, and kill both. Returns what each said."""
    programs = [Program(folder), Program(folder)]
    try:
        for program in programs:
            program.begin()
        said = [program.wait(BEGINS, REFUSED) for program in programs]
        for program, what in zip(programs, said, strict=True):
            if what == BEGINS:
                program.press(b" ")
                program.wait(b"STEP 1/3")
        return said[0], said[1]
    finally:
        for program in programs:
            program.kill()
