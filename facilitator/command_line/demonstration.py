"""A sample session that plays itself, faster than life, in a temporary folder. Nothing of it is kept.

A line at the foot tells what happened and which key did it. Stretches in which nothing happens are hurried through.

The first key that is a command takes over: from then on the session is the viewer's own.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction

from exercises.deck import Deck
from facilitator.command_line.leftovers import demonstration_folder
from facilitator.desk.app import Desk
from facilitator.desk.live.screen import LiveScreen
from facilitator.preparing.preparation import DEFAULT_PLAN, Preparation
from facilitator.projector.view import Shown
from facilitator.settings import Settings, write_setting
from facilitator.terminal_signals import run_app
from facilitator.texts.languages import _
from facilitator.texts.names import title_of
from sessions import events as e
from sessions.clock import Anchor, Clock, SystemClock
from sessions.kinds import CodeWord, GoalSlot, GoalStatus
from sessions.proposals import Way, proposals
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.session import Session
from sessions.values import SECOND, Instant

WATCHED = 120
"""Seconds of the session: a longer wait is hurried through in the time of these."""


class FastClock:
    """A clock that runs ``speed`` times faster than the one it follows."""

    def __init__(self, clock: Clock, speed: int) -> None:
        self._clock = clock
        self._usual = Fraction(speed)
        self._speed = self._usual
        self._since = clock.now()
        self._then = self._since
        """What this clock said when its speed was changed last."""

    def pass_soon(self, seconds: int) -> None:
        """Let so many seconds of this clock pass at its speed; what would take too long to watch, faster."""
        self._then, self._since = self.now(), self._clock.now()
        self._speed = self._usual * max(Fraction(1), Fraction(seconds, WATCHED))

    def now(self) -> Instant:
        """See ``Clock``."""
        return Instant(int(self._then + (self._clock.now() - self._since) * self._speed))

    def wall(self) -> Instant:
        """See ``Clock``: the demonstration has a day of its own."""
        return self.now()

    def awake(self) -> int:
        """See ``Clock``."""
        return self.now()

    def anchor(self) -> Anchor:
        """See ``Clock``."""
        return Anchor("", 0, self.now())


@dataclass(frozen=True, slots=True)
class Cue:
    """Something the player does, so many seconds of the session after the cue before."""

    after: int
    act: str
    """The name of an event without fields, or one of the player's own acts."""


def cues() -> Iterator[Cue]:
    """The acts of a believable session: a long first round, a pass, somebody late, a fitted agenda, goals."""
    yield Cue(WATCHED, "Begun")
    yield Cue(70, "Next")
    yield from (Cue(80, "Next"), Cue(95, "Next"), Cue(20, "TurnPassed"), Cue(90, "Arrived"), Cue(85, "Next"))
    yield from (Cue(70, "Next"), Cue(30, "Next"), Cue(60, "Next"))
    yield from (Cue(50, "Next") for _turn in range(9))
    yield from (Cue(1500, "Next"), Cue(330, "Next"), Cue(100, "fit"), Cue(1100, "goal"), Cue(200, "Next"))
    yield from (Cue(45, "Next") for _turn in range(8))
    yield Cue(40, "mark")
    yield from (Cue(50, "Next") for _turn in range(14))


class DemoDesk(Desk):
    """The desk with a player at its keys."""

    def on_mount(self) -> None:
        """Begin to play. Textual calls this of every class in turn, so the desk has its own without being asked."""
        self._cues = cues()
        self._cue = next(self._cues)
        self._since: Instant | None = None
        self._playing = True
        self._hurry()
        self.set_interval(0.1, self._play)

    def on_command_pressed(self) -> None:
        """The viewer has pressed a key that is a command."""
        if self._playing:
            self._playing = False
            self.say(_("Now the session is yours. Nothing is kept."))

    def before_closing(self) -> str:
        """See ``Desk``: of a demonstration nothing can be resumed."""
        return _("Ctrl+Q again closes the demonstration. Nothing is kept.")

    def _play(self) -> None:
        session = self.session
        if session is None or not self._playing or not isinstance(self.screen, LiveScreen):
            return
        now = session.now()
        if self._since is None:
            self._since = now
            session.show(Shown.FOLLOW)
            self.say(_("A demonstration: it plays by itself until you press a key. Ctrl+Q closes it."))
        while now - self._since >= self._cue.after * SECOND:
            self._since = Instant(self._since + self._cue.after * SECOND)
            before = session.running.session
            self._do(self._cue.act, session.running, now)
            self.say(caption(self._cue.act, before, session.running.session, self.deck))
            following = next(self._cues, None)
            if following is None:
                self._playing = False
                self.say(_("The demonstration is over. E ends the session, Ctrl+Q closes the program."))
                return
            self._cue = following
            self._hurry()

    def _hurry(self) -> None:
        if isinstance(self.given_clock, FastClock):
            self.given_clock.pass_soon(self._cue.after)

    def _do(self, act: str, running: RunningSession, now: Instant) -> None:
        try:
            match act:
                case "fit":
                    spread = next((c for c in proposals(running.session, now).choices if c.way is Way.SPREAD), None)
                    if spread is not None:
                        running.do(spread.event)
                case "goal":
                    running.do(e.GoalAdded(now, CodeWord.MAJAKKA))
                case "mark":
                    running.do(e.GoalMarked(now, GoalSlot.A, GoalStatus.IN_PROGRESS))
                case name:
                    running.do(e.EVENTS[name](now))
        except Refused:
            return


def caption(act: str, before: Session, after: Session, deck: Deck) -> str:
    """What happened, and the key that does it."""
    match act:
        case "Begun":
            return _("space: the session begins, and its clock runs.")
        case "TurnPassed":
            return _("x: the speaker passes, and is asked once more at the end.")
        case "Arrived":
            return _("l: somebody arrived late and has a seat; the round has them last.")
        case "fit":
            return _("o, enter: what is left was fitted into the agreed time; the closing keeps its minutes.")
        case "goal":
            return _("g, i: a goal is on the board, under a code word. What it says is never stored.")
        case "mark":
            return _("g, G: how the goal stands is marked.")
    item = after.current
    if before.current is None or item is None or item.uid != before.current.uid:
        title = title_of(item, after.plan, deck) if item is not None else ""
        return _("space: the next item begins: {title}.").format(title=title)
    if item.step != before.current.step:
        return _("space: the next step of the card.")
    if after.round is not None and after.round.offering:
        return _("space: those who passed are asked once more.")
    return _("space: the next turn.")


def play(speed: int, looks: Settings) -> int:
    """Play the sample session as the settings ``looks`` have colours and signs; returns the program's exit status."""
    deck = Deck()
    plan = deck.plan(DEFAULT_PLAN)
    assert plan is not None
    with _leaving_on_signals(), demonstration_folder() as folder:
        prepared = Preparation.of(plan.plan)
        for key in ("theme", "signs"):
            write_setting(folder, key, getattr(looks, key))
        desk = DemoDesk(folder, deck, prepared=prepared, clock=FastClock(SystemClock(), speed))
        run_app(desk)
        desk.leave_session()
        return desk.return_code or 0


@contextmanager
def _leaving_on_signals() -> Iterator[None]:
    """Before and after the desk looks for them itself, a signal to end must not leave the folder behind."""
    names = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(name, lambda number, _frame: sys.exit(128 + number)) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
