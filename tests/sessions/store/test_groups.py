import gc
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.record import KeptItem, Record
from sessions.store.folder import Store
from sessions.store.groups import Group, Groups, previous_of
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import SPECIAL, GroupCode, Id, Seat

R07 = GroupCode("R07")
GOLDEN = Path(__file__).parent / "golden" / "R07-schema-1.json"


def record(uid, day=1):
    items = (KeptItem(ItemKind.CHECK_IN, 10, 12, Id("closing-round"), 0), KeptItem(ItemKind.THEME, 60, 55))
    return Record(uid, date(2026, 3, day), 6, 90, 67, Id("ordinary-90"), items)


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "groups", tmp_path / "damaged")


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


@pytest.fixture
def path(store):
    """A group's file with two records; the version before has one."""
    store.keep(R07, record(1, 1), Seat(2))
    store.keep(R07, record(2, 8), Seat(3))
    return store.groups.path(R07)


def trouble_of(act, *args):
    with pytest.raises(StoreProblem) as caught:
        act(*args)
    return caught.value.trouble


def test_a_group_without_a_file_has_no_past(groups):
    assert groups.read(R07) == Group(R07, ())
    assert groups.codes() == []
    assert list(groups.all()) == []
    assert not groups.folder.exists()


def test_records_are_read_as_they_were_kept(groups):
    for n in (1, 2, 3):
        groups.add(R07, record(n, n), Seat(n))
    assert groups.read(R07) == Group(R07, (record(1, 1), record(2, 2), record(3, 3)), Seat(3))


def test_records_are_read_oldest_first(groups):
    for uid, day in ((1, 20), (2, 5), (3, 11)):
        groups.add(R07, record(uid, day), Seat(1))
    assert [kept.uid for kept in groups.read(R07).records] == [2, 3, 1]


def test_keeping_a_session_twice_keeps_one(groups):
    groups.add(R07, record(1), Seat(1))
    before = groups.path(R07).read_bytes()
    groups.add(R07, replace(record(1), people=3), Seat(5))
    assert groups.path(R07).read_bytes() == before


def test_the_goal_board_is_as_it_was_left(groups):
    goals = (Goal(GoalSlot.A, CodeWord.KIVI, GoalStatus.REACHED),)
    assert groups.read(R07).goals == ()
    groups.add(R07, replace(record(2, 9), goals=goals), Seat(1))
    groups.add(R07, record(1, 2), Seat(1))
    assert groups.read(R07).goals == goals


def test_a_session_without_a_goal_board_leaves_the_board_as_it_was(groups):
    goals = (Goal(GoalSlot.A, CodeWord.KIVI, GoalStatus.REACHED),)
    groups.add(R07, replace(record(1, 2), goals=goals), Seat(1))
    groups.add(R07, replace(record(2, 9), people=1), Seat(1))
    assert groups.read(R07).goals == goals


def test_the_version_before_is_kept(store, path):
    assert len(json.loads(path.read_bytes())["sessions"]) == 2
    assert len(json.loads(previous_of(path).read_bytes())["sessions"]) == 1


def test_each_group_has_its_own_file_and_nothing_else_is_taken_for_one(groups):
    for code in ("R12", "R100", "R07"):
        groups.add(GroupCode(code), record(1), Seat(1))
    for name in ("R7.json", "Rxx.json", "R07.json.bak", "notes.json", "R0001.json"):
        (groups.folder / name).write_text("x")
    assert groups.codes() == ["R07", "R12", "R100"]
    assert [found.code for found in groups.all()] == ["R07", "R12", "R100"]


def test_one_damaged_group_does_not_hide_the_others(groups):
    for code in ("R07", "R08", "R09"):
        groups.add(GroupCode(code), record(1), Seat(1))
    groups.path(GroupCode("R08")).write_bytes(b"")
    found = list(groups.all())
    assert [type(each) for each in found] == [Group, StoreProblem, Group]
    assert found[1].trouble is Trouble.DAMAGED


@pytest.mark.parametrize("collecting", [True, False])
def test_reading_all_leaves_the_collector_as_it_was(groups, collecting):
    groups.add(R07, record(1), Seat(1))
    was = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        assert len(list(groups.all())) == 1
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if was else gc.disable)()


