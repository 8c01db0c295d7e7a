import errno
import gc
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from msgspec import structs

from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.process import ContractPoint, Fate, Form, Language, SessionKind, Setting, SetUp
from sessions.record import KeptItem, Record, Untaken
from sessions.store import database, glances, groupfile
from sessions.store.folder import Store
from sessions.store.groupfile import previous_of
from sessions.store.groups import Group, Groups
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import SPECIAL, GroupCode, Id, Seat

R07 = GroupCode("R07")
GOLDEN = Path(__file__).parent / "golden" / "R07-schema-1.json"
GOLDEN_2 = GOLDEN.with_name("R07-schema-2.json")


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


META = {"1": {"schema": 2}}
HEAD = {"uid": 5, "starter": 1, "turned": 0, "set_up": {}, "revision": 0}
SESSION = {"uid": 1, "day": "2026-03-11", "people": 3, "planned": 1, "actual": 1}


def whole_file(schema=2, **fields):
    """A group's file with one session, with these fields of it."""
    tables = {"meta": {"1": {"schema": schema}}, "group": {"1": HEAD}, "sessions": {"1": SESSION | fields}}
    return json.dumps(tables).encode()


RUBBISH = {
    "no tables": b"{}",
    "a table under another name": json.dumps({"meta": META, "group": {"1": HEAD}, "seswions": {"1": {}}}).encode(),
    "no group": json.dumps({"meta": META, "sessions": {}}).encode(),
    "a starter who is nobody": whole_file().replace(b'"starter": 1', b'"starter": 0'),
    "a group met more people than there can be": whole_file().replace(b'"set_up": {}', b'"set_up": {"people": 1000}'),
    "a contract with a sentence": whole_file().replace(b'"set_up": {}', b'"set_up": {"contract": "We agree."}'),
    "a contract with a point twice": whole_file().replace(b'"set_up": {}', b'"set_up": {"contract": ["fee", "fee"]}'),
    "of version 1, with a table that is none": whole_file(schema=1).replace(b'"starter"', b'"stbrter"'),
    "minutes beyond all measure": whole_file(planned=2**62),
    "a place before the first": whole_file(items=[{"kind": "theme", "planned": 1, "actual": 1, "slot": -1}]),
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


def test_of_a_file_with_any_byte_changed_no_session_is_lost_without_a_word(store, path):
    chance = Random(7)
    whole = path.read_bytes()
    for _time in range(500):
        at = chance.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
        for found in (*store.groups.all(), *store.groups.glances()):
            if isinstance(found, StoreProblem):
                assert found.trouble in (Trouble.DAMAGED, Trouble.NEWER)
            else:
                assert (len(found.records) if isinstance(found, Group) else found.sessions) == 2


def test_at_a_glance_any_byte_changed_is_what_it_is_when_all_is_read(store, path):
    def told(look, data):
        try:
            return look(R07, data, path)
        except StoreProblem as trouble:
            return trouble.trouble
        except (ValueError, RecursionError):
            return Trouble.DAMAGED

    chance = Random(11)
    whole = path.read_bytes()
    for _time in range(2000):
        at = chance.randrange(len(whole))
        data = whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]
        assert told(glances.glance_of, data) == told(glances.the_long_way, data), data[max(0, at - 20) : at + 20]


def test_at_a_glance_most_of_a_file_becomes_no_value(store, path, monkeypatch):
    monkeypatch.setattr(glances, "the_long_way", None)
    (glance,) = store.groups.glances()
    assert glance == store.groups.read(R07).glance


def test_a_session_under_what_is_no_number_is_damage_and_not_found_out_when_the_next_is_to_be_kept(store, path):
    path.write_bytes(path.read_bytes().replace(b'"1": {', b'"1-copy": {', 1))
    assert trouble_of(store.groups.read, R07) is Trouble.DAMAGED


def test_two_sessions_under_one_number_are_damage(store, path):
    path.write_bytes(path.read_bytes().replace(b'"2": {', b'"1": {'))
    assert trouble_of(store.groups.read, R07) is Trouble.DAMAGED


class TestAFileThatWasRemoved:
    def test_is_not_brought_back_by_mending(self, store, path):
        path.unlink()
        store.groups.mend(R07)
        assert not path.exists()
        assert previous_of(path).exists()

    def test_leaves_no_version_before_the_next_one(self, store, path):
        path.unlink()
        store.keep(R07, record(9, 20), Seat(1))
        path.write_bytes(b"x")
        told = store.keep(R07, record(10, 21), Seat(1))
        assert told is not None
        assert told.trouble is Trouble.DAMAGED
        assert [kept.uid for kept in store.groups.read(R07).records] == [10]
        assert len(list(store.damaged.iterdir())) == 2


@pytest.mark.parametrize("in_its_place", ["groups", "."])
def test_a_folder_that_cannot_be_looked_into_is_no_empty_list(tmp_path, in_its_place):
    store = Store(tmp_path / "data")
    place = store.folder / in_its_place
    place.parent.mkdir(exist_ok=True)
    place.write_text("a file")
    assert trouble_of(store.groups.codes) is Trouble.FAILED
    for found in (list(store.groups.all()), list(store.groups.glances())):
        assert [each.trouble for each in found] == [Trouble.FAILED]


