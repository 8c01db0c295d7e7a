"""The ways to what past sessions tell: of a group, of one of its sessions, of the year."""

from typing import TYPE_CHECKING

from textual import on

from facilitator.desk import messages as m
from facilitator.desk.errands import errand
from facilitator.desk.navigation import Navigation
from facilitator.texts.languages import _
from sessions.store.problems import StoreProblem

if TYPE_CHECKING:
    from sessions.store.groups import Group


class ReviewNavigation(Navigation):
    """The program as far as past sessions are looked at."""

    @on(m.GroupOpened)
    @errand
    async def show_group(self, opened: m.GroupOpened) -> None:
        """The sessions of a group."""
        from facilitator.desk.screens.review import GroupSessionsScreen  # start-up

        if (group := await self.group_asked_for(opened.code)) is not None:
            self.push_screen(GroupSessionsScreen(group, self.deck, is_sample=group is self.sample))

    @on(m.RecordOpened)
    def show_record(self, opened: m.RecordOpened) -> None:
        """One past session."""
        self.show_past_session(opened.group, opened.index)

    def show_past_session(self, group: "Group", index: int) -> None:
        """One past session of a group, counted from 0."""
        from facilitator.desk.screens.past_session import PastSessionScreen  # start-up

        self.push_screen(PastSessionScreen(group, index, self.deck))

    @on(m.UseAgainAsked)
    def use_again(self, asked: m.UseAgainAsked) -> None:
        """Make a session ready with the agenda of a past one."""
        from facilitator.desk.screens.making_ready import MakingReadyScreen  # start-up
        from facilitator.preparing.preparation import again  # start-up

        record = asked.group.records[asked.index]
        self.push_screen(
            MakingReadyScreen(
                self.deck,
                self.wall,
                asked.group,
                again(record, self.deck),
                length=record.planned,
                is_sample=asked.group is self.sample,
            )
        )

    @on(m.YearAsked)
    @errand
    async def show_year(self) -> None:
        """The year and the one before it, over all groups; the sample is not among them."""
        from facilitator.desk.screens.pages import text_page  # start-up
        from facilitator.desk.screens.year_drawing import drawn  # start-up
        from facilitator.texts import years  # start-up
        from facilitator.texts.reasons import trouble  # start-up
        from sessions.history.years import year_of  # start-up
        from sessions.store.groups import Group  # start-up

        this = self.today().year

        def read() -> str:
            found = list(self.store.groups.all())
            kept = [(each.set_up.form, record) for each in found if isinstance(each, Group) for record in each.records]
            texts = [years.as_text(year_of(kept, year), None, self.deck) for year in (this, this - 1)]
            return "\n".join([*texts, *(trouble(each) for each in found if isinstance(each, StoreProblem))])

        self.push_screen(text_page(_("The year"), drawn(await self.from_disk(read))))

    @on(m.ReportAsked)
    def show_report(self, asked: m.ReportAsked) -> None:
        """The report for whoever ordered the supervision, to be seen before it is written."""
        from facilitator.desk.screens.pages import text_page  # start-up
        from facilitator.texts import reports  # start-up

        code = asked.group.code
        text = reports.as_text(code, reports.rows_of(asked.group.records))
        how = _("“{command}” in another terminal writes it to a file.").format(
            command=f"facilitator report {code} --pdf"
        )
        self.push_screen(text_page(_("Report"), f"{text}\n{reports.one_unit()}\n{how}"))

    @on(m.ComparisonAsked)
    def show_comparison(self, asked: m.ComparisonAsked) -> None:
        """Two past sessions side by side."""
        from facilitator.desk.screens.comparing import ComparingScreen  # start-up

        self.push_screen(ComparingScreen(asked.group, asked.left, asked.right, self.deck))
