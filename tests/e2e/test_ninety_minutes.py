"""A whole session of ninety minutes in the real program, with all that goes wrong in a room, at three sizes.

What goes wrong is the list of a supervisor's own: the group is larger than planned, somebody comes late, goes early,
passes and wants in after all, passes every time; the first topic runs over, the closing is in danger, something acute
comes up; somebody asks what is stored while the wall is looked at; the laptop sleeps, the program dies. What a hurried
hand does is there too: a wrong key, a paste, a second copy of the program, a window made narrow, a click. What goes
wrong at a distance, and on a wall that is photographed, is in ``test_apart.py``.
"""

import pytest
from e2e.story_room import SIZES, Room, Wall, bar_of, going_on, seats_of
from e2e.tmux_terminal import Computer

pytestmark = pytest.mark.e2e

RUN = ("run", "ordinary-90", "--people", "6", "--length", "90")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_ninety_minutes_with_all_that_goes_wrong(computer: Computer, window_on, size: tuple[int, int]):
    window = window_on(computer, *size)
    room = Room(computer, window)

    # The wrong group was opened: its code stands first; leaving what was not begun leaves nothing.
    room.start(*RUN, "--group", "R11")
    window.wait("Not begun. Space begins.", lambda screen: screen.lstrip().startswith("R11"))
    room.press("Escape", sees="A session now")
    window.keys("q")
    assert window.ended() == 0
    assert computer.groups == []

    # The group is larger than planned: it is said before the session which round is too long, and what is shorter.
    room.start()
    window.wait("Welcome to facilitator")
    room.press("n", sees="SUITS NOW")
    window.keys(*["l"] * 7)
    window.wait("The plan was made for 5 people", "a round of 17 min", "One-word round")
    room.press("Escape", sees="A session now")
    window.keys("q")
    assert window.ended() == 0

    wall = Wall(window_on(computer, *size))
    wall.start()
    room.start(*RUN, "--group", "R07")
    window.wait("Not begun. Space begins.", "1 display", lambda screen: screen.lstrip().startswith("R07"))
    room.press("Space", sees="STEP 1/3")

    # A second copy is started in haste: it says that the session is in the other window, and takes nothing from it.
    second = window_on(computer, *size)
    second.start(*RUN)
    second.wait("A session is running in another window. Only one can run at a time; everything else works here.")
    second.keys("C-q")
    assert second.ended() == 0

    # One comes late in the middle of the round; one passes and is asked again; a line drops and comes back. Seat 3
    # passes now and always: once the round is over those who passed look like the others.
    room.goes_by(1)
    room.press("Space", sees="STEP 2/3")
    room.press("l", sees="A new seat: 7")
    room.press("x", sees="Passed; asked once more at the end. u undoes.")
    room.press("a", sees="Who goes away or comes back?")
    room.press("5", sees="5 away")
    room.press("a", sees="Who goes away or comes back?")
    room.press("5", sees=lambda screen: "5 away" not in screen)
    room.goes_by(4)
    window.keys("Space", "x", *["Space"] * 4)
    asked = window.wait("Back to those who passed?", "Space goes on.")
    assert seats_of(asked) == dict.fromkeys("1234567", "✓")
    room.press("1", sees="1 ▶")
    room.press("Space", sees=lambda screen: "1 ▶" not in screen and "Back to those who passed?" in screen)
    room.press("Space", sees="STEP 3/3")

    # The round ran over its time; somebody weeps, and no clock is to be seen by the group.
    room.goes_by(10)
    window.wait("over its time")
    room.press("c", "c", sees="no clock")
    room.press("n", sees="STEP 1/3")
    room.goes_by(6)

    # Nobody brings a topic: the screen offers three cards; cards are resisted, and the item goes on without.
    room.press("n", sees="YOU CAN")
    offered = window.screen.split(window.say("YOU CAN"))[1].split("\n")[2:8]  # where there is room, what each is for
    assert sum(" min" in line for line in offered) == 3
    room.press("k", sees="Another way: Topic 1")
    room.press("Escape", sees="YOU CAN")

    # One talks and the others fade: a round in two keys; the manager present does not begin it.
    room.press("r", sees="A round begins here")
    room.press("Enter", sees="SPEAKING")
    room.press("3", sees="3 ▶")
    spoken = seats_of(room.press("x", sees=lambda screen: "3 ▶" not in screen))
    assert spoken.pop("3") == "✓"
    room.press("4", sees="4 ▶")

    # The wall shows by mistake what it should not: one key.
    room.press("v", sees="What does the group see?")
    room.press("Down", "Enter", sees=lambda screen: "GROUP SEES what fits" in " ".join(screen.split()))
    wall.shows("seat 4")
    room.press("b", sees="Unblank")
    wall.is_black()
    room.press("b", sees="Blank")
    wall.shows("seat 4")

    # Somebody asks what is stored: it is read at the desk while the wall shows the round, and then it is on the wall.
    stored = room.press("T", sees="What is stored")
    assert "seat 4" not in stored
    room.press("PageDown", sees="The page keys go on and back in the session; here the arrows read on")
    wall.shows("seat 4")
    room.press("Escape", sees="AGENDA")
    room.press("v", sees="What does the group see?")
    room.points_at("what is stored")
    room.press("Enter", sees=lambda screen: "GROUP SEES what is stored" in " ".join(screen.split()))
    wall.shows("Forgotten")
    room.press("u", sees="What the group sees is as it was before.")
    wall.shows("seat 4")

    # A hurried hand: what is pasted is no key, a wrong key is undone by name, a narrow window and a click do no harm.
    window.paste("n E q \x1b[31mU\x1b[0m\n")
    room.press("n", sees=lambda screen: going_on(screen) == "Break")
    room.press("u", sees=lambda screen: "Undone: going to the next item." in screen and going_on(screen) == "Topic")
    window.click("Goal scale")
    window.wait("Take now", lambda screen: "Goal scale" in bar_of(screen))
    window.click("Help")
    window.wait("Keys")
    room.press("Escape", sees="AGENDA")
    room.press("Escape", sees=lambda screen: "Goal scale" not in bar_of(screen))
    window.resize(20, size[1])
    window.wait_gone("AGENDA")
    window.resize(*size)
    window.wait("AGENDA", "4 ▶")

    # The laptop sleeps; the time was lived all the same, and one key takes it out.
    room.sleeps(6)
    window.wait("The computer stood still for 6 min. It was counted; z takes it out.")
    room.press("z", sees=lambda screen: "It was counted" not in screen)

    # The battery is empty: after it the session goes on as it was.
    room.goes_by(10)
    window.killed()
    room.start()
    window.wait(lambda screen: "count the gap" in screen)
    room.press("Enter", sees="Topic 1")

    # The first topic has eaten the second: proposals with what they do; too many topics: one goes to next time.
    room.goes_by(30)
    window.wait("behind")
    room.press("o", sees="Fit what is left")
    room.points_at("Move “Topic 2” to next time")
    room.press("Enter", sees=lambda screen: "Fit what is left" not in screen and "→" in screen)
    window.wait("ends ", "behind")
    room.press("Down", "Down", "Down", "m", sees="Goal scale: next time")
    room.press("Escape", sees=lambda screen: "Take now" not in screen)

    # Something acute: the plan is set aside, nothing is late; it passes, and all is as it was.
    room.press("A", sees="The agenda is set aside, the clocks are off. u undoes.")
    room.goes_by(2)
    window.wait("no clock is on")
    room.press("u", sees="AGENDA")

    # One goes early; the closing is in danger and then begins.
    room.press("a", sees="Who goes away or comes back?")
    room.press("2", sees="2 away")
    room.goes_by(12)
    window.wait(lambda screen: "closing fits if it begins by" in screen or "closing has less time than" in screen)
    room.press("n", sees=lambda screen: going_on(screen) == "Break")
    room.press("n", sees=lambda screen: going_on(screen) == "Closing round")
    room.goes_by(5)

    room.ends_and_is_kept("R07")
    assert computer.groups == ["R07"]
    assert not computer.journal.exists()

    # Nobody's turns were counted, and nobody's are kept.
    assert room.counted() == []
    kept = (computer.data / "groups" / "R07.json").read_text("utf-8").lower()
    assert [word for word in ("pass", "seat", "spoke") if word in kept] == []

    # The employer asks for a report: days, minutes, people, and no more.
    report = computer.run("report", "R07")
    assert report.returncode == 0
    assert "7" in report.stdout
    assert "Topic" not in report.stdout
