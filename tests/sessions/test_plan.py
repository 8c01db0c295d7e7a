from fractions import Fraction

import pytest
from session_builders import item, plan

from sessions.kinds import FREE_KINDS, PROTECTED_KINDS, STEADY_KINDS, ItemKind, Speaking
from sessions.minutes import Minutes
from sessions.plan import Change, Step, fit, slot_minutes

ORDINARY = plan(
    item("1.5n", ItemKind.CHECK_IN),
    item(9, ItemKind.AGREE_AGENDA),
    item("5+3n", ItemKind.CASE),
    item(5, ItemKind.BREAK),
    item(20, ItemKind.THEME),
    item(8, ItemKind.GOALS),
    item("1n", ItemKind.CLOSING),
    item(3, ItemKind.ADMIN),
    item(4, ItemKind.BUFFER),
)
"""The rounds grow with people; 90 minutes with six."""


def lengths(fitted):
    return [int(each.minutes.fixed) for each in fitted.items]


@pytest.mark.parametrize("people", range(3, 13))
@pytest.mark.parametrize("length", [None, 45, 60, 75, 90, 100, 120])
class TestFittedToPeopleAndLength:
    def test_protected_items_keep_what_they_take(self, people, length):
        for before, after in zip(ORDINARY.items, fit(ORDINARY, people, length).items, strict=True):
            if before.kind in PROTECTED_KINDS:
                assert after.minutes == Minutes.whole(before.planned(people))

    def test_it_comes_to_the_wanted_length_if_it_can(self, people, length):
        fitted = fit(ORDINARY, people, length)
        takes = ORDINARY.length(people)
        assert fitted.target == (takes if length is None else length)
        least = sum(
            each.planned(people)
            if each.is_protected
            else 0
            if each.kind is ItemKind.BUFFER
            else -(-each.planned(people) // 2)
            for each in ORDINARY.items
        )
        assert fitted.length == max(fitted.target, least)
        assert fitted.fits is (least <= fitted.target)

    def test_nothing_goes_below_half_but_a_buffer(self, people, length):
        for before, after in zip(ORDINARY.items, fit(ORDINARY, people, length).items, strict=True):
            if before.kind is not ItemKind.BUFFER:
                assert 2 * after.minutes.fixed >= before.planned(people)

    def test_steady_items_give_last_and_free_work_first(self, people, length):
        takes = [each.planned(people) for each in ORDINARY.items]
        after = lengths(fit(ORDINARY, people, length))
        gives = {each.kind: t - a for each, t, a in zip(ORDINARY.items, takes, after, strict=True)}
        rest_or_steady_gave = any(gives[each.kind] > 0 for each in ORDINARY.items if each.kind not in FREE_KINDS)
        if rest_or_steady_gave:
            assert after[4] == -(-takes[4] // 2)
            assert after[8] == 0
        if any(gives[kind] > 0 for kind in STEADY_KINDS if kind in gives):
            assert after[2] == -(-takes[2] // 2)

    def test_only_free_work_is_lengthened(self, people, length):
        takes = [each.planned(people) for each in ORDINARY.items]
        after = lengths(fit(ORDINARY, people, length))
        for before, take, now in zip(ORDINARY.items, takes, after, strict=True):
            assert now <= take or before.kind is ItemKind.THEME

    def test_every_change_is_told(self, people, length):
        fitted = fit(ORDINARY, people, length)
        before = [each.planned(ORDINARY.people) for each in ORDINARY.items]
        told = {change.index: (change.before, change.after) for change in fitted.changes}
        for index, (b, a) in enumerate(zip(before, lengths(fitted), strict=True)):
            assert told.get(index, (b, b)) == (b, a)


def test_a_plan_for_its_own_people_and_length_does_not_change():
    fitted = fit(ORDINARY, 6, ORDINARY.length())
    assert lengths(fitted) == [each.planned(6) for each in ORDINARY.items]
    assert fitted.changes == ()


def test_the_default_length_is_what_the_plan_takes_with_these_people():
    fitted = fit(ORDINARY, 12)
    assert fitted.length == ORDINARY.length(12)
    assert Change(0, 9, 18) in fitted.changes


def test_what_is_left_over_goes_to_themes_in_proportion():
    fitted = fit(plan(item(10), item(5, ItemKind.CLOSING), item(20), item(0, ItemKind.BUFFER)), 6, 41)
    assert lengths(fitted) == [12, 5, 24, 0]


def test_what_is_left_over_goes_to_a_buffer_when_there_is_no_theme():
    assert lengths(fit(plan(item(10, ItemKind.CASE), item(0, ItemKind.BUFFER)), 6, 14)) == [10, 4]


def test_without_free_work_nothing_is_stretched():
    fitted = fit(plan(item(10, ItemKind.CASE), item(5, ItemKind.CLOSING)), 6, 60)
    assert lengths(fitted) == [10, 5]
    assert fitted.fits


def test_an_item_named_protected_never_gives():
    assert lengths(fit(plan(item(20, protected=True), item(20)), 6, 30)) == [20, 10]


def test_a_plan_that_cannot_fit_says_so():
    fitted = fit(plan(item(20, ItemKind.CLOSING), item(10)), 6, 15)
    assert lengths(fitted) == [20, 5]
    assert not fitted.fits


def test_an_empty_plan_is_no_trouble():
    assert fit(plan(), 3, 60).length == 0


def test_a_plan_with_only_empty_items_takes_what_is_left_over():
    assert lengths(fit(plan(item(0), item(0)), 3, 5)) == [3, 2]


def test_a_fitted_item_keeps_what_else_it_is():
    case = item("5+3n", ItemKind.CASE, Step(Minutes.parse("1n"), Speaking.ROUND), slot=2)
    (fitted,) = fit(plan(case), 4).items
    assert (fitted.steps, fitted.slot, fitted.kind) == (case.steps, 2, ItemKind.CASE)


@pytest.mark.parametrize(
    ("slot", "steps", "people", "by_people"),
    [
        (10, ["5", "3"], 6, {3: 10, 6: 10, 12: 10}),
        (10, ["1n", "2"], 6, {3: 7, 6: 10, 12: 16}),
        (8, ["1n", "2"], 6, {3: 5, 6: 8, 12: 14}),
        (9, ["1.5n"], 6, {3: Fraction(9, 2), 6: 9, 12: 18}),
    ],
)
def test_a_slot_with_an_exercise_grows_as_the_exercise_does_and_keeps_its_slack(slot, steps, people, by_people):
    formula = slot_minutes(slot, [Step(Minutes.parse(each), Speaking.ROUND) for each in steps], people)
    assert {n: formula.for_people(n) for n in by_people} == by_people
