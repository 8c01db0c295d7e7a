"""What the chosen group's next session would be, and what its last ones were. Values only: nothing of a screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from exercises.deck import Deck
from facilitator.preparing.for_group import usual_people, usual_times
from facilitator.preparing.preparation import Preparation
from sessions.history.proposing import Proposal, proposals
from sessions.history.series import expected, held
from sessions.record import Record
from sessions.store.groups import Group

MOST_SESSIONS = 12
"""Past sessions that are listed at most."""


@dataclass(frozen=True, slots=True)
class Course:
    """The next session as making it ready would begin, and the last ones."""

    proposal: Proposal
    ahead: Preparation | None
    """None where the plan that is proposed cannot be read."""
    due: date | None
    """The day on which it would be in the rhythm of the group; None when that is unknown, or gone by."""
    last: Record | None
    """The last session that took place."""
    lately: tuple[Record, ...]
    """The last sessions, also those that did not take place, newest first."""
    numbers: Mapping[int, int]
    """The number in the series of each that took place, by its uid."""

    @classmethod
    def of(cls, group: Group, deck: Deck, today: date, people: int | None, length: int | None) -> "Course":
        """Of a group that has been read whole; ``people`` and ``length`` are the settings."""
        sessions = held(group.records)
        last = sessions[-1] if sessions else None
        proposal = proposals(sessions, group.set_up, today)[0]
        text = deck.plan(proposal.plan)
        present, times = usual_people(last, group.set_up, people), usual_times(last, group.set_up, length)
        due = expected(sessions, group.set_up)
        lately = tuple(reversed(group.records))[:MOST_SESSIONS]
        first = len(sessions) - sum(each.kind.took_place for each in lately) + 1
        took_place = [each for each in reversed(lately) if each.kind.took_place]
        return cls(
            proposal,
            Preparation.agreed(text.plan, present, times, group.code) if text is not None else None,
            due if due is not None and due >= today else None,
            last,
            lately,
            {each.uid: number for number, each in enumerate(took_place, first)},
        )
