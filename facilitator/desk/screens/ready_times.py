"""For how many and from when to when: what the keys of making a session ready change before the plan is opened."""

from collections.abc import Callable

from facilitator.desk.screen import DeskScreen
from facilitator.desk.screens.asking_time import ask_time
from facilitator.preparing.agreed_times import AgreedTimes
from facilitator.preparing.preparation import Preparation
from facilitator.texts.languages import _
from sessions.limits import MOST_PEOPLE
from sessions.values import MINUTE, Instant

LATE_START = 60 * MINUTE
"""A session that was to begin so long ago at most can still be made ready."""


class ReadyTimes(DeskScreen[None]):
    """A screen on which people, length, beginning and end are agreed."""

    def __init__(self, wall: Callable[[], Instant], people: int, usual: AgreedTimes | None) -> None:
        """``wall`` tells the time on the computer's clock; ``usual`` None leaves each plan its own length."""
        super().__init__()
        self.wall = wall
        self.people = people
        self.usual = usual
        self.times = usual
        """None as long as the plan's own length was not changed."""

    @property
    def preparation(self) -> Preparation | None:
        """What would be opened."""
        raise NotImplementedError

    def agreed(self) -> AgreedTimes:
        """What was agreed; otherwise the plan's own length."""
        if self.times is not None:
            return self.times
        preparation = self.preparation
        return AgreedTimes(preparation.length if preparation is not None else 0)

    def another_plan(self) -> None:
        """Another plan has its own length; what was agreed by the clock stays."""
        if self.times is None or self.times.begin is None:
            self.times = self.usual

    def do_people_more(self) -> None:
        """One person more."""
        self.people = min(MOST_PEOPLE, self.people + 1)
        self.draw()

    def do_people_fewer(self) -> None:
        """One person fewer."""
        self.people = max(1, self.people - 1)
        self.draw()

    def do_longer(self) -> None:
        """A minute longer."""
        self._lengthen(1)

    def do_shorter(self) -> None:
        """A minute shorter."""
        self._lengthen(-1)

    def do_longer_5(self) -> None:
        """Five minutes longer."""
        self._lengthen(5)

    def do_shorter_5(self) -> None:
        """Five minutes shorter."""
        self._lengthen(-5)

    def _lengthen(self, minutes: int) -> None:
        if self.preparation is None:
            self.say(_("Choose a plan first."))
            return
        times = self.agreed()
        self._change(times.lasting(times.length + minutes))

    def _change(self, times: AgreedTimes) -> None:
        self.times = times
        self.draw()

    def do_begin_time(self) -> None:
        """The beginning that was agreed by the clock; empty for none."""
        ask_time(
            _("At what clock time does the session begin?"),
            self.agreed().begin,
            lambda: Instant(self.wall() - LATE_START),
            self.app.push_screen,
            lambda time: self._change(self.agreed().beginning(time)),
        )

    def do_end_time(self) -> None:
        """The end that was agreed by the clock; empty for none."""
        ask_time(
            _("At what clock time does the session end?"),
            self.agreed().end,
            self.wall,
            self.app.push_screen,
            lambda time: self._change(self.agreed().ending(time)),
        )
