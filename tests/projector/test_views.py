"""What the group may see: a closed list of fields, stable in time, and never anything private."""

import pytest
from msgspec.structs import replace
from session_builders import Story, item, step

from exercises.card import Text
from exercises.deck import Deck
from facilitator.projector.selection import Selection
from facilitator.projector.terminal_rows import rows_of
from facilitator.projector.view import BLACK, ClockView, GoalView, Shown, View, ViewSettings
from facilitator.projector.view_of_session import view_of
from facilitator.projector.wire import encode
from sessions import events as e
from sessions.goals import GoalUid
from sessions.kinds import ClockShown, CodeWord, ItemKind, Speaking, TurnOrder
from sessions.people import Person
from sessions.values import FIRST_SEAT, Id, Seat
from sessions.words import Words

DECK = Deck()
FOLLOW = ViewSettings(Shown.FOLLOW)


def view(story: Story, wanted: ViewSettings = FOLLOW, words: Words | None = None, deck: Deck = DECK) -> View:
    return view_of(story.session, words or Words(), deck, wanted, story.now)


def test_a_view_has_only_the_allowed_fields():
    assert list(View.__struct_fields__) == [
        "shown", "language", "light", "text_size", "accent", "title", "clock", "programme", "speaker", "next_up",
        "presenter", "step", "invitation", "words_in", "sheet", "question", "goals", "proposals", "note",
        "own_text", "picture", "kept", "forgotten", "codes", "address", "small", "copy", "copied",
    ]  # fmt: skip
    assert list(ClockView.__struct_fields__) == ["ends", "left", "shape", "said", "label", "over", "paused"]
    assert list(GoalView.__struct_fields__) == ["slot", "code", "status", "text", "value", "said"]


def test_an_item_whose_card_is_gone_can_be_sent():
    """The id that stands in for the name is a plain text: the page's encoder knows no other."""
    story = Story(item(10, exercise=Id("gone-card")))
    for shown in (Shown.CLOCK, Shown.PROGRAMME):
        assert b"gone-card" in encode(view(story, ViewSettings(shown)), story.now)


def test_it_stays_equal_to_itself_while_time_goes_by():
    story = Story(item(10, kind=ItemKind.BREAK))
    before = view(story)
    assert view(story.wait(minutes=3, seconds=7)) == before
    assert before.clock is not None
    assert before.clock.left_at(story.now) == 10 * 60_000 - 187_000


def test_paused_it_says_what_is_left_and_not_when_it_ends():
    clock = view(Story(item(10, kind=ItemKind.BREAK)).wait(minutes=1).do(e.Paused).wait(minutes=5)).clock
    assert clock is not None
    assert (clock.ends, clock.left, clock.paused) == (None, 9 * 60_000, "Paused")


def test_a_topic_has_whole_minutes_in_words_and_a_break_seconds_with_a_word():
    story = Story(item(25))
    seen = [view(story).clock, *(view(story.wait(minutes=1)).clock for _minute in range(26))]
    assert all(clock.ends is None and clock.left is None for clock in seen)
    assert [clock.said for clock in seen[:2]] == ["25 minutes left", "24 minutes left"]
    assert [clock.said for clock in seen[24:]] == ["1 minute left", "less than a minute left", "time is up"]
    story = Story(item(25)).wait(minutes=2, seconds=1)
    assert view(story).clock.said == "23 minutes left"
    on_break = view(Story(item(5, kind=ItemKind.BREAK))).clock
    assert (on_break.ends is not None, on_break.label, on_break.said) == (True, "left", "")


def test_the_buffer_is_never_on_the_wall():
    story = Story(item(5, kind=ItemKind.BUFFER), item(25))
    for shown in (Shown.FOLLOW, Shown.CLOCK):
        seen = view(story, ViewSettings(shown))
        assert (seen.shown, seen.clock) == (Shown.PROGRAMME, None)
        assert "uffer" not in repr(seen)


