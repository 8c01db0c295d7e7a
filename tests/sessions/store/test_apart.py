"""Damage to one group's file never touches another, whatever is done meanwhile."""

import shutil
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.process import SetUp
from sessions.record import Record
from sessions.store import erasing, exchanging, moving
from sessions.store.folder import Store
from sessions.store.problems import StoreProblem
from sessions.values import GroupCode, Seat

R07, R08, R09 = (GroupCode(code) for code in ("R07", "R08", "R09"))


def record(uid: int, day: int = 1) -> Record:
    return Record(uid, date(2026, 3, day), 6, 90, 67)


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("three"))
    for code, first in ((R07, 70), (R08, 80), (R09, 90)):
        for day in (1, 2):
            store.keep(code, record(first + day, day), Seat(2))
    exchanging.export(store, store.folder.parent / "three.json")
    return store


ACTS = {
    "add": lambda store, code, uid: store.keep(code, record(500, 9), Seat(3)),
    "correct": lambda store, code, uid: store.groups.correct(code, record(uid, 20)),
    "agree": lambda store, code, uid: store.groups.agree(code, SetUp(people=4)),
    "erase one": lambda store, code, uid: erasing.erase(store, erasing.going(store, code, frozenset({uid})).erasing),
    "erase all": lambda store, code, uid: erasing.erase(store, erasing.going(store, code).erasing),
    "move": lambda store, code, uid: moving.move(store, uid, code, R09),
    "import": lambda store, code, uid: exchanging.bring(
        store, exchanging.archive_in(store.folder.parent / "three.json")
    ),
    "mend": lambda store, code, uid: store.groups.mend(code),
    "read": lambda store, code, uid: store.groups.read(code),
}


def files_of(store: Store, code: GroupCode) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.groups.folder.iterdir() if path.name.startswith(code)}


DAMAGE = st.one_of(
    st.binary(max_size=60).map(lambda data: lambda _whole: data),
    st.floats(0, 0.999).map(lambda part: lambda whole: whole[: int(len(whole) * part)]),
    st.tuples(st.floats(0, 0.999), st.integers(1, 255)).map(
        lambda at: (
            lambda whole: bytes(
                byte ^ at[1] if place == int(len(whole) * at[0]) else byte for place, byte in enumerate(whole)
            )
        )
    ),
)


@settings(max_examples=50, deadline=None)
@given(damage=DAMAGE, acts=st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=3))
def test_what_is_done_to_a_whole_group_leaves_the_damaged_one_as_it_is(three, tmp_path_factory, damage, acts):
    folder = tmp_path_factory.mktemp("now") / "data"
    shutil.copytree(three.folder, folder)
    shutil.copy(three.folder.parent / "three.json", folder.parent)
    store = Store(folder)
    path = store.groups.path(R07)
    path.write_bytes(damage(path.read_bytes()))
    try:
        store.groups.contents(R07)
        return  # a change that nobody can tell from a correction
    except StoreProblem:
        pass
    before = files_of(store, R07)
    for act in acts:
        try:
            ACTS[act](store, R08, 81)
        except (StoreProblem, KeyError):
            continue
    assert files_of(store, R07) == before
    shutil.rmtree(folder.parent)


@settings(max_examples=50, deadline=None)
@given(damage=DAMAGE, acts=st.lists(st.sampled_from(sorted(set(ACTS) - {"move", "import"})), min_size=1, max_size=3))
def test_what_is_done_to_a_damaged_group_leaves_the_others_as_they_are(three, tmp_path_factory, damage, acts):
    folder = tmp_path_factory.mktemp("now") / "data"
    shutil.copytree(three.folder, folder)
    store = Store(folder)
    path = store.groups.path(R07)
    path.write_bytes(damage(path.read_bytes()))
    before = [files_of(store, code) for code in (R08, R09)]
    for act in acts:
        try:
            ACTS[act](store, R07, 71)
        except (StoreProblem, KeyError):
            continue
    assert [files_of(store, code) for code in (R08, R09)] == before
    assert len(store.groups.read(R08).records) == len(store.groups.read(R09).records) == 2
    shutil.rmtree(folder.parent)
