"""A number typed digit by digit: which of those there are is meant, and whether another digit could follow."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer

DIGITS = "0123456789"
WAIT = 0.6
"""Seconds in which another digit may follow; enter does not wait."""


class TypedNumber:
    """The digits typed so far on a screen. Where only one number can be meant, it is taken at once."""

    def __init__(self, screen: "MessagePump", taken: Callable[[int | None], None]) -> None:
        """``taken`` is told the number; None when there is no such number."""
        self._screen = screen
        self._taken = taken
        self._digits = ""
        self._waiting: Timer | None = None

    @property
    def value(self) -> int | None:
        """The number so far; None when nothing is being typed."""
        return int(self._digits) if self._digits else None

    def type(self, digit: str, numbers: Collection[int]) -> None:
        """Take a digit towards one of ``numbers``. One that leads to none of them begins anew."""
        self._stop()
        written = {str(number) for number in numbers}
        for digits in (self._digits + digit, digit):
            longer = [number for number in written if number.startswith(digits) and number != digits]
            if longer or digits in written:
                self._digits = digits
                break
        else:
            self._digits, longer = "", []
        if longer:
            self._waiting = self._screen.set_timer(WAIT, self.finish)
        else:
            self.finish()

    def finish(self) -> None:
        """No other digit will follow."""
        value = self.value
        self.forget()
        self._taken(value)

    def forget(self) -> None:
        """What was typed does not count."""
        self._digits = ""
        self._stop()

    def _stop(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
