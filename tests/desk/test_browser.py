"""The wall's own window: without a frame, in a profile that is thrown away, and one for the whole day."""

import stat
import sys
import time
from pathlib import Path

import pytest

from facilitator.desk.browser import WallWindow, arguments

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
    assert window.open(ADDRESS)
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
    assert window.open(ADDRESS)
    assert {"--kiosk", ADDRESS, "--no-remote"} <= set(told(file))
    window.close()


def test_a_second_window_takes_the_place_of_the_first(path):
    file, window = browser(path, "chromium"), WallWindow()
    assert window.open(ADDRESS)
    told(file)
    first = window._browser
    assert first is not None
    assert window.open(ADDRESS)
    assert first.poll() is not None
    assert len(profiles(path)) == 1
    window.close()


def test_without_such_a_browser_it_is_a_tab_and_without_any_it_is_told(path, monkeypatch):
    window = WallWindow()
    assert not window.open(ADDRESS)
    file = browser(path, "xdg-open")
    assert window.open(ADDRESS)
    assert told(file) == [ADDRESS]
    window._tab.kill()
    window._tab.wait()
    monkeypatch.delenv("DISPLAY")
    assert not window.open(ADDRESS)
    assert profiles(path) == []


def test_edge_is_an_application_too():
    program = r"C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"
    assert f"--app={ADDRESS}" in arguments(program, ADDRESS, Path("p"))
