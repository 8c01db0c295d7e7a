from random import Random

import pytest
from session_builders import seats

from sessions.goals import Goal, free_slot, unused_code_word
from sessions.kinds import CodeWord, GoalSlot
from sessions.people import People, Person
from sessions.refusal import Reason, Refused
from sessions.values import GroupCode, Id, unused_code


@pytest.mark.parametrize("text", ["a", "0", "closing-round", "a" * 64, "x-1"])
def test_an_id_is_small_letters_digits_and_hyphens(text):
    assert Id(text) == text


@pytest.mark.parametrize(
    "text", ["", "-a", "A", "a" * 65, "a b", "a/b", "..", "a.b", "ä", "a\n", "a_b", "two words", "a\x00"]
)
def test_nothing_else_is_an_id(text):
    with pytest.raises(ValueError, match="small letters"):
        Id(text)


@pytest.mark.parametrize("text", ["R01", "R99", "R000", "R999"])
def test_a_group_code_is_r_and_digits(text):
    assert GroupCode(text) == text


@pytest.mark.parametrize("text", ["", "R1", "R0001", "r07", "R07 ", "R07\n", "S07", "R٠٧", "../R07", "R-7"])
def test_nothing_else_is_a_group_code(text):
    with pytest.raises(ValueError, match="R and two or three digits"):
        GroupCode(text)


def test_a_refused_form_does_not_repeat_what_was_given():
    with pytest.raises(ValueError) as refused:
        Id("Kanarialintu lauloi")
    assert "lauloi" not in str(refused.value)


def test_a_drawn_code_is_free_and_never_names_anything():
    taken = [GroupCode(f"R{n:02}") for n in range(1, 100) if n != 42]
    assert unused_code(taken, Random(1)) == "R42"


def test_codes_grow_to_three_digits_and_end():
    taken = [GroupCode(f"R{n:02}") for n in range(1, 100)]
    assert len(unused_code(taken, Random(1))) == 4
    taken += [GroupCode(f"R{n:03}") for n in range(1000)]
    with pytest.raises(ValueError, match="in use"):
        unused_code([*taken], Random(1))


def test_the_first_free_goal_slot_is_taken_and_six_fill_the_board():
    goals = tuple(Goal(slot, CodeWord.KIVI) for slot in GoalSlot)
    assert free_slot(()) is GoalSlot.A
    assert free_slot(goals[:2] + goals[3:]) is GoalSlot.C
    assert free_slot(goals) is None


def test_a_drawn_code_word_is_on_no_goal_of_the_board():
    words = list(CodeWord)
    goals = tuple(Goal(GoalSlot.A, word) for word in words[:-1])
    assert unused_code_word(goals, Random(3)) is words[-1]


def test_those_present_are_in_clockwise_order():
    people = People(5).without(seats(4)[0]).without(seats(1)[0])
    assert people.present == seats(2, 3, 5)
    assert people.with_another(Person(6)).present == seats(2, 3, 5, 6)
    assert people.with_back(seats(4)[0]).present == seats(2, 3, 4, 5)


@pytest.mark.parametrize("seat", [0, -1, 6])
def test_there_is_no_seat_outside_the_circle(seat):
    with pytest.raises(Refused) as refused:
        People(5).check(seats(seat)[0])
    assert refused.value.reason is Reason.NO_SUCH_SEAT
