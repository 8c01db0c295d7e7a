"""Home without a group, finding by typing, and the group that is pointed at."""

from desk.driver import Opens

from facilitator.desk.screens.past_drawing import deviation_parts
from sessions.store.folder import Store


async def test_without_a_group_home_says_what_the_program_is_and_ways_to_begin(home: Opens):
    async with home() as desk:
        desk.expects("keeps the time and the turns", "does not keep names")
        assert [line.split("  ")[0] for line in desk.lines()] == [
            "n A session now",
            "N A new group",
            "G A group to explore: an example, not stored",
            "D Demo: watch a sample session",
        ]


async def test_enter_makes_the_next_session_of_a_group_ready_and_r_shows_its_sessions(home: Opens, with_groups: Store):
    async with home() as desk:
        assert desk.pointed().startswith("R07")
        await desk.press("enter")
        assert desk.where == "MakingReadyScreen"
        desk.expects("R07 session 3")
        await desk.press("escape", "r")
        assert desk.where == "GroupSessionsScreen"


async def test_the_chosen_group_is_told_of_where_there_is_room(home: Opens, with_groups: Store):
    async with home(size=(120, 40)) as desk:
        desk.expects("R07 session 3", "A lighthouse", "in progress", "Pair buzz", "on average −13 min")
        await desk.press("down")
        desk.expects("R12 session 2")
    async with home(size=(80, 24)) as desk:
        desk.lacks("on average")


async def test_a_group_a_plan_and_a_card_are_found(home: Opens, with_groups: Store):
    async with home() as desk:
        await desk.type("12")
        assert desk.pointed().startswith("R12")
        desk.lacks("R07 3")
        await desk.press("escape", "slash")
        await desk.type("image")
        desk.expects("PLANS", "Image session")
        await desk.press("enter")
        assert desk.where == "MakingReadyScreen"
        assert "Image session" in desk.pointed()
        await desk.press("escape", "escape", "slash")
        await desk.type("miracle")
        desk.expects("CARDS")
        await desk.press("enter")
        desk.expects("Miracle question")


async def test_in_a_search_letters_are_letters_and_esc_gives_all_back(home: Opens, with_groups: Store):
    async with home() as desk:
        await desk.press("slash")
        await desk.type("nqxrD")
        assert desk.where == "HomeScreen"
        desk.expects("No match.")
        await desk.press("escape")
        assert desk.pointed().startswith("R07")


def drawn(by: int) -> str:
    return "".join(text for text, _style in deviation_parts(by, 10, 5))


def test_a_deviation_is_drawn_from_one_line_to_both_sides():
    assert [drawn(by) for by in (-10, -1, 0, 4, 10)] == [
        "▆▆▆▆▆┤     ",
        "    ▆┤     ",
        "     │     ",
        "     ├▆▆   ",
        "     ├▆▆▆▆▆",
    ]
