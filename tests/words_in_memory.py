"""Where in the memory of this process a text is still kept."""

import gc


def where_kept(word: str) -> list[str]:
    """The texts with ``word`` in them that any living object refers to, with what refers to them."""
    gc.unfreeze()  # what is frozen is not listed
    gc.collect()
    seen: set[int] = set()
    found: list[str] = []
    waiting = [each for each in gc.get_objects() if each is not seen and each is not found]
    while waiting:
        holder = waiting.pop()
        for held in gc.get_referents(holder):
            if isinstance(held, str):
                if word in held and held is not word:
                    found.append(f"{type(holder).__module__}.{type(holder).__name__}: {held.replace(word, '…')[:60]!r}")
            elif not gc.is_tracked(held) and isinstance(held, tuple | dict) and id(held) not in seen:
                seen.add(id(held))
                waiting.append(held)
    return found
