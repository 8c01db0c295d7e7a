"""What can be written down at all, by type."""

import json
import re
import types
import typing
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction

import pytest
from msgspec import Struct
from session_builders import START, item, opened, step

from sessions import events as e
from sessions.clock import Anchor
from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind, ItemState, Speaking
from sessions.ledger import Ledger
from sessions.minutes import Minutes
from sessions.people import People
from sessions.plan import PlanItem, Step
from sessions.process import Fate, Head, SessionKind
from sessions.record import KeptItem, Record, Untaken
from sessions.store.codec import STORABLE, Erasing, Moving, event_document, event_from, to_document
from sessions.store.decoding import from_document
from sessions.values import SPECIAL, ClosedForm, GroupCode, Id, Instant, Seat

PLAIN = (int, bool, date, Fraction, type(None))


def allowed(kind, path, found):
    """Walk a type; note each field's type that could hold a sentence."""
    if hasattr(kind, "__supertype__"):
        assert kind.__supertype__ is int, path
        return
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType, tuple):
        for part in typing.get_args(kind):
            if part is not Ellipsis:
                allowed(part, path, found)
        return
    if kind in PLAIN:
        return
    if isinstance(kind, type) and issubclass(kind, ClosedForm):
        assert kind is not ClosedForm, path
        return
    if isinstance(kind, type) and issubclass(kind, Enum):
        return
    if is_dataclass(kind) or issubclass(kind, Struct):
        for name, hint in typing.get_type_hints(kind).items():
            allowed(hint, f"{kind.__name__}.{name}", found)
        return
    found.append((path, kind))


@pytest.mark.parametrize("kind", STORABLE, ids=lambda kind: kind.__name__)
def test_no_stored_type_has_a_field_for_a_sentence(kind):
    found = []
    allowed(kind, kind.__name__, found)
    # The one exception is a random id that the system gives each start of the computer.
    assert found == ([("Anchor.boot", str)] if kind is Anchor else [])


@pytest.mark.parametrize("kind", [str, list[str], object, bytes, dict[str, int], ClosedForm, float, typing.Any])
def test_the_walk_would_find_one(kind):
    found = []
    try:
        allowed(tuple[int, kind | None] if kind is not typing.Any else kind, "x", found)
    except AssertionError:
        return
    assert found


def test_every_kind_of_event_is_storable_and_nothing_beside_them():
    assert set(STORABLE) == {*e.EVENTS.values(), Record, Head, Anchor, Erasing, Moving}
    assert e.Event not in STORABLE


def test_every_closed_form_is_short_and_has_no_room_for_a_sentence():
    for kind in ClosedForm.__subclasses__():
        for text in ("two words", "A sentence.", "x" * 65, "ä", ""):
            with pytest.raises(ValueError):
                kind(text)


ROUND_ITEM = PlanItem(
    ItemKind.CASE, Minutes.parse("2+1.5(n-1)"), Id("only-questions"), 3, True, steps=(step("2.25n", Speaking.ROUND),)
)
STORED = [
    opened(ROUND_ITEM, item(5), plan=Id("ordinary-90"), group=GroupCode("R07"), end=Instant(START + 1)),
    e.Begun(START, keep_end=False, earlier=3),
    e.Inserted(START, ROUND_ITEM, 2),
    e.Given(START, ((1, 2), (3, 4)), 5, ItemState.LEFT_OUT, 6),
    e.AcuteBegun(START, (ROUND_ITEM,)),
    e.GoalMarked(START, GoalSlot.B, GoalStatus.RESTING),
    e.TurnGiven(START, Seat(4)),
    e.PresenterChosen(START, None),
    e.GapNoticed(START, 2**40),
    e.Ended(START),
]


@pytest.mark.parametrize("event", STORED, ids=lambda event: type(event).__name__)
def test_an_event_is_read_as_it_was_written(event):
    assert event_from(json.loads(json.dumps(event_document(event)))) == event


def test_a_record_is_read_as_it_was_written():
    goals = (Goal(GoalSlot.A, CodeWord.MANTY, GoalStatus.REACHED),)
    items = (KeptItem(ItemKind.CASE, 20, 25, Id("x"), 3), KeptItem(None, 3, 4, SPECIAL))
    record = Record(2**63, date(2026, 3, 11), 6, 90, 94, SPECIAL, items, goals, 1, 2)
    rest = (Untaken(ItemKind.THEME, 5, Fate.NEXT_TIME, 1, Id("y"), 2),)
    record = replace(record, kind=SessionKind.LOGGED, charged=False, paused=3, rest=rest, plan_form=7, revision=2)
    assert from_document(to_document(record), Record) == record
    assert from_document(to_document(record)["items"][0], KeptItem).exercise == "x"


@pytest.mark.parametrize(
    "value",
    [
        "kanarialintu",
        {"goal": "kanarialintu"},
        ["kanarialintu"],
        Ledger.open(opened(item(5))),
        Ledger.open(opened(item(5))).session,
        People(3),
        Step(Minutes.whole(3), Speaking.SILENCE),
        e.Event(START),
        None,
        3,
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_else_is_written(value):
    with pytest.raises(TypeError, match="never stored"):
        to_document(value)


class Sentence(Id):
    """Passes for an id, but holds anything."""

    form = re.compile(r".*")


def test_a_plain_string_in_place_of_an_id_is_not_read_back():
    document = to_document(e.Inserted(START, PlanItem(ItemKind.CASE, Minutes.whole(3), Sentence("Two words."))))
    with pytest.raises(ValueError):
        event_from({"e": "Inserted", **document})


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"e": "Shouted", "at": 1},
        {"e": None, "at": 1},
        {"e": ["Next"], "at": 1},
        {"e": "Next"},
        {"e": "Next", "at": "1"},
        {"e": "Next", "at": 1.5},
        {"e": "Next", "at": None},
        {"e": "Next", "at": True},
        {"e": "GoalAdded", "at": 1, "code": "kanarialintu"},
        {"e": "ItemChosen", "at": 1, "item": "kanarialintu"},
        {"e": "Inserted", "at": 1, "item": {"kind": "case", "minutes": {"fixed": "kanarialintu"}}},
        {"e": "Inserted", "at": 1, "item": {"kind": "case", "minutes": {"fixed": "1/0"}}},
        {"e": "Inserted", "at": 1, "item": {"kind": "case", "minutes": {"fixed": "1"}, "exercise": "Kanarialintu L."}},
        {"e": "Inserted", "at": 1, "item": "kanarialintu"},
        {"e": "Given", "at": 1, "minutes": [[1, 2, 3]]},
        {"e": "Event", "at": 1},
    ],
)
def test_what_is_no_event_is_a_clean_error(document):
    with pytest.raises(ValueError):
        event_from(document)


@pytest.mark.parametrize("kind", [Id, GroupCode])
@pytest.mark.parametrize("text", ["kanarialintu lauloi", "Kanarialintu"])
def test_an_error_names_the_field_and_not_its_value(kind, text):
    @dataclass
    class Holder:
        exercise: kind

    with pytest.raises(ValueError) as refused:
        from_document({"exercise": text}, Holder)
    assert "$.exercise" in str(refused.value)
    assert "anarialintu" not in str(refused.value)


def test_fields_of_a_later_version_are_passed_over():
    assert event_from({"e": "Next", "at": 5, "later": {"a": 1}}) == e.Next(Instant(5))
