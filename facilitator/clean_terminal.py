"""Nothing of the session is left on a terminal that has no second screen to show it on.

GNU screen, as it comes, and tmux, if it is set so, go on showing the last picture when the program is over.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def wiping(driver: "type[Driver]") -> "type[Driver]":
    """``driver``, but it wipes the screen before it gives it back."""

    class Wiping(driver):  # type: ignore[misc, valid-type]
        def stop_application_mode(self) -> None:
            # Line by line: a screen that is cleared at once is kept by some terminals, to be scrolled back to.
            rows = range(self._app.size.height, 0, -1)
            self.write("\x1b[0m" + "".join(f"\x1b[{row};1H\x1b[2K" for row in rows))
            super().stop_application_mode()

    return Wiping
