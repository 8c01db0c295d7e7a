"""Line by line: every command of the table has its line, a line means one thing, and what the eye would see is said."""

import re
from collections import Counter
from random import Random

import pytest
from fakes import FakeClock

from exercises.deck import Deck
from facilitator.commands import Context, commands_in
from facilitator.desk.live import acts
from facilitator.desk.open_session import AtHand, OpenSession
from facilitator.plain.keys import NOT_HERE, command_of, commands, typed_keys
from facilitator.plain.live import PlainLive
from facilitator.preparing.preparation import Preparation
from facilitator.texts import languages
from facilitator.texts.phrases import clock
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.timing import timing
from sessions.values import MINUTE, Id


class Plain:
    """A session line by line, with the time moved by hand."""

    def __init__(self, store: Store, deck: Deck, plan: str = "ordinary-90", people: int = 5) -> None:
        self.said: list[str] = []
        self.clock = FakeClock()
        text = deck.plan(Id(plan))
        assert text is not None
        opened = Preparation.of(text.plan, people).opened(self.clock, None, Random(1))
        self.running = RunningSession.open(opened, self.clock, store.journal(self.clock.anchor()), notices=False)
        self.ended = 0
        live = OpenSession(
            self.running,
            deck,
            store.folder,
            AtHand.read(store.folder, None, None),
            say=self.said.append,
            changed=lambda: None,
        )
        self.plain = PlainLive(live, self.said.append, self._end, lambda: None)

    def _end(self) -> None:
        self.ended += 1

    def type(self, *lines: str) -> str:
        """Type lines; returns what was said to the last, hard spaces as plain ones."""
        for line in lines:
            self.said.clear()
            self.plain.take(line)
        return self.heard

    @property
    def heard(self) -> str:
        """What was said since the last line, hard spaces as plain ones."""
        return "\n".join(self.said).replace("\u00a0", " ")

    def wait(self, minutes: float) -> str:
        """Let time pass, tick by tick; returns what was said of itself."""
        self.said.clear()
        for _second in range(int(minutes * 60)):
            self.clock.sleep(1000)
            self.plain.ticked()
        return "\n".join(self.said).replace("\u00a0", " ")


@pytest.fixture
def plain(data, shipped: Deck):
    story = Plain(Store(data), shipped)
    yield story
    story.plain.live.close(over=False)
    story.running.leave()


def test_every_command_of_the_live_screen_is_here_or_is_meant_not_to_be():
    live = {command.id for command in commands_in(Context.LIVE)}
    here = {command.id for command in commands()}
    assert live - here == NOT_HERE & live
    able = {command for command in here if acts.is_simple(command)} | PlainLive.known() | {"turn_to"}
    assert here <= able


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_a_line_means_one_thing(language: str):
    languages.use(language)
    typed = Counter(key for command in commands() for key in typed_keys(command))
    assert [key for key, count in typed.items() if count > 1] == []
    names = Counter(languages._(command.label).casefold() for command in commands())
    assert [name for name, count in names.items() if count > 1] == []
    unreachable = [c.id for c in commands() if command_of((typed_keys(c) or [languages._(c.label)])[0]) is not c]
    assert unreachable == []


def test_each_line_tells_who_speaks_and_enter_tells_all(plain: Plain):
    assert "Not begun. Space begins." in plain.type("")
    assert "Step 1/3" in plain.type(" ")
    assert "Turn: seat 1, about 1½ min, then seat 2" in plain.type("space")
    said = plain.type(" ")
    assert said.splitlines() == ["Turn: seat 2, about 1½ min, then seat 3", "Still to speak: 3, 4, 5"]
    assert plain.type("").startswith("Opening round, 10 min left\n")
    assert "Step 2/3" in plain.type("")
    assert plain.type("9") == "That seat is not in the round."
    assert plain.running.session.round is not None
    plain.type("4")
    assert plain.running.session.round.speaker == 4


def test_what_is_left_is_told_with_the_engines_times(plain: Plain):
    plain.type(" ", " ")
    plain.wait(3)
    said = plain.type("*").splitlines()
    times = timing(plain.running.session, plain.clock.now())
    ahead = plain.running.session.ahead
    assert [line.split(",")[0].replace("\u00a0", " ") for line in said[1 : len(ahead) + 1]] == [
        f"at {clock(times.starts[i.uid])}" for i in ahead
    ]
    assert "protected" in next(line for line in said if "Closing" in line)


def test_the_end_of_a_time_is_told_once(plain: Plain):
    plain.type(" ")
    assert plain.wait(8.5) == ""
    assert plain.wait(1) == "Opening round, nearly up"
    assert plain.wait(1) == "Opening round, over its time"
    assert plain.wait(5) == ""
    assert plain.type("").startswith("Opening round, over its time, 6 min over")


def test_an_item_is_chosen_by_its_letter_and_acts_are_about_it(plain: Plain):
    plain.type(" ")
    said = plain.type("q")
    letter = next(line[0] for line in said.splitlines() if "Goal scale" in line)
    assert "There is no choice" in plain.type("7")
    assert "Chosen: Goal scale" in plain.type(letter)
    assert "next time" in plain.type("m")
    assert "Goal scale, next time" in plain.type("*")
    assert "Undone" in plain.type("u")
    assert plain.type("q", "") == "No item is chosen."
    assert plain.type("m") == "Choose an item that is still to come."


def test_numbers_are_what_they_name_and_words_are_not_taken(plain: Plain):
    plain.type(" ")
    before = plain.running.session.begun
    assert "whole number" in plain.type("s")
    assert "How many minutes" in plain.type("many")
    plain.type("4")
    assert before is not None
    assert plain.running.session.begun == before - 4 * MINUTE
    assert "Words are not written" in plain.type("w")
    assert not plain.running.words.labels


def test_the_end_is_asked_for_and_proposals_are_listened_to(plain: Plain):
    plain.type(" ")
    plain.wait(12)
    said = plain.type("o")
    assert "a: " in said
    assert "Ends" in said
    plain.type("a")
    assert plain.type("E") == ""
    assert plain.ended == 1


def test_a_card_is_found_by_words_heard_and_inserted_with_the_end_that_was_said(plain: Plain):
    plain.type(" ")
    items = len(plain.running.session.items)
    said = plain.type("i")
    assert said.splitlines()[1] == "1: An empty item, 10 min"
    assert "2: " in said
    found = plain.type("one word")
    number = next(line.split(":")[0] for line in found.splitlines() if "One-word round" in line)
    asked = plain.type(number)
    ends = re.search(r"would end (\d{1,2}:\d\d)", asked)
    assert ends
    assert re.search(r"^ *1 .*\(.* min", plain.type("b"), re.MULTILINE)
    assert "would end" in plain.heard
    assert "Insert which card?" in plain.type("")
    assert len(plain.running.session.items) == items
    plain.type("one word", number)
    assert f"ends {ends[1]}" in plain.type("a").splitlines()[-1]
    assert len(plain.running.session.items) == items + 1
    assert "One-word round" in plain.type("*")


def test_an_item_is_done_in_another_way_after_it_was_heard_what_that_takes(plain: Plain):
    plain.type(" ")
    assert "Another way: Opening round" in plain.type("k")
    asked = plain.type("2")
    assert "The item has 10 min left, the card takes" in asked
    plain.type("a")
    assert plain.running.session.current.exercise != "check-in-round"
    plain.type("k", "1")
    assert "The item has" in plain.heard
    plain.type("a")
    assert plain.running.session.current.exercise is None
