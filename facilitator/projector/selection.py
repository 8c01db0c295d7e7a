"""What the supervisor has chosen to show. It starts black, and one key makes it black again from anywhere."""

from msgspec.structs import replace

from exercises.deck import Deck
from facilitator.projector.view import BLACK, Shown, View, ViewSettings
from facilitator.projector.view_of_session import view_of
from facilitator.texts.languages import language, speaking
from sessions.goals import GoalUid
from sessions.proposals import Proposals
from sessions.session import Session
from sessions.values import Instant
from sessions.words import Words

OF_A_MOMENT = frozenset({Shown.SHEET, Shown.GOALS, Shown.CODES, Shown.QUESTION, Shown.PROPOSALS})


class Selection:
    """The choice, and whether it is blanked or frozen just now. Not part of the session: never kept, never undone."""

    def __init__(self) -> None:
        self.settings = ViewSettings(Shown.BLACK)
        self.blanked = False
        self.frozen: View | None = None
        """What the wall keeps while the supervisor looks ahead; None when it follows."""
        self.until_next_item = False
        """The choice goes back to what fits when the next item begins: it would be stale."""
        self._chosen_during: int | None = None
        """The uid of the item in which it was chosen; None until that is known."""
        self._acute = False
        self._before: tuple[ViewSettings, bool, View | None, bool] | None = None
        """What was chosen before the last choice."""
        self._chosen_at: Session | None = None
        """The session as it was at the last choice: an act since then is taken back first."""
        self._before_proposing: tuple[Shown, bool, View | None, bool] | None = None
        """What was shown before the proposals; None while they are not shown."""
        self.language: str | None = None
        """The language of the view; None for the desk's."""

    @property
    def chosen(self) -> Shown:
        """The choice, whether or not it is black just now."""
        return self.settings.shown

    @property
    def shown(self) -> Shown:
        """What the group sees."""
        return Shown.BLACK if self.blanked else self.chosen

    @property
    def question(self) -> str:
        """The question card that was drawn; empty for none."""
        return self.settings.question

    @question.setter
    def question(self, text: str) -> None:
        self.settings = replace(self.settings, question=text)

    def choose(self, shown: Shown, *, again_pins: bool = False) -> None:
        """Show this, at once. What belongs to a moment goes with its item, unless it is pinned.

        ``again_pins``: chosen a second time it is pinned.
        """
        again = again_pins and shown is self.chosen and not self.blanked and self.frozen is None
        self.until_next_item = shown in OF_A_MOMENT and not (again and self.until_next_item)
        self._chosen_during = None
        self.settings = replace(self.settings, shown=shown)
        self.blanked = False
        self.frozen = None

    def propose(self, found: Proposals) -> None:
        """Show these proposals, for as long as they are being weighed."""
        self._before_proposing = (self.chosen, self.blanked, self.frozen, self.until_next_item)
        self.change(proposals=found)
        self.choose(Shown.PROPOSALS)

    def end_proposing(self) -> bool:
        """Show what was shown before, black if it was made black meanwhile; whether the proposals were shown."""
        before, self._before_proposing = self._before_proposing, None
        self.change(proposals=None)
        if before is None or self.chosen is not Shown.PROPOSALS:
            return False
        is_black = self.blanked
        shown, blanked, self.frozen, self.until_next_item = before
        self.change(shown=shown)
        self.blanked = blanked or is_black
        return True

    def change(self, **fields: object) -> None:
        """Change something else of what is wanted: light, goal, address."""
        self.settings = replace(self.settings, **fields)

    def release(self, goals: frozenset[GoalUid], *, yes: bool = True) -> None:
        """Let the group see the wording of these goals, or no longer."""
        before = self.settings.released
        if not yes:
            self.frozen = None  # words that are taken back are on no wall, not on a frozen one either
        self.settings = replace(self.settings, released=before | goals if yes else before - goals)

    def forget(self) -> None:
        """Forget what was chosen, released, drawn and frozen; black from now on."""
        self.settings, self.blanked, self.frozen = ViewSettings(Shown.BLACK), False, None
        self._before = self._chosen_at = self._before_proposing = None

    def remember(self, session: Session) -> None:
        """The next choice can be taken back as long as nothing else happens in the session."""
        self._before = (self.settings, self.blanked, self.frozen, self.until_next_item)
        self._chosen_at = session

    def take_back(self, session: Session) -> bool:
        """Undo the last choice, if it was the last thing that was done; whether it was."""
        if self._before is None or self._chosen_at is not session:
            return False
        self.settings, self.blanked, self.frozen, self.until_next_item = self._before
        self._before = self._chosen_at = None
        return True

    @property
    def is_pinned(self) -> bool:
        """Whether the supervisor holds one view whatever goes on."""
        return self.chosen is not Shown.FOLLOW and not self.until_next_item

    def follow(self, session: Session) -> None:
        """The session has gone on: let go of what was of another item, and go black when something acute began."""
        if session.acute is not self._acute:
            self._acute = session.acute
            if not self.is_pinned:
                self.blanked = session.acute
        present = session.current.uid if session.current is not None else 0
        if self.until_next_item and self._chosen_during is None:
            self._chosen_during = present
        elif self.until_next_item and self._chosen_during != present:
            blanked, frozen = self.blanked, self.frozen
            self.choose(Shown.FOLLOW)
            self.blanked, self.frozen = blanked, frozen

    def turn_goal(self, goals: tuple[GoalUid, ...]) -> None:
        """The goal board a page on: all, then each by itself, then all."""
        if self.shown is not Shown.GOALS:
            self.change(goal=None)
            self.choose(Shown.GOALS)
            return
        order = (None, *goals)
        place = order.index(self.settings.goal) if self.settings.goal in order else 0
        self.change(goal=order[(place + 1) % len(order)])

    def toggle_blank(self) -> None:
        """Black, or back to what was shown; from nothing chosen, to what fits."""
        if self.chosen is Shown.BLACK and self.frozen is None:
            self.choose(Shown.FOLLOW)
        else:
            self.blanked = not self.blanked

    def toggle_freeze(self, view: View) -> None:
        """Keep ``view`` on the wall, or let it go on."""
        self.frozen = view if self.frozen is None else None

    def view(self, session: Session, words: Words, deck: Deck, now: Instant) -> View:
        """What the group sees at ``now``."""
        if self.blanked or session.ended is not None:
            return BLACK
        if self.frozen is not None:
            return self.frozen
        with speaking(self.language or language()):
            return view_of(session, words, deck, self.settings, now)
