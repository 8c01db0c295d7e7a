"""What a group's past sessions tell. Values only: nothing of a screen, nothing of a language."""

from collections.abc import Sequence
from dataclasses import dataclass

from sessions.kinds import ItemKind
from sessions.record import Record

SHOWN = 12
"""So many sessions back are looked at."""


@dataclass(frozen=True, slots=True)
class KindDrift:
    """How far from its plan a kind of item ends."""

    kind: ItemKind
    average: int
    """Whole minutes beyond the plan; below 0 when less was needed."""


def drifts(records: Sequence[Record]) -> list[KindDrift]:
    """Every kind of item of the last sessions that does not end as planned, the furthest off first."""
    found: dict[ItemKind, list[int]] = {}
    for record in records[-SHOWN:]:
        for item in record.items:
            if item.kind is not None:
                found.setdefault(item.kind, []).append(item.actual - item.planned)
    averages = [KindDrift(kind, round(sum(each) / len(each))) for kind, each in found.items()]
    return sorted((drift for drift in averages if drift.average), key=lambda drift: -abs(drift.average))
