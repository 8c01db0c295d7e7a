"""Keeping the computer awake while a session runs. Where that cannot be, the session runs all the same."""

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wakepy import Mode


class StayingAwake:
    """Asks the system to stay awake; it is let go when the session is over, and when the program ends."""

    def __init__(self) -> None:
        self._mode: Mode | None = None

    def begin(self) -> bool:
        """Ask. Whether the system agreed; whatever goes wrong there is no matter for the session."""
        from wakepy import keep  # noqa: PLC0415 (start-up)

        try:
            mode = keep.presenting(on_fail="pass")
            mode.__enter__()
        except Exception:
            return False
        self._mode = mode
        return bool(mode.active)

    def end(self) -> None:
        """Let it sleep again."""
        mode, self._mode = self._mode, None
        if mode is not None:
            with contextlib.suppress(Exception):
                mode.__exit__(None, None, None)
