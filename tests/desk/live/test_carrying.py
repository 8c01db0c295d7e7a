"""The goals' words from one session to the next, sealed: opened at the start, sealed again at the end."""

import asyncio
import gc
import shutil
from pathlib import Path

import pytest
from desk.driver import Driver, Opens

from facilitator.desk.envelope import Envelope
from sessions.carried import Carried
from sessions.store import sealing
from sessions.store.folder import Store
from sessions.store.sealing import NotOpened, Passphrase
from sessions.values import GroupCode

R07 = GroupCode("R07")
DRAWN: list[Passphrase] = []
"""The passphrases that were proposed, the last one last."""
WORDS = "rauha töihin"


@pytest.fixture(autouse=True)
def in_no_time(monkeypatch):
    """The seal itself has tests of its own; here it is quick, and as strict."""

    def opened(data, phrase):
        head = sealing.SEALED + phrase.shown.encode()[::-1] + b"\n"
        if not data.startswith(head):
            raise NotOpened
        return bytes(byte ^ 0x55 for byte in data.removeprefix(head))

    monkeypatch.setattr(
        sealing,
        "_sealed",
        lambda plain, phrase: (
            sealing.SEALED + phrase.shown.encode()[::-1] + b"\n" + bytes(byte ^ 0x55 for byte in plain)
        ),
    )
    monkeypatch.setattr(sealing, "_opened", opened)
    draw = Passphrase.drawn

    def drawn():
        DRAWN.append(draw())
        return DRAWN[-1]

    monkeypatch.setattr(Passphrase, "drawn", drawn)


async def with_a_goal(desk: Driver, words: str = WORDS) -> None:
    await desk.press("space", "g", "i", "enter")
    await desk.type(words)
    await desk.press("enter")


async def seal_anew(desk: Driver) -> str:
    """Seal on this computer, as the group does it the first time; returns its passphrase."""
    await desk.press("Z")
    await desk.pick("Seal the words for next time")
    await desk.pick("On this computer")
    desk.expects("If they are lost, nobody can bring the goals' words back", "62 bits")
    drawn = DRAWN[-1].shown.replace("-", " ")
    desk.expects(drawn)
    await desk.pick("They are written down")
    await desk.type(drawn)
    assert drawn.split()[0] not in desk.said()
    await desk.press("enter")
    desk.expects("Sealed: the words of 1 goal.")
    return drawn


async def open_with(desk: Driver, phrase: str) -> None:
    await desk.press("Z")
    await desk.pick("Open what the group has sealed")
    await desk.type(phrase)
    await desk.press("enter")


async def end(desk: Driver) -> None:
    await desk.press("escape", "E")
    await desk.pick("End and keep for group R07")


async def test_words_that_a_group_sealed_are_back_in_its_next_session(live: Opens, with_groups: Store):
    async with live(group=R07) as desk:
        await with_a_goal(desk)
        code = desk.session.goals[-1].code
        phrase = await seal_anew(desk)
        desk.expects("The goals' words are sealed again at the end")
        await end(desk)
    data = (with_groups.sealed / "R07.age").read_bytes()
    assert WORDS.encode() not in data
    async with live(group=R07) as desk:
        desk.expects("The group has sealed its goals' words: g, then Z opens them.")
        await desk.press("space", "g")
        assert not desk.running.words.goals
        desk.expects("The group has sealed its goals' words: Z opens them.")
        await open_with(desk, "väärä " + phrase)
        desk.expects("Not opened: the words are wrong or the file is damaged. Nobody can tell which.")
        await open_with(desk, phrase)
        desk.expects("The words of 1 goal are back.")
        assert [desk.running.words.goals[g.uid] for g in desk.session.goals if g.code is code] == [WORDS]
    assert (with_groups.sealed / "R07.age").read_bytes() == data


async def test_words_changed_since_are_sealed_again_before_the_end_if_it_is_wanted(live: Opens, with_groups: Store):
    async with live(group=R07) as desk:
        await with_a_goal(desk)
        phrase = await seal_anew(desk)
        await desk.press("enter")
        await desk.type(WORDS + " yhdessä")
        await desk.press("enter", "escape", "E")
        desk.expects("Seal again before the end?")
        await desk.press("escape")
        assert desk.where == "LiveScreen"
        await desk.press("E")
        await desk.pick("Seal the goals' words again")
        assert desk.where == "EndingScreen"
        desk.expects("What the group has sealed stays sealed in its file.")
        await desk.press("escape", "E")
        assert desk.where == "EndingScreen"
    (text,) = sealing.read_sealed(with_groups.sealed / "R07.age", Passphrase(phrase)).texts.values()
    assert text == WORDS + " yhdessä"


