"""The desk, driven as a person drives it, so that a test reads as a story. Time passes only when it is told to."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Any, ClassVar, Protocol

from desk.prompt_pilot import PromptPilot, laid_out_at_rest
from fakes import FakeClock
from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.stylesheet import Stylesheet
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.worker import WorkerCancelled

from exercises.deck import Deck
from facilitator.desk.app import Desk
from facilitator.desk.widgets.choice import Choice
from facilitator.desk.widgets.write import Write
from facilitator.preparing.preparation import Preparation
from facilitator.projector.large_type import draw
from facilitator.projector.view import Shown
from sessions.rounds import Round
from sessions.running import RunningSession
from sessions.session import Session
from sessions.store.folder import Store
from sessions.timing import Timing, timing
from sessions.values import MINUTE, SECOND, Id

LITTLE = 20 * SECOND
"""Time passes in pieces so short that none of them looks like sleep."""


class Opens(Protocol):
    """Opens the desk."""

    def __call__(self, *what: str, **options) -> AbstractAsyncContextManager["Driver"]:
        """See ``desk_on``."""
        ...


class TestDesk(Desk):
    """The program, but its ticker is the test's."""

    __test__ = False
    colours = "truecolor"

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.stylesheet._parse_cache = ReadStyles(self.stylesheet)

    def _tick_on_the_second(self) -> None:
        """Nothing by itself."""


class ReadStyles(dict[object, object]):
    """The rules of style sheets, read once in all tests for the same colours: reading them is a fifth of each start."""

    everywhere: ClassVar[dict[object, object]] = {}

    def __init__(self, sheet: Stylesheet) -> None:
        self._sheet = sheet
        self._colours: frozenset[tuple[str, str]] | None = None

    def __getitem__(self, key: object) -> object:
        if self._colours is None:
            self._colours = frozenset(self._sheet._variables.items())
        return self.everywhere[self._colours, key]

    def __setitem__(self, key: object, rules: object) -> None:
        self.everywhere[self._colours, key] = rules

    def clear(self) -> None:
        """Other colours: what was read stays for who has the old ones."""
        self._colours = None


def left_unpainted(
    compositor: Compositor, _full: bool = False, screen_stack: list[Screen] | None = None, **_named: object
) -> None:
    """In the place of painting: without a terminal, all that is painted at every change is thrown away.

    What a test looks at is drawn when it looks (``text_of``), by the same code.
    """
    visible_screen_stack.set(screen_stack or [])
    compositor._dirty_regions.clear()