META = {"1": {"schema": 1}}
RUBBISH = {
    "empty": b"",
    "blank": b"   \n",
    "zeros": bytes(512),
    "not json": b"hello",
    "a list": b"[]",
    "a number": b"3",
    "null": b"null",
    "a string": b'"R07"',
    "no utf-8": b"\xff\xfe\xfa{}",
    "deep": b"[" * 100_000,
    "tables that are none": b'{"sessions": []}',
    "no schema": b'{"sessions": {"1": {}}}',
    "an empty meta": json.dumps({"meta": {}, "sessions": {}}).encode(),
    "a schema in words": json.dumps({"meta": {"1": {"schema": "one"}}}).encode(),
    "a meta that is none": json.dumps({"meta": {"1": "x"}}).encode(),
    "a group that is none": json.dumps({"meta": META, "group": {"1": "x"}}).encode(),
    "a group that is a list": json.dumps({"meta": META, "group": {"1": [1]}}).encode(),
    "a starter in words": json.dumps({"meta": META, "group": {"1": {"starter": "x"}}}).encode(),
    "a session that is none": json.dumps({"meta": META, "sessions": {"1": 3}}).encode(),
    "a session without fields": json.dumps({"meta": META, "sessions": {"1": {}}}).encode(),
    "a session with a sentence": json.dumps(
        {"meta": META, "sessions": {"1": {"uid": 1, "day": "2026-03-11", "people": 3, "planned": 1, "actual": 1}}}
    )
    .replace('"actual": 1', '"actual": 1, "plan": "Two words"')
    .encode(),
    "a day that is none": json.dumps(
        {"meta": META, "sessions": {"1": {"uid": 1, "day": "today", "people": 3, "planned": 1, "actual": 1}}}
    ).encode(),
    "a number too long": b'{"meta": {"1": {"schema": 1' + b"0" * 9_000 + b"}}}",
}


@pytest.mark.parametrize("content", RUBBISH.values(), ids=RUBBISH)
class TestADamagedFile:
    def test_is_said_to_be_damaged(self, store, path, content):
        path.write_bytes(content)
        assert trouble_of(store.groups.read, R07) is Trouble.DAMAGED

    def test_is_never_written_over(self, store, path, content):
        path.write_bytes(content)
        assert trouble_of(store.groups.add, R07, record(9), Seat(1)) is Trouble.DAMAGED
        assert path.read_bytes() == content

    def test_is_moved_aside_and_the_version_before_put_in_its_place(self, store, path, content):
        path.write_bytes(content)
        told = store.keep(R07, record(9, 20), Seat(4))
        assert told is not None
        assert told.trouble is Trouble.RESTORED
        assert told.aside is not None
        assert told.aside.read_bytes() == content
        assert [kept.uid for kept in store.groups.read(R07).records] == [1, 9]

    def test_without_a_version_before_it_is_moved_aside_and_said_so(self, store, path, content):
        path.write_bytes(content)
        previous_of(path).unlink()
        told = store.keep(R07, record(9, 20), Seat(4))
        assert told is not None
        assert told.trouble is Trouble.DAMAGED
        assert told.aside is not None
        assert told.aside.read_bytes() == content
        assert [kept.uid for kept in store.groups.read(R07).records] == [9]

    def test_with_a_damaged_version_before_both_are_still_there(self, store, path, content):
        path.write_bytes(b"x")
        previous_of(path).write_bytes(content)
        told = store.keep(R07, record(9, 20), Seat(4))
        assert told is not None
        assert told.trouble is Trouble.DAMAGED
        assert sorted(file.read_bytes() for file in store.damaged.iterdir()) == sorted([b"x", content])
        assert [kept.uid for kept in store.groups.read(R07).records] == [9]


def test_a_file_cut_short_anywhere_is_whole_or_damaged_and_never_another(store, path):
    whole = path.read_bytes()
    full = store.groups.read(R07)
    for length in {*range(0, len(whole), 97), len(whole) - 1, len(whole) - 2, 1, 2}:
        path.write_bytes(whole[:length])
        try:
            found = store.groups.read(R07)
        except StoreProblem as caught:
            found = caught.trouble
        assert found in (full, Trouble.DAMAGED)


