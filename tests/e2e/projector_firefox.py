"""Debian's Firefox over WebDriver BiDi, with no other program between."""

import asyncio
import base64
import itertools
import json
import re
import shutil
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from facilitator.desk.browser import prepare

FIREFOX = shutil.which("firefox-esr")
_LISTENING = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")


class Firefox:
    """One tab of it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._tab = ""

    async def ask(self, method: str, **parameters: object) -> dict:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        async with asyncio.timeout(30):
            while True:
                said = await self._socket.receive_json()
                if said.get("id") == number:
                    assert said["type"] == "success", said
                    return said["result"]

    async def begin(self) -> None:
        await self.ask("session.new", capabilities={})
        self._tab = (await self.ask("browsingContext.getTree"))["contexts"][0]["context"]

    async def size(self, columns: int, rows: int) -> None:
        viewport = {"width": columns, "height": rows}
        await self.ask("browsingContext.setViewport", context=self._tab, viewport=viewport, devicePixelRatio=1)

    async def goto(self, address: str) -> None:
        await self.ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    async def evaluate(self, expression: str) -> object:
        """The value of an expression, or of the promise it is, through JSON."""
        found = await self.ask(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then(value => JSON.stringify(value ?? null))",
            target={"context": self._tab}, awaitPromise=True,
        )  # fmt: skip
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])

    async def until(self, expression: str) -> None:
        async with asyncio.timeout(20):
            while not await self.evaluate(expression):
                await asyncio.sleep(0.02)

    async def shows(self, view: str) -> None:
        await self.until(f"document.getElementById('stage').className === 'view-{view}'")

    async def press(self, key: str) -> None:
        keys = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        await self.ask(
            "input.performActions", context=self._tab, actions=[{"type": "key", "id": "keys", "actions": keys}]
        )

    async def screenshot(self) -> bytes:
        found = await self.ask("browsingContext.captureScreenshot", context=self._tab)
        return base64.b64decode(found["data"])


@asynccontextmanager
async def firefox():
    """A Firefox without a window, in a profile of its own."""
    assert FIREFOX is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        prepare(FIREFOX, Path(profile))
        program = await asyncio.create_subprocess_exec(
            FIREFOX, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
            env={"HOME": profile, "PATH": "/usr/bin:/bin"},
        )  # fmt: skip
        try:
            assert program.stderr is not None
            async with asyncio.timeout(60):
                while not (found := _LISTENING.search(await program.stderr.readline())):
                    assert program.returncode is None
            reading = asyncio.create_task(program.stderr.read())
            async with (
                aiohttp.ClientSession() as client,
                client.ws_connect(f"{found[1].decode()}/session", max_msg_size=0) as socket,
            ):
                made = Firefox(socket)
                await made.begin()
                yield made
            reading.cancel()
        finally:
            program.terminate()
            await program.wait()
