"""A session that is written down or put right by hand, as a form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from facilitator.desk.screens.values_screen import Row
from facilitator.texts.languages import _
from facilitator.texts.phrases import day, minutes, people, weekday
from facilitator.texts.processes import KINDS
from sessions.limits import LONGEST, MOST_PEOPLE
from sessions.process import SessionKind
from sessions.record import Record
from sessions.values import GroupCode

WRITTEN = (SessionKind.LOGGED, SessionKind.CANCELLED, SessionKind.UNUSED)


@dataclass(frozen=True, slots=True)
class SessionForm:
    """A session of a group: of a new record, or of one that is kept."""

    code: GroupCode
    record: Record
    today: date
    groups: Sequence[GroupCode] = ()
    """The groups it could belong to; none when it is written down anew."""
    usual_people: int = 1

    @property
    def is_new(self) -> bool:
        """It is not kept yet."""
        return not self.groups

    @property
    def title(self) -> str:
        """What is done, of which group."""
        said = _("{code}: a session that was not run here") if self.is_new else _("{code}: put a session right")
        return said.format(code=self.code)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What can be said of it."""
        record = self.record
        taken = record.actual if record.kind.took_place else record.planned
        kind = Row("kind", _("What"), _(KINDS[record.kind]),
                   _("Without it the place in the series and every figure would be wrong."))  # fmt: skip
        group = Row("group", _("Group"), self.code, _("Another one, if it was kept for the wrong group."))
        present = Row("people", _("Present"), people(record.people), "", record.people, MOST_PEOPLE)
        return (
            *([kind] if self.is_new else [group]),
            Row("day", _("Day"), f"{weekday(record.day)} {day(record.day)}", _("Digits write it: 11.3."),
                latest=self.today),
            Row("minutes", _("Minutes") if record.kind.took_place else _("Minutes agreed"), minutes(taken), "", taken,
                LONGEST),
            *([present] if record.kind.took_place else []),
            Row("charged", _("Charged"), _("yes") if record.charged else _("no")),
        )  # fmt: skip

    def turned(self, key: str, by: int) -> "SessionForm":
        """See ``Form``."""
        record = self.record
        match key:
            case "kind":
                kind = WRITTEN[(WRITTEN.index(record.kind) + by) % len(WRITTEN)]
                return self._being(kind)
            case "group":
                place = list(self.groups).index(self.code)
                return replace(self, code=self.groups[(place + by) % len(self.groups)])
            case "day":
                return self.having("day", record.day + timedelta(days=by))
            case "charged":
                return replace(self, record=replace(record, charged=not record.charged))
            case "people":
                return self.having("people", max(1, min(MOST_PEOPLE, record.people + by)))
        taken = record.actual if record.kind.took_place else record.planned
        return self.having("minutes", max(1, min(LONGEST, taken + 5 * by)))

    def having(self, key: str, value: int | date | None) -> "SessionForm":
        """See ``Form``; nothing here can be left unsaid."""
        record = self.record
        if key == "day" and isinstance(value, date):
            return replace(self, record=replace(record, day=min(value, self.today)))
        if isinstance(value, int) and key == "people":
            return replace(self, record=replace(record, people=value))
        if isinstance(value, int) and key == "minutes":
            planned = value if self.is_new or not record.kind.took_place else record.planned
            return replace(self, record=replace(record, planned=planned, actual=value if record.kind.took_place else 0))
        return self

    def _being(self, kind: SessionKind) -> "SessionForm":
        """What was not held was attended by nobody and took no time."""
        took_place = kind.took_place
        return replace(
            self,
            record=replace(
                self.record,
                kind=kind,
                people=self.usual_people if took_place else 0,
                actual=self.record.planned if took_place else 0,
            ),
        )

    def wrong(self) -> str:
        """See ``Form``."""
        return ""