def test_a_file_cut_short_is_mended_and_never_deleted(store, path):
    whole = path.read_bytes()
    before = previous_of(path).read_bytes()
    cuts = range(0, len(whole), 97)
    for number, length in enumerate(cuts, 1):
        path.write_bytes(whole[:length])
        previous_of(path).write_bytes(before)
        told = store.keep(R07, record(100 + number, 30), Seat(1))
        assert told is not None
        assert told.trouble is Trouble.RESTORED
        assert [kept.uid for kept in store.groups.read(R07).records] == [1, 100 + number]
    kept = sorted(file.stat().st_size for file in store.damaged.iterdir())
    assert kept == list(cuts)


def newer():
    return json.dumps({"meta": {"1": {"schema": 2}}, "sessions": {"1": {"of": "a later version"}}}).encode()


class TestANewerFile:
    def test_is_read_by_nobody_older(self, store, path):
        path.write_bytes(newer())
        assert trouble_of(store.groups.read, R07) is Trouble.NEWER

    def test_is_left_untouched(self, store, path):
        path.write_bytes(newer())
        for act in (store.groups.add, store.keep):
            assert trouble_of(act, R07, record(9), Seat(1)) is Trouble.NEWER
        assert path.read_bytes() == newer()
        assert not store.damaged.exists()

    def test_is_left_untouched_also_as_the_version_before(self, store, path):
        path.write_bytes(b"")
        previous_of(path).write_bytes(newer())
        assert trouble_of(store.keep, R07, record(9), Seat(1)) is Trouble.NEWER
        assert path.read_bytes() == b""
        assert previous_of(path).read_bytes() == newer()

    def test_is_listed_as_such(self, store, path):
        path.write_bytes(newer())
        (found,) = store.groups.all()
        assert found.trouble is Trouble.NEWER


def test_the_file_of_schema_1_is_read_as_ever(groups):
    groups.folder.mkdir(parents=True)
    groups.path(R07).write_bytes(GOLDEN.read_bytes())
    assert groups.read(R07) == EXPECTED


def test_the_file_of_schema_1_is_written_as_ever(groups):
    for kept, starter in zip(EXPECTED.records, (2, 4), strict=True):
        groups.add(R07, kept, Seat(starter))
    assert groups.path(R07).read_text("utf-8") == GOLDEN.read_text("utf-8").rstrip("\n")


EXPECTED = Group(
    R07,
    (
        Record(
            9_223_372_036_854_775_809,
            date(2026, 2, 25),
            6,
            90,
            94,
            Id("ordinary-90"),
            (
                KeptItem(ItemKind.CHECK_IN, 10, 12, Id("check-in-round"), 0),
                KeptItem(ItemKind.CASE, 25, 26, SPECIAL),
                KeptItem(ItemKind.BREAK, 5, 6, None, 2),
                KeptItem(ItemKind.CLOSING, 7, 7, Id("closing-round"), 3),
            ),
            (
                Goal(GoalSlot.A, CodeWord.MAJAKKA, GoalStatus.IN_PROGRESS),
                Goal(GoalSlot.B, CodeWord.MANTY, GoalStatus.OPEN),
            ),
            left_out=1,
            next_time=2,
        ),
        Record(77, date(2026, 3, 11), 5, 60, 58, SPECIAL, (KeptItem(None, 60, 58, SPECIAL),)),
    ),
    Seat(4),
)
"""What is in the golden file. It stays for ever: later versions must still read it."""


def test_turning_a_file_that_cannot_be_opened_into_a_problem(groups):
    groups.path(R07).mkdir(parents=True)
    assert trouble_of(groups.read, R07) is Trouble.FAILED
    assert trouble_of(groups.add, R07, record(1), Seat(1)) is Trouble.FAILED


def test_a_read_only_folder_is_said_to_be_so(store, path, monkeypatch):
    def refuse(*_args, **_named):
        raise PermissionError(13, "Permission denied")

    before = path.read_bytes()
    monkeypatch.setattr("sessions.store.files.open", refuse, raising=False)
    assert trouble_of(store.keep, R07, record(9), Seat(1)) is Trouble.READ_ONLY
    assert path.read_bytes() == before
