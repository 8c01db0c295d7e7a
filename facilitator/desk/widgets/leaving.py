"""Closing a screen: once, and only the one on top."""

from typing import TypeVar

from textual.screen import Screen

T = TypeVar("T")


def leave(screen: Screen[T], result: T | None = None) -> None:
    """Close a screen, if it is on top: a second key that was on its way must not close the one below."""
    if screen.app.screen_stack[-1:] == [screen]:
        screen.dismiss(result)
