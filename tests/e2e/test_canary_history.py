"""The canary over everything that outlives a session: sealing, exports, imports, reports, papers, erasing."""

import io
import json
import re
import subprocess
import sys
import time
from datetime import date

import pytest
from e2e.test_canary import CANARY, DOORS, nothing_is_left
from e2e.tmux_terminal import ROOT, Computer, Window
from pypdf import PdfReader

from sessions.record import Record
from sessions.store.folder import Store
from sessions.values import GroupCode, Id, Seat

pytestmark = pytest.mark.e2e
GOAL = f"{CANARY}-goal"
UID = 7_000_000_000_000_000_003


@pytest.fixture
def kept(computer: Computer) -> Computer:
    """A computer on which group R10 has a past."""
    store = Store(computer.data)
    for number in range(3):
        store.keep(
            GroupCode("R10"), Record(UID - number, date(2026, 1, 9 + number), 5, 60, 61, Id("ordinary-60")), Seat(1)
        )
    return computer


def begin(window: Window, **env: str) -> None:
    window.start("run", "ordinary-90", "--group", "R10", **env)
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("STEP 1/3")
    window.keys("g")
    window.wait("Goal board")


def write_goal(window: Window) -> None:
    window.keys("i")
    window.wait("No words yet; enter writes them.")
    window.keys("Enter")
    window.wait("The goal's words")
    window.type(GOAL)
    window.wait(GOAL)
    window.keys("Enter")
    window.wait_gone("The goal's words")


def seal(window: Window) -> str:
    """As a group does it the first time; returns its passphrase."""
    window.keys("Z")
    window.wait("The goals' words for next time")
    window.keys("Enter")
    window.wait("Where is the sealed file?")
    window.keys("Enter")
    screen = window.wait("They are written down")
    words = " ".join(re.findall(r"^ +([a-z]+ {3}[a-z]+ {3}[a-z]+) *$", screen, re.MULTILINE)).split()
    assert len(words) == 6
    window.keys("Enter")
    window.wait("Type the words once from the sheet")
    window.type(" ".join(words))
    window.keys("Enter")
    window.wait("Sealed: the words of 1 goal.")
    return " ".join(words)


def end(window: Window) -> None:
    window.keys("Escape")
    window.wait_gone("Goal board")
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("Down", "Enter")
    window.wait("This is all of it.")
    window.keys("Escape")
    window.wait("New session")
    window.keys("C-q")
    assert window.ended() == 0


def no_passphrase_is_left(computer: Computer, window: Window, phrase: str) -> None:
    for form in (phrase, phrase.replace(" ", "-"), phrase.replace(" ", "   ")):
        assert form not in window.scrollback
        assert [path for path, data in computer.files().items() if form.encode() in data] == []


def test_what_a_group_sealed_is_nowhere_but_in_ciphertext(kept, window):
    begin(window, **DOORS)
    write_goal(window)
    phrase = seal(window)
    end(window)
    assert (kept.data / "sealed" / "R10.age").read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
    nothing_is_left(kept, window)
    no_passphrase_is_left(kept, window, phrase)
    begin(window, **DOORS)
    assert GOAL not in window.screen
    window.keys("Z")
    window.wait("The goals' words for next time")
    window.keys("Enter")
    window.wait("The words are on the group's own sheet.")
    window.type(phrase)
    assert phrase.split()[0] not in window.screen
    window.keys("Enter")
    window.wait("The words of 1 goal are back.", GOAL)
    time.sleep(1)
    window.killed()
    nothing_is_left(kept, window)
    no_passphrase_is_left(kept, window, phrase)
    verified(kept)


def verified(computer: Computer) -> None:
    """As an outsider checks it, with nothing of this program."""
    verifier = ROOT / "tools" / "verify_store.py"
    command = [sys.executable, "-I", str(verifier), str(computer.data), "--by-hand"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "1 sealed and opaque" in done.stdout


def words_of(data: bytes) -> str:
    """What can be read in a file: of a paper its text."""
    if not data.startswith(b"%PDF-"):
        return data.decode("utf-8", "replace")
    paper = PdfReader(io.BytesIO(data))
    return " ".join(page.extract_text() for page in paper.pages) + str(paper.metadata)


def test_no_report_export_or_paper_has_a_word_of_a_session_and_erasing_leaves_none_of_the_group(kept, window):
    begin(window)
    write_goal(window)
    phrase = seal(window)
    end(window)
    commands = (
        ("report", "R10"), ("report", "R10", "--markdown"), ("report", "R10", "--pdf", "report.pdf"),
        ("report", "R10", "--evaluation"), ("report", "R10", "--evaluation", "--pdf", "evaluation.pdf"),
        ("review", "R10", "--json"), ("review", "R10", "--markdown"), ("year", "2026", "--json"),
        ("contract", "R10", "--agreed", "all", "--pdf", "contract.pdf"), ("key", "--pdf", "key.pdf"),
        ("calendar", "R10", "days.ics", "--first", "24.12.", "--at", "9.15"), ("log", "R10", "--cancelled"),
        ("correct", "R10", "1", "--people", "4"), ("export", "all.json"), ("year", "--from", "all.json"),
        ("stored",), ("stored", "--json"), ("doctor",),
    )  # fmt: skip
    for command in commands:
        done = kept.run(*command)
        assert done.returncode == 0, (command, done.stderr)
        assert CANARY not in done.stdout + done.stderr
        assert phrase.split()[0] + "-" not in done.stdout
    made = {path: data for path, data in kept.files().items() if path.parent == kept.cwd}
    assert {path.suffix for path in made} == {".pdf", ".ics", ".json"}
    assert [path for path, data in made.items() if CANARY in words_of(data)] == []
    nothing_is_left(kept, window)
    done = kept.run("erase", "R10", "--all", "--yes")
    assert done.returncode == 0, done.stderr
    assert "0 files, 0 lines left" in done.stdout
    left = {path: data for path, data in kept.files().items() if path.is_relative_to(kept.data)}
    assert [path for path, data in left.items() if b"R10" in data or "R10" in path.name] == []
    told = [path.name for path, data in left.items() for number in range(3) if str(UID - number).encode() in data]
    assert set(told) == {"erased.json"}


def test_a_sentence_in_a_file_that_is_read_in_is_refused_and_kept_nowhere(kept):
    assert kept.run("export", "all.json").returncode == 0
    document = json.loads((kept.cwd / "all.json").read_text())
    before = {path: data for path, data in kept.files().items() if path.is_relative_to(kept.data)}

    def plants(value: object, put):
        """Every place in a document, each with what puts a sentence there."""
        if isinstance(value, dict):
            yield lambda: value.__setitem__(CANARY, "A sentence."), lambda: value.pop(CANARY)
            for name, inner in list(value.items()):
                yield (
                    lambda name=name: value.__setitem__(name, f"{CANARY} said so."),
                    lambda name=name, inner=inner: value.__setitem__(name, inner),
                )
                yield from plants(inner, put)
        elif isinstance(value, list):
            yield lambda: value.append(f"{CANARY} said so."), lambda: value.pop()
            for inner in value:
                yield from plants(inner, put)

    for number, (plant, undo) in enumerate(plants(document, None)):
        plant()
        path = kept.cwd / "planted.json"
        path.write_text(json.dumps(document))
        if number % 5 == 0:  # the form is checked in one place: the others are looked at by the tests of the store
            done = kept.run("import", str(path))
            assert done.returncode == 1
            assert CANARY not in done.stdout + done.stderr
        undo()
    (kept.cwd / "planted.json").unlink()
    assert {path: data for path, data in kept.files().items() if path.is_relative_to(kept.data)} == before
