"""Every report, rebuilt from random histories: what it shows adds up, in every form it is written in."""

import csv
import io
import json
import re
from collections import Counter
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.deck import Deck
from facilitator.texts import evaluations, reports, years
from sessions.goals import Goal
from sessions.history.years import UNIT, year_of
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.process import Form, SessionKind
from sessions.record import KeptItem, Record
from sessions.store.groups import Group
from sessions.values import SPECIAL, GroupCode, Id

R07 = GroupCode("R07")
DECK = Deck()
ITEMS = st.builds(
    KeptItem,
    st.sampled_from([*ItemKind, None]),
    st.integers(0, 90),
    st.integers(0, 90),
    st.sampled_from([None, Id("check-in-round"), Id("role-map"), Id("gone-from-the-deck"), SPECIAL]),
)
GOALS = st.lists(
    st.builds(Goal, st.sampled_from(GoalSlot), st.sampled_from(CodeWord), st.sampled_from(GoalStatus)),
    max_size=3,
    unique_by=lambda goal: goal.slot,
)
RECORDS = st.builds(
    Record,
    st.integers(0, 2**63),
    st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    st.integers(0, 60),
    st.integers(0, 600),
    st.integers(0, 600),
    items=st.lists(ITEMS, max_size=5).map(tuple),
    goals=GOALS.map(tuple),
    kind=st.sampled_from(SessionKind),
    charged=st.booleans(),
    paused=st.integers(0, 20),
    goals_looked_at=st.booleans(),
)
HISTORIES = st.lists(RECORDS, max_size=12)
MANY = settings(max_examples=30, deadline=None)


def numbers(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))[1:]


@MANY
@given(HISTORIES)
def test_the_commissioners_report_says_the_same_in_every_form_and_adds_up_to_the_year(history):
    rows = reports.rows_of(history)
    charged = Fraction(sum(record.planned for record in history if record.charged), UNIT)
    assert sum((row.units for row in rows), Fraction(0)) == charged
    assert [row.day for row in rows] == sorted(row.day for row in rows)
    assert charged == sum(
        (year_of([(Form.GROUP, record) for record in history], year).given.charged_units for year in range(2025, 2028)),
        Fraction(0),
    )
    in_csv = numbers(reports.as_csv(R07, rows))
    document = json.loads(reports.as_json(R07, rows))
    assert [[str(cell) for cell in each.values()] for each in document["sessions"]] == in_csv
    assert abs(document["units"] - charged) < Fraction(1, 100)
    table = [line.split("|")[1:-1] for line in reports.as_markdown(R07, rows).splitlines() if line.startswith("|")]
    assert [[int(row[1]), int(row[3]) if row[3] != " – " else 0] for row in table[2:-1]] == [
        [int(row[1]), int(row[3])] for row in in_csv
    ]
    assert int(table[-1][1].strip(" *")) == sum(row.minutes for row in rows)
    said = " ".join(reports.as_text(R07, rows).split())
    assert f"In all {sum(row.minutes for row in rows)} {reports.units(charged)}" in said


@MANY
@given(HISTORIES)
def test_the_evaluation_says_the_same_in_every_form_and_leaves_nothing_out(history):
    group = Group(R07, tuple(sorted(history, key=lambda record: record.day)))
    told = evaluations.evaluation_of(group, DECK)
    held = [record for record in group.records if record.kind.took_place]
    items = [item for record in held for item in record.items]
    assert (told.sessions, told.planned) == (len(held), sum(record.planned for record in held))
    in_csv = numbers(evaluations.as_csv(R07, told, DECK))
    drift = {row[1]: tuple(map(int, row[2:5])) for row in in_csv if row[0] == "drift"}
    for kind in ItemKind:
        mine = [item for item in items if item.kind is kind]
        sums = (len(mine), sum(item.planned for item in mine), sum(item.actual for item in mine))
        assert drift.get(kind.value, (0, 0, 0)) == sums
    cards = Counter(card for record in held for card in {item.exercise for item in record.items} - {None, SPECIAL})
    assert {row[1]: int(row[2]) for row in in_csv if row[0] == "card"} == cards
    document = json.loads(evaluations.as_json(R07, told, DECK))
    assert {each["kind"]: (each["times"], each["planned"], each["actual"]) for each in document["drift"]} == drift
    assert {each["card"]: len(each["sessions"]) for each in document["cards"]} == cards
    assert all(len(line["statuses"]) == len(held) for line in document["goals"])
    assert {goal.code.value for record in held for goal in record.goals} == {line["code"] for line in document["goals"]}
    markdown, text = evaluations.as_markdown(R07, told, DECK), evaluations.as_text(R07, told, DECK)
    for table in evaluations.as_tables(told, DECK):
        for row in table.rows:
            assert "| " + " | ".join(row) + " |" in markdown
            assert " ".join(" ".join(row).split()) in " ".join(text.split())


@MANY
@given(HISTORIES)
def test_what_is_special_is_in_no_report_by_name_or_minutes_of_its_own(history):
    told = evaluations.evaluation_of(Group(R07, tuple(history)), DECK)
    everything = evaluations.as_json(R07, told, DECK) + evaluations.as_text(R07, told, DECK)
    assert "special" not in everything


@MANY
@given(st.lists(st.tuples(st.sampled_from(Form), RECORDS), max_size=12))
def test_the_year_says_the_same_in_every_form(history):
    year = year_of(history, 2026)
    mine = [(form, record) for form, record in history if record.day.year == 2026]
    in_csv = numbers(years.as_csv(year, None))
    held = [(form, record) for form, record in mine if record.kind.took_place]
    assert sum(int(row[2]) for row in in_csv) == len(held)
    assert sum(int(row[3]) for row in in_csv) == sum(record.planned for _form, record in held)
    assert sum(int(row[5]) for row in in_csv) == sum(record.actual for _form, record in held)
    document = json.loads(years.as_json(year, 40))
    given_ones = [record for form, record in held if form is not Form.RECEIVED]
    assert document["given"]["sessions"] == len(given_ones)
    assert document["received"]["sessions"] == len(held) - len(given_ones)
    text = years.as_text(year, None, DECK)
    if year.given.sessions:
        row = next(line for line in text.splitlines() if line.startswith("In all"))
        assert re.search(rf"In all\s+{len(given_ones)}\b", row)
