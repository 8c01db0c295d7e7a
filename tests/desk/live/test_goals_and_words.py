"""The goal board, and everything that is typed: seen during the session, kept nowhere."""

from pathlib import Path

from desk.driver import Opens

from sessions.kinds import CodeWord, GoalStatus


async def test_a_goal_is_added_written_placed_and_marked_on_one_screen(live: Opens):
    async with live() as desk:
        await desk.press("space", "g")
        desk.expects("Goal board", "No goal yet.")
        await desk.press("i")
        code = desk.session.goals[0].code
        await desk.press("enter")
        await desk.type("rauha töihin")
        await desk.press("enter")
        assert list(desk.running.words.goals.values()) == ["rauha töihin"]
        await desk.press("7")
        assert list(desk.running.words.values.values()) == [7]
        await desk.press("G")
        assert desk.session.goals[0].status is GoalStatus.IN_PROGRESS
        desk.expects("rauha töihin", "in progress", "forgotten at the end")
        await desk.press("u")
        assert desk.session.goals[0].status is GoalStatus.OPEN
        desk.expects("Undone: the status of the goal (A). U does it again.")
        assert desk.where == "GoalBoard"
        assert desk.session.goals[0].code == code


async def test_where_there_is_room_every_goal_has_its_status_and_scale_on_a_small_live_screen(live: Opens):
    async with live(size=(80, 24)) as desk:
        await desk.press("space", "g", "i", "4", "i", "7", "G", "escape", "end", "n", "n")
        desk.expects("A island open 4/10", "B water lily in progress 7/10", "YOU CAN")
        while desk.item_now != 6:
            await desk.press("n")
        desk.expects("A island open 4/10", "B water lily in progress 7/10", "the whole card")


async def test_the_scale_takes_ten_and_a_number_can_be_taken_off(live: Opens):
    async with live() as desk:
        await desk.press("space", "g", "i", "1", "0")
        assert list(desk.running.words.values.values()) == [10]
        await desk.press("1", "enter")
        assert list(desk.running.words.values.values()) == [1]
        assert desk.where == "GoalBoard"
        await desk.press("0")
        assert list(desk.running.words.values.values()) == [0]
        await desk.press("backspace")
        assert not desk.running.words.values


async def test_a_code_word_can_be_chosen(live: Opens):
    async with live() as desk:
        await desk.press("space", "g", "I")
        await desk.type("bridge")
        await desk.press("enter")
        assert desk.session.goals[0].code is CodeWord.SILTA


async def test_the_group_sees_the_words_of_a_goal_only_when_let_and_what_it_sees_now_is_said(live: Opens):
    async with live() as desk:
        await desk.press("space", "g", "i", "enter")
        await desk.type("rauha")
        await desk.press("enter", "v")
        desk.expects("✓ rauha", "May be shown; now the group sees: nothing", "Y shows the goals.")
        await desk.press("Y")
        desk.expects("The group sees: all goals.", "The group sees these words; v hides them.")
        await desk.press("enter")
        desk.expects("The group sees it as it is typed.")
        await desk.press("escape", "v")
        desk.lacks("✓ rauha")
        desk.expects("The group sees only the code word; v shows these words too.")
        await desk.press("v", "b")
        desk.expects("May be shown; now the group sees: nothing")


async def test_on_a_small_terminal_the_words_have_the_room_of_the_scales(live: Opens):
    async with live(size=(80, 24)) as desk:
        await desk.press("space", "g", "i", "7", "enter")
        await desk.type("puhumme asiasta emmekä ihmisestä")
        await desk.press("enter")
        desk.expects("0–10 FOR GROUP WORDING", "open 7 puhumme asiasta emm", "· · · · · · · ● · · · 7")


async def test_six_goals_fill_the_board(live: Opens):
    async with live() as desk:
        await desk.press("g", *["i"] * 6)
        assert len({goal.code for goal in desk.session.goals}) == 6
        await desk.press("i")
        desk.expects("The goal board is full: six goals at most.")


async def test_a_seat_and_an_item_get_words_for_this_session(live: Opens):
    async with live() as desk:
        await desk.press("space", "space", "w")
        desk.expects("Names for this session only", "Not stored.")
        await desk.pick("seat 1")
        desk.expects("Not stored. Forgotten at the end.")
        await desk.type("ikkuna")
        await desk.press("enter")
        desk.expects("1 ikkuna ▶")
        await desk.press("w", "enter")
        await desk.press(*["backspace"] * 20)
        await desk.type("Alku")
        await desk.press("enter")
        assert "Alku" in desk.titles()
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
        await desk.press("enter", "w", "enter")
        await desk.paste("kanarialintu")
        await desk.press("enter", "g", "i", "enter")
        await desk.type("kanarialintu")
        await desk.press("enter")
        words = desk.running.words
        assert len(words.labels) + len(words.titles) + len(words.goals) == 3
        desk.running.journal.flush()
        assert not holding(data, "kanarialintu")
        await desk.press("escape", "E")
        await desk.pick("End and keep for a new group")
        assert not any((words.labels, words.titles, words.goals, words.values))
        assert list(data.glob("groups/*.json"))
        assert not holding(data, "kanarialintu")


def holding(folder: Path, word: str) -> list[Path]:
    """The files that hold a word."""
    return [path for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]
