"""The histories that benchmarks are made of: read from disk, they tell what they were made to tell."""

from datetime import timedelta

import pytest

from benchmarks.histories import AGENDA, histories, write
from sessions.history.attention import attention
from sessions.history.drift import drift
from sessions.history.proposing import proposals
from sessions.history.series import held, position, rhythm
from sessions.history.years import year_of
from sessions.store.groups import Groups

MADE = list(histories(30, 20))


@pytest.fixture
def groups(tmp_path) -> Groups:
    write(tmp_path / "groups", 30, 20)
    return Groups(tmp_path / "groups", tmp_path / "damaged")


def test_they_are_on_disk_as_they_were_made(groups):
    assert [(group.code, group.set_up, list(group.records)) for group in groups.all()] == [
        (code, head.set_up, sorted(records, key=lambda record: record.day)) for code, head, records in MADE
    ]


def test_a_glance_tells_of_each_what_the_whole_does(groups):
    for glance, group in zip(groups.glances(), groups.all(), strict=True):
        assert (glance.sessions, glance.last, glance.set_up) == (20, held(group.records)[-1], group.set_up)
        assert glance == group.glance
        assert position(glance.past, glance.set_up) == position(group.records, group.set_up)
        assert rhythm(glance.past) == rhythm(group.records)
        today = group.records[-1].day + timedelta(days=9)
        assert attention(glance.past, glance.set_up, today) == attention(group.records, group.set_up, today)
        assert proposals(glance.past, glance.set_up, today) == proposals(group.records, group.set_up, today)


def test_the_rhythm_and_the_drift_that_were_put_in_are_found():
    found = [rhythm(records) for _code, _head, records in MADE]
    assert [each and each.weeks for each in found] == [head.set_up.weeks for _code, head, _records in MADE]
    assert sum(each is not None and each.weekday is not None for each in found) > 25
    for _code, _head, records in MADE:
        by_kind = {each.kind: each.each for each in drift(records)}
        for kind, _minutes, over in AGENDA:
            assert abs(by_kind[kind] - over) < 2.5


def test_every_session_is_in_one_year():
    sessions = [(head.set_up.form, record) for _code, head, records in MADE for record in records]
    years = [year_of(sessions, year) for year in range(2024, 2029)]
    assert sum(amount.sessions for year in years for amount in year.amounts.values()) == sum(
        record.kind.took_place for _form, record in sessions
    )


def test_the_same_seed_makes_the_same():
    assert list(histories(2, 20)) == MADE[:2]
    assert list(histories(2, 20, seed=8)) != MADE[:2]
