"""Text that would act on a terminal, or on Textual, if it could: typed, pasted and from files, on every screen."""

import json
import unicodedata
from itertools import count
from pathlib import Path

import pytest
from desk.driver import Driver, desk_on, prepared, raw_of
from desk.every_size import SMALL_AND_LARGE, english_on, survives
from desk.scenes import LIVE, follow, scene
from fakes import FakeClock

from exercises.deck import SHIPPED, Deck
from facilitator.projector.view import Shown
from facilitator.texts import languages
from sessions.cleaning import clean
from sessions.people import Person
from sessions.store.folder import Store

MARKUP = "x [/] [@click=app.quit]y"
HOSTILE = {
    "markup": MARKUP,
    "bold": "[b]lihava[/b] [red]",
    "open bracket": "[" * 30,
    "emoji family": "👩‍👩‍👧‍👦 👨🏽‍🚀 🏳️‍🌈",
    "marks": "a" + "\u0301" * 50 + "b",
    "right to left": "\u202eשלום\u202c مرحبا",
    "long": "pitkä" * 2_000,
    "escape": "\x1b[2J\x1b]52;c;aGVp\x07\x1bPq\x1b\\e",
    "c1": "\x9b31m\x9d0;t\x9c\x85x",
    "lines": "a\r\nb\u2028c\td",
    "wide": "漢字" * 40,
    "format": "{0} {title} %s %(x)s {",
    "nothing": "\u200b\u2060\ufeff",
}


def check(desk: Driver) -> None:
    """Nothing that would act on a terminal is about to be written to it, and the program is well."""
    acting = {
        hex(ord(char))
        for char in raw_of(desk.app)
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") and char != "\u200d"
    }
    assert not acting
    assert not desk.app._exit


def spoken_to(text: str):
    """Every word of the session is ``text``."""

    def write(desk: Driver) -> None:
        words = desk.running.words
        for seat in range(1, 6):
            words.label(Person(seat), text)
        for item in desk.session.items:
            words.title(item.uid, text)
        for goal in desk.session.goals:
            words.goal(goal.uid, text)
        desk.running.tell()

    return write


def spoken_to_in_turn(first: int):
    """Each seat, item and goal has the next of all texts, from the one in place ``first`` on."""
    texts = list(HOSTILE.values())

    def write(desk: Driver) -> None:
        words = desk.running.words
        for seat in range(1, 6):
            words.label(Person(seat), texts[(first + seat) % len(texts)])
        for place, item in enumerate(desk.session.items):
            words.title(item.uid, texts[(first + place) % len(texts)])
        for place, goal in enumerate(desk.session.goals):
            words.goal(goal.uid, texts[(first + place) % len(texts)])
        desk.running.tell()

    return write


@pytest.mark.parametrize("name", LIVE)
async def test_words_on_every_screen_at_every_size_and_all_is_in_finnish(name: str, shipped: Deck, data: Path):
    languages.use("fi")
    async with scene(name, data, shipped, (120, 40), first=spoken_to(MARKUP)) as desk:
        check(desk)
        assert english_on(desk) == []
        for size in SMALL_AND_LARGE:
            await survives(desk, *size)
            check(desk)
        await survives(desk, 100, 30)
        for first in range(0, len(HOSTILE), 4):  # five seats at a time: every text is a seat's name once
            spoken_to_in_turn(first)(desk)
            await desk.settle()
            check(desk)
        assert desk.screen_text().strip() or name == "group: black"


async def test_every_text_on_the_busiest_screens(shipped: Deck, data: Path):
    async with scene("round", data, shipped, (80, 24)) as desk:
        for number, text in enumerate(HOSTILE.values()):
            spoken_to(text)(desk)
            desk.selection.choose((Shown.PROGRAMME, Shown.ROUND, Shown.GOALS)[number % 3])
            for way in ("w", "escape g", "escape v home enter"):
                await follow(desk, way)
                check(desk)
            assert desk.where == "GroupViewScreen"
            await desk.press("escape")


async def test_markup_is_shown_as_it_was_written(shipped: Deck, data: Path):
    async with scene("round", data, shipped, (140, 40), first=spoken_to(MARKUP)) as desk:
        desk.expects(f"▶ 14:00 {MARKUP}", f"SPEAKING  2 {MARKUP}")
        await desk.press("w")
        desk.expects(MARKUP)
        await desk.press("escape", "g")
        desk.expects(MARKUP)
        desk.selection.release(frozenset(goal.uid for goal in desk.session.goals))
        await desk.press("escape")
        desk.selection.choose(Shown.GOALS)
        await follow(desk, "v home enter")
        assert desk.where == "GroupViewScreen"
        desk.expects(MARKUP)


