"""A session made ready line by line: which plan, for how many, how long; what would be opened is said before it is."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum, auto
from functools import cache, partial
from typing import Any, Protocol

from exercises.deck import Deck
from facilitator.desk.screens.plan_list import OfferedPlan, PlanFinder, Section, offered
from facilitator.desk.screens.ready_facts import ready_rows, warnings
from facilitator.desk.screens.ready_group import GroupsPart
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.write import Write
from facilitator.plain.dialogs import Question, Say, question_of
from facilitator.plain.finding import Finding, Hit
from facilitator.preparing.agreed_times import AgreedTimes
from facilitator.preparing.end_time import NOT_TO_COME, end_at
from facilitator.preparing.for_group import usual_people, usual_times
from facilitator.preparing.preparation import Preparation
from facilitator.settings import Settings
from facilitator.texts.languages import _
from facilitator.texts.names import plan_name
from facilitator.texts.phrases import clock, date_of, duration, minutes, people, session_said
from facilitator.texts.processes import why_said
from sessions.history.proposing import proposals
from sessions.history.series import held, position
from sessions.limits import LONGEST, MOST_PEOPLE, SHORTEST
from sessions.plan import Plan
from sessions.process import NOTHING_AGREED
from sessions.store.groups import Group
from sessions.values import Id, Instant

ALL = ""
"""Taken in the place of a plan: every plan is to be said."""


class Act(Enum):
    """What can be done with a session that is made ready."""

    OPEN = auto()
    PEOPLE = auto()
    LENGTH = auto()
    END = auto()
    OWN = auto()
    BACK = auto()


class Ways(Protocol):
    """Where making ready leads."""

    def put(self, question: Question) -> None:
        """Ask a question; the next line answers."""

    def open(self, prepared: Preparation) -> None:
        """Open the session."""

    def home(self) -> None:
        """Go back to where the groups are."""


class MakingReady:
    """A session of a group, or of none, that is made ready."""

    def __init__(
        self, deck: Deck, wall: Callable[[], Instant], group: Group | None, usual: Settings, say: Say, ways: Ways
    ) -> None:
        """``wall`` tells the time on the computer's clock; ``usual`` says what no group says otherwise."""
        records = group.records if group is not None else ()
        set_up = group.set_up if group is not None else NOTHING_AGREED
        last = next(reversed(held(records)), None)
        self._deck = deck
        self._wall = wall
        self._group = group
        self._say = say
        self._ways = ways
        self._people = usual_people(last, set_up, usual.people)
        self._times: AgreedTimes | None = usual_times(last, set_up, usual.length)
        self._proposed = proposals(records, set_up, self._today) if group is not None else ()
        self._part = GroupsPart(group, deck)

    @property
    def _today(self) -> date:
        return date_of(self._wall())

    def ask_plan(self) -> None:
        """Ask for the plan: what suits now is said, every other one is found by words."""
        group = self._group
        finder = cache(lambda: PlanFinder(self._deck))
        offers = offered(self._deck, group, self._proposed)
        usable = [each for each in offers if each.broken is None]
        suiting = [self._hit(each) for each in usable if each.section is not Section.ALL]
        every = [self._hit(each) for each in usable if each.section is Section.ALL]

        def taken(plan: Id | str | None) -> None:
            if plan is None:
                self._ways.home()
            elif plan == ALL:
                self._ways.put(Finding(_("Every plan, A–Z"), every, find, self._say, taken, most=len(every)))
            else:
                self.ready(Id(plan))

        def find(words: str) -> list[Hit[Id | str]]:
            return [self._hit(each) for each in finder().find(words)]

        place = f"{group.code}, {session_said(position(group.records, group.set_up))}. " if group is not None else ""
        suiting.append(Hit(_("Every plan, A–Z"), ALL))
        self._ways.put(Finding(place + _("Which plan?"), suiting, find, self._say, taken))

    def _hit(self, each: OfferedPlan) -> Hit[Id | str]:
        text = self._deck.plan(each.plan)
        parts = [plan_name(each.plan, self._deck)]
        if text is not None:
            parts.append(minutes(text.plan.length()))
        if each.why is not None:
            parts.append(why_said(each.why))
        return Hit(", ".join(parts), each.plan)

    def ready(self, plan: Id) -> None:
        """Make a plan ready, and say what would be opened."""
        text = self._deck.plan(plan)
        if text is None:
            self._ways.home()
            return
        self._part.forget()
        self._tell(text.plan)

    def _made(self, plan: Plan) -> Preparation:
        code = self._group.code if self._group is not None else None
        return self._part.on(Preparation.agreed(plan, self._people, self._times, code))

    def _tell(self, plan: Plan) -> None:
        """Say what would be opened, and ask whether it is right."""
        made = self._made(plan)
        for line in self._lines(made):
            self._say(line)
        own = self._part.own(plan, self._people)
        options = [
            Option(_("Open the session"), Act.OPEN),
            Option(_("Another number of people"), Act.PEOPLE, people(self._people)),
            Option(_("Another length"), Act.LENGTH, minutes(made.length)),
            Option(_("An agreed end, as clock time"), Act.END, clock(made.end) if made.end is not None else ""),
        ]
        if own and not self._part.takes_own:
            said = self._part.own_said(plan, own)
            options.append(Option(_("The minutes that this group really takes"), Act.OWN, detail=said))
        if self._part.waiting:
            options.append(Option(_("Bring back what was moved from last time"), Act.BACK))
        self._put(Choice(plan_name(plan.id, self._deck), options), lambda what: self._do(plan, made, what))

    def _lines(self, made: Preparation) -> Iterator[str]:
        times = self._times or AgreedTimes(made.length)
        by_clock = (
            f"{clock(times.begin)}–{clock(times.end)}" if times.begin is not None and times.end is not None else ""
        )
        yield ", ".join(part for part in (people(made.people), duration(made.length), by_clock) if part)
        for row in ready_rows(made, self._deck, times.begin):
            parts = [row.begins] if times.begin is not None else []
            parts += [row.title, minutes(row.minutes), *([_("protected")] if row.is_protected else [])]
            yield ", ".join(parts)
        yield from warnings(made, self._deck)

    def _put(self, screen: Choice[Any] | Write, answered: Callable[[Any], None]) -> None:
        self._ways.put(question_of(screen, self._say, answered))

    def _do(self, plan: Plan, made: Preparation, what: Act | None) -> None:
        match what:
            case None:
                self.ask_plan()
            case Act.OPEN:
                self._ways.open(made)
            case Act.PEOPLE:
                self._ask_number(plan, _("How many people?"), 1, MOST_PEOPLE, self._take_people)
            case Act.LENGTH:
                times = self._times or AgreedTimes(made.length)
                take = partial(self._take_length, times)
                self._ask_number(plan, _("How many minutes?"), SHORTEST, LONGEST, take)
            case Act.END:
                self._ask_end(plan)
            case Act.OWN:
                self._part.takes_own = True
                self._tell(plan)
            case _:
                self._ask_back(plan, made)

    def _ask_number(self, plan: Plan, title: str, least: int, most: int, take: Callable[[int], None]) -> None:
        def wrong(text: str) -> str:
            within = text.isdigit() and least <= int(text) <= most
            return "" if within else _("A whole number, {least}–{most}.").format(least=least, most=most)

        def written(text: str | None) -> None:
            if text is not None:
                take(int(text))
            self._tell(plan)

        self._put(Write(title, most=len(str(most)), check=wrong, digits=True), written)

    def _take_people(self, count: int) -> None:
        self._people = count

    def _take_length(self, times: AgreedTimes, length: int) -> None:
        self._times = times.lasting(length)

    def _ask_end(self, plan: Plan) -> None:
        def wrong(text: str) -> str:
            end = end_at(text, self._wall())
            if end is None:
                return _("A time such as 11.30.")
            return _("That time is past.") if end == NOT_TO_COME else ""

        def written(text: str | None) -> None:
            if text is not None:
                times = self._times or AgreedTimes(self._made(plan).length)
                self._times = times.ending(end_at(text, self._wall()))
            self._tell(plan)

        self._put(Write(_("At what clock time does the session end?"), most=5, check=wrong), written)

    def _ask_back(self, plan: Plan, made: Preparation) -> None:
        asked: list[object] = []

        def put(screen: Any, answered: Callable[[Any], None], /) -> None:  # noqa: ANN401 (a dialog of any result)
            def told(what: object) -> None:
                before = len(asked)
                answered(what)
                if len(asked) == before:
                    self._tell(plan)

            asked.append(screen)
            self._put(screen, told)

        self._part.ask_back(made, put, self._say)
