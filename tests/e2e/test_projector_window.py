"""The window that the supervisor opened, in a real Chromium, with a real desk behind it: never deaf."""

import asyncio
import sys
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

for folder in (Path(__file__).parent, Path(__file__).parent.parent / "projector"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from projector_chromium import ARGUMENTS

from exercises.deck import Deck
from facilitator.desk.app import Desk
from facilitator.desk.browser import WINDOW, Opened
from facilitator.desk.live.screen import LiveScreen
from facilitator.preparing.preparation import Preparation
from facilitator.projector.server_thread import State
from sessions.values import Id

pytestmark = pytest.mark.e2e


def said(desk: Desk) -> str:
    return next(screen._message for screen in reversed(desk.screen_stack) if hasattr(screen, "_message"))


async def seen(true) -> None:
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.01)


async def test_a_remote_and_b_work_in_the_wall_window_and_are_undone_at_the_desk(tmp_path):
    deck = Deck()
    plan = deck.plan(Id("ordinary-90"))
    assert plan is not None
    desk = Desk(tmp_path, deck, prepared=Preparation.of(plan.plan, 5))
    async with desk.run_test(size=(100, 30)) as pilot, async_playwright() as playwright:
        await seen(lambda: desk.session is not None)
        desk.session.displays.open()
        await seen(lambda: desk.session.displays.projection.state is State.OPEN)
        server = desk.session.displays.projection.server
        browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        window, other = await browser.new_page(), await (await browser.new_context()).new_page()
        await window.goto(server.once())
        await other.goto(server.address)
        assert "#" not in window.url
        running = desk.session.running
        assert running is not None

        await window.keyboard.press("PageDown")
        await seen(lambda: running.session.begun is not None)
        await seen(lambda: "From the group's window" in said(desk))
        await window.keyboard.press("b")
        await window.wait_for_function("() => !document.documentElement.classList.contains('black')")
        await window.keyboard.press(".")
        await window.wait_for_function("() => document.documentElement.classList.contains('black')")
        await window.keyboard.press("p")
        await seen(lambda: running.session.paused)
        await pilot.press("u")
        assert not running.session.paused

        before = running.session
        for key in ("PageDown", "b", "p", "PageUp", " "):
            await other.keyboard.press(key)
        await asyncio.sleep(0.3)
        assert running.session == before

        await window.reload()
        await window.keyboard.press("Space")
        await seen(lambda: running.session != before)
        await pilot.press("u")
        await pilot.press("E")
        await pilot.pause()
        before = running.session
        await window.keyboard.press("PageDown")
        await seen(lambda: "ending is open" in said(desk))
        assert running.session == before
        assert not isinstance(desk.screen, LiveScreen)
        await browser.close()


async def test_one_window_serves_the_next_session_too_and_is_black_between(tmp_path, monkeypatch):
    deck = Deck()
    plan = deck.plan(Id("ordinary-90"))
    assert plan is not None
    addresses = []
    monkeypatch.setattr(WINDOW, "open", lambda address, monitor: addresses.append(address) or Opened.WINDOW)
    monkeypatch.setattr(WINDOW, "knows", None)
    desk = Desk(tmp_path, deck, prepared=Preparation.of(plan.plan, 5))
    async with desk.run_test(size=(100, 30)) as pilot, async_playwright() as playwright:
        await seen(lambda: desk.session is not None)
        first = desk.session
        assert first is not None
        await pilot.press("W")
        await seen(lambda: addresses)
        browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        window = await browser.new_page()
        await window.goto(addresses[0])
        await seen(lambda: first.displays.projection.displays == 1)
        await pilot.press("space", "b")
        await window.wait_for_selector(".view-step")
        await pilot.press("E")
        await pilot.pause()
        await pilot.press("end", "up", "enter")  # the last answer goes to the closing that is still to come
        await window.wait_for_function("() => document.getElementById('end').textContent === 'The session is over.'")
        assert await window.evaluate("document.documentElement.className") == "black"
        before = window.url
        await seen(lambda: desk.session is None)
        await desk.open_session(Preparation.of(plan.plan, 5))
        await seen(lambda: desk.session is not None and desk.session.displays.projection.displays == 1)
        second = desk.session
        assert second is not None
        assert addresses == addresses[:1]
        assert await window.evaluate("document.documentElement.className") == "black"
        assert window.url != before
        await window.keyboard.press("PageDown")
        await seen(lambda: second.is_begun)
        await window.keyboard.press("b")
        await window.wait_for_selector(".view-step")
        await browser.close()


async def test_a_window_that_was_closed_is_not_waited_for(tmp_path, monkeypatch):
    deck = Deck()
    plan = deck.plan(Id("ordinary-90"))
    assert plan is not None
    monkeypatch.setattr(WINDOW, "open", lambda address, monitor: Opened.WINDOW)
    monkeypatch.setattr(WINDOW, "knows", None)
    desk = Desk(tmp_path, deck, prepared=Preparation.of(plan.plan, 5))
    async with desk.run_test(size=(100, 30)) as pilot:
        await seen(lambda: desk.session is not None)
        await pilot.press("W")
        await seen(lambda: desk.session.displays.projection.state is State.OPEN)
        desk._close_session()
        await desk.open_session(Preparation.of(plan.plan, 5))
        await seen(lambda: desk.session is not None)
        assert desk.session.displays.projection.state is State.CLOSED
