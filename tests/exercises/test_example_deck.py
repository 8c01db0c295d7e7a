"""The example of a school's deck: what its README and its CI file say works, by their own commands."""

import re
import shlex
from pathlib import Path

import pytest

from exercises.deck import Deck, Origin
from exercises.folder import Part
from facilitator.command_line.main import run
from sessions.values import Id

SCHOOL = Path(__file__).parents[2] / "docs" / "examples" / "school-deck"
CI = SCHOOL / ".github" / "workflows" / "check.yml"


def commands() -> list[list[str]]:
    """Every command of ours that the CI file runs."""
    return [shlex.split(line) for line in re.findall(r"- run: facilitator (.+)", CI.read_text(encoding="utf-8"))]


def test_the_ci_file_checks_cards_and_plans():
    assert [command[:3] for command in commands()] == [["cards", "check", "--strict"], ["plans", "check", "--strict"]]


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_the_commands_of_the_ci_file_find_nothing(command: list[str], monkeypatch, capsys):
    monkeypatch.chdir(SCHOOL)
    assert run([*command, "--lang", "en"]) == 0, capsys.readouterr().err


def test_they_fail_when_a_translation_is_missing(tmp_path: Path, monkeypatch, capsys):
    for path in SCHOOL.rglob("*.toml"):
        there = tmp_path / path.relative_to(SCHOOL)
        there.parent.mkdir(exist_ok=True)
        source = path.read_text(encoding="utf-8")
        there.write_text(source.replace('sv = "Skolans eget kort."\n', ""), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run([*commands()[0], "--lang", "en"]) == 1
    assert "“source” is there, but not in the language “sv”" in capsys.readouterr().err


def test_it_is_read_beside_what_is_shipped():
    deck = Deck(decks=[SCHOOL])
    assert deck.card(Id("guardian-call")) is not None
    plan = deck.plan(Id("teachers-60"))
    assert plan is not None
    assert deck.origin(Part.PLANS, plan.plan.id) is Origin.OWN
    assert deck.source(Part.CARDS, Id("guardian-call")).licence == "CC BY-SA 4.0"
    assert "wilma" in deck.synonyms()["fi"]
    assert deck.faults == []


def test_the_readme_names_the_same_commands():
    said = (SCHOOL / "README.md").read_text(encoding="utf-8")
    assert all(f"facilitator {' '.join(command)}" in said for command in commands())
    assert "decks = [" in said
