"""How the session stands, in one line: for the top of every screen that lies over it."""

from facilitator.desk.live import facts
from facilitator.desk.live.face_styles import WORD_STYLES
from facilitator.desk.widgets.tones import ACCENT, LOOK, QUIET, STRONG, WIDE, Part, cells
from facilitator.texts.languages import _
from facilitator.texts.phrases import clock, pace
from sessions.session import Session
from sessions.timing import timing
from sessions.values import Instant


def standing(session: Session, now: Instant, columns: int, most: int) -> list[Part]:
    """What is left of the present item, the time of day where there is room, and whether the session is on time.

    On a terminal of ``columns``, in ``most`` of them: the last of it gives way, in the end all of it. Nothing before
    the session has begun, and once it has ended.
    """
    if session.begun is None or session.ended is not None:
        return []
    times = timing(session, now)
    told, stands = facts.face_of(session, times), pace(session, times)
    figures = STRONG if told.tone in (facts.Tone.LEFT, facts.Tone.SOON) else WORD_STYLES[told.tone]
    word = QUIET if told.tone is facts.Tone.LEFT else WORD_STYLES[told.tone]
    parts: list[list[Part]] = [[(told.figures, figures), (" " if told.figures else "", ""), (told.word, word)]]
    if columns >= WIDE:
        parts.append([(_("at {time}").format(time=clock(now, session.wall_offset_ms)), "")])
    if stands:
        parts.append([(stands, LOOK if times.behind_minutes > 0 else ACCENT)])
    while parts and cells(joined := _joined(parts)) > most:
        parts.pop()
    return joined if parts else []


def _joined(parts: list[list[Part]]) -> list[Part]:
    return [piece for part in parts for piece in (("   ", ""), *part)]
