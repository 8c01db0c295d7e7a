"""Paths as they are shown."""

from pathlib import Path

LONGEST = 400
"""Characters."""


def shown_path(path: str | Path) -> str:
    """A path, harmless for a terminal and not longer than a few lines."""
    from sessions.cleaning import clean  # noqa: PLC0415 (start-up)

    return clean(str(path), LONGEST)
