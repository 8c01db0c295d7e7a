"""What the supervisor has chosen to show. It starts black, and one key makes it black again from anywhere."""

from dataclasses import replace

from exercises.deck import Deck
from facilitator.projector.view import BLACK, Shown, View, Wanted
from facilitator.projector.view_of_session import view_of
from facilitator.texts.languages import language, speaking
from sessions.goals import GoalUid
from sessions.session import Session
from sessions.values import Instant
from sessions.words import Words


class Showing:
    """The choice, and whether it is blanked or frozen just now. Not part of the session: never kept, never undone."""

    def __init__(self) -> None:
        self.wanted = Wanted(Shown.BLACK)
        self.blanked = False
        self.frozen: View | None = None
        """What the wall keeps while the supervisor looks ahead; None when it follows."""
        self.language: str | None = None
        """The language of the view; None for the desk's."""

    @property
    def chosen(self) -> Shown:
        """The choice, whether or not it is black just now."""
        return self.wanted.shown

    @property
    def shown(self) -> Shown:
        """What the group sees."""
        return Shown.BLACK if self.blanked else self.chosen

    @property
    def question(self) -> str:
        """The question card that was drawn; empty for none."""
        return self.wanted.question

    @question.setter
    def question(self, text: str) -> None:
        self.wanted = replace(self.wanted, question=text)

    def choose(self, shown: Shown) -> None:
        """Show this, at once."""
        self.wanted = replace(self.wanted, shown=shown)
        self.blanked = False
        self.frozen = None

    def change(self, **fields: object) -> None:
        """Change something else of what is wanted: light, goal, address."""
        self.wanted = replace(self.wanted, **fields)  # type: ignore[arg-type]

    def release(self, goals: frozenset[GoalUid], *, yes: bool = True) -> None:
        """Let the group see the wording of these goals, or no longer."""
        before = self.wanted.released
        self.wanted = replace(self.wanted, released=before | goals if yes else before - goals)

    def forget(self) -> None:
        """Forget what was chosen, released, drawn and frozen; black from now on."""
        self.wanted, self.blanked, self.frozen = Wanted(Shown.BLACK), False, None

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
            return view_of(session, words, deck, self.wanted, now)
