import pytest
from session_builders import ALL, ROUND, START, Story, item, seats, step

from sessions import events as e
from sessions.kinds import ClockShown, CodeWord, GoalSlot, GoalStatus, ItemKind, ItemState, Speaking, TurnOrder
from sessions.limits import MOST_ITEMS, MOST_PEOPLE
from sessions.refusal import Reason, Refused
from sessions.values import MINUTE, Instant, Seat


def refused(story, kind, *args, **named):
    """Why an act is refused; the session must not change."""
    before = story.session
    with pytest.raises(Refused) as caught:
        story.do(kind, *args, **named)
    assert story.session is before
    return caught.value.reason


class TestBeginning:
    def test_nothing_runs_before_it(self):
        story = Story(item(10), begun=False).wait(30)
        assert story.spent() == [0]
        assert story.session.current is None

    def test_the_end_agreed_by_length_counts_from_the_beginning(self):
        story = Story(item(10), begun=False, minutes=90).wait(7).do(e.Begun)
        assert story.times.agreed_end == START + 97 * MINUTE

    def test_a_late_start_keeps_an_end_agreed_by_the_clock(self):
        story = Story(item(90), begun=False, end=Instant(START + 90 * MINUTE)).wait(7).do(e.Begun)
        assert story.times.agreed_end == START + 90 * MINUTE
        assert story.times.behind == 7 * MINUTE
        assert story.session.by_clock

    def test_a_late_start_can_count_from_now_instead(self):
        story = Story(item(90), begun=False, end=Instant(START + 90 * MINUTE)).wait(7).do(e.Begun, keep_end=False)
        assert story.times.agreed_end == START + 97 * MINUTE
        assert story.times.behind == 0
        assert not story.session.by_clock

    def test_it_can_have_begun_earlier_from_the_start(self):
        story = Story(item(10), item(10), begun=False).wait(9).do(e.Begun, earlier=4)
        assert story.session.begun == START + 5 * MINUTE
        assert story.times.spent == 4 * MINUTE
        assert story.times.agreed_end == START + 25 * MINUTE

    @pytest.mark.parametrize("earlier", [-1, 241])
    def test_a_start_too_far_back_is_a_slip_of_the_finger(self, earlier):
        assert refused(Story(begun=False), e.Begun, earlier=earlier) is Reason.TOO_LONG

    def test_it_turns_out_later_that_it_had_begun_earlier(self):
        story = Story(item(10), item(10)).wait(2).do(e.BegunEarlier, 5)
        assert story.session.begun == START - 5 * MINUTE
        assert story.times.spent == 7 * MINUTE
        assert story.times.agreed_end == START + 15 * MINUTE
        assert story.times.behind == 0

    def test_an_end_agreed_by_the_clock_stays_when_it_had_begun_earlier(self):
        story = Story(item(20), end=Instant(START + 20 * MINUTE)).do(e.BegunEarlier, 5)
        assert story.times.agreed_end == START + 20 * MINUTE
        assert story.times.behind == -5 * MINUTE

    def test_the_earlier_time_belongs_to_the_first_item_and_its_first_step(self):
        story = Story(item(10, ItemKind.CASE, step(5), step(5)), item(10)).wait(6).do(e.Next).do(e.ItemEnded)
        story.do(e.BegunEarlier, 3)
        assert story.spent() == [9 * MINUTE, 0]
        assert story.session.items[0].step_spent == (9 * MINUTE, 0)

    @pytest.mark.parametrize("minutes", [0, -1, 241])
    def test_earlier_means_some_minutes_and_at_most_four_hours(self, minutes):
        assert refused(Story(), e.BegunEarlier, minutes) is Reason.TOO_LONG

    def test_it_begins_once_and_only_with_items(self):
        assert refused(Story(), e.Begun) is Reason.BEGUN
        story = Story(item(10), begun=False).do(e.PutOff, 1, ItemState.LEFT_OUT)
        assert refused(story, e.Begun) is Reason.LAST_ITEM

    @pytest.mark.parametrize(
        ("kind", "args"),
        [
            (e.Next, ()),
            (e.Back, ()),
            (e.ItemEnded, ()),
            (e.ItemChosen, (2,)),
            (e.Paused, ()),
            (e.Resumed, ()),
            (e.BegunEarlier, (1,)),
            (e.RoundStarted, (TurnOrder.RANDOM, Seat(1))),
            (e.Given, (((1, 5),),)),
        ],
    )
    def test_before_it_there_is_nothing_to_go_through(self, kind, args):
        assert refused(Story(begun=False), kind, *args) is Reason.NOT_BEGUN


