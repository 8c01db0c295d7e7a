"""A digit is the thing it names: a seat, a value, minutes. It is never the number of a row."""

import pytest
from desk.driver import Opens

from facilitator.desk.widgets import typed_number
from sessions import events as e
from sessions.values import Id, Seat

ROUND = ("space", "space")


async def test_a_digit_does_nothing_where_nothing_has_a_number(live: Opens):
    async with live() as desk:
        for key in ("v", "V"):
            await desk.press("space", key, *"1234567890")
            assert desk.asked
            await desk.press("escape")


async def test_a_seat_is_chosen_by_its_number(live: Opens):
    async with live() as desk:
        await desk.press(*ROUND, "a", "3")
        assert desk.session.people.away == {3}
        desk.expects("seat 3 is away. u undoes.")
        await desk.press("a", "3")
        desk.expects("seat 3 is back. u undoes.")
        await desk.press("w", "4")
        desk.expects("seat 4", "The group sees it whenever its view shows it.")


async def test_outside_a_round_going_away_is_seen(live: Opens):
    async with live() as desk:
        await desk.press("space", "n", "n", "a", "2")
        desk.expects("seat 2 is away.", "2 away")


async def test_seats_from_ten_on_have_two_digits(live: Opens):
    async with live(people=12) as desk:
        await desk.press(*ROUND, "1", "1")
        assert desk.round.speaker == 11
        await desk.press("4")
        assert desk.round.speaker == 4
        await desk.press("1")
        assert desk.round.speaker == 4
        desk.expects("Seat 1…")
        await desk.press("enter")
        assert desk.round.speaker == 1
        await desk.press("1", "escape")
        assert desk.round.speaker == 1
        await desk.press("a", "1", "2")
        assert desk.session.people.away == {12}


async def test_with_fewer_than_ten_nothing_is_waited_for(live: Opens):
    async with live(people=9) as desk:
        await desk.press(*ROUND, "2")
        assert desk.round.speaker == 2


async def test_without_a_second_digit_the_first_one_counts(live: Opens, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(typed_number, "WAIT", 0.01)
    async with live(people=12) as desk:
        await desk.press(*ROUND, "space", "1")
        await desk.pilot.pause(0.1)
        await desk.settle()
        assert desk.round.speaker == 1


async def test_another_key_does_not_overtake_the_number(live: Opens):
    async with live(people=12) as desk:
        await desk.press(*ROUND, "4", "1", "space")
        assert desk.round.gone == (1,)


async def test_who_presents_is_asked_once_and_a_digit_answers(live: Opens):
    async with live() as desk:
        await with_a_presenter(desk)
        desk.expects("Who presents? Type the seat's number")
        await desk.press("3")
        assert desk.session.presenter == 3
        desk.expects("seat 3 presents. u undoes.", "the presenter · seat 3")
        for _step in range(3):
            await desk.press("space")
            desk.lacks("Who presents?")
            if desk.session.round is not None:
                assert Seat(3) not in desk.round.seats


async def test_who_presents_can_be_left_for_later(live: Opens):
    async with live() as desk:
        await with_a_presenter(desk)
        await desk.press("escape")
        desk.lacks("Who presents?")
        await desk.press("3")
        assert desk.session.presenter is None
        await desk.press("R", "2")
        assert desk.session.presenter == 2


async def with_a_presenter(desk) -> None:
    """Go to an item whose first step has a presenter."""
    await desk.press("space", "n")
    card = desk.app.deck.card(Id("questions-only"))
    desk.running.do(e.MethodSwitched(desk.running.now(), 3, card.id, card.steps))
    await desk.press("n")


async def test_pausing_is_ended_by_its_own_key_alone(live: Opens):
    async with live() as desk:
        await desk.press(*ROUND, "p")
        before = desk.session
        for key in ("space", "pagedown", "right"):
            await desk.press(key)
            assert desk.session == before
            desk.expects("Paused; p goes on.")
        await desk.press("p", "space")
        assert desk.round.speaker == 2


async def test_undo_and_redo_say_what(live: Opens):
    async with live() as desk:
        await desk.press(*ROUND, "x", "u")
        desk.expects("Undone: the pass. U does it again.")
        await desk.press("U")
        desk.expects("Done again: the pass. u undoes.")
        for keys, said in (
            (("a", "2"), "a seat going away (seat 2)"),
            (("down", "down", "m"), "moving the item to next time (Topic 1)"),
            (("escape", "r", "enter"), "the round that began"),
        ):
            await desk.press(*keys, "u")
            desk.expects(f"Undone: {said}. U does it again.")


async def test_the_line_of_keys_follows_what_goes_on_and_can_be_clicked(live: Opens):
    async with live() as desk:
        desk.expects("space Begin", "s Began earlier")
        await desk.press("space")
        desk.expects("space Next step")
        await desk.press("space")
        desk.expects("space Next turn x Pass p Pause b Blank u Undo")
        await desk.press("p")
        desk.expects("p Resume b Blank")
        row = desk.screen_text().split("\n")
        y = next(index for index, line in enumerate(row) if "p Resume" in line)
        await desk.pilot.click(offset=(row[y].index("Resume") + 1, y))
        await desk.settle()
        assert not desk.session.paused
