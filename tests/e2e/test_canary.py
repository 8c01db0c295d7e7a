"""The canary: what a person typed is nowhere afterwards, and what could act on a terminal never reaches it."""

import re
import signal
import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from e2e.tmux_terminal import ROOT, Computer, Window, until

from sessions.record import Record
from sessions.store.folder import Store
from sessions.values import GroupCode, Id, Seat

pytestmark = pytest.mark.e2e

CANARY = "zqxvk"
"""In no word of any language that the program speaks."""
DOORS = {
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_DEVTOOLS": "1",
    "TEXTUAL_LOG": "textual.log",
    "TEXTUAL_SCREENSHOT": "1",
    "TEXTUAL_SCREENSHOT_LOCATION": ".",
}
"""What makes Textual write keys and screens to files."""
ACTS = {
    "osc 52": "\x1b]52;c;OjoiOjoi\x07",
    "reset": "\x1bc",
    "clear": "\x1b[2J\x1b[3J",
    "title": "\x1b]0;51;4141\x1b\\",
    "c1 osc 52": "\x9d52;c;OjoiOjoi\x9c",
    "c1 csi": "\x9b2J\x9b3J",
    "directions": "\u202e\u2066\u2069\u200f",
    "hidden": "\u200b\u00ad\ufeff\u2060",
    "delete and null": "\x7f\x00\x01\x0e\x0f",
}
NEVER = [b"\x1b]52", b"\x1bc", b"\x1b[3J", b"\x1b]0;", b"OjoiOjoi\x07", b"\x07", b"\x7f"]
NEVER += [chr(code).encode() for code in (*range(0x80, 0xA0), 0x202E, 0x2066, 0x2069, 0x200F, 0x200B, 0xAD, 0xFEFF)]
"""Bytes that neither Textual nor the program sends on its own."""


def with_groups(computer: Computer, count: int = 12) -> None:
    """As many groups as make the choice among them a search."""
    store = Store(computer.data)
    for number in range(count):
        record = Record(number, date(2026, 1, 9), 5, 60, 61, Id("ordinary-60"))
        store.groups.add(GroupCode(f"R{number + 10}"), record, Seat(1))


def begin(window: Window, program: Path | None = None, **env: str) -> None:
    """A session in its first round."""
    window.start("run", "ordinary-90", program=program, **env)
    window.wait("Not begun. Space begins.")
    window.keys("Space")
    window.wait("STEP 1/3")
    window.keys("Space")
    window.wait("1 ▶")


def write(window: Window, key: str, title: str, what: str, *, paste: bool = False) -> None:
    """Open a dialog with a text line, and write in it."""
    window.keys(key)
    window.wait(title)
    (window.paste if paste else window.type)(f"{CANARY}-{what}")
    window.wait(f"{CANARY}-{what}")


def away(window: Window, text: str) -> None:
    """Leave a dialog."""
    window.keys("Escape")
    window.wait_gone(text)


def write_everywhere(window: Window) -> None:
    """Type or paste the canary into every place that takes text; the seat, the title and the goal keep it."""
    window.keys("w")
    window.wait("Names for this session only")
    write(window, "Enter", "Not stored. Forgotten at the end.", "title")
    window.keys("Enter")
    window.wait_gone("Not stored. Forgotten at the end.")
    window.wait(f"{CANARY}-title")
    window.keys("w")
    window.wait("Names for this session only")
    window.keys("Down")
    write(window, "Enter", "Not stored. Forgotten at the end.", "seat", paste=True)
    window.keys("Enter")
    window.wait(f"{CANARY}-seat ▶")
    window.keys("g")
    window.wait("Goal board")
    window.keys("i")
    window.wait("No words yet; enter writes them.")
    write(window, "Enter", "The goal's words", "goal")
    window.keys("Enter")
    window.wait_gone("The goal's words")
    window.wait("Goal board", f"{CANARY}-goal")
    away(window, "Goal board")
    window.keys("i")
    window.wait("Insert ·")
    write(window, "/", "Insert ·", "card", paste=True)
    window.keys("Escape")  # out of the search line, then the search, then the screen
    time.sleep(1)
    away(window, f"{CANARY}-card")
    away(window, "Insert ·")
    write(window, "C-p", "Commands", "palette")
    away(window, f"{CANARY}-palette")
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.paste(f"{CANARY}-no-place")
    window.keys("Down", "Down")
    write(window, "Enter", "End and keep for which group?", "group")
    away(window, "End and keep for which group?")
    away(window, "End the session? This is what would be kept")
    for key, page in (("?", "Keys"), ("T", "What is stored"), ("e", "In all"), ("v", "What does the group see?")):
        window.keys(key)
        window.wait(page)
        window.paste(f"{CANARY}-no-place")
        window.keys("Escape")
        window.wait_gone(page)
        window.wait(f"{CANARY}-title")
    window.keys("v")
    window.wait("What does the group see?")
    window.keys("Home", "Enter")
    window.wait_gone("What does the group see?")
    window.wait(lambda screen: "█" in screen and "AGENDA" not in screen and "GROUP SEES" not in screen)
    window.paste(f"{CANARY}-no-place")
    window.keys("Escape")
    window.wait("AGENDA", f"{CANARY}-title", f"{CANARY}-seat ▶")


