"""Slips: words written almost like another."""

SHORTEST_SLIP, TWO_SLIPS = 4, 8
"""Letters from which one letter may be wrong, and two."""


def almost(plain: str, words: list[str]) -> list[int]:
    """The numbers of the words that are, or begin, almost as ``plain``."""
    if len(plain) < SHORTEST_SLIP:
        return []
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)
    from rapidfuzz.process import extract  # noqa: PLC0415 (start-up)

    most = 2 if len(plain) >= TWO_SLIPS else 1
    beginnings = [word[: len(plain) + 1] if len(word) > len(plain) + 2 else word for word in words]
    found = extract(plain, beginnings, scorer=OSA.distance, score_cutoff=most, limit=60)
    # In a word of four letters only a missing letter: any other four letters are another word.
    return [number for word, _, number in found if len(plain) > SHORTEST_SLIP or len(word) > len(plain)]
