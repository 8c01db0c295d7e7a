"""The dialogs of the goal board: add a goal, write its words, place it on the scale, say how it stands."""

from random import SystemRandom

from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.dialogs import Ask, Choice, Option, Write
from facilitator.texts.languages import _
from facilitator.texts.names import name_of
from facilitator.texts.reasons import reason
from sessions import events as e
from sessions.goals import GoalOnBoard, GoalUid, unused_code_word
from sessions.kinds import GoalSlot, GoalStatus
from sessions.refusal import Reason


def ask_goals(live: OpenSession, ask: Ask) -> None:
    """The goal board: choose a goal, or add one."""
    session, words = live.running.session, live.running.words
    options: list[Option[GoalOnBoard | None]] = [
        Option(
            f"{goal.slot} {name_of(goal.code)}",
            goal,
            f"{name_of(goal.status)}  {words.goals.get(goal.uid, '')}",
        )
        for goal in session.goals
    ]
    options.append(Option(_("Add a goal"), None))

    def chosen(index: int | None) -> None:
        if index is None:
            return
        goal = options[index].value
        if goal is None:
            _add(live, ask)
        else:
            _edit(live, ask, goal)

    listed = [Option(o.label, index, o.note) for index, o in enumerate(options)]
    ask(Choice(_("Goal board"), listed, body=_("What is written is forgotten at the end.")), chosen)


def _add(live: OpenSession, ask: Ask) -> None:
    session = live.running.session
    if len(session.goals) == len(GoalSlot):
        live.say(reason(Reason.TOO_MANY_GOALS))
    elif live.happen(e.GoalAdded(live.now(), unused_code_word(session.goals, SystemRandom()))):
        _edit(live, ask, live.running.session.goals[-1])


def _edit(live: OpenSession, ask: Ask, goal: GoalOnBoard) -> None:
    statuses = list(GoalStatus)
    options: list[Option[str]] = [
        Option(_("Write its words"), "words"),
        Option(_("Place on the scale 0–10"), "scale"),
    ]
    options += [Option(name_of(status), status.value) for status in statuses]
    seen = goal.uid in live.selection.wanted.released
    options.append(Option(_("Hide its words from the group") if seen else _("Let the group see its words"), "release"))

    def chosen(what: str | None) -> None:
        if what == "words":
            _write(live, ask, goal.uid)
        elif what == "scale":
            _scale(live, ask, goal.uid)
        elif what == "release":
            live.selection.release(frozenset({goal.uid}), yes=not seen)
            live.running.tell()
        elif what is not None:
            live.happen(e.GoalMarked(live.now(), goal.slot, GoalStatus(what)))

    title = f"{goal.slot} {name_of(goal.code)} · {name_of(goal.status)}"
    ask(Choice(title, options), chosen)


def _write(live: OpenSession, ask: Ask, uid: GoalUid) -> None:
    before = live.running.words.goals.get(uid, "")
    released = uid in live.selection.wanted.released

    def write(text: str) -> None:
        live.running.words.goal(uid, text)
        live.running.tell()

    def written(text: str | None) -> None:
        write(before if text is None else text)

    body = _("Seen only during this session. The program keeps the code word and the status.")
    if released:
        body += " " + _("The group sees it as it is typed.")
    dialog = Write(_("The goal's words"), before, body=body, most=160, typed=write if released else None)
    ask(dialog, written)


def _scale(live: OpenSession, ask: Ask, uid: GoalUid) -> None:
    options: list[Option[int]] = [Option(_("No number"), -1)]
    options += [Option(str(value), value) for value in range(11)]

    def chosen(value: int | None) -> None:
        if value is not None:
            live.running.words.value(uid, value if value >= 0 else None)
            live.running.tell()

    present = live.running.words.values.get(uid)
    start = 0 if present is None else present + 1
    ask(Choice(_("Where is the group on the scale? Not stored."), options, start=start), chosen)