def nothing_is_left(computer: Computer, window: Window) -> None:
    """The canary is in no file, and nowhere on the terminal."""
    for path, data in computer.files().items():
        assert CANARY not in str(path)
        for form in (
            CANARY.encode(),
            CANARY.upper().encode(),
            CANARY.encode("utf-16-le"),
            CANARY.encode().hex().encode(),
        ):
            assert form not in data, path
    assert CANARY not in window.scrollback
    assert window.flag("alternate_on") == "0"
    for name in ("pane_title", "window_name", "session_name"):
        assert CANARY not in window.flag(name)
    assert window.buffers == ""
    assert not any(path.suffix in (".log", ".svg") for path in computer.files())


def test_after_an_end_that_keeps(computer, window):
    with_groups(computer)
    begin(window, **DOORS)
    write_everywhere(window)
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("Down", "Enter")
    window.wait(lambda screen: window.say("Item").upper() in screen, "took", "This is all of it.")
    assert CANARY not in window.screen
    write(window, "C-p", "Commands", "palette")
    away(window, CANARY)
    window.keys("Escape")
    window.wait("New session")
    for screen in ("New session", "enter Open"):
        window.wait(screen)
        window.paste(f"{CANARY}-no-place")
        write(window, "C-p", "Commands", "palette")
        away(window, CANARY)
        window.keys("n")
    window.wait("enter Open")
    window.keys("C-q")
    assert window.ended() == 0
    nothing_is_left(computer, window)
    assert len(computer.groups) == 13
    for command in (("stored",), ("review",), ("review", computer.groups[0]), ("doctor",)):
        assert CANARY not in computer.run(*command).stdout


def test_after_an_end_that_keeps_nothing(computer, window):
    with_groups(computer)
    begin(window)
    write_everywhere(window)
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("End", "Up", "Enter")  # the last answer goes to the closing that is still to come
    window.wait("New session", "Nothing was kept.")
    window.keys("C-q")
    assert window.ended() == 0
    nothing_is_left(computer, window)
    assert len(computer.groups) == 12


def test_after_a_kill_with_the_journal_there(computer, window):
    with_groups(computer)
    begin(window, **DOORS)
    write_everywhere(window)
    window.killed()
    assert computer.journal.exists()
    nothing_is_left(computer, window)
    window.start(**DOORS)
    window.wait("Resume the unfinished session")
    window.keys("Enter")
    window.wait("1 ▶")
    assert CANARY not in window.screen
    window.keys("C-q", "C-q")
    assert window.ended() == 0
    nothing_is_left(computer, window)


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_after_a_signal(computer, window, sign):
    with_groups(computer)
    begin(window, **DOORS)
    write_everywhere(window)
    window.kill(sign)
    if sign is signal.SIGINT and window.alive:
        window.keys("C-q", "C-q")
    window.ended()
    nothing_is_left(computer, window)
    assert computer.journal.exists()


CRASH = """
from sessions.store.folder import Store

def patch(store):
    Store.claim = claim
    claim(store)
    import gc
    import {module} as module
    from facilitator.desk.app import Desk
    owner = {owner}
    real = owner.{name}

    def fails(*arguments, **named):
        gc.unfreeze()
        desk = next((each for each in gc.get_objects() if isinstance(each, Desk)), None)
        running = desk.session.running if desk is not None and desk.session is not None else None
        if running is not None and running.session.paused:
            raise ValueError(" ".join([*running.words.labels.values(), *running.words.titles.values()]))
        return real(*arguments, **named)

    owner.{name} = fails

claim = Store.claim
Store.claim = patch

from facilitator.command_line.main import main

main()
"""
"""A program that fails, with what was written as its message, when the session is paused."""
PLACES = {
    "drawing": ("facilitator.desk.live.drawing", "module", "now_with_goals"),
    "ticking": ("sessions.running", "module.RunningSession", "tick"),
    "acting": ("facilitator.desk.live.acts", "module", "event_of"),
    "telling": ("sessions.running", "module.RunningSession", "tell"),
}


@pytest.mark.parametrize("place", PLACES)
def test_after_a_fault_in_the_program(computer, window, place):
    with_groups(computer)
    module, owner, name = PLACES[place]
    program = computer.ours / "crash.py"
    program.write_text(CRASH.format(module=module, owner=owner, name=name))
    begin(window, program, **DOORS)
    write_everywhere(window)
    window.keys("p")
    assert window.ended() not in (0, -1)
    window.wait("facilitator stopped because of a fault in it (ValueError).")
    assert "Traceback" not in window.scrollback
    assert ".py" not in window.scrollback
    nothing_is_left(computer, window)
    window.start()
    window.wait("Resume the unfinished session")


