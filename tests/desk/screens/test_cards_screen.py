"""The cards: finding, filtering, drawing, and taking one into the session."""

from pathlib import Path
from random import Random

import pytest
from counts import CARDS
from desk.driver import Driver, Opens, desk_on, prepared
from fakes import FakeClock
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from exercises.card import Card, Question
from exercises.deck import SHIPPED, Deck
from exercises.writing import card_start
from facilitator.desk.screens.card_list import Broken
from facilitator.desk.screens.cards import CardsScreen
from facilitator.texts import languages
from sessions.kinds import ItemState
from sessions.store.folder import Store


@pytest.fixture(autouse=True)
def unpainted() -> None:
    """Here everything is painted: what lies under a dialog is what was painted last."""


@pytest.fixture(autouse=True)
def _drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitator.desk.screens.card_lots.SystemRandom", lambda: Random(7))


def cards(desk: Driver) -> CardsScreen:
    assert isinstance(desk.app.screen, CardsScreen)
    return desk.app.screen


def listed(desk: Driver) -> list[str]:
    return [str(each.id) for each in cards(desk)._rows if isinstance(each, Card | Question)]


async def filtered(desk: Driver, line: str, times: int = 1) -> None:
    """Change a filter in the list of filters so many times, and be done."""
    await desk.press("F")
    for _time in range(times):
        await desk.pick(line)
    await desk.press("escape")


async def search(desk: Driver, text: str) -> None:
    await desk.press("slash")
    await desk.type(text)


async def test_all_cards_from_home_and_one_in_full(home: Opens):
    async with home() as desk:
        await desk.press("c")
        assert len(listed(desk)) == CARDS
        desk.expects("Without a card", "Opening round 10 min")
        await desk.press("down", "down", "enter")
        assert desk.where == "CardPage"
        await desk.press("escape", "escape")
        assert desk.where == "HomeScreen"


async def test_minutes_are_for_the_people_chosen(home: Opens):
    async with home() as desk:
        await desk.press("c", "l", "l", "l", "l")
        desk.expects("9 people", "Opening round 16 min")
        await search(desk, "opening round")
        await desk.press("escape")
        desk.expects("9 × 1.5 min = 13.5 min")
        await desk.press("l", "l")
        desk.expects("The round alone takes 16.5 min.", "Shorter: One-word", "round, 5 min.")


async def test_a_card_says_why_it_was_found(home: Opens):
    async with home() as desk:
        languages.use("fi")
        await desk.press("c")
        await search(desk, "uupumus")
        desk.expects("Kuormat ja voimavarat", "Löytyi nimestä: ”voimavarat”", "lähellä hakusanaa")


async def test_an_edited_card_is_noticed_when_one_comes_back(data: Path, clock: FakeClock):
    own = data / "cards" / "mine.toml"
    own.parent.mkdir(parents=True)
    source = (SHIPPED / "cards" / "pair-buzz.toml").read_text(encoding="utf-8")
    own.write_text(source.replace("Pair buzz", "Old name"), encoding="utf-8")
    async with desk_on(Store(data), Deck(data), clock=clock) as desk:
        await desk.press("c")
        desk.expects("Old name")
        await desk.press("escape")
        own.write_text(source.replace("Pair buzz", "Another name"), encoding="utf-8")
        await desk.press("c")
        desk.expects("Another name")


async def test_typing_searches_and_esc_leaves_step_by_step(home: Opens):
    async with home() as desk:
        languages.use("fi")
        await desk.press("c")
        await search(desk, "jaksamisen")
        assert 0 < len(listed(desk)) < 30
        await desk.press("escape")
        await desk.press("escape")
        assert len(listed(desk)) == CARDS
        await desk.press("escape")
        assert desk.where == "HomeScreen"


