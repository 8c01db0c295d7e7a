"""The ways of a group's memory: what is agreed, sessions written down and put right, erasing; the example."""

from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from textual import on

from facilitator.desk import messages as m
from facilitator.desk.errands import errand
from facilitator.desk.review_navigation import ReviewNavigation
from facilitator.texts.languages import _
from sessions.store.problems import StoreProblem

if TYPE_CHECKING:
    from facilitator.desk.screens.form import Form, FormScreen
    from facilitator.desk.screens.group_form import SetUpForm
    from facilitator.desk.screens.session_form import SessionForm
    from sessions.store.erasing import Going, Trace
    from sessions.store.folder import Store
    from sessions.store.groups import Group
    from sessions.values import GroupCode

FormT = TypeVar("FormT", bound="Form")


class GroupNavigation(ReviewNavigation):
    """The program as far as the groups and what is kept of them are concerned."""

    @contextmanager
    def _writing(self) -> "Iterator[Store]":
        """The data folder, written in by nobody else meanwhile.

        Raises:
            StoreProblem: another program runs a session, or the folder cannot be used.
        """
        self.store.claim()
        try:
            yield self.store
        finally:
            self.given_up()

    async def _write(self, act: "Callable[[Store], None]") -> bool:
        """Write, and say what kept it from being written."""

        def write() -> None:
            with self._writing() as store:
                act(store)

        try:
            await self.from_disk(write, for_good=True)
        except StoreProblem as problem:
            self.say_trouble(problem)
            return False
        return True

    async def _codes(self) -> "list[GroupCode] | None":
        """The codes that are in use; None, and why is said, when nobody knows."""

        def read() -> "list[GroupCode]":
            return self.store.groups.codes()

        try:
            return await self.from_disk(read)
        except StoreProblem as problem:
            self.say_trouble(problem)
            return None

    async def _real(self, code: "GroupCode") -> "Group | None":
        """A group of which something can be written; the sample is not written to."""
        if self.sample is not None and code == self.sample.code:
            self.say(_("This is an example: nothing of it is stored, and nothing can be changed in it."))
            return None
        return await self.group_asked_for(code)

    async def _renew(self, code: "GroupCode", said: str) -> None:
        """Show a group anew where it stands open, and say what was done."""
        from facilitator.desk.screens.past_session import PastSessionScreen  # start-up
        from facilitator.desk.screens.review import GroupSessionsScreen  # start-up

        if isinstance(self.screen, PastSessionScreen):
            self.pop_screen()
        group = await self.from_disk(lambda: self.group(code))
        for screen in self.screen_stack:
            if isinstance(screen, GroupSessionsScreen) and group is not None:
                screen.renew(group)
        self.fill_home()
        self.say(said)

    def _ask_form(self, screen: "FormScreen[FormT]", keep: "Callable[[FormT], Coroutine[None, None, None]]") -> None:
        """Show a form; what comes of it is kept on an errand."""

        def made(form: "FormT | None") -> None:
            if form is not None:
                self.begin(lambda: keep(form))

        self.push_screen(screen, made)

    @on(m.NewGroupAsked)
    @errand
    async def begin_group(self) -> None:
        """Ask what is agreed with a new group; then its first session is made ready."""
        from random import SystemRandom  # start-up

        from facilitator.desk.screens.form import FormScreen  # start-up
        from facilitator.desk.screens.group_form import SetUpForm  # start-up
        from sessions.process import SetUp  # start-up
        from sessions.values import unused_code  # start-up

        codes = await self._codes()
        if codes is None:
            return
        agreed = SetUp(people=self.settings.people, length=self.settings.length)
        form = SetUpForm(unused_code(codes, SystemRandom()), agreed, frozenset(codes))

        async def keep(made: "SetUpForm") -> None:
            if await self._write(lambda store: store.groups.agree(made.code, made.set_up)):
                self.point_at_home(made.code)
                self.post_message(m.NewSessionAsked(made.code))

        self._ask_form(FormScreen(form, keep=_("Begin, and make ready")), keep)

    @on(m.SetUpAsked)
    @errand
    async def show_set_up(self, asked: m.SetUpAsked) -> None:
        """What is agreed with a group."""
        from facilitator.desk.screens.form import FormScreen  # start-up
        from facilitator.desk.screens.group_form import SetUpForm  # start-up

        group = await self._real(asked.code)
        if group is None:
            return

        async def keep(made: "SetUpForm") -> None:
            if made.set_up == group.set_up:
                self.say(_("Nothing was changed."))
            elif await self._write(lambda store: store.groups.agree(made.code, made.set_up)):
                await self._renew(made.code, _("Kept: what is agreed with {code}.").format(code=made.code))

        self._ask_form(FormScreen(SetUpForm(asked.code, group.set_up)), keep)

    @on(m.LogAsked)
    @errand
    async def write_down(self, asked: m.LogAsked) -> None:
        """Write a session down that was not run here."""
        from secrets import randbits  # start-up

        from facilitator.desk.screens.form import FormScreen  # start-up
        from facilitator.desk.screens.session_form import SessionForm  # start-up
        from facilitator.preparing.for_group import usual_people  # start-up
        from facilitator.texts.reports import logged  # start-up
        from sessions.history.series import held  # start-up
        from sessions.process import SessionKind  # start-up
        from sessions.record import Record  # start-up

        group = await self._real(asked.code)
        if group is None:
            return
        last = next(reversed(held(group.records)), None)
        people = usual_people(last, group.set_up, self.settings.people)
        minutes = group.set_up.length or (last.planned if last is not None else None) or self.settings.length or 90
        record = Record(randbits(63), self.today(), people, minutes, minutes, kind=SessionKind.LOGGED)

        async def keep(made: "SessionForm") -> None:
            if await self._write(lambda store: _keep(store, made)):
                await self._renew(made.code, logged(made.code, made.record))

        form = SessionForm(asked.code, record, self.today(), usual_people=people)
        self._ask_form(FormScreen(form, keep=_("Write it down")), keep)

    @on(m.CorrectAsked)
    @errand
    async def correct(self, asked: m.CorrectAsked) -> None:
        """Put a past session right."""
        from facilitator.desk.screens.form import FormScreen  # start-up
        from facilitator.desk.screens.session_form import SessionForm  # start-up
        from facilitator.texts.reports import logged  # start-up

        code = asked.group.code
        if await self._real(code) is None:
            return

        async def keep(made: "SessionForm") -> None:
            if await self._write(lambda store: _correct(store, code, made)):
                await self._renew(code, logged(made.code, made.record))

        codes = tuple(await self._codes() or (code,))
        form = SessionForm(code, asked.group.records[asked.index], self.today(), codes)
        self._ask_form(FormScreen(form), keep)

    @on(m.EraseAsked)
    @errand
    async def ask_to_erase(self, asked: m.EraseAsked) -> None:
        """Say what would go, and ask. Every file is looked into."""
        from facilitator.desk.screens.erasing import ErasingScreen  # start-up
        from facilitator.texts.erasing import going as said  # start-up
        from sessions.store import erasing  # start-up

        if self.sample is not None and asked.code == self.sample.code:
            await self._show_sample()
            return
        uids = None if asked.uid is None else frozenset({asked.uid})
        try:
            plan = await self.from_disk(lambda: erasing.going(self.store, asked.code, uids))
        except erasing.StillRunning:
            self.say(_("A session of {code} is not finished: end or discard it first.").format(code=asked.code))
            return
        except StoreProblem as problem:
            self.say_trouble(problem)
            return

        def chosen(sure: bool | None) -> None:
            if sure:
                self._erase(plan)

        self.push_screen(ErasingScreen(plan.erasing, said(plan, self.store.folder)), chosen)

    @errand
    async def _erase(self, plan: "Going") -> None:
        from facilitator.desk.screens.pages import text_page  # start-up
        from facilitator.texts.erasing import elsewhere, proof  # start-up
        from sessions.store import erasing  # start-up

        def erase() -> "tuple[Trace, ...]":
            with self._writing() as store:
                return erasing.erase(store, plan.erasing)

        try:
            left = await self.from_disk(erase, for_good=True)
        except StoreProblem as problem:
            self.say_trouble(problem)
            return
        self.go_home()
        lines = [*proof(left, self.store.folder), "", *elsewhere()]
        self.push_screen(text_page(_("Erased") if not left else _("Something is left"), "\n".join(lines)))

    @on(m.SampleAsked)
    @errand
    async def show_sample(self) -> None:
        """The group to explore comes, or goes; it is only in memory."""
        await self._show_sample()

    async def _show_sample(self) -> None:
        from facilitator.preparing.sample_group import SAMPLE, sample_group  # start-up

        if SAMPLE in (await self._codes() or ()):
            self.say(_("{code} is in use already.").format(code=SAMPLE))
            return
        gone = self.sample is not None
        self.sample = None if gone else sample_group(self.today())
        self.go_home()
        self.fill_home(self.sample.code if self.sample is not None else None)
        said = _("The example is gone; nothing of it was ever stored.")
        begun = _("An example, only in memory: r shows what its sessions tell, X takes it away.")
        self.say(said if gone else begun)


def _keep(store: "Store", made: "SessionForm") -> None:
    store.keep(made.code, made.record)


def _correct(store: "Store", code: "GroupCode", made: "SessionForm") -> None:
    from sessions.store import moving

    store.groups.correct(code, made.record)
    if made.code != code:
        moving.move(store, made.record.uid, code, made.code)
