from fractions import Fraction

import pytest

from sessions.minutes import Minutes, whole_minutes
from sessions.values import MINUTE


@pytest.mark.parametrize(
    ("formula", "fixed", "per_person", "presenter_out"),
    [
        ("3", 3, 0, False),
        ("0", 0, 0, False),
        ("2.5", Fraction(5, 2), 0, False),
        ("0.25", Fraction(1, 4), 0, False),
        ("1.5n", 0, Fraction(3, 2), False),
        ("1n", 0, 1, False),
        ("1(n-1)", 0, 1, True),
        ("2+1.5n", 2, Fraction(3, 2), False),
        ("2+1(n-1)", 2, 1, True),
        (" 2 + 1.5 n ", 2, Fraction(3, 2), False),
        ("999", 999, 0, False),
    ],
)
def test_a_formula_is_read_exactly(formula, fixed, per_person, presenter_out):
    assert Minutes.parse(formula) == Minutes(Fraction(fixed), Fraction(per_person), presenter_out)


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "n",
        "-1",
        "+1",
        "1+",
        "1+2",
        "1,5",
        "1.234",
        "1000",
        "1n+2",
        "2*n",
        "n-1",
        "1(n-2)",
        "1n(n-1)",
        "1e2",
        "nan",
        "inf",
        "1/2",
        "0x1",
        "1_0",
        "12:30",
        "2+1.5n+1",
        "3 min",
    ],
)
def test_what_is_no_formula_is_refused(formula):
    with pytest.raises(ValueError, match="expected minutes such as"):
        Minutes.parse(formula)


def test_a_refusal_does_not_repeat_what_was_typed():
    with pytest.raises(ValueError) as refused:
        Minutes.parse("kanarialintu")
    assert "kanarialintu" not in str(refused.value)


@pytest.mark.parametrize("formula", ["0", "3", "2.5", "0.25", "1.5n", "1(n-1)", "2+1.5n", "2+1(n-1)", "10+20n"])
def test_a_formula_is_written_as_it_is_read(formula):
    assert str(Minutes.parse(formula)) == formula


@pytest.mark.parametrize(
    ("formula", "people", "minutes"),
    [
        ("3", 1, 3),
        ("3", 12, 3),
        ("1.5n", 3, Fraction(9, 2)),
        ("1.5n", 12, 18),
        ("1(n-1)", 1, 0),
        ("1(n-1)", 6, 5),
        ("2+1.5n", 5, Fraction(19, 2)),
        ("2+1(n-1)", 5, 6),
        ("1(n-1)", 0, 0),
        ("0.1n", 3, Fraction(3, 10)),
    ],
)
def test_more_people_take_longer_where_each_has_a_part(formula, people, minutes):
    assert Minutes.parse(formula).for_people(people) == minutes
    assert Minutes.parse(formula).ms(people) == int(minutes * MINUTE)


@pytest.mark.parametrize(("minutes", "whole"), [(0, 0), (Fraction(1, 100), 1), (4, 4), (Fraction(9, 2), 5)])
def test_a_slot_is_never_too_short(minutes, whole):
    assert whole_minutes(Fraction(minutes)) == whole


def test_whole_minutes_are_fixed():
    assert Minutes.whole(7) == Minutes.parse("7")
