"""Make the recording in ``docs``: ``python tools/pictures.py``. The program draws it itself, so it cannot lie."""

import asyncio
import os
import re
import tempfile
import time
from pathlib import Path

from exercises.deck import Deck
from facilitator.desk.app import Desk
from facilitator.preparing.preparation import Preparation
from facilitator.texts import languages
from sessions.clock import Anchor
from sessions.values import MINUTE, Id, Instant

DOCS = Path(__file__).parent.parent / "docs"
A_MORNING = Instant(1_741_680_900_000)
"""11.3.2025, 10.15 in Finland."""


class HandClock:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.instant = int(A_MORNING)

    def now(self) -> Instant:
        return Instant(self.instant)

    def wall(self) -> Instant:
        return Instant(self.instant)

    def awake(self) -> int:
        return self.instant

    def anchor(self) -> Anchor:
        return Anchor("", 0, self.now())


SECONDS = 4
"""How long each picture of the recording stands."""


async def recording(folder: str) -> None:
    """A session in six pictures: ready, a round, over its time, what to do, what the group sees, what is kept."""
    clock, deck = HandClock(), Deck()
    plan = deck.plan(Id("ordinary-90"))
    assert plan is not None
    desk = Desk(Path(folder), deck, prepared=Preparation.of(plan.plan, 6), clock=clock)
    frames: list[str] = []
    async with desk.run_test(size=(100, 30)) as pilot:

        async def frame(minutes: float, *keys: str) -> None:
            clock.instant += int(minutes * MINUTE)
            await pilot.press(*keys)
            await pilot.pause()
            desk._tick()
            await pilot.pause()
            frames.append(re.sub(r"@font-face \{[^}]*\}\s*", "", desk.export_screenshot(title="facilitator")))

        await frame(0)
        await frame(0, "space", "space", "space")
        await frame(13.5)
        await frame(0, "o")
        await frame(0, "enter", "n", "v", "home", "enter")
        await frame(70, "escape", "E")
    (DOCS / "recording.svg").write_text(animated(frames), encoding="utf-8")


def animated(frames: list[str]) -> str:
    """Pictures shown one after another, for ever."""
    size = re.search(r'viewBox="[^"]*"', frames[0])
    assert size is not None
    whole, part = SECONDS * len(frames), 100 / len(frames)
    rules = f"@keyframes shown {{ 0% {{ visibility: visible }} {part:.3f}%, 100% {{ visibility: hidden }} }}"
    rules += f" .frame {{ visibility: hidden; animation: shown {whole}s step-end infinite }}"
    shown = [
        f'<g class="frame" style="animation-delay: {index * SECONDS}s">{frame}</g>'
        for index, frame in enumerate(frames)
    ]
    head = [f'<svg xmlns="http://www.w3.org/2000/svg" {size[0]}>', f"<style>{rules}</style>"]
    return "\n".join([*head, *shown, "</svg>\n"])


if __name__ == "__main__":
    languages.use("fi")
    DOCS.mkdir(exist_ok=True)
    os.environ |= {"COLORTERM": "truecolor", "TZ": "Europe/Helsinki"}
    time.tzset()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(recording(folder))
