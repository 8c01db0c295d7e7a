"""The deck on paper: every card once, all of its words, fronts and backs where the turned sheet has them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exercises.card import Card
from exercises.closed import LANGUAGES
from exercises.deck import Deck
from exercises.writing import card_start
from facilitator.command_line.main import run
from facilitator.printing.cards import HIGH, ON_A_SHEET, SMALLEST_SCALE, WIDE, cards_pdf
from facilitator.printing.paper import printable
from facilitator.texts import languages
from sessions.values import Id

POINTS = 72 / 25.4


def words(text: str) -> str:
    """A text as it can be compared: where its lines break is the paper's affair."""
    return re.sub(r"\s+", "", printable(text))


def pages(paper: bytes) -> list[str]:
    return [words(page.extract_text()) for page in PdfReader(BytesIO(paper)).pages]


def texts(card: Card, language: str) -> tuple[list[str], list[str]]:
    """What stands on its front and on its back."""
    front = [card.name, card.purpose, card.invitation, card.sheet]
    back = [card.name, *card.step_texts, *card.step_invitations, card.materials, card.advice, card.caution, card.source]
    return tuple([text.said(language) for text in side] for side in (front, back))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_every_card_is_on_its_side_of_its_sheet(shipped: Deck, language: str):
    languages.use(language)
    cards = shipped.cards()[:: 1 if language == "fi" else 7]
    found = pages(cards_pdf(cards, shipped))
    assert len(found) == 2 * -(-len(cards) // ON_A_SHEET)
    for nth, card in enumerate(cards):
        sheet = nth // ON_A_SHEET
        for page, side in zip(found[2 * sheet : 2 * sheet + 2], texts(card, language), strict=True):
            for text in side:
                assert all(words(line) in page for line in text.splitlines()), (card.id, text)
        assert words(f"{card.id} · The facilitator founders, CC BY 4.0") in found[2 * sheet + 1]


def test_the_back_of_a_card_is_behind_its_front(shipped: Deck):
    cards = [shipped.card(Id(each)) for each in ("pair-buzz", "job-crafting", "metaphor")]
    reader = PdfReader(BytesIO(cards_pdf(cards, shipped)))
    found = []
    for page in reader.pages:
        at: dict[str, tuple[float, float]] = {}

        def seen(text, _cm, matrix, _font, _size, at=at):
            at.setdefault(words(text), (matrix[4] / POINTS, 297 - matrix[5] / POINTS))

        page.extract_text(visitor_text=seen)
        found.append({str(card.id): at[words(card.name.en)] for card in cards})
    for card in cards:
        (front_x, front_y), (back_x, back_y) = (side[str(card.id)] for side in found)
        assert (front_x < WIDE) is not (back_x < WIDE)
        assert (front_y < HIGH) is (back_y < HIGH)


def test_the_smallest_letters_can_be_read(shipped: Deck):
    from facilitator.printing import cards as paper
    from facilitator.printing.paper import sheets

    pdf = sheets("x", paper.MADE)
    pdf.add_page()
    room = HIGH - 2 * paper.AIR - 5
    for card in shipped.cards():
        for side in (paper.front, paper.back):
            blocks = list(side(card, card.people[1]))
            assert sum(paper._height(pdf, block, 0.6) for block in blocks) <= room, card.id
    assert SMALLEST_SCALE < 0.6


def test_the_same_cards_are_the_same_paper(shipped: Deck):
    cards = shipped.cards()[:3]
    assert cards_pdf(cards, shipped) == cards_pdf(cards, shipped)


def printed(tmp_path: Path, *arguments: str) -> tuple[int, list[str]]:
    path = tmp_path / "cards.pdf"
    status = run(["print", "--cards", "--pdf", str(path), "--lang", "en", *arguments])
    return status, pages(path.read_bytes()) if status == 0 else []


def test_what_is_chosen_is_printed(capsys, tmp_path: Path, shipped: Deck):
    status, found = printed(tmp_path, "--id", "pair-buzz", "--id", "metaphor")
    assert (status, len(found)) == (0, 2)
    assert "2 cards." in capsys.readouterr().out
    status, found = printed(tmp_path, "--phase", "close", "--theme", "feedback")
    both = [card for card in shipped.cards() if card.phase == "close" and "feedback" in card.themes]
    assert len(found) == 2 * -(-len(both) // ON_A_SHEET)
    assert all(any(words(card.name.en) in page for page in found) for card in both)
    assert "9people" in printed(tmp_path, "--id", "check-in-round", "--people", "9")[1][0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--id", "pair-buz"), "Did you mean “pair-buzz”?"),
        (("--id", "pair-buzz", "--phase", "close"), "there is no such card"),
        (("ordinary-90",), "--cards prints cards"),
        (("--phase", "x"), "invalid choice"),
    ],
)
def test_what_cannot_be_printed_is_told(capsys, tmp_path: Path, arguments: tuple[str, ...], says: str):
    assert printed(tmp_path, *arguments) == (2, [])
    assert says in capsys.readouterr().err


def test_a_filter_of_cards_without_cards_is_told(capsys, tmp_path: Path):
    assert run(["print", "--theme", "feedback", "--pdf", str(tmp_path / "x.pdf"), "--lang", "en"]) == 2
    assert "go with --cards" in capsys.readouterr().err


def test_ones_own_card_has_no_licence_of_ours(tmp_path: Path, data: Path):
    (data / "cards").mkdir(parents=True)
    (data / "cards" / "mine.toml").write_text(card_start(), encoding="utf-8")
    status, found = printed(tmp_path, "--id", "mine")
    assert status == 0
    assert "founders" not in found[1]
