"""What the group sees of its goals: on the board, and as codes to take along."""

from facilitator.projector.qr import TooLong, matrix, pages_for
from facilitator.projector.view import CodeView, GoalView, ViewSettings
from facilitator.texts.languages import _
from facilitator.texts.names import name_of
from sessions.goals import GoalUid
from sessions.session import Session
from sessions.words import Words


def goals_of(
    session: Session, words: Words, settings: ViewSettings, only: frozenset[GoalUid] = frozenset()
) -> tuple[GoalView, ...]:
    """The goals on the board, each with its wording only if that has been released; ``only`` these where there are."""
    chosen = only or (frozenset({settings.goal}) if settings.goal is not None else frozenset())
    seen = [goal for goal in session.goals if goal.uid in chosen] or session.goals
    goals = []
    for goal in seen:
        value = words.values.get(goal.uid)
        text = words.goals.get(goal.uid, "") if goal.uid in settings.released else ""
        goals.append(GoalView(goal.slot, name_of(goal.code), name_of(goal.status), text, value, _notch(value)))
    return tuple(goals)


def _notch(value: int | None) -> str:
    if value is None:
        return ""
    now = _("now {value}").format(value=value)
    return f"{now} · " + _("one notch up {value}").format(value=value + 1) if value < 10 else now


def codes_of(goals: tuple[GoalView, ...]) -> dict[str, object]:
    """The fields of a view with the wording of these goals as QR codes, or with why there are none."""
    texts = [f"{goal.slot} {goal.code}: {goal.text}" for goal in goals if goal.text]
    if not texts:
        return {"note": _("No wording to show")}
    try:
        pages = pages_for(_("Goals"), texts)
    except TooLong:
        return {"note": _("The goals are too long for a QR code.")}
    many = len(pages) > 1
    return {
        "codes": tuple(
            CodeView(f"{number}/{len(pages)}" if many else "", matrix(page), page)
            for number, page in enumerate(pages, start=1)
        ),
        **copying(),
        "small": _("The codes need a larger window."),
        "note": _("The code holds the words themselves. No network is needed."),
    }


def copying() -> dict[str, str]:
    """The fields by which a phone copies what is in a code."""
    return {"copy": _("Copy the text"), "copied": _("Copied")}
