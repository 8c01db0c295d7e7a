"""``facilitator cards`` and ``facilitator plans``."""

import json
from pathlib import Path

import pytest
from counts import CARDS

from exercises.writing import card_start
from facilitator.command_line.main import run


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = run([*arguments, "--lang", "en"])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize(
    ("part", "count", "first"), [("cards", CARDS, "action-learning-turn"), ("plans", 49, "action-learning-90")]
)
def test_lists(capsys, part: str, count: int, first: str):
    status, out, err = said(capsys, part)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == count
    assert lines[0].split()[0] == first
    assert said(capsys, part, "list")[1] == out
    assert len(json.loads(said(capsys, part, "list", "--json")[1])) == count


def test_a_card_and_a_plan_in_full(capsys):
    assert "5 × 1.5\u00a0min = 7.5\u00a0min" in said(capsys, "cards", "show", "check-in-round")[1]
    assert "To prepare" in said(capsys, "plans", "show", "ordinary-90")[1]
    assert json.loads(said(capsys, "cards", "show", "check-in-round", "--json")[1])["phase"] == "check-in"


@pytest.mark.parametrize("part", ["cards", "plans"])
@pytest.mark.parametrize("wanted", ["chek-in-round", "../../etc/passwd", "", "x\x1b[2J"])
def test_what_is_not_there(capsys, part: str, wanted: str):
    status, out, err = said(capsys, part, "show", wanted)
    assert (status, out) == (2, "")
    assert err.startswith("facilitator: there is no")
    assert "\x1b" not in err


def test_new_writes_once_and_what_it_writes_is_good(capsys, data: Path):
    for part in ("cards", "plans"):
        status, out, _err = said(capsys, part, "new", "mine")
        path = Path(out.strip())
        assert (status, path) == (0, data / part / "mine.toml")
        before = path.read_bytes()
        assert said(capsys, part, "check", str(path))[0] == 0
        status, _out, err = said(capsys, part, "new", "mine")
        assert status == 2
        assert "there already" in err
        assert path.read_bytes() == before
        assert "your own" in said(capsys, part)[1]


@pytest.mark.parametrize(("part", "shipped"), [("cards", "pair-buzz"), ("plans", "ordinary-90")])
def test_new_never_takes_the_place_of_a_shipped_one(capsys, data: Path, part: str, shipped: str):
    status, out, err = said(capsys, part, "new", shipped)
    assert (status, out) == (2, "")
    assert err.startswith(f"facilitator: “{shipped}” is the id of a shipped card or plan")
    assert not data.exists()


@pytest.mark.parametrize("part", ["cards", "plans"])
def test_new_never_takes_the_id_of_what_is_sensitive(capsys, data: Path, part: str):
    """Past sessions that were kept as special would be titled by it."""
    assert said(capsys, part, "new", "special")[0] == 2
    assert not data.exists()


def test_new_refuses_what_is_no_id(capsys, data: Path):
    assert said(capsys, "cards", "new", "../x")[0] == 2
    assert not (data / "cards").exists()


def test_check_tells_every_fault_with_its_line(capsys, tmp_path: Path):
    path = tmp_path / "bad.toml"
    path.write_text('phase = "explor"\nform = "round"\npeople = [5, 2, 1]\ncolour = "red"\n', encoding="utf-8")
    status, out, err = said(capsys, "cards", "check", str(path))
    assert (status, out) == (1, "")
    assert f"{path}:1: “phase” should be one of: check-in (Check-in phase), warm-up (" in err
    assert f"{path}:3: “people” should be" in err
    assert f"{path}:4: “colour” means nothing here" in err
    assert "“name” is missing" in err
    assert said(capsys, "cards", "check", str(tmp_path / "none.toml"))[0] == 1


def test_a_broken_file_of_ones_own_is_told_of_and_stops_nothing(capsys, data: Path):
    (data / "cards").mkdir(parents=True)
    (data / "cards" / "bad.toml").write_text("x", encoding="utf-8")
    status, out, err = said(capsys, "cards")
    assert status == 1
    assert len(out.splitlines()) == CARDS + 1
    assert "bad.toml:1: this is not TOML" in err


def test_export(capsys):
    assert said(capsys, "plans", "export", "ordinary-90", "--markdown")[1].startswith("# Ordinary session 90")
    assert said(capsys, "plans", "export", "ordinary-90", "--text")[1].startswith("Ordinary session 90\n")


def test_export_of_a_card(capsys):
    status, out, err = said(capsys, "cards", "export", "check-in-round")
    assert (status, err) == (0, "")
    assert out.startswith("# Opening round\n")
    assert "\n> “" in out
    assert said(capsys, "cards", "export", "check-in-round", "--markdown")[1] == out
    plain = said(capsys, "cards", "export", "check-in-round", "--text")[1]
    assert plain.startswith("Opening round\n")
    assert plain == said(capsys, "cards", "show", "check-in-round")[1]


def test_a_plan_as_json_has_its_items(capsys):
    facts = json.loads(said(capsys, "plans", "show", "ordinary-90", "--json")[1])
    assert sum(item["minutes"] for item in facts["items"]) == facts["minutes"] == 90
    assert facts["items"][0]["title"]
    assert {"kind", "card", "protected"} < facts["items"][0].keys()


@pytest.mark.parametrize("part", ["cards", "plans"])
def test_json_is_on_every_list(capsys, part: str):
    in_words = said(capsys, part, "list", "--json")[1]
    assert said(capsys, part, "--json")[1] == said(capsys, part, "--json", "list")[1] == in_words


def test_what_to_bring_is_in_the_language(capsys):
    assert run(["plans", "export", "ordinary-90", "--lang", "fi"]) == 0
    out = capsys.readouterr().out
    assert "Mukaan: " in out
    assert "Bring" not in out


def test_what_has_no_swedish_falls_back_to_finnish_and_says_so(capsys, tmp_path: Path):
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "mine.toml").write_text(card_start(), encoding="utf-8")
    assert run(["cards", "--lang", "sv", "--data", str(tmp_path)]) == 0
    assert "Oma kortti  (egen  på finska)" in capsys.readouterr().out
