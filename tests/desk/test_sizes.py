"""Small and large terminals: nothing that matters is cut off at 80 × 24, and nothing crashes at any size."""

import re
from pathlib import Path

import pytest
from desk.every_size import SMALL_AND_LARGE, english_on, resized, survives
from desk.scenes import LIVE, SCENES, SHOWN, scene

from exercises.deck import Deck
from facilitator.texts import languages

ELSEWHERE = {*LIVE, *SHOWN}
"""They are opened once for several questions, this one among them (``test_hostile_text.py``, ``test_screens.py``)."""


@pytest.mark.parametrize("name", [name for name in SCENES if name not in ELSEWHERE])
async def test_a_screen_survives_every_size_and_is_all_in_finnish(name: str, shipped: Deck, data: Path):
    languages.use("fi")
    async with scene(name, data, shipped, (120, 40)) as desk:
        assert english_on(desk) == []
        for size in (*SMALL_AND_LARGE, (80, 24)):
            await survives(desk, *size)
        assert desk.screen_text().strip()


@pytest.mark.parametrize("size", SMALL_AND_LARGE, ids=str)
async def test_a_session_can_be_run_at_every_size(size, shipped: Deck, data: Path):
    async with scene("before start", data, shipped, size) as desk:
        for key in ("space", "space", "x", "n", "down", "m", "g", "escape", "p", "p", "v", "home", "enter"):
            await desk.press(key)
        assert desk.where == "GroupViewScreen"
        await desk.press("space", "escape")
        assert desk.where == "LiveScreen"
        assert desk.item_now == 2
        await desk.press("E", "enter", "E")
        await desk.pick("End and keep for group R07")
        assert desk.where == "PastSessionScreen"


FACTS = {
    "en": {
        "round": (
            "R07 session 3 Ordinary session 90",
            "on schedule",
            "ends 15:30",
            "agreed 15:30",
            "GROUP SEES nothing",
            "space ",
            "p Pause",
            "? Help",
            "STEP 2/3",
            "left",
        ),
        "over time": ("over its time", "4 min behind"),
        "behind": ("8 min behind", "ends 15:38 agreed 15:30", "the closing fits if it begins by 15:19"),
        "paused": ("paused", "p Resume", "agreed 15:30"),
        "acute": ("The agenda is set aside",),
        "proposals": ("Shorten several a little", "Decide later", "agreed 15:30", "esc"),
        "end": ("Back to the session", "End and keep for group R07", "End and keep nothing"),
        "resume": ("count the gap of 4 min", "take the gap of 4 min out", "Discard it", "14:08"),
    },
    "fi": {
        "round": ("R07", "15.30", "p ", "? ", "VAIHE 2/3", "jäljellä"),
        "behind": ("8 min ", "15.38", "15.30"),
        "paused": ("15.30", "keskeytetty"),
        "resume": ("4 min", "14.08"),
        "end": ("R07",),
        "proposals": ("15.30",),
    },
}


@pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language, scenes in FACTS.items() for name in scenes]
)
async def test_what_matters_is_in_sight_at_80_by_24(language: str, name: str, shipped: Deck, data: Path):
    languages.use(language)
    async with scene(name, data, shipped, (80, 24)) as desk:
        desk.expects(*FACTS[language][name])


@pytest.mark.parametrize("language", ["en", "fi"])
async def test_item_time_and_speaker_are_in_sight_at_80_by_24(language: str, shipped: Deck, data: Path):
    from facilitator.texts.names import seat_name, title_of
    from facilitator.texts.phrases import left

    languages.use(language)
    async with scene("round", data, shipped, (80, 24)) as desk:
        session = desk.session
        desk.expects(title_of(session.current, session.plan, shipped))
        desk.expects_large(left(desk.times.left))
        desk.expects(seat_name(desk.round.speaker), f"{desk.round.speaker} ▶")
        for seat in desk.round.waiting[1:]:
            assert f"{seat}" in desk.said()


