"""Finding cards by what supervisors type: the right ones first, and why each was found."""

import sys
from pathlib import Path
from statistics import mean

import pytest

from exercises.closed import LANGUAGES
from exercises.deck import SHIPPED, Deck
from exercises.near_words import Likeness
from exercises.searching import Field, Index, Passage
from exercises.synonyms import read_synonyms
from exercises.tables import FaultKind

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
import finding


@pytest.fixture(scope="module")
def finnish() -> tuple[list[str], Index]:
    cards, index = finding.index_of(Deck(), "fi")
    return [str(card.id) for card in cards], index


def texts(*passages: tuple[Field, str], synonyms=None) -> Index:
    return Index([[Passage(field, text, "fi")] for field, text in passages], "fi", synonyms)


def test_what_is_meant_is_among_the_first_five():
    found = list(finding.recalls())
    assert len(found) >= 120
    missed = [f"{query.typed}: {first}" for query, recall, first in found if recall < 1]
    assert mean(recall for _, recall, _ in found) >= 0.95, missed


def test_words_that_the_table_was_not_made_with_are_found_too():
    found = list(finding.recalls(finding.UNSEEN))
    assert mean(recall for _, recall, _ in found) >= 0.85


@pytest.mark.parametrize(
    ("typed", "card", "likeness"),
    [
        ("uupumus", "load-and-resources", Likeness.SYNONYM),
        ("kinastelu", "layers-of-conflict", Likeness.SYNONYM),
        ("ratkasukeskeinen", "sf-reflecting-team", Likeness.SLIP),
        ("pelisaannot", "agreements-workshop", Likeness.EXACT),
        ("tunteiden", "emotion-words", Likeness.FORM),
        ("pariporina", "pair-buzz", Likeness.EXACT),
    ],
)
def test_why_it_was_found(finnish: tuple[list[str], Index], typed: str, card: str, likeness: Likeness):
    ids, index = finnish
    hit = next(hit for hit in index.find(typed) if ids[hit.place] == card)
    assert hit.why is not None
    assert (hit.why.typed, hit.why.likeness) in {(typed, likeness), (typed, Likeness.PART)}


def test_the_manager_is_no_object(finnish: tuple[list[str], Index]):
    ids, index = finnish
    assert "object-story" not in [ids[hit.place] for hit in index.find("esimies")]


def test_where_a_word_stands_decides_the_order():
    fields = list(reversed(Field))
    found = texts(*((field, "rajat") for field in fields)).find("rajat")
    assert [fields[hit.place] for hit in found] == list(Field)


def test_the_very_word_before_its_form_before_a_synonym_before_a_slip():
    synonyms = {"fi": {"kuormitus": ("taakka",)}}
    words = ("kourmitus", "taakka", "kuormituksen", "kuormitus")
    found = texts(*((Field.NAME, word) for word in words[1:]), synonyms=synonyms).find("kuormitus")
    assert [words[1:][hit.place] for hit in found] == ["kuormitus", "kuormituksen", "taakka"]
    slip = texts((Field.NAME, words[0])).find("kuormitus")[0].why
    assert slip is not None
    assert slip.likeness is Likeness.SLIP


def test_every_synonym_leads_to_a_card():
    synonyms, faults = read_synonyms(SHIPPED / "synonyms.toml")
    assert faults == []
    assert sum(len(words) for words in synonyms.values()) >= 150
    lost = []
    for language in LANGUAGES:
        _, index = finding.index_of(Deck(), language)
        lost += [word for word in synonyms[language] if not index.find(word)]
    assert lost == []


@pytest.mark.parametrize("text", ['fi = "uupumus"\n', '[fi]\nuupumus = "jaksaminen"\n', "[fi]\nuupumus = []\n"])
def test_a_table_of_synonyms_that_is_none(tmp_path: Path, text: str):
    (tmp_path / "synonyms.toml").write_text(text, encoding="utf-8")
    synonyms, faults = read_synonyms(tmp_path / "synonyms.toml")
    assert synonyms == {}
    assert [fault.kind for fault in faults] == [FaultKind.NOT_A_LIST]


def test_of_two_words_one_in_a_name_is_enough_when_nothing_has_both(finnish: tuple[list[str], Index]):
    ids, index = finnish
    assert "meeting-redesign" in [ids[hit.place] for hit in index.find("kokoukset xyzzy")]
    assert index.find("tavallinen jono") == []
