"""Sessions as they are kept, to look at."""

from collections.abc import Iterable
from datetime import date

from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.record import KeptItem, Record
from sessions.store.folder import Store
from sessions.values import FIRST_SEAT, GroupCode, Id


def a_record(uid: int = 1, day: date = date(2026, 2, 11), **more) -> Record:
    """A session as it is kept."""
    items = (
        KeptItem(ItemKind.CHECK_IN, 10, 12, Id("check-in-round"), 0),
        KeptItem(ItemKind.AGREE_AGENDA, 9, 8, Id("topic-bids"), 1),
        KeptItem(ItemKind.THEME, 25, 31, None, 2),
        KeptItem(ItemKind.BREAK, 5, 5, None, 3),
        KeptItem(ItemKind.THEME, 20, 14, None, 4),
        KeptItem(ItemKind.CLOSING, 7, 7, Id("closing-round"), 6),
        KeptItem(ItemKind.EXERCISE, 10, 0, Id("pair-buzz")),
    )
    made = {
        "people": 6,
        "planned": 90,
        "actual": 77,
        "plan": Id("ordinary-90"),
        "items": items,
        "goals": (Goal(GoalSlot.A, CodeWord.MAJAKKA, GoalStatus.IN_PROGRESS),),
        "left_out": 1,
        "next_time": 2,
    }
    return Record(uid, day, **(made | more))


def keep(store: Store, records: Iterable[Record], code: str = "R01") -> None:
    """Keep sessions of a group, as the one program that writes."""
    store.claim()
    for record in records:
        store.keep(GroupCode(code), record, FIRST_SEAT)
    store.release()
