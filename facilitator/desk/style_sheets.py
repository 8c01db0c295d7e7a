"""The style sheets of the desk, each read once."""

from textual.css.stylesheet import Stylesheet


class StyleSheets(Stylesheet):
    """Textual's, but when a screen brings another sheet, only that one is read: Textual reads all of them anew."""

    def reparse(self) -> None:
        """See ``Stylesheet``; other colours have emptied what is known of the sheets, and then all are read."""
        self.parse()