@pytest.mark.parametrize("language", ["en", "fi"])
async def test_the_keys_that_fit_are_whole_and_help_is_always_among_them(language: str, shipped: Deck, data: Path):
    from facilitator.commands import COMMANDS
    from facilitator.texts.languages import _

    languages.use(language)
    async with scene("begun", data, shipped, (80, 24)) as desk:
        for columns in (30, 40, 60, 80, 120):
            await resized(desk, columns, 24)
            bar = desk.screen_text().split("\n")[-1]
            assert "? " + _(next(command.label for command in COMMANDS if command.id == "help")) in bar
            assert "…" not in bar


@pytest.mark.parametrize("language", ["en", "fi"])
async def test_the_choices_of_the_end_and_of_resuming_are_not_cut(language: str, shipped: Deck, data: Path):
    languages.use(language)
    for name in ("end", "resume", "proposals", "show", "first start", "presenter"):
        async with scene(name, data / name.replace(" ", ""), shipped, (80, 24)) as desk:
            desk.expects(*desk.lines()[:6])


@pytest.mark.parametrize("language", ["en", "fi"])
async def test_goals_and_what_is_done_to_them_are_not_cut(language: str, shipped: Deck, data: Path):
    from facilitator.commands import COMMANDS
    from facilitator.texts.languages import _
    from facilitator.texts.names import name_of

    languages.use(language)
    async with scene("goal", data, shipped, (80, 24)) as desk:
        assert desk.where == "GoalBoard"
        for goal in desk.session.goals:
            desk.expects(name_of(goal.status))
        rows = desk.screen_text().split("\n")
        assert not [row for row in rows if "…" in row]
        for wanted in ("write_goal", "scale", "mark_goal", "release_goal"):
            assert _(next(command.label for command in COMMANDS if command.id == wanted)) in rows[-1]


@pytest.mark.parametrize("name", ["stored", "erasing", "comparing", "past agenda", "settings", "set up", "end"])
async def test_a_page_stands_in_the_middle_of_a_wide_terminal(name: str, shipped: Deck, data: Path):
    async with scene(name, data, shipped, (200, 60)) as desk:
        rows = [line for line in desk.screen_text().split("\n")[1:40] if line.strip(" ▌─")]
        title = re.search(r"\S", rows[0]).start()
        assert 45 <= title <= 65, rows[0]
        below = {re.search(r"[^ ▌]", row).start() for row in rows[1:] if not row.startswith("  enter")}
        assert min(below) == title


@pytest.mark.parametrize("columns", [80, 84, 99])
async def test_no_strip_of_the_screen_below_shows_beside_a_dialog(columns: int, shipped: Deck, data: Path):
    async with scene("resume", data, shipped, (columns, 24)) as desk:
        dialog = desk.app.screen.query_one(".dialog")
        assert dialog.region.width == columns


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
async def test_the_review_leaves_out_of_its_head_what_it_would_have_to_cut(language: str, shipped: Deck, data: Path):
    languages.use(language)
    async with scene("review", data, shipped, (80, 24)) as desk:
        head, *rest = desk.screen_text().split("\n")
        assert "7 " in head
        assert "5–6 " in head
        assert "…" not in "".join([head, *rest[:7]])


@pytest.mark.parametrize("name", ["paused", "log", "new group", "next session"])
async def test_the_line_of_keys_keeps_off_both_edges(name: str, shipped: Deck, data: Path):
    languages.use("sv")
    async with scene(name, data, shipped, (80, 24)) as desk:
        assert len(desk.screen_text().split("\n")[-1]) < 80


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
async def test_the_agenda_made_ready_has_whole_titles_where_there_are_rows(language: str, shipped: Deck, data: Path):
    languages.use(language)
    async with scene("start fitted", data, shipped, (80, 24)) as desk:
        agenda = [row.partition("│")[2] for row in desk.screen_text().split("\n")]
        assert "…" not in "".join(agenda)
