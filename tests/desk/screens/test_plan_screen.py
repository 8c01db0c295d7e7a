"""Shaping a plan: order, minutes, people, length, cards; saved, exported, opened."""

from pathlib import Path

import pytest
from desk.driver import Driver, Opens, desk_on
from desk.samples import a_record
from desk.scenes import follow
from fakes import FakeClock

from exercises.deck import Deck
from facilitator.desk.screens.plan_editor import PlanEditor
from facilitator.preparing.plan_edits import total
from facilitator.preparing.preparation import Preparation
from sessions.kinds import ClockShown
from sessions.store.folder import Store
from sessions.values import MINUTE, GroupCode, Id, Seat


def made(desk: Driver) -> Preparation:
    assert isinstance(desk.app.screen, PlanEditor)
    return desk.app.screen._preparation


def kinds(desk: Driver) -> list[str]:
    return [str(item.kind) for item in made(desk).plan.items]


def minutes(desk: Driver) -> list[int]:
    return [item.planned(made(desk).people) for item in made(desk).plan.items]


async def test_minutes_order_protection_and_clock(home: Opens):
    async with home() as desk:
        await desk.press("n", "O")
        desk.expects("In all 90 min", "Every voice is heard")
        await desk.press("down", "down", "plus", "greater_than_sign", "minus")
        assert minutes(desk)[2] == 30
        desk.expects("5 min too much, o fits it")
        await desk.press("J")
        assert kinds(desk)[2:4] == ["break", "theme"]
        await desk.press("K", "P", "c")
        assert made(desk).plan.items[2].is_protected
        assert made(desk).plan.items[2].clock is ClockShown.SOFT
        await desk.press(*["u"] * 7)
        assert minutes(desk)[2] == 25
        await desk.press("u")
        desk.expects("nothing to undo")


async def test_people_make_rounds_longer_and_the_plan_is_fitted(home: Opens):
    async with home() as desk:
        await desk.press("n", "O", *["l"] * 4)
        desk.expects("9 people", "9 × 1.5 min = 13.5 min", "too much")
        await desk.press("o")
        assert total(made(desk)) == 90
        await desk.press("L")
        assert total(made(desk)) < 90
        desk.expects("to spare")


async def test_length_and_end(home: Opens, clock: FakeClock):
    async with home() as desk:
        await desk.press("n", "O", "M", *["backspace"] * 3)
        await desk.type("7")
        await desk.press("enter")
        desk.expects("A whole number of minutes, 10–600.")
        await desk.type("5")
        await desk.press("enter", "o")
        assert (made(desk).length, total(made(desk))) == (75, 75)
        await desk.press("H")
        await desk.paste("25.99")
        await desk.press("enter")
        desk.expects("A time such as 11.30")
        await desk.press("escape")
        assert made(desk).end is None


async def test_items_are_added_and_removed(home: Opens):
    async with home() as desk:
        await desk.press("n", "O", "i")
        desk.expects("An empty item, 10 min", "10 min, in all 100 min")
        await desk.press("slash")
        await desk.type("buzz")
        await desk.press("enter")
        assert made(desk).plan.items[1].exercise == "pair-buzz"
        await desk.press("d")
        assert len(kinds(desk)) == 9
        await desk.press("i", "Q", "enter")
        desk.expects("A question is no item")


async def test_what_was_shaped_is_not_lost_unasked(store: Store, data: Path, clock: FakeClock):
    async with desk_on(store, Deck(data), clock=clock) as desk:
        await desk.press("n", "O", "escape")
        assert desk.where == "MakingReadyScreen"
        await desk.press("O", "plus", "escape")
        desk.expects("Leave the plan as it was before?", "Go on shaping")
        await desk.press("enter")
        desk.expects("1 min too much")
        await desk.press("S")
        await desk.pick("Save as")
        await desk.press("escape")
        assert desk.where == "MakingReadyScreen"
        await desk.press("O", "minus", "escape")
        await desk.pick("Leave without the changes")
        assert desk.where == "MakingReadyScreen"


async def test_a_saved_plan_is_of_ones_own_with_neutral_names(store: Store, data: Path, clock: FakeClock):
    async with desk_on(store, Deck(data), clock=clock) as desk:
        await desk.press("n", "O", "i", "enter", "S")
        desk.expects("must not hold names, workplaces or cases")
        await desk.pick("Save as")
        desk.expects("Saved: Own plan 1.", "Own plan 1 5 people")
        text = Deck(data).plan(Id("own-1"))
        assert text.own
        assert text.name.fi == "Oma runko 1"
        assert text.titles[1].en == "Topic"
        await desk.press("S")
        await desk.pick("Write a name")
        await desk.paste(" Eve\x1bning")
        await desk.press("enter")
        assert Deck(data).plan(Id("own-2")).name.en == "Evening"
        await desk.press("enter")
        assert desk.where == "LiveScreen"
        assert desk.session.plan == "own-2"
        assert desk.titles()[0] == "Opening round"


async def test_it_is_written_to_a_file(home: Opens, data: Path):
    async with home() as desk:
        await desk.press("n", "O", "X")
        await desk.pick("Markdown")
        desk.expects("Written:")
        text = (data / "exports" / "ordinary-90.md").read_text(encoding="utf-8")
        assert text.startswith("# Ordinary session 90\n")
        assert "| Opening round | 10 | Opening round |" in text
        await desk.press("X")
        await desk.pick("Plain text")
        assert (data / "exports" / "ordinary-90.txt").exists()


async def test_a_folder_that_cannot_be_written_is_said(home: Opens, data: Path):
    data.mkdir(parents=True, exist_ok=True)
    (data / "exports").write_text("")
    async with home() as desk:
        await desk.press("n", "O", "X")
        await desk.pick("Markdown")
        desk.expects("The folder cannot be written.")


async def test_it_opens_as_it_is_shaped_also_when_it_is_too_long(home: Opens):
    async with home() as desk:
        await desk.press("n", "O", "greater_than_sign", "enter")
        assert desk.session.agreed_minutes == 90
        assert sum(item.given for item in desk.session.items) == 95
        await desk.press("space")
        assert desk.times.behind == 5 * MINUTE


async def test_what_to_prepare(home: Opens):
    async with home() as desk:
        await desk.press("n")
        await desk.point("Image session")
        await desk.press("O", "B")
        desk.expects("Bring: picture cards")


@pytest.mark.parametrize("ways", [("a", "enter", "down", "up"), ("a", "O", "down", "plus", "o", "enter", "down")])
async def test_a_session_of_which_no_item_was_kept_is_used_again(ways, store, shipped, clock):
    record = a_record(1, plan=Id("special"), people=1, items=(), goals=())
    store.keep(GroupCode("R07"), record, Seat(1))
    async with desk_on(store, shipped, clock=clock) as desk:
        await follow(desk, "r enter")
        assert desk.where == "PastSessionScreen"
        await desk.press(*ways)
        assert not desk.app._exit