def text_of(app: Desk) -> str:
    """The text on the screen: the one place that looks into Textual for it."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def raw_of(app: Desk) -> str:
    """Every character that would reach the terminal as text, line breaks apart."""
    return "".join(segment.text for strip in app.screen._compositor.render_strips() for segment in strip)


class Driver:
    """A person at the desk."""

    def __init__(self, app: TestDesk, pilot: Pilot[str], clock: FakeClock) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock

    @property
    def running(self) -> RunningSession:
        """The running session, which there must be."""
        assert self.app.session is not None
        return self.app.session.running

    @property
    def selection(self):
        """What the supervisor has chosen to show."""
        assert self.app.session is not None
        return self.app.session.selection

    @property
    def session(self) -> Session:
        """The session as it is."""
        return self.running.session

    @property
    def times(self) -> Timing:
        """Its times now."""
        return timing(self.session, self.running.now())

    @property
    def round(self) -> Round:
        """The round, which there must be."""
        assert self.session.round is not None
        return self.session.round

    @property
    def shown(self) -> Shown:
        """What the group sees."""
        return self.selection.shown if self.app.session is not None else Shown.BLACK

    @property
    def where(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def item_now(self) -> int | None:
        """The uid of the present item."""
        return self.session.current.uid if self.session.current else None

    def titles(self) -> list[str]:
        """The items in order, by what the live screen calls them."""
        from facilitator.texts.names import title_of

        session = self.session
        return [title_of(item, session.plan, self.app.deck, self.running.words) for item in session.items]

    async def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type into the line that has the focus, character by character."""
        for char in text:
            self.app.post_message(events.Key(_character_to_key(char), char))
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste."""
        self.app.screen.post_message(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything that was set going is done."""
        await self.pilot.pause()
        while len(self.app.workers):  # a worker may have begun another
            for worker in list(self.app.workers):
                with suppress(WorkerCancelled):  # a newer one does it in its place
                    await worker.wait()
            await self.pilot.pause()

    async def pass_time(self, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass with the computer awake."""
        left = int(minutes * MINUTE + seconds * SECOND)
        while left > 0:
            part = min(left, LITTLE)
            self.clock.sleep(part)
            left -= part
            if self.app.session is not None and left:
                self.running.tick()
        if self.app.session is not None:
            self.running.journal.flush()
        self.app._tick()
        await self.settle()

    async def suspend(self, minutes: float) -> None:
        """Let the computer sleep, and wake it."""
        self.clock.suspend(int(minutes * MINUTE))
        self.app._tick()
        await self.settle()

    async def pick(self, wanted: str) -> None:
        """Point at the line that begins with (or holds) ``wanted``, as with the arrows, and press enter."""
        await self.point(wanted)
        await self.press("enter")

    async def point(self, wanted: str) -> None:
        """Point at a line of the list on top with the arrows."""
        listed = self.app.screen.query_one(OptionList)
        lines = self.lines()
        found = [index for index, line in enumerate(lines) if line.startswith(wanted)]
        found = found or [index for index, line in enumerate(lines) if wanted in line]
        assert found, f"no line has {wanted!r}: {lines}"
        assert listed.highlighted is not None
        steps = found[0] - listed.highlighted
        passed = range(min(found[0], listed.highlighted) + 1, max(found[0], listed.highlighted))
        steps -= sum(listed.options[i].disabled for i in passed) * (1 if steps > 0 else -1)
        for _step in range(abs(steps)):
            await self.pilot.press("down" if steps > 0 else "up")
        await self.settle()
        assert listed.highlighted == found[0]

    def lines(self) -> list[str]:
        """The lines of the list on top, without the numbers that choose them."""
        skip = self.app.screen.indent if isinstance(self.app.screen, Choice) else 0
        return [_plain(str(option.prompt)[skip:]) for option in self.app.screen.query_one(OptionList).options]

    def pointed(self) -> str:
        """The line pointed at in the list on top."""
        listed = self.app.screen.query_one(OptionList)
        assert listed.highlighted is not None
        return self.lines()[listed.highlighted]

    @property
    def asked(self) -> bool:
        """Whether a dialog is open."""
        return isinstance(self.app.screen, Choice | Write)

    @property
    def line(self) -> str:
        """What is in the line being written."""
        return self.app.screen.query_one(Input).value

    def screen_text(self) -> str:
        """The text on the screen."""
        return text_of(self.app)

    def said(self) -> str:
        """The text on the screen as running text: of the dialog alone, if one is open."""
        rows = self.screen_text().split("\n")
        for dialog in self.app.screen.query(".dialog"):
            area = dialog.region
            rows = [row.ljust(area.right)[area.x : area.right] for row in rows[area.y : area.bottom]]
        return _plain(" ".join(rows))

    def expects(self, *texts: str) -> None:
        """Each of these is on the screen."""
        said = self.said()
        for text in texts:
            assert _plain(text) in said, f"{text!r} is not on the screen:\n{self.screen_text()}"

    def expects_large(self, figures: str) -> None:
        """These figures are on the screen, drawn large."""
        rows = self.screen_text().split("\n")
        for scale in range(1, 13):
            drawn = [line.rstrip() for line in draw(figures, scale)]
            for top in range(len(rows) - len(drawn) + 1):
                column = rows[top].find(drawn[0]) if drawn[0] else -1
                while column >= 0:
                    below = zip(drawn, rows[top:], strict=False)
                    if all(row[column : column + len(line)].rstrip() == line.rstrip() for line, row in below):
                        return
                    column = rows[top].find(drawn[0], column + 1)
        raise AssertionError(f"{figures!r} is not on the screen in large type:\n{self.screen_text()}")

    def lacks(self, *texts: str) -> None:
        """None of these is on the screen."""
        said = self.said()
        for text in texts:
            assert _plain(text) not in said, f"{text!r} is on the screen:\n{self.screen_text()}"


def _plain(text: str) -> str:
    return " ".join(text.split())


@asynccontextmanager
async def desk_on(
    store: Store,
    deck: Deck,
    *,
    size: tuple[int, int] = (100, 30),
    prepared: Preparation | None = None,
    clock: FakeClock | None = None,
    program: type[TestDesk] = TestDesk,
) -> AsyncIterator[Driver]:
    """Start the program on a folder; it is closed as a person closes it, with a session left unfinished."""
    clock = clock or FakeClock()
    app = program(store.folder, deck, prepared=prepared, clock=clock)
    try:
        with laid_out_at_rest():
            async with app.run_test(size=size):
                app.animation_level = "none"
                driver = Driver(app, PromptPilot(app), clock)
                await driver.settle()
                yield driver
    finally:
        app.leave_session()  # once nothing of the program runs any more: a way it was on has been given up


def prepared(deck: Deck, plan: str = "ordinary-90", people: int | None = None, length: int | None = None, **more):
    """A preparation of a plan."""
    from dataclasses import replace

    text = deck.plan(Id(plan))
    assert text is not None
    return replace(Preparation.of(text.plan, people, length), **more)
