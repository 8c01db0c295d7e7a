import pytest
from session_builders import START, Story, item

from sessions import events as e
from sessions.kinds import ItemKind, ItemState
from sessions.proposals import Way, proposals
from sessions.refusal import Reason, Refused
from sessions.timing import is_payer, least, timing
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
    assert [choice.way for choice in choices] == [Way.SPREAD, Way.FROM_ONE, Way.PUT_OFF, Way.END_LATER]
    assert len({choice.event for choice in choices}) == 4


def test_spreading_takes_from_all_that_can_pay_in_proportion_to_their_room():
    spread = offered(late(6, *FULL))[Way.SPREAD]
    assert given(spread) == [18, 27, 5, 7, 7]
    assert spread.over == 0


def test_one_pays_who_can_best_afford_it():
    one = offered(late(6, *FULL))[Way.FROM_ONE]
    assert given(one) == [20, 24, 5, 8, 7]
    assert one.item is not None
    assert one.item.kind is ItemKind.CASE


def test_the_smallest_item_that_is_enough_is_put_off():
    put_off = offered(late(6, *FULL))[Way.PUT_OFF]
    assert put_off.item.kind is ItemKind.GOALS
    assert [each.state for each in put_off.after].count(ItemState.NEXT_TIME) == 1
    assert put_off.end == START + (10 + 6 + 70 - 8) * MINUTE


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
        assert (choice.end, choice.agreed_end) == (times.expected_end, times.agreed_end)
        assert choice.over == max(0, -(-(choice.end - choice.agreed_end) // MINUTE))


@pytest.mark.parametrize("minutes", [1, 3, 6, 15, 31, 40, 90, 300])
def test_protected_items_never_pay_and_nothing_is_stretched(minutes):
    for choice in offered(late(minutes, *FULL)).values():
        for before, after in zip(choice.before, choice.after, strict=True):
            assert after.given <= before.given
            assert after.given >= least(before)
            if not is_payer(before):
                assert after.given == before.given
            if before.protected:
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
    assert not found.can_meet
    assert all(choice.over for choice in found.choices if choice.way is not Way.END_LATER)


def test_it_can_be_met_when_one_way_meets_it():
    story = late(6, *FULL)
    assert proposals(story.session, story.now).can_meet


def test_a_part_of_a_minute_counts_as_one():
    story = Story(item(10), item(20)).wait(10, 1)
    assert proposals(story.session, story.now).over == 1


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
