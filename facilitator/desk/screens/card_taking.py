"""The cards from where one is taken: into a plan, or into the session that runs."""

from collections.abc import Collection

from textual.app import ComposeResult

from exercises.card import Card, Question
from exercises.choosing import CardFilter
from exercises.closed import Theme
from exercises.deck import Deck
from facilitator.desk.screens import cards_drawing as drawing
from facilitator.desk.screens.card_lots import Lots
from facilitator.desk.screens.card_purpose import Purpose, Taken
from facilitator.desk.screens.card_wanted import Wanted
from facilitator.desk.screens.cards import CardsScreen
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import Lines
from sessions.values import Id


class CardTaking(CardsScreen):
    """Gives back what was taken; None when it was left. What taking would do stands below the list."""

    lists_broken = False
    row = 0

    def __init__(
        self,
        deck: Deck,
        people: int,
        purpose: Purpose,
        *,
        wanted: CardFilter | None = None,
        recent: Collection[Id] = (),
        asked: Collection[Id] = (),
        themes: Collection[Theme] = (),
    ) -> None:
        """``recent`` are the cards this group has used lately, ``asked`` the questions that it has been asked.

        ``themes`` are what a question should be about.
        """
        super().__init__(deck, people)
        self._purpose = purpose
        self.without_card = purpose.empty
        self._wanted = Wanted(people, wanted or CardFilter())
        if not any(map(self._wanted.lets_through, self._listed.cards)):
            self._wanted = Wanted(people, CardFilter(people=self._wanted.filter.people))
        self._recent = frozenset(recent)
        self._lots = Lots(self._recent, asked, themes)

    def below(self) -> ComposeResult:
        """The effect."""
        yield Lines(id="status")

    def draw(self) -> None:
        """Show also what taking would do."""
        super().draw()
        if self.can_draw:
            self.query_one("#status", Lines).show(drawing.status(self._effect(), self._wanted, self.size.width))

    def title_of_list(self) -> str:
        """What it is taken for."""
        return self._purpose.title

    def beside_count(self) -> str:
        """Nothing: below the list there is room for it."""
        return ""

    def _effect(self) -> str:
        match self.pointed():
            case Card() as card:
                return self._purpose.effect(card.minutes(self._wanted.people))
            case Question():
                return self._purpose.effect(None)
            case _:
                return self._purpose.effect(0)

    def take(self, entry: Card | Question | None) -> None:
        """Give it back."""
        leave(self, Taken(entry))

    def key_labels(self) -> dict[str, str]:
        """As the table says, but for the question."""
        return {command: label for command, label in super().key_labels().items() if command != "take"}

    def is_dim(self, command: str) -> bool:
        """Everything that is listed can be taken."""
        return command != "take" and super().is_dim(command)
