"""The stream of a whole session, recorded from the socket: no word in it that the group was not shown just then.

Acts, undo and redo, names, titles, goals released and hidden, black, frozen and every view come in any order.
"""

import asyncio
from random import Random

import pytest
from fakes import FakeClock

from exercises.deck import Deck
from facilitator.projector.gate import Verb
from facilitator.projector.projection import Projection
from facilitator.projector.selection import Selection
from facilitator.projector.server_thread import State
from facilitator.projector.view import BLACK, Shown, View
from facilitator.projector.wire import End, Frame, decode
from sessions import events as e
from sessions.kinds import CodeWord, GoalStatus, ItemKind, TurnOrder
from sessions.minutes import Minutes
from sessions.plan import PlanItem
from sessions.proposals import proposals
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.values import FIRST_SEAT, Id, Seat

DECK = Deck()
CARDS = ("questions-only", "check-in-round", "action-learning-turn")
VIEWS = (
    Shown.FOLLOW, Shown.FOLLOW, Shown.ROUND, Shown.PROGRAMME, Shown.GOALS, Shown.STEP, Shown.CLOCK, Shown.BREAK,
    Shown.STORED, Shown.QUESTION, Shown.CODES,
)  # fmt: skip
ACTS = 240


class Room:
    """A session, its wall, and one who records what comes over the wire."""

    def __init__(self, data, chance: Random) -> None:
        self.chance = chance
        self.clock = FakeClock()
        store = Store(data)
        store.claim()
        cards = [DECK.card(Id(name)) for name in CARDS]
        items = [
            PlanItem(ItemKind.OPENING, Minutes.whole(10)), PlanItem(ItemKind.BUFFER, Minutes.whole(5)),
            *(PlanItem(ItemKind.THEME, Minutes.whole(30), exercise=card.id, steps=card.steps) for card in cards),
            PlanItem(ItemKind.BREAK, Minutes.whole(5)), PlanItem(ItemKind.CLOSING, Minutes.whole(10)),
        ]  # fmt: skip
        opened = e.Opened(self.clock.now(), 1, 1, tuple(items), 6, 120)
        self.running = RunningSession.open(opened, self.clock, store.journal(self.clock.anchor()), notices=False)
        self.selection = Selection()
        self.projection = Projection(self.running, DECK, self.selection, data)
        self.codes = iter(CodeWord)
        self.recorded: list[Frame | End] = []
        self.advice = [str(card.advice.en) for card in cards]

    def do(self, event: e.Event) -> None:
        try:
            self.running.do(event)
        except Refused:
            return

    def act(self) -> None:
        session, words, now = self.running.session, self.running.words, self.running.now()
        chosen = self.chance.choice
        match self.chance.randrange(14):
            case 0 | 1 | 2:
                self.do(e.Next(now))
            case 3:
                self.do(chosen((e.ItemEnded, e.Paused, e.Resumed, e.TurnPassed, e.StepSkipped, e.Back))(now))
            case 4 | 5:
                self.do(chosen((e.Undone, e.Undone, e.Redone))(now))
            case 6:
                self.do(e.RoundStarted(now, TurnOrder.CLOCKWISE, FIRST_SEAT, None))
            case 7:
                person = session.people.person(Seat(chosen(range(1, session.people.seats + 1))))
                words.label(person, f"canaryname{int(person)}x")
                self.do(chosen((e.Arrived(now), e.PresenterChosen(now, Seat(2)))))
            case 8 if (code := next(self.codes, None)) is not None:
                self.do(e.GoalAdded(now, code))
                for goal in session.goals:
                    words.goal(goal.uid, f"canarygoal{int(goal.uid)}x")
            case 9 if session.goals:
                goal = chosen(session.goals)
                self.selection.release(frozenset({goal.uid}), yes=self.chance.random() < 0.6)
                self.do(e.GoalMarked(now, goal.uid, chosen(list(GoalStatus))))
            case 10:
                self.selection.toggle_blank()
            case 11:
                self.selection.toggle_freeze(self.projection.view)
            case 12:
                self.clock.sleep(self.chance.randrange(400_000))
                try:
                    self.selection.propose(proposals(session, self.running.now()))
                except Refused:
                    self.selection.end_proposing()
            case _:
                self.selection.question = chosen(("", "A question of the deck?"))
                self.selection.choose(chosen(VIEWS))
        self.projection.refresh()

    def allowed(self, view: View) -> list[str]:
        """What the group may read of what was typed, as this view shows it."""
        goals = {f"canarygoal{int(uid)}x" for uid in self.selection.settings.released}
        session, names = self.running.session, set()
        if session.round is not None and view.shown is Shown.ROUND:
            turns = session.round
            seats = [seat for seat in (turns.speaker, turns.next_up, turns.presenter) if seat is not None]
            names = {f"canaryname{int(session.people.person(seat))}x" for seat in seats}
        return [*(goals if view.shown in (Shown.GOALS, Shown.CODES) else ()), *names]

    def check(self, view: View) -> None:
        text = repr(view)
        for word in self.allowed(view):
            text = text.replace(word, "")
        assert "canary" not in text, view
        assert "uffer" not in text
        assert not any(advice in text for advice in self.advice)
        if self.selection.blanked:
            assert view == BLACK


@pytest.mark.parametrize("seed", range(4))
async def test_a_whole_session_with_undo_and_redo(seed: int, data):
    room = Room(data, Random(seed))
    verbs: list[Verb] = []
    room.projection.open(lambda: None, verbs.append)
    async with asyncio.timeout(60):
        while room.projection.state is not State.OPEN:
            await asyncio.sleep(0.01)
        server = room.projection.server
        host, key = f"127.0.0.1:{server.port}", server.address.split("/")[3]
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(f"GET /{key}/stream HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        raw, seen = b"", []

        async def record() -> None:
            nonlocal raw
            while part := await reader.read(65_536):
                raw += part

        recording = asyncio.create_task(record())
        room.do(e.Begun(room.running.now()))
        for _act in range(ACTS):
            room.act()
            frozen = room.selection.frozen
            if frozen is None:
                room.check(room.projection.view)
            if not seen or seen[-1] != room.projection.view:
                seen.append(room.projection.view)
                await asyncio.sleep(0.004)
        room.projection.close(over=True)
        await recording
        writer.close()
    # Chunks of HTTP stand between the events; what is not an event of ours is not JSON.
    events = [b"data:" + part.split(b"\n\n")[0] for part in raw.split(b"data:")[1:]]
    frames = [frame.view for frame in map(_read, events) if isinstance(frame, Frame)]
    assert len(frames) > 20
    shown = {view.shown for view in frames}
    assert {Shown.ROUND, Shown.GOALS, Shown.BLACK} <= shown
    # What came over the wire is what was checked, nothing besides.
    assert all(view == BLACK or view in seen for view in frames)
    assert b"event: end" in raw
    assert b"canary" not in raw.rpartition(b"event: end")[2]
    assert verbs == []
    room.running.journal.close()


def _read(event: bytes) -> Frame | End | int | None:
    try:
        return decode(event)
    except ValueError:
        return None
