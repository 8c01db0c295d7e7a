"""``config.toml``: what is in it counts, what cannot count is told with its line, comments stay."""

from pathlib import Path

import pytest

from facilitator.command_line.full_screen import is_first_start
from facilitator.command_line.main import run
from facilitator.settings import FILE, LARGEST, Settings, read_settings, write_first_settings, write_setting
from facilitator.texts.reasons import fault


def test_a_setting_is_read(tmp_path: Path):
    assert read_settings(tmp_path) == Settings()
    write_first_settings(tmp_path)
    assert read_settings(tmp_path) == Settings(exists=True)
    (tmp_path / FILE).write_text('language = "sv"')
    assert read_settings(tmp_path) == Settings("sv", exists=True)


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        (b'# a\nlanguage = "sw"', 2, "“language” should be one of: "),
        (b"language = 3", 1, "“language” should be one of: "),
        (b'language = ["fi"]', 1, "“language” should be one of: "),
        (b'language = {a = "fi"}', 1, "“language” should be one of: "),
        (b'\n\nlangage = "fi"', 3, "Did you mean “language”?"),
        (b"language = ", 1, "not TOML"),
        (b"\nlanguage", 2, "not TOML"),
        (b"x = " + b"[" * 5_000, 0, "not TOML"),
        (b"x = " + b"{a=" * 4_000, 0, "not TOML"),
        (b"x = " + b"9" * 10_000, 0, "not TOML"),
        (b".".join([b"a"] * 100_000) + b" = 1", 0, "larger than 16 kB"),
        (b'language = "sv"\n' + b"# \n" * LARGEST, 0, "larger than 16 kB"),
        (b"\xff", 0, "UTF-8"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_cannot_count_is_told(tmp_path: Path, source: bytes, line: int, says: str):
    (tmp_path / FILE).write_bytes(source)
    found = read_settings(tmp_path)
    assert (found.language, found.exists) == (None, True)
    assert found.problems[0].line == line
    assert f"{tmp_path / FILE}{f':{line}' if line else ''}: " in fault(found.problems[0])
    assert says in fault(found.problems[0])


def test_a_wrong_setting_does_not_take_a_right_one_with_it(tmp_path: Path):
    (tmp_path / FILE).write_text('language = "sv"\ncolour = "red"\n')
    found = read_settings(tmp_path)
    assert found.language == "sv"
    assert [problem.line for problem in found.problems] == [2]


def test_lists_and_doctor_tell_of_it(data: Path, capsys):
    data.mkdir()
    (data / FILE).write_text('language = "sw"')
    for command in ("review", "cards"):
        assert run(["--lang", "en", command]) == 0
        assert f"{data / FILE}:1: “language” should be one of" in capsys.readouterr().err
    assert run(["--lang", "en", "doctor"]) == 0
    told = capsys.readouterr().out
    assert f"– {data / FILE}:1: “language” should be one of" in told
    assert f"✓ Settings in {data / FILE}: none" in told


def test_doctor_says_what_is_set(data: Path, capsys):
    data.mkdir()
    (data / FILE).write_text('language = "sv"\npeople = 99\nlength = 60\nfavourites = ["pair-buzz", "empty-chair"]')
    assert run(["doctor"]) == 0
    told = capsys.readouterr().out
    assert f'{data / FILE}: language = "sv", length = 60, favourites = "pair-buzz" "empty-chair"\n' in told


def test_writing_keeps_comments_and_what_it_does_not_know(tmp_path: Path):
    write_first_settings(tmp_path)
    before = (tmp_path / FILE).read_text("utf-8")
    write_setting(tmp_path, "language", "sv")
    assert (tmp_path / FILE).read_text("utf-8").startswith(before)
    assert read_settings(tmp_path) == Settings("sv", exists=True)
    (tmp_path / FILE).write_text('# mine\nlanguage = "sv" # why\n\n[later]\nx = 1 # y\n', encoding="utf-8")
    write_setting(tmp_path, "language", "fi")
    assert (tmp_path / FILE).read_text("utf-8") == '# mine\nlanguage = "fi" # why\n\n[later]\nx = 1 # y\n'
    write_setting(tmp_path, "language", None)
    assert read_settings(tmp_path).language is None
    assert "# mine" in (tmp_path / FILE).read_text("utf-8")


def test_a_file_that_is_no_toml_is_left_alone(tmp_path: Path):
    (tmp_path / FILE).write_text("language = ")
    with pytest.raises(ValueError):
        write_setting(tmp_path, "language", "fi")
    assert (tmp_path / FILE).read_text("utf-8") == "language = "


def test_help_is_in_the_configured_language(data: Path, capsys):
    data.mkdir()
    (data / FILE).write_text('language = "sv"')
    assert run(["--help"]) == 0
    assert "användning: facilitator" in capsys.readouterr().out
    assert run(["--lang", "en", "--help"]) == 0
    assert "usage: facilitator" in capsys.readouterr().out


def test_looking_does_not_take_the_first_start_away(data: Path, capsys):
    for command in (["doctor"], ["review"], ["stored"], ["cards"], ["plans", "show", "ordinary-90"], ["--help"]):
        assert run(command) == 0
    assert not data.exists()
    assert run(["cards", "new", "mine"]) == 0
    assert is_first_start(data)
    write_first_settings(data)
    assert not is_first_start(data)


def test_waiting_for_a_session_makes_no_folder(data: Path):
    from facilitator.projector.rendezvous import Rendezvous

    Rendezvous(data).want()
    assert not data.exists()
    data.mkdir()
    Rendezvous(data).want()
    assert Rendezvous(data).is_wanted


def test_every_setting_is_read_and_a_wrong_one_is_told_with_its_line(tmp_path: Path):
    right = 'theme = "calm-light"\nsigns = "simple"\nbell = "soft"\npeople = 8\nlength = 60\n'
    (tmp_path / FILE).write_text(right)
    assert read_settings(tmp_path) == Settings(None, "calm-light", "simple", "soft", 8, 60, exists=True)
    (tmp_path / FILE).write_text('theme = "pink"\nsigns = 1\nbell = "soft"\npeople = 99\nlength = true\n')
    found = read_settings(tmp_path)
    assert (found.theme, found.signs, found.bell, found.people, found.length) == (
        "calm-dark",
        "auto",
        "soft",
        None,
        None,
    )
    assert [problem.line for problem in found.problems] == [1, 2, 4, 5]


def test_decks_of_others_from_home_from_the_data_folder_and_from_the_root(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / FILE).write_text(f'decks = ["~/koulu", "viereinen", "{tmp_path / "muu"}"]\n')
    found = read_settings(tmp_path)
    assert found.decks == (tmp_path / "home" / "koulu", tmp_path / "viereinen", tmp_path / "muu")
    assert found.problems == ()


@pytest.mark.parametrize("key", ["decks", "favourites"])
@pytest.mark.parametrize("value", ['"koulu"', "[3]", "[[]]", "true", "{a = 1}"])
def test_a_list_that_cannot_count_is_told(tmp_path: Path, key: str, value: str):
    (tmp_path / FILE).write_text(f"{key} = {value}\n")
    found = read_settings(tmp_path)
    assert getattr(found, key) == ()
    assert f"“{key}” should be a list" in fault(found.problems[0])


def test_favourites_are_read_and_one_that_cannot_be_takes_no_other_with_it(tmp_path: Path):
    (tmp_path / FILE).write_text('favourites = ["pair-buzz", "opening-round"]\n')
    found = read_settings(tmp_path)
    assert (found.favourites, found.problems) == (("pair-buzz", "opening-round"), ())
    (tmp_path / FILE).write_text('# mine\nfavourites = ["pair-buzz", 3, "../Up"]\n')
    found = read_settings(tmp_path)
    assert found.favourites == ("pair-buzz",)
    assert found.problems[0].line == 2
    assert "“favourites” should be a list" in fault(found.problems[0])


def test_writing_favourites_keeps_what_is_written_between_them(tmp_path: Path):
    source = 'people = 8\nfavourites = [\n    "pair-buzz", # short\n    "opening-round",\n]\n\n[later]\nx = 1 # y\n'
    (tmp_path / FILE).write_text(source)
    write_setting(tmp_path, "favourites", ("pair-buzz", "closing-round"))
    written = (tmp_path / FILE).read_text("utf-8")
    assert read_settings(tmp_path).favourites == ("pair-buzz", "closing-round")
    assert "# short" in written
    assert written.endswith("[later]\nx = 1 # y\n")
    (tmp_path / FILE).write_text("[later]\nx = 1 # y\n")
    write_setting(tmp_path, "favourites", ("pair-buzz",))
    assert read_settings(tmp_path).favourites == ("pair-buzz",)
    write_setting(tmp_path, "favourites", ())
    assert read_settings(tmp_path).favourites == ()
    assert "x = 1 # y" in (tmp_path / FILE).read_text("utf-8")


def test_doctor_tells_of_a_favourite_that_is_no_card(data: Path, capsys):
    data.mkdir()
    (data / FILE).write_text('favourites = ["pair-buzz", "gone"]')
    assert run(["--lang", "en", "doctor"]) == 0
    said = capsys.readouterr().out
    assert f"– {data / FILE}: “favourites” has a card that is not there: gone" in said
    assert "not there: pair-buzz" not in said
