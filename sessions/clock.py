"""The one place that reads clocks (a lint rule keeps it so).

``now`` runs on through sleep and is not moved when the computer's clock is set. Python's ``monotonic`` stops
during sleep on Linux and macOS, so it is used only to notice a sleep. Sources: clock_gettime(2) for
CLOCK_BOOTTIME; Apple's clock_gettime_nsec_np for CLOCK_MONOTONIC_RAW, which follows mach_continuous_time;
Microsoft's "Windows Time" for GetTickCount64, which counts sleep and hibernation.
"""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from sessions.values import SECOND, Instant

GAP_WORTH_SAYING = 30 * SECOND
"""A shorter sleep or stop is counted without a word."""
LATE_TICK = 3 * SECOND
STEP_WORTH_NOTING = 2 * SECOND


class Clock(Protocol):
    """Where instants come from."""

    def now(self) -> Instant:
        """The instant, on the session's line of time."""
        ...

    def wall(self) -> Instant:
        """What the computer's clock says."""
        ...

    def awake(self) -> int:
        """Milliseconds that the computer has been awake, from some fixed point."""
        ...

    def anchor(self) -> "Anchor":
        """What ties ``now`` to this start of the computer, for the journal."""
        ...


@dataclass(frozen=True, slots=True)
class Anchor:
    """An instant, tied to the continuous clock of one start of the computer."""

    boot: str
    """Which start of the computer: a random id of the system's, empty when it has none."""
    continuous: int
    """Milliseconds on the continuous clock."""
    instant: Instant


class SystemClock:
    """The computer's clocks."""

    def __init__(
        self, resumed: Anchor | None = None, wall_offset_ms: int = 0, not_before: Instant | None = None
    ) -> None:
        """Start a line of time at the computer's clock, or go on with one after a crash.

        If the computer has not been started anew since ``resumed``, its continuous clock tells exactly how much
        time went by; otherwise only the computer's clock can, from which the line differs by ``wall_offset_ms``.
        That one may have been set back meanwhile: then the line goes on at ``not_before``, the last instant known.
        """
        boot = boot_id()
        self._boot = boot
        if resumed is not None and boot and resumed.boot == boot:
            self._offset = resumed.instant - resumed.continuous
        else:
            self._offset = self.wall() - wall_offset_ms - _continuous()
        self.was_set_back = not_before is not None and self.now() < not_before
        """Nobody can tell how long the program did not run: the computer's clock is behind what it was."""
        if not_before is not None and self.was_set_back:
            self._offset += not_before - self.now()

    def now(self) -> Instant:
        """See ``Clock``."""
        return Instant(_continuous() + self._offset)

    def wall(self) -> Instant:
        """See ``Clock``."""
        return wall()

    def awake(self) -> int:
        """See ``Clock``."""
        return awake()

    def anchor(self) -> Anchor:
        """See ``Clock``."""
        continuous = _continuous()
        return Anchor(self._boot, continuous, Instant(continuous + self._offset))


class Noticed(NamedTuple):
    """What happened to the clocks between two looks at them, in milliseconds; 0 for nothing."""

    gap: int
    """The computer slept or the program stood still so long."""
    step: int
    """The computer's clock was set by so much."""


class Look(NamedTuple):
    """One look at the clocks."""

    now: Instant
    wall: Instant
    awake: int

    @classmethod
    def at(cls, clock: Clock) -> "Look":
        """Look now."""
        return cls(clock.now(), clock.wall(), clock.awake())

    def since(self, before: "Look", expected: int = SECOND) -> Noticed:
        """Compare with a look that should have been ``expected`` milliseconds ago."""
        went_by = self.now - before.now
        slept = went_by - (self.awake - before.awake)
        late = went_by - expected
        gap = late if slept > LATE_TICK or late > LATE_TICK else 0
        step = (self.wall - before.wall) - went_by
        return Noticed(gap if gap >= GAP_WORTH_SAYING else 0, step if abs(step) > STEP_WORTH_NOTING else 0)


def wall() -> Instant:
    """What the computer's clock says: for the hour and the day, not for the session."""
    return Instant(time.time_ns() // 1_000_000)


def awake() -> int:
    """Milliseconds that the computer has been awake, from some fixed point: for waiting, not for the session."""
    return time.monotonic_ns() // 1_000_000


def boot_id() -> str:
    """Which start of the computer this is; empty where the system does not say."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii")[:8]
    except OSError:
        return ""


if sys.platform == "win32":
    import ctypes

    def _continuous() -> int:
        return int(ctypes.windll.kernel32.GetTickCount64())

elif sys.platform == "darwin":

    def _continuous() -> int:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW) // 1_000_000

else:
    _BOOTTIME = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)

    def _continuous() -> int:
        return time.clock_gettime_ns(_BOOTTIME) // 1_000_000
