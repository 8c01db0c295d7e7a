"""What the live screen says, as values: the four facts, and that nothing contradicts anything."""

import itertools

import pytest
from session_builders import ROUND, Story, item, step

from exercises.deck import Deck
from facilitator.desk.live import card_facts, facts, turn_facts
from facilitator.desk.live.facts import Tone
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.live.turn_facts import SeatTone
from facilitator.desk.widgets import signs
from facilitator.projector.view import BLACK
from facilitator.texts import languages
from sessions import events as e
from sessions.kinds import ItemKind, Speaking
from sessions.values import MINUTE, Instant, Seat
from sessions.words import Words


@pytest.fixture(autouse=True)
def _english():
    languages.use("en")


def at(story: Story, deck: Deck, words: Words | None = None, **more) -> Snapshot:
    return Snapshot(story.session, story.times, words or Words(), deck, story.now, BLACK, **more)


def plan() -> Story:
    opening = item(10, ItemKind.CHECK_IN, step(2), step(8, ROUND))
    return Story(opening, item(20), item(5, ItemKind.BREAK), item(8, ItemKind.CLOSING), people=4)


@pytest.mark.parametrize(
    ("story", "figures", "word", "tone"),
    [
        (lambda: plan().wait(4), "6:00", "left", Tone.LEFT),
        (lambda: plan().wait(9, 30), "0:30", "nearly up", Tone.SOON),
        (lambda: plan().wait(14), "+4:00", "over its time", Tone.OVER),
        (lambda: plan().wait(4).do(e.Paused).wait(3), "6:00", "paused", Tone.PAUSED),
        (lambda: plan().wait(14).do(e.Paused), "+4:00", "paused, over its time", Tone.PAUSED),
        (lambda: plan().wait(14).do(e.AcuteBegun, (item(30),)), "", "0\u00a0min elapsed, no clock is on", Tone.NONE),
    ],
)
def test_left_over_and_paused_differ_in_figure_word_and_tone(shipped: Deck, story, figures, word, tone):
    face = facts.face(at(story(), shipped))
    assert (face.figures, face.word, face.tone) == (figures, word, tone)


def test_the_agenda_says_when_each_item_begins_and_what_it_took(shipped: Deck):
    rows = facts.agenda_rows(at(plan().wait(12).do(e.ItemEnded).wait(3), shipped))
    minutes = [int(row.begins.split(":")[1]) for row in rows]
    assert [(late - early) % 60 for early, late in itertools.pairwise(minutes)] == [12, 20, 5]
    assert [row.now for row in rows] == ["12", "3", "", ""]
    assert [row.guard for row in rows] == [" ", " ", signs.PROTECTED, signs.PROTECTED]


def test_a_changed_length_is_shown_for_the_item_that_goes_on_too(shipped: Deck):
    rows = facts.agenda_rows(at(plan().wait(3).do(e.Adjusted, 1, 2).do(e.Adjusted, 2, -5), shipped))
    assert [(row.planned, row.now) for row in rows[:2]] == [("10", "3/12"), ("20", "15")]


def test_a_topic_without_a_card_is_offered_three_that_fit_what_is_left(shipped: Deck):
    story = plan().wait(10).do(e.ItemEnded)
    offered = card_facts.suggestions(at(story, shipped))
    by_name = {card.name.said("en"): card for card in shipped.cards()}
    assert len(offered) == 3
    assert all(by_name[each.name].minutes(4) <= 20 and by_name[each.name].suits(4) for each in offered)
    assert all(each.purpose == by_name[each.name].purpose.said("en") for each in offered)
    later = card_facts.suggestions(at(story.wait(1), shipped))
    assert {each for each in offered if by_name[each.name].minutes(4) < 20} <= set(later)
    assert card_facts.suggestions(at(story, shipped, number=4)) != offered
    assert card_facts.suggestions(at(story.do(e.ItemEnded), shipped)) == []


def test_first_to_go_has_a_mark_of_its_own(shipped: Deck):
    rows = facts.agenda_rows(at(plan().do(e.PayerMarked, 2, True), shipped))
    assert rows[1].guard == signs.FIRST_TO_GO


