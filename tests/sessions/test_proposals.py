import pytest
from session_builders import Story, item

from sessions import events as e
from sessions.kinds import ItemKind, ItemState
from sessions.proposals import MOST_CHOICES, Way, proposals
from sessions.refusal import Reason, Refused
from sessions.timing import least, timing
from sessions.values import MINUTE


def late(minutes, *ahead):
    """A session that is so many minutes behind, with these items to come."""
    return Story(item(10), *ahead).wait(10 + minutes)


def offered(story):
    """What is proposed, by way."""
    return {choice.way: choice for choice in proposals(story.session, story.now).choices}


def given(choice):
    return [each.given for each in choice.after]


FULL = (item(20), item(30, ItemKind.CASE), item(5, ItemKind.BREAK), item(8, ItemKind.GOALS), item(7, ItemKind.CLOSING))


def test_there_are_two_to_four_choices_each_another():
    choices = proposals(late(6, *FULL).session, late(6, *FULL).now).choices
    assert [choice.way for choice in choices] == [Way.SPREAD, Way.PUT_OFF, Way.END_LATER]
    assert len({choice.event for choice in choices}) == 3
    choices = proposals(late(12, *FULL).session, late(12, *FULL).now).choices
    assert [choice.way for choice in choices] == [Way.SPREAD, Way.FROM_ONE, Way.PUT_OFF, Way.END_LATER]


def test_spreading_takes_from_free_work_before_other_work_and_from_steady_items_last():
    assert given(offered(late(6, *FULL))[Way.SPREAD]) == [14, 30, 5, 8, 7]
    assert given(offered(late(20, *FULL))[Way.SPREAD]) == [10, 20, 5, 8, 7]
    assert given(offered(late(27, *FULL))[Way.SPREAD]) == [10, 15, 5, 6, 7]


def test_spreading_cuts_equal_items_equally():
    spread = offered(late(7, item(20), item(20), item(30), item(7, ItemKind.CLOSING)))[Way.SPREAD]
    assert given(spread) == [18, 18, 27, 7]
    assert spread.over == 0


def test_one_pays_who_is_asked_first_and_can():
    one = offered(late(6, item(20), item(30), item(7, ItemKind.CLOSING)))[Way.FROM_ONE]
    assert given(one) == [20, 24, 7]
    assert given(offered(late(12, *FULL))[Way.FROM_ONE]) == [20, 18, 5, 8, 7]


def test_what_is_first_to_go_gives_first():
    marked = (item(20), item(12, ItemKind.CASE, first_to_go=True), item(7, ItemKind.CLOSING))
    choices = offered(late(5, *marked))
    assert given(choices[Way.SPREAD]) == [20, 7, 7]
    assert choices[Way.PUT_OFF].item.kind is ItemKind.CASE
    assert given(offered(late(8, *marked))[Way.SPREAD]) == [18, 6, 7]


def test_who_is_asked_first_and_is_enough_is_put_off():
    put_off = offered(late(6, *FULL))[Way.PUT_OFF]
    assert put_off.item.planned == 20
    assert [each.state for each in put_off.after].count(ItemState.NEXT_TIME) == 1
    assert put_off.end == put_off.agreed_end - 14 * MINUTE


@pytest.mark.parametrize(
    "kind",
    [
        ItemKind.OPENING,
        ItemKind.CHECK_IN,
        ItemKind.AGREE_AGENDA,
        ItemKind.ADMIN,
        ItemKind.BUFFER,
        ItemKind.BREAK,
        ItemKind.CLOSING,
    ],
)
def test_what_makes_no_sense_next_time_is_never_put_off(kind):
    choices = offered(late(6, item(10, kind), item(3, ItemKind.CLOSING)))
    assert Way.PUT_OFF not in choices


def test_straight_to_the_closing_is_offered_when_nothing_smaller_is_enough():
    assert Way.TO_CLOSING not in offered(late(6, *FULL))
    story = late(40, *FULL)
    straight = offered(story)[Way.TO_CLOSING]
    assert [each.state.value for each in straight.after] == ["next-time"] * 2 + ["left-out", "next-time", "ahead"]
    assert straight.over == 0
    assert next(iter(offered(story))) is Way.TO_CLOSING
    assert story.do(e.WentToClosing).do(e.Next).session.current.kind is ItemKind.CLOSING


def test_the_closing_can_begin_at_once_also_when_nothing_stands_before_it_and_undo_brings_all_back():
    for story in (late(40, *FULL), Story(item(5), item(5, ItemKind.CLOSING))):
        before = story.session
        assert story.do(e.WentToClosing, begins=True).session.current.kind is ItemKind.CLOSING
        assert story.do(e.Undone).session.items == before.items


def test_when_no_item_is_enough_the_largest_is_put_off_and_what_is_missing_is_said():
    put_off = offered(late(40, *FULL))[Way.PUT_OFF]
    assert put_off.item.planned == 30
    assert put_off.over == 10


