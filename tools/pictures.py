"""Make the pictures in ``docs``: ``python tools/pictures.py``. The program draws them itself, so they cannot lie."""

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
from sessions import events as e
from sessions.clock import Anchor
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, TurnOrder
from sessions.values import FIRST_SEAT, MINUTE, Id, Instant, Seat

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


async def live(folder: str) -> None:
    """A session in its first topic, a little behind."""
    clock, deck = HandClock(), Deck()
    plan = deck.plan(Id("ordinary-90"))
    questions = deck.card(Id("questions-only"))
    assert plan is not None
    assert questions is not None
    desk = Desk(Path(folder), deck, prepared=Preparation.of(plan.plan, 6), clock=clock)
    async with desk.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert desk.session is not None
        running = desk.session.running

        def do(minutes: float, event: type[e.Event], *fields: object) -> None:
            clock.instant += int(minutes * MINUTE)
            running.do(event(clock.now(), *fields))

        from facilitator.preparing.preparation import card_item

        do(0, e.Begun)
        do(13, e.ItemEnded)
        do(0, e.GoalAdded, CodeWord.MAJAKKA)
        do(0, e.GoalMarked, GoalSlot.A, GoalStatus.IN_PROGRESS)
        do(12, e.Inserted, card_item(Id("questions-only"), deck, 6))
        do(0, e.ItemEnded)
        do(0, e.RoundStarted, TurnOrder.CLOCKWISE, FIRST_SEAT, Seat(3))
        do(0, e.RoundEnded)
        for _turn in range(4):
            do(1.2, e.Next)
        clock.instant += 20_000
        desk._tick()
        await pilot.pause()
        picture = desk.export_screenshot(title="facilitator")
        (DOCS / "live.svg").write_text(re.sub(r"@font-face \{[^}]*\}\s*", "", picture), encoding="utf-8")


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
    for picture in (live, recording):
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(picture(folder))
