"""What a card and a plan are, with their texts."""

from fractions import Fraction

from msgspec import Struct

from exercises.closed import Form, Phase, Remote, Theme, Turns
from sessions.minutes import whole_minutes
from sessions.plan import Plan, Step
from sessions.values import Id


class Text(Struct, frozen=True):
    """The same text in the languages it has been written in."""

    fi: str = ""
    en: str = ""
    sv: str = ""

    def said(self, language: str) -> str:
        """The text in ``language``, else in Finnish, else in English."""
        return str(getattr(self, language, "")) or self.fi or self.en

    def lacks(self, language: str) -> bool:
        """Whether it is there, but not in ``language``."""
        return bool(self) and not getattr(self, language, "")

    def __bool__(self) -> bool:
        return bool(self.fi or self.en or self.sv)


NO_TEXT = Text()
LONG_ROUND = 15
"""Minutes: a round that takes longer tires a group, and the card says what to do instead."""


class Card(Struct, frozen=True):
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
    step_invitations: tuple[Text, ...] = ()
    """What the group reads during each step, one for each; empty where the step's own line says enough."""
    materials: Text = NO_TEXT
    sheet: Text = NO_TEXT
    """What the exercise needs in hand (words, windows, a scale, ground rules): a line each, to show or to print."""
    caution: Text = NO_TEXT
    remote_substitute: Id | None = None
    shorter: Id | None = None
    """The card to take instead when its round would become too long."""
    sensitive: bool = False
    """Its name alone would tell what troubles the group: stored as ``special``."""

    def minutes(self, people: int) -> int:
        """Whole minutes with ``people`` present."""
        return whole_minutes(sum((step.minutes.for_people(people) for step in self.steps), Fraction(0)))

    def longest_round(self, people: int) -> Fraction:
        """The minutes of its longest round with ``people`` present; 0 when it has none."""
        rounds = (step.minutes.for_people(people) for step in self.steps if step.speaking.is_round)
        return max(rounds, default=Fraction(0))

    def suits(self, people: int) -> bool:
        """Whether it works with ``people`` present."""
        return self.people[0] <= people <= self.people[2]


class Question(Struct, frozen=True):
    """A question card."""

    id: Id
    theme: Theme
    text: Text
    after: Id | None = None
    """The question that it goes on from; it is drawn only when that one has been."""


class PlanText(Struct, frozen=True):
    """A plan with its texts."""

    plan: Plan
    name: Text
    suits: Text
    titles: tuple[Text, ...]
    """The title of each item, by its slot."""
    when: Text = NO_TEXT
    """At which point of a process."""
    bring: Text = NO_TEXT
    """What to have at hand."""
    note: Text = NO_TEXT
    own: bool = False
    """Written by the supervisor, not shipped."""
