"""How the large figures and the word beside them look."""

from facilitator.desk.live.facts import Tone
from facilitator.desk.widgets.tones import LOOK, QUIET, STRONG

WORD_STYLES = {Tone.OVER: f"bold {LOOK}", Tone.PAUSED: STRONG, Tone.SOON: "bold", Tone.LEFT: QUIET, Tone.NONE: QUIET}
FACE_STYLES = {
    Tone.NONE: QUIET,
    Tone.LEFT: STRONG,
    Tone.SOON: STRONG,
    Tone.OVER: f"bold {LOOK}",
    Tone.PAUSED: QUIET,
}
