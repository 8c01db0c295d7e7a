"""A window too low for the live screen as it is meant still tells the four facts."""

from pathlib import Path

import pytest
from desk.scenes import scene

from exercises.deck import Deck
from facilitator.texts import languages


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (200, 7)], ids=str)
@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("round", ("4.00 jäljellä", "paikka 2", "aikataulussa", "14.06", "Aloituskierros")),
        ("over time", ("+4.00 yliajalla", "4 min jäljessä", "14.14", "Aloituskierros")),
        ("paused", ("6.00 keskeytetty", "3 min jäljessä", "14.07")),
        ("before start", ("Odottaa alkua. Välilyönti aloittaa.", "14.00")),
    ],
)
async def test_the_facts_are_all_there(name: str, facts, size, shipped: Deck, data: Path):
    languages.use("fi")
    async with scene(name, data, shipped, size) as desk:
        desk.expects(*facts)


async def test_a_window_without_room_for_both_shows_what_goes_on_rather_than_the_agenda(shipped: Deck, data: Path):
    async with scene("round", data, shipped, (60, 24)) as desk:
        desk.expects("SPEAKING", "seat 2", "STEP 2/3", "on schedule")
        desk.lacks("AGENDA")
