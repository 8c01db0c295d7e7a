"""The wall's own window: a browser without a frame, in a profile that is thrown away, silent on our terminal."""

import atexit
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from enum import Enum, auto
from pathlib import Path

from facilitator.desk.monitors import Monitor
from facilitator.projector.gate import Earlier

CHROMIUMS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable",
    "brave-browser", "chrome", "msedge",
)  # fmt: skip
FIREFOXES = ("firefox", "firefox-esr")
ELSEWHERE = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ),
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
    ),
}
"""Where browsers are that no search path leads to, by ``sys.platform``."""
QUIET_FIREFOX = {
    "browser.aboutwelcome.enabled": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "browser.startup.homepage_override.mstone": '"ignore"',
    "browser.translations.enable": "false",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "datareporting.policy.dataSubmissionPolicyBypassNotification": "true",
    "full-screen-api.warning.timeout": "0",
    "network.captive-portal-service.enabled": "false",
    "toolkit.telemetry.reportingpolicy.firstRun": "false",
}
"""What keeps a new profile from putting a page of its own before the group's, and from asking the network."""
ENDS_WITHIN = 2.0
"""Seconds that a browser has to end before its profile is removed."""


class Opened(Enum):
    """What came of opening the window."""

    WINDOW = auto()
    TAB = auto()
    """An ordinary one, in the supervisor's own browser."""
    NOTHING = auto()


class WallWindow:
    """The window, once it is open. One serves the whole day: a new one takes the place of the old."""

    def __init__(self) -> None:
        self._browser: subprocess.Popen[bytes] | None = None
        self._profile: Path | None = None
        self.knows: Earlier | None = None
        """What it can show to go on with the next session; None when it was not there when the last one ended."""
        self._tab: subprocess.Popen[bytes] | None = None
        """What opened a tab; it ends by itself."""

    def open(self, address: str, monitor: Monitor | None = None) -> Opened:
        """Show ``address``, full screen on ``monitor`` where a browser for it is found, else in a tab."""
        if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            return Opened.NOTHING
        before, profile_before = self._browser, self._profile
        for program in browsers():
            profile = Path(tempfile.mkdtemp(prefix="facilitator-window-"))
            prepare(program, profile)
            browser = _start([program, *arguments(program, address, profile, monitor)])
            if browser is not None:
                self._browser, self._profile = browser, profile
                _end(before, profile_before)
                return Opened.WINDOW
            shutil.rmtree(profile, ignore_errors=True)
        self._tab = _open_tab(address)
        return Opened.TAB if self._tab is not None else Opened.NOTHING

    @property
    def is_gone(self) -> bool:
        """Whether the browser that was started has ended by itself."""
        return self._browser is not None and self._browser.poll() is not None

    def close(self) -> None:
        """Close the window, and leave nothing of its profile."""
        _end(self._browser, self._profile)
        self._browser = self._profile = None


def browsers() -> list[str]:
    """The browsers of this computer that can have a window of their own, the best first."""
    named = [shutil.which(name) for name in (*CHROMIUMS, *FIREFOXES)]
    placed = [path for path in ELSEWHERE.get(sys.platform, ()) if Path(path).exists()]
    return [program for program in (*named, *placed) if program is not None]


def arguments(program: str, address: str, profile: Path, monitor: Monitor | None = None) -> list[str]:
    """What makes ``program`` show ``address`` alone, full screen, with nothing of the supervisor's own in it."""
    if _is_firefox(program):
        where = ["--kiosk-monitor", str(monitor.number)] if monitor is not None else []
        return ["--no-remote", "--profile", str(profile), *where, "--kiosk", address]
    where = []
    if monitor is not None:
        where = [f"--window-position={monitor.x},{monitor.y}", f"--window-size={monitor.columns},{monitor.rows}"]
    return [
        f"--app={address}", *where, "--start-fullscreen", f"--user-data-dir={profile}", "--no-first-run",
        "--disable-sync", "--no-default-browser-check", "--disable-extensions", "--disable-features=Translate",
        "--password-store=basic",
    ]  # fmt: skip


def _is_firefox(program: str) -> bool:
    return "firefox" in Path(program).name.lower()


def prepare(program: str, profile: Path) -> None:
    """Make ready a profile in which ``program`` shows nothing of its own."""
    if _is_firefox(program):
        lines = (f'user_pref("{name}", {value});\n' for name, value in QUIET_FIREFOX.items())
        (profile / "user.js").write_text("".join(lines), encoding="ascii")


def _open_tab(address: str) -> "subprocess.Popen[bytes] | None":
    command = shutil.which({"darwin": "open", "win32": "explorer"}.get(sys.platform, "xdg-open"))
    return _start([command, address]) if command is not None else None


def _start(command: list[str]) -> "subprocess.Popen[bytes] | None":
    nothing = subprocess.DEVNULL
    try:
        return subprocess.Popen(  # noqa: S603 (a browser, and an address of our own)
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return None


def _end(browser: "subprocess.Popen[bytes] | None", profile: Path | None) -> None:
    if browser is not None:
        browser.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            browser.wait(ENDS_WITHIN)
    if profile is not None:
        shutil.rmtree(profile, ignore_errors=True)


WINDOW = WallWindow()
"""The one window of this program. It outlives a session, black: the wall never shows the supervisor's own desktop."""
atexit.register(WINDOW.close)
