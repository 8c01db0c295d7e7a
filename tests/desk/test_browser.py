"""The wall's own window: without a frame, in a profile that is thrown away, and one for the whole day."""

import asyncio
import stat
import sys
import time
from pathlib import Path

import pytest
from fakes import FakeClock

from exercises.deck import Deck
from facilitator.desk import browser as browser_module
from facilitator.desk import displays as displays_module
from facilitator.desk.browser import Opened, WallWindow, arguments, browsers
from facilitator.desk.displays import Displays
from facilitator.desk.monitors import Monitor, Unknown, monitors, other_display
from facilitator.projector.projection import Projection
from facilitator.projector.selection import Selection
from sessions import events as e
from sessions.kinds import ItemKind
from sessions.minutes import Minutes
from sessions.plan import PlanItem
from sessions.running import RunningSession
from sessions.store.folder import Store

ADDRESS = "http://127.0.0.1:47600/once"


@pytest.fixture
def path(tmp_path, monkeypatch) -> Path:
    """A folder that is the whole search path of programs, on a computer with a display."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return folder


def browser(path: Path, name: str) -> Path:
    """A program that notes with what it was started, and stays."""
    told = path / f"{name}.told"
    program = path / name
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >{told}.new\n/bin/mv {told}.new {told}\nexec /bin/sleep 60\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return told


def told(file: Path) -> list[str]:
    until = time.monotonic() + 20
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.01)
    return file.read_text().splitlines()


def profiles(path: Path) -> list[Path]:
    return list(path.parent.glob("facilitator-window-*"))


def test_a_chromium_is_an_application_full_screen_in_a_profile_of_its_own(path):
    file, window = browser(path, "chromium"), WallWindow()
    assert window.open(ADDRESS) is Opened.WINDOW
    said = told(file)
    assert f"--app={ADDRESS}" in said
    assert "--start-fullscreen" in said
    assert [f"--user-data-dir={profile}" for profile in profiles(path)] == [
        each for each in said if each.startswith("--user-data-dir")
    ]
    assert len(profiles(path)) == 1
    window.close()
    assert profiles(path) == []


def test_a_firefox_is_a_kiosk(path):
    file, window = browser(path, "firefox-esr"), WallWindow()
    assert window.open(ADDRESS) is Opened.WINDOW
    assert {"--kiosk", ADDRESS, "--no-remote"} <= set(told(file))
    window.close()


def test_a_second_window_takes_the_place_of_the_first(path):
    file, window = browser(path, "chromium"), WallWindow()
    assert window.open(ADDRESS) is Opened.WINDOW
    told(file)
    first = window._browser
    assert first is not None
    assert window.open(ADDRESS) is Opened.WINDOW
    assert first.poll() is not None
    assert len(profiles(path)) == 1
    window.close()


def test_without_such_a_browser_it_is_a_tab_and_without_any_it_is_told(path, monkeypatch):
    window = WallWindow()
    assert window.open(ADDRESS) is Opened.NOTHING
    file = browser(path, "xdg-open")
    assert window.open(ADDRESS) is Opened.TAB
    assert told(file) == [ADDRESS]
    window._tab.kill()
    window._tab.wait()
    monkeypatch.delenv("DISPLAY")
    assert window.open(ADDRESS) is Opened.NOTHING
    assert profiles(path) == []


def test_edge_is_an_application_too():
    program = r"C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"
    assert f"--app={ADDRESS}" in arguments(program, ADDRESS, Path("p"))


TWO = """Monitors: 2
 0: +*eDP-1 1920/344x1080/194+0+0  eDP-1
 1: +HDMI-1 3840/600x2160/340+1920+0  HDMI-1