def test_after_a_fault_in_the_thread_that_writes(computer, window):
    with_groups(computer)
    program = computer.ours / "crash.py"
    program.write_text(CRASH.format(module="sessions.store.journal", owner="module.Journal", name="_written"))
    begin(window, program)
    write_everywhere(window)
    window.keys("p")
    window.wait("paused")
    window.keys("Space")
    window.keys("C-q", "C-q")
    window.ended()
    nothing_is_left(computer, window)


PLACES_FOR_TEXT = {
    "title": ("w", "Names for this session only", "Enter", "Forgotten at the end."),
    "seat": ("w", "Names for this session only", "Down", "", "Enter", "Forgotten at the end."),
    "goal": ("g", "Goal board", "i", "", "Enter", "The goal's words"),
    "insert": ("i", "Insert ·", "/", "Insert ·"),
    "palette": ("C-p", "Commands"),
    "group": ("E", "Back to the session", "Down", "", "Down", "", "Enter", "End and keep for which group?"),
}
"""Keys, each with what is seen after it."""


def back_to_live(window: Window) -> None:
    """Escape from whatever is open. An escape and a key after it would be one key with alt: so wait between."""

    def there() -> bool:
        screen = window.screen
        if "GROUP SEES" in screen and " enter " not in screen:
            return True
        window.keys("Escape")
        time.sleep(0.3)
        return False

    until(there, lambda: window.screen)


def open_place(window: Window, place: str) -> bool:
    """Open a dialog with a text line; False when a key was lost to an escape before it."""
    *keys, title = PLACES_FOR_TEXT[place]
    for key, seen in zip(keys[::2], [*keys[1::2], title], strict=True):
        window.keys(key)
        try:
            window.wait(seen, patience=5)
        except AssertionError:
            return False
    return True


@pytest.mark.parametrize("place", PLACES_FOR_TEXT)
def test_nothing_pasted_acts_on_the_terminal(computer, window, place):
    with_groups(computer)
    begin(window)
    for text in ACTS.values():
        until(lambda: back_to_live(window) or open_place(window, place), lambda: window.screen)
        window.paste(f"{text}4141")
        if not text.startswith("\x1b"):
            window.wait("4141")
            window.keys("Enter")
    back_to_live(window)
    window.keys("C-q", "C-q")
    assert window.ended() == 0
    assert_nothing_acted(window)


def assert_nothing_acted(window: Window) -> None:
    """Only what Textual itself writes has reached the terminal."""
    raw = re.sub(rb"\x1b\]22;[a-z-]*\x07", b"", window.raw)
    assert [never for never in NEVER if never in raw] == []
    assert window.buffers == ""


def test_a_text_that_is_too_long_is_cut_without_a_sound(computer, window):
    begin(window)
    window.keys("w")
    window.wait("Names for this session only")
    window.keys("Down", "Enter")
    window.wait("Forgotten at the end.")
    window.paste("4141" + "i" * 100_000)
    window.wait("iiii")
    window.keys("Enter")
    window.wait(lambda screen: "1 ▶" not in screen, "▶")
    assert_nothing_acted(window)


def test_nothing_in_a_file_acts_on_the_terminal(computer, window):
    plans = computer.data / "plans"
    plans.mkdir(parents=True)
    text = (ROOT / "exercises" / "plans" / "ordinary-60.toml").read_text()
    harmful = "\\u001B]52;c;OjoiOjoi\\u0007\\u009B2J\\u202E\\u001Bc4141"
    (plans / "aaa.toml").write_text(text.replace("Arriving", harmful).replace("Ordinary session 60", f"0 {harmful}"))
    (plans / "bbb.toml").write_text(text.replace("[name]", '["\\u001B]52;c;OjoiOjoi\\u0007\\u009B2J"]'))
    window.start("run", "aaa")
    window.wait("4141", "Not begun. Space begins.")
    window.keys("Space")
    window.wait("▶ ", "4141")
    window.keys("E")
    window.wait("End the session? This is what would be kept")
    window.keys("Down", "Enter")
    window.wait(lambda screen: window.say("Item").upper() in screen, "took", "This is all of it.")
    window.keys("T")
    window.wait("What is stored")
    window.keys("Escape")
    window.keys("C-q")
    window.ended()
    for command in (
        ("stored",),
        ("review",),
        ("review", computer.groups[0]),
        ("doctor",),
        ("run", "bbb"),
        ("run", "aa"),
    ):
        done = computer.run(*command)
        assert [char for char in done.stdout + done.stderr if unicodedata.category(char) == "Cc" and char != "\n"] == []
    window.start("run", "bbb")
    assert window.ended() == 2
    assert_nothing_acted(window)
