"""Who passes every time looks like everybody else once the round is over: here, on the wall, in what is kept."""

import re
from pathlib import Path

import pytest
from desk.driver import desk_on, prepared
from fakes import FakeClock

from exercises.deck import Deck
from sessions.store.folder import Store
from sessions.values import GroupCode

SILENT = 3


async def lived(folder: Path, shipped: Deck, act: str) -> list[str]:
    """All that can be seen and all that is kept of a session in which the silent one does this at each turn."""
    seen: list[str] = []
    store = Store(folder / act / "data")
    made = prepared(shipped, people=4, group=GroupCode("R07"))
    async with desk_on(store, shipped, clock=FakeClock(), prepared=made, size=(120, 40)) as desk:
        await desk.press("space", "b", "space")
        for item in range(3):
            if item:
                await desk.press("n", "r", "enter")
            for _turn in range(4):
                await desk.pass_time(seconds=20)
                await desk.press(act if desk.round.speaker == SILENT else "space")
            if act == "x":
                desk.expects("Back to those who passed?")
                seats = next(line for line in desk.screen_text().split("\n") if re.search(r"1 \S +2 \S +3 \S +4", line))
                assert len(set(re.findall(r"\d (\S)", seats))) == 1
                await desk.press("space")
            await desk.pass_time(minutes=2)
            seen.append(desk.screen_text())
        await desk.press("E")
        seen.append(desk.screen_text())
        await desk.pick("End and keep for group R07")
        await desk.press("r")
        seen.append(desk.screen_text())
    kept = store.groups.path(GroupCode("R07")).read_text("utf-8")
    return [*seen, re.sub(r'"uid": ?"?\w+"?', "", kept)]


async def test_nothing_counts_who_passed(shipped: Deck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    spoken, silent = [await lived(tmp_path, shipped, act) for act in ("space", "x")]
    assert silent == spoken
