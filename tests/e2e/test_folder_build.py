"""The folder of ``tools/folder_build.py``, where it has been built: a session runs without Python.

python tools/folder_build.py OUT && BUILT_FOLDER=OUT/facilitator pytest -m e2e tests/e2e/test_folder_build.py
"""

import os
import re
import subprocess
import urllib.request
from pathlib import Path

import pytest

FOLDER = os.environ.get("BUILT_FOLDER", "")

pytestmark = [pytest.mark.e2e, pytest.mark.skipif(not FOLDER, reason="no folder was built (BUILT_FOLDER)")]


def program() -> Path:
    return Path(FOLDER).absolute() / "facilitator"


def test_a_session_runs_and_the_group_sees_it_without_python(computer, window):
    script = computer.ours / "built"
    script.write_text(f"PATH=/nowhere PYTHONPATH= PYTHONHOME= DISPLAY= exec '{program()}' --lang en run ordinary-90\n")
    window.type(f"/bin/sh ../ours/{script.name}; echo ended=$?=")
    window.keys("C-j")
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("STEP 1/3")
    window.keys("v")
    window.wait("What does the group see?")
    window.keys("Down", "Enter")
    window.wait_gone("What does the group see?")
    window.keys("W")
    screen = window.wait("Open this address in a browser:")
    address = re.search(r"http://\S+", screen.replace("\n", ""))
    assert address is not None
    with urllib.request.urlopen(address[0], timeout=30) as answer:
        assert answer.status == 200
        assert b"<html" in answer.read()
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("Down", "Enter")
    window.wait("This is all of it.")
    assert len(computer.groups) == 1
    window.keys("C-q")
    window.wait("ended=0=")


@pytest.mark.parametrize(
    ("arguments", "has"),
    [
        (("--lang", "fi", "cards", "list"), "työn aikajana"),
        (("--lang", "sv", "--help"), "kommandon"),
        (("--lang", "en", "completion", "bash"), "--plain"),
        (("--lang", "en", "doctor"), "108"),
    ],
)  # fmt: skip
def test_its_data_files_are_there(computer, arguments, has):
    done = subprocess.run(
        [str(program()), *arguments], env={**computer.env, "PATH": "/nowhere", "PYTHONPATH": ""},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert has in done.stdout.lower() or has in done.stdout
    assert "Traceback" not in done.stderr


def test_a_paper_is_printed(computer):
    file = computer.cwd / "a.pdf"
    bare = {**computer.env, "PATH": "", "PYTHONPATH": ""}
    done = subprocess.run(
        [str(program()), "print", "ordinary-90", "--pdf", str(file)], env=bare,
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert file.read_bytes().startswith(b"%PDF")