async def test_when_it_cannot_be_sealed_the_session_has_not_ended(live: Opens, with_groups: Store):
    async with live(group=R07) as desk:
        await with_a_goal(desk)
        await seal_anew(desk)
        await desk.press("i", "enter")
        await desk.type("toinen")
        await desk.press("enter", "escape")
        shutil.rmtree(with_groups.sealed)
        with_groups.sealed.write_text("")
        await desk.press("E")
        await desk.pick("Seal the goals' words again")
        assert desk.where == "LiveScreen"
        assert len(desk.running.words.goals) == 2


async def test_a_passphrase_that_is_not_on_the_sheet_as_it_was_drawn_seals_nothing(live: Opens, with_groups: Store):
    async with live(group=R07) as desk:
        await with_a_goal(desk)
        await desk.press("Z")
        await desk.pick("Seal the words for next time")
        await desk.pick("On this computer")
        first = desk.said()
        await desk.pick("Draw other words")
        assert desk.said() != first
        await desk.pick("They are written down")
        await desk.type("silta kivi")
        await desk.press("enter")
        desk.expects("These are not the words.")
        await desk.press("escape")
    assert not with_groups.sealed.exists()


async def test_what_another_session_sealed_is_not_written_over_by_chance(live: Opens, with_groups: Store):
    with_groups.sealed.mkdir()
    path = with_groups.sealed / "R07.age"
    path.write_bytes(b"theirs")
    async with live(group=R07) as desk:
        await with_a_goal(desk)
        await desk.press("Z")
        await desk.pick("Seal the words for next time")
        await desk.pick("On this computer")
        await desk.pick("They are written down")
        await desk.type(DRAWN[-1].shown)
        await desk.press("enter")
        desk.expects("There is a sealed file already. What is in it would be lost; it can be opened first.")
        await desk.press("enter")
        assert path.read_bytes() == b"theirs"


async def test_a_stick_is_a_place_too_and_its_path_is_nowhere(live: Opens, with_groups: Store, tmp_path: Path):
    stick = tmp_path / "tikku-zqxvk"
    stick.mkdir()
    async with live() as desk:
        await with_a_goal(desk)
        await desk.press("Z")
        await desk.pick("Seal the words for next time")
        await desk.pick("In another folder")
        await desk.type(str(tmp_path / "none"))
        await desk.press("enter")
        desk.expects("There is no such folder.")
        await desk.press(*["backspace"] * 4)
        await desk.type(stick.name)
        await desk.press("enter")
        await desk.pick("They are written down")
        await desk.type(DRAWN[-1].shown)
        await desk.press("enter")
    assert [path.name for path in stick.iterdir()] == ["R00.age"]
    kept = [path for path in with_groups.folder.rglob("*") if path.is_file()]
    assert not any(b"zqxvk" in path.read_bytes() for path in kept)
    assert not with_groups.sealed.exists()


async def test_neither_the_passphrase_nor_what_it_opens_is_in_memory_after_the_end(live: Opens, with_groups: Store):
    def living(earlier: list[object]) -> list[object]:
        gc.unfreeze()  # what is frozen is not listed
        gc.collect()
        kept = {id(each) for each in earlier}
        found = [each for each in gc.get_objects() if isinstance(each, Envelope | Carried | Passphrase)]
        return [each for each in found if id(each) not in kept]

    DRAWN.clear()
    of_other_tests = living([])
    async with live(group=R07) as desk:
        await with_a_goal(desk)
        await seal_anew(desk)
        DRAWN.clear()
        assert {type(each) for each in living(of_other_tests)} == {Envelope, Carried, Passphrase}
        await end(desk)
        for _look in range(40):
            await desk.settle()
            if not living(of_other_tests):
                break
            await asyncio.sleep(0.2)
        assert living(of_other_tests) == []