class TestNextAndBack:
    def test_next_goes_through_turns_then_steps_then_items(self):
        case = item(10, ItemKind.CASE, step(2), step(4, ROUND), step(2))
        story = Story(case, item(5), people=3)
        seen = []
        for _ in range(6):
            turns = story.session.round
            seen.append((story.session.current.uid, story.session.current.step, turns.speaker if turns else None))
            if len(seen) < 6:
                story.do(e.Next)
        assert seen == [(1, 0, None), (1, 1, 1), (1, 1, 2), (1, 1, 3), (1, 2, None), (2, 0, None)]

    def test_back_goes_the_same_way_in_reverse(self):
        case = item(10, ItemKind.CASE, step(2), step(4, ROUND), step(2))
        story = Story(case, item(5), people=3)
        for _ in range(5):
            story.do(e.Next)
        seen = []
        for _ in range(5):
            story.do(e.Back)
            turns = story.session.round
            seen.append((story.session.current.uid, story.session.current.step, turns.speaker if turns else None))
        assert seen == [(1, 2, None), (1, 1, 3), (1, 1, 2), (1, 1, 1), (1, 0, None)]

    def test_back_to_an_item_keeps_the_time_of_both(self):
        story = Story(item(10), item(10)).wait(4).do(e.Next).wait(3).do(e.Back).wait(2)
        assert story.spent() == [6 * MINUTE, 3 * MINUTE]
        assert story.states() == ["now", "ahead"]

    def test_the_first_item_and_the_last_have_no_further(self):
        assert refused(Story(item(5)), e.Back) is Reason.FIRST_ITEM
        assert refused(Story(item(5)), e.Next) is Reason.LAST_ITEM
        assert refused(Story(item(5)), e.ItemEnded) is Reason.LAST_ITEM

    def test_the_round_of_the_last_step_can_end(self):
        story = Story(item(5, ItemKind.CLOSING, step(5, ROUND)), people=2).do(e.Next).do(e.Next)
        assert story.round.is_over
        assert refused(story, e.Next) is Reason.LAST_ITEM

    def test_a_round_started_by_hand_ends_before_the_item_does(self):
        story = Story(item(5), item(5), people=2).do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1))
        story.do(e.Next).do(e.Next)
        assert story.session.round is None
        assert story.session.current.uid == 1

    def test_ending_an_item_leaves_its_round_and_coming_back_finds_it(self):
        story = Story(item(5, ItemKind.CHECK_IN, step(5, ROUND)), item(5), people=3).do(e.Next).do(e.ItemEnded)
        assert story.session.round is None
        story.do(e.Back)
        assert (story.round.gone, story.round.waiting) == (seats(1), seats(2, 3))

    def test_a_round_come_back_to_has_those_who_are_here_now(self):
        story = Story(item(5, ItemKind.CHECK_IN, step(5, ROUND)), item(5), people=4).do(e.Next).do(e.ItemEnded)
        story.do(e.WentAway, Seat(3)).do(e.Arrived).do(e.Back)
        assert story.round.waiting == seats(2, 4, 5)
        assert story.round.away == seats(3)

    def test_going_back_into_a_finished_round_gives_the_turn_to_who_had_it_last(self):
        story = Story(item(5, ItemKind.CHECK_IN, step(5, ROUND), step(1)), people=2).do(e.Next).do(e.Next).do(e.Back)
        assert (story.round.gone, story.round.waiting) == (seats(1), seats(2))

    def test_going_back_never_gives_the_turn_to_somebody_away(self):
        story = Story(item(5, ItemKind.CHECK_IN, step(5, ROUND), step(1)), people=3).do(e.Next).do(e.Next)
        story.do(e.WentAway, Seat(2)).do(e.Back)
        assert story.round.speaker == 1

    def test_the_turn_is_not_given_to_somebody_away(self):
        story = Story(item(5, ItemKind.CHECK_IN, step(5, ROUND)), people=3).do(e.Next).do(e.WentAway, Seat(1))
        assert refused(story, e.TurnGiven, Seat(1)) is Reason.NO_SUCH_SEAT

    def test_a_chosen_item_comes_now(self):
        story = Story(item(5), item(6), item(7)).do(e.ItemChosen, 3)
        assert [each.uid for each in story.session.items] == [1, 3, 2]
        assert story.states() == ["done", "now", "ahead"]
        assert refused(story, e.ItemChosen, 1) is Reason.NOT_AHEAD
        assert refused(story, e.ItemChosen, 9) is Reason.NO_SUCH_ITEM

    def test_nothing_can_happen_after_the_end(self):
        story = Story().do(e.Ended)
        assert refused(story, e.Next) is Reason.ENDED
        assert refused(story, e.GapNoticed, 60_000) is Reason.ENDED
        assert refused(story, e.Undone) is Reason.ENDED

    def test_pausing_twice_is_refused(self):
        story = Story()
        assert refused(story, e.Resumed) is Reason.NOT_PAUSED
        assert refused(story.do(e.Paused), e.Paused) is Reason.PAUSED


