"""Moving house: one file out, any number of files in."""

import json
import shutil
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.process import SetUp
from sessions.record import Record
from sessions.store import erasing, exchanging, moving
from sessions.store.exchanging import archive_in, archive_of, bring, encoded, export
from sessions.store.folder import Store
from sessions.store.groupfile import previous_of
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode, Seat

R07, R08 = GroupCode("R07"), GroupCode("R08")


def record(uid, day=1, **more):
    return Record(uid, date(2026, 3, day), 6, 90, 67, **more)


@pytest.fixture
def here(tmp_path):
    store = Store(tmp_path / "here")
    store.keep(R07, record(1, 1), Seat(2))
    store.keep(R07, record(2, 2), Seat(3))
    store.keep(R08, record(3, 3), Seat(1))
    store.groups.agree(R07, SetUp(people=5))
    return store


@pytest.fixture
def there(tmp_path, here):
    """Another computer with a copy of all that is here."""
    shutil.copytree(here.folder, tmp_path / "there")
    return Store(tmp_path / "there")


def exported(store):
    path = store.folder.parent / f"{store.folder.name}.json"
    export(store, path)
    return path


def files_of(store):
    return {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}


def test_everything_is_in_the_file_and_comes_out_of_it(here, tmp_path):
    new = Store(tmp_path / "new")
    brought = bring(new, archive_in(exported(here)))
    assert archive_of(new) == archive_of(here)
    assert new.groups.read(R07) == here.groups.read(R07)
    assert [(each.code, each.new, each.changed, each.erased) for each in brought] == [(R07, 2, 0, 0), (R08, 1, 0, 0)]


def test_twice_changes_nothing_and_the_same_gives_the_same_bytes(here):
    before = files_of(here)
    assert bring(here, archive_in(exported(here))) == ()
    assert files_of(here) == before
    assert encoded(archive_of(here)) == exported(here).read_bytes()


def test_two_computers_have_the_same_after_each_has_read_the_others_file(here, there):
    here.keep(R07, record(4, 9), Seat(4))
    here.groups.correct(R08, replace(record(3, 3), people=4))
    there.keep(R07, record(5, 10), Seat(5))
    moving.move(there, 2, R07, R08)
    there.groups.agree(R08, SetUp(people=7))
    ours, theirs = archive_in(exported(here)), archive_in(exported(there))
    bring(here, theirs)
    bring(there, ours)
    assert archive_of(here) == archive_of(there)
    assert sorted(kept.uid for kept in here.groups.read(R07).records) == [1, 4, 5]
    assert {kept.uid: kept.people for kept in here.groups.read(R08).records} == {2: 6, 3: 4}
    assert here.groups.read(R08).set_up == SetUp(people=7)


def test_what_was_erased_elsewhere_goes_here_and_never_returns(here, there):
    old = archive_in(exported(here))
    erasing.erase(there, erasing.going(there, R07, frozenset({1})).erasing)
    (brought,) = bring(here, archive_in(exported(there)))
    assert (brought.code, brought.erased) == (R07, 1)
    assert [kept.uid for kept in here.groups.read(R07).records] == [2]
    assert not previous_of(here.groups.path(R07)).exists()
    assert bring(here, old) == bring(there, old) == ()
    assert [kept.uid for kept in here.groups.read(R07).records] == [2]


def test_a_group_erased_elsewhere_goes_whole_but_for_what_nobody_has_erased(here, there):
    erasing.erase(there, erasing.going(there, R07).erasing)
    mark = archive_in(exported(there))
    bring(here, mark)
    assert here.groups.codes() == [R08]
    assert not list(here.groups.folder.glob("R07*"))


def test_a_session_held_in_the_meantime_outlives_the_erasing_of_its_group_elsewhere(here, there):
    erasing.erase(there, erasing.going(there, R07).erasing)
    here.keep(R07, record(9, 20), Seat(4))
    bring(here, archive_in(exported(there)))
    assert [kept.uid for kept in here.groups.read(R07).records] == [9]
    assert here.groups.read(R07).set_up == SetUp()


def test_a_copy_that_a_synchronising_program_made_is_read(here, there):
    there.keep(R07, record(5, 10), Seat(5))
    conflict = here.groups.folder / "R07.sync-conflict-20260311-101112-ABCDEFG.json"
    shutil.copy(there.groups.path(R07), conflict)
    here.keep(R07, record(4, 9), Seat(4))
    assert here.groups.codes() == [R07, R08]
    (brought,) = bring(here, archive_in(conflict))
    assert (brought.code, brought.new, brought.were_two) == (R07, 1, False)
    assert sorted(kept.uid for kept in here.groups.read(R07).records) == [1, 2, 4, 5]