@pytest.mark.parametrize("way", ["pasted", "typed"])
async def test_text_is_cleaned_where_it_comes_in(way: str, shipped: Deck, data: Path):
    async with scene("begun", data, shipped, (100, 30)) as desk:
        for text in HOSTILE.values():
            await follow(desk, "w 2")
            if way == "pasted":
                await desk.paste(text)
            else:
                await desk.type(text[:100])
            check(desk)
            assert clean(desk.line, 60) == " ".join(desk.line.split())
            await desk.press("enter")
            check(desk)
            assert all(clean(label) == label for label in desk.running.words.labels.values())


async def test_searching_for_anything(shipped: Deck, data: Path):
    async with scene("begun", data, shipped, (100, 30)) as desk:
        for text in HOSTILE.values():
            await follow(desk, "i slash")
            await desk.paste(text)
            check(desk)
            await desk.press("escape", "escape")
            check(desk)
            while desk.where != "LiveScreen":
                await desk.press("escape")


OWN = [text for text in HOSTILE.values() if clean(text)]
AT_ONCE = 4
"""Places from one text to the next that begins: every text is a name of a plan and of a card in every list."""


def own_files(folder: Path, first: int) -> None:
    """As many plans and cards of the supervisor's own as there are texts; in each, every place has the next of them."""
    for kind, begins in (("cards", "pair-buzz"), ("plans", "ordinary-90")):
        (folder / kind).mkdir(parents=True)
        others = [path.stem for path in sorted((SHIPPED / kind).glob("*.toml")) if path.stem != begins]
        for place, name in enumerate([begins, *others[: len(OWN) - 1]], first):
            texts = (OWN[(place + nth) % len(OWN)] for nth in count())
            lines = (SHIPPED / kind / f"{name}.toml").read_text("utf-8").split('"""')
            lines = "".join(part if index % 2 == 0 else '"x"' for index, part in enumerate(lines)).split("\n")
            made = []
            for line in lines:
                if line.startswith("fi = "):
                    quoted = json.dumps(next(texts)[:1_000], ensure_ascii=False)
                    made += [f"fi = {quoted}", f"en = {quoted}"]
                elif not line.startswith(("en = ", "sv = ")):
                    made.append(line)
            (folder / kind / f"{name}.toml").write_text("\n".join(made), encoding="utf-8")


@pytest.mark.parametrize("first", range(0, len(OWN), AT_ONCE))
async def test_own_cards_and_plans(first: int, data: Path):
    own_files(data, first)
    deck = Deck(data)
    assert deck.plan("ordinary-90") is not None, deck.faults
    card = deck.card("pair-buzz")
    assert card is not None, deck.faults
    for start in (None, prepared(deck)):
        async with desk_on(Store(data), deck, clock=FakeClock(), size=(80, 24), prepared=start) as desk:
            if start is None:
                await desk.press("n")
                check(desk)
                for _plan in deck.plans():
                    await desk.press("down")
                check(desk)
            else:
                await follow(desk, "space i")
                await desk.press("down")
                check(desk)
                await desk.paste(card.name.en[:5])
                await follow(desk, "enter n e")
                check(desk)
                for way in ("escape v 4 v 1", "escape w", "escape E"):
                    await follow(desk, way)
                    check(desk)
                await desk.pick("End and keep for a new group")
                check(desk)
                record = desk.app.store.groups.read(desk.app.store.groups.codes()[0]).records[0]
                assert not [text for text in OWN if len(clean(text)) >= 3 and clean(text)[:3] in repr(record)]


async def test_faults_of_files_with_hostile_names(data: Path, shipped: Deck):
    groups = data / "groups"
    groups.mkdir(parents=True)
    (groups / "R07.json").write_text("[b]", encoding="utf-8")
    (groups / "R0\x1b[31m7.json").write_text("{}", encoding="utf-8")
    async with desk_on(Store(data), shipped, clock=FakeClock(), size=(80, 24)) as desk:
        check(desk)
        await desk.press("T")
        check(desk)
