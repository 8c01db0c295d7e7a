"""Whatever lies over the session says at its top how the session stands, and the digits are called what they are."""

import pytest

from facilitator.texts import languages

OVER = {"goal board": "g", "insert": "i", "card": "e", "help": "question_mark", "what is stored": "T", "end": "E"}


@pytest.mark.parametrize("keys", OVER.values(), ids=OVER.keys())
async def test_the_top_says_what_is_left_and_goes_on(live, keys):
    async with live(size=(80, 24)) as desk:
        await desk.press("space", keys)
        assert desk.where != "LiveScreen"
        assert "10:00 left" in desk.screen_text().split("\n")[0]
        await desk.pass_time(minutes=11)
        top = desk.screen_text().split("\n")[0].replace("\N{NO-BREAK SPACE}", " ")
        assert "+1:00 over its time" in top
        if keys != "E":  # its question needs the room
            assert "1 min behind" in top


async def test_how_the_session_stands_cuts_no_question(live):
    async with live(size=(80, 24)) as desk:
        await desk.press("space", "E")
        await desk.pass_time(minutes=40)
        assert "End the session? This is what would be kept" in desk.screen_text()


async def test_a_page_opened_where_nothing_runs_says_nothing_of_a_session(home):
    async with home() as desk:
        await desk.press("c")
        assert "left" not in desk.screen_text().split("\n")[0]


@pytest.mark.parametrize(("people", "said"), [(5, "1–5 Turn to"), (12, "1–12 Turn to")])
async def test_the_digits_are_the_seats_there_are(live, people, said):
    async with live(people=people, size=(200, 60)) as desk:
        await desk.press("space", "space")
        desk.expects(said)


async def test_a_click_on_the_digits_tells_how_seats_of_two_are_typed(live):
    async with live(people=12, size=(200, 60)) as desk:
        await desk.press("space", "space")
        column = desk.screen_text().split("\n")[-2].index("1–12")
        await desk.pilot.click("#keys", offset=(column, 1))
        await desk.settle()
        desk.expects("10 and up digit by digit")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
async def test_favourites_are_found_in_the_line_of_keys_at_the_smallest_size(live, language):
    languages.use(language)
    async with live(size=(80, 24)) as desk:
        await desk.press("space", "i")
        desk.expects({"fi": "! Suosikki", "sv": "! Favorit", "en": "! Favourite"}[language])


@pytest.mark.parametrize(("language", "black"), [("fi", "b Musta"), ("sv", "b Släck"), ("en", "b Blank")])
async def test_black_is_in_sight_on_the_goal_board_at_the_smallest_size(live, language, black):
    languages.use(language)
    async with live(size=(80, 24)) as desk:
        await desk.press("space", "g")
        desk.expects(black)


async def test_a_step_of_a_card_has_its_minutes_in_a_column(live):
    async with live(size=(120, 40)) as desk:
        await desk.press("space", "e")
        steps = [row.rstrip() for row in desk.screen_text().split("\n") if "everyone" in row or "Each in turn" in row]
        assert len(steps) == 3
        assert len({len(row) for row in steps}) == 1


async def test_what_the_group_used_recently_is_said_in_words_where_the_list_has_only_a_sign(live):
    async with live(size=(80, 24)) as desk:
        await desk.press("space", "i", "down")
        desk.lacks("The group has used it recently.")
        desk.app.screen._recent = frozenset({desk.app.screen.pointed().id})
        desk.app.screen.draw()
        desk.expects("The group has used it recently.")


async def test_one_row_of_the_agenda_alone_has_the_ground_of_what_is_chosen(live):
    def grounds(desk):
        area = desk.app.screen.query_one("#agenda").region
        strips = desk.app.screen._compositor.render_strips()[area.y : area.bottom]
        found = [[each.style.bgcolor for each in strip.crop(0, area.right)] for strip in strips]
        usual = found[-1][-1]
        return sum(any(colour != usual for colour in row) for row in found)

    async with live(size=(120, 40)) as desk:
        await desk.press("space")
        assert grounds(desk) == 1
        await desk.press("down", "down")
        assert grounds(desk) == 1
