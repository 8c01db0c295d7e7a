"""Favourite cards: one key, a sign, a section of their own, kept from one start to the next."""

from desk.driver import Driver, Opens

from exercises.card import Card
from facilitator.desk.screens.cards import CardsScreen
from facilitator.settings import FILE, read_settings
from sessions.store.folder import Store

KEY = "exclamation_mark"


def pointed(desk: Driver) -> str:
    screen = desk.app.screen
    assert isinstance(screen, CardsScreen)
    card = screen.pointed()
    return str(card.id) if isinstance(card, Card) else ""


async def found(desk: Driver, text: str) -> None:
    await desk.press("slash")
    await desk.type(text)
    await desk.press("escape")


async def test_a_key_makes_a_favourite_that_stands_first_and_the_same_key_takes_it_back(home: Opens, store: Store):
    async with home() as desk:
        await desk.press("c", "end")
        card = pointed(desk)
        assert "FAVOURITES" not in desk.screen_text()
        await desk.press(KEY)
        desk.expects("FAVOURITES", "★", "is a favourite now; the same key takes it back.")
        assert pointed(desk) == card
        await desk.press("home", "down")
        assert pointed(desk) == card
        assert read_settings(store.folder).favourites == (card,)
        await desk.press(KEY)
        desk.expects("is no favourite any more.")
        assert pointed(desk) == card
        assert not {"FAVOURITES", "★"} & set(desk.screen_text().split())
        assert read_settings(store.folder).favourites == ()


async def test_a_favourite_is_kept_from_one_start_to_the_next_and_told_in_a_search(home: Opens):
    async with home() as desk:
        await desk.press("c")
        await found(desk, "pair buzz")
        await desk.press(KEY)
        desk.expects("Pair buzz ★ 8 min")
        assert "FAVOURITES" not in desk.screen_text()
    async with home() as desk:
        await desk.press("c", "home", "down")
        assert pointed(desk) == "pair-buzz"
        desk.expects("FAVOURITES")


async def test_only_a_card_is_a_favourite(home: Opens, store: Store):
    async with home() as desk:
        await desk.press("c", "home", KEY)
        desk.expects("Only a card can be a favourite.")
        await desk.press("C", "down", KEY)
        desk.expects("Only a card can be a favourite.")
        assert read_settings(store.folder).favourites == ()


async def test_a_favourite_without_a_card_is_passed_over(home: Opens, store: Store):
    store.folder.mkdir(parents=True, exist_ok=True)
    (store.folder / FILE).write_text('favourites = ["gone"] # mine\n')
    async with home() as desk:
        await desk.press("c")
        assert "FAVOURITES" not in desk.screen_text()
        await desk.press("down", KEY)
        assert set(read_settings(store.folder).favourites) == {"gone", pointed(desk)}
        assert "# mine" in (store.folder / FILE).read_text("utf-8")


async def test_in_a_session_the_favourites_that_suit_stand_first(live: Opens, store: Store):
    store.folder.mkdir(parents=True, exist_ok=True)
    (store.folder / FILE).write_text('favourites = ["closing-round", "pair-buzz"]\n')
    async with live() as desk:
        await desk.press("space", "i")
        await desk.press("F")
        await desk.pick("All filters off")
        await desk.press("escape", "home", "down")
        desk.expects("FAVOURITES")
        first = pointed(desk)
        assert first in ("closing-round", "pair-buzz")
        await desk.press("enter")
        assert desk.session.items[1].exercise == first
