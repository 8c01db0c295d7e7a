"""Question cards: all of them, and what is refused."""

from pathlib import Path

import pytest

from exercises.choosing import standing
from exercises.closed import LANGUAGES, Theme
from exercises.deck import Deck
from exercises.questionfile import read_questions
from exercises.tables import FaultKind


def faults(tmp_path: Path, text: str, name: str = "change") -> list[FaultKind]:
    path = tmp_path / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return [fault.kind for fault in read_questions(path)[1]]


def test_every_theme_has_questions_that_stand_alone(shipped: Deck):
    questions = shipped.questions()
    assert len(questions) == len({each.id for each in questions}) >= 120
    for theme in set(Theme) - {Theme.CASE, Theme.GENERAL}:
        about = [each for each in questions if each.theme is theme]
        assert len(about) >= 5
        assert len(standing(about, [])) >= 3


def test_every_question_is_one_question_in_every_language(shipped: Deck):
    for each in shipped.questions():
        for language in LANGUAGES:
            assert not each.text.lacks(language), each.id
            assert each.text.said(language).endswith("?"), each.id
            assert each.text.said(language).count("?") == 1, each.id


def test_a_follow_up_goes_on_from_a_question_of_its_theme_that_stands_alone(shipped: Deck):
    by_id = {each.id: each for each in shipped.questions()}
    follow_ups = [each for each in by_id.values() if each.after is not None]
    assert len(follow_ups) >= 10
    for each in follow_ups:
        lead = by_id[each.after]
        assert lead.theme is each.theme
        assert lead.after is None


GOOD = '[[questions]]\nid = "q-one"\nfi = "Mitä?"\n'


def test_a_good_file(tmp_path: Path):
    assert faults(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (GOOD, "no-theme", FaultKind.NOT_ONE_OF),
        (GOOD + GOOD, "change", FaultKind.TWICE),
        ("[[questions]]\nid = 'q'\n", "change", FaultKind.MISSING),
        ("[[questions]]\nfi = 'Mitä?'\n", "change", FaultKind.MISSING),
        ("[[questions]]\nid = 'Q Q'\nfi = 'Mitä?'\n", "change", FaultKind.NOT_AN_ID),
        ("questions = 3\n", "change", FaultKind.NOT_A_LIST),
        (GOOD + "answer = 'x'\n", "change", FaultKind.UNKNOWN_KEY),
        ("[[questions]\n", "change", FaultKind.NOT_TOML),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, name: str, kind: FaultKind):
    assert kind in faults(tmp_path, text, name)


def test_ones_own_questions_stand_in_the_place_of_the_shipped(tmp_path: Path):
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "change.toml").write_text(GOOD, encoding="utf-8")
    found = [each.id for each in Deck(tmp_path).questions() if each.theme is Theme.CHANGE]
    assert found == ["q-one"]
    (tmp_path / "questions" / "change.toml").write_text("x", encoding="utf-8")
    deck = Deck(tmp_path)
    assert len(deck.questions()) == len(Deck().questions())
    assert [fault.kind for fault in deck.faults] == [FaultKind.NOT_TOML]