class TestRoundsOfTheSession:
    def test_a_step_that_is_a_round_starts_one(self):
        story = Story(item(5, ItemKind.CHECK_IN, step(5, ROUND)), people=4)
        assert story.round.waiting == seats(1, 2, 3, 4)
        assert story.round.of_step

    @pytest.mark.parametrize("speaking", [each for each in Speaking if not each.is_round])
    def test_other_steps_start_none(self, speaking):
        assert Story(item(5, ItemKind.CHECK_IN, step(5, speaking))).session.round is None

    def test_one_person_alone_has_no_turns(self):
        assert Story(item(5, ItemKind.CHECK_IN, step(5, ROUND)), people=1).session.round is None

    def test_every_rotating_round_begins_one_seat_further_on(self):
        rounds = [item(5, ItemKind.CHECK_IN, step(5, ROUND)) for _ in range(4)]
        story = Story(*rounds, people=3)
        starters = [story.round.speaker]
        for _ in range(3):
            story.do(e.ItemEnded)
            starters.append(story.round.speaker)
        assert starters == [1, 2, 3, 1]

    def test_the_first_starter_is_where_the_last_session_left_off(self):
        story = Story(item(5, ItemKind.CHECK_IN, step(5, ROUND)), people=4, starter=Seat(3))
        assert story.round.waiting == seats(3, 4, 1, 2)

    def test_a_fixed_order_does_not_move_on(self):
        story = Story(item(5), item(5, ItemKind.CHECK_IN, step(5, ROUND)), people=4)
        story.do(e.RoundStarted, TurnOrder.ANTICLOCKWISE, Seat(2)).do(e.ItemEnded)
        assert story.round.waiting == seats(2, 1, 4, 3)

    def test_every_random_round_has_another_order_and_the_same_when_replayed(self):
        def orders():
            story = Story(item(5), people=12)
            found = []
            for _ in range(4):
                story.do(e.RoundStarted, TurnOrder.RANDOM, Seat(1))
                found.append(story.round.waiting)
            return found

        assert len(set(orders())) == 4
        assert orders() == orders()

    def test_a_round_started_anew_leaves_the_presenter_out(self):
        story = Story(people=4).do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1), Seat(3))
        assert story.round.waiting == seats(1, 2, 4)
        assert story.round.presenter == 3

    @pytest.mark.parametrize("args", [(Seat(9),), (Seat(0),), (Seat(1), Seat(9))])
    def test_a_round_needs_seats_that_are_there(self, args):
        assert refused(Story(), e.RoundStarted, TurnOrder.CLOCKWISE, *args) is Reason.NO_SUCH_SEAT

    def test_a_round_needs_somebody_besides_the_presenter(self):
        story = Story(people=2).do(e.WentAway, Seat(2))
        assert refused(story, e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1), Seat(1)) is Reason.NOBODY

    @pytest.mark.parametrize(("kind", "args"), [(e.TurnPassed, ()), (e.TurnHeld, ()), (e.TurnGiven, (Seat(1),))])
    def test_without_a_round_there_are_no_turns(self, kind, args):
        assert refused(Story(item(5)), kind, *args) is Reason.NO_ROUND
        assert refused(Story(item(5)), e.RoundEnded) is Reason.NO_ROUND

    def test_away_and_back_need_somebody_to_be_so(self):
        story = Story(people=2).do(e.WentAway, Seat(1))
        assert refused(story, e.WentAway, Seat(1)) is Reason.NOTHING_CHANGED
        assert refused(story, e.WentAway, Seat(2)) is Reason.NOBODY
        assert refused(story, e.WentAway, Seat(5)) is Reason.NO_SUCH_SEAT
        assert refused(story, e.CameBack, Seat(2)) is Reason.NOTHING_CHANGED

    def test_who_arrives_takes_the_last_seat_until_the_room_is_full(self):
        story = Story(item(5, ItemKind.CHECK_IN, step(5, ROUND)), people=MOST_PEOPLE - 1).do(e.Arrived)
        assert story.round.waiting[-1] == MOST_PEOPLE
        assert refused(story, e.Arrived) is Reason.TOO_MANY_PEOPLE

    def test_somebody_can_arrive_before_it_begins(self):
        story = Story(people=4, begun=False).do(e.Arrived)
        assert story.session.people.seats == 5