async def test_filters_one_by_one(home: Opens):
    async with home() as desk:
        await desk.press("c")
        await filtered(desk, "At most")
        few = set(listed(desk))
        assert few
        await filtered(desk, "At most")
        assert few < set(listed(desk))
        await filtered(desk, "All filters off")
        assert len(listed(desk)) == CARDS
        await desk.press("F")
        await desk.pick("Phase")
        await desk.pick("Closing")
        assert listed(desk) == sorted(listed(desk), key=lambda each: desk.app.deck.card(each).name.en)
        assert "closing-round" in listed(desk)
        assert 0 < len(listed(desk)) < CARDS
        await filtered(desk, "All filters off")
        await filtered(desk, "Remotely")
        assert 0 < len(listed(desk)) < CARDS
        await filtered(desk, "All filters off")
        await filtered(desk, "Turns", 2)
        assert "closing-round" in listed(desk)
        assert 0 < len(listed(desk)) < CARDS
        await filtered(desk, "All filters off")
        await desk.press("F")
        await desk.pick("Theme")
        await desk.type("power")
        await desk.press("enter")
        desk.expects("power")
        assert "power-map" in listed(desk)
        await filtered(desk, "All filters off")
        await filtered(desk, "Suits")
        await desk.press(*["l"] * 20)
        assert "strengths-spotting" not in listed(desk)


async def test_drawing_never_the_same_twice_in_a_row(home: Opens):
    async with home() as desk:
        await desk.press("c", "F")
        await desk.pick("Phase")
        await desk.pick("Closing")
        before = None
        for _ in range(12):
            await desk.press("D")
            drawn = cards(desk).pointed()
            assert isinstance(drawn, Card)
            assert drawn is not before
            before = drawn
        await desk.press("Q")
        assert isinstance(cards(desk).pointed(), Question)
        await desk.press("C")
        assert "closing-round" in listed(desk)


async def test_own_and_broken_cards_are_marked(store: Store, data: Path, clock: FakeClock):
    folder = data / "cards"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(card_start(), encoding="utf-8")
    (folder / "pair-buzz.toml").write_text(card_start().replace("own", "new"), encoding="utf-8")
    (folder / "bad.toml").write_text('phase = "x"\n[name]\nfi = "\x1b[2J"\n', encoding="utf-8")
    async with desk_on(store, Deck(data), clock=clock) as desk:
        await desk.press("c", "end")
        desk.expects("BROKEN FILES", "bad.toml ! broken", "This file cannot be used.")
        assert isinstance(cards(desk).pointed(), Broken)
        await desk.press("enter")
        desk.expects("cannot be taken")
        await search(desk, "card of my")
        desk.expects("FOUND", "A card of my own + 9 min", "A card of my new * 9 min")


async def test_each_phase_has_a_heading_that_nobody_can_point_at(home: Opens):
    async with home() as desk:
        await desk.press("c")
        lines = [line.removeprefix("▌").strip() for line in desk.screen_text().split("\n")]
        row = lines.index(next(line for line in lines if line.startswith("WARMING UP")))
        before, after = (line.split("  ")[0] for line in (lines[row - 2], lines[row + 1]))
        while _pointed(desk) != before:
            await desk.press("down")
        top = cards(desk).query_one("#rows").region.y
        await desk.pilot.click("#rows", offset=(4, row - top))
        await desk.settle()
        assert _pointed(desk) == before
        await desk.press("down")
        assert _pointed(desk) == after


async def test_only_phases_with_a_card_have_a_heading(home: Opens):
    async with home() as desk:
        await desk.press("c", "F")
        await desk.pick("Phase")
        await desk.pick("Deepening")
        desk.expects("DEEPENING")
        assert "WARMING UP" not in desk.screen_text()


def _pointed(desk: Driver) -> str:
    card = cards(desk).pointed()
    assert isinstance(card, Card)
    return card.name.said("en")


async def test_what_was_found_is_one_section_and_each_row_tells_its_phase(home: Opens):
    async with home(size=(160, 40)) as desk:
        await desk.press("c")
        desk.expects("WARMING UP")
        await search(desk, "pair buzz")
        desk.expects("FOUND", "Pair buzz Warming up 8 min")
        assert "WARMING UP" not in desk.screen_text()


async def test_a_card_is_inserted_with_its_effect_on_the_end(live: Opens):
    async with live() as desk:
        await desk.press("space", "i")
        desk.expects("An empty item, 10 min", "10 min, would end", "agreed")
        await filtered(desk, "All filters off")
        await search(desk, "pair buzz")
        desk.expects("“pair buzz”", "8 min, would end")
        assert not desk.selection.blanked
        await desk.press("enter")
        assert desk.where == "LiveScreen"
        assert desk.session.items[1].exercise == "pair-buzz"
        await desk.press("u")
        assert len(desk.session.items) == 9


