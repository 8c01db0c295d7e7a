"""A card of one's own is edited in the real program: the editor has the terminal, then the program has it back."""

import sys

import pytest
from e2e.tmux_terminal import until

pytestmark = pytest.mark.e2e

EDITOR = """\
import sys
from pathlib import Path
path = Path(sys.argv[1])
print("EDITING", path.name)
input()
path.write_text(path.read_text(encoding="utf-8").replace('minutes = "1.5n"\\n', "", 1), encoding="utf-8")
"""


def test_an_editor_takes_the_terminal_and_gives_it_back(computer, window):
    assert computer.run("cards", "new", "mine").returncode == 0
    (computer.data / "config.toml").write_text("")
    path = computer.data / "cards" / "mine.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("A card of my own", "Zebra"), encoding="utf-8")
    editor = computer.ours / "editor.py"
    editor.write_text(EDITOR, encoding="utf-8")
    window.start(EDITOR=f"{sys.executable} {editor}")
    window.wait("New session")
    window.keys("c")
    window.wait("Without a card")
    window.keys("/")
    window.keys("z", "e", "b", "r", "a")
    window.wait("▌ Zebra", "zebra▏")
    window.keys("Escape")
    until(lambda: "▏" not in window.screen, lambda: window.screen)
    window.keys("e")
    window.wait("EDITING mine.toml")
    window.keys("Enter")
    window.wait("“minutes” is missing")
    window.keys("Down")
    window.wait("enter Open")
