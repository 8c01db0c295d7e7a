"""The page in a real Chromium: every view at every size, accessible, printable, alive after sleep and restart."""

import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from msgspec.structs import replace

for folder in (Path(__file__).parent, Path(__file__).parent.parent / "projector"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from projector_builders import WORDING, board, now, serving, views
from projector_chromium import CUT_OFF, SIZES, chromium, is_black, shows

from facilitator.projector.qr import matrix
from facilitator.projector.view import BLACK, ClockView, CodeView, Shown, View
from facilitator.projector.wire import End

pytestmark = pytest.mark.e2e
KEY = "k" * 22


@pytest.fixture(scope="module")
def server():
    with serving(key=KEY) as background:
        yield background


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser, server):
    server.show(BLACK)
    opened = browser.new_page(viewport={"width": 1280, "height": 720})
    faults = []
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("console", lambda said: faults.append(said.text))
    opened.goto(server.address)
    is_black(opened)
    yield opened
    opened.close()
    assert [fault for fault in faults if "ERR_CONNECTION" not in fault and "ERR_INCOMPLETE" not in fault] == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_off(page, server, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for name, view in views().items():
        server.show(view)
        shows(page, view.shown)
        assert page.evaluate(CUT_OFF) == [], name
        if size[0] > 800 and name != "programme":
            assert page.evaluate("document.body.className") == "", name


SHORT = "Tauoista pidetään kiinni kiireisinäkin päivinä, ja niistä sovitaan vuoron alussa yhdessä."


def test_wordings_have_the_whole_width_and_a_mark_where_there_is_no_room_for_their_ends(page, server):
    said = "each => [each.scrollHeight > each.clientHeight + 1, getComputedStyle(each).webkitLineClamp]"
    words = f"[...document.querySelectorAll('.wording')].map({said})"
    page.set_viewport_size({"width": 1280, "height": 720})
    usual = tuple(replace(goal, text=SHORT) for goal in board().goals)
    server.show(replace(board(), goals=usual))
    shows(page, Shown.GOALS)
    assert page.evaluate(words) == [[False, "none"]] * 6
    server.show(replace(board(), goals=tuple(replace(goal, text=WORDING + WORDING[:47]) for goal in usual)))
    page.wait_for_function("() => document.querySelector('.wording').textContent.length === 160")
    assert page.evaluate(words) == [[True, "2"]] * 6
    server.show(replace(board(), goals=tuple(replace(goal, text="") for goal in usual)))
    page.wait_for_function("() => !document.querySelector('.wording')")
    assert page.locator(".code").all_inner_texts() == [goal.code for goal in usual]
    server.show(views()["goal-1"])
    page.wait_for_function("() => document.querySelectorAll('.card').length === 1")
    assert page.evaluate(words) == [[False, "none"]]


def test_words_are_broken_only_where_they_must(page, server):
    asked = "Kerrotaan vuorollaan, mitä kuuluu ja mikä on pääl\u00adlim\u00admäi\u00adse\u00adnä. Ohittaakin saa."
    server.show(View(Shown.ROUND, "fi", title="Aloituskierros", speaker="paikka 12", invitation=asked))
    shows(page, Shown.ROUND)
    assert page.evaluate("getComputedStyle(document.querySelector('.invitation')).hyphens") == "none"


@pytest.mark.parametrize("size", [(640, 360), (400, 300)], ids=["1280x720 at 200 %", "800x600 at 200 %"])
def test_zoomed_in_everything_can_be_reached(page, server, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for name, view in views().items():
        server.show(view)
        shows(page, view.shown)
        assert page.evaluate(CUT_OFF) == [], name


@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
def test_axe_finds_nothing_wrong(page, server, light):
    for name, view in views(light).items():
        server.show(view)
        shows(page, view.shown)
        found = Axe().run(page).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == [], name


def test_a_screen_reader_hears_what_matters_once_and_no_ticking(page, server):
    news = page.locator("[aria-live=polite]")
    server.show(views()["round"])
    shows(page, "round")
    heard = "Aihe 1. Kysymyskierros. paikka 4. Seuraavana: paikka 5"
    assert news.inner_text() == heard
    assert page.locator("[role=timer]").get_attribute("aria-live") == "off"
    before = page.locator("#clock").inner_text()
    page.wait_for_function("before => document.getElementById('clock').innerText !== before", arg=before)
    assert news.inner_text() == heard
    server.show(replace(views()["round"], speaker="paikka 5", next_up="Seuraavana: paikka 1"))
    page.wait_for_function("() => document.querySelector('.speaker').textContent === 'paikka 5'")
    assert news.inner_text() == "paikka 5. Seuraavana: paikka 1"
    for name, part in (("step", "Mikä kysymys auttaisi"), ("goals-2", "A, majakka, työn alla")):
        server.show(views()[name])
        shows(page, views()[name].shown)
        assert part in news.inner_text(), name
    server.show(
        View(Shown.BREAK, "fi", title="Tauko", clock=ClockView(ends=now() + 900, label="jäljellä", over="aika täynnä"))
    )
    shows(page, "break")
    page.wait_for_function("() => document.getElementById('news').textContent.includes('aika täynnä')")
    server.show(
        View(Shown.CLOCK, "fi", title="Aihe", clock=ClockView(said="jäljellä 5 minuuttia", paused="Keskeytetty"))
    )
    shows(page, "clock")
    assert news.inner_text() == "Aihe. Keskeytetty"


def test_the_soft_shape_has_a_text_and_every_view_a_name(page, server):
    server.show(views()["clock-soft"])
    shows(page, "clock")
    assert page.locator("[role=img]").get_attribute("aria-label") == "ajasta on jäljellä noin puolet"
    assert page.locator("main").get_attribute("aria-label") == "Hiljainen hetki"


def test_black_is_black_in_forced_colours(page, server):
    page.emulate_media(forced_colors="active")
    server.show(BLACK)
    is_black(page)


def test_the_end_of_the_session_is_said_and_nothing_is_asked_any_more(browser):
    with serving(board(2), KEY) as server:
        page = browser.new_page()
        page.goto(server.address)
        shows(page, "goals")
        server.close(End("fi", "Kerta on päättynyt."))
        page.wait_for_function("() => document.getElementById('end').textContent === 'Kerta on päättynyt.'")
        assert page.evaluate("document.getElementById('stage').children.length") == 0
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        time.sleep(3)
        assert asked == []
        page.close()


def test_who_takes_the_port_is_not_shown_the_key(browser):
    with serving(board(2), KEY) as server:
        port = server.port
        page = browser.new_page()
        page.goto(server.address)
        shows(page, "goals")
    seen = []

    class Thief(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"0" * 64)

        def log_message(self, *_anything):
            pass

    thief = HTTPServer(("127.0.0.1", port), Thief)
    thread = threading.Thread(target=thief.serve_forever, daemon=True)
    thread.start()
    page.wait_for_function("() => document.documentElement.classList.contains('black')", timeout=20_000)
    thief.shutdown()
    thief.server_close()
    page.close()
    assert seen
    assert [path for path in seen if KEY in path] == []


def test_what_a_person_typed_is_text_and_nothing_else(page, server):
    canary = "<img src=x onerror=alert(1)><b>&amp;"
    server.show(View(Shown.QUESTION, question=canary))
    shows(page, "question")
    assert page.locator(".question").inner_text() == canary


def test_the_codes_are_read_from_a_picture_of_the_page(page, server, tmp_path):
    text = f"Tavoitteet\nA majakka: {WORDING}"
    for light in (False, True):
        server.show(View(Shown.CODES, light=light, codes=(CodeView("1/2", matrix(text)), CodeView("2/2", matrix("B")))))
        shows(page, "codes")
        page.screenshot(path=tmp_path / "codes.png")
        read = {found.text for found in zxingcpp.read_barcodes(Image.open(tmp_path / "codes.png"))}
        assert read == {text, "B"}


def test_a_phone_has_the_words_and_a_button_that_copies_them_and_no_code_of_itself(page, server):
    page.set_viewport_size({"width": 390, "height": 844})
    for name, text in (("address", views()["address"].address), ("codes", views()["codes"].codes[0].text)):
        server.show(views()[name])
        shows(page, name)
        assert page.locator("svg").count() == 0
        assert text in page.locator("#stage").inner_text()
        page.evaluate("delete Navigator.prototype.clipboard")  # as over plain http on a network
        page.evaluate("document.addEventListener('copy', event => { window.copied = event.target.value; }, true)")
        button = page.locator("button").first
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.querySelector('button').textContent === 'Kopioitu'")
        assert page.evaluate("window.copied") == text
        assert page.evaluate("document.fullscreenElement") is None
        assert page.evaluate("document.querySelector('textarea')") is None
    page.set_viewport_size({"width": 1080, "height": 1920})  # a wall that stands upright is no phone
    page.wait_for_function("() => document.querySelectorAll('svg').length === 2")


def test_what_scrolls_can_be_scrolled_by_keys(page, server):
    page.set_viewport_size({"width": 390, "height": 500})
    server.show(board(6))
    shows(page, "goals")
    assert page.evaluate("document.body.className") == "scrolls"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "stage"
    page.keyboard.press("PageDown")
    page.wait_for_function("() => document.scrollingElement.scrollTop + document.body.scrollTop > 0")


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"contrast": "more"}], ids=str)
def test_every_view_can_be_read_in_the_colours_of_the_reader(page, server, media):
    page.emulate_media(**media)
    for name, view in views().items():
        server.show(view)
        shows(page, view.shown)
        found = Axe().run(page).response["violations"]
        assert [each["id"] for each in found] == [], name
        assert page.locator("main[aria-label]:not([aria-label=''])").count() == 1, name


