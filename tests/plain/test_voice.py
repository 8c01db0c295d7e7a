"""What is said line by line can be understood by ear."""

import pytest

from facilitator.plain.keys import why_not
from facilitator.plain.voice import key, spoken
from facilitator.texts import languages


@pytest.mark.parametrize(
    ("language", "shown", "said"),
    [
        ("en", "Topic 1: 25 → 23\u00a0min · Break: 5\u00a0min", "Topic 1: from 25 to 23\u00a0min, Break: 5\u00a0min"),
        ("fi", "Aihe 1: 25 → 23\u00a0min", "Aihe 1: ennen 25, nyt 23\u00a0min"),
        ("sv", "Steg 2/3, runda", "Steg 2 av 3, runda"),
        ("fi", "Vaihe 2/3, kierros", "Vaihe 2 kautta 3, kierros"),
        ("en", "◆ protected: 3–8 people, 12:00–13:30", "protected: 3 to 8 people, 12:00 to 13:30"),
        ("en", "… and 17 more", "and 17 more"),
        ("en", "http://127.0.0.1:47600/5/tile, /home/a/2026/11", "http://127.0.0.1:47600/5/tile, /home/a/2026/11"),
    ],
)
def test_signs_are_words(language: str, shown: str, said: str):
    languages.use(language)
    assert spoken(shown) == said


@pytest.mark.parametrize(("typed", "said"), [(",", ", pilkku"), ("J", "iso J"), ("j", "j"), (" ", "välilyönti")])
def test_a_key_is_told_from_another_by_ear(typed: str, said: str):
    languages.use("fi")
    assert key(typed) == said


def test_it_is_said_why_names_are_not_written():
    languages.use("en")
    assert "Words are not written" in why_not("w")
    assert "no command" in why_not("å")
