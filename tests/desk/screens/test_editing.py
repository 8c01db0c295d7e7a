"""Own files at the desk: opened in an editor, looked at on the way back, broken ones shown where they stand."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from desk.driver import Driver, Opens, desk_on
from fakes import FakeClock
from textual.events import AppFocus

from exercises.card import Card
from exercises.deck import SHIPPED
from exercises.writing import card_start, plan_start
from facilitator.decks import deck_of
from facilitator.desk import editing
from facilitator.desk.screen import DeskScreen
from facilitator.desk.screens.card_list import Broken
from facilitator.desk.screens.cards import CardsScreen
from sessions.store.folder import Store


def own_card(data: Path, name: str = "mine", was: str = "", now: str = "") -> Path:
    path = data / "cards" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(card_start().replace(was, now) if was else card_start(), encoding="utf-8")
    return path


@pytest.fixture
def home(store: Store, data: Path, clock: FakeClock) -> Opens:
    """Opens the program at home, with what is in the data folder."""
    return lambda **options: desk_on(store, deck_of(data), clock=clock, **options)


@pytest.fixture
def edits(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The editors that were opened; each writes what is in ``written``."""
    opened: list[list[str]] = []

    @contextmanager
    def aside(_app):
        yield

    monkeypatch.setattr("textual.app.App.suspend", aside)
    monkeypatch.setenv("VISUAL", "an-editor --wait")
    monkeypatch.setattr(editing, "_run", lambda command: opened.append(command) or True)
    return opened


async def to_card(desk: Driver, words: str) -> None:
    await desk.press("c", "slash")
    await desk.type(words)
    await desk.press("escape")


async def test_e_opens_ones_own_card_and_says_how_it_is(home: Opens, data: Path, edits, monkeypatch):
    path = own_card(data)
    async with home() as desk:
        await to_card(desk, "a card of my own")
        await desk.press("e")
        assert edits == [["an-editor", "--wait", str(path)]]
        desk.expects("Read anew: nothing is wrong in the file.")

        def broken(command: list[str]) -> bool:
            own_card(data, was='minutes = "1.5n"\n', now="")
            return True

        monkeypatch.setattr(editing, "_run", broken)
        await desk.press("e")
        desk.expects("“minutes” is missing")


async def test_e_leaves_what_is_shipped_alone(home: Opens, edits):
    async with home() as desk:
        await to_card(desk, "pair buzz")
        await desk.press("e")
        desk.expects("Only your own can be edited")
        assert edits == []


async def test_without_an_editor_it_says_which_file(home: Opens, data: Path, monkeypatch):
    own_card(data)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    async with home() as desk:
        await to_card(desk, "a card of my own")
        await desk.press("e")
        desk.expects("No editor is known")


async def test_an_editor_that_is_not_there_brings_the_screen_back(data: Path):
    assert editing._run(["no-such-editor", "x"]) is False


async def test_a_broken_card_stands_beside_the_one_used_in_its_stead_or_by_its_name(home: Opens, data: Path):
    shipped = (SHIPPED / "cards" / "pair-buzz.toml").read_text(encoding="utf-8")
    (data / "cards").mkdir(parents=True)
    (data / "cards" / "pair-buzz.toml").write_text(shipped.replace("minutes", "minuts", 1), encoding="utf-8")
    own_card(data, "other", was='minutes = "1.5n"\n')
    async with home() as desk:
        await desk.press("c")
        screen = desk.app.screen
        assert isinstance(screen, CardsScreen)
        rows = screen._rows
        first, second = (row for row, each in enumerate(rows) if isinstance(each, Broken))
        before = rows[first - 1]
        assert isinstance(before, Card)
        names = {str(rows[row].path.stem): row for row in (first, second)}
        replaced = rows[names["pair-buzz"] - 1]
        assert isinstance(replaced, Card)
        assert replaced.id == "pair-buzz"
        after = rows[names["other"] + 1]
        assert isinstance(after, Card)
        assert after.phase == "explore", "its name begins the alphabet of its phase"


async def test_a_broken_plan_stands_among_ones_own_says_why_and_starts_nothing(home: Opens, data: Path, edits):
    (data / "plans").mkdir(parents=True)
    path = data / "plans" / "mine.toml"
    path.write_text(plan_start().replace("minutes = 60 ", "minutes = 61 "), encoding="utf-8")
    async with home() as desk:
        await desk.press("n")
        desk.expects("! A plan of my own")
        await desk.press("down")
        desk.expects("This file cannot be used.", "the items come to 60 minutes")
        await desk.press("enter")
        desk.expects("A broken file cannot be taken.")
        path.write_text(plan_start(), encoding="utf-8")
        await desk.press("e")
        assert edits == [["an-editor", "--wait", str(path)]]
        desk.expects("Read anew: nothing is wrong", "A plan of my own")
        await desk.press("e")
        assert len(edits) == 2, "the plan that was mended is pointed at"


async def test_an_edit_in_another_window_is_seen_on_coming_back(home: Opens, data: Path):
    own_card(data)
    async with home() as desk:
        await to_card(desk, "a card of my own")
        own_card(data, was="A card of my own", now="Another name of mine, a card of my own")
        desk.app.post_message(AppFocus())
        await desk.settle()
        desk.expects("Another name of mine")


async def test_the_deck_of_others_is_named_with_its_licence(home: Opens, data: Path, tmp_path: Path):
    school = tmp_path / "school"
    own_card(school, "from-school")
    (school / "deck.toml").write_text('licence = "CC BY-SA 4.0"\n[name]\nen = "The school\'s"\n', encoding="utf-8")
    data.mkdir(exist_ok=True)
    (data / "config.toml").write_text(f'decks = ["{school}"]\n', encoding="utf-8")
    async with home() as desk:
        await to_card(desk, "a card of my own")
        desk.expects("The school's · CC BY-SA 4.0")


async def test_the_cursor_is_there_only_while_one_writes(home: Opens):
    async with home() as desk:
        await desk.press("c", "slash")
        await desk.type("pair")
        desk.expects("▏")
        await desk.press("escape")
        assert "▏" not in desk.screen_text()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_sentence_that_is_too_long_for_its_lines_ends_with_a_mark(home: Opens, size: tuple[int, int]):
    async with home(size=size) as desk:
        screen = desk.app.screen
        assert isinstance(screen, DeskScreen)
        screen.say("Sana " * 200)
        await desk.settle()
        shown = [line for line in desk.screen_text().splitlines() if "Sana" in line]
        assert len(shown) == 3
        assert shown[-1].rstrip().endswith("…")
        screen.say("Lyhyt lause.")
        await desk.settle()
        assert "…" not in next(line for line in desk.screen_text().splitlines() if "Lyhyt" in line)
