"""Every act of the live screen: what it does, that undo takes it back whole, and that redo does it again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk.driver import Driver, Opens

from facilitator.commands import Context, commands_in
from facilitator.desk.live import acts
from facilitator.texts.reasons import reason
from sessions.kinds import ClockShown, ItemState, TurnOrder
from sessions.refusal import Reason
from sessions.session import Session
from sessions.values import Seat

BEGIN = ("space",)
ROUND = ("space", "space")
"""The first card of the ordinary session has a round as its second step."""
BREAK_CHOSEN = ("space", "down", "down", "down")
TOPIC_CHOSEN = ("space", "down", "down")


@dataclass(frozen=True)
class Act:
    """One act: the keys before it, its own keys, and what it did."""

    command: str
    before: tuple[str, ...]
    keys: tuple[str, ...]
    did: Callable[[Session, Session], bool]

    def __str__(self) -> str:
        return f"{self.command}-{'+'.join(self.keys)}"


def given(session: Session, uid: int) -> int:
    return session.item(uid).given


def state(session: Session, uid: int) -> ItemState:
    return session.item(uid).state


def order(session: Session) -> list[int]:
    return [item.uid for item in session.items]


def current(session: Session) -> int | None:
    return session.current.uid if session.current else None


ACTS = (
    Act("next", (), ("space",), lambda b, a: b.begun is None and current(a) == 1),
    Act("next", (), ("pagedown",), lambda b, a: current(a) == 1),
    Act("next", BEGIN, ("right",), lambda b, a: a.current.step == 1),
    Act("next", ROUND, ("space",), lambda b, a: (b.round.speaker, a.round.speaker) == (1, 2)),
    Act("back", ROUND, ("pageup",), lambda b, a: a.current.step == 0),
    Act("back", ("space", "n"), ("left",), lambda b, a: (current(b), current(a)) == (2, 1)),
    Act("end_item", BEGIN, ("n",), lambda b, a: current(a) == 2 and state(a, 1) is ItemState.DONE),
    Act("pause", BEGIN, ("p",), lambda b, a: a.paused),
    Act("pause", (*BEGIN, "p"), ("p",), lambda b, a: b.paused and not a.paused),
    Act("longer", BEGIN, ("plus",), lambda b, a: given(a, 1) == 11),
    Act("longer", TOPIC_CHOSEN, ("plus",), lambda b, a: (given(a, 1), given(a, 3)) == (10, 26)),
    Act("shorter", BEGIN, ("minus",), lambda b, a: given(a, 1) == 9),
    Act("longer_5", BEGIN, ("greater_than_sign",), lambda b, a: given(a, 1) == 15),
    Act("shorter_5", BEGIN, ("less_than_sign",), lambda b, a: given(a, 1) == 5),
    Act("take_now", TOPIC_CHOSEN, ("enter",), lambda b, a: current(a) == 3 and order(a)[:3] == [1, 3, 2]),
    Act("take_now", (*TOPIC_CHOSEN, "d"), ("enter",), lambda b, a: state(a, 3) is ItemState.AHEAD),
    Act("move_down", TOPIC_CHOSEN, ("J",), lambda b, a: order(a)[:4] == [1, 2, 4, 3]),
    Act("move_up", TOPIC_CHOSEN, ("K",), lambda b, a: order(a)[:3] == [1, 3, 2]),
    Act("next_time", TOPIC_CHOSEN, ("m",), lambda b, a: state(a, 3) is ItemState.NEXT_TIME),
    Act("leave_out", BREAK_CHOSEN, ("d",), lambda b, a: state(a, 4) is ItemState.LEFT_OUT),
    Act("insert", BEGIN, ("i", "enter"), lambda b, a: order(a)[:3] == [1, 10, 2] and given(a, 10) == 10),
    Act("pass", ROUND, ("x",), lambda b, a: a.round.passed == {1} and a.round.speaker == 2),
    Act("hold", ROUND, ("h",), lambda b, a: a.round.waiting == (2, 3, 4, 5, 1) and not a.round.gone),
    Act("away", ROUND, ("a", "down", "enter"), lambda b, a: a.people.away == {2} and 2 in a.round.away),
    Act("away", (*ROUND, "a", "2"), ("a", "2"), lambda b, a: not a.people.away and a.round.waiting[-1] == 2),
    Act("arrived", ROUND, ("l",), lambda b, a: a.people.seats == 6 and a.round.waiting[-1] == 6),
    Act("round", BEGIN, ("r", "enter"), lambda b, a: a.round.waiting == (1, 2, 3, 4, 5)),
    Act("round", BEGIN, ("r", "4"), lambda b, a: a.round.waiting == (4, 5, 1, 2, 3)),
    Act("presenter", BEGIN, ("R", "4"), lambda b, a: a.presenter == 4),
    Act("presenter", (*BEGIN, "R", "4"), ("R", "0"), lambda b, a: a.presenter is None),
    Act("protect", TOPIC_CHOSEN, ("P",), lambda b, a: a.item(3).protected),
    Act("protect", BREAK_CHOSEN, ("P",), lambda b, a: a.item(4).first_to_go and not a.item(4).protected),
    Act("turn_to", ROUND, ("4",), lambda b, a: a.round.waiting == (4, 1, 2, 3, 5)),
    Act("goals", BEGIN, ("g", "i", "escape"), lambda b, a: len(a.goals) == 1),
    Act("clock_shown", BEGIN, ("c",), lambda b, a: a.item(1).clock is ClockShown.SOFT),
    Act("earlier", BEGIN, ("s", "7", "enter"), lambda b, a: b.begun - a.begun == 7 * 60_000),
    Act("earlier", (), ("s", "8", "enter"), lambda b, a: a.begun is not None and a.begun == a.anchor - 8 * 60_000),
    Act("acute", BEGIN, ("A",), lambda b, a: a.acute and a.current.of_acute),
)
OTHERS = {
    "fit": "desk/live/test_fitting",
    "choose_down": "here",
    "choose_up": "here",
    "card": "desk/screens/test_pages",
    "words": "desk/live/test_goals_and_words",
    "show": "desk/screens/test_group_screen",
    "blank": "desk/screens/test_group_screen",
    "ways": "e2e/test_second_terminal",
    "window": "e2e/test_second_terminal",
    "goal_page": "projector/test_views",
    "network": "e2e/test_second_terminal",
    "freeze": "e2e/test_second_terminal",
    "switch": "desk/screens/test_cards_screen",
    "skip_step": "desk/screens/test_cards_screen",
    "repeat_step": "desk/screens/test_cards_screen",
    "longer_step": "desk/screens/test_cards_screen",
    "take_out": "desk/live/test_clock_troubles",
    "paper": "desk/live/test_on_paper",
    "undo": "here",
    "redo": "here",
    "end": "desk/screens/test_end",
    "stored": "desk/screens/test_pages",
    "help": "desk/screens/test_pages",
    "palette": "desk/screens/test_pages",
    "leave": "here",
    "close_program": "desk/screens/test_home",
}


def test_every_command_of_the_live_screen_has_its_story():
    assert {act.command for act in ACTS} | set(OTHERS) == {command.id for command in commands_in(Context.LIVE)}


def test_every_story_that_is_elsewhere_is_there():
    tests = Path(__file__).parent.parent.parent
    assert [story for story in set(OTHERS.values()) - {"here"} if not (tests / f"{story}.py").is_file()] == []


def test_every_simple_act_is_in_the_table():
    told = {act.command for act in ACTS}
    missing = {command.id for command in commands_in(Context.LIVE) if acts.is_simple(command.id)} - told
    assert missing == {"undo", "redo", "take_out", "skip_step", "repeat_step", "longer_step"}


@pytest.mark.parametrize("act", ACTS, ids=str)
async def test_an_act_is_done_undone_and_done_again(live: Opens, act: Act):
    async with live() as desk:
        await desk.press(*act.before)
        before = desk.session
        await desk.press(*act.keys)
        after = desk.session
        assert act.did(before, after), desk.screen_text()
        assert not desk.asked
        await desk.press("u")
        assert desk.session == before
        await desk.press("U")
        assert desk.session == after


async def test_undo_reaches_back_to_the_start_and_the_clocks_are_right(live: Opens):
    async with live() as desk:
        await desk.press("space")
        await desk.pass_time(minutes=4)
        await desk.press("n")
        await desk.pass_time(minutes=2)
        await desk.press("p")
        await desk.pass_time(minutes=10)
        await desk.press("u")
        assert desk.times.spent == 12 * 60_000
        await desk.press("u")
        assert desk.times.spent == 16 * 60_000
        assert desk.item_now == 1
        await desk.press("u")
        assert desk.session.begun is None
        await desk.press("u")
        desk.expects(reason(Reason.NOTHING_TO_UNDO))
        await desk.press("U", "U", "U")
        assert desk.session.paused
        await desk.press("U")
        desk.expects(reason(Reason.NOTHING_TO_REDO))


async def test_choosing_goes_down_and_up_and_stops_at_the_ends(live: Opens):
    async with live() as desk:
        await desk.press("down")
        assert desk.app.screen.pointed == 1
        await desk.press("up")
        assert desk.app.screen.pointed == 1
        await desk.press(*["down"] * 20)
        assert desk.app.screen.pointed == 9
        await desk.press("escape")
        assert desk.app.screen.pointed is None
        await desk.press("space", "escape")
        desk.expects("The session goes on. E ends it.")


async def test_a_pause_moves_the_end_and_is_charged_to_nobody(live: Opens):
    async with live(size=(160, 30)) as desk:
        await desk.press(*ROUND)
        await desk.pass_time(minutes=1)
        await desk.press("p")
        desk.expects("paused", "p Resume")
        await desk.pass_time(minutes=5)
        desk.expects("5 min behind", "ends 15:35 agreed 15:30")
        assert desk.times.turn.spent == 60_000
        await desk.press("p")
        desk.lacks("paused")
        await desk.pass_time(minutes=1)
        assert desk.times.turn.spent == 120_000


async def test_back_keeps_the_time_already_used(live: Opens):
    async with live() as desk:
        await desk.press("space")
        await desk.pass_time(minutes=4)
        await desk.press("n")
        await desk.pass_time(minutes=1)
        await desk.press("left")
        await desk.pass_time(minutes=1)
        desk.expects_large("5:00")
        assert desk.session.settled(desk.clock.now()).item(2).spent_ms == 60_000


async def test_an_act_that_makes_no_sense_says_why_and_changes_nothing(live: Opens):
    async with live() as desk:
        for key, said in (
            ("x", reason(Reason.NO_ROUND)),
            ("n", reason(Reason.NOT_BEGUN)),
            ("m", reason(Reason.NOT_AHEAD)),
            ("z", reason(Reason.NO_GAP)),
            ("r", reason(Reason.NOT_BEGUN)),
        ):
            before = desk.session
            await desk.press(key)
            desk.expects(said)
            assert desk.session == before


async def test_what_the_screen_shows_the_beginning_of_is_read_in_full(live: Opens):
    async with live(size=(80, 24)) as desk:
        desk.expects("… e shows the whole card")
        await desk.press("e")
        desk.expects("Every voice is heard once before work starts.")
        await desk.press("escape", "space", "n", "n", "e")
        desk.expects("This item has no card.")
        await desk.press("A")
        desk.expects("In danger to life call 112", "… e shows all of it")
        await desk.press("e")
        desk.expects("no one leaves alone in distress", "Bring: contacts of the manager")


async def test_something_put_off_says_how_it_comes_back(live: Opens):
    async with live() as desk:
        await desk.press(*TOPIC_CHOSEN, "m")
        desk.expects("Topic 1: next time. u undoes.")
        await desk.press("enter")
        assert state(desk.session, 3) is ItemState.AHEAD


async def test_the_last_item_stays_until_the_session_is_ended(live: Opens):
    async with live(size=(160, 30)) as desk:
        await desk.press("space", *["n"] * 8)
        assert desk.item_now == 9
        await desk.press("n")
        desk.expects(reason(Reason.LAST_ITEM))
        await desk.pass_time(minutes=4)
        desk.expects("over its time")
        desk.expects_large("3:00")


async def test_acute_parks_the_plan_and_hides_the_clocks(live: Opens):
    async with live() as desk:
        await desk.press("space")
        await desk.pass_time(minutes=30)
        desk.expects("20 min behind")
        await desk.press("A")
        desk.expects("The agenda is set aside")
        desk.lacks("behind", "agreed")
        assert [state(desk.session, uid) for uid in (2, 9)] == [ItemState.PARKED] * 2
        await desk.pass_time(minutes=61)
        desk.expects("no clock is on")
        await desk.press("A")
        desk.expects(reason(Reason.ACUTE))


async def test_a_round_has_its_order_starter_and_presenter(live: Opens):
    async with live() as desk:
        await desk.press("space", "n", "n", "R", "2", "r")
        desk.expects("As last: ", "seat 2 listens", "3 seat 3 begins")
        await desk.pick("In this order: anticlockwise")
        assert desk.session.order is TurnOrder.ANTICLOCKWISE
        await desk.press("r", "3")
        assert desk.round.waiting == (3, 1, 5, 4)
        assert desk.round.presenter == Seat(2)
        desk.expects("2 presenter", "3 ▶")


async def test_who_presents_is_marked_also_in_a_round_in_which_everybody_speaks(live: Opens):
    async with live() as desk:
        await desk.press(*ROUND, "R")
        desk.expects("0 Nobody presents as now", "1 seat 1 has the turn")
        await desk.press("3")
        desk.expects("3 presenter", "seat 3 presents, and speaks in this round like everybody. u undoes.")
        assert desk.round.waiting == (1, 2, 3, 4, 5)
        await desk.press("R")
        desk.expects("3 seat 3 as now")
        await desk.press("1")
        desk.expects("1 ▶ presenter")
        desk.lacks("3 presenter")


async def test_two_keys_begin_a_round_as_the_one_before(live: Opens):
    async with live() as desk:
        await desk.press("space", "n", "n", "R", "2", "r", "4")
        before = desk.round
        await desk.press("space", "space", "r", "enter")
        assert desk.round.presenter == before.presenter
        assert desk.session.order is TurnOrder.ROTATING


async def test_a_random_round_has_no_starter(live: Opens):
    async with live() as desk:
        await desk.press("space", "n", "n", "r")
        await desk.pick("In this order: random order")
        assert sorted(desk.round.waiting) == [1, 2, 3, 4, 5]


async def test_esc_leaves_a_round_unbegun(live: Opens):
    async with live() as desk:
        await desk.press("space", "n", "n", "r", "escape")
        assert desk.session.round is None
        assert not desk.asked


async def through_the_round(desk: Driver, keys: str) -> None:
    for key in keys:
        await desk.press("space" if key == " " else key)


async def test_a_round_of_a_card_passes_holds_and_asks_once_more(live: Opens):
    async with live(size=(160, 30)) as desk:
        await through_the_round(desk, "  xh  ")
        assert desk.round.speaker == 5
        await through_the_round(desk, "  ")
        assert desk.round.offering
        desk.expects("Back to those who passed? Space goes on.")
        await desk.press("1")
        assert desk.round.speaker == 1
        await desk.press("space")
        assert desk.session.current.step == 2


async def test_no_share_grows_beyond_what_was_planned_when_somebody_goes(live: Opens):
    async with live() as desk:
        await desk.press("space", "n", "n", "r", "enter")
        before = desk.times.turn.share
        await desk.press("a", "5")
        assert desk.times.turn.share == before
        desk.expects("5 away")


async def test_minutes_taken_and_given_never_touch_the_minutes_planned(live: Opens):
    async with live(people=12) as desk:
        await desk.press("space", "plus")
        await desk.pass_time(minutes=12)
        desk.expects("17 12/18")
