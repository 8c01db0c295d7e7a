"""The command line: what is wrong is said in one sentence, with what to do, and the right status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.command_line import full_screen, home, run
from facilitator.command_line import main as cli
from sessions.store.folder import Store
from sessions.values import GroupCode

ROOT = Path(__file__).parents[2]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch):
    """Standard input and output are a terminal, and the desk is never really opened."""
    opened = []
    monkeypatch.setattr(full_screen, "needs_terminal", lambda: None)
    for module in (home, run):
        monkeypatch.setattr(module, "open_desk", lambda folder, prepared: opened.append(prepared) or 0)
    return opened


def said_by(arguments: list[str], capsys) -> tuple[int, str, str]:
    """The status and what was said, as a user sees it."""
    try:
        status = cli.run(["--lang", "en", *arguments])
    except SystemExit as left:
        status = int(left.code or 0)
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "--people", "0"], "--people should be a whole number from 1 to 60, not “0”."),
        (["run", "--people", "200"], "--people should be a whole number from 1 to 60, not “200”."),
        (["run", "--people", "x"], "not “x”."),
        (["run", "--people", "-3"], ""),
        (["run", "--people", "٣"], "not “٣”."),
        (["run", "--people", "9" * 5_000], "--people should be"),
        (["run", "--length", "5"], "--length should be a whole number from 10 to 600"),
        (["run", "--length", "1e9"], "--length should be"),
        (["run", "ordinary-9"], "Did you mean “ordinary-90”?"),
        (["run", "zzzzzz"], "there is no plan “zzzzzz”. The plans are: "),
        (["run", "../../etc/passwd"], "there is no plan"),
        (["run", "x\x1b[2Jy"], "there is no plan “xy”"),
        (["run", "--group", "Matti"], "“Matti” is no group code"),
        (["run", "--group", "R1x"], "Never a name."),
        (["run", "--end", "25.00"], "--end should be a time such as 11.30, not “25.00”."),
        (["run", "--end", "soon"], "--end should be a time"),
        (["demo", "--speed", "0"], "--speed should be a whole number from 1 to 200"),
        (["review", "R99"], "there is no group R99"),
        (["stored", "R99"], "there is no group R99"),
        (["review", "nobody"], "is no group code"),
        (["nonsense"], "See facilitator --help."),
        (["--nonsense"], "See facilitator --help."),
        (["run", "a", "b", "c"], "See facilitator run --help."),
        (["--lang", "xx"], "See facilitator --help."),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_wrong_use_is_one_sentence_and_status_2(arguments: list[str], says: str, terminal, capsys):
    status, out, err = said_by(arguments, capsys)
    assert status == 2
    assert not out
    assert err.startswith("facilitator: ")
    assert says in err
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert "\x1b" not in err
    assert not terminal


def test_an_end_that_has_gone_by_is_told_with_the_time(terminal, capsys, monkeypatch):
    from sessions.clock import SystemClock

    monkeypatch.setattr(SystemClock, "wall", lambda self: 1_773_230_400_000)
    status, _out, err = said_by(["run", "--end", "13.30"], capsys)
    assert status == 2
    assert "--end 13.30 is in the past: it is now 14:00." in err
    assert said_by(["run", "--end", "15.30"], capsys)[0] == 0
    assert terminal[0].end == 1_773_230_400_000 + 90 * 60_000
    assert said_by(["run", "--end", "1.00"], capsys)[0] == 0


def test_run_takes_its_plan_people_and_length_as_told(terminal, capsys):
    assert said_by(["run", "ordinary-60", "--people", "7", "--length", "75"], capsys)[0] == 0
    made = terminal[0]
    assert (made.plan.id, made.people, made.length, made.group) == ("ordinary-60", 7, 75, None)


def test_run_for_a_group_is_as_last_time(terminal, capsys, with_groups: Store):
    assert said_by(["run", "--group", "r07"], capsys)[0] == 0
    assert (terminal[0].plan.id, terminal[0].people, terminal[0].group) == ("ordinary-60", 5, "R07")


def test_review_lists_groups_and_shows_one(with_groups: Store, capsys):
    status, out, err = said_by(["review"], capsys)
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["R07", "R12"]
    status, out, _err = said_by(["review", "R07"], capsys)
    assert status == 0
    assert out.index("11 February 2026") < out.index("14 January 2026")
    assert "Topic 1" in out


def test_review_as_json_is_what_is_on_disk(with_groups: Store, capsys):
    status, out, _err = said_by(["review", "R07", "--json"], capsys)
    assert status == 0
    document = json.loads(out)
    assert document["code"] == "R07"
    on_disk = json.loads(with_groups.groups.path(GroupCode("R07")).read_text("utf-8"))["sessions"]
    assert document["sessions"] == list(on_disk.values())
    assert [group["code"] for group in json.loads(said_by(["review", "--json"], capsys)[1])] == ["R07", "R12"]


def test_review_as_markdown_has_a_table(with_groups: Store, capsys):
    status, out, _err = said_by(["review", "R07", "--markdown"], capsys)
    assert status == 0
    assert out.startswith("# R07")
    assert "| Topic 1 | 25 | 31 |" in out


def test_one_damaged_group_is_told_and_the_others_are_listed(with_groups: Store, capsys):
    with_groups.groups.path(GroupCode("R12")).write_text("{", encoding="utf-8")
    status, out, err = said_by(["review"], capsys)
    assert status == 1
    assert out.startswith("R07")
    assert "R12.json is damaged and cannot be read. It was not touched." in err
    assert said_by(["review", "R12"], capsys)[0] == 1


def test_stored_is_every_file_to_the_byte(with_groups: Store, capsys):
    status, out, _err = said_by(["stored", "--json"], capsys)
    assert status == 0
    shown = {Path(path): text.strip() for path, text in json.loads(out).items()}
    kept = with_groups.folder.rglob("*")
    files = {p: p.read_text("utf-8").strip() for p in kept if p.is_file() and p.name != "facilitator.lock"}
    assert shown == files
    text = said_by(["stored", "R07"], capsys)[1]
    assert "R07.json" in text
    assert "R12" not in text


def test_doctor_finds_a_sound_folder(data: Path, capsys):
    status, out, err = said_by(["doctor"], capsys)
    assert (status, err) == (0, "")
    assert str(data) in out
    assert "✓ The folder is not there yet" in out
    assert not data.exists()
    data.mkdir()
    status, out, err = said_by(["doctor"], capsys)
    assert (status, err) == (0, "")
    assert "✓ The folder can be written" in out
    assert not list(data.iterdir())


def test_doctor_calls_no_file_a_session_that_is_none(data: Path, capsys):
    (data / "live.journal").mkdir(parents=True)
    _status, out, _err = said_by(["doctor"], capsys)
    assert "There is an unfinished session" not in out
    assert f"{data / 'live.journal'}" in out


def test_doctor_finds_what_is_damaged(with_groups: Store, capsys):
    with_groups.groups.path(GroupCode("R12")).write_text("{", encoding="utf-8")
    status, out, _err = said_by(["doctor"], capsys)
    assert status == 1
    assert "– The file" in out


def program(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real program, its output not a terminal."""
    surroundings = {"PATH": os.environ["PATH"], "FACILITATOR_DATA": str(folder), "HOME": str(folder)} | environment
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "facilitator", *arguments],
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", [(), ("run",), ("demo",)], ids=str)
@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_without_a_terminal_it_says_so_and_does_nothing(arguments: tuple[str, ...], term: str, data: Path):
    done = program("--lang", "en", *arguments, folder=data, TERM=term)
    assert done.returncode == 2
    assert done.stderr.startswith("facilitator: ")
    assert "terminal" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(data.glob("*.journal"))


