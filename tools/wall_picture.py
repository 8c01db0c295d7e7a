"""Make the picture of the group's view in ``docs``: ``python tools/wall_picture.py``. A real session, a real Chromium.

Needs the extra ``dev`` and Debian's Chromium: the session is played, served and looked at as the tests do it.
"""

import asyncio
import os
import random
import sys
import time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), *(str(ROOT / "tests" / each) for each in ("", "sessions", "projector", "e2e"))]

from desk.scenes import follow, scene
from msgspec.structs import replace
from PIL import Image
from projector_builders import opened
from projector_chromium import chromium, shows

from exercises.deck import Deck
from facilitator.projector.server_thread import ServerThread
from facilitator.projector.view import Shown, View
from facilitator.texts import languages

random.SystemRandom = lambda: random.Random(7)  # type: ignore[misc,assignment] # the same code words every time
SIZE = (1280, 720)
SHOWN = (640, 360)
GAP = 10
COLUMNS = 3


async def moments(folder: Path) -> list[tuple[View, int]]:
    """What the group sees in six moments of a session, and the instant of each."""
    words = ("Tauoista pidetään kiinni.", "Vuoron vaihto on rauhallinen.", "Uusi saa ajan kysyä.")
    seen: list[tuple[View, int]] = []
    async with scene("before start", folder, Deck(), (100, 30)) as desk:
        live = desk.app.session

        async def look(way: str, shown: Shown = Shown.FOLLOW, *, light: bool = False) -> None:
            await follow(desk, way)
            live.selection.choose(shown)
            live.refresh()
            seen.append((replace(live.view, light=light), live.now()))

        await look("space ~1 space ~2 space space ~1")
        await look("n ~9 n k slash =reflektoiva enter ~1 space ~6")
        await look("n ~1")
        await look("n ~12", Shown.CLOCK)
        await follow(desk, "g i i escape")
        for goal, said in zip(desk.session.goals, words, strict=False):
            desk.running.words.goal(goal.uid, said)
        live.selection.release(frozenset(goal.uid for goal in desk.session.goals))
        await look("n ~1", Shown.GOALS, light=True)
        await look("n ~1", Shown.PROGRAMME, light=True)
    return seen


def photographed(seen: list[tuple[View, int]]) -> list[Image.Image]:
    """Each of them on the page, as Chromium draws it."""
    made = []
    at = seen[0][1]
    server = ServerThread(lambda: at, lambda: None, "k" * 22, 0)
    server.start()
    opened(server)
    with chromium() as browser:
        for view, at in seen:  # noqa: B007 (the server asks for it)
            page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
            server.show(view)
            page.goto(server.address)
            shows(page, view.shown)
            page.wait_for_timeout(300)
            made.append(Image.open(BytesIO(page.screenshot())).convert("RGB").resize(SHOWN, Image.Resampling.LANCZOS))
            page.close()
    server.close()
    return made


def beside(pictures: list[Image.Image]) -> Image.Image:
    """All of them in rows of three."""
    rows = -(-len(pictures) // COLUMNS)
    whole = (COLUMNS * (SHOWN[0] + GAP) + GAP, rows * (SHOWN[1] + GAP) + GAP)
    made = Image.new("RGB", whole, "#777777")
    for number, picture in enumerate(pictures):
        row, column = divmod(number, COLUMNS)
        made.paste(picture, (GAP + column * (SHOWN[0] + GAP), GAP + row * (SHOWN[1] + GAP)))
    return made


if __name__ == "__main__":
    os.environ["TZ"] = "Europe/Helsinki"
    time.tzset()
    languages.use("fi")
    with TemporaryDirectory() as kept:
        taken = photographed(asyncio.run(moments(Path(kept))))
    beside(taken).quantize(128).save(ROOT / "docs" / "projector.png", optimize=True)