async def test_without_a_card_is_an_answer(live: Opens):
    async with live() as desk:
        await desk.press("space", "i", "enter")
        assert (desk.session.items[1].exercise, desk.session.items[1].given) == (None, 10)


async def test_the_list_is_what_suits_the_moment(live: Opens):
    async with live() as desk:
        await desk.press("space", "i")
        phases = {entry.phase for entry in cards(desk)._rows if isinstance(entry, Card)}
        assert phases == {"check-in"}
        await filtered(desk, "All filters off")
        assert len(listed(desk)) == CARDS


async def test_a_follow_up_is_drawn_only_when_its_question_has_been_taken(live: Opens):
    async with live() as desk:
        await desk.press("space", "i", "Q")
        await search(desk, "what made that possible")
        await desk.press("escape", "Q")
        desk.expects("There is nothing else to draw")
        await desk.press("escape")
        await search(desk, "your boundary last hold")
        await desk.press("enter", "i", "Q")
        await search(desk, "what made that possible")
        await desk.press("escape", "Q")
        drawn = cards(desk).pointed()
        assert isinstance(drawn, Question)
        assert drawn.id == "q-boundaries-6"


async def test_a_question_is_shown_and_the_agenda_stays(live: Opens):
    async with live() as desk:
        await desk.press("space", "i", "Q")
        question = cards(desk).pointed()
        assert isinstance(question, Question)
        await desk.press("enter")
        assert desk.selection.question == question.text.en
        desk.expects(question.text.en)
        assert len(desk.session.items) == 9


async def test_another_method_keeps_the_clock(live: Opens):
    async with live() as desk:
        await desk.press("space")
        await desk.pass_time(minutes=3)
        await desk.press("k")
        desk.expects("Another way: Opening round", "The item has 7 min left")
        await filtered(desk, "All filters off")
        await search(desk, "one-word")
        await desk.press("enter")
        assert desk.session.current.exercise == "check-in-one-word"
        assert desk.times.left == 7 * 60_000
        await desk.press("u")
        assert desk.session.current.exercise == "check-in-round"


async def test_steps_are_skipped_lengthened_and_repeated(live: Opens):
    async with live() as desk:
        await desk.press("space", "j")
        assert desk.session.current.step == 1
        await desk.press("t")
        assert desk.session.current.given == 11
        await desk.press("y")
        desk.expects("This step once more, with its minutes and its round. u undoes.")
        assert desk.session.current.given > 11
        await desk.press("u", "u", "u", "j", "j", "j")
        desk.expects("This is the last step.")


async def test_what_is_over_has_no_other_method(live: Opens):
    async with live() as desk:
        await desk.press("space", "n", "up", "k")
        assert desk.session.items[0].state is ItemState.DONE
        desk.expects("still to come")


class Screens(SingleFileSnapshotExtension):
    """One text file a screen."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


WAYS = {
    "cards": ("home", ["c", "down"]),
    "cards drawn": ("home", ["c", "D"]),
    "question drawn": ("home", ["c", "Q"]),
    "cards insert": ("live", ["space", "i", "down"]),
    "cards switch": ("live", ["space", "k", "down"]),
    "plan": ("home", ["n", "O", "right", "right"]),
    "plan save": ("home", ["n", "O", "S"]),
    "plan prepare": ("home", ["n", "O", "B"]),
}


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", list(WAYS), ids=lambda name: name.replace(" ", "-"))
async def test_a_screen_looks_as_it_did(
    name: str, size, language: str, snapshot: SnapshotAssertion, shipped: Deck, data: Path, clock: FakeClock
):
    languages.use(language)
    kind, keys = WAYS[name]
    made = prepared(shipped, "ordinary-90", 6) if kind == "live" else None
    async with desk_on(Store(data), Deck(data), clock=clock, size=size, prepared=made) as desk:
        await desk.press(*keys)
        assert desk.screen_text() + "\n" == snapshot.use_extension(Screens)
