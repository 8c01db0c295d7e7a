"""Planned against actual minutes as a bar of characters, the same on screen and on paper."""

FULL, MORE, LESS = "█", "▓", "░"


def bar(planned: int, actual: int, longest: int, columns: int) -> str:
    """A bar on a scale where ``longest`` minutes fill ``columns``.

    ``█`` is time that was planned and taken, ``▓`` taken beyond the plan, ``░`` planned and not taken.
    """
    scale = columns / max(1, longest)
    both = round(min(planned, actual) * scale)
    whole = round(max(planned, actual) * scale)
    if max(planned, actual) and not whole:
        whole = 1
    return FULL * both + (MORE if actual > planned else LESS) * (whole - both)
