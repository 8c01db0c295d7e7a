"""What every screen looks like, as text: 80 × 24 and 120 × 40, in Finnish and in English.

Bring them up to date with ``pytest tests/desk/test_screens.py --snapshot-update``, and read the difference.
"""

import re
from pathlib import Path

import pytest
from desk.scenes import SCENES, scene
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from exercises.deck import Deck
from facilitator.texts import languages

SHOWN = [
    "home",
    "first start",
    "start",
    "before start",
    "round",
    "behind",
    "paused",
    "acute",
    "proposals",
    "goal board",
    "end",
    "past agenda",
    "stored",
    "help",
    "group: programme",
    "group: round",
    "group: goals",
    "group: clock",
    "group: black",
    "resume",
]
LONG = 3
"""Words; a shorter English text may be part of a Finnish one."""


class Screens(SingleFileSnapshotExtension):
    """One text file a screen."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def screens(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Screens)


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", SHOWN, ids=lambda name: re.sub(r"\W+", "-", name))
async def test_a_screen_looks_as_it_did(
    name: str, size, language: str, screens, shipped: Deck, tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    languages.use(language)
    async with scene(name, Path("data"), shipped, size) as desk:
        assert desk.screen_text() + "\n" == screens


def english() -> list[str]:
    """Every text of the program longer than a few words, in pieces without anything put in."""
    from tools.translations import texts

    found = []
    for message in texts():
        for text in message.id if isinstance(message.id, tuple) else (message.id,):
            found += [part.strip() for part in re.split(r"\{\w*\}", text) if len(part.split()) > LONG]
    return found


@pytest.mark.parametrize("name", list(SCENES))
async def test_nothing_english_is_on_a_finnish_screen(name: str, shipped: Deck, data: Path):
    languages.use("fi")
    async with scene(name, data, shipped, (120, 40)) as desk:
        said = desk.said()
        assert [text for text in english() if text in said] == []
