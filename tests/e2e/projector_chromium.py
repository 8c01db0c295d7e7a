"""Debian's Chromium, offline, for the tests of the page."""

from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-quic", "--no-first-run",
]  # fmt: skip
SIZES = [(800, 600), (1280, 720), (1920, 1080), (390, 844)]

CUT_OFF = """() => {
  const stage = document.getElementById("stage"), scrolls = document.body.className === "scrolls", cut = [];
  for (const each of stage.querySelectorAll("h1, h2, p, li, .card, svg, span")) {
    const box = each.getBoundingClientRect();
    if (box.left < -1 || box.right > innerWidth + 1 || (!scrolls && (box.top < -1 || box.bottom > innerHeight + 1)))
      cut.push([each.tagName, each.textContent.slice(0, 40), box.toJSON()]);
    if (!(each instanceof SVGElement) && each.tagName !== "SPAN" && each.scrollWidth > each.clientWidth + 1)
      cut.push(["wider inside", each.tagName, each.textContent.slice(0, 40)]);
  }
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth + 1 || (!scrolls && page.scrollHeight > innerHeight + 1)) cut.push("page");
  return cut;
}"""


@contextmanager
def chromium(*more: str):
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*ARGUMENTS, *more])
        yield browser
        browser.close()


def shows(page: Page, view: str) -> None:
    """Wait until the page shows this view."""
    page.wait_for_function("view => document.getElementById('stage').className === `view-${view}`", arg=view)


def is_black(page: Page) -> None:
    """Wait until the page is black: nothing on it, and the ground itself."""
    page.wait_for_function("() => document.documentElement.classList.contains('black')")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    assert page.evaluate("document.body.innerText.trim()") == ""
