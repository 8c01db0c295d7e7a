"""Completion, the manual page and the launchers: made from the one table, and only ours are touched."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.command_line import launcher
from facilitator.command_line import main as cli
from facilitator.command_line.table import COMMANDS
from facilitator.command_line.whole import commands_of, whole_parser
from tools import manual


def said(*arguments: str, capsys) -> tuple[int, str, str]:
    status = cli.run(["--lang", "en", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_whole_parser_knows_every_command_and_what_is_under_it():
    found = commands_of(whole_parser())
    assert list(found) == list(COMMANDS)
    assert {word for word, command in COMMANDS.items() if command.below} == {
        w for w, one in found.items() if commands_of(one)
    }
    assert "--plain" in found["run"].format_help()


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_what_a_shell_completes(shell: str, capsys, tmp_path: Path):
    status, out, err = said("completion", shell, capsys=capsys)
    assert (status, err) == (0, "")
    assert all(word in out for word in ("plain", "stored", "export"))
    program = shutil.which(shell)
    if program is None or shell == "tcsh":
        return
    script = tmp_path / "completion"
    script.write_text(out, encoding="utf-8")
    subprocess.run([program, "-n", str(script)], check=True, timeout=60)


def test_bash_completes_a_command_and_its_options(capsys, tmp_path: Path):
    script = tmp_path / "completion"
    script.write_text(said("completion", "bash", capsys=capsys)[1], encoding="utf-8")
    asked = (
        f"source {script}; complete -p facilitator >/dev/null || exit 1; "
        'COMP_WORDS=(facilitator run --pl); COMP_CWORD=2; _shtab_facilitator; echo "${COMPREPLY[@]}"; '
        'COMP_WORDS=(facilitator sto); COMP_CWORD=1; COMPREPLY=(); _shtab_facilitator; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["--plain", "stored"]


def test_the_manual_page_is_that_of_this_program():
    assert manual.PAGE.read_text("utf-8") == manual.page(), "python tools/keys.py makes it anew"
    if shutil.which("man") is not None:
        done = subprocess.run(
            ["man", "--warnings", "-l", str(manual.PAGE)], capture_output=True, text=True, timeout=60, check=True,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
        )  # fmt: skip
        assert "facilitator run" in done.stdout


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "desk").mkdir()
    monkeypatch.setattr("platformdirs.user_desktop_path", lambda: tmp_path / "desk")
    monkeypatch.setattr("platformdirs.user_data_path", lambda roaming=False: tmp_path / "menu")
    return tmp_path


def on(monkeypatch: pytest.MonkeyPatch, platform: str, *terminals: str) -> None:
    """As on another system, where these terminals are."""
    monkeypatch.setattr(launcher.sys, "platform", platform)
    monkeypatch.setattr(launcher.shutil, "which", lambda name: f"/usr/bin/{name}" if name in terminals else None)
    monkeypatch.setattr(launcher, "program", lambda: ["/o p%t/it's $x/facilitator"])


def files(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_bytes().decode() for p in folder.rglob("*") if p.is_file()}


ENTRIES = {"menu/applications/facilitator.desktop", "desk/facilitator.desktop"}
SCRIPTS = {"desk/facilitator.cmd", "menu/Microsoft/Windows/Start Menu/Programs/facilitator.cmd"}


@pytest.mark.parametrize(
    ("platform", "terminals", "written", "has"),
    [
        ("linux", ("xterm",), ENTRIES, "-geometry 120x40 -e"),
        ("linux", (), ENTRIES, "Terminal=true"),
        ("darwin", (), {"desk/facilitator.command"}, "[8;40;120t"),
        ("win32", (), SCRIPTS, "cols=120 lines=40"),
    ],
)  # fmt: skip
def test_a_launcher_is_written_and_taken_away(folders, monkeypatch, capsys, platform, terminals, written, has):
    on(monkeypatch, platform, *terminals)
    status, out, _err = said("--install-launcher", capsys=capsys)
    assert status == 0
    made = files(folders)
    assert set(made) == written
    assert all(has in text and "FACILITATOR_LAUNCHED=1" in text for text in made.values())
    assert all(str(folders / name) in out for name in written)
    assert said("--install-launcher", capsys=capsys)[0] == 0
    status, out, _err = said("--remove-launcher", capsys=capsys)
    assert (status, out.count("Removed")) == (0, len(written))
    assert not files(folders)
    assert "no launcher" in said("--remove-launcher", capsys=capsys)[1]


def test_a_file_of_somebody_else_is_never_touched(folders, monkeypatch, capsys):
    on(monkeypatch, "darwin")
    theirs = folders / "desk" / "facilitator.command"
    theirs.write_text("#!/bin/sh\necho theirs\n")
    status, _out, err = said("--install-launcher", capsys=capsys)
    assert status == 1
    assert "not of this program" in err
    said("--remove-launcher", capsys=capsys)
    assert "theirs" in theirs.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_the_launchers_start_the_program_whatever_its_path_is(folders, monkeypatch, tmp_path, capsys):
    strange = tmp_path / "a b$HOME'q\"%u`" / "facilitator"
    strange.parent.mkdir()
    strange.write_text('#!/bin/sh\necho "started $FACILITATOR_LAUNCHED"\n')
    strange.chmod(0o755)
    on(monkeypatch, "darwin")
    monkeypatch.setattr(launcher, "program", lambda: [str(strange)])
    said("--install-launcher", capsys=capsys)
    command = folders / "desk" / "facilitator.command"
    done = subprocess.run([str(command)], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.endswith("started 1\n")
    on(monkeypatch, "linux")
    monkeypatch.setattr(launcher, "program", lambda: [str(strange)])
    said("--install-launcher", capsys=capsys)
    validate = shutil.which("desktop-file-validate")
    if validate is not None:
        subprocess.run(
            [validate, str(folders / "menu" / "applications" / "facilitator.desktop")], check=True, timeout=60
        )


def test_a_failure_in_a_launchers_window_waits_to_be_read(monkeypatch):
    asked = []
    monkeypatch.setattr("builtins.input", lambda text: asked.append(text) or "")
    monkeypatch.setattr(launcher.sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    launcher.wait_to_be_read(1)
    monkeypatch.setenv(launcher.LAUNCHED, "1")
    launcher.wait_to_be_read(0)
    assert asked == []
    launcher.wait_to_be_read(2)
    assert asked == ["Press enter to close this window."]
