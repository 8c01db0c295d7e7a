"""Home line by line: groups with what comes next, found by words; a session made ready by answers; cards read."""

import pytest
from history_builders import held_on

from exercises.deck import Deck
from facilitator.plain.dialogs import Question
from facilitator.plain.home import PlainHome
from facilitator.preparing.preparation import Preparation
from facilitator.texts.phrases import clock
from sessions.clock import SystemClock
from sessions.kinds import ItemKind
from sessions.process import Fate, SetUp
from sessions.record import Untaken
from sessions.store.folder import Store
from sessions.values import MINUTE, GroupCode, Instant, Seat

R07 = GroupCode("R07")


class Heard:
    """Home, with what is said and asked for written down."""

    def __init__(self, store: Store, deck: Deck) -> None:
        self.said: list[str] = []
        self.opened: Preparation | None = None
        self.left = self.back = 0
        self._question: Question | None = None
        self._home = PlainHome(store, deck, self.said.append, self, self._leave, self._bring_back)
        self.home()

    def put(self, question: Question) -> None:
        """See ``Ways``."""
        self._question = question
        question.ask()

    def open(self, prepared: Preparation) -> None:
        """See ``Ways``."""
        self.opened = prepared

    def home(self) -> None:
        """See ``Ways``."""
        self._home.ask()

    def _leave(self) -> None:
        self.left += 1

    def _bring_back(self) -> None:
        self.back += 1

    def type(self, *lines: str) -> str:
        """Type lines; returns what was said to the last."""
        for line in lines:
            self.said.clear()
            question, self._question = self._question, None
            assert question is not None
            if not question.answer(line):
                self._question = question
        return self.heard

    def take(self, words: str) -> str:
        """Take what these words are said of."""
        return self.type(next(line.split(":")[0] for line in self.said if words in line))

    @property
    def heard(self) -> str:
        """What was said since the last line, hard spaces as plain ones."""
        return "\n".join(self.said).replace("\u00a0", " ")


@pytest.fixture
def store(data) -> Store:
    made = Store(data)
    moved = Untaken(ItemKind.DIALOGUE, 15, Fate.NEXT_TIME, 1)
    made.keep(R07, held_on(uid=1, people=6, rest=(moved,), next_time=1), Seat(1))
    made.groups.agree(R07, SetUp(sessions=15, length=75))
    made.keep(GroupCode("R12"), held_on(plan="dialogue-90", uid=2), Seat(1))
    return made


@pytest.fixture
def heard(store, shipped) -> Heard:
    return Heard(store, shipped)


def test_home_says_the_groups_with_what_comes_next_and_finds_them_by_words(heard):
    (row,) = [line for line in heard.said if "R07" in line]
    assert "session 2/15" in row
    assert "next Ordinary session 90" in row
    assert "R12" in heard.heard
    assert "R12" not in heard.type("r07")
    assert heard.type("xyzzy") == "No match."
    assert "There is no choice" in heard.type("9")
    assert "R07, session 2/15. Which plan?" in heard.type("1")


def test_a_group_is_made_ready_as_it_was_agreed_and_opened_as_it_was_heard(heard):
    heard.take("R07")
    said = heard.take("Ordinary session 90")
    assert said.startswith("6 people, 1 h 15 min\n")
    assert "protected" in next(line for line in heard.said if "Closing round" in line)
    assert "A whole number, 1–60." in (heard.take("Another number of people"), heard.type("77"))[1]
    assert heard.type("8").startswith("8 people, 1 h 15 min\n")
    heard.take("Another length")
    assert heard.type("80").startswith("8 people, 1 h 20 min\n")
    heard.take("An agreed end")
    assert heard.type("25.99") == "A time such as 11.30."
    end = clock(Instant(SystemClock().wall() + 100 * MINUTE))
    assert f"–{end}\n" in heard.type(end)
    heard.take("Open the session")
    opened = heard.opened
    assert opened is not None
    assert (opened.group, opened.plan.id, opened.people, opened.length) == (R07, "ordinary-90", 8, 80)
    assert opened.end is not None
    assert clock(opened.end) == end


def test_what_was_moved_comes_back_where_it_is_wanted(heard):
    heard.take("R07")
    heard.take("Ordinary session 90")
    heard.take("Bring back")
    assert "Which plan?" not in heard.type("")
    heard.take("Bring back")
    said = heard.take("at the end")
    assert "Back on the agenda" in said
    assert "Bring back" not in said
    heard.take("Open the session")
    assert heard.opened is not None
    assert heard.opened.plan.items[-1].kind is ItemKind.DIALOGUE


def test_enter_goes_back_a_step_and_leaves_at_home(heard):
    heard.take("A session now")
    assert "Which plan?" in heard.heard
    heard.take("Every plan")
    assert len(heard.said) > len(heard.type("dialogue").splitlines()) > 0
    heard.take("ialogue")
    assert "Open the session" in heard.heard
    assert "Which plan?" in heard.type("")
    assert "Home. Which group?" in heard.type("")
    assert not heard.left
    heard.type("")
    assert heard.left == 1


def test_a_plan_is_made_ready_and_a_card_is_read_from_home(heard):
    heard.type("burnout energy")
    said = heard.take("card: ")
    assert "Source" in said
    assert said.splitlines()[1]
    assert "Home. Which group?" in said
    heard.type("ordinary")
    assert "Open the session" in heard.take("plan: Ordinary session 60")
    heard.take("Open the session")
    assert heard.opened is not None
    assert (heard.opened.group, heard.opened.plan.id) == (None, "ordinary-60")


def test_a_group_that_cannot_be_read_is_told_of(store, shipped, data):
    (data / "groups" / "R12.json").write_text("{", encoding="utf-8")
    heard = Heard(store, shipped)
    assert "R07" in heard.heard
    assert len([line for line in heard.said if "R12" in line and not line[0].isdigit()]) == 1
