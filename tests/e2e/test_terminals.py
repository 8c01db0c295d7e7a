"""Terminals that are small, plain or none at all; and the demonstration, which leaves nothing."""

import re
import subprocess
import sys

import pytest
from e2e.tmux_terminal import ROOT, said

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("arguments", [(), ("run",), ("demo",)])
def test_without_a_terminal_one_sentence_says_so(computer, arguments):
    done = computer.run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert re.fullmatch(r"facilitator: .+\n", done.stderr)
    assert not computer.journal.exists()


def test_a_dumb_terminal_gets_one_sentence(computer, window):
    window.start("run", TERM="dumb")
    assert window.ended() == 2
    window.wait("TERM=dumb")
    assert b"\x1b[?1049h" not in window.raw
    assert not computer.journal.exists()


def test_what_needs_no_screen_works_in_a_dumb_terminal(computer):
    for arguments in (("--version",), ("--help",), ("review",), ("stored",)):
        assert computer.run(*arguments, TERM="dumb", LANG="C").returncode == 0


def test_no_color_is_obeyed(computer, window):
    window.start("run", NO_COLOR="1")
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("STEP 1/3")
    colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", window.raw)
    assert all(red == green == blue for red, green, blue in colours)


def test_colours_are_there_otherwise(computer, window):
    window.start("run", COLORTERM="truecolor")
    window.wait("Not begun. Space begins.")
    colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", window.raw)
    assert any(red != blue for red, _green, blue in colours)


def test_a_tiny_terminal_runs_a_session_too(computer, window):
    window.resize(20, 5)
    window.start("run")
    window.wait("Not begun. Space")
    window.keys("Space", "Space", "Space", "g")
    window.wait("Goal board")
    window.keys("Escape")
    window.wait_gone("Goal board")
    window.keys("x", "?")
    window.wait("Keys")
    window.keys("Escape")
    window.wait_gone("Keys")
    window.resize(80, 24)
    window.wait("1 ✓", "2 ✓", "3 ▶")
    window.resize(1, 1)
    window.keys("Space")
    window.resize(200, 60)
    window.wait("3 ✓", "4 ▶")
    assert window.alive


def test_the_plain_locale_speaks_finnish_in_utf_8(computer, window):
    window.resize(120, 30)
    window.start("run", lang=False, LANG="C", LC_ALL="C")
    finnish = said("fi")
    window.wait(finnish("Not begun. Space begins."), "RYHMÄ NÄKEE", "OHJELMA")
    window.keys("Space")
    window.wait("▶", "päättyy")
    window.keys("Space")
    window.wait("jäljellä", "1 ▶")


def test_the_demonstration_ends_and_leaves_nothing(computer, window):
    window.start("demo", "--speed", "200")
    window.wait("The demonstration is over.", patience=120)
    assert any(path.is_relative_to(computer.tmp) for path in computer.files())
    window.keys("C-q")
    window.wait("Ctrl+Q again closes the demonstration. Nothing is kept.")
    window.keys("C-q")
    assert window.ended() == 0
    assert computer.files() == {}
    assert list(computer.tmp.iterdir()) == []
    assert not computer.data.exists()


def test_a_demonstration_that_is_closed_by_a_signal_leaves_nothing(computer, window):
    import signal

    window.start("demo")
    window.wait("A demonstration: it plays by itself")
    window.kill(signal.SIGTERM)
    window.ended()
    assert list(computer.tmp.iterdir()) == []


def test_help_and_version_do_not_import_textual(computer):
    program = (
        "import sys, runpy\ntry:\n runpy.run_module('facilitator', run_name='__main__')\nexcept SystemExit: pass\n"
    )
    program += "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich', 'aiohttp')])"
    for word in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", program, word],
            env=computer.env,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.endswith("[]\n")


def test_the_data_folder_is_chosen_before_or_after_the_command_or_by_the_environment(computer):
    other = computer.root / "other"
    other.mkdir()
    assert str(other) in computer.run("--data", str(other), "stored").stdout
    assert str(other) in computer.run("stored", "--data", str(other)).stdout
    assert str(computer.data) in computer.run("stored").stdout
