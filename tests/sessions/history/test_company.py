"""A company's units as the sum of its supervisors' exports."""

from dataclasses import replace

from history_builders import held_on
from hypothesis import given
from hypothesis import strategies as st

from sessions.archive import Archive
from sessions.history.company import sessions_of
from sessions.process import Form, Head, SetUp
from sessions.values import GroupCode

R07 = GroupCode("R07")


def of(form, *records, head=1, erased=(), code=R07):
    heads = {head: (code, Head(head, set_up=SetUp(form=form)))}
    return Archive({record.uid: (code, record) for record in records}, heads, frozenset(erased))


def test_two_supervisors_with_one_code_have_each_their_own_form():
    ours, theirs = held_on(uid=1), held_on(uid=2)
    told = sessions_of([of(Form.COMMUNITY, ours), of(Form.INDIVIDUAL, theirs, head=2)])
    assert told == ((Form.COMMUNITY, ours), (Form.INDIVIDUAL, theirs))


def test_a_session_in_two_exports_counts_once_as_it_was_corrected_last():
    old = held_on(uid=1)
    new = replace(old, planned=60, revision=2)
    for exports in ([of(Form.GROUP, old), of(Form.GROUP, new)], [of(Form.GROUP, new), of(Form.GROUP, old)]):
        assert sessions_of(exports) == ((Form.GROUP, new),)


def test_what_was_erased_on_one_computer_is_in_no_sum():
    assert sessions_of([of(Form.GROUP, held_on(uid=1)), of(Form.GROUP, erased={1})]) == ()


def test_a_group_without_a_head_counts_as_a_group():
    record = held_on(uid=1)
    assert sessions_of([Archive({1: (R07, record)})]) == ((Form.GROUP, record),)


EXPORTS = st.lists(
    st.builds(
        lambda form, uids, erased, revision: of(
            form, *(held_on(uid=uid, revision=revision) for uid in uids), head=99, erased=erased
        ),
        st.sampled_from(Form),
        st.sets(st.integers(1, 6)),
        st.sets(st.integers(1, 6), max_size=1),
        st.integers(0, 2),
    ),
    max_size=4,
)


@given(EXPORTS, st.randoms())
def test_the_order_of_the_files_and_giving_one_twice_changes_nothing(exports, chance):
    shuffled = [*exports, *exports[:1]]
    chance.shuffle(shuffled)
    told = sessions_of(exports)
    assert told == sessions_of(shuffled)
    everything = set().union(*(each.records for each in exports)) - set().union(*(each.erased for each in exports))
    assert {record.uid for _form, record in told} == everything
