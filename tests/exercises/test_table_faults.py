"""Every kind of fault: told with its file and line, in a sentence, with what would be right."""

from pathlib import Path

import pytest

from exercises.cardfile import read_card
from exercises.deck import Deck
from exercises.planfile import read_plan
from exercises.tables import Fault, FaultKind
from facilitator.texts.reasons import fault as sentence

CARD = """phase = "explore"
form = "round"
people = [2, 5, 10]
themes = ["general"]
turns = "round"
sensitive = false

[name]
fi = "Kortti"
en = "Card"

[purpose]
fi = "Tarkoitus"

[[steps]]
minutes = "1.5n"
speaking = "round"
fi = "Kierros"
"""
PLAN = """people = 5
minutes = 30

[name]
fi = "Oma"

[[items]]
kind = "theme"
minutes = 10
fi = "Aihe"

[[items]]
kind = "exercise"
minutes = 20
exercise = "pair-buzz"
fi = "Harjoitus"
"""


def of_card(path: Path, text: str) -> list[Fault]:
    path.write_text(text, encoding="utf-8")
    card, faults = read_card(path)
    assert (card is None) is bool(faults)
    return faults


def of_plan(path: Path, text: str, deck: Deck) -> list[Fault]:
    path.write_text(text, encoding="utf-8")
    plan, faults = read_plan(path, deck.card, deck.card_ids, own=True)
    assert (plan is None) is bool(faults)
    return faults


def test_the_samples_themselves_are_sound(tmp_path: Path, shipped: Deck):
    assert of_card(tmp_path / "card.toml", CARD) == []
    assert of_plan(tmp_path / "plan.toml", PLAN, shipped) == []


CARD_FAULTS = [
    (FaultKind.NOT_TOML, CARD.replace('"explore"', '"explore'), 1, ""),
    (FaultKind.MISSING, CARD.replace('form = "round"\n', ""), 0, ""),
    (FaultKind.UNKNOWN_KEY, CARD.replace("themes", "teemes"), 4, "themes"),
    (FaultKind.NOT_TEXT, CARD.replace('fi = "Kortti"', "fi = 5"), 9, "fi ="),
    (FaultKind.NOT_YES_NO, CARD.replace("false", '"ei"'), 6, "true, false"),
    (FaultKind.NOT_ONE_OF, CARD.replace('"explore"', '"explode"'), 1, "explore"),
    (FaultKind.NOT_A_LIST, CARD.replace('["general"]', '"general"'), 4, '["'),
    (FaultKind.NOT_MINUTES, CARD.replace('"1.5n"', '"pitkä"'), 16, "1.5n"),
    (FaultKind.PEOPLE_ORDER, CARD.replace("[2, 5, 10]", "[5, 2, 10]"), 3, "[2, 5, 10]"),
    (FaultKind.TOO_MANY, CARD + CARD[CARD.index("[[steps]]") :] * 30, 15, "30"),
    (FaultKind.ROUND_WITHOUT_TURNS, CARD.replace('turns = "round"', 'turns = "none"'), 5, "round"),
    (FaultKind.TURNS_WITHOUT_ROUND, CARD.replace('speaking = "round"', 'speaking = "everyone"'), 5, "round"),
    (FaultKind.NOT_AN_ID, CARD.replace("sensitive = false", 'remote_substitute = "Iso Nimi"'), 6, ""),
]
PLAN_FAULTS = [
    (FaultKind.NOT_WHOLE, PLAN.replace("minutes = 10", "minutes = 10.5"), 9, "1–600"),
    (FaultKind.NO_SUCH_CARD, PLAN.replace("pair-buzz", "pair-bus"), 15, "pair-buzz"),
    (FaultKind.NO_ITEMS, "items = []\n" + PLAN.split("[[items]]", maxsplit=1)[0], 1, "[[items]]"),
    (FaultKind.SUM, PLAN.replace("minutes = 30", "minutes = 45"), 2, "30"),
]


def check(faults: list[Fault], kind: FaultKind, line: int, wanted: str, path: Path) -> None:
    found = [fault for fault in faults if fault.kind is kind]
    assert found, [fault.kind for fault in faults]
    fault = found[0]
    assert fault.path == path
    assert fault.line == line
    assert wanted in fault.wanted
    said = sentence(fault)
    assert said.startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert all(f"{each} (" in said for each in fault.choices)
    assert fault.choices or fault.wanted in said


@pytest.mark.parametrize(("kind", "text", "line", "wanted"), CARD_FAULTS, ids=[str(row[0]) for row in CARD_FAULTS])
def test_a_fault_of_a_card(tmp_path: Path, kind: FaultKind, text: str, line: int, wanted: str):
    path = tmp_path / "card.toml"
    check(of_card(path, text), kind, line, wanted, path)


@pytest.mark.parametrize(("kind", "text", "line", "wanted"), PLAN_FAULTS, ids=[str(row[0]) for row in PLAN_FAULTS])
def test_a_fault_of_a_plan(tmp_path: Path, shipped: Deck, kind: FaultKind, text: str, line: int, wanted: str):
    path = tmp_path / "plan.toml"
    check(of_plan(path, text, shipped), kind, line, wanted, path)


def test_a_file_that_is_gone_is_unreadable(tmp_path: Path):
    path = tmp_path / "gone.toml"
    check(read_card(path)[1], FaultKind.UNREADABLE, 0, "", path)


def test_a_file_too_large_is_not_read(tmp_path: Path):
    path = tmp_path / "large.toml"
    path.write_bytes(b"#" * 300_000)
    check(read_card(path)[1], FaultKind.TOO_LARGE, 0, "256", path)


def test_every_kind_of_fault_has_its_test():
    checked = {FaultKind.NOT_IN_LANGUAGE, FaultKind.LONG_TEXT}
    elsewhere = checked | {FaultKind.OUTSIDE, FaultKind.TWICE, FaultKind.NOT_UTF8, FaultKind.TOO_MANY_FILES}
    elsewhere |= {FaultKind.NOT_A_COLOUR}  # of the settings
    tested = {row[0] for row in (*CARD_FAULTS, *PLAN_FAULTS)} | {FaultKind.UNREADABLE, FaultKind.TOO_LARGE}
    assert tested | elsewhere == set(FaultKind)


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path):
    text = CARD.replace('"explore"', '"x"').replace("[2, 5, 10]", "5").replace('"1.5n"', '"x"')
    kinds = [fault.kind for fault in of_card(tmp_path / "card.toml", text)]
    assert {FaultKind.NOT_ONE_OF, FaultKind.PEOPLE_ORDER, FaultKind.NOT_MINUTES} <= set(kinds)


@pytest.mark.parametrize("row", ["name = 5", "name = [1]", 'steps = "x"', "steps = [1]", "people = [true, 1, 2]"])
def test_a_value_of_another_kind_is_a_fault_and_no_crash(tmp_path: Path, row: str):
    key = row.split(" ", maxsplit=1)[0]
    rest = CARD[: CARD.index("[name]")]
    if key == "people":
        rest = rest.replace("people = [2, 5, 10]\n", "")
    assert of_card(tmp_path / "card.toml", f"{row}\n{rest}")


def test_a_key_that_would_act_on_a_terminal_is_told_harmlessly(tmp_path: Path):
    faults = of_card(tmp_path / "card.toml", '"\\u001b[2Jx" = 1\n' + CARD)
    assert all("\x1b" not in sentence(fault) for fault in faults)
