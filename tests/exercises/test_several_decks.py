"""Decks of others beside one's own, and files that are edited while the program runs."""

import os
from pathlib import Path

import pytest

from exercises.deck import SHIPPED, Deck, Origin
from exercises.folder import Part
from exercises.sources import SourceKind
from exercises.tables import FaultKind
from sessions.values import Id

ONE = Id("pair-buzz")


def a_card(folder: Path, card_id: str, name: str = "Kortti", sensitive: bool = False) -> Path:
    source = (SHIPPED / "cards" / "pair-buzz.toml").read_text(encoding="utf-8").replace("Pariporina", name)
    (folder / "cards").mkdir(parents=True, exist_ok=True)
    path = folder / "cards" / f"{card_id}.toml"
    path.write_text(("sensitive = true\n" if sensitive else "") + source, encoding="utf-8")
    return path


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "koulu"
    a_card(folder, "from-school", "Koulun kortti")
    (folder / "deck.toml").write_text('licence = "CC BY-SA 4.0"\n[name]\nfi = "Koulun kortit"\n', encoding="utf-8")
    return folder


def test_a_deck_of_others_with_its_name_and_licence(data: Path, school: Path):
    deck = Deck(data, [school])
    card = deck.card(Id("from-school"))
    assert card is not None
    assert card.name.fi == "Koulun kortti"
    source = deck.source(Part.CARDS, card.id)
    assert (source.kind, source.name.fi, source.licence) == (SourceKind.DECK, "Koulun kortit", "CC BY-SA 4.0")
    assert deck.origin(Part.CARDS, card.id) is Origin.OWN
    shipped = deck.card(ONE)
    assert shipped is not None
    assert deck.source(Part.CARDS, ONE).licence == "CC BY 4.0"


def test_ones_own_goes_before_the_decks_of_others_in_their_order(data: Path, tmp_path: Path):
    first, second = tmp_path / "a", tmp_path / "b"
    for folder, name in ((second, "Toisen"), (first, "Ensimmäisen")):
        a_card(folder, "pair-buzz", name)
    assert Deck(data, [first, second]).card(ONE).name.fi == "Ensimmäisen"
    assert Deck(data, [second, first]).card(ONE).name.fi == "Toisen"
    a_card(data, "pair-buzz", "Oma")
    deck = Deck(data, [first, second])
    assert deck.card(ONE).name.fi == "Oma"
    assert deck.origin(Part.CARDS, ONE) is Origin.REPLACES


def test_a_broken_card_of_a_deck_is_told_and_the_next_one_is_used(data: Path, school: Path):
    path = a_card(school, "pair-buzz")
    path.write_text("phase = ", encoding="utf-8")
    deck = Deck(data, [school])
    assert deck.card(ONE).name.fi == "Pariporina"
    deck.cards()
    assert list(deck.broken(Part.CARDS)) == [path]
    assert deck.sensitive(None, [ONE]) == {ONE}, "what the broken one says of itself is not known"


def test_a_deck_that_is_not_there_or_says_nonsense_of_itself(data: Path, school: Path, tmp_path: Path):
    (school / "deck.toml").write_text("licence = 4\n", encoding="utf-8")
    deck = Deck(data, [tmp_path / "gone", school])
    assert deck.card(Id("from-school")) is not None
    assert {path: faults[0].kind for path, faults in deck.broken(Part.CARDS).items()} == {
        tmp_path / "gone": FaultKind.UNREADABLE,
        school / "deck.toml": FaultKind.NOT_TEXT,
    }
    assert deck.broken(Part.PLANS) == {}
    assert deck.source(Part.CARDS, Id("from-school")).name.fi == "koulu"


def test_a_deck_adds_synonyms(data: Path, school: Path):
    (school / "synonyms.toml").write_text('[fi]\n"uupumus" = ["kortti"]\n"kaiku" = ["ääni"]\n', encoding="utf-8")
    found = Deck(data, [school]).synonyms()["fi"]
    assert (found["uupumus"], found["kaiku"]) == (("kortti",), ("ääni",))
    assert "konflikti" in found


def test_an_edited_added_or_removed_file_is_noticed(data: Path, school: Path):
    path = a_card(data, "mine", "Vanha")
    deck = Deck(data, [school])
    assert deck.take_in() is False, "nothing has been read yet"
    assert deck.card(Id("mine")).name.fi == "Vanha"
    assert deck.take_in() is False
    a_card(data, "mine", "Aivan uusi")
    assert deck.take_in() is True
    assert deck.card(Id("mine")).name.fi == "Aivan uusi"
    assert deck.take_in() is False
    a_card(school, "another")
    assert deck.take_in() is True
    assert deck.card(Id("another")) is not None
    path.unlink()
    assert deck.take_in() is True
    assert deck.card(Id("mine")) is None


def test_an_edit_of_the_same_length_is_noticed_by_its_time(data: Path):
    path = a_card(data, "mine", "Yksi")
    deck = Deck(data)
    assert deck.card(Id("mine")) is not None
    a_card(data, "mine", "Kaks")
    facts = path.stat()
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns + 1_000_000))
    assert deck.take_in() is True


def test_what_is_searched_is_made_once_for_a_state_of_the_files(data: Path):
    a_card(data, "mine", "Omakortti")
    deck = Deck(data)
    finder = deck.finder("fi", str)
    assert [found.it.id for found in finder.cards("omakortti")] == ["mine"]
    assert deck.finder("fi", str) is finder
    a_card(data, "mine", "Toisennimi")
    assert deck.take_in()
    assert deck.finder("fi", str).cards("toisennimi")[0].it.id == "mine"
