"""Style sheets: each is read once, and in the colours that are set."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.css import stylesheet

from facilitator.desk import messages as m
from facilitator.desk.app import Desk
from facilitator.settings import FILE


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sheets that were read, by the names of their files, with what Textual's own classes bring."""
    names: list[str] = []
    original = stylesheet.parse

    def parse(scope, css, read_from, *rest, **named):
        names.append(f"{Path(read_from[0]).name} {read_from[1]}".strip())
        return original(scope, css, read_from, *rest, **named)

    monkeypatch.setattr(stylesheet, "parse", parse)
    return names


async def test_a_screen_that_brings_a_sheet_has_no_other_read_again(read: list[str], tmp_path: Path):
    app = Desk(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.post_message(m.SettingsAsked())
        await pilot.pause()
        assert "values_screen.tcss" in read
    again = {name for name in read if read.count(name) > 1}
    # How much these two count depends on how deep the deepest screen is, so that they may be read once more.
    assert again <= {"screen.py Screen.DEFAULT_CSS", "widget.py Widget.DEFAULT_CSS"}


@pytest.mark.parametrize(("theme", "dark"), [("calm-light", False), ("calm-dark", True)])
async def test_the_first_frame_has_the_colours_that_are_set(theme: str, dark: bool, read: list[str], tmp_path: Path):
    (tmp_path / FILE).write_text(f'theme = "{theme}"\n')
    app = Desk(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.has_class("-dark-mode") is dark
        assert app.has_class("-light-mode") is not dark
        assert app.screen.styles.background == Color.parse(app.theme_variables["background"])
    assert read.count("desk.tcss") == 1


async def test_other_colours_are_read_into_every_sheet(tmp_path: Path):
    app = Desk(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        before = app.screen.styles.background
        app.theme = "calm-light"
        await pilot.pause()
        assert app.screen.styles.background != before
