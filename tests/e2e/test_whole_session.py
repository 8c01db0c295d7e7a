"""A session from the first start to its review, with everything that may come between."""

import json
import re
import time

import pytest
from e2e.tmux_terminal import Computer

pytestmark = pytest.mark.e2e

HARMFUL = "\x9d52;c;cGFzdGVk\x9c\u202e\x9b2J\x07pasted"
"""A text that would write the clipboard, turn the line round and clear the screen, in controls of one character."""


@pytest.mark.parametrize("language", ["en", "fi"])
def test_from_the_first_start_over_a_crash_to_the_review(tmp_path, window_on, language):
    computer = Computer(tmp_path, language)
    window = window_on(computer)

    window.start()
    window.wait("Welcome to facilitator")
    window.keys("q")
    assert window.ended() == 0
    assert (computer.data / "config.toml").exists()
    assert not computer.journal.exists()

    window.start("run", "ordinary-90", "--people", "5")
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("STEP 1/3" if language == "en" else "1/3", "on schedule")
    window.keys("Space")
    window.wait("1 ▶")
    window.keys("Space")
    window.wait("1 ✓", "2 ▶")
    window.keys("x")
    window.wait("3 ▶", "u undoes.")

    window.keys("q", "Q", "F5")
    window.keys("n")
    window.wait(lambda screen: "3 ▶" not in screen and re.search(r"✓ +\S", screen))
    window.keys("u")
    window.wait("3 ▶", lambda screen: window.say("Undone: {act}. U does it again.").split("{")[0] in screen)

    window.keys("p")
    window.wait("paused")
    window.keys("p")
    window.wait_gone("paused")

    for columns, rows in ((120, 40), (60, 15), (80, 24)):
        window.resize(columns, rows)
        window.wait(lambda screen, n=rows: "▶" in screen and len(screen.split("\n")) >= n)
        window.keys("+")
        window.wait(lambda screen: re.search(r"\b1[1-9]\b", screen))
        window.keys("u")
        window.wait(lambda screen: window.say("Undone: {act}. U does it again.").split("{")[0] in screen)

    window.paste("pxnEu pasted")
    window.keys("w")
    window.wait("Names for this session only")
    window.keys("Escape")
    window.wait_gone("Names for this session only")
    window.wait("3 ▶")
    assert not window.sees("paused")
    window.keys("w")
    window.wait("Names for this session only")
    window.keys("Down", "Enter")
    window.wait("Not stored. Forgotten at the end.")
    window.paste(HARMFUL)
    window.wait("pasted")
    window.keys("Enter")
    window.wait("52;c;cGFzdGVk")
    for control in (b"\x1b]52", *(char.encode() for char in "\x9d\x9c\x9b\u202e")):
        assert control not in window.raw

    asked = time.monotonic()
    window.keys("-")
    window.wait(lambda screen: re.search(r": 9.min", screen))
    before = window.clock()
    window.killed()
    died = time.monotonic()
    time.sleep(2.5)

    reborn = time.monotonic()
    window.start()
    window.wait("Resume the unfinished session")
    window.keys("Enter")
    window.wait("3 ▶", "1 ✓")
    assert "52;c" not in window.screen
    after = window.clock()
    seen = time.monotonic()
    assert before - (seen - asked) - 1 <= after <= before - (reborn - died) + 1

    window.keys("E")
    window.wait("End the session? This is what would be kept", "End and keep nothing")
    window.keys("Escape")
    window.wait("3 ▶")
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("Down", "Enter")
    window.wait_gone("End and keep nothing")
    window.wait(lambda screen: window.say("Item").upper() in screen, "took")
    (code,) = computer.groups
    assert code in window.lines[0]
    assert not computer.journal.exists()
    window.keys("Escape")
    window.wait("New session", code)
    window.keys("q")
    assert window.ended() == 0

    review = computer.run("review", code)
    assert review.returncode == 0
    assert code in review.stdout
    assert "90" in review.stdout
    (kept,) = json.loads(computer.run("review", code, "--json").stdout)["sessions"]
    assert (kept["people"], kept["planned"], kept["plan"]) == (5, 90, "ordinary-90")
    stored = computer.run("stored", code)
    assert (computer.data / "groups" / f"{code}.json").read_text() in stored.stdout
    everything = computer.run("stored", "--json")
    assert {str(path) for path in computer.files() if path.suffix == ".json"} <= set(json.loads(everything.stdout))


def test_a_second_session_of_the_group_begins_as_the_first_was(computer, window):
    window.start("run", "ordinary-60", "--people", "4")
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("▶ ")
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("Down", "Enter")
    window.wait(lambda screen: window.say("Item").upper() in screen, "took", "This is all of it.")
    (code,) = computer.groups
    window.keys("Escape")
    window.wait("New session", code)
    window.keys("q")
    window.ended()

    window.start("run", "--group", code)
    window.wait(code, "session 2", "4 people · 60 min")
    window.keys("Space")
    window.wait("▶ ")
    window.keys("E")
    window.wait(f"End and keep for group {code}")
    window.keys("Down", "Enter")
    window.wait(lambda screen: window.say("Item").upper() in screen, "took", "This is all of it.")
    window.keys("Escape")
    window.wait("New session", code)
    window.keys("r")
    window.wait("2 sessions", lambda screen: screen.count("60") >= 2)
    window.keys("Enter")
    window.wait(lambda screen: window.say("Item").upper() in screen, "plan", "took")
    assert len(json.loads(computer.run("review", code, "--json").stdout)["sessions"]) == 2


def test_two_keys_are_enough_on_a_fresh_computer(computer, window):
    window.start("run")
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("STEP 1/3")
    window.keys("Space")
    window.wait("STEP 2/3", "1 ▶")
    assert computer.journal.exists()


def test_a_presentation_remote_runs_a_session_to_its_last_item(computer, window):
    window.start("run", "ordinary-90", "--people", "3")
    window.wait("Not begun. Space begins.", "GROUP SEES nothing")
    window.keys("v")
    window.wait("What does the group see?")
    window.wait("what fits")
    window.keys("Down", "Enter")
    window.wait_gone("What does the group see?")
    window.wait("what fits")
    window.keys("b")
    window.wait("GROUP SEES nothing")
    window.keys(".")
    window.wait("what fits")
    window.keys("PageDown")
    window.wait("STEP 1/3")
    window.keys("PageDown")
    window.wait("1 ▶")
    window.keys("PageDown")
    window.wait("2 ▶")
    window.keys("PageUp")
    window.wait("1 ▶")
    for _press in range(120):
        if window.sees("This is the last item. E ends the session."):
            break
        window.keys("PageDown")
    window.wait("This is the last item. E ends the session.")
    marks = re.findall(r"^ ([✓▶]) ", window.screen, re.MULTILINE)
    assert marks[-1] == "▶"
    assert len(marks) > 5
    assert set(marks[:-1]) == {"✓"}