def test_a_folder_without_rights_is_no_empty_list(store, path, monkeypatch):
    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert trouble_of(store.groups.codes) is Trouble.READ_ONLY
    assert [type(each) for each in store.groups.all()] == [StoreProblem]


def test_the_date_of_a_file_is_the_day_of_its_last_session(store, path):
    def date_of(file):
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)

    assert date_of(path) == datetime(2026, 3, 8, tzinfo=UTC)
    assert date_of(previous_of(path)) == datetime(2026, 3, 1, tzinfo=UTC)
    path.write_bytes(b"x")
    store.groups.mend(R07)
    assert date_of(path) == datetime(2026, 3, 1, tzinfo=UTC)


def test_a_session_without_a_goal_board_does_not_wipe_it(groups):
    goals = (Goal(GoalSlot.A, CodeWord.KIVI, GoalStatus.REACHED),)
    groups.add(R07, replace(record(1, 2), goals=goals), Seat(1))
    groups.add(R07, replace(record(2, 9), people=1), Seat(1))
    assert groups.read(R07).goals == goals


FUTURE = {
    "a field of a session": whole_file(mood=3),
    "a field of an item": whole_file(items=[{"kind": "theme", "planned": 1, "actual": 1, "colour": 2}]),
    "a kind of item": whole_file(items=[{"kind": "mediation", "planned": 1, "actual": 1}]),
    "a table": whole_file()[:-1] + b', "contracts": {}}',
    "a field of the group": whole_file().replace(b'"starter": 1', b'"starter": 1, "people": 5'),
    "a field of what was agreed": whole_file().replace(b'"set_up": {}', b'"set_up": {"mood": 3}'),
    "a place to meet": whole_file().replace(b'"set_up": {}', b'"set_up": {"setting": "moon"}'),
    "a field of the form": whole_file().replace(b'"schema": 2', b'"schema": 2, "by": 5'),
}


@pytest.mark.parametrize("content", FUTURE.values(), ids=FUTURE)
def test_what_only_a_newer_program_knows_is_newer_and_left_untouched(store, path, content):
    path.write_bytes(content)
    assert trouble_of(store.groups.read, R07) is Trouble.NEWER
    assert trouble_of(store.keep, R07, record(9), Seat(1)) is Trouble.NEWER
    assert path.read_bytes() == content
    assert not store.damaged.exists()


class TestAnOlderFile:
    """With two steps put behind the form of today, as later versions will have them."""

    @pytest.fixture(autouse=True)
    def later(self, monkeypatch):
        def rename_starter(tables):
            (group,) = tables["group"].values()
            return {**tables, "group": {"1": {"begins": group["starter"], **group}}}

        def rename_back_and_add(tables):
            (group,) = tables["group"].values()
            begins = group.pop("begins")
            return {**tables, "group": {"1": {**group, "starter": begins + 1}}}

        monkeypatch.setattr(groupfile, "MIGRATIONS", (*groupfile.MIGRATIONS, rename_starter, rename_back_and_add))

    @pytest.fixture
    def path(self, groups):
        groups.folder.mkdir(parents=True)
        groups.path(R07).write_bytes(GOLDEN.read_bytes())
        return groups.path(R07)

    def test_is_read_through_every_step(self, groups, path):
        assert groups.read(R07) == structs.replace(EXPECTED, starter=Seat(5))

    def test_is_not_changed_by_being_read(self, groups, path):
        groups.read(R07)
        assert path.read_bytes() == GOLDEN.read_bytes()

    def test_is_written_anew_with_the_old_one_beside_it(self, groups, path):
        groups.add(R07, record(9, 30), Seat(2))
        assert json.loads(path.read_bytes())["meta"] == {"1": {"schema": 4}}
        assert [kept.uid for kept in groups.read(R07).records] == [EXPECTED.records[0].uid, 77, 9]
        assert previous_of(path).read_bytes() == GOLDEN.read_bytes()

    def test_stays_as_it_is_when_the_new_one_cannot_be_written(self, groups, path, monkeypatch):
        def full(*_what, **_named):
            raise OSError(errno.ENOSPC, "full")

        monkeypatch.setattr(database, "replace_file", full)
        assert trouble_of(groups.add, R07, record(9, 30), Seat(2)) is Trouble.NO_SPACE
        assert path.read_bytes() == GOLDEN.read_bytes()

    def test_mends_a_damaged_newer_one(self, groups, path):
        groups.add(R07, record(9, 30), Seat(2))
        path.write_bytes(b"x")
        assert groups.mend(R07).trouble is Trouble.RESTORED
        assert groups.read(R07) == structs.replace(EXPECTED, starter=Seat(5))

    def test_a_step_that_meets_something_else_calls_it_damaged(self, groups, path):
        path.write_bytes(whole_file(schema=1).replace(b'"starter"', b'"stbrter"'))
        assert trouble_of(groups.read, R07) is Trouble.DAMAGED


