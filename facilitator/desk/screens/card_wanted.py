"""What is looked for on the screen of cards."""

from dataclasses import dataclass, replace

from exercises.card import Card, Question
from exercises.choosing import CardFilter, fits
from facilitator.desk.screens.card_list import Broken, Entry
from sessions.limits import MOST_PEOPLE


@dataclass(frozen=True, slots=True)
class Wanted:
    """Cards or questions, for so many people, through a filter, like a text."""

    people: int
    filter: CardFilter
    questions: bool = False
    text: str = ""
    """Empty when nothing is searched for."""

    def for_people(self, count: int) -> "Wanted":
        """For another number of people, as near to ``count`` as there can be."""
        people = max(1, min(MOST_PEOPLE, count))
        fitting = self.filter if self.filter.people is None else replace(self.filter, people=people)
        return replace(self, people=people, filter=fitting)

    def lets_through(self, entry: Entry) -> bool:
        """Whether the filter does; what can be no card or question is there only where nothing is filtered."""
        if isinstance(entry, Card):
            return fits(entry, self.filter, self.people)
        if isinstance(entry, Question):
            return self.filter.theme in (None, entry.theme)
        return not self.text and (not isinstance(entry, Broken) or self.filter == CardFilter())
