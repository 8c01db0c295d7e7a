"""Stand-ins for what a test must be able to move by hand."""

from sessions.clock import Anchor
from sessions.values import MINUTE, Instant

NOON = Instant(1_773_230_400_000)
"""2026-03-11 12:00 UTC; nothing depends on it."""


class FakeClock:
    """The clocks of one computer, moved by hand. Follows ``sessions.clock.SystemClock`` in what each of them does."""

    def __init__(self, wall: int = NOON) -> None:
        self._wall = int(wall)
        self._awake = 100 * MINUTE
        self._continuous = 200 * MINUTE
        self._boots = 1
        self._offset = self._wall - self._continuous

    def now(self) -> Instant:
        """The session's line of time: runs through sleep, is not moved by ``step``."""
        return Instant(self._continuous + self._offset)

    def wall(self) -> Instant:
        """What the computer's clock says."""
        return Instant(self._wall)

    def awake(self) -> int:
        """Stands still during ``suspend``."""
        return self._awake

    def anchor(self) -> Anchor:
        """What the journal writes down."""
        return Anchor(f"boot{self._boots:04}", self._continuous, self.now())

    def sleep(self, ms: int) -> None:
        """Let time pass with the computer awake."""
        self._awake += ms
        self.suspend(ms)

    def suspend(self, ms: int) -> None:
        """Let time pass with the computer asleep."""
        self._continuous += ms
        self._wall += ms

    def step(self, ms: int) -> None:
        """Set the computer's clock forward, or back when negative. No time passes."""
        self._wall += ms

    def reboot(self, ms: int = 0) -> None:
        """Start the computer anew, which takes ``ms``; the line of time begins again at the computer's clock."""
        self._wall += ms
        self._boots += 1
        self._continuous = self._awake = 5_000
        self._offset = self._wall - self._continuous

    def resume(self, anchor: Anchor) -> None:
        """Start the program again, to go on with the line of time of ``anchor``."""
        same = anchor.boot == self.anchor().boot
        self._offset = (anchor.instant if same else self._wall) - (anchor.continuous if same else self._continuous)