def test_what_belongs_to_a_moment_goes_with_its_item_unless_it_is_pinned():
    story, selection = Story(item(10), item(25)), Selection()
    selection.choose(Shown.GOALS)
    selection.follow(story.session)
    assert selection.chosen is Shown.GOALS
    story.do(e.ItemEnded)
    selection.follow(story.session)
    assert selection.chosen is Shown.FOLLOW
    story, selection = Story(item(10), item(25)), Selection()
    selection.choose(Shown.GOALS)
    selection.follow(story.session)
    selection.choose(Shown.GOALS, again_pins=True)
    assert selection.is_pinned
    story.do(e.ItemEnded)
    selection.follow(story.session)
    assert selection.chosen is Shown.GOALS


def test_something_acute_makes_the_wall_black_unless_it_is_pinned():
    for chosen, black in ((Shown.FOLLOW, True), (Shown.CLOCK, False)):
        story, selection = Story(item(10), item(25)), Selection()
        selection.choose(chosen)
        selection.follow(story.session)
        acute = story.do(e.AcuteBegun, (item(5),)).session
        selection.follow(acute)
        assert selection.blanked is black
        selection.blanked = False
        selection.follow(acute)
        assert not selection.blanked


def test_goals_are_turned_one_at_a_time_and_back_to_all():
    selection, goals = Selection(), (GoalUid(1), GoalUid(2))
    seen = []
    for _press in range(5):
        selection.turn_goal(goals)
        assert selection.shown is Shown.GOALS
        seen.append(selection.settings.goal)
    assert seen == [None, 1, 2, None, 1]


class StepDeck(Deck):
    """A deck whose peer consultation speaks of two of its steps."""

    def card(self, card_id):
        found = super().card(card_id)
        said = (Text(en="Tell it shortly."), Text(), Text(en="Now the presenter answers."))
        many = len(found.steps) if found is not None else 0
        return found and replace(found, step_invitations=(*said, *[Text()] * many)[:many])


def test_the_wall_never_says_what_belongs_to_another_step():
    deck = StepDeck()
    card = deck.card(Id("peer-consultation"))
    story = Story(item(40, ItemKind.THEME, *card.steps, exercise=card.id))
    seen = []
    for _step in card.steps[:3]:
        seen.append(view(story, ViewSettings(Shown.STEP), deck=deck))
        story.do(e.StepSkipped)
    whole = card.invitation.said("en")
    assert [one.invitation for one in seen] == [
        "Tell it shortly.", card.step_texts[1].said("en"), "Now the presenter answers.",
    ]  # fmt: skip
    assert all(one.invitation != whole for one in seen)
    assert card.step_texts[1].said("en") not in seen[1].step


def test_a_round_of_the_step_says_what_is_asked_and_another_round_does_not():
    card = DECK.card(Id("action-learning-turn"))
    story = Story(item(60, ItemKind.THEME, *card.steps, exercise=card.id), people=5)
    story.do(e.PresenterChosen, FIRST_SEAT)
    for _step in range(3):
        story.do(e.StepSkipped)
    seen = view(story)
    assert (seen.shown, seen.invitation) == (Shown.ROUND, card.step_invitations[3].said("en"))
    assert seen.presenter == "The topic is brought by seat 1"  # the invitation says that the presenter may answer
    story.do(e.StepRepeated).do(e.StepSkipped)
    assert view(story).shown is Shown.STEP
    seen = view(story.do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(2)))
    assert (seen.shown, seen.invitation) == (Shown.ROUND, "")


def test_a_soft_clock_has_no_figure_anywhere_in_the_stream():
    story = Story(item(12, clock=ClockShown.SOFT))
    for minute in range(14):
        sent = encode(view(story, ViewSettings(Shown.CLOCK)), story.now).decode()
        assert not any(char.isdigit() for char in sent), (minute, sent)
        seen = view(story, ViewSettings(Shown.CLOCK)).clock
        assert seen.label == ("left" if minute < 12 else "time is up"), "a shape alone does not say what it tells"
        story.wait(minutes=1)


