"""The running session line by line: a line becomes an act, and what came of it is said.

It holds what the live screen holds: what is pointed at, and whether it has asked who presents. Nothing that a person
typed besides commands and numbers is taken: a terminal keeps what is typed in it.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from facilitator.commands import Command
from facilitator.desk.live import acts, beginning, facts, fitting, group_view, on_paper, pressing, turn_dialogs, turns
from facilitator.desk.live.announcing import clock_notice
from facilitator.desk.live.asking_presenter import AskingPresenter
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.write import Write
from facilitator.plain import saying, taking
from facilitator.plain.dialogs import Question, question_of
from facilitator.plain.keys import NO_WORDS, command_of, seat_of, why_not
from facilitator.preparing.preparation import acute_items
from facilitator.texts.languages import _
from facilitator.texts.phrases import clock
from facilitator.texts.reasons import keeping, reason
from sessions import events as e
from sessions.refusal import Reason
from sessions.session import Session
from sessions.values import Seat


class PlainLive:
    """The running session, with a line for a key."""

    def __init__(
        self, live: OpenSession, say: Callable[[str], None], ended: Callable[[], None], left: Callable[[], None]
    ) -> None:
        """``ended`` is called when the session is to be ended, ``left`` when the program is to be closed."""
        self.live = live
        self.pointed: int | None = None
        """The uid of the item that the next acts are about."""
        self.question: Question | None = None
        """What has been asked, until it is answered."""
        self._say = say
        self._end = ended
        self._leave = left
        self._presenter = AskingPresenter(live)
        self._tone = facts.Tone.NONE
        self._trouble = ""
        self._works: set[asyncio.Task[None]] = set()

    def snapshot(self) -> Snapshot:
        """What there is to say."""
        return Snapshot.of(self.live, self.pointed)

    def say_lines(self, lines: list[str]) -> None:
        """Say several lines."""
        for line in lines:
            self._say(line)

    def take(self, line: str) -> None:
        """Take a line: the answer to what was asked, a seat, or a command; nothing says what is now."""
        if self.question is not None:
            question, self.question = self.question, None
            if not question.answer(line):
                self.question = question
        elif not line:
            self.say_lines(saying.now(self.snapshot()))
        elif (seat := seat_of(line)) is not None:
            self._seat(seat)
        elif (command := command_of(line)) is not None:
            self._do(command)
        else:
            self._say(why_not(line))

    def ask(self, screen: Any, answered: Callable[[Any], None], /) -> None:  # noqa: ANN401 (a dialog of any result)
        """Ask what a dialog asks; the next line answers."""
        if isinstance(screen, Write) and not screen.is_number:
            self._say(_(NO_WORDS))
            return
        self.put(question_of(screen, self._say, answered))

    def put(self, question: Question) -> None:
        """Ask a question; the next line answers."""
        self.question = question
        question.ask()

    def ticked(self) -> None:
        """A second has passed: say what somebody at the screen would see, once."""
        noticed = self.live.running.tick()
        if noticed.gap or noticed.step:
            self._say(clock_notice(noticed.gap, clock(self.live.running.clock.wall())))
        self.live.displays.ticked()
        trouble = keeping(self.live.running.journal)
        if bool(trouble) is not bool(self._trouble):
            self._say(trouble or _("Everything is being kept again."))
        self._trouble = trouble
        if self.live.running.journal.take_begun_anew():
            self._say(_("The file of this session had vanished or changed; everything is written down anew."))
        face, before = facts.face(self.snapshot()), self._tone
        self._tone = face.tone
        if face.tone is not before and face.tone in (facts.Tone.SOON, facts.Tone.OVER):
            item = self.live.running.session.current
            assert item is not None
            self._say(f"{self.snapshot().title(item)}, {face.word}")

    def _seat(self, number: int) -> None:
        live, was_asked = self.live, self._presenter.close()
        if not 1 <= number <= live.running.session.people.seats:
            self._say(reason(Reason.NO_SUCH_SEAT))
        elif was_asked:
            turns.choose_presenter(live, Seat(number))
        elif live.happen(e.TurnGiven(live.now(), Seat(number))):
            self.say_lines(saying.who(self.snapshot()))

    def _do(self, command: Command) -> None:
        self._presenter.close()
        if acts.is_simple(command.id):
            self.press(command.id)
        elif command.id in self._others:
            self._others[command.id](self)
        else:
            self._say(_("This needs the full screen: facilitator run without --plain."))

    def press(self, command: str) -> None:
        """Do a simple act, or say why not: as the live screen does."""
        live = self.live
        if command == "next" and live.is_late_to_begin:
            beginning.ask_late_start(live, self.ask)
            return
        before = live.running.session
        said = pressing.press(live, command, self.pointed, self._say, self._unpoint)
        if said is None:
            return
        if said:
            self._say(said)
        self._say_change(before, was_said=bool(said))
        self._ask_who_presents()

    def _unpoint(self) -> None:
        self.pointed = None

    def _say_change(self, before: Session, *, was_said: bool) -> None:
        """Say what is now, as far as it is another than before; all of it when nothing else was said."""
        session = self.live.running.session
        if _step(session) == _step(before) and _speaker(session) != _speaker(before):
            self.say_lines(saying.who(self.snapshot()))
        elif not was_said or _step(session) != _step(before):
            self.say_lines(saying.now(self.snapshot()))

    def _ask_who_presents(self) -> None:
        question = _("Who presents? Type the seat's number; enter alone decides later, R asks again.")
        if said := self._presenter.ask(question):
            self._say(said)

    def _rest(self) -> None:
        self.say_lines(saying.rest(self.snapshot()))

    def _choose_item(self) -> None:
        snapshot = self.snapshot()
        options = [Option(saying.item_line(snapshot, item), item.uid) for item in snapshot.session.items]

        def chosen(uid: int | None) -> None:
            self.pointed = uid
            if uid is None:
                self._say(_("No item is chosen."))
            else:
                title = snapshot.title(snapshot.session.item(uid))
                self._say(_("Chosen: {title}. What is done next is about it.").format(title=title))

        self.ask(Choice(_("Which item?"), options), chosen)

    def _blank(self) -> None:
        self.live.blank()
        self._sees()

    def _freeze(self) -> None:
        self.live.freeze()
        self._sees()

    def _sees(self) -> None:
        self._say(_("The group sees: {what}").format(what=self.live.displays.in_words()))

    def _network(self) -> None:
        if self.live.displays.is_shared:
            self.live.displays.stop_sharing()
        else:
            group_view.ask_to_share(self.live, self.ask)

    def _acute(self) -> None:
        live = self.live
        if live.happen(e.AcuteBegun(live.now(), acute_items(live.deck, len(live.running.session.people.present)))):
            self._say(_("The agenda is set aside, the clocks are off. u undoes."))

    def _card(self) -> None:
        card = self.snapshot().card
        if card is None:
            self._say(_("This item has no card."))
            return
        self.say_lines(saying.card(card, len(self.live.running.session.people.present), self.live.deck))

    def _insert(self) -> None:
        taking.ask_insert(self.live, self.put, self.pointed, self._rest)

    def _switch(self) -> None:
        session = self.live.running.session
        item = session.item(self.pointed) if self.pointed is not None else session.current
        if item is None or not item.is_open:
            self._say(reason(Reason.NOT_BEGUN if item is None else Reason.NOT_AHEAD))
        else:
            taking.ask_method(self.live, self.put, item, self._switched)

    def _switched(self) -> None:
        self.say_lines(saying.now(self.snapshot()))
        self._ask_who_presents()

    def _paper(self) -> None:
        on_paper.ask_paper(self.live, self.ask, self._work)

    def _work(self, doing: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(doing)
        self._works.add(task)
        task.add_done_callback(self._works.discard)

    def _stored(self) -> None:
        self._say(_("“{command}” in another terminal shows everything.").format(command="facilitator stored"))

    _others: dict[str, Callable[["PlainLive"], None]] = {  # noqa: RUF012 (a table, never changed)
        "say_rest": _rest,
        "choose_item": _choose_item,
        "fit": lambda self: fitting.ask_fit(self.live, self.ask),
        "insert": _insert,
        "switch": _switch,
        "card": _card,
        "away": lambda self: turn_dialogs.ask_away(self.live, self.ask),
        "round": lambda self: turn_dialogs.ask_round(self.live, self.ask),
        "presenter": lambda self: turn_dialogs.ask_presenter(self.live, self.ask),
        "goals": lambda self: taking.ask_goals(self.live, self.ask),
        "show": lambda self: group_view.ask_what_to_show(self.live, self.ask, self._sees),
        "ways": lambda self: group_view.ask_how_to_show(self.live, self.ask),
        "window": lambda self: self.live.displays.window(),
        "network": _network,
        "blank": _blank,
        "freeze": _freeze,
        "goal_page": lambda self: self._say(group_view.turn_goal(self.live)),
        "earlier": lambda self: beginning.ask_earlier(self.live, self.ask),
        "acute": _acute,
        "paper": _paper,
        "end": lambda self: self._end(),
        "stored": _stored,
        "help": lambda self: self.say_lines(saying.keys()),
        "close_program": lambda self: self._leave(),
    }
    """What each command does that is no simple act."""

    @classmethod
    def known(cls) -> frozenset[str]:
        """The commands that it can do besides the simple acts."""
        return frozenset(cls._others)


def _step(session: Session) -> object:
    item = session.current
    return (item.uid, item.step, session.paused) if item is not None else None


def _speaker(session: Session) -> Seat | None:
    return session.round.speaker if session.round is not None else None
