"""The supervisor's own cards and plans beside the shipped ones."""

from pathlib import Path

import pytest
from counts import CARDS

from exercises.deck import Deck, Origin
from exercises.folder import Part
from exercises.tables import FaultKind
from exercises.writing import card_start, plan_start
from sessions.values import Id


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    folder = tmp_path / "cards"
    folder.mkdir()
    return folder


def kinds(deck: Deck) -> list[FaultKind]:
    return [each.kind for each in deck.faults]


def test_a_card_of_ones_own_is_beside_the_shipped_ones(tmp_path: Path, cards: Path):
    (cards / "mine.toml").write_text(card_start(), encoding="utf-8")
    deck = Deck(tmp_path)
    assert len(deck.cards()) == CARDS + 1
    assert deck.origin(Part.CARDS, Id("mine")) is Origin.OWN
    assert deck.origin(Part.CARDS, Id("pair-buzz")) is Origin.SHIPPED


def test_the_same_id_replaces_knowingly(tmp_path: Path, cards: Path):
    (cards / "pair-buzz.toml").write_text(card_start(), encoding="utf-8")
    deck = Deck(tmp_path)
    assert deck.card(Id("pair-buzz")).name.fi == "Oma kortti"
    assert deck.origin(Part.CARDS, Id("pair-buzz")) is Origin.REPLACES
    assert len(deck.cards()) == CARDS


def test_a_broken_card_does_not_replace_and_is_told_of(tmp_path: Path, cards: Path):
    (cards / "pair-buzz.toml").write_text("x", encoding="utf-8")
    deck = Deck(tmp_path)
    assert deck.card(Id("pair-buzz")).name.fi == "Pariporina"
    assert deck.origin(Part.CARDS, Id("pair-buzz")) is Origin.SHIPPED
    assert list(deck.broken(Part.CARDS)) == [cards / "pair-buzz.toml"]


def test_a_link_out_of_the_folder_is_refused_and_one_within_is_not(tmp_path: Path, cards: Path):
    outside = tmp_path / "outside.toml"
    outside.write_text(card_start(), encoding="utf-8")
    (cards / "out.toml").symlink_to(outside)
    (cards / "gone.toml").symlink_to(tmp_path / "nowhere.toml")
    (cards / "mine.toml").write_text(card_start(), encoding="utf-8")
    (cards / "again.toml").symlink_to(cards / "mine.toml")
    deck = Deck(tmp_path)
    assert deck.card(Id("out")) is None
    assert deck.card(Id("again")) is not None
    assert sorted(kinds(deck)) == [FaultKind.OUTSIDE, FaultKind.OUTSIDE]


def test_a_name_that_is_no_id_is_told_of(tmp_path: Path, cards: Path):
    (cards / "Oma Kortti.toml").write_text(card_start(), encoding="utf-8")
    deck = Deck(tmp_path)
    assert len(deck.cards()) == CARDS
    assert kinds(deck) == [FaultKind.NOT_AN_ID]


def test_a_file_written_meanwhile_is_seen_when_it_is_taken_in(tmp_path: Path, cards: Path):
    deck = Deck(tmp_path)
    assert len(deck.cards()) == CARDS
    (cards / "mine.toml").write_text(card_start(), encoding="utf-8")
    assert len(deck.cards()) == CARDS
    assert deck.take_in()
    assert len(deck.cards()) == CARDS + 1


def test_the_starting_points_can_be_read_as_they_are(tmp_path: Path, cards: Path):
    (cards / "mine.toml").write_text(card_start(), encoding="utf-8")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "mine.toml").write_text(plan_start(), encoding="utf-8")
    deck = Deck(tmp_path)
    assert deck.card(Id("mine"))
    assert deck.plan(Id("mine")).own
    assert deck.faults == []


def test_too_many_files_are_left_out_and_told_of(tmp_path: Path, cards: Path, monkeypatch):
    monkeypatch.setattr("exercises.folder.MOST_FILES", 3)
    for number in range(5):
        (cards / f"c{number}.toml").write_text(card_start(), encoding="utf-8")
    deck = Deck(tmp_path)
    assert [str(each) for each in deck.card_ids() if each.startswith("c") and len(each) == 2] == ["c0", "c1", "c2"]
    assert FaultKind.TOO_MANY_FILES in kinds(deck)
