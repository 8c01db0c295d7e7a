from dataclasses import replace
from datetime import date

from exercises.deck import Deck
from facilitator.preparing.preparation import again
from sessions.kinds import ItemKind
from sessions.process import Fate
from sessions.record import KeptItem, Record, Untaken
from sessions.values import Id

DECK = Deck()
ORDINARY = Id("ordinary-90")
RECORD = Record(
    1,
    date(2026, 3, 11),
    5,
    90,
    81,
    ORDINARY,
    (KeptItem(ItemKind.CHECK_IN, 10, 12, None, 0), KeptItem(ItemKind.THEME, 40, 39, None, 2)),
    rest=(
        Untaken(ItemKind.GOALS, 10, Fate.NEXT_TIME, 1, Id("goal-scale"), 5),
        Untaken(ItemKind.CLOSING, 7, Fate.NOT_REACHED, 2),
    ),
)


def test_the_whole_agenda_is_used_again_also_what_was_not_taken_up():
    plan = again(RECORD, DECK)
    assert [item.kind for item in plan.items] == [ItemKind.CHECK_IN, ItemKind.GOALS, ItemKind.THEME, ItemKind.CLOSING]
    assert [int(item.minutes.fixed) for item in plan.items] == [10, 10, 40, 7]
    assert plan.items[1].steps


def test_the_titles_of_a_plan_that_has_another_form_today_are_not_taken():
    text = DECK.plan(ORDINARY)
    assert text is not None
    same = again(replace(RECORD, plan_form=text.plan.form), DECK)
    assert [item.slot for item in same.items] == [0, 5, 2, None]
    other = again(replace(RECORD, plan_form=text.plan.form + 1), DECK)
    assert {item.slot for item in other.items} == {None}
