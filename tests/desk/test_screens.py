"""What every screen looks like, as text: 80 × 24, 120 × 40 and 200 × 60, in Finnish, in Swedish and in English.

Bring them up to date with ``pytest tests/desk/test_screens.py --snapshot-update``, and read the difference.
"""

import re
from pathlib import Path

import pytest
from desk.every_size import SMALL_AND_LARGE, english_on, resized, survives
from desk.scenes import LIVE, SHOWN, scene
from desk.test_themes import unreadable
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from exercises.deck import Deck
from facilitator.texts import languages

SIZES = ((80, 24), (120, 40), (200, 60))
THEMES = {"en": "calm-dark", "fi": "calm-light", "sv": "calm-dark"}
"""The theme in which a language is looked at: each of its texts can be read, whatever drew it."""


class Screens(SingleFileSnapshotExtension):
    """One text file a screen."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture(autouse=True)
def unpainted() -> None:
    """Here everything is painted: what lies under a dialog is what was painted last."""


@pytest.fixture
def screens(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Screens)


def each_scene(function):
    return pytest.mark.parametrize("name", SHOWN, ids=lambda name: re.sub(r"\W+", "-", name))(function)


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
@each_scene
async def test_a_screen_looks_as_it_did(
    name: str, language: str, screens, shipped: Deck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    languages.use(language)
    async with scene(name, Path("data"), shipped, SIZES[0]) as desk:
        desk.app.theme = THEMES[language]
        for columns, rows in SIZES:
            await resized(desk, columns, rows)
            assert desk.screen_text() + "\n" == screens(name=f"{columns}x{rows}")
            assert unreadable(desk) == {}
            if language == "fi":
                assert english_on(desk) == []
        if language == "fi" and name not in LIVE:  # those: in test_hostile_text.py
            for size in (*SMALL_AND_LARGE, SIZES[0]):
                await survives(desk, *size)
