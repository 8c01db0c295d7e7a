import pytest
from session_builders import ROUND, START, Story, item, opened, step

from sessions import events as e
from sessions.kinds import ClockShown, CodeWord, GoalSlot, GoalStatus, ItemKind, ItemState, TurnOrder
from sessions.ledger import Ledger, replay
from sessions.refusal import Reason, Refused
from sessions.session import Gap
from sessions.values import MINUTE, Id, Instant, Seat


def story_for_everything(begun=True):
    """A session in which each kind of act has something to act on."""
    check_in = item(9, ItemKind.CHECK_IN, step(9, ROUND), step(1))
    story = Story(check_in, item(10), item(10), item(5, ItemKind.CLOSING), people=4, begun=begun)
    story.wait(1).do(e.GoalAdded, CodeWord.KIVI)
    if begun:
        story.wait(1).do(e.Next)
    return story


AFTER = {
    e.CameBack: [(e.WentAway, Seat(3))],
    e.Resumed: [(e.Paused,)],
    e.TakenIn: [(e.PutOff, 3, ItemState.LEFT_OUT)],
    e.GapTakenOut: [(e.GapNoticed, 40_000)],
}
"""What must have happened before, for the acts that need it."""

ACTS = [
    (e.Begun, {}),
    (e.BegunEarlier, {"minutes": 5}),
    (e.Next, {}),
    (e.Back, {}),
    (e.ItemEnded, {}),
    (e.ItemChosen, {"item": 3}),
    (e.Paused, {}),
    (e.Resumed, {}),
    (e.StepSkipped, {}),
    (e.StepRepeated, {}),
    (e.StepLengthened, {"minutes": 2}),
    (e.MethodSwitched, {"item": 1, "exercise": Id("pair-buzz"), "steps": (step(5),)}),
    (e.Adjusted, {"item": 2, "minutes": 5}),
    (e.Moved, {"item": 2, "by": 1}),
    (e.PutOff, {"item": 2, "to": ItemState.NEXT_TIME}),
    (e.TakenIn, {"item": 3}),
    (e.Inserted, {"item": item(7)}),
    (e.Given, {"minutes": ((2, 6),), "put_off": 3, "later": 5}),
    (e.WentToClosing, {}),
    (e.PayerMarked, {"item": 2, "first_to_go": True}),
    (e.AcuteBegun, {"items": (item(20, ItemKind.DIALOGUE),)}),
    (e.ClockChosen, {"item": 1, "clock": ClockShown.SOFT}),
    (e.RoundStarted, {"order": TurnOrder.RANDOM, "starter": Seat(2), "presenter": Seat(1)}),
    (e.PresenterChosen, {"seat": Seat(2)}),
    (e.RoundEnded, {}),
    (e.TurnPassed, {}),
    (e.TurnHeld, {}),
    (e.TurnGiven, {"seat": Seat(4)}),
    (e.WentAway, {"seat": Seat(2)}),
    (e.CameBack, {"seat": Seat(3)}),
    (e.Arrived, {}),
    (e.GoalAdded, {"code": CodeWord.SILTA}),
    (e.GoalMarked, {"slot": GoalSlot.A, "status": GoalStatus.REACHED}),
    (e.GapTakenOut, {}),
]
IDS = [kind.__name__ for kind, _ in ACTS]


def test_every_kind_of_act_is_undone_in_these_tests():
    others = {e.Opened, e.Undone, e.Redone, e.Ended, *e.NOTICED}
    assert {kind for kind, _ in ACTS} == set(e.EVENTS.values()) - others


@pytest.fixture(params=ACTS, ids=IDS)
def done(request):
    """A story just after an act, with the session as it was before it."""
    kind, named = request.param
    story = story_for_everything(begun=kind is not e.Begun)
    for first, *args in AFTER.get(kind, ()):
        story.wait(1).do(first, *args)
    before = story.session
    story.wait(1).do(kind, **named)
    return story, before


def test_undo_gives_the_session_as_it_was_and_redo_as_it_became(done):
    story, before = done
    after = story.session
    assert before != after
    story.wait(3).undo()
    assert story.session == before
    story.wait(3).redo()
    assert story.session == after


def test_the_clocks_are_right_after_undo(done):
    story, before = done
    story.wait(4).undo()
    assert sum(story.spent()) == sum(each.spent_ms for each in before.settled(story.now).items)
    if before.begun is not None:
        settled = story.session.settled(story.now)
        taken_out = settled.gap.ms if settled.gap and settled.gap.taken_out else 0
        assert sum(story.spent()) + settled.paused_ms + taken_out == story.now - settled.begun