@pytest.mark.parametrize("shown", [Shown.CLOCK, Shown.ROUND, Shown.STEP])
def test_no_clock_is_no_clock(shown: Shown):
    assert view(Story(item(12, clock=ClockShown.NONE)), ViewSettings(shown)).clock is None


FITS = {
    Shown.PROGRAMME: lambda: Story(begun=False),
    Shown.CLOCK: lambda: Story(),
    Shown.BREAK: lambda: Story(item(10, ItemKind.BREAK)),
    Shown.GOALS: lambda: Story(item(10, ItemKind.GOALS)).do(e.GoalAdded, CodeWord.SILTA),
    Shown.ROUND: lambda: Story().do(e.RoundStarted, TurnOrder.CLOCKWISE, FIRST_SEAT, None),
    Shown.STEP: lambda: Story(item(20, ItemKind.EXERCISE, step(5), step(5), exercise=Id("pair-buzz"))),
}


@pytest.mark.parametrize("shown", FITS, ids=str)
def test_follow_shows_what_fits(shown: Shown):
    assert view(FITS[shown]()).shown is shown


def test_an_ended_session_and_a_view_without_contents_are_black():
    assert view(Story().do(e.Ended)) == BLACK
    assert view(Story(), ViewSettings(Shown.QUESTION)) == BLACK
    assert view(Story(), ViewSettings(Shown.ADDRESS)) == BLACK


def test_a_break_says_when_it_goes_on():
    assert "We go on at" in view(Story(item(10, ItemKind.BREAK))).note


class PrivateDeck(Deck):
    """A deck whose cards are full of things for the supervisor alone."""

    def card(self, card_id):
        card = super().card(card_id)
        canary = Text(*["CANARY-card"] * 3)
        return card and replace(card, advice=canary, caution=canary, purpose=canary, source=canary, materials=canary)


@pytest.mark.parametrize("shown", list(Shown), ids=str)
@pytest.mark.parametrize("frozen", [False, True])
def test_nothing_private_is_in_the_stream_or_on_a_terminal(shown: Shown, frozen: bool):
    story = Story(item(20, ItemKind.EXERCISE, step(5, Speaking.ROUND), exercise=Id("check-in-round")))
    story.do(e.GoalAdded, CodeWord.SILTA).do(e.GoalAdded, CodeWord.KAJO)
    story.do(e.RoundStarted, TurnOrder.CLOCKWISE, FIRST_SEAT, None)
    words = Words()
    words.label(Person(1), "Speaker")
    words.label(Person(2), "Following")
    for seat in (3, 4, 5):
        words.label(Person(seat), f"CANARY-{seat}")
    hidden, released = (goal.uid for goal in story.session.goals)
    words.goal(hidden, "CANARY-goal")
    words.goal(released, "released")
    showing = Selection()
    showing.choose(shown)
    showing.question = "asked"
    showing.release(frozenset({released}))
    deck = PrivateDeck()
    seen = showing.view(story.session, words, deck, story.now)
    if frozen:
        showing.toggle_freeze(seen)
        seen = showing.view(story.session, words, deck, story.now)
    assert "CANARY" not in encode(seen, story.now).decode()
    assert not any("CANARY" in row.text for row in rows_of(seen, 120, 40, story.now))
    if shown is Shown.GOALS:
        assert "released" in encode(seen, story.now).decode()


def test_black_wins_over_frozen_and_the_same_key_brings_it_back():
    story, showing = Story(item(10), item(25)), Selection()
    showing.choose(Shown.CLOCK)
    seen = showing.view(story.session, Words(), DECK, story.now)
    showing.toggle_freeze(seen)
    story.do(e.Next)
    assert showing.view(story.session, Words(), DECK, story.now) == seen
    showing.toggle_blank()
    assert showing.view(story.session, Words(), DECK, story.now) == BLACK
    showing.toggle_blank()
    assert showing.view(story.session, Words(), DECK, story.now) == seen
    showing.toggle_freeze(seen)
    assert showing.view(story.session, Words(), DECK, story.now) != seen


