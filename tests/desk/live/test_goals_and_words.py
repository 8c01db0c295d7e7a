"""The goal board, and everything that is typed: seen during the session, kept nowhere."""

from pathlib import Path

from desk.driver import Opens

from sessions.kinds import GoalStatus


async def test_a_goal_is_added_written_placed_and_marked(live: Opens):
    async with live() as desk:
        await desk.press("space", "g")
        desk.expects("Goal board", "What is written is forgotten at the end.")
        await desk.pick("Add a goal")
        code = desk.session.goals[0].code
        await desk.pick("Write its words")
        await desk.type("rauha töihin")
        await desk.press("enter")
        assert list(desk.running.words.goals.values()) == ["rauha töihin"]
        await desk.press("g", "1")
        await desk.pick("Place on the scale")
        await desk.pick("7")
        assert list(desk.running.words.values.values()) == [7]
        await desk.press("g", "1")
        await desk.pick("in progress")
        assert desk.session.goals[0].status is GoalStatus.IN_PROGRESS
        desk.expects("in progress")
        await desk.press("g")
        desk.expects("rauha töihin", "in progress")
        assert desk.session.goals[0].code == code


async def test_a_number_on_the_scale_can_be_taken_off(live: Opens):
    async with live() as desk:
        await desk.press("space", "g", "enter")
        await desk.pick("Place on the scale")
        await desk.pick("0")
        assert list(desk.running.words.values.values()) == [0]
        await desk.press("g", "1")
        await desk.pick("Place on the scale")
        assert desk.pointed().endswith("0")
        await desk.pick("No number")
        assert not desk.running.words.values


async def test_six_goals_fill_the_board(live: Opens):
    async with live() as desk:
        for _goal in range(6):
            await desk.press("g")
            await desk.pick("Add a goal")
            await desk.press("escape")
        assert len({goal.code for goal in desk.session.goals}) == 6
        await desk.press("g")
        await desk.pick("Add a goal")
        desk.expects("The goal board is full: six goals at most.")


async def test_a_seat_and_an_item_get_words_for_this_session(live: Opens):
    async with live() as desk:
        await desk.press("space", "space", "w")
        desk.expects("Names for this session only", "Not stored.")
        await desk.pick("seat 1")
        desk.expects("Not stored. Forgotten at the end.")
        await desk.type("ikkuna")
        await desk.press("enter")
        desk.expects("ikkuna ▶")
        await desk.press("w", "1")
        await desk.press(*["backspace"] * 20)
        await desk.type("Alku")
        await desk.press("enter")
        desk.expects("▶ Alku")
        await desk.press("w")
        await desk.pick("seat 1")
        assert desk.line == "ikkuna"
        await desk.press(*["backspace"] * 6, "enter")
        assert not desk.running.words.labels


async def test_esc_keeps_the_words_as_they_were(live: Opens):
    async with live() as desk:
        await desk.press("w", "1")
        await desk.type("ovi")
        await desk.press("enter", "w", "1")
        await desk.type(" ja seinä")
        await desk.press("escape")
        assert dict(desk.running.words.labels) == {1: "ovi"}


async def test_words_are_in_no_file_and_gone_after_the_end(live: Opens, data: Path):
    async with live(group=None) as desk:
        await desk.press("space", "space", "w")
        await desk.pick("seat 1")
        await desk.type("kanarialintu")
        await desk.press("enter", "w", "1")
        await desk.paste("kanarialintu")
        await desk.press("enter", "g", "enter", "enter")
        await desk.type("kanarialintu")
        await desk.press("enter")
        words = desk.running.words
        assert len(words.labels) + len(words.titles) + len(words.goals) == 3
        desk.running.journal.flush()
        assert not holding(data, "kanarialintu")
        await desk.press("E")
        await desk.pick("End and keep for a new group")
        assert not any((words.labels, words.titles, words.goals, words.values))
        assert list(data.glob("groups/*.json"))
        assert not holding(data, "kanarialintu")


def holding(folder: Path, word: str) -> list[Path]:
    """The files that hold a word."""
    return [path for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]