class TestTheAgenda:
    def test_minutes_are_given_and_taken(self):
        story = Story(item(10), item(10)).do(e.Adjusted, 2, 5).do(e.Adjusted, 1, -3)
        assert [each.given for each in story.session.items] == [7, 15]
        assert [each.planned for each in story.session.items] == [10, 10]

    @pytest.mark.parametrize(("kind", "least"), [(ItemKind.THEME, 1), (ItemKind.BUFFER, 0)])
    def test_minutes_never_go_below_one_and_a_buffers_to_none(self, kind, least):
        story = Story(item(5), item(10, kind)).do(e.Adjusted, 2, -50)
        assert story.session.items[1].given == least
        assert refused(story, e.Adjusted, 2, -1) is Reason.TOO_SHORT

    def test_minutes_have_an_upper_end(self):
        story = Story().do(e.Adjusted, 2, 5_000)
        assert story.session.items[1].given == 600
        assert refused(story, e.Adjusted, 2, 1) is Reason.TOO_LONG

    def test_taking_minutes_from_an_item_never_gives_it_more(self):
        assert refused(Story(item(5), item(0)), e.Adjusted, 2, -1) is Reason.TOO_SHORT

    def test_a_finished_item_is_not_adjusted(self):
        assert refused(Story().do(e.Next), e.Adjusted, 1, 5) is Reason.NOT_AHEAD

    @pytest.mark.parametrize(
        ("uid", "by", "order"),
        [(2, 1, [1, 3, 2, 4]), (4, -1, [1, 2, 4, 3]), (2, 9, [1, 3, 4, 2]), (4, -9, [1, 4, 2, 3])],
    )
    def test_an_item_ahead_moves_as_far_as_there_is_room(self, uid, by, order):
        story = Story(item(1), item(2), item(3), item(4)).do(e.Moved, uid, by)
        assert [each.uid for each in story.session.items] == order

    def test_an_item_moves_over_those_left_out(self):
        story = Story(item(1), item(2), item(3), item(4)).do(e.PutOff, 3, ItemState.LEFT_OUT).do(e.Moved, 2, 1)
        assert [each.uid for each in story.session.ahead] == [4, 2]

    def test_an_item_at_the_edge_or_not_ahead_does_not_move(self):
        story = Story()
        assert refused(story, e.Moved, 2, -1) is Reason.NO_ROOM
        assert refused(story, e.Moved, 3, 1) is Reason.NO_ROOM
        assert refused(story, e.Moved, 1, 1) is Reason.NOT_AHEAD
        assert refused(story, e.Moved, 2, 0) is Reason.NO_ROOM

    @pytest.mark.parametrize("to", [ItemState.LEFT_OUT, ItemState.NEXT_TIME])
    def test_an_item_put_off_can_be_taken_in_again(self, to):
        story = Story().do(e.PutOff, 2, to)
        assert story.states() == ["now", to.value, "ahead"]
        story.do(e.TakenIn, 2)
        assert story.states() == ["now", "ahead", "ahead"]

    @pytest.mark.parametrize("to", [ItemState.AHEAD, ItemState.NOW, ItemState.DONE, ItemState.PARKED])
    def test_an_item_is_put_off_only_to_two_places(self, to):
        assert refused(Story(), e.PutOff, 2, to) is Reason.NO_ROOM

    def test_an_item_taken_in_after_its_place_has_gone_by_comes_next(self):
        story = Story(item(1), item(2), item(3)).do(e.PutOff, 2, ItemState.LEFT_OUT).do(e.Next).do(e.TakenIn, 2)
        assert [each.uid for each in story.session.items] == [1, 3, 2]
        assert story.session.ahead[0].uid == 2

    def test_only_what_was_put_off_is_taken_in(self):
        assert refused(Story(), e.TakenIn, 2) is Reason.NOTHING_CHANGED

    def test_an_inserted_item_comes_next_or_where_it_is_put(self):
        story = Story(item(1), item(2), item(3)).do(e.Inserted, item(7)).do(e.Inserted, item(8), 2)
        assert [each.uid for each in story.session.items] == [1, 4, 2, 5, 3]
        assert [each.given for each in story.session.items] == [1, 7, 2, 8, 3]

    def test_an_inserted_item_is_never_in_the_past(self):
        story = Story(item(1), item(2), item(3)).do(e.Next).do(e.Inserted, item(7), 1)
        assert [each.uid for each in story.session.items] == [1, 2, 4, 3]

    def test_an_inserted_round_takes_those_who_are_here(self):
        story = Story(people=6).do(e.WentAway, Seat(1)).do(e.Inserted, item("2n"))
        assert story.session.ahead[0].given == 10

    def test_before_the_beginning_an_item_is_inserted_first(self):
        story = Story(item(1), begun=False).do(e.Inserted, item(7))
        assert [each.uid for each in story.session.items] == [2, 1]

    def test_there_is_an_end_to_inserting(self):
        story = Story(*(item(1) for _ in range(MOST_ITEMS)))
        assert refused(story, e.Inserted, item(1)) is Reason.TOO_MANY_ITEMS

    def test_the_clock_shown_is_chosen_item_by_item(self):
        story = Story().do(e.ClockChosen, 2, ClockShown.NONE)
        assert [each.clock for each in story.session.items] == [ClockShown.EXACT, ClockShown.NONE, ClockShown.EXACT]