def test_the_view_speaks_its_own_language():
    showing = Selection()
    showing.choose(Shown.STORED)
    showing.language = "fi"
    seen = showing.view(Story().session, Words(), DECK, Story().now)
    assert (seen.language, seen.forgotten[1]) == ("fi", "kuka puhui")


def test_a_choice_made_by_mistake_is_taken_back_until_something_else_happens():
    story, selection = Story(item(10), item(25)), Selection()
    selection.choose(Shown.FOLLOW)
    selection.remember(story.session)
    selection.question = "drawn"
    selection.choose(Shown.QUESTION)
    assert selection.take_back(story.session)
    assert (selection.chosen, selection.question) == (Shown.FOLLOW, "")
    assert not selection.take_back(story.session)
    selection.remember(story.session)
    selection.choose(Shown.CLOCK)
    story.do(e.ItemEnded)
    assert not selection.take_back(story.session)
    assert selection.chosen is Shown.CLOCK


def test_words_that_are_hidden_are_on_no_frozen_wall():
    selection = Selection()
    selection.choose(Shown.GOALS)
    selection.release(frozenset({GoalUid(1)}))
    selection.toggle_freeze(View(Shown.GOALS))
    selection.release(frozenset({GoalUid(1)}), yes=False)
    assert selection.frozen is None


def test_the_codes_of_one_goal_leave_the_board_whole():
    story = Story(item(10)).do(e.GoalAdded, CodeWord.SILTA).do(e.GoalAdded, CodeWord.KAJO)
    one, other = (goal.uid for goal in story.session.goals)
    words = Words()
    words.goal(one, "one")
    words.goal(other, "other")
    wanted = ViewSettings(Shown.CODES, released=frozenset({one, other}), codes=frozenset({other}))
    assert len(view(story, wanted, words).codes) == 1
    assert len(view(story, replace(wanted, shown=Shown.GOALS), words).goals) == 2


class FinnishDeck(Deck):
    """A deck whose peer consultation is there in Finnish only."""

    def card(self, card_id):
        found = super().card(card_id)
        return found and replace(found, invitation=Text(fi="Kuunnellaan."), step_invitations=())


def test_a_card_without_the_views_language_says_which_it_speaks():
    deck = FinnishDeck()
    card = deck.card(Id("peer-consultation"))
    story = Story(item(40, ItemKind.THEME, *card.steps, exercise=card.id))
    seen = view(story, ViewSettings(Shown.STEP), deck=deck)
    assert (seen.language, seen.words_in, seen.invitation) == ("en", "fi", "Kuunnellaan.")
    assert view(story, ViewSettings(Shown.STEP)).words_in == ""


def test_what_the_card_holds_is_shown_until_the_next_item_and_of_a_card_without_it_what_fits():
    card = DECK.card(Id("emotion-words"))
    story = Story(item(20, ItemKind.EXERCISE, *card.steps, exercise=card.id), item(10, ItemKind.CLOSING))
    seen = view(story, ViewSettings(Shown.SHEET))
    assert (seen.shown, seen.sheet) == (Shown.SHEET, tuple(card.sheet.said("en").splitlines()))
    assert seen.sheet
    other = view(FITS[Shown.STEP](), ViewSettings(Shown.SHEET))
    assert (other.shown, other.sheet) == (Shown.STEP, ())
    selection = Selection()
    selection.choose(Shown.SHEET)
    assert selection.until_next_item


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
def test_what_a_card_holds_fits_a_terminal_or_says_that_there_is_more(size: tuple[int, int]):
    for card in DECK.cards():
        if card.sheet:
            lines = tuple(card.sheet.said("fi").splitlines())
            rows = rows_of(View(Shown.SHEET, "fi", title=card.name.fi, sheet=lines), *size, 0)
            assert len(rows) <= size[1]
            said = "".join("".join(row.text for row in rows).split())
            whole = "".join("".join(lines).split())
            assert whole in said or "…" in said or "▀" in said, card.id
