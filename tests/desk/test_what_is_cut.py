"""Long titles, names and lists: nothing is cut without a mark, nobody vanishes, no key is named that does nothing."""

from pathlib import Path

import pytest
from desk.driver import Driver, Opens
from desk.scenes import scene
from textual.color import Color

from exercises.deck import Deck
from facilitator.texts import languages
from sessions.people import Person

COMPOUND = "työnohjausprosessinarviointikeskustelutilaisuudenvalmistelutoimikunta"
NAME = "katajanmarjapuronkallion laelta"


def named(desk: Driver) -> None:
    """Every seat has a long name, every item a long title."""
    words = desk.running.words
    for seat in range(1, len(desk.session.people.persons) + 1):
        words.label(Person(seat), NAME)
    for item in desk.session.items:
        words.title(item.uid, COMPOUND)
    desk.running.tell()


def about_seats(desk: Driver) -> str:
    """What stands between who speaks and the goals, right of the agenda."""
    right = [row.split("│", 1)[-1] for row in desk.screen_text().split("\n")]
    first = next(at for at, row in enumerate(right) if "1 " in row and "2 " in row)
    last = next(at for at, row in enumerate(right) if row.strip().startswith("GOALS"))
    return " ".join(right[first:last])


async def test_twelve_with_long_names_all_keep_their_numbers_at_80_by_24(shipped: Deck, data: Path):
    async with scene("twelve", data, shipped, (80, 24), first=named) as desk:
        seats = about_seats(desk).split()
        assert [word for word in seats if word.isdecimal()] == [str(number) for number in range(1, 13)]
        assert "▶" in seats
        await desk.pilot.resize_terminal(120, 40)
        await desk.settle()
        desk.expects("1 katajanmarjap…", "12 katajanmarjap…", f"SPEAKING 7 {NAME}")


async def test_seats_stand_in_columns_and_stay_there_when_the_turn_goes_on(shipped: Deck, data: Path):
    async with scene("twelve", data, shipped, (80, 24)) as desk:

        def places() -> list[int]:
            rows = [row.ljust(80)[43:] for row in desk.screen_text().split("\n")]
            found = [row.index(f" {number} ") for number in (2, 7, 12) for row in rows if f" {number - 1} " in row[:5]]
            assert len(found) == 3
            return found

        before = places()
        assert len(set(before)) == 1
        await desk.press("space")
        assert places() == before


async def test_a_title_longer_than_its_lines_has_a_mark(shipped: Deck, data: Path):
    def titled(desk: Driver) -> None:
        desk.running.words.title(desk.session.items[0].uid, COMPOUND * 2)
        desk.running.tell()

    async with scene("round", data, shipped, (80, 24), first=titled) as desk:
        rows = desk.screen_text().split("\n")
        begins = next(at for at, row in enumerate(rows) if "│ työnohjaus" in row)
        assert rows[begins + 1].endswith("…")
        assert any("12:00" not in row and "…  " in row for row in rows)  # in the agenda


async def test_a_goal_scale_is_not_named_twice(shipped: Deck, data: Path):
    async with scene("last moment", data, shipped, (80, 24)) as desk:
        desk.expects("Goal scale 0–10")
        desk.lacks("Goal scale · Goal scale")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("name", ["twelve named", "full disk", "last moment", "demo"])
async def test_no_heading_stands_over_nothing(name: str, size, shipped: Deck, data: Path):
    async with scene(name, data, shipped, size) as desk:
        rows = [row.rsplit("│", 1)[-1].strip() for row in desk.screen_text().split("\n")]
        more = next((at for at, row in enumerate(rows) if row.startswith("… e shows")), None)
        assert more is None or rows[more - 1] not in ("STEPS", "FOR THE SUPERVISOR")


async def test_what_can_be_done_without_a_card_fits_who_is_there(shipped: Deck, data: Path):
    async with scene("no card", data / "five", shipped, (80, 24)) as desk:
        desk.expects("YOU CAN", "start a round", "look at the goals")
    async with scene("one to one", data / "one", shipped, (80, 24)) as desk:
        desk.expects("YOU CAN", "look at the goals")
        desk.lacks("start a round")
    async with scene("pair", data / "two", shipped, (80, 24)) as desk:
        desk.expects("SPEAKING seat 1", "YOU CAN", "look at the goals")
        desk.lacks("start a round", "shows the whole card")


async def test_that_nothing_is_kept_is_said_in_another_tone(shipped: Deck, data: Path):
    async with scene("full disk", data, shipped, (80, 24)) as desk:
        message = desk.app.screen.query_one("#message")
        amber = Color.parse(desk.app.theme_variables["amber"])
        assert message.styles.color == amber
        await desk.press("w", "escape", "space")
        assert message.styles.color != amber


async def test_a_search_that_finds_nothing_says_so(live: Opens):
    async with live() as desk:
        await desk.press("ctrl+p")
        top = desk.app.screen.query_one("#search").region.y
        await desk.type("zzzz")
        desk.expects("No match.")
        assert desk.app.screen.query_one("#search").region.y == top
        await desk.press("enter")
        assert desk.asked


async def test_a_long_title_stands_whole_among_the_names(shipped: Deck, data: Path):
    async with scene("begun", data, shipped, (80, 24), first=named) as desk:
        await desk.press("w")
        assert COMPOUND in "".join(desk.said().replace("▌", "").split())
        desk.expects("Title of this item", f"seat 2 {NAME}")


async def test_proposals_have_room_for_all_they_do_however_long_the_titles(shipped: Deck, data: Path):
    def told(desk: Driver) -> None:
        for item in desk.session.items:
            desk.running.words.title(item.uid, COMPOUND * 2)

    async with scene("proposals", data, shipped, (80, 24), first=told) as desk:
        desk.expects("1 → 0 min", "agreed 15:30", "esc goes back")


async def test_while_words_are_written_only_keys_that_write_nothing_are_named(home: Opens):
    async with home(size=(80, 24)) as desk:
        await desk.press("c")
        desk.expects("D Draw", "? Help")
        await desk.press("slash")
        desk.expects("enter Open", "esc Back")
        desk.lacks("D Draw", "? Help", "/ Search")
        await desk.press("escape")
        desk.expects("D Draw", "? Help")


async def test_a_question_is_shown_with_cards_about_the_same(shipped: Deck, data: Path):
    languages.use("fi")
    async with scene("questions", data, shipped, (80, 24)) as desk:
        desk.expects("KORTTEJA SAMASTA AIHEESTA", "Pelisääntöpaja 45 min")


async def test_who_presents_is_asked_in_one_line(shipped: Deck, data: Path):
    for language in ("en", "fi", "sv"):
        languages.use(language)
        async with scene("who presents", data / language, shipped, (80, 24)) as desk:
            assert desk.app.screen.query_one("#message").size.height == 1
