"""What is agreed with a group, as a form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from facilitator.desk.screens.values_screen import Row
from facilitator.texts.languages import _
from facilitator.texts.phrases import minutes
from facilitator.texts.processes import FORMS, LANGUAGES, SETTINGS, from_to, rhythm_said, trial_said
from sessions.limits import LONGEST, MOST_PEOPLE, SHORTEST
from sessions.process import MOST_SESSIONS, MOST_TRIALS, MOST_WEEKS, Form, Language, Setting, SetUp
from sessions.values import GroupCode

MOST_CODE = 999
_NUMBERS = {
    "people": (1, MOST_PEOPLE, 1, 5), "length": (SHORTEST, LONGEST, 5, 90), "sessions": (1, MOST_SESSIONS, 1, 10),
    "weeks": (1, MOST_WEEKS, 1, 3),
}  # fmt: skip
"""Least, most, how far a key goes, and from where it is counted when nothing was said."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SetUpForm:
    """What is agreed, of a group that there is or of a new one."""

    code: GroupCode
    set_up: SetUp
    taken: frozenset[GroupCode] | None = None
    """The codes that are in use, for a new group; None for one that there is, whose code stays."""

    @property
    def title(self) -> str:
        """Which group."""
        if self.taken is not None:
            return _("A new group")
        return _("Group {code}").format(code=self.code)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its code if it is new, and what is agreed."""
        agreed, number = self.set_up, int(self.code[1:])
        nothing = _("not set")
        caution = _(
            "Drawn by chance. Digits write another; not one by which the group could be told, such as a postcode or "
            "the number of a contract."
        )
        people = from_to(agreed.people, agreed.people) if agreed.people is not None else nothing
        length = minutes(agreed.length) if agreed.length is not None else nothing
        weeks = rhythm_said(agreed.weeks) if agreed.weeks is not None else nothing
        planned = str(agreed.sessions) if agreed.sessions is not None else nothing
        language = _(LANGUAGES[agreed.language]) if agreed.language is not None else nothing
        setting = _(SETTINGS[agreed.setting]) if agreed.setting is not None else nothing
        new = (Row("code", _("Group's code"), self.code, caution, number, MOST_CODE),) if self.taken is not None else ()
        return (
            *new,
            Row("language", _("Language"), language, is_set=agreed.language is not None),
            Row("form", _("Counts as"), _(FORMS[agreed.form]), _("In the figures of the year.")),
            Row("people", _("Usually present"), people,
                _("The next session is made ready for so many; l and L change it there."),
                agreed.people or 0, MOST_PEOPLE, is_set=agreed.people is not None),
            Row("length", _("Usual length"), length,
                _("The next session is made ready so long; + and − change it there."), agreed.length or 0, LONGEST,
                is_set=agreed.length is not None),
            Row("sessions", _("Sessions in the series"), planned,
                _("By this the review in the middle, the year's evaluation and the final session are proposed."),
                agreed.sessions or 0, MOST_SESSIONS, is_set=agreed.sessions is not None),
            Row("weeks", _("Rhythm"), weeks,
                _("By this home knows which group meets today, and which has not met for long."),
                agreed.weeks or 0, MOST_WEEKS, is_set=agreed.weeks is not None),
            Row("setting", _("Where"), setting,
                _("Remotely, the plan of a remote session is proposed."), is_set=agreed.setting is not None),
            Row("trial", _("Trial or agreed"), trial_said(agreed.trial),
                _("After the trial sessions the contract is proposed.")),
            Row("running", _("The process"), _("is going on") if agreed.running else _("has ended"),
                _("An ended one stands last at home; 90 days after its last session its erasing is offered.")),
        )  # fmt: skip

    def turned(self, key: str, by: int) -> "SetUpForm":
        """See ``Form``."""
        agreed = self.set_up
        if key == "code":
            return replace(self, code=self._another(by))
        if key in _NUMBERS:
            least, most, step, first = _NUMBERS[key]
            before = getattr(agreed, key)
            wanted = first if before is None else before + by * step
            return self.having(key, wanted if least <= wanted <= most else None if wanted < least else most)
        changed: dict[str, SetUp] = {
            "language": replace(agreed, language=_next((None, *Language), agreed.language, by)),
            "setting": replace(agreed, setting=_next((None, *Setting), agreed.setting, by)),
            "form": replace(agreed, form=_next(tuple(Form), agreed.form, by)),
            "trial": replace(agreed, trial=_next((None, *range(1, MOST_TRIALS + 1)), agreed.trial, by)),
            "running": replace(agreed, running=not agreed.running),
        }
        return replace(self, set_up=changed[key])

    def having(self, key: str, value: int | date | None) -> "SetUpForm":
        """See ``Form``."""
        if key == "code" and isinstance(value, int):
            return replace(self, code=GroupCode(f"R{value:02}"))
        if isinstance(value, date):
            return self
        match key:
            case "people":
                return replace(self, set_up=replace(self.set_up, people=value))
            case "length":
                return replace(self, set_up=replace(self.set_up, length=value))
            case "sessions":
                return replace(self, set_up=replace(self.set_up, sessions=value))
            case "weeks":
                return replace(self, set_up=replace(self.set_up, weeks=value))
        return self

    def wrong(self) -> str:
        """See ``Form``."""
        if self.taken is not None and self.code in self.taken:
            return _("{code} is in use already.").format(code=self.code)
        if self.set_up.length is not None and self.set_up.length < SHORTEST:
            return _("A session lasts {least} to {most} minutes.").format(least=SHORTEST, most=LONGEST)
        return ""

    def _another(self, by: int) -> GroupCode:
        number = (int(self.code[1:]) - 1 + by) % MOST_CODE + 1
        return GroupCode(f"R{number:02}")


def _next(values: Sequence[T], now: T, by: int) -> T:
    place = values.index(now) if now in values else 0
    return values[(place + by) % len(values)]
