"""What the supervisor has chosen to show. It starts black, and one key makes it black again from anywhere."""

from facilitator.projector.view import Shown


class Showing:
    """The choice, and whether it is blanked just now. Not part of the session: never kept, never undone."""

    def __init__(self) -> None:
        self.chosen = Shown.BLACK
        self.blanked = False
        self.question = ""
        """The question card that was chosen; it comes from the deck, so it may be shown."""

    @property
    def shown(self) -> Shown:
        """What the group sees."""
        return Shown.BLACK if self.blanked else self.chosen

    def choose(self, shown: Shown) -> None:
        """Show this."""
        self.chosen = shown
        self.blanked = False

    def toggle_blank(self) -> None:
        """Black, or back to what was shown; from nothing chosen, to what fits."""
        if self.chosen is Shown.BLACK:
            self.choose(Shown.FOLLOW)
        else:
            self.blanked = not self.blanked
