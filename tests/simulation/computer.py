"""The clocks of one computer, under the program's own ``SystemClock``: sleep, steps, daylight saving, a new start."""

from collections.abc import Iterator
from contextlib import contextmanager

from sessions import clock as clock_module
from sessions.values import MINUTE

NOON = 1_773_230_400_000
MILLION = 1_000_000


class Computer:
    """What the system's clocks say."""

    def __init__(self) -> None:
        self.wall, self.continuous, self.awake, self.boots = NOON, 200 * MINUTE, 100 * MINUTE, 1

    def runs(self, ms: int) -> None:
        """Time goes by."""
        self.awake += ms
        self.sleeps(ms)

    def sleeps(self, ms: int) -> None:
        """Time goes by while it sleeps."""
        self.wall += ms
        self.continuous += ms

    def steps(self, ms: int) -> None:
        """Its clock is set, or daylight saving as some systems do it: no time goes by."""
        self.wall += ms

    def starts_anew(self, ms: int) -> None:
        """It was off for so long."""
        self.wall += ms
        self.boots += 1
        self.continuous = self.awake = 5_000

    def time_ns(self) -> int:
        """As ``time.time_ns``."""
        return self.wall * MILLION

    def monotonic_ns(self) -> int:
        """As ``time.monotonic_ns``: stands still in sleep."""
        return self.awake * MILLION

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Stand in for the system's clocks."""
        really = clock_module.time, clock_module._continuous, clock_module.boot_id
        clock_module.time = self  # type: ignore[assignment]
        clock_module._continuous = lambda: self.continuous
        clock_module.boot_id = lambda: f"boot{self.boots:04}"
        try:
            yield
        finally:
            clock_module.time, clock_module._continuous, clock_module.boot_id = really
