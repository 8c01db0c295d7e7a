"""Sessions of which a part or all is elsewhere, in the real program at three sizes; the wall is shared in a meeting.

What goes wrong is the rest of a supervisor's list: those at home are not heard, a line drops in the middle of a turn,
the leader ends up leading more, another window is shared by mistake, somebody takes a picture of the wall.
"""

import pytest
from e2e.story_room import SIZES, Room, Wall, going_on
from e2e.tmux_terminal import Computer

pytestmark = pytest.mark.e2e

NOT_FOR_THE_WALL = ("marblethorn", "applebarrow", "R07", "behind", "over its time")
"""A goal's wording that nobody released, a name that was only being written, the group, and that it is late."""


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_three_in_the_room_and_three_elsewhere(computer: Computer, window_on, size: tuple[int, int]):
    room = Room(computer, window_on(computer, *size))
    wall = Wall(window_on(computer, *size))
    window = room.window

    # What is shared in the meeting is a window of its own, and it is there first, with nothing on it.
    wall.start()
    room.start("run", "hybrid-90", "--people", "6", "--length", "90", "--group", "R07")
    window.wait("Not begun. Space begins.", "1 display")
    wall.is_black()
    room.press("w", sees="Names for this session only")
    room.press("5", sees="Not stored. Forgotten")
    window.type("quincewood")
    room.press("Enter", sees="quincewood")
    room.press("Escape", sees="Not begun. Space begins.")
    room.press("Space", "b", sees="what fits")
    wall.shows("Connections, picture and sound")

    # Those at home are not heard: they are the first in the round, from the fourth seat on.
    room.press("n", sees="STEP 1/3")
    room.press("r", sees="A round begins here")
    room.press("4", sees="4 ▶")
    wall.shows("seat 4 Next up: quincewood")

    # The line drops in the middle of a turn: the next one goes on, and who is back has a turn after all.
    room.press("Space", sees="5 quincewood ▶")
    room.press("a", sees="Who goes away or comes back?")
    room.press("5", sees="6 ▶")
    wall.shows("seat 6 Next up: seat 1")
    room.press("Space", "Space", sees="2 ▶")
    room.press("a", sees="Who goes away or comes back?")
    room.press("5", sees="is back")
    room.press("Space", sees="3 ▶")
    room.press("Space", sees="5 quincewood ▶")
    wall.shows("quincewood")

    # The agenda is late, and the wall says nothing of it; another window was shared by mistake, and one key is enough.
    room.goes_by(25)
    window.wait("over its time")
    room.press("b", sees="Unblank")
    wall.is_black()
    room.press("b", sees="Blank")

    # The goals are on the wall while they are looked at. A picture of it has code words and no wording.
    room.press("g", sees="No goal yet.")
    room.press("i", sees="A ")
    room.press("Enter", sees="The goal's words")
    window.type("marblethorn")
    room.press("Enter", sees="marblethorn")
    room.press("Escape", sees="AGENDA")
    room.press("Y", sees="The group sees:")
    wall.shows("A open")

    # Somebody takes pictures after all: with the item the board is gone, and F9 is black even while words are written.
    room.press("n", sees=lambda screen: going_on(screen) == "Agenda")
    wall.shows("Agenda")
    room.press("w", sees="Names for this session only")
    room.press("6", sees="Not stored. Forgotten")
    window.type("applebarrow")
    room.press("F9", sees="applebarrow")
    wall.is_black()
    room.press("Escape", sees=lambda screen: "Not stored. Forgotten" not in screen)
    room.ends_and_is_kept("R07")
    wall.shows("The session is over.")
    assert [word for word in NOT_FOR_THE_WALL if wall.showed(word)] == []
    assert wall.showed("quincewood")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_everybody_is_elsewhere(computer: Computer, window_on, size: tuple[int, int]):
    room = Room(computer, window_on(computer, *size))
    wall = Wall(window_on(computer, *size))
    window = room.window
    wall.start()
    room.start("run", "remote-60", "--people", "5", "--length", "60", "--group", "R11")
    window.wait("Not begun. Space begins.", "1 display")

    # The whole screen is not shared: it is said where that is chosen. The faces stay large with the tile.
    room.press("V", sees="In a remote meeting share the group's window")
    room.points_at("Tile for a remote meeting: its address")
    room.press("Enter", sees="/tile")
    room.press("Space", "b", sees="what fits")
    wall.shows("Connections and ground rules")

    # Members speak to the leader: rounds, each begun by somebody else, and pairs whose clock the group has itself.
    room.press("r", sees="A round begins here")
    room.points_at("rotates")
    room.press("Enter", sees="1 ▶")
    room.press("r", sees="A round begins here")
    room.press("Enter", sees="2 ▶")
    room.press("n", sees="STEP 1/3")
    room.press("n", sees=lambda screen: going_on(screen) == "Agenda")
    room.press("n", sees="STEP 1/4")
    room.press("Space", sees="STEP 2/4")
    wall.shows("The first speaks for five minutes.")
    room.goes_by(5)
    room.press("Space", sees="STEP 3/4")
    wall.shows("Swap: now the other speaks")

    # Technical trouble has eaten the buffer: what is left is fitted, and the closing has its minutes.
    room.goes_by(45)
    window.wait("behind")
    room.press("o", sees="Fit what is left")
    room.press("Enter", sees=lambda screen: "Fit what is left" not in screen)

    # The leader's own line drops, and with it the window that is shared: it comes back, and the wall goes on.
    window.killed()
    room.start()
    window.wait(lambda screen: "count the gap" in screen)
    room.press("Enter", sees="1 display")
    wall.is_black()
    room.press("b", sees="what fits")
    wall.shows("Swap: now the other speaks")
    room.ends_and_is_kept("R11")
    assert [word for word in NOT_FOR_THE_WALL if wall.showed(word)] == []
