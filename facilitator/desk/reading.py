"""What is read from the data folder for the screens, and home, which shows the most of it."""

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from textual import on

from facilitator.desk import messages as m
from facilitator.desk.errands import Errands, errand
from facilitator.desk.screens.home import HomeScreen
from facilitator.desk.screens.home_reads import GroupRows, HomeReads, Told, Waiting
from facilitator.settings import read_settings
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode, Instant

if TYPE_CHECKING:
    from datetime import date

    from exercises.deck import Deck
    from facilitator.desk.open_session import OpenSession
    from facilitator.desk.screens.home_search import DeckFinder
    from sessions.clock import Clock
    from sessions.store.folder import Store
    from sessions.store.groups import Group
    from sessions.store.journal_reading import Unfinished


class Reading(Errands):
    """The program as far as its folder is read."""

    def __init__(self, folder: Path, deck: "Deck | None" = None, clock: "Clock | None" = None) -> None:
        """``folder`` holds the data; ``clock`` is used instead of the computer's."""
        super().__init__()
        self._folder = folder
        self._deck = deck
        self._store: Store | None = None
        self._making = Lock()
        self.given_clock = clock
        self.session: OpenSession | None = None
        """The session that is open; None at home."""
        self.settings = read_settings(folder)
        self.goes_on_at_home = True
        """Nothing was asked for that leaves home at once."""
        self.sample: Group | None = None
        """The group to explore, while it is there: never stored, so that it is in no figure, export or proof."""
        self._can_bring_back = False
        """There is a session that was discarded, as it was read last."""
        self.unfinished: Unfinished | None = None
        """The session that was interrupted, until it is gone on with or discarded."""

    @property
    def store(self) -> "Store":
        """The data folder: one for all threads, made when it is first asked for."""
        with self._making:
            if self._store is None:
                from sessions.store.folder import Store  # start-up

                self._store = Store(self._folder)
            return self._store

    @property
    def deck(self) -> "Deck":
        """Cards and plans, the supervisor's own among them: one for all threads, made when it is first asked for."""
        with self._making:
            if self._deck is None:
                from exercises.deck import Deck  # start-up

                self._deck = Deck(self._folder, self.settings.decks)
            return self._deck

    def home(self) -> HomeScreen:
        """The screen on which the program begins."""
        return HomeScreen(
            HomeReads(
                self._group_rows,
                self._summary,
                self._waiting,
                self.wall,
                lambda: self.deck,
                self._finder,
                self._look_ahead,
            )
        )

    def go_home(self) -> None:
        """Leave every screen but home, which reads the groups anew."""
        while not isinstance(self.screen, HomeScreen):
            self.pop_screen()

    def redraw_home(self) -> None:
        """Something waits there, or waits no more."""
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.draw()

    def point_at_home(self, group: GroupCode) -> None:
        """Let home point at a group when it is seen again."""
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.point_later(group)

    def fill_home(self, point: GroupCode | None = None) -> None:
        """Something of the groups was written: let home read them anew, if it is on top; and point at one."""
        if isinstance(self.screen, HomeScreen):
            self.screen.fill(point)

    def say_trouble(self, problem: StoreProblem) -> None:
        """Say what kept the folder from being read or written."""
        from facilitator.texts.reasons import trouble  # start-up

        self.say(trouble(problem))

    def wall(self) -> Instant:
        """The time on the computer's clock."""
        from sessions.clock import wall  # start-up

        return self.given_clock.wall() if self.given_clock is not None else wall()

    def today(self) -> "date":
        """The day on the computer's clock."""
        from facilitator.texts.phrases import date_of  # start-up

        return date_of(self.wall())

    def group(self, code: GroupCode | None) -> "Group | None":
        """What is kept of a group, or the sample's; None when there is nothing that can be read."""
        with suppress(StoreProblem):
            return self._read_group(code)
        return None

    def _read_group(self, code: GroupCode | None) -> "Group | None":
        if self.sample is not None and code == self.sample.code:
            return self.sample
        return self.store.groups.read(code) if code is not None else None

    async def group_asked_for(self, code: GroupCode | None) -> "Group | None":
        """A group that was asked for. Why it cannot be read is said; what is damaged is mended, for the next time."""
        try:
            return await self.from_disk(lambda: self._read_group(code))
        except StoreProblem as problem:
            self.mend(m.DamageFound(problem))
            return None

    def given_up(self) -> None:
        """A claim that nobody waits for any more is let go."""
        if self.session is None and self.unfinished is None:
            self.store.release()

    def _waiting(self) -> Waiting:
        if self.unfinished is None:
            return Waiting("", self._can_bring_back)
        from facilitator.desk.screens.unfinished import unfinished_line  # start-up

        return Waiting(unfinished_line(self.unfinished, self.deck), self._can_bring_back)

    def _group_rows(self) -> GroupRows:
        """Read every group; called in a thread."""
        self.deck.take_in()
        glances = list(self.store.groups.glances())
        self._can_bring_back = self.store.has_discarded()
        if not glances and self.sample is None:
            return GroupRows((), ())
        from facilitator.desk.screens.home_facts import GroupRow, in_order  # start-up
        from sessions.store.glances import Glance  # start-up

        today = self.today()
        rows = [GroupRow.of(each, today) for each in glances if isinstance(each, Glance)]
        if self.sample is not None:
            rows.append(GroupRow.of(self.sample.glance, today, is_sample=True))
        return GroupRows(in_order(rows, today), [each for each in glances if isinstance(each, StoreProblem)])

    def _summary(self, code: GroupCode) -> Told | None:
        """Read one group whole; called in a thread."""
        from facilitator.desk.screens.home_course import Course  # start-up
        from facilitator.desk.screens.home_facts import Summary  # start-up

        group = self.group(code)
        if group is None:
            return None
        course = Course.of(group, self.deck, self.today(), self.settings.people, self.settings.length)
        return Told(Summary.of(group), course)

    def _finder(self) -> "DeckFinder":
        """Make the deck ready to be searched; called in a thread."""
        from facilitator.desk.screens.home_search import DeckFinder  # start-up

        return DeckFinder(self.deck)

    def _look_ahead(self) -> None:
        """Load what making a session ready will need, unless one is on its way already; called in a thread.

        What cannot be loaded is told when it is asked for.
        """
        if self.goes_on_at_home and self.is_running:
            with suppress(Exception):
                import facilitator.desk.screens.making_ready  # noqa: F401 (start-up)

                self.deck.plans()

    @on(m.DamageFound)
    @errand
    async def mend(self, found: m.DamageFound) -> None:
        """Move a damaged file aside, if this is the one program that writes, and say what was wrong."""

        def mended() -> StoreProblem:
            if found.problem.trouble is not Trouble.DAMAGED:
                return found.problem
            try:
                self.store.claim()
            except StoreProblem:
                return found.problem
            problem = self.store.groups.mend(GroupCode(found.problem.path.stem))
            self.given_up()
            return problem

        problem = await self.from_disk(mended, for_good=True)
        if problem.trouble is Trouble.RESTORED:
            self.fill_home()
        self.say_trouble(problem)
