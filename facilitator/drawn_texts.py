"""Caches of what was drawn: they outlive the screens, and would keep the words of a session that is over."""

import functools
import gc

from textual.cache import FIFOCache, LRUCache

THEIRS = ("facilitator.", "sessions.", "textual.", "rich.")
"""Whose caches may hold what was drawn: widths of texts, lines, large letters, codes."""
A_MOMENT = 0.5
"""Seconds in which the screens of a session are gone for good; until then they may draw themselves once more."""


def forget_drawn() -> None:
    """Empty every cache of texts. Nothing but time is lost: each is filled again when something is drawn."""
    gc.unfreeze()  # what was frozen at the start is not among the objects
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper):
            if str(kept.__module__).startswith(THEIRS):
                kept.cache_clear()
        elif isinstance(kept, LRUCache | FIFOCache):
            kept.clear()
