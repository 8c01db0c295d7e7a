"""The pages: help, what is stored, a card; and finding a command by its name."""

import pytest
from desk.driver import Driver, Opens

from facilitator.commands import KEY_NAMES, Context, commands_in
from sessions.store.folder import Store

SCROLL_BAR = str.maketrans("", "", "▁▂▃▄▅▆▇█")
"""Its ends stand as text at the end of two rows."""


async def whole_page(desk: Driver) -> str:
    """Everything on a page to read, as one goes down it; what is read overlaps, so that no sentence is cut in two."""

    def read() -> str:
        return " ".join(desk.said().translate(SCROLL_BAR).split())

    seen = [read()]
    for _page in range(40):
        await desk.press(*["down"] * 15)
        if read() == seen[-1]:
            break
        seen.append(read())
    await desk.press("end")
    return " ".join([*seen, read()])


HOW = {
    Context.HOME: (),
    Context.START: ("n",),
    Context.REVIEW: ("r",),
    Context.PAST: ("r", "enter"),
    Context.READING: ("T",),
}


@pytest.mark.parametrize("context", list(HOW), ids=str)
async def test_help_lists_every_command_of_the_screen(home: Opens, with_groups: Store, context: Context):
    async with home(size=(120, 60)) as desk:
        await desk.press(*HOW[context])
        assert desk.app.screen.context is context
        await desk.press("question_mark")
        for command in commands_in(context):
            desk.expects(command.help, KEY_NAMES.get(command.keys[0], command.keys[0]))
        await desk.press("escape")
        assert desk.app.screen.context is context


async def test_help_lists_every_command_of_the_live_screen(live: Opens):
    async with live(size=(80, 24)) as desk:
        await desk.press("space", "question_mark")
        desk.expects("Keys · The live session")
        page = await whole_page(desk)
        for command in commands_in(Context.LIVE):
            assert command.help in page


async def test_the_session_goes_on_behind_a_page(live: Opens):
    async with live() as desk:
        await desk.press("space", "question_mark")
        await desk.pass_time(minutes=5)
        await desk.press("escape")
        desk.expects_large("5:00")


async def test_a_command_is_found_by_its_name_and_done(live: Opens):
    async with live() as desk:
        await desk.press("space", "ctrl+p")
        await desk.type("pause and")
        assert desk.pointed().startswith("Pause and resume")
        await desk.press("enter")
        assert desk.session.paused


@pytest.mark.parametrize("word", ["goal board", "next time", "exact clock nothing like it"])
async def test_finding_nothing_or_something_else_never_does_a_wrong_thing(live: Opens, word: str):
    async with live() as desk:
        await desk.press("space", "ctrl+p")
        before = desk.session
        await desk.type(word)
        lines = desk.lines()
        found = [line for line in lines if line != "No match."]
        assert all(any(part in line.lower() for part in word.split()) for line in found)
        await desk.press("escape")
        assert desk.session == before


async def test_the_palette_offers_every_command_but_itself(live: Opens):
    async with live() as desk:
        await desk.press("ctrl+p")
        offered = " ".join(desk.lines())
        for command in commands_in(Context.LIVE):
            assert (command.help in offered) is (command.id not in ("palette", "turn_to")), command.id


async def test_a_card_is_read_in_full_with_its_present_step(live: Opens):
    async with live(size=(100, 50)) as desk:
        await desk.press("space", "space", "e")
        card = desk.app.deck.card(desk.session.current.exercise)
        desk.expects(card.name.en, card.purpose.en, "▶ 2", "5 people", "ADVICE", "SOURCE")
        desk.expects(*(text.en for text in card.step_texts))
        await desk.press("escape")
        assert desk.where == "LiveScreen"


async def test_what_is_stored_is_every_byte_on_disk(home: Opens, with_groups: Store):
    async with home(size=(100, 30)) as desk:
        await desk.press("T")
        desk.expects("What is stored", "The program does not store content.")
        page = await whole_page(desk)
        for code in with_groups.groups.codes():
            text = with_groups.groups.path(code).read_text("utf-8")
            assert all(line.strip() in page for line in text.splitlines())


async def test_what_is_stored_of_one_group_shows_no_other(home: Opens, with_groups: Store):
    async with home() as desk:
        await desk.press("r", "T")
        page = await whole_page(desk)
        assert "R07.json" in page
        assert "R12" not in page


async def test_an_empty_folder_stores_nothing(home: Opens):
    async with home() as desk:
        await desk.press("T", "end")  # below the fold where the folder's name is long
        desk.expects("Nothing is stored.")


async def test_while_a_session_runs_its_journal_is_shown_too(live: Opens):
    async with live() as desk:
        await desk.press("space")
        desk.running.journal.flush()
        await desk.press("T")
        assert '"e":"Begun"' in await whole_page(desk)
