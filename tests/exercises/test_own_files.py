"""The supervisor's own files: they come first, and whatever is wrong with one, the others are there."""

from pathlib import Path

import pytest

from exercises.deck import SHIPPED, Deck
from exercises.tables import LARGEST, FaultKind, nearest
from exercises.wordforms import folded, matches
from sessions.values import Id

MINE = Id("mine")
PLAN = """
people = 5
minutes = 10
[name]
fi = "Oma"
[[items]]
kind = "theme"
minutes = 10
fi = "Aihe"
"""
HEAD = PLAN[: PLAN.index("[[items]]")]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for name in ("plans", "cards"):
        (tmp_path / name).mkdir()
    return tmp_path


def with_plan(own: Path, text: str | bytes, name: str = "mine") -> Deck:
    path = own / "plans" / f"{name}.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return Deck(own)


def test_an_own_plan_is_found_and_known_as_such(own: Path):
    deck = with_plan(own, PLAN)
    text = deck.plan(MINE)
    assert text is not None
    assert text.own
    assert text.plan.length() == 10
    assert MINE in deck.plan_ids()
    assert Id("ordinary-90") in deck.plan_ids()


def test_an_own_file_takes_the_place_of_a_shipped_one(own: Path):
    deck = with_plan(own, PLAN, "ordinary-90")
    text = deck.plan(Id("ordinary-90"))
    assert text is not None
    assert text.name.fi == "Oma"
    card = (SHIPPED / "cards" / "pair-buzz.toml").read_text("utf-8").replace('fi = "', 'fi = "Oma ', 1)
    (own / "cards" / "pair-buzz.toml").write_text(card, encoding="utf-8")
    found = Deck(own).card(Id("pair-buzz"))
    assert found is not None
    assert found.name.fi.startswith("Oma ")


def test_a_plan_may_use_an_own_card(own: Path):
    card = (SHIPPED / "cards" / "pair-buzz.toml").read_text("utf-8")
    (own / "cards" / "own-card.toml").write_text(card, encoding="utf-8")
    plan = PLAN.replace('kind = "theme"', 'kind = "exercise"\nexercise = "own-card"').replace("10", "40")
    text = with_plan(own, plan).plan(MINE)
    assert text is not None
    assert text.plan.items[0].exercise == "own-card"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(b"", FaultKind.MISSING, id="empty"),
        pytest.param(HEAD + "items = []\n", FaultKind.MISSING, id="0 items in the wrong table"),
        pytest.param("items = []\n" + HEAD, FaultKind.NO_ITEMS, id="0 items"),
        pytest.param(PLAN.replace("10", "-10"), FaultKind.NOT_WHOLE, id="negative minutes"),
        pytest.param(PLAN.replace("10", "0"), FaultKind.NOT_WHOLE, id="no minutes"),
        pytest.param(PLAN.replace("10", "1e300"), FaultKind.NOT_WHOLE, id="a number beyond all"),
        pytest.param(PLAN.replace("10", "nan"), FaultKind.NOT_WHOLE, id="no number"),
        pytest.param(PLAN + PLAN[PLAN.index("[[items]]") :] * 499, FaultKind.TOO_MANY, id="500 items"),
        pytest.param("#" * (LARGEST + 1), FaultKind.TOO_LARGE, id="huge"),
        pytest.param(PLAN.replace("Oma", "Työ").encode("latin-1"), FaultKind.NOT_UTF8, id="latin-1"),
        pytest.param(PLAN.encode("utf-16"), FaultKind.NOT_UTF8, id="utf-16"),
        pytest.param(b"\x00\xff" * 100, FaultKind.NOT_UTF8, id="no text"),
        pytest.param("a = " + "[" * 50_000, FaultKind.NOT_TOML, id="deep nesting"),
        pytest.param("a = " + "{a = " * 20_000, FaultKind.NOT_TOML, id="deep tables"),
        pytest.param(PLAN.replace('"Oma"', '"Oma'), FaultKind.NOT_TOML, id="no quotation mark"),
        pytest.param(PLAN.replace('"theme"', '"teema"'), FaultKind.NOT_ONE_OF, id="no such kind"),
        pytest.param(PLAN.replace("minutes = 10\n[name]", "minutes = 12\n[name]"), FaultKind.SUM, id="wrong sum"),
    ],
)
def test_a_broken_file_is_told_and_never_stops_the_deck(own: Path, text: str | bytes, kind: FaultKind):
    deck = with_plan(own, text)
    assert deck.plan(MINE) is None
    assert kind in [fault.kind for fault in deck.faults]
    assert all(fault.path == own / "plans" / "mine.toml" for fault in deck.faults)
    assert deck.plan(Id("ordinary-90")) is not None
    assert all(deck.plan(each) is not None for each in deck.plan_ids() if each != MINE)


def test_a_broken_own_file_gives_way_to_the_shipped_one_and_is_told(own: Path):
    deck = with_plan(own, "people = ", "ordinary-90")
    found = deck.plan(Id("ordinary-90"))
    assert found is not None
    assert not found.own
    assert deck.faults[0].line == 1


def test_a_file_with_a_mark_of_its_encoding_is_read(own: Path):
    assert with_plan(own, PLAN.encode("utf-8-sig")).plan(MINE) is not None


def test_names_that_are_no_ids_are_no_plans(own: Path):
    for name in ("Isot Kirjaimet", "ääkkönen", "..", "a" * 70):
        (own / "plans" / f"{name}.toml").write_text(PLAN, encoding="utf-8")
    assert not set(Deck(own).plan_ids()) - set(Deck().plan_ids())


def test_a_folder_with_the_name_of_a_plan_is_no_plan(own: Path):
    (own / "plans" / "mine.toml").mkdir()
    deck = Deck(own)
    assert deck.plan(MINE) is None


def test_texts_of_own_files_are_cleaned(own: Path):
    text = with_plan(own, PLAN.replace("Aihe", "\\u001b[31mAi\\u202ehe\\u009b")).plan(MINE)
    assert text is not None
    assert text.titles[0].fi == "Aihe"


@pytest.mark.parametrize(
    ("word", "plan"), [("ordinary-9", "ordinary-90"), ("ordinary90", "ordinary-90"), ("qqqq", ""), ("", "")]
)
def test_a_word_that_is_no_plan_suggests_the_nearest(shipped: Deck, word: str, plan: str):
    assert nearest(word, shipped.plan_ids()) == plan


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("aanen", "Äänen sävy", True),
        ("ÄÄNEN", "äänen", True),
        ("angstrom", "Ångström", True),
        ("sav aa", "Äänen sävy", True),
        ("", "mikä vain", True),
        ("  ", "mikä vain", True),
        ("savy x", "Äänen sävy", False),
        ("e\u0301", "\u00e9", True),
        ("strasse", "Straße", True),
    ],
)
def test_searching_is_as_people_type(wanted: str, text: str, found: bool):
    assert matches(wanted, text) is found


def test_folding_twice_changes_nothing():
    assert folded(folded("Äänen ÅNGSTRÖM")) == folded("Äänen ÅNGSTRÖM") == "aanen angstrom"
