"""Sharing whole minutes in proportion, with nothing lost to rounding."""

from collections.abc import Sequence


def share(amount: int, weights: Sequence[int], *, capped: bool = True) -> list[int]:
    """Split ``amount`` in proportion to ``weights`` into whole parts that add up to it.

    The largest-remainder method: everybody gets the whole part of their share, what is left goes to the
    largest fractions, earlier ones first. With ``capped`` no part is larger than its weight, so ``amount`` may
    not exceed their sum.
    """
    total = sum(weights)
    if not total or amount <= 0:
        return [0] * len(weights)
    if capped and amount > total:
        raise ValueError("more to share out than there is room for")
    parts = [amount * weight // total for weight in weights]
    by_fraction = sorted(range(len(weights)), key=lambda i: (-(amount * weights[i] % total), i))
    for index in by_fraction[: amount - sum(parts)]:
        parts[index] += 1
    return parts
