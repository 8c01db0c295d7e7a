"""Erasing takes everything away, says what it cannot, and either happens or does not."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs
from session_builders import START, item, opened

from sessions import events as e
from sessions.clock import Anchor
from sessions.process import SetUp
from sessions.record import Record
from sessions.store import erasing, moving
from sessions.store.folder import Store
from sessions.store.groupfile import previous_of
from sessions.store.problems import StoreProblem, Trouble
from sessions.store.tombstones import buried
from sessions.values import GroupCode, Seat

R07, R08 = GroupCode("R07"), GroupCode("R08")
FIRST, SECOND, THIRD, OTHER = (7_000_000_000_000_000_000 + n for n in range(4))
HERE = Path(__file__).parent


def record(uid, day=1):
    return Record(uid, date(2026, 3, day), 6, 90, 67)


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path)
    store.claim()
    for day, uid in enumerate((FIRST, SECOND, THIRD), 1):
        store.keep(R07, record(uid, day), Seat(2))
    store.keep(R08, record(OTHER, 9), Seat(2))
    store.groups.agree(R07, SetUp(people=5))
    yield store
    store.release()


def remains(store, *uids, code=None):
    """The files in which one of these is."""
    tokens = [str(uid).encode() for uid in uids] + ([code.encode()] if code else [])
    files = [path for path in store.folder.rglob("*") if path.is_file() and path != store.erased_path]
    return [p.name for p in files if any(t in p.read_bytes() or t in p.name.encode() for t in tokens)]


def test_when_nobody_can_tell_whether_a_group_goes_keeping_says_so_and_can_be_done_again(store):
    store.erasing_path.mkdir()
    with pytest.raises(StoreProblem):
        store.keep(R08, record(FIRST + 9))
    store.erasing_path.rmdir()
    store.keep(R08, record(FIRST + 9))
    assert len(store.groups.read(R08).records) == 2


def copies_of(store):
    """Every kind of copy that there can be of a group's file."""
    whole = store.groups.path(R07).read_bytes()
    store.damaged.mkdir(exist_ok=True)
    copies = [
        store.damaged / "R07-1.json",
        store.damaged / "R07-2.previous",
        store.groups.folder / ".R07.json.4711.tmp",
        store.groups.folder / "R07.sync-conflict-20260311-101112-ABCDEFG.json",
        store.groups.folder / "R07.json~",
    ]
    for number, path in enumerate(copies):
        path.write_bytes(whole if number % 2 else whole[: len(whole) // 2])
    return copies


def test_a_group_goes_with_every_copy_of_its_file(store):
    copies = copies_of(store)
    plan = erasing.going(store, R07)
    assert set(plan.files) == {store.groups.path(R07), previous_of(store.groups.path(R07)), *copies}
    assert plan.staying == ()
    assert erasing.erase(store, plan.erasing) == ()
    assert remains(store, FIRST, SECOND, THIRD, code=R07) == []
    assert store.groups.codes() == [R08]
    assert store.groups.read(R08).records == (record(OTHER, 9),)


def test_only_random_numbers_are_left_of_it(store):
    uids = set(erasing.going(store, R07).erasing.uids)
    erasing.erase(store, erasing.going(store, R07).erasing)
    assert {FIRST, SECOND, THIRD} < uids
    assert buried(store.erased_path) == uids
    assert json.loads(store.erased_path.read_bytes()) == {"erased": sorted(uids)}
    assert store.erased_path.stat().st_mtime == 86_400


def test_one_session_goes_and_the_others_stay(store):
    copies_of(store)
    plan = erasing.going(store, R07, frozenset({SECOND}))
    assert erasing.erase(store, plan.erasing) == ()
    assert remains(store, SECOND) == []
    group = store.groups.read(R07)
    assert [kept.uid for kept in group.records] == [FIRST, THIRD]
    assert (group.set_up, group.starter) == (SetUp(people=5), Seat(2))
    assert not previous_of(store.groups.path(R07)).exists()


def test_a_damaged_group_can_be_erased(store):
    path = store.groups.path(R07)
    path.write_bytes(path.read_bytes()[:-40])
    assert erasing.erase(store, erasing.going(store, R07).erasing) == ()
    assert remains(store, FIRST, SECOND, THIRD, code=R07) == []
    assert FIRST in buried(store.erased_path)


def test_nothing_is_restored_afterwards(store):
    erasing.erase(store, erasing.going(store, R07).erasing)
    assert store.groups.mend(R07).trouble is Trouble.FAILED
    store.keep(R07, record(OTHER + 1, 20), Seat(1))
    assert [kept.uid for kept in store.groups.read(R07).records] == [OTHER + 1]
    assert not previous_of(store.groups.path(R07)).exists()


def test_a_session_that_was_moved_away_is_not_this_groups(store):
    moving.move(store, SECOND, R07, R08)
    assert erasing.erase(store, erasing.going(store, R07).erasing) == ()
    assert [kept.uid for kept in store.groups.read(R08).records] == [SECOND, OTHER]
    assert SECOND not in buried(store.erased_path)


def test_a_session_that_was_moved_goes_from_both(store):
    moving.move(store, SECOND, R07, R08)
    assert erasing.erase(store, erasing.going(store, R08, frozenset({SECOND})).erasing) == ()
    assert remains(store, SECOND) == []
    assert [kept.uid for kept in store.groups.read(R07).records] == [FIRST, THIRD]


def test_what_was_put_there_by_hand_is_told_and_left(store):
    (store.folder / "exports").mkdir()
    (store.folder / "exports" / "R07.md").write_text("# R07\nR070 and XR07\nR07, again")
    plan = erasing.going(store, R07)
    assert [(trace.path.name, trace.lines) for trace in plan.staying] == [("R07.md", 2)]
    left = erasing.erase(store, plan.erasing)
    assert [(trace.path.name, trace.lines) for trace in left] == [("R07.md", 2)]


def of_group(store, path, group):
    store.journal_path.unlink(missing_ok=True)
    journal = store.journal(Anchor("x", 1, START))
    journal.add(opened(item(9), group=group))
    journal.add(e.Begun(START))
    assert journal.flush(20)
    store.journal_path.rename(path)


def test_a_session_that_is_not_finished_keeps_its_group(store):
    of_group(store, store.journal_path.with_name("x"), R07)
    (store.folder / "x").rename(store.journal_path)
    with pytest.raises(erasing.StillRunning):
        erasing.going(store, R07)
    erasing.going(store, R08)
    erasing.going(store, R07, frozenset({SECOND}))


def test_a_discarded_session_goes_with_its_group(store):
    of_group(store, store.folder / "discarded.journal", R07)
    erasing.erase(store, erasing.going(store, R08).erasing)
    assert store.has_discarded()
    erasing.erase(store, erasing.going(store, R07).erasing)
    assert not store.has_discarded()


def test_erasing_that_cannot_begin_changes_nothing(store, monkeypatch):
    def full(*_what, **_named):
        raise OSError(28, "full")

    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    plan = erasing.going(store, R07)
    monkeypatch.setattr("sessions.store.intents.replace_file", full)
    with pytest.raises(StoreProblem):
        erasing.erase(store, plan.erasing)
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_erasing_that_was_interrupted_is_finished_by_the_next_claim(store, monkeypatch):
    def refuse(*_what, **_named):
        raise PermissionError(13, "no")

    plan = erasing.going(store, R07)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(StoreProblem):
            erasing.erase(store, plan.erasing)
    store.release()
    store.claim()
    assert erasing.traces(store, plan.erasing) == ()
    assert not store.erasing_path.exists()


class TestMoving:
    def test_a_record_is_in_the_other_group_and_no_longer_in_this(self, store):
        moving.move(store, SECOND, R07, R08)
        assert [kept.uid for kept in store.groups.read(R07).records] == [FIRST, THIRD]
        assert store.groups.read(R08).records == (replace(record(SECOND, 2), revision=1), record(OTHER, 9))
        assert not store.moving_path.exists()

    def test_to_a_group_that_was_not_there(self, store):
        moving.move(store, SECOND, R07, GroupCode("R09"))
        assert store.groups.read(GroupCode("R09")).records == (replace(record(SECOND, 2), revision=1),)

    def test_to_its_own_group_changes_nothing(self, store):
        before = store.groups.path(R07).read_bytes()
        moving.move(store, SECOND, R07, R07)
        assert store.groups.path(R07).read_bytes() == before

    def test_of_what_is_not_there_is_refused(self, store):
        with pytest.raises(KeyError):
            moving.move(store, OTHER, R07, R08)


@pytest.mark.skipif(os.name == "nt", reason="forks")
def _interrupted(store, monkeypatch):
    """An erasing of R07 that the disk did not let finish; the folder stays claimed."""
    asked = erasing.going(store, R07).erasing
    with monkeypatch.context() as failing:
        failing.setattr(erasing, "bury", _fails)
        with pytest.raises(StoreProblem):
            erasing.erase(store, asked)
    assert store.erasing_path.exists()


def _fails(*_given):
    raise OSError(28, "full")


def test_a_session_kept_after_an_erasing_that_was_interrupted_does_not_go_with_it(store, monkeypatch):
    _interrupted(store, monkeypatch)
    later = OTHER + 1
    with monkeypatch.context() as failing:
        failing.setattr(erasing, "bury", _fails)
        with pytest.raises(StoreProblem):
            store.keep(R07, record(later, 20), Seat(1))
        store.keep(R08, record(later + 1, 20), Seat(1))
    store.keep(R07, record(later, 20), Seat(1))
    store.release()
    store.claim()
    assert [each.uid for each in store.groups.read(R07).records] == [later]
    assert remains(store, FIRST, SECOND, THIRD) == []


def test_a_session_begun_after_an_erasing_that_was_interrupted_keeps_its_journal(store, monkeypatch):
    _interrupted(store, monkeypatch)
    journal = store.journal(Anchor("0a1b2c3d", 5_000, START))
    for event in (structs.replace(opened(item(5)), group=R07), e.Begun(START)):
        journal.add(event)
    journal.close()
    store.release()
    store.claim()
    assert not store.erasing_path.exists()
    assert not store.groups.path(R07).exists()
    assert len(store.look().sessions) == 1


@pytest.mark.parametrize("act", ["group", "session", "move", "import"])
def test_killed_at_any_step_it_happened_or_did_not(tmp_path, act):
    program = subprocess.run(
        [sys.executable, HERE / "killing_erasing.py", tmp_path, act],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), str(HERE.parents[1])])},
    )
    assert program.returncode == 0, program.stderr
    seen = json.loads(program.stdout)
    assert seen["before"] >= 1
    assert seen["after"] >= 4