def test_ending_later_changes_no_item():
    story = late(6, *FULL)
    later = offered(story)[Way.END_LATER]
    assert later.after == later.before
    assert later.agreed_end == story.session.agreed_end + 6 * MINUTE
    assert later.over == 0


@pytest.mark.parametrize("minutes", [1, 3, 6, 15, 31, 40, 90, 300])
def test_every_choice_shows_what_choosing_it_does(minutes):
    story = late(minutes, *FULL)
    for choice in offered(story).values():
        after = story.ledger.after(choice.event).session
        assert choice.before == story.session.ahead
        assert choice.after == tuple(after.item(each.uid) for each in choice.before)
        times = timing(after, story.now)
        assert (choice.end, choice.agreed_end) == (times.shown_end, times.agreed_end)
        assert choice.over == max(0, times.behind_minutes) == max(0, (choice.end - choice.agreed_end) // MINUTE)


@pytest.mark.parametrize("minutes", [1, 3, 6, 15, 31, 40, 90, 300])
def test_protected_items_never_pay_and_nothing_is_stretched(minutes):
    for choice in offered(late(minutes, *FULL)).values():
        for before, after in zip(choice.before, choice.after, strict=True):
            assert after.given <= before.given
            assert after.given >= least(before)
            if before.protected and choice.way is not Way.TO_CLOSING:
                assert after == before


def test_a_buffer_can_go_to_nothing_but_is_not_put_off():
    story = late(4, item(4, ItemKind.BUFFER), item(7, ItemKind.CLOSING))
    choices = offered(story)
    assert given(choices[Way.SPREAD]) == [0, 7]
    assert Way.PUT_OFF not in choices


def test_two_ways_that_do_the_same_are_offered_once():
    choices = offered(late(4, item(20), item(7, ItemKind.CLOSING)))
    assert list(choices) == [Way.SPREAD, Way.PUT_OFF, Way.END_LATER]


def test_when_nothing_can_pay_there_is_only_a_later_end_and_it_says_so():
    story = late(4, item(7, ItemKind.CLOSING))
    found = proposals(story.session, story.now)
    assert [choice.way for choice in found.choices] == [Way.END_LATER]
    assert not found.can_meet


def test_it_says_when_the_agreed_end_cannot_be_met():
    story = late(45, *FULL)
    found = proposals(story.session, story.now)
    assert found.over == 45
    assert found.can_meet
    assert all(choice.over for choice in found.choices if choice.way not in (Way.END_LATER, Way.TO_CLOSING))
    assert len(found.choices) <= MOST_CHOICES


def test_when_nothing_is_enough_the_one_that_leaves_least_missing_is_pointed_at():
    for minutes in (45, 60, 90):
        found = proposals((story := late(minutes, *FULL)).session, story.now)
        left = [choice.over for choice in found.choices if choice.way is not Way.END_LATER]
        assert left == sorted(left)


def test_it_can_be_met_when_one_way_meets_it():
    story = late(6, *FULL)
    assert proposals(story.session, story.now).can_meet


def test_the_minutes_are_those_of_the_header():
    story = Story(item(10), item(20)).wait(10, 29)
    with pytest.raises(Refused):
        proposals(story.session, story.now)
    story.wait(seconds=1)
    assert proposals(story.session, story.now).over == story.times.behind_minutes == 1


def test_a_pause_is_made_up_for_like_any_other_delay():
    story = Story(item(10), item(20)).do(e.Paused).wait(5)
    assert proposals(story.session, story.now).over == 5


def test_a_chosen_proposal_can_be_undone():
    story = late(6, *FULL)
    before = story.session
    story.do(e.Given, offered(story)[Way.SPREAD].event.minutes).undo()
    assert story.session == before


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda story: story, Reason.ON_TIME),
        (lambda story: story.wait(30).do(e.Ended), Reason.ENDED),
        (lambda story: story.wait(30).do(e.AcuteBegun, (item(30),)), Reason.ACUTE),
        (lambda story: Story(item(5), begun=False).wait(30), Reason.NOT_BEGUN),
    ],
)
def test_without_an_overrun_there_is_nothing_to_propose(change, reason):
    story = change(Story(item(10), item(10)))
    with pytest.raises(Refused) as refused:
        proposals(story.session, story.now)
    assert refused.value.reason is reason


@pytest.mark.parametrize("minutes", [-1, 21])
def test_a_proposal_only_shortens(minutes):
    with pytest.raises(Refused) as refused:
        Story(item(10), item(20)).do(e.Given, ((2, minutes),))
    assert refused.value.reason is Reason.TOO_LONG


def test_an_item_going_on_pays_for_nothing():
    with pytest.raises(Refused) as refused:
        Story(item(10), item(20)).do(e.Given, ((1, 5),))
    assert refused.value.reason is Reason.NOT_AHEAD
