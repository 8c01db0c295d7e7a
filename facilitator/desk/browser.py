"""Opening a browser window without letting anything write into the terminal."""

import os
import shutil
import subprocess
import sys


def open_browser(address: str) -> bool:
    """Ask the system to show ``address``; False when there is nothing that could."""
    if sys.platform == "win32":
        os.startfile(address)  # noqa: S606 (an address of our own)
        return True
    if sys.platform == "darwin":
        command = shutil.which("open")
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        command = shutil.which("xdg-open")
    else:
        command = None
    if command is None:
        return False
    nothing = subprocess.DEVNULL
    try:
        subprocess.Popen(  # noqa: S603 (an address of our own)
            [command, address], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return False
    return True