def test_the_goal_board_prints_to_one_page(page, server):
    server.show(board(6))
    shows(page, "goals")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1


def test_it_survives_a_reload_and_a_full_screen_key(page, server):
    server.show(board(2))
    shows(page, "goals")
    page.reload()
    shows(page, "goals")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement === null")


def test_a_tab_that_slept_shows_the_newest(page, server):
    server.show(board(2))
    shows(page, "goals")
    session = page.context.new_cdp_session(page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    for count in range(1, 6):
        server.show(board(count))
    server.show(views()["break"])
    time.sleep(1)
    session.send("Page.setWebLifecycleState", {"state": "active"})
    shows(page, "break")


def test_without_the_program_it_is_black_after_ten_seconds_and_comes_back_by_itself(browser):
    with serving(board(2), KEY) as before:
        port = before.port
        page = browser.new_page()
        page.goto(before.address)
        shows(page, "goals")
    time.sleep(0.2)
    with serving(views()["clock"], KEY, port):
        shows(page, "clock")
    since = time.monotonic()
    page.wait_for_function("() => document.documentElement.classList.contains('black')", timeout=15_000)
    assert time.monotonic() - since < 13
    page.close()


def test_light_dark_and_more_contrast(page, server):
    server.show(views(light=True)["round"])
    shows(page, "round")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 248, 243)"
    page.emulate_media(contrast="more")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("document.getAnimations().length") == 0


def test_the_tile_is_the_turn_and_the_soft_clock_on_no_ground(browser, server):
    tile = browser.new_page(viewport={"width": 320, "height": 180})
    server.show(views()["round-long"])
    tile.goto(server.address + "tile")
    shows(tile, "round")
    assert tile.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert tile.locator("#stage > *").count() == 3
    assert tile.evaluate("parseFloat(getComputedStyle(document.querySelector('.speaker')).fontSize)") >= 18
    assert tile.evaluate(CUT_OFF) == []
    server.show(views()["step"])
    shows(tile, "step")
    assert "Mikä kysymys" not in tile.locator("#stage").inner_text()
    server.show(BLACK)
    tile.wait_for_function("() => document.documentElement.classList.contains('black')")
    assert tile.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    tile.close()
