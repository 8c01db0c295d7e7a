"""The pages of the deck in a real Chromium: accessible in both colours and on a telephone, searched, nothing asked."""

import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

if str(Path(__file__).parent) not in sys.path:
    sys.path.insert(0, str(Path(__file__).parent))

from axe_playwright_python.sync_playwright import Axe
from projector_chromium import chromium

from exercises.deck import Deck
from tools.site import build

pytestmark = pytest.mark.e2e
PAGES = (
    "index.html", "fi/index.html", "sv/plans.html", "en/questions.html", "fi/cards/emotion-words.html",
    "sv/cards/balint-case.html", "en/plans/first-90.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("site")
    build(out, Deck())
    return out


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@contextmanager
def opened(browser, site: Path, path: str, scheme: str = "light", width: int = 1280):
    """A page, which asks for nothing that is not in its folder, and of which nothing is complained."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(said.text))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto((site / path).as_uri())
    assert faults == []
    yield page
    page.close()
    assert [url for url in asked if not url.startswith(site.as_uri())] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_wrong_and_nothing_is_asked_from_outside(browser, site: Path, path: str, scheme: str):
    with opened(browser, site, path, scheme) as page:
        found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_telephone_shows_the_whole_width(browser, site: Path, path: str):
    with opened(browser, site, path, width=320) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("path", "typed", "first"),
    [
        ("fi/index.html", "uupumus", "Kuormat ja voimavarat"),
        ("fi/index.html", "kierroksen", "Aloituskierros"),
        ("fi/index.html", "tyosaa", "Työsää"),
        ("sv/index.html", "konflikt", "Konfliktens lager"),
        ("en/index.html", "pair buzz", "Pair buzz"),
        ("fi/plans.html", "kolmikanta", "Kolmikantaneuvottelu"),
    ],
)
def test_searching_in_the_page(browser, site: Path, path: str, typed: str, first: str):
    with opened(browser, site, path) as page:
        page.fill("#search", typed)
        shown = page.locator(".rows > li:visible").all_inner_texts()
        names = [text.splitlines()[0] for text in shown]
        assert first in names[:5], names
        assert page.locator("#found").inner_text().endswith(f": {len(names)}")
        page.fill("#search", "qqqqqq")
        assert page.locator(".rows > li:visible").count() == 0
        page.press("#search", "Escape")
        assert page.locator(".rows > li:visible").count() > 40
        assert page.evaluate("document.querySelector('main section, .rows').textContent.length > 0")
