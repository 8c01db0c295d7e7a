"""The wording of the shipped cards: whole in every language, one person throughout, the words of the profession."""

import re
from collections.abc import Iterator

from offenders import of_each

from exercises.card import Card, Text
from exercises.closed import LANGUAGES
from exercises.deck import SHIPPED, Deck

CARDS = [path.stem for path in sorted((SHIPPED / "cards").glob("*.toml"))]
LONGEST_NAME = 34
"""Signs: what a list of 80 columns shows of a name."""
MOST_WORDS = 16
"""Of a step's invitation: what a group reads at a glance."""
AS_ONE = re.compile(
    r"\b(sin(ä|un|ulle|ulla|ulta|ua|ut|usta|ussa|uun)|olet|halu(at|aisit)|voi(t|sit)|tee(t|it)|kerrot|kuulet|asetut"
    r"|huomaat|huomaisit|kuvaisit|tarvitset|jätät|siirtäisit|\w+täsi|kokeilusi|lukusi"
    r"|kerro|kysy|mieti|sano|valitse|asetu|sijoita|lue|kirjoita|piirrä)\b"
)
AS_MANY = re.compile(
    r"\b(te|tei(dän|dät|lle|llä|ltä|tä|hin)|\w{2,}tte|(?!aikaa|paikkaa|alkaa|jatkaa)\w{2,}(kaa|kää))\b"
)
NOT_SAID = {
    # what was said at one time where the deck now has a word of its own: ohjelma is the agenda and the program is
    # sovellus, a method has vaiheita, questions are tarkentavia, a person present is osallistuja
    "fi": r"ohjelmaa varten|kohdalla on|\baskel \d|lopetusaika|selventäv|ymmärtämiskysym|henkilöä|virittely"
    r"|keskustelun sopimu|(?<!aiheen )\btuoja",
    "en": r"\blately\b|\bprogramme\b|gone by|teaching hour|read back",
    "sv": r"förtrolig|\bmall(en|ar|arna)?s?\b|\bfacilitator|\bturer\b|\bsession(en)?\b",
}
SHARED = {
    "fi": "Kerran tietoihin ei tallenneta kortin nimeä.",
    "en": "The card's name is not kept in the session record.",
    "sv": "Kortets namn sparas inte i uppgifterna om träffen.",
}


def texts(card: Card) -> Iterator[tuple[str, Text]]:
    """Every text of a card, with what it is; those that a card may be without only when they are there."""
    yield from (("name", card.name), ("purpose", card.purpose), ("invitation", card.invitation))
    yield from (("advice", card.advice), ("source", card.source))
    yield from (("step", text) for text in card.step_texts)
    may_be = (("materials", card.materials), ("sheet", card.sheet), ("caution", card.caution))
    yield from ((what, text) for what, text in may_be if text)
    yield from (("step's invitation", text) for text in card.step_invitations if text)


@of_each(CARDS)
def test_a_card_is_whole_in_every_language(shipped: Deck, card: str):
    lacking = [
        f"{what} ({one})" for what, text in texts(shipped.card(card)) for one in LANGUAGES if not getattr(text, one)
    ]
    assert lacking == []


@of_each(CARDS)
def test_what_has_lines_has_as_many_in_every_language(shipped: Deck, card: str):
    found = shipped.card(card)
    for text in (found.sheet, found.advice, found.caution):
        assert len({len(getattr(text, one).splitlines()) for one in LANGUAGES}) == 1, text


@of_each(CARDS)
def test_every_step_invites_the_group(shipped: Deck, card: str):
    found = shipped.card(card)
    assert all(found.step_invitations), [str(step.fi) for step in found.step_texts]


@of_each(CARDS)
def test_names_and_invitations_are_short(shipped: Deck, card: str):
    found = shipped.card(card)
    for one in LANGUAGES:
        assert len(getattr(found.name, one)) <= LONGEST_NAME
        for text in found.step_invitations:
            assert len(getattr(text, one).split()) <= MOST_WORDS, getattr(text, one)


@of_each(CARDS)
def test_the_group_is_spoken_to_in_one_person(shipped: Deck, card: str):
    found = shipped.card(card)
    said = " ".join(text.fi for text in (found.invitation, *found.step_invitations)).lower()
    one, many = ({match[0] for match in words.finditer(said)} for words in (AS_ONE, AS_MANY))
    assert not (one and many), (one, many)


@of_each(CARDS)
def test_the_words_of_the_profession(shipped: Deck, card: str):
    for what, text in texts(shipped.card(card)):
        for one, words in NOT_SAID.items():
            found = re.search(words, getattr(text, one), re.IGNORECASE)
            assert found is None, f"{what} ({one}): {found and found[0]}"


@of_each(CARDS)
def test_nothing_is_shouted_or_cut_in_any_language(shipped: Deck, card: str):
    for what, text in texts(shipped.card(card)):
        for one in LANGUAGES:
            said = getattr(text, one)
            assert not re.search(r"!|  | ,|\.\.\.|\d-\d(?!-)", said), f"{what} ({one}): {said}"


@of_each(CARDS)
def test_a_sensitive_card_ends_its_caution_with_what_is_not_kept(shipped: Deck, card: str):
    found = shipped.card(card)
    for one, sentence in SHARED.items():
        lines = getattr(found.caution, one).splitlines()
        assert (lines[-1:] == [sentence]) == found.sensitive
        assert sentence not in lines[:-1]