def test_there_is_a_golden_file_of_every_version():
    kept = {path.name for path in GOLDEN.parent.glob("R07-schema-*.json")}
    assert kept == {f"R07-schema-{version}.json" for version in range(1, groupfile.schema() + 1)}


def newer():
    return json.dumps({"meta": {"1": {"schema": 3}}, "sessions": {"1": {"of": "a later version"}}}).encode()


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


def test_a_file_of_schema_1_is_kept_beside_the_one_that_it_becomes(groups):
    groups.folder.mkdir(parents=True)
    groups.path(R07).write_bytes(GOLDEN.read_bytes())
    groups.agree(R07, SET_UP)
    assert groups.read(R07) == structs.replace(EXPECTED, set_up=SET_UP)
    assert previous_of(groups.path(R07)).read_bytes() == GOLDEN.read_bytes()


def test_copies_of_a_file_of_schema_1_are_the_same_group_on_two_computers(tmp_path):
    heads = []
    for name in ("one", "two"):
        groups = Groups(tmp_path / name, tmp_path / "damaged")
        groups.folder.mkdir()
        groups.path(R07).write_bytes(GOLDEN.read_bytes())
        heads.append(groups.contents(R07).head)
    assert heads[0] == heads[1]
    assert heads[0].uid not in (0, 77, EXPECTED.records[0].uid)


def test_the_file_of_schema_2_is_read_as_ever(groups):
    groups.folder.mkdir(parents=True)
    groups.path(R07).write_bytes(GOLDEN_2.read_bytes())
    assert groups.read(R07) == EXPECTED_2


def test_the_file_of_schema_2_is_written_as_ever(groups):
    for kept, starter in zip(EXPECTED_2.records, (2, 4, None), strict=True):
        groups.add(R07, kept, Seat(starter) if starter else None)
    groups.agree(R07, SET_UP)
    assert groups.path(R07).read_text("utf-8") == GOLDEN_2.read_text("utf-8").rstrip("\n")


class TestWhatWasAgreed:
    def test_is_kept_of_a_group_that_has_not_met(self, groups):
        groups.agree(R07, SET_UP)
        assert groups.read(R07) == Group(R07, (), set_up=SET_UP)
        (glance,) = groups.glances()
        assert (glance.sessions, glance.last, glance.set_up) == (0, None, SET_UP)

    def test_stays_when_a_session_ends(self, groups):
        groups.agree(R07, SET_UP)
        groups.add(R07, record(1), Seat(3))
        assert groups.read(R07) == Group(R07, (record(1),), Seat(3), SET_UP)

    def test_said_twice_is_written_once(self, groups):
        groups.agree(R07, SET_UP)
        before = groups.path(R07).read_bytes()
        groups.agree(R07, SET_UP)
        assert groups.path(R07).read_bytes() == before

    def test_a_session_without_the_laptop_leaves_the_turn_where_it_was(self, groups):
        groups.add(R07, record(1), Seat(3))
        groups.add(R07, replace(record(2, 9), kind=SessionKind.LOGGED))
        assert groups.read(R07).starter == Seat(3)


class TestACorrectedRecord:
    def test_takes_the_place_of_the_one_before(self, groups):
        groups.add(R07, record(1, 1), Seat(1))
        groups.add(R07, record(2, 2), Seat(1))
        groups.correct(R07, replace(record(1, 9), planned=60))
        assert groups.read(R07).records == (record(2, 2), replace(record(1, 9), planned=60, revision=1))

    def test_counts_its_corrections(self, groups):
        groups.add(R07, record(1, 1), Seat(1))
        for people in (3, 3, 4):
            groups.correct(R07, replace(record(1, 1), people=people))
        assert groups.read(R07).records == (replace(record(1, 1), people=4, revision=2),)

    def test_must_be_there(self, groups):
        groups.add(R07, record(1, 1), Seat(1))
        with pytest.raises(KeyError):
            groups.correct(R07, record(2))


SET_UP = SetUp(
    Language.SWEDISH, 5, 90, 15, 3, Setting.HYBRID, 2, False, Form.COMMUNITY, (ContractPoint.GOALS, ContractPoint.FEE)
)
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


EXPECTED_2 = Group(
    R07,
    (
        replace(
            EXPECTED.records[0],
            kind=SessionKind.HELD,
            charged=False,
            paused=9,
            rest=(
                Untaken(ItemKind.THEME, 10, Fate.NOT_REACHED, 4),
                Untaken(ItemKind.EXERCISE, 20, Fate.NEXT_TIME, 2, Id("jana"), 5),
                Untaken(ItemKind.DIALOGUE, 15, Fate.LEFT_OUT, 2),
            ),
            plan_form=4_000_000_000,
            goals_looked_at=True,
        ),
        EXPECTED.records[1],
        Record(78, date(2026, 4, 1), 0, 90, 0, kind=SessionKind.CANCELLED),
    ),
    Seat(4),
    SET_UP,
)
"""What is in the golden file of schema 2."""


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
