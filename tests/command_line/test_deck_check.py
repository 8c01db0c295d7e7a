"""``cards check`` and ``plans check``: all that the reading or a reader of another language stumbles over."""

from pathlib import Path

import pytest

from exercises.writing import card_start, plan_start
from facilitator.command_line.main import run


def said(capsys: pytest.CaptureFixture[str], *arguments: str, language: str = "en") -> tuple[int, str, str]:
    status = run([*arguments, "--lang", language])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def a_card(folder: Path, name: str = "mine", was: str = "", now: str = "") -> Path:
    (folder / "cards").mkdir(parents=True, exist_ok=True)
    path = folder / "cards" / f"{name}.toml"
    path.write_text(card_start().replace(was, now) if was else card_start(), encoding="utf-8")
    return path


def test_what_lacks_a_language_is_told_and_fails_only_when_asked(capsys, tmp_path: Path):
    path = a_card(tmp_path, was='en = "What the card is for."\n')
    status, _out, err = said(capsys, "cards", "check", str(path))
    assert status == 0
    assert "“purpose” is there, but not in the language “en”" in err
    assert said(capsys, "cards", "check", "--strict", str(path))[0] == 1


def test_a_card_that_is_named_and_not_there_is_told(capsys, tmp_path: Path):
    path = a_card(tmp_path, was='turns = "round"', now='turns = "round"\nshorter = "chek-in-round"')
    status, _out, err = said(capsys, "cards", "check", str(path))
    assert status == 1
    assert "there is no such card. Did you mean “check-in-round”?" in err


def test_closed_values_are_told_in_the_readers_language_and_found_by_it(capsys, tmp_path: Path):
    path = a_card(tmp_path, was='phase = "explore"', now='phase = "virittäytyminen"')
    _status, _out, err = said(capsys, "cards", "check", str(path), language="fi")
    assert "warm-up (virittäytyminen)" in err.lower()
    assert "Tarkoititko ”warm-up”?" in err


def test_a_whole_folder_with_what_it_says_of_itself(capsys, tmp_path: Path):
    school = tmp_path / "school"
    a_card(school, "another", was='turns = "round"', now='turns = "round"\nshorter = "mine"')
    a_card(school)
    (school / "plans").mkdir()
    (school / "plans" / "ours.toml").write_text(plan_start().replace("check-in-round", "mine"), encoding="utf-8")
    (school / "deck.toml").write_text('licence = "CC BY-SA 4.0"\n', encoding="utf-8")
    assert said(capsys, "cards", "check", str(school)) == (0, f"{school}: 2 files looked at\n", "")
    assert said(capsys, "plans", "check", str(school)) == (0, f"{school}: 1 file looked at\n", "")
    (school / "deck.toml").write_text("licence = 4\n", encoding="utf-8")
    (school / "synonyms.toml").write_text("fi = 4\n", encoding="utf-8")
    status, _out, err = said(capsys, "cards", "check", str(school))
    assert status == 1
    assert f"{school / 'deck.toml'}:1: “licence”" in err
    assert f"{school / 'synonyms.toml'}:1: “fi”" in err


def test_without_a_file_ones_own_are_looked_at(capsys, data: Path):
    a_card(data, was='minutes = "1.5n"\n')
    status, _out, err = said(capsys, "cards", "check")
    assert status == 1
    assert "“minutes” is missing" in err


def test_a_folder_without_a_deck_is_told(capsys, tmp_path: Path):
    status, _out, err = said(capsys, "plans", "check", str(tmp_path))
    assert status == 2
    assert "there is no folder “plans” with files in" in err


def test_decks_of_the_settings_are_listed_and_shown_with_their_licence(capsys, data: Path, tmp_path: Path):
    school = tmp_path / "school"
    a_card(school, "from-school")
    (school / "deck.toml").write_text('licence = "CC BY-SA 4.0"\n[name]\nen = "The school\'s"\n', encoding="utf-8")
    data.mkdir()
    (data / "config.toml").write_text(f'decks = ["{school}"]\n', encoding="utf-8")
    out = said(capsys, "cards")[1]
    assert "A card of my own  (The school's)" in out
    assert "The school's · CC BY-SA 4.0" in said(capsys, "cards", "show", "from-school")[1]
    assert f"The school's ({school})" in said(capsys, "doctor")[1]


def test_a_broken_file_stands_in_the_list(capsys, data: Path):
    a_card(data, "pair-down", was='minutes = "1.5n"\n')
    status, out, err = said(capsys, "cards")
    lines = [line.split()[0] for line in out.splitlines()]
    assert (status, lines[lines.index("pair-down") - 1]) == (1, "pair-buzz")
    assert "pair-down" in err
