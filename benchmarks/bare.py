"""The baseline: the smallest Textual program, with one line of text that a key changes."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line."""

    BINDINGS = [("n", "more", "More")]  # noqa: RUF012
    count = 1000

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("a bare program is here")

    def action_more(self) -> None:
        """Change the line."""
        self.count += 1
        self.query_one(Static).update(f"count {self.count}")


Bare().run()
