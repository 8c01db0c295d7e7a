"""Data folders with as many stored sessions as wanted, and a plan of twenty items."""

import json
from datetime import date, timedelta
from pathlib import Path

from exercises.deck import Deck
from facilitator.preparing.preparation import Preparation
from sessions.kinds import ItemKind
from sessions.process import Head
from sessions.record import KeptItem, Record
from sessions.store.codec import to_document
from sessions.store.groupfile import schema
from sessions.values import Id

GROUPS = 500
PEOPLE = 12
PLAN = "twenty-items"
KINDS = (ItemKind.CHECK_IN, ItemKind.AGREE_AGENDA, ItemKind.CASE, ItemKind.BREAK, ItemKind.CASE, ItemKind.CLOSING)


def make(folder: Path, sessions: int) -> Path:
    """A data folder with so many sessions spread over 500 groups, each as long as a usual one."""
    groups = folder / "groups"
    groups.mkdir(parents=True)
    (folder / "config.toml").write_text("")
    plans = folder / "plans"
    plans.mkdir()
    (plans / f"{PLAN}.toml").write_text(_plan())
    each = -(-sessions // GROUPS)
    for number in range(GROUPS if sessions else 0):
        documents = {str(n): to_document(_record(number * each + n, n)) for n in range(1, each + 1)}
        tables = {
            "meta": {"1": {"schema": schema()}},
            "group": {"1": to_document(Head(number + 1))},
            "sessions": documents,
        }
        (groups / f"{code(number)}.json").write_text(json.dumps(tables, indent=1))
    return folder


def code(number: int) -> str:
    """The code of a group."""
    return f"R{number + 100}"


def first_item_minutes(folder: Path) -> int:
    """The minutes that the first of the twenty items has when the plan is fitted."""
    text = Deck(folder).plan(Id(PLAN))
    assert text is not None
    return int(Preparation.of(text.plan, PEOPLE).fitted.items[0].minutes.fixed)


def _record(uid: int, number: int) -> Record:
    items = tuple(KeptItem(kind, 10 + n, 9 + n, slot=n) for n, kind in enumerate(KINDS * 2))
    return Record(uid, date(2020, 1, 7) + timedelta(days=14 * number), 6, 90, 88, Id("ordinary-90"), items)


def _plan() -> str:
    first = 'kind = "check-in"\nminutes = 30\nexercise = "check-in-round"\nfi = "Kierros"\nen = "Round"\n'
    other = 'kind = "theme"\nminutes = 5\nfi = "Aihe {n}"\nen = "Topic {n}"\n'
    items = [first, *(other.format(n=n) for n in range(1, 20))]
    head = f'people = {PEOPLE}\nminutes = 125\n[name]\nfi = "Kaksikymmentä"\nen = "Twenty"\n'
    head += '[suits]\nfi = "ryhmä"\nen = "group"\n'
    return head + "".join(f"[[items]]\n{item}" for item in items)
