"""Keeping the computer and its screen awake while a session runs. Where that cannot be, the session runs on."""

import contextlib

from wakepy import Mode, keep


class StayingAwake:
    """Asks the system to stay awake; it is let go when the session is over, and when the program ends."""

    def __init__(self) -> None:
        self._mode: Mode | None = None

    def begin(self) -> bool:
        """Ask. Whether the system agreed; whatever goes wrong there is no matter for the session."""
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
