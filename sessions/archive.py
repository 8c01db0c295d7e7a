"""Everything that is kept of all groups as one value, and how two of them become one.

Joining is a law, whatever the computers and however often: ``a + b == b + a``, ``(a + b) + c == a + (b + c)``,
``a + a == a``. A record or group that was erased anywhere is in no archive that this one has been joined with.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Self

from msgspec import Struct, field

from sessions.process import Head
from sessions.record import Record
from sessions.values import GroupCode


class Archive(Struct, frozen=True):
    """What is kept, by uid."""

    records: Mapping[int, tuple[GroupCode, Record]] = field(default_factory=dict)
    heads: Mapping[int, tuple[GroupCode, Head]] = field(default_factory=dict)
    erased: frozenset[int] = frozenset()
    """The uids of records and groups that were erased: random numbers, and nothing else of them."""

    def __add__(self, other: Self) -> "Archive":
        """All of both: of two copies the one corrected more often; erasing wins over everything."""
        erased = self.erased | other.erased
        records = dict(self.records)
        for uid, there in other.records.items():
            here = records.get(uid)
            records[uid] = there if here is None else max(here, there, key=_corrected)
        heads = dict(self.heads)
        for uid, (code, head) in other.heads.items():
            mine = heads.get(uid)
            heads[uid] = (code, head) if mine is None else (max(mine[0], code), _joined(mine[1], head))
        return Archive(
            {uid: each for uid, each in records.items() if uid not in erased},
            {uid: each for uid, each in heads.items() if uid not in erased},
            erased,
        )

    @property
    def codes(self) -> tuple[GroupCode, ...]:
        """The codes of the groups in it, in order."""
        codes = {code for code, _each in (*self.records.values(), *self.heads.values())}
        return tuple(sorted(codes, key=lambda code: (len(code), code)))


def _corrected(placed: tuple[GroupCode, Record]) -> tuple[int, str]:
    """Of copies corrected equally often any will do, so long as it is the same on every computer."""
    return placed[1].revision, repr(placed)


def _joined(one: Head, other: Head) -> Head:
    turned = max(one, other, key=lambda head: (head.turned, head.starter))
    agreed = max(one, other, key=lambda head: (head.revision, repr(head.set_up)))
    return replace(agreed, starter=turned.starter, turned=turned.turned)
