"""The page in a real Firefox: every view at every size fits, can be read from eight metres, and axe finds nothing."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

for folder in (Path(__file__).parent, Path(__file__).parent.parent / "projector"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

import axe_playwright_python
from projector_builders import serving, views
from projector_chromium import CUT_OFF
from projector_firefox import FIREFOX, firefox
from test_projector_sizes import CAPITALS, MAIN, SIZES, longest

from facilitator.projector.gate import Earlier
from facilitator.projector.view import BLACK
from facilitator.projector.wire import End

pytestmark = [pytest.mark.e2e, pytest.mark.skipif(FIREFOX is None, reason="firefox-esr is not installed")]
KEY = "k" * 22
DRAWN = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)))"
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe*.js"))
PICTURES = os.environ.get("WALL_PICTURES")
"""A folder in which each view is left as a picture, to be looked at."""


async def test_every_view_fits_and_every_capital_can_be_read_from_eight_metres(capsys):
    offenders, lines = [], []
    with serving(key=KEY) as server:
        async with firefox() as page:
            await page.goto(server.address)
            for columns, rows in SIZES:
                await page.size(columns, rows)
                for name, view in longest().items():
                    server.show(view)
                    await page.shows(view.shown)
                    await page.evaluate(DRAWN)
                    found = await page.evaluate(f"({CAPITALS})({MAIN!r})")
                    told = {kind: f"1/{1 / value:.0f} {where}" for kind, (value, where) in found.items() if value < 1}
                    lines.append(f"{columns}x{rows} {name}: {told}")
                    if found["main"][0] < 1 / 30 or found["rest"][0] < 1 / 45:
                        offenders.append(lines[-1])
                    if await page.evaluate("document.body.className"):
                        offenders.append(f"{columns}x{rows} {name} scrolls")
                    if cut := await page.evaluate(f"({CUT_OFF})()"):
                        offenders.append(f"{columns}x{rows} {name} cut off {cut[:2]}")
                    if PICTURES:
                        (Path(PICTURES) / f"{name}-{columns}x{rows}.png").write_bytes(await page.screenshot())
    with capsys.disabled():
        print("", *lines, sep="\n")
    assert offenders == []


async def test_axe_finds_nothing_wrong_and_black_is_black():
    with serving(key=KEY) as server:
        async with firefox() as page:
            await page.goto(server.address)
            await page.size(1280, 720)
            await page.evaluate(f"(() => {{ {AXE.read_text()} }})()")
            for light in (False, True):
                for name, view in views(light).items():
                    server.show(view)
                    await page.shows(view.shown)
                    found = await page.evaluate("axe.run().then(said => said.violations.map(each => each.id))")
                    assert found == [], name
            server.show(BLACK)
            await page.until("document.documentElement.classList.contains('black')")
            assert await page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
            assert await page.evaluate("document.body.innerText.trim()") == ""


async def test_the_window_passes_keys_on_and_goes_on_with_the_next_session():
    heard = []
    async with firefox() as page:
        with serving(views()["round"], KEY, window="w" * 22, acted=heard.append) as server:
            port = server.port
            await page.goto(server.once())
            await page.shows("round")
            await page.press("\ue00f")  # page down
            await page.press("b")
            async with asyncio.timeout(10):
                while len(heard) < 2:
                    await asyncio.sleep(0.01)
            assert [str(each) for each in heard] == ["next", "black"]
            server.close(End("fi", "Kerta on päättynyt."))
            await page.until("document.getElementById('end').textContent === 'Kerta on päättynyt.'")
        with serving(views()["break"], "n" * 22, port, earlier=Earlier(KEY, "w" * 22, port)):
            await page.shows("break")