def test_a_copy_of_the_marks_of_erasing_is_read(here, there):
    erasing.erase(there, erasing.going(there, R08).erasing)
    copy = here.folder / "erased.sync-conflict-1.json"
    shutil.copy(there.erased_path, copy)
    bring(here, archive_in(copy))
    assert here.groups.codes() == [R07]


def test_two_groups_with_one_code_become_one_and_that_is_told(here, tmp_path):
    other = Store(tmp_path / "other")
    other.keep(R07, record(77, 5), Seat(1))
    (brought,) = bring(here, archive_in(exported(other)))
    assert brought.were_two
    assert sorted(kept.uid for kept in here.groups.read(R07).records) == [1, 2, 77]


def test_of_a_damaged_file_nothing_is_taken(here, there):
    there.keep(R07, record(5, 10), Seat(5))
    path = exported(there)
    whole, before = path.read_bytes(), files_of(here)
    chance = Random(3)
    damaged = [whole[:length] for length in range(0, len(whole) - 1, 61)]
    for _time in range(200):
        at = chance.randrange(len(whole))
        damaged.append(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(7)]) + whole[at + 1 :])
    damaged += [b"", b"[]", b"null", b'{"facilitator": 1}', b"[" * 100_000, b"\xff\xfe"]
    for data in damaged:
        path.write_bytes(data)
        try:
            found = archive_in(path)
        except StoreProblem as caught:
            found = caught.trouble
        assert found in (Trouble.DAMAGED, Trouble.NEWER, archive_of(there))
    assert files_of(here) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda form: form.update(facilitator=2),
        lambda form: form["sessions"][0].update(mood=3),
    ],
)
def test_a_file_of_a_newer_program_is_newer(here, change):
    path = exported(here)
    form = json.loads(path.read_bytes())
    change(form)
    made = exchanging._Form(**form)
    made.check = exchanging._check(made)
    path.write_bytes(json.dumps({name: getattr(made, name) for name in form}).encode())
    with pytest.raises(StoreProblem) as caught:
        archive_in(path)
    assert caught.value.trouble is Trouble.NEWER


def test_nothing_is_brought_where_something_cannot_be_read(here, there):
    there.keep(R08, record(5, 10), Seat(5))
    here.groups.path(R07).write_bytes(b"x")
    before = files_of(here)
    with pytest.raises(StoreProblem):
        bring(here, archive_in(exported(there)))
    assert files_of(here) == before


ACTS = st.lists(
    st.tuples(st.sampled_from(["keep", "erase", "move", "correct", "exchange"]), st.integers(0, 1), st.integers(0, 5)),
    max_size=10,
)


@settings(max_examples=30, deadline=None)
@given(acts=ACTS)
def test_whatever_two_computers_do_exchanging_makes_them_one(acts, tmp_path_factory):
    stores = [Store(tmp_path_factory.mktemp("computer")) for _each in range(2)]
    erased, kept = set(), set()
    for number, (act, which, pick) in enumerate(acts):
        store = stores[which]
        records = [(code, each) for code in store.groups.codes() for each in store.groups.read(code).records]
        if act == "keep":
            kept.add(100 + number)
            store.keep((R07, R08)[pick % 2], record(100 + number, 1 + number), Seat(1 + pick))
        elif act == "exchange":
            bring(store, archive_of(stores[1 - which]))
        elif records:
            code, one = records[pick % len(records)]
            if act == "erase":
                erased.add(one.uid)
                assert erasing.erase(store, erasing.going(store, code, frozenset({one.uid})).erasing) == ()
            elif act == "move":
                moving.move(store, one.uid, code, R08 if code == R07 else R07)
            else:
                store.groups.correct(code, replace(one, people=pick))
    for _time in range(2):
        bring(stores[0], archive_of(stores[1]))
        bring(stores[1], archive_of(stores[0]))
    one, other = (archive_of(store) for store in stores)
    assert one == other
    assert set(one.records) == kept - erased


def test_a_session_that_only_a_copy_beside_tells_of_outlives_what_is_erased_with_the_copy(here, there, tmp_path):
    third = Store(tmp_path / "third")
    shutil.copytree(here.folder, third.folder)
    third.keep(R07, record(9, 20), Seat(4))
    conflict = here.groups.folder / "R07.sync-conflict-20260311-101112-ABCDEFG.json"
    shutil.copy(third.groups.path(R07), conflict)
    (here.groups.folder / "R08.sync-conflict-1.json").write_text("not whole")
    erasing.erase(there, erasing.going(there, R07).erasing)
    bring(here, archive_in(exported(there)))
    assert [kept.uid for kept in here.groups.read(R07).records] == [9]
    assert not conflict.exists()