def test_what_happened_in_between_is_not_undone_and_redo_puts_it_in_its_place(done):
    story, _ = done
    had = story.session
    story.wait(1).do(e.ClockStepped, 5_000)
    after = story.session
    story.wait(1).undo()
    assert story.session.wall_offset_ms == 5_000
    assert story.session.gap == Gap(5_000, stepped=True)
    story.wait(1).redo()
    assert story.session == after
    assert had.wall_offset_ms == 0


def test_the_events_replayed_are_the_ledger(done):
    story, _ = done
    story.wait(1).undo().wait(1).redo().wait(1).undo()
    assert replay(story.events) == story.ledger


def test_the_last_act_is_what_undo_would_undo(done):
    story, _ = done
    act = story.events[-1]
    assert story.ledger.last_act == act
    story.wait(1).do(e.ClockStepped, 9_000)
    assert story.ledger.last_act == act


def test_undo_reaches_back_to_the_opening_and_redo_to_the_last_act():
    story = story_for_everything()
    for kind in (e.TurnPassed, e.Next, e.Paused, e.Resumed, e.ItemEnded):
        story.wait(1).do(kind)
    last = story.session
    acts = 0
    while story.ledger.last_act is not None:
        story.wait(1).undo()
        acts += 1
    assert story.session == Ledger.open(story.events[0]).session
    with pytest.raises(Refused) as refused:
        story.undo()
    assert refused.value.reason is Reason.NOTHING_TO_UNDO
    for _ in range(acts):
        story.wait(1).redo()
    assert story.session == last
    with pytest.raises(Refused) as refused:
        story.redo()
    assert refused.value.reason is Reason.NOTHING_TO_REDO


def test_a_new_act_leaves_nothing_to_redo():
    story = Story().wait(1).do(e.Next).undo().do(e.Paused)
    with pytest.raises(Refused) as refused:
        story.redo()
    assert refused.value.reason is Reason.NOTHING_TO_REDO


def test_noticing_something_keeps_what_can_be_redone():
    story = Story().wait(1).do(e.Next).undo().wait(1).do(e.GapNoticed, 30_000).redo()
    assert story.session.current.uid == 2


def test_a_refused_act_leaves_the_ledger_as_it_was():
    story = Story(item(5))
    before = story.ledger
    with pytest.raises(Refused):
        story.do(e.Next)
    assert story.ledger is before


def test_a_gap_is_in_the_item_that_was_going_on_once_the_act_before_it_is_undone():
    story = Story().wait(1).do(e.Next).wait(2).do(e.GapNoticed, MINUTE).undo()
    assert story.session.gap.item == 1
    story.do(e.GapTakenOut)
    assert story.spent()[:2] == [2 * MINUTE, 0]


def test_a_gap_goes_back_to_its_item_when_the_act_before_it_is_redone():
    story = Story().wait(1).do(e.Next).wait(2).do(e.GapNoticed, MINUTE)
    after = story.session
    story.wait(1).undo().wait(1).redo()
    assert story.session == after
    story.do(e.GapTakenOut)
    assert story.spent()[:2] == [1 * MINUTE, 3 * MINUTE]


def test_a_gap_that_means_nothing_without_the_act_means_something_again_when_it_is_redone():
    story = Story().wait(1).do(e.Paused).wait(1).do(e.Resumed).wait(2).do(e.GapNoticed, MINUTE)
    after = story.session
    story.wait(1).undo()
    assert story.session.gap is None
    story.wait(1).redo()
    assert story.session == after


def test_a_gap_between_two_acts_stays_between_them_when_both_are_redone():
    story = Story().wait(1).do(e.Next).wait(2).do(e.GapNoticed, MINUTE).wait(1).do(e.Next)
    after = story.session
    story.wait(1).undo().wait(1).undo().wait(1).redo().wait(1).redo()
    assert story.session == after


def test_the_end_cannot_be_undone():
    story = Story().wait(1).do(e.Ended)
    with pytest.raises(Refused) as refused:
        story.undo()
    assert refused.value.reason is Reason.ENDED


@pytest.mark.parametrize(
    "events",
    [
        [],
        [e.Begun(START)],
        [opened(item(5)), e.Next(START)],
        [opened(item(5)), e.Undone(START)],
        [opened(item(5)), opened(item(5))],
        [opened(item(5)), e.Begun(START), e.Ended(START), e.Next(START)],
    ],
)
def test_events_that_make_no_session_are_a_clean_error(events):
    with pytest.raises(ValueError):
        replay(events)


def test_a_session_of_thousands_of_acts_replays_and_undoes():
    events = [opened(item(50), item(50)), e.Begun(START)]
    for n in range(2_000):
        at = Instant(START + n * 1_000)
        events += [e.Paused(at), e.Resumed(at)]
    ledger = replay(events)
    for _ in range(4_001):
        ledger = ledger.after(e.Undone(START))
    assert ledger.session == Ledger.open(events[0]).session
