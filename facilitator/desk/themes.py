"""The themes: three tones and one accent. Every text keeps a contrast of at least 4.5 : 1 to every ground it stands on.

``strong``, normal (the foreground) and ``quiet`` are the tones; ``sage`` marks what is now or chosen, with
``sage-ground`` behind it; ``amber`` marks only what wants a look. No colour carries meaning alone.

A terminal of 256 colours has the nearest it has, and the same contrast. One of 16 gets colours of its own: the nearest
would be grey on grey. There the ground of what is chosen is lost; its bar and its weight are not.
"""

from dataclasses import dataclass, replace

from textual.theme import Theme

VEIL, THIN_VEIL = 60, 35
"""How much of the ground lies over what is below a dialog, in per cent: thin where all keeps its contrast."""


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
            "text-disabled": self.quiet,
            "sage": self.sage,
            "sage-ground": self.sage_ground,
            "amber": self.amber,
            "block-cursor-foreground": self.strong,
            "block-cursor-background": self.sage_ground,
            "block-cursor-text-style": "bold",
            "input-cursor-background": self.sage,
            "input-cursor-foreground": self.ground,
            "input-selection-background": self.sage_ground,
            "veil": f"{self.ground} {THIN_VEIL if self.is_flat else VEIL}%",
            "scrollbar": self.rule,
            "scrollbar-hover": self.quiet,
            "scrollbar-active": self.sage,
            "scrollbar-background": self.ground,
            "scrollbar-corner-color": self.ground,
        }

    @property
    def is_flat(self) -> bool:
        """Whether a panel cannot be told from the ground around it by its colour."""
        return self.panel == self.ground

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


def _palette(name: str, colours: str, *, dark: bool) -> Palette:
    """``colours`` are ground, panel, rule, strong, normal, quiet, sage, its ground, and amber."""
    return Palette(name, dark, *(f"#{colour}" for colour in colours.split()))


DARK = _palette("calm-dark", "14181a 1a2022 2c3538 f2f1ea c9cfcb 96a19d 9ccbb5 27342f e2c07a", dark=True)
LIGHT = _palette("calm-light", "f7f6f1 eeede6 cfd3cc 15191a 363d3c 56605d 1f6b50 d6e8df 6e4b09", dark=False)
CONTRAST = _palette("high-contrast", "000000 000000 8a8a8a ffffff ffffff e0e0e0 a8f0d0 004030 ffd75f", dark=True)
PALETTES = (DARK, LIGHT, CONTRAST)
DARK_16 = _palette("calm-dark", "000000 000000 555555 ffffff aaaaaa aaaaaa 55ff55 000000 ffff55", dark=True)
LIGHT_16 = _palette("calm-light", "ffffff ffffff aaaaaa 000000 000000 000000 000000 ffffff 0000aa", dark=False)
PALETTES_16 = (DARK_16, LIGHT_16, replace(DARK_16, name="high-contrast", normal="#ffffff", quiet="#ffffff"))
FEW_COLOURS = ("standard", "windows")
"""What Rich calls terminals of 16 colours."""


def palettes(colours: str | None) -> tuple[Palette, ...]:
    """The palettes for a terminal with ``colours``, as Rich calls them."""
    return PALETTES_16 if colours in FEW_COLOURS else PALETTES
