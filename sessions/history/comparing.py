"""Two sessions side by side."""

from difflib import SequenceMatcher

from msgspec import Struct

from sessions.record import KeptItem, Record, Untaken

Entry = KeptItem | Untaken


class Pair(Struct, frozen=True):
    """What stands in one row: the same thing in both sessions, or something in one of them."""

    left: Entry | None
    right: Entry | None


def side_by_side(left: Record, right: Record) -> tuple[Pair, ...]:
    """The agendas of two sessions, in the order of both; the same kind and card stand in one row."""
    ours, theirs = left.agenda, right.agenda
    rows: list[Pair] = []
    matcher = SequenceMatcher(None, [_key(entry) for entry in ours], [_key(entry) for entry in theirs], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            rows.extend(Pair(one, other) for one, other in zip(ours[a:b], theirs[c:d], strict=True))
        else:
            rows.extend(Pair(one, None) for one in ours[a:b])
            rows.extend(Pair(None, other) for other in theirs[c:d])
    return tuple(rows)


def _key(entry: Entry) -> tuple[object, object]:
    return entry.kind, entry.exercise