"""
OWN, RIGHT = "0: +*eDP-1 1920/1x1080/1+0+0  eDP-1", "1: +DP-2 1920/1x1080/1+1920+0  DP-2"
SAID = {
    "two": (TWO, "HDMI-1"),
    "the other on the left": ("0: +DP-2 1920/1x1080/1+0+0  DP-2\n 1: +*eDP-1 1920/1x1080/1+1920+0  eDP-1", "DP-2"),
    "above, at a negative place": (f"{OWN}\n 1: +DP-2 1920/1x1080/1+0+-1080  DP-2", "DP-2"),
    "none is the primary one": (f"{OWN.replace('*', '')}\n {RIGHT}", "DP-2"),
    "one": (OWN, Unknown.ONE_DISPLAY),
    "mirrored": (f"{OWN}\n 1: +DP-2 1280/1x720/1+0+0  DP-2", Unknown.ONE_DISPLAY),
    "nothing": ("", Unknown.NOTHING_SAID),
    "something else": ("Can't open display :7", Unknown.NOTHING_SAID),
}


@pytest.mark.parametrize("name", SAID)
def test_the_other_display_is_found_where_x11_tells_it(path, monkeypatch, name):
    said, wanted = SAID[name]
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    program = path / "xrandr"
    program.write_text(f"#!/bin/sh\n/bin/cat <<'E'\n{said}\nE\n")
    program.chmod(0o755)
    found = other_display()
    assert (found.name if isinstance(found, Monitor) else found) == wanted


def test_without_xrandr_on_wayland_on_macos_and_windows_nothing_is_guessed(path, monkeypatch):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    assert other_display() is Unknown.NOTHING_SAID
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    assert other_display() is Unknown.SUPER_KEYS
    for platform, wanted in (("darwin", Unknown.WINDOW_MENU), ("win32", Unknown.WINDOWS_KEYS)):
        monkeypatch.setattr(sys, "platform", platform)
        assert other_display() is wanted


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge", "firefox", "firefox-esr"])
def test_every_browser_is_told_the_display(path, name):
    file, window = browser(path, name), WallWindow()
    assert window.open(ADDRESS, monitors(TWO)[1]) is Opened.WINDOW
    said = " ".join(told(file))
    assert ("--kiosk-monitor 1 --kiosk" if "firefox" in name else "--window-position=1920,0") in said
    assert not window.is_gone
    window.close()


def test_a_firefox_puts_no_page_of_its_own_before_the_view(path):
    file, window = browser(path, "firefox"), WallWindow()
    window.open(ADDRESS)
    told(file)
    (profile,) = profiles(path)
    assert 'user_pref("browser.aboutwelcome.enabled", false);' in (profile / "user.js").read_text()
    window.close()


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_browsers_outside_the_search_path_are_found(path, monkeypatch, platform):
    placed = path / "Google Chrome"
    placed.touch()
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setitem(browser_module.ELSEWHERE, platform, (str(path / "Edge"), str(placed)))
    assert browsers() == [str(placed)]


async def test_a_browser_that_ends_at_once_is_told_before_long_and_a_tab_is_called_a_tab(path, tmp_path, monkeypatch):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    for name, words in (("chromium", "No window came up"), ("xdg-open", "A tab is opening")):
        program = path / name
        program.write_text("#!/bin/sh\nexit 1\n")
        program.chmod(0o755)
        said: list[str] = []
        window = WallWindow()
        monkeypatch.setattr(displays_module, "WINDOW", window)
        clock = FakeClock()
        opened_now = e.Opened(clock.now(), 1, 1, (PlanItem(ItemKind.THEME, Minutes.whole(60)),), 3, 60)
        store = Store(tmp_path / name)
        store.claim()
        running = RunningSession.open(opened_now, clock, store.journal(clock.anchor()), notices=False)
        projection = Projection(running, Deck(), Selection(), store.folder)
        displays = Displays(projection, said.append, lambda: None, lambda verb: None)
        displays.window()
        async with asyncio.timeout(10):
            while not any(words in each for each in said):
                await asyncio.sleep(0.02)
        displays.close(over=True)
        if window._tab is not None:
            window._tab.wait()
        running.leave()
        store.release()
        window.close()
        program.unlink()
