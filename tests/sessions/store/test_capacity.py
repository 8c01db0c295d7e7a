"""How much a record can hold: worked out from the types, and the same by hand."""

from dataclasses import dataclass, fields
from datetime import date
from math import log2

import pytest

from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.process import ContractPoint, Fate, Head, SetUp
from sessions.record import MOST_COUNTED, MOST_KEPT, MOST_MINUTES, KeptItem, Record, Untaken
from sessions.store import capacity
from sessions.store.capacity import held, most_bits

IDS = 158
MINUTES, COUNT, OR_NONE = log2(MOST_MINUTES + 1), log2(MOST_COUNTED + 1), log2(IDS + 1)


def of(kind, field):
    return next(each for each in held(kind, IDS) if each.field == field)


def test_an_item_by_hand():
    by_hand = log2(len(ItemKind) + 1) + 2 * MINUTES + OR_NONE + log2(MOST_COUNTED + 2)
    assert most_bits(KeptItem, IDS) == pytest.approx(by_hand)
    by_hand = log2(len(ItemKind)) + MINUTES + log2(len(Fate)) + COUNT + OR_NONE + log2(MOST_COUNTED + 2)
    assert most_bits(Untaken, IDS) == pytest.approx(by_hand)


def test_a_goal_by_hand():
    assert most_bits(Goal, IDS) == pytest.approx(log2(len(GoalSlot)) + log2(len(CodeWord)) + log2(len(GoalStatus)))


def test_lists_have_a_length_that_is_found_by_trying():
    assert (of(Record, "items").most, of(Record, "rest").most, of(Record, "goals").most) == (MOST_KEPT, MOST_KEPT, 6)
    assert of(Record, "items").bits == pytest.approx(MOST_KEPT * most_bits(KeptItem, IDS), abs=0.01)
    assert of(SetUp, "contract").bits == len(ContractPoint)


def test_a_name_that_is_free_in_its_form_holds_more():
    assert most_bits(KeptItem) == pytest.approx(most_bits(KeptItem, IDS) - OR_NONE + 64 * log2(37))


def test_every_field_is_counted_once():
    for kind in (Record, KeptItem, Untaken, Goal, Head, SetUp):
        assert [each.field for each in held(kind, IDS)] == [field.name for field in fields(kind)]
        assert most_bits(kind, IDS) == pytest.approx(sum(each.bits for each in held(kind, IDS)))


@dataclass(frozen=True)
class Telling:
    note: str


def test_a_field_that_could_hold_a_sentence_has_no_figure(monkeypatch):
    monkeypatch.setitem(capacity.SAMPLES, Telling, Telling(""))
    with pytest.raises(TypeError):
        held(Telling, IDS)


def test_a_record_that_holds_more_is_refused():
    item = KeptItem(ItemKind.CASE, 1, 1)
    goal = Goal(GoalSlot.A, CodeWord.KIVI)
    base = {"uid": 1, "day": date(2026, 1, 1), "people": 1, "planned": 1, "actual": 1}
    Record(**base, items=(item,) * MOST_KEPT, goals=(goal,) * 6)
    for more in ({"items": (item,) * (MOST_KEPT + 1)}, {"goals": (goal,) * 7}):
        with pytest.raises(ValueError):
            Record(**base, **more)