def test_a_mark_of_erasing_that_nobody_can_read_is_left_alone(store):
    store.erasing_path.write_bytes(b"x")
    assert store.settle() is None
    assert store.groups.codes() == [R07, R08]


def test_what_a_group_sealed_goes_with_it_and_not_with_one_of_its_sessions(store):
    store.sealed.mkdir()
    for code in (R07, R08):
        (store.sealed / f"{code}.age").write_bytes(b"age-encryption.org/v1\n-> scrypt ")
    erasing.erase(store, erasing.going(store, R07, frozenset({FIRST})).erasing)
    assert (store.sealed / "R07.age").exists()
    going = erasing.going(store, R07)
    assert store.sealed / "R07.age" in going.files
    assert erasing.erase(store, going.erasing) == ()
    assert [path.name for path in store.sealed.iterdir()] == ["R08.age"]


def test_what_only_a_synchronised_copy_has_is_kept_before_the_copy_goes(store, tmp_path_factory):
    other = Store(tmp_path_factory.mktemp("other"))
    shutil.copytree(store.folder, other.folder, dirs_exist_ok=True)
    other.keep(R07, record(4711, 9), Seat(2))
    conflict = store.groups.folder / "R07.sync-conflict-20260311-101112-ABCDEFG.json"
    erasing.erase(store, erasing.going(store, R07, frozenset({FIRST})).erasing)
    shutil.copy(other.groups.path(R07), conflict)
    erasing.erase(store, erasing.going(store, R07, frozenset({SECOND})).erasing)
    assert sorted(kept.uid for kept in store.groups.read(R07).records) == [4711, THIRD]
    assert not conflict.exists()
    assert remains(store, FIRST, SECOND) == []
