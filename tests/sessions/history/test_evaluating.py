"""What a group looks at together: figures by hand."""

from dataclasses import replace
from fractions import Fraction

from history_builders import every, goal, took

from sessions.history.drift import Drift
from sessions.history.evaluating import changes, evaluation
from sessions.history.methods import Use
from sessions.kinds import CodeWord, GoalStatus, ItemKind
from sessions.process import SessionKind
from sessions.values import Id

CHECK_IN, CASE = ItemKind.CHECK_IN, ItemKind.CASE
OPEN, REACHED = GoalStatus.OPEN, GoalStatus.REACHED
TAGS = {Id("jana"): frozenset({"warm-up"}), Id("metaphor"): frozenset({"explore"})}
PHASES = ("check-in", "warm-up", "explore")


def series():
    first, second, third, cancelled = every(2, *["ordinary-90"] * 4)
    return [
        replace(first, items=(took(CHECK_IN, 10, 14, "jana"),), people=6, actual=95),
        replace(
            second,
            items=(took(CHECK_IN, 10, 12), took(CASE, 25, 20, "jana")),
            goals=(goal("A", CodeWord.SILTA),),
            goals_looked_at=True,
        ),
        replace(third, goals=(goal("A", CodeWord.SILTA, REACHED),), people=4),
        replace(cancelled, kind=SessionKind.CANCELLED, people=0, actual=0),
    ]


def test_of_all_sessions_that_took_place():
    told = evaluation(series(), TAGS, PHASES)
    assert (told.sessions, told.planned, told.actual) == (3, 270, 275)
    assert (told.first, told.last) == (series()[0].day, series()[2].day)
    assert told.attendance.each == (6, 5, 4)
    assert told.drift == (Drift(CHECK_IN, 2, 20, 26), Drift(CASE, 1, 25, 20))
    assert told.drift[0].each == Fraction(3)
    assert told.cards == (Use(Id("jana"), (1, 2)),)
    assert told.unused == ("check-in", "explore")
    assert told.looked_at == (2,)
    assert [changes(line) for line in told.goals] == [((2, OPEN), (3, REACHED))]


def test_of_the_last_ones_they_are_counted_from_one():
    told = evaluation(series(), TAGS, PHASES, last=2)
    assert (told.sessions, told.looked_at, told.cards) == (2, (1,), (Use(Id("jana"), (1,)),))


def test_of_no_session_there_is_nothing():
    told = evaluation([], TAGS, PHASES)
    assert (told.sessions, told.first, told.drift, told.goals, told.unused) == (0, None, (), (), PHASES)


def test_a_goal_that_left_the_board_is_told():
    board = (goal("A", CodeWord.SILTA), goal("B", CodeWord.KIVI))
    first, second, third = every(2, *["ordinary-90"] * 3)
    told = evaluation(
        [replace(first, goals=board), replace(second, goals=board[1:]), replace(third, goals=board)], {}, ()
    )
    assert changes(told.goals[0]) == ((1, OPEN), (2, None), (3, OPEN))
    assert changes(told.goals[1]) == ((1, OPEN),)