def test_a_step_has_its_own_time(shipped: Deck):
    story = plan().wait(1)
    assert turn_facts.step(at(story, shipped)).left == "1\u00a0min left"
    told = turn_facts.step(at(story.wait(4), shipped))
    assert (told.left, told.over) == ("3\u00a0min over", True)


def test_the_header_the_end_and_the_pace_agree_at_every_second(shipped: Deck):
    for seconds in range(0, 15 * 60, 13):
        snapshot = at(plan().wait(seconds=seconds), shipped)
        behind = snapshot.times.behind_minutes
        expected = snapshot.clock(Instant(snapshot.times.agreed_end + behind * MINUTE))
        assert expected in facts.ends(snapshot)
        assert facts.head(snapshot).late == (behind > 0)


def test_before_the_agreed_beginning_times_are_those_of_the_agreement(shipped: Deck):
    story = Story(item(20), item(10), begun=False, end=Instant(60 * MINUTE), at=Instant(0))
    snapshot = at(story, shipped)
    agreed = [snapshot.clock(Instant(30 * MINUTE)), snapshot.clock(Instant(50 * MINUTE))]
    assert [row.begins for row in facts.agenda_rows(snapshot)] == agreed
    begins, end = (snapshot.clock(Instant(minutes * MINUTE)) for minutes in (30, 60))
    assert card_facts.before_begin(snapshot)[1] == f"agreed {begins}–{end}"
    assert facts.ends(snapshot) == f"ends {end}  agreed {end}"
    late = at(story.wait(35), shipped)
    assert [row.begins for row in facts.agenda_rows(late)] == [late.clock(Instant(each * MINUTE)) for each in (35, 55)]
    open_end = at(Story(item(20), item(10), begun=False), shipped)
    assert ([row.begins for row in facts.agenda_rows(open_end)], facts.ends(open_end)) == (["+0", "+20"], "")


def test_the_last_moment_for_the_closing_is_said_while_it_can_still_be_kept_and_after(shipped: Deck):
    assert facts.closing_line(at(plan().wait(9), shipped)) == ""
    assert facts.closing_line(at(plan().wait(15), shipped)).startswith("the closing fits if it begins by")
    assert "less time than planned" in facts.closing_line(at(plan().wait(50), shipped))


def test_the_last_moment_for_the_closing_is_said_some_minutes_before_it_on_time_too(shipped: Deck):
    story = Story(item(35), item(8, ItemKind.CLOSING), people=4)
    assert facts.closing_line(at(story.wait(29), shipped)) == ""
    assert facts.closing_line(at(story.wait(1), shipped)).startswith("the closing fits if it begins by")
    assert not story.times.closing_is_pressed


def test_every_seat_keeps_its_number_whatever_is_written_on_it(shipped: Deck):
    story, words = plan().wait(1).do(e.Next), Words()
    words.label(story.session.people.person(Seat(2)), "nimi")
    seats = turn_facts.seats(at(story, shipped, words))
    assert [seat.said().split()[0] for seat in seats] == ["1", "2", "3", "4"]
    assert "nimi" in seats[1].said()
    assert [seat.tone for seat in seats].count(SeatTone.SPEAKS) == 1


def test_who_is_away_or_presents_is_said_outside_a_round_as_well(shipped: Deck):
    case = item(20, ItemKind.CASE, step(10, Speaking.PRESENTER_LISTENS))
    seats = turn_facts.seats(at(Story(case, people=3).do(e.WentAway, Seat(2)), shipped))
    assert seats[1].tone is SeatTone.AWAY


def test_the_invitation_is_the_steps_own_and_never_the_cards_in_a_step_without_one(shipped: Deck):
    from facilitator.preparing.preparation import card_item
    from sessions.values import Id

    made = card_item(Id("questions-only"), shipped, 4)
    story = Story(made, people=4)
    card = shipped.card(Id("questions-only"))
    for index in range(len(card.steps)):
        assert card_facts.invitation(at(story, shipped)) == card.step_invitations[index].said("en")
        if index + 1 < len(card.steps):
            story.do(e.StepSkipped)
