import copy
import json
import pickle

import msgspec
import pytest

from sessions.goals import GoalUid
from sessions.people import Person
from sessions.store.codec import STORABLE, to_document
from sessions.words import Words

FIRST = GoalUid(1)
SAID = "kanarialintu-7731"


@pytest.fixture
def words():
    kept = Words()
    kept.label(Person(1), SAID)
    kept.title(3, SAID)
    kept.goal(FIRST, SAID)
    kept.value(FIRST, 7)
    return kept


@pytest.mark.parametrize(
    "store",
    [
        *(lambda words, p=protocol: pickle.dumps(words, p) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)),
        copy.copy,
        copy.deepcopy,
        json.dumps,
        lambda words: json.dumps(words.labels),
        msgspec.to_builtins,
        msgspec.json.encode,
        msgspec.msgpack.encode,
        to_document,
        vars,
        lambda words: pickle.dumps(words.goals),
    ],
)
def test_words_cannot_be_stored_sent_or_copied(words, store):
    with pytest.raises(TypeError) as refused:
        store(words)
    assert SAID not in str(refused.value)


def test_words_in_something_else_cannot_be_stored_either(words):
    for holder in ([words], {"words": words}, (1, words)):
        for store in (pickle.dumps, copy.deepcopy, json.dumps, msgspec.to_builtins, to_document):
            with pytest.raises(TypeError):
                store(holder)


def test_words_are_no_storable_type():
    assert Words not in STORABLE


@pytest.mark.parametrize("show", [repr, str, "{}".format, "{0!r}".format, ascii])
def test_showing_words_shows_nothing(words, show):
    assert show(words) == "<Words>"


def test_words_are_equal_only_to_themselves(words):
    assert words == words
    assert words != Words()


def test_words_are_read_where_they_were_put(words):
    assert words.labels == {1: SAID}
    assert words.titles == {3: SAID}
    assert words.goals == {FIRST: SAID}
    assert words.values == {FIRST: 7}


@pytest.mark.parametrize("view", ["labels", "titles", "goals", "values"])
def test_nobody_changes_words_from_outside(words, view):
    with pytest.raises(TypeError):
        getattr(words, view)[1] = "x"
    with pytest.raises(AttributeError):
        setattr(words, view, {})


@pytest.mark.parametrize("nothing", ["", " ", "\n\t", "\x1b\x07", "\u202e"])
def test_writing_nothing_takes_words_off(words, nothing):
    words.label(Person(1), nothing)
    words.title(3, nothing)
    words.goal(FIRST, nothing)
    words.value(FIRST, None)
    assert (words.labels, words.titles, words.goals, words.values) == ({}, {}, {}, {})


def test_taking_off_what_is_not_there_does_no_harm():
    words = Words()
    words.label(Person(4), "")
    words.value(GoalUid(2), None)
    assert words.labels == {}


@pytest.mark.parametrize("value", [0, 10])
def test_a_scale_reaches_from_0_to_10(words, value):
    words.value(FIRST, value)
    assert words.values[FIRST] == value


@pytest.mark.parametrize("value", [-1, 11, 100])
def test_there_is_nothing_outside_the_scale(words, value):
    with pytest.raises(ValueError, match="0 to 10"):
        words.value(FIRST, value)
    assert words.values[FIRST] == 7


def test_forgetting_leaves_nothing_even_for_those_who_hold_a_view(words):
    held = words.labels, words.titles, words.goals, words.values
    words.forget()
    assert held == ({}, {}, {}, {})


@pytest.mark.parametrize("bad", ["\x1b]52;c;cHduZWQ=\x07", "\x9b2J", "\u202e", "\x00", "\r"])
def test_nothing_that_acts_on_a_terminal_gets_in(bad):
    words = Words()
    words.goal(FIRST, f"A{bad}B")
    assert not set(words.goals[FIRST]) & set("\x1b\x07\x9b\u202e\x00\r\n")
