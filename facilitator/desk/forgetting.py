"""Forgetting a session: the one place that knows where its words may still be after it has ended."""

import functools
import gc
from typing import TYPE_CHECKING

from textual.cache import FIFOCache, LRUCache

if TYPE_CHECKING:
    from facilitator.projector.selection import Selection
    from sessions.running import RunningSession

THEIRS = ("facilitator.", "sessions.", "textual.", "rich.")
"""Whose caches may hold what was drawn: widths of texts, lines, large letters, codes."""


def forget_everything(running: "RunningSession", selection: "Selection") -> None:
    """Forget what was typed and what was shown of it, in the session, in the group's view and in every cache."""
    running.words.forget()
    selection.forget()
    forget_drawn()


def forget_drawn() -> None:
    """Empty every cache of texts. Nothing but time is lost: each is filled again when something is drawn."""
    gc.unfreeze()  # what was frozen at the start is not among the objects
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper):
            if str(kept.__module__).startswith(THEIRS):
                kept.cache_clear()
        elif isinstance(kept, LRUCache | FIFOCache):
            kept.clear()
