"""What a card and a plan are, with their texts."""

from dataclasses import dataclass
from fractions import Fraction

from exercises.closed import Form, Phase, Remote, Theme, Turns
from sessions.minutes import whole_minutes
from sessions.plan import Plan, Step
from sessions.values import Id

LANGUAGES = ("fi", "en", "sv")


@dataclass(frozen=True, slots=True)
class Text:
    """The same text in the languages it has been written in."""

    fi: str = ""
    en: str = ""
    sv: str = ""

    def said(self, language: str) -> str:
        """The text in ``language``, else in Finnish, else in English."""
        return str(getattr(self, language, "")) or self.fi or self.en

    def __bool__(self) -> bool:
        return bool(self.fi or self.en or self.sv)


NO_TEXT = Text()


@dataclass(frozen=True, slots=True)
class Card:
    """An exercise card."""

    id: Id
    name: Text
    purpose: Text
    phase: Phase
    form: Form
    people: tuple[int, int, int]
    """The fewest it works with, the number it is best with, the most."""
    themes: tuple[Theme, ...]
    turns: Turns
    remote: Remote
    steps: tuple[Step, ...]
    step_texts: tuple[Text, ...]
    invitation: Text
    """What the supervisor can say or show to the group."""
    advice: Text
    source: Text
    materials: Text = NO_TEXT
    caution: Text = NO_TEXT
    remote_substitute: Id | None = None
    sensitive: bool = False
    """Its name alone would tell what troubles the group: stored as ``special``."""

    def minutes(self, people: int) -> int:
        """Whole minutes with ``people`` present."""
        return whole_minutes(sum((step.minutes.for_people(people) for step in self.steps), Fraction(0)))


@dataclass(frozen=True, slots=True)
class PlanText:
    """A plan with its texts."""

    plan: Plan
    name: Text
    suits: Text
    titles: tuple[Text, ...]
    """The title of each item, by its slot."""
    note: Text = NO_TEXT
    own: bool = False
    """Written by the supervisor, not shipped."""