class TestAnAcuteMatter:
    ACUTE = (item(20, ItemKind.DIALOGUE, step(20, ALL)), item(10, ItemKind.CLOSING))

    def test_the_plan_is_parked_and_the_acute_items_come_instead(self):
        story = Story(item(10), item(10), item(10)).wait(4).do(e.AcuteBegun, self.ACUTE).wait(1)
        assert story.states() == ["done", "now", "ahead", "parked", "parked"]
        assert story.spent() == [4 * MINUTE, 1 * MINUTE, 0, 0, 0]
        assert story.session.acute
        assert [each.of_acute for each in story.session.items] == [False, True, True, False, False]

    def test_the_group_sees_no_clock_in_it(self):
        story = Story().do(e.AcuteBegun, self.ACUTE)
        assert {each.clock for each in story.session.items if each.of_acute} == {ClockShown.NONE}

    def test_parked_items_can_be_taken_in_again(self):
        story = Story().do(e.AcuteBegun, self.ACUTE).do(e.TakenIn, 3)
        assert [each.uid for each in story.session.ahead] == [5, 3]

    def test_it_can_begin_before_the_session_does(self):
        story = Story(begun=False).do(e.AcuteBegun, self.ACUTE).do(e.Begun)
        assert story.session.current.of_acute

    def test_it_begins_once(self):
        assert refused(Story().do(e.AcuteBegun, self.ACUTE), e.AcuteBegun, self.ACUTE) is Reason.ACUTE

    def test_it_needs_something_to_do(self):
        assert refused(Story(), e.AcuteBegun, ()) is Reason.NOTHING_CHANGED

    def test_undoing_it_brings_the_plan_back(self):
        story = Story().wait(2)
        before = story.session
        assert story.do(e.AcuteBegun, self.ACUTE).wait(3).undo().session == before
        assert story.times.spent == 5 * MINUTE


class TestGoals:
    def test_goals_take_the_first_free_slot(self):
        story = Story().do(e.GoalAdded, CodeWord.SILTA).do(e.GoalAdded, CodeWord.KIVI)
        assert [(goal.slot, goal.code, goal.status) for goal in story.session.goals] == [
            (GoalSlot.A, CodeWord.SILTA, GoalStatus.OPEN),
            (GoalSlot.B, CodeWord.KIVI, GoalStatus.OPEN),
        ]

    def test_six_goals_fill_the_board(self):
        story = Story()
        for word in list(CodeWord)[:6]:
            story.do(e.GoalAdded, word)
        assert refused(story, e.GoalAdded, CodeWord.MANTY) is Reason.TOO_MANY_GOALS

    def test_a_goal_is_marked_by_its_slot(self):
        story = Story(begun=False).do(e.GoalAdded, CodeWord.SILTA).do(e.GoalAdded, CodeWord.KIVI)
        story.do(e.GoalMarked, GoalSlot.B, GoalStatus.REACHED)
        assert [goal.status for goal in story.session.goals] == [GoalStatus.OPEN, GoalStatus.REACHED]
        assert refused(story, e.GoalMarked, GoalSlot.F, GoalStatus.OPEN) is Reason.NO_SUCH_GOAL