@pytest.mark.parametrize("surroundings", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}], ids=str)
def test_finnish_is_said_in_utf8_whatever_the_system_says(surroundings: dict[str, str], data: Path):
    done = program("--lang", "fi", "stored", folder=data, PYTHONUTF8="0", **surroundings)
    assert done.returncode == 0
    assert "ä" in done.stdout
    assert not done.stderr


@pytest.mark.parametrize("surroundings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}], ids=str)
def test_lists_have_no_escapes(surroundings: dict[str, str], with_groups: Store):
    for arguments in (("review",), ("review", "R07"), ("stored",), ("doctor",), ("--help",)):
        done = program(*arguments, folder=with_groups.folder, **surroundings)
        assert "\x1b" not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_version_and_help(data: Path):
    from facilitator import __version__

    assert program("--version", folder=data).stdout.strip() == f"facilitator {__version__}"
    done = program("--lang", "en", "--help", folder=data)
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("run", "demo", "review", "stored", "doctor", "--data", "--lang"))


def into(output: int, *arguments: str, folder: Path) -> tuple[int, str]:
    """The status and the complaints of the real program whose output goes there."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "facilitator", "--lang", "en", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "FACILITATOR_DATA": str(folder)},
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "arguments", ["stored", "stored R07", "review R07", "cards", "plans --json", "doctor", "--help"]
)
def test_a_reader_who_has_gone_away_is_no_fault(arguments: str, with_groups: Store):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert into(writing, *arguments.split(), folder=with_groups.folder) == (141, "")
    finally:
        os.close(writing)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without a full disk to write to")
def test_a_full_disk_behind_the_output_is_told(with_groups: Store):
    with Path("/dev/full").open("wb") as full:
        status, err = into(full.fileno(), "stored", folder=with_groups.folder)
    assert status == 1
    assert err == "facilitator: the output cannot be written; is there room where it goes?\n"


@pytest.mark.parametrize("code", ["r7", "R7", "r07", "R07"])
def test_a_code_as_people_write_it(code: str, with_groups: Store, terminal, capsys):
    for command in ("review", "stored"):
        status, out, _err = said_by([command, code], capsys)
        assert status == 0
        assert "R07" in out
    assert said_by(["run", "--group", code], capsys)[0] == 0
    assert terminal[0].group == "R07"


def test_review_of_all_groups_as_markdown(with_groups: Store, capsys):
    status, out, _err = said_by(["review", "--markdown"], capsys)
    assert status == 0
    assert [line[:5] for line in out.splitlines() if line.startswith("# ")] == ["# R07", "# R12"]


def test_no_groups_is_said(capsys):
    assert said_by(["review"], capsys) == (0, "", "facilitator: There are no groups yet.\n")
    assert said_by(["review", "--json"], capsys)[1] == "[]\n"


def test_a_folder_that_may_not_be_read_is_told(data: Path, capsys, monkeypatch):
    def refused(_path: object) -> None:
        raise PermissionError(13, "no")

    data.mkdir()
    monkeypatch.setattr(os, "scandir", refused)
    status, out, err = said_by(["review"], capsys)
    assert (status, out) == (1, "")
    assert err == f"facilitator: the folder {data} cannot be used: it may not be read.\n"


def test_an_end_after_the_clocks_are_changed(capsys):
    from facilitator.preparing.end_time import end_at

    half_past_two, five = 1_774_744_200_000, 1_774_749_600_000  # of 29 March 2026, when three o'clock is four
    assert end_at("5.00", half_past_two) == five


@pytest.mark.parametrize(
    ("surroundings", "language"),
    [
        ({}, "fi"),
        ({"LANG": "C"}, "fi"),
        ({"LANG": "fi_FI.UTF-8"}, "fi"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "fi"),
        ({"LANG": "POSIX"}, "fi"),
        ({"LANG": "cs_CZ.UTF-8"}, "en"),
        ({"LANG": "ca"}, "en"),
        ({"LANG": "fil_PH.UTF-8"}, "en"),
        ({"LANG": "sv_FI@euro"}, "sv"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fi_FI.UTF-8"}, "fi"),
    ],
    ids=str,
)
def test_the_language_is_that_of_the_system(surroundings: dict[str, str], language: str, monkeypatch):
    from facilitator.texts import languages

    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert languages.from_environment() == language
