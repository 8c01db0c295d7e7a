"""The program on a computer whose clocks are set by a file, so that ninety minutes are lived in seconds.

Nothing of the program is replaced: its clocks are read ahead of the real ones, and it looks at them more often than
once a second while time is made up. The file holds two numbers: milliseconds lived awake, milliseconds slept. Beside it
the program writes how much it has lived.
"""

import os
import time
from pathlib import Path

from facilitator.command_line.main import main
from facilitator.desk.app import Desk
from sessions import clock
from sessions.running import RunningSession

FILE = Path(os.environ["STORY_CLOCK"])
PIECE = 20_000
"""Milliseconds made up at once: so few that it looks like neither sleep nor standing still."""
OFTEN = 0.05
"""Seconds between two looks at the clocks."""

continuous, awake, wall, tick = clock._continuous, clock.awake, clock.SystemClock.wall, RunningSession.tick


def told() -> tuple[int, int]:
    """What the file says."""
    lived, slept = FILE.read_text(encoding="ascii").split()
    return int(lived), int(slept)


lived, slept = told()


def ticked(self: RunningSession) -> clock.Noticed:
    """Live on to where the file says, in pieces, as if a second went by at each."""
    global lived, slept
    until, slept = told()
    while lived < until:
        lived += min(PIECE, until - lived)
        if lived < until:
            tick(self)
    noticed = tick(self)
    FILE.with_suffix(".lived").write_text(f"{lived} {slept}", encoding="ascii")
    return noticed


clock._continuous = lambda: continuous() + lived + slept
clock.awake = lambda: awake() + lived
clock.SystemClock.wall = lambda self: clock.Instant(time.time_ns() // 1_000_000 + lived + slept)
RunningSession.tick = ticked
Desk._tick_on_the_second = lambda self: self.set_timer(OFTEN, self._tick) and None

if __name__ == "__main__":
    raise SystemExit(main())
