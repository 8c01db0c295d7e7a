"""What can be set, the keys of a screen, and finding anything by its name."""

from pathlib import Path

import pytest
from desk.driver import Opens, raw_of

from facilitator.desk.screens.settings import ABOUT
from facilitator.desk.themes import PALETTES
from facilitator.settings import CHOICES, FILE, THEMES, read_settings
from facilitator.texts import languages


def test_the_themes_that_can_be_set_are_those_there_are():
    assert tuple(palette.name for palette in PALETTES) == THEMES


async def test_a_setting_counts_at_once_and_is_written_with_the_comments_kept(home: Opens, data: Path):
    data.mkdir(exist_ok=True)
    (data / FILE).write_text("# mine\n", encoding="utf-8")
    async with home() as desk:
        await desk.press("comma", "down", "enter")
        assert desk.app.theme == "calm-light"
        await desk.press("up", "enter")
        desk.expects("Kieli", "suomi", "rauhallinen, vaalea")
        await desk.press("down", "down", "down", "plus", "plus")
    found = read_settings(data)
    assert (found.theme, found.language, found.people) == ("calm-light", CHOICES["language"][0], 6)
    assert (data / FILE).read_text("utf-8").startswith("# mine\n")
    languages.use("en")
    async with home() as desk:
        assert desk.app.theme == "calm-light"


async def test_each_setting_says_what_it_does_and_what_it_can_be(home: Opens):
    can_be = {
        "language": "as on the computer · suomi · svenska · English",
        "theme": "calm, dark · calm, light · high contrast",
        "people": "the program's own choice · 1–60",
        "length": "as the plan has it · 10–600 min",
        "goals_dark": "not by itself · after 2 min untouched · after 5 min untouched · after 10 min untouched",
    }
    async with home(size=(80, 24)) as desk:
        await desk.press("comma")
        for key, about in ABOUT.items():
            desk.expects(about, "Values: " + can_be.get(key, ""), "Written to config.toml")
            await desk.press("down")


async def test_simple_signs_are_ascii_on_every_line(live: Opens, data: Path):
    data.mkdir(exist_ok=True)
    (data / FILE).write_text('signs = "simple"\n', encoding="utf-8")
    async with live(people=3) as desk:
        await desk.press("space", "space", "g", "i", "7", "escape")
        await desk.pass_time(minutes=20)
        await desk.press("p")
        filtered = [each for each in desk.app.get_line_filters() if type(each).__name__ == "SimpleSigns"]
        assert filtered
        from rich.segment import Segment
        from textual.color import Color

        drawn = filtered[0].apply([Segment(raw_of(desk.app))], Color.parse("black"))
        assert {char for segment in drawn for char in segment.text if ord(char) > 126} <= set("äöåÄÖÅ½\u00a0")


@pytest.mark.parametrize(("bell", "rings"), [("off", 0), ("soft", 1)])
async def test_a_sound_only_when_it_is_set_and_once(live: Opens, data: Path, monkeypatch, bell: str, rings: int):
    data.mkdir(exist_ok=True)
    (data / FILE).write_text(f'bell = "{bell}"\n', encoding="utf-8")
    heard = []
    async with live() as desk:
        monkeypatch.setattr(desk.app, "bell", lambda: heard.append(1))
        await desk.press("space")
        await desk.pass_time(minutes=9)
        await desk.pass_time(minutes=2)
        await desk.pass_time(minutes=2)
    assert len(heard) == rings


async def test_help_is_by_subject_explains_the_signs_and_searches(live: Opens):
    async with live(size=(80, 60)) as desk:
        await desk.press("question_mark")
        desk.expects("The course of the session", "People and turns")
        await desk.press("slash")
        await desk.type("protected")
        desk.expects("◆ protected", "P")
        desk.lacks("People and turns")
        await desk.press("escape", "escape")
        assert desk.where == "LiveScreen"


async def test_on_a_wide_terminal_help_has_two_columns_and_needs_no_scrolling(live: Opens):
    async with live(size=(200, 60)) as desk:
        await desk.press("question_mark")
        [line] = [line for line in desk.screen_text().split("\n") if "The course of the session" in line]
        assert "People and turns" in line
        desk.expects("Signs", "set aside for something acute")
        await desk.press("slash")
        await desk.type("protected")
        desk.expects("◆ protected")


async def test_the_palette_finds_commands_cards_and_plans(home: Opens, live: Opens):
    async with home() as desk:
        await desk.press("ctrl+p")
        await desk.type("ordinary session 60")
        await desk.press("enter")
        assert desk.where == "PlanEditor"
    async with live() as desk:
        await desk.press("ctrl+p")
        await desk.type("only questions")
        await desk.press("enter")
        assert desk.where == "CardPage"
        desk.expects("5 people")
        await desk.press("escape", "l", "ctrl+p")
        await desk.type("only questions")
        await desk.press("enter")
        desk.expects("6 people")
        await desk.press("escape", "ctrl+p")
        await desk.type("somebody arrived")
        await desk.press("enter")
        assert desk.session.people.seats == 7


async def test_usual_people_and_length_are_ready_for_a_new_session(home: Opens, data: Path):
    data.mkdir(exist_ok=True)
    (data / FILE).write_text("people = 8\nlength = 75\n", encoding="utf-8")
    async with home() as desk:
        await desk.press("c")
        desk.expects("8 people")
        await desk.press("escape", "n", "enter")
        assert len(desk.session.people.present) == 8
        assert desk.session.agreed_minutes == 75


async def test_the_palette_finds_the_example_group_and_says_when_it_finds_nothing(home: Opens):
    async with home() as desk:
        await desk.press("G", "ctrl+p")
        await desk.type("qqqq")
        desk.expects("No match.")
        await desk.press("enter")
        desk.expects("No match.")
        await desk.press("backspace", "backspace", "backspace", "backspace")
        await desk.type("R00")
        await desk.press("enter")
        assert desk.where == "GroupSessionsScreen"


async def test_where_no_session_can_be_there_is_nothing_to_make_black(home: Opens):
    async with home() as desk:
        await desk.press("n", "question_mark")
        desk.lacks("Make the group's view black")
        await desk.press("escape", "b")
        desk.expects("/ b")
