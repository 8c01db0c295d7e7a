"""Joining archives is a law: in any order, in any grouping, as often as one likes; and what was erased stays so."""

from dataclasses import replace

from history_builders import held_on
from hypothesis import given
from hypothesis import strategies as st

from sessions.archive import Archive
from sessions.process import Head, SetUp
from sessions.values import GroupCode, Seat

CODES = st.sampled_from([GroupCode("R01"), GroupCode("R02")])
UIDS = st.integers(1, 5)
RECORDS = st.builds(
    lambda uid, revision, people: held_on(uid=uid, revision=revision, people=people),
    UIDS,
    st.integers(0, 2),
    st.integers(3, 5),
)
HEADS = st.builds(
    lambda uid, starter, turned, people, revision: Head(uid, Seat(starter), turned, SetUp(people=people), revision),
    st.integers(11, 13),
    st.integers(1, 3),
    st.integers(0, 2),
    st.integers(3, 5),
    st.integers(0, 2),
)


def archive(records, heads, erased):
    kept = Archive({r.uid: (c, r) for c, r in records}, {h.uid: (c, h) for c, h in heads}, frozenset(erased))
    return kept + Archive()


ARCHIVES = st.builds(
    archive,
    st.lists(st.tuples(CODES, RECORDS), max_size=6),
    st.lists(st.tuples(CODES, HEADS), max_size=4),
    st.sets(st.one_of(UIDS, st.integers(11, 13)), max_size=2),
)


@given(ARCHIVES, ARCHIVES)
def test_the_order_does_not_matter(a, b):
    assert a + b == b + a


@given(ARCHIVES, ARCHIVES, ARCHIVES)
def test_the_grouping_does_not_matter(a, b, c):
    assert (a + b) + c == a + (b + c)


@given(ARCHIVES, ARCHIVES)
def test_twice_is_once(a, b):
    assert a + a == a
    assert a + b + b + a == a + b


@given(ARCHIVES, ARCHIVES)
def test_nothing_is_lost_but_what_was_erased_and_nothing_erased_is_there(a, b):
    both = a + b
    assert both.erased == a.erased | b.erased
    assert set(both.records) == (set(a.records) | set(b.records)) - both.erased
    assert set(both.heads) == (set(a.heads) | set(b.heads)) - both.erased


@given(ARCHIVES, ARCHIVES)
def test_the_copy_corrected_more_often_counts(a, b):
    for uid in set(a.records) & set(b.records) - a.erased - b.erased:
        revisions = [each.records[uid][1].revision for each in (a, b)]
        assert (a + b).records[uid][1].revision == max(revisions)


def test_the_turn_and_what_was_agreed_are_joined_each_by_itself():
    code = GroupCode("R01")
    head = Head(11)
    turned = Archive(heads={11: (code, replace(head, starter=Seat(4), turned=3))})
    agreed = Archive(heads={11: (code, replace(head, set_up=SetUp(people=6), revision=2))})
    assert (turned + agreed).heads[11][1] == Head(11, Seat(4), 3, SetUp(people=6), 2)
