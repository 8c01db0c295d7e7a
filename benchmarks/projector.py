"""What the group's view costs: ``python benchmarks/projector.py`` prints figures, and ratios to a run without it.

Key at the desk to the change in the browser (Chromium on the same computer), and key in the wall's own window to its
act at the desk, each alone and with 200 viewers; and a tick and a key with the projector open, against none.
"""

import argparse
import asyncio
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "e2e")]

from figures import Figure
from playwright.async_api import async_playwright
from projector_chromium import ARGUMENTS, chromium

from exercises.deck import Deck
from facilitator.desk.app import Desk
from facilitator.preparing.preparation import Preparation
from facilitator.projector.server_thread import State
from sessions.values import Id

KEYS = 60
CROWD = 200
LABELS, UNITS = ("tick, CPU", "key, p95,", "memory"), ("ms", "ms", "MB")


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


class Viewers:
    """So many viewers in a thread, who read and forget."""

    def __init__(self, port: int, key: str, count: int) -> None:
        self._what = (port, key, count)
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()
        self._ready.wait(30)

    def _run(self) -> None:
        self._loop.run_until_complete(self._watch())

    async def _watch(self) -> None:
        port, key, count = self._what

        async def one() -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(f"GET /{key}/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            await reader.readuntil(b"data:")
            while await reader.read(65_536):
                pass

        tasks = [asyncio.create_task(one()) for _each in range(count)]
        await asyncio.sleep(2)
        self._ready.set()
        await asyncio.wait(tasks)


class Watcher(threading.Thread):
    """A browser in a thread of its own: it notes when its page turned black or came back."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self._address = address
        self.ready = threading.Event()
        self.stop = threading.Event()
        self.changes: list[float] = []

    def run(self) -> None:
        with chromium() as browser:
            page = browser.new_page()
            page.goto(self._address)
            page.evaluate("""() => { window.seen = []; new MutationObserver(() => requestAnimationFrame(() =>
                window.seen.push(performance.timeOrigin + performance.now())))
                .observe(document.documentElement, {attributeFilter: ['class']}); }""")
            self.ready.set()
            self.stop.wait()
            self.changes = page.evaluate("window.seen")


async def keys_to_browser(viewers: int) -> list[float]:
    """Milliseconds from each press of ``b`` to the page's next frame."""
    with tempfile.TemporaryDirectory() as folder:
        desk = made(folder)
        async with desk.run_test(size=(100, 30)) as pilot:
            await opened(desk)
            assert desk.session is not None
            server = desk.session.displays.projection.server
            assert server is not None
            await pilot.press("space", "b")
            crowd = Viewers(server.port, server.address.split("/")[3], viewers) if viewers else None
            watcher = Watcher(server.address)
            watcher.start()
            while not watcher.ready.is_set():
                await asyncio.sleep(0.05)
            pressed = []
            for _key in range(KEYS):
                pressed.append(time.time() * 1000)
                desk.simulate_key("b")
                await asyncio.sleep(0.3)
            watcher.stop.set()
            while watcher.is_alive():
                await asyncio.sleep(0.05)
            del crowd
            return [min((seen for seen in watcher.changes if seen >= at), default=at + 9_999) - at for at in pressed]


async def browser_to_desk(viewers: int) -> list[float]:
    """Milliseconds from each key pressed in the wall's own window to its act in the session."""
    took = []
    with tempfile.TemporaryDirectory() as folder:
        desk = made(folder)
        async with desk.run_test(size=(100, 30)) as pilot, async_playwright() as playwright:
            await opened(desk)
            await pilot.press("space")
            assert desk.session is not None
            running, server = desk.session.running, desk.session.displays.projection.server
            assert server is not None
            crowd = Viewers(server.port, server.address.split("/")[3], viewers) if viewers else None
            happened: list[float] = []
            running.listen(lambda: happened.append(time.time() * 1000))
            browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
            page = await browser.new_page()
            await page.goto(server.once())
            await page.evaluate("""() => addEventListener("keydown", event =>
                { window.pressed = performance.timeOrigin + event.timeStamp; }, true)""")
            for _key in range(KEYS):
                happened.clear()
                await page.keyboard.press("p")
                while not happened:
                    await asyncio.sleep(0.001)
                took.append(happened[0] - await page.evaluate("window.pressed"))
                await asyncio.sleep(0.2)
            await browser.close()
            del crowd
    return took


async def desk_cost(*, projector: bool) -> tuple[float, float, float]:
    """CPU milliseconds of a tick, milliseconds of a key to its drawn change (p95), resident megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        desk = made(folder)
        async with desk.run_test(size=(100, 30)) as pilot:
            if projector:
                await opened(desk)
            await pilot.press("space")
            desk.session.selection.toggle_blank()
            desk.session.refresh()
            before = time.process_time()
            for _tick in range(200):
                if desk.session is not None:
                    desk.session.displays.ticked()
                desk.screen.ticked()
            tick = (time.process_time() - before) * 1000 / 200
            took = []
            for _key in range(KEYS):
                since = time.perf_counter()
                await pilot.press("plus")
                took.append((time.perf_counter() - since) * 1000)
            return tick, p95(took), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def made(folder: str) -> Desk:
    deck = Deck()
    plan = deck.plan(Id("ordinary-90"))
    assert plan is not None
    return Desk(Path(folder), deck, prepared=Preparation.of(plan.plan, 12))


async def opened(desk: Desk) -> None:
    while desk.session is None:
        await asyncio.sleep(0.02)
    desk.session.displays.open()
    while desk.session.displays.projection.state is State.OPENING:
        await asyncio.sleep(0.02)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", nargs="?", choices=["none", "open", "browser", "crowd", "window", "window-crowd"])
    what = parser.parse_args().what
    if what in ("none", "open"):
        print(*asyncio.run(desk_cost(projector=what == "open")))
        return
    if what in ("window", "window-crowd"):
        print(p95(asyncio.run(browser_to_desk(CROWD if what == "window-crowd" else 0))))
        return
    if what in ("browser", "crowd"):
        print(p95(asyncio.run(keys_to_browser(CROWD if what == "crowd" else 0))))
        return

    def of(name: str) -> list[float]:
        done = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True, check=True)
        return [float(word) for word in done.stdout.split()[-3:]]

    for name, one, many, budgets in (
        ("key at the desk to the browser, p95", "browser", "crowd", (50, 250)),
        ("key in the wall's window to the desk, p95", "window", "window-crowd", (100, None)),
    ):
        (alone,), (crowd,) = of(one), of(many)
        print(Figure(f"{name}, 1 viewer", alone, "ms", budget=budgets[0]), flush=True)
        print(Figure(f"{name}, {CROWD} viewers", crowd, "ms", alone, "1 viewer", budgets[1]), flush=True)
    none, there = of("none"), of("open")
    for label, unit, before, after in zip(LABELS, UNITS, none, there, strict=True):
        print(Figure(f"{label} with the projector open", after, unit, before, "without", judged="ratio"))


if __name__ == "__main__":
    main()
