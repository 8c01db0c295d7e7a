"""The themes: three tones and one accent. Every text keeps a contrast of at least 4.5 : 1 to every ground it stands on.

``strong``, normal (the foreground) and ``quiet`` are the tones; ``sage`` marks what is now or chosen, with
``sage-ground`` behind it; ``amber`` marks only what wants a look. No colour carries meaning alone.

A terminal of 256 colours has the nearest it has, and the same contrast. One of 16 gets colours of its own: the nearest
would be grey on grey. There the ground of what is chosen is lost; its bar and its weight are not.
"""

from dataclasses import dataclass, replace

from textual.theme import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme."""

    name: str
    dark: bool
    ground: str
    panel: str
    """The ground of the top, the foot and the dialogs."""
    rule: str
    """Thin lines; never a text."""
    strong: str
    normal: str
    quiet: str
    sage: str
    sage_ground: str
    amber: str

    @property
    def variables(self) -> dict[str, str]:
        """The colours that style sheets and texts name."""
        return {
            "strong": self.strong,
            "quiet": self.quiet,
            "rule": self.rule,
            "sage": self.sage,
            "sage-ground": self.sage_ground,
            "amber": self.amber,
            "block-cursor-foreground": self.strong,
            "block-cursor-background": self.sage_ground,
            "block-cursor-text-style": "bold",
            "input-cursor-background": self.sage,
            "input-cursor-foreground": self.ground,
            "input-selection-background": self.sage_ground,
            "scrollbar": self.rule,
            "scrollbar-hover": self.quiet,
            "scrollbar-active": self.sage,
            "scrollbar-background": self.ground,
            "scrollbar-corner-color": self.ground,
        }

    @property
    def theme(self) -> Theme:
        """The same for Textual."""
        return Theme(
            name=self.name,
            primary=self.sage,
            secondary=self.quiet,
            accent=self.sage,
            foreground=self.normal,
            background=self.ground,
            surface=self.panel,
            panel=self.panel,
            warning=self.amber,
            error=self.amber,
            success=self.sage,
            dark=self.dark,
            variables=self.variables,
        )


DARK = Palette(
    "calm-dark",
    dark=True,
    ground="#14181a",
    panel="#1a2022",
    rule="#2c3538",
    strong="#f2f1ea",
    normal="#c9cfcb",
    quiet="#96a19d",
    sage="#9ccbb5",
    sage_ground="#27342f",
    amber="#e2c07a",
)
LIGHT = Palette(
    "calm-light",
    dark=False,
    ground="#f7f6f1",
    panel="#eeede6",
    rule="#cfd3cc",
    strong="#15191a",
    normal="#363d3c",
    quiet="#56605d",
    sage="#1f6b50",
    sage_ground="#d6e8df",
    amber="#6e4b09",
)
CONTRAST = Palette(
    "high-contrast",
    dark=True,
    ground="#000000",
    panel="#000000",
    rule="#8a8a8a",
    strong="#ffffff",
    normal="#ffffff",
    quiet="#e0e0e0",
    sage="#a8f0d0",
    sage_ground="#004030",
    amber="#ffd75f",
)
PALETTES = (DARK, LIGHT, CONTRAST)
DARK_16 = Palette(
    "calm-dark",
    dark=True,
    ground="#000000",
    panel="#000000",
    rule="#555555",
    strong="#ffffff",
    normal="#aaaaaa",
    quiet="#aaaaaa",
    sage="#55ff55",
    sage_ground="#000000",
    amber="#ffff55",
)
LIGHT_16 = Palette(
    "calm-light",
    dark=False,
    ground="#ffffff",
    panel="#ffffff",
    rule="#aaaaaa",
    strong="#000000",
    normal="#000000",
    quiet="#000000",
    sage="#000000",
    sage_ground="#ffffff",
    amber="#0000aa",
)
PALETTES_16 = (DARK_16, LIGHT_16, replace(DARK_16, name="high-contrast", normal="#ffffff", quiet="#ffffff"))
FEW_COLOURS = ("standard", "windows")
"""What Rich calls terminals of 16 colours."""


def palettes(colours: str | None) -> tuple[Palette, ...]:
    """The palettes for a terminal with ``colours``, as Rich calls them."""
    return PALETTES_16 if colours in FEW_COLOURS else PALETTES
