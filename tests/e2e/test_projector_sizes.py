"""Readable from eight metres: the height of the capitals of every view at every size, in a real Chromium."""

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

for folder in (Path(__file__).parent, Path(__file__).parent.parent / "projector"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from projector_builders import LONG, board, programme, serving, views
from projector_chromium import CUT_OFF, chromium, shows

from exercises.deck import Deck
from facilitator.projector.syllables import breakable
from facilitator.projector.view import ClockView, GoalView, Shown, View

pytestmark = pytest.mark.e2e
KEY = "k" * 22
SIZES = [(800, 600), (1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]
MAIN = (
    ".speaker, .next, .invitation, .question, .clock:not(.soft), .wording, .board h2, .board h2 > :not(.status), "
    ".columns li, .now, .ends"
)
CAPITALS = """main => {
  const brush = document.createElement("canvas").getContext("2d"), found = {main: [1, ""], rest: [1, ""]};
  for (const each of document.querySelectorAll("#stage *")) {
    const own = [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!own || each instanceof SVGElement || !each.getClientRects().length) continue;
    const style = getComputedStyle(each);
    brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const capital = brush.measureText("H").actualBoundingBoxAscent / innerHeight;
    const kind = each.closest(main) && !each.closest(".status, .scale") ? "main" : "rest";
    if (capital < found[kind][0]) found[kind] = [capital, each.className || each.tagName];
  }
  return found;
}"""
SPEAKER_IS_LARGEST = """() => {
  const size = each => parseFloat(getComputedStyle(each).fontSize), speaker = document.querySelector(".speaker");
  const others = [...document.querySelectorAll("#stage [data-size]")].filter(each => each !== speaker);
  return others.every(each => size(each) < size(speaker));
}"""
WORST = (
    "Sovimme yhteisistä toimintatavoista potilasturvallisuuspoikkeamien läpikäynnissä, palaamme niihin joka kuukausi "
    "ja kirjaamme päätökset vuorotellen yhteiseen taulukkoon."
)


def longest() -> dict[str, View]:
    """Every view with the longest texts there are: names of 39 letters, goals of 160 signs, the deck's longest."""
    name = LONG + "a"
    scale = "nyt 4 · yhden pykälän ylempänä 5"
    goals = tuple(GoalView(slot, "pihlaja", "muotoiltu uudelleen", breakable(WORST), 4, scale) for slot in "ABCDEF")
    deck = Deck()
    cards = [card for card in map(deck.card, deck.card_ids()) if card is not None]
    invitations = [each for card in cards for each in (card.invitation, *card.step_invitations)]
    invitation = max((each.said("fi") for each in invitations), key=len)
    title = max((card.name.said("fi") for card in cards), key=len)
    steps = [each.said("fi") for card in cards for each in card.step_texts]
    clock = ClockView(said="jäljellä 13 minuuttia", paused="Keskeytetty")
    found = {name: view for name, view in views().items() if name not in ("address", "codes")}
    return {
        **found,
        "round-39": View(Shown.ROUND, "fi", title=breakable(LONG), clock=clock, step=max(steps, key=len),
                         speaker=breakable(name), next_up=breakable(f"Seuraavana: {name}"),
                         presenter=breakable(f"{name} kuuntelee"), invitation=breakable(invitation)),
        "step-longest": View(Shown.STEP, "fi", title=breakable(title), clock=clock,
                             step=f"Vaihe 3/6 · {max(steps, key=len)} · kierros · tuoja kuuntelee",
                             invitation=breakable(invitation)),
        "goals-6x160": replace(board(6), goals=goals),
        "goals-1x160": replace(board(1), goals=goals[:1]),
        "programme-20": replace(programme(20)),
        "question-160": View(Shown.QUESTION, "fi", question=breakable(WORST)),
    }  # fmt: skip


def test_every_capital_can_be_read_from_eight_metres(capsys):
    offenders, lines = [], []
    with serving(key=KEY) as server, chromium() as browser:
        page = browser.new_page()
        page.goto(server.address)
        for columns, rows in SIZES:
            page.set_viewport_size({"width": columns, "height": rows})
            for name, view in longest().items():
                server.show(view)
                shows(page, view.shown)
                page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)))")
                found = page.evaluate(CAPITALS, MAIN)
                told = {kind: f"1/{1 / value:.0f} {where}" for kind, (value, where) in found.items() if value < 1}
                lines.append(f"{columns}x{rows} {name}: {told}")
                if found["main"][0] < 1 / 30 or found["rest"][0] < 1 / 45:
                    offenders.append(lines[-1])
                if page.evaluate("document.body.className"):
                    offenders.append(f"{columns}x{rows} {name} scrolls")
                if view.speaker and not page.evaluate(SPEAKER_IS_LARGEST):
                    offenders.append(f"{columns}x{rows} {name}: the speaker is not the largest")
                if cut := page.evaluate(CUT_OFF):
                    offenders.append(f"{columns}x{rows} {name} cut off {cut[:2]}")
    with capsys.disabled():
        print("", *lines, sep="\n")
    assert offenders == []


def test_sizes_stay_within_a_round_and_while_a_goal_is_typed():
    with serving(key=KEY) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(server.address)
        sizes = []
        for speaker in ("Kristiina-Margareeta", "Eeva", "paikka 4"):
            server.show(View(Shown.ROUND, "fi", title="Aihe 1", speaker=speaker, next_up="Seuraavana: Ari"))
            page.wait_for_function("name => document.querySelector('.speaker')?.textContent === name", arg=speaker)
            sizes.append(page.evaluate("getComputedStyle(document.querySelector('.speaker')).fontSize"))
        assert len(set(sizes)) == 1
        sizes = []
        for end in range(20, 160, 10):
            goal = GoalView("A", "majakka", "avoin", WORST[:end])
            server.show(View(Shown.GOALS, "fi", title="Tavoitteet", goals=(goal,)))
            page.wait_for_function(
                "n => document.querySelector('.wording')?.textContent.length === n", arg=len(WORST[:end])
            )
            sizes.append(
                float(page.evaluate("getComputedStyle(document.querySelector('.wording')).fontSize").rstrip("px"))
            )
        assert sizes == sorted(sizes, reverse=True)
        assert len(set(sizes)) <= 4


def test_a_long_name_shrinks_itself_and_not_what_comes_next():
    with serving(key=KEY) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(server.address)
        got = []
        for title, speaker in (("Aihe 1", "Eeva"), ("Aihe 2", breakable(LONG))):
            server.show(View(Shown.ROUND, "fi", title=title, speaker=speaker, next_up="Seuraavana: Ari"))
            page.wait_for_function("name => document.querySelector('.speaker')?.textContent === name", arg=speaker)
            got.append([page.evaluate(f"parseFloat(getComputedStyle(document.querySelector('{each}')).fontSize)")
                        for each in (".speaker", ".next")])  # fmt: skip
        assert got[0][1] == got[1][1]
        assert all(speaker > next_up for speaker, next_up in got)
