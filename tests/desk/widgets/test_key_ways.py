"""Who is asked about a key is as Textual has it, without the table of all characters' names where nobody writes."""

from collections.abc import Callable

import pytest
from desk.driver import Opens, TestDesk
from textual import keys as textual_keys
from textual.screen import Screen

Ways = list[tuple[object, dict[str, list[object]]]]


@pytest.fixture
def by_name(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys whose character was looked up by its name."""
    asked: list[str] = []
    really: Callable[[str], str | None] = textual_keys.key_to_character

    def look_up(key: str) -> str | None:
        asked.append(key)
        return really(key)

    monkeypatch.setattr("textual.screen.key_to_character", look_up)
    return asked


def ways(app: TestDesk) -> Ways:
    return [(node, dict(bindings.key_to_bindings)) for node, bindings in app.screen._binding_chain]


def ways_of_textual(app: TestDesk) -> Ways:
    chain = Screen._binding_chain.fget(app.screen)
    return [(node, dict(bindings.key_to_bindings)) for node, bindings in chain]


async def test_a_session_looks_no_character_up_by_its_name(live: Opens, by_name: list[str]):
    async with live() as desk:
        await desk.press("space", "+", "g", "escape", "pageup", "u", "o", "escape", "question_mark", "escape")
        assert by_name == []


async def test_who_is_asked_is_as_textual_has_it(live: Opens):
    async with live() as desk:
        assert ways(desk.app) == ways_of_textual(desk.app)
        await desk.press("v")
        assert desk.where == "Choice"
        assert ways(desk.app) == ways_of_textual(desk.app)


async def test_where_something_is_written_letters_are_letters(home: Opens, by_name: list[str]):
    async with home() as desk:
        await desk.press("c", "slash", "a")
        assert by_name
        assert ways(desk.app) == ways_of_textual(desk.app)
        assert "b" not in ways(desk.app)[-1][1]
