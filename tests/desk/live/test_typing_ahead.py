"""Keys that come faster than the screen changes: what was written ends where enter was pressed."""

import pytest
from desk.driver import Opens
from desk.scenes import follow
from textual import events

from facilitator.desk.widgets.search_line import SearchLine


async def test_a_letter_behind_enter_is_not_written_into_what_was_ended(live: Opens):
    async with live() as desk:
        await follow(desk, "space w enter")
        for key in ("a", "b", "c"):
            desk.app.post_message(events.Key(key, key))
        desk.app.post_message(events.Key("enter", "\r"))
        desk.app.post_message(events.Key("w", "w"))
        await desk.settle()
        await desk.settle()
        assert desk.app.session is not None
        assert list(desk.app.session.running.words.titles.values()) == ["abc"]


@pytest.mark.parametrize(("way", "words"), [("", "balint jana"), ("n", "tavoite"), ("c slash", "palaute")])
async def test_a_search_typed_at_once_loses_no_letter_that_is_a_key_elsewhere(home: Opens, way: str, words: str):
    async with home() as desk:
        await follow(desk, way)
        for letter in words:
            desk.app.post_message(events.Key("space" if letter == " " else letter, letter))
        await desk.settle()
        await desk.settle()
        assert desk.app.screen.query_one(SearchLine).text == words


@pytest.mark.parametrize(
    ("typed", "screen", "words"),
    [
        ("/goal", "HomeScreen", "goal"),
        ("ngoal", "MakingReadyScreen", "goal"),
        ("n/goal", "MakingReadyScreen", "goal"),
        ("c/question", "CardsScreen", "question"),
        ("?/goal", "HelpScreen", "goal"),
    ],
)
async def test_a_key_waits_for_what_the_one_before_it_opens(home: Opens, typed: str, screen: str, words: str):
    async with home() as desk:
        for letter in typed:
            desk.app.post_message(events.Key({"/": "slash", "?": "question_mark"}.get(letter, letter), letter))
        for _time in range(4):
            await desk.settle()
        assert desk.where == screen
        assert desk.app.screen.query_one(SearchLine).text == words
