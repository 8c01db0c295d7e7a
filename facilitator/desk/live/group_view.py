"""The dialogs about the group's view: what it shows, how, and where else it can be had."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.desk.displays import SHOWN_NAMES
from facilitator.desk.widgets.dialogs import Choice, Option
from facilitator.projector.network_addresses import addresses
from facilitator.projector.view import Shown
from facilitator.texts.languages import N_, _
from facilitator.texts.names import name_of
from sessions.goals import GoalUid

if TYPE_CHECKING:
    from facilitator.desk.live.dialogs import AskingScreen

LANGUAGE_NAMES = {None: N_("the desk's language"), "fi": "suomi", "sv": "svenska", "en": "English"}
SHOWN_HERE = (
    Shown.BLACK, Shown.FOLLOW, Shown.PROGRAMME, Shown.ROUND, Shown.GOALS, Shown.CLOCK,
    Shown.STEP, Shown.QUESTION, Shown.BREAK, Shown.STORED,
)  # fmt: skip


def show(live: "AskingScreen") -> None:
    """Choose what the group sees."""
    showing = live.desk.showing
    options: list[Option[str]] = [Option(_("Here: this terminal becomes the group's view"), "here")]
    for shown in SHOWN_HERE:
        note = _("draw a question first") if shown is Shown.QUESTION and not showing.question else ""
        options.append(Option(_(SHOWN_NAMES[shown]), shown.value, note))
    options += [Option(_("A browser window"), "window"), Option(_("More: network, codes, colours, language…"), "more")]
    start = 1 + SHOWN_HERE.index(showing.chosen) if showing.chosen in SHOWN_HERE else 1

    def chosen(what: str | None) -> None:
        match what:
            case None:
                return
            case "here":
                here(live)
            case "window":
                live.desk.open_window()
            case "more":
                ways(live)
            case shown:
                showing.choose(Shown(shown))
                live.desk.refresh_group()

    live.app.push_screen(Choice(_("What does the group see?"), options, start=start), chosen)


def here(live: "AskingScreen") -> None:
    """This terminal becomes the group's view."""
    from facilitator.desk.screens.group_view import GroupScreen

    if live.desk.showing.shown is Shown.BLACK:
        live.desk.showing.choose(Shown.FOLLOW)
    live.app.push_screen(GroupScreen(live))


def ways(live: "AskingScreen") -> None:
    """How and where the view is shown."""
    showing = live.desk.showing
    goals = frozenset(goal.uid for goal in live.running.session.goals)
    acts: list[tuple[str, Callable[[], None]]] = [(_("A browser window"), live.desk.open_window)]
    if live.desk.is_shared:
        acts.append((_("Stop sharing on the local network"), live.desk.stop_sharing))
        acts.append((_("Show the group the address and its QR code"), lambda: _choose(live, Shown.ADDRESS)))
    else:
        acts.append((_("Share on the local network…"), lambda: share(live)))
    if goals:
        acts.append((_("Goals to take along, as QR codes…"), lambda: codes(live)))
        acts.append((_("One goal large, or all…"), lambda: goal(live)))
        hidden = not goals <= showing.wanted.released
        said = _("Show the wording of all goals") if hidden else _("Hide the wording of the goals")
        acts.append((said, lambda: _release(live, goals, yes=hidden)))
    acts.append(
        (_("Dark letters on light") if not showing.wanted.light else _("Light letters on dark"), lambda: _light(live))
    )
    acts.append((_("Language of the group's view…"), lambda: language_of(live)))
    options = [Option(said, number) for number, (said, _act) in enumerate(acts)]

    def chosen(number: int | None) -> None:
        if number is not None:
            acts[number][1]()

    live.app.push_screen(Choice(_("How the group's view is shown"), options), chosen)


def share(live: "AskingScreen") -> None:
    """Share on the local network: says what it means, and lets the address be chosen."""
    found = addresses()
    if not found:
        live.say(_("This computer is on no local network."))
        return
    body = _(
        "Anyone on the same network who has the address or its QR code can watch the group's view, and nothing else. "
        "The connection is not encrypted. N stops it at once; it also ends with the session."
    )
    options: list[Option[str]] = [Option(_("Do not share"), "")]
    options += [Option(_("Share at {ip}").format(ip=each.ip), each.ip, each.interface) for each in found]

    def chosen(ip: str | None) -> None:
        if ip:
            live.desk.share(ip)

    live.app.push_screen(Choice(_("Share on the local network"), options, body=body), chosen)


def codes(live: "AskingScreen") -> None:
    """Goal texts as QR codes: another act than sharing, and it says what it means."""
    session, words = live.running.session, live.running.words
    written = [goal for goal in session.goals if words.goals.get(goal.uid)]
    if not written:
        live.say(_("No goal has any words yet; g writes them."))
        return
    body = _(
        "The code holds the words themselves: whoever takes a picture of it has them, and they cannot be taken back. "
        "No network is used. Some phones send what they read to a search service."
    )
    all_goals = frozenset(goal.uid for goal in written)
    options: list[Option[frozenset[GoalUid]]] = [Option(_("Do not show"), frozenset())]
    if len(written) > 1:
        options.append(Option(_("All goals"), all_goals))
    options += [Option(f"{goal.slot} {name_of(goal.code)}", frozenset({goal.uid})) for goal in written]

    def chosen(goals: frozenset[GoalUid] | None) -> None:
        if goals:
            live.desk.showing.change(goal=next(iter(goals)) if len(goals) == 1 else None)
            live.desk.showing.release(goals)
            _choose(live, Shown.CODES)

    live.app.push_screen(Choice(_("Goals to take along"), options, body=body), chosen)


def goal(live: "AskingScreen") -> None:
    """One goal large, or all side by side."""
    options = [Option(_("All goals, side by side"), GoalUid(0))]
    options += [Option(f"{goal.slot} {name_of(goal.code)}", goal.uid) for goal in live.running.session.goals]

    def chosen(uid: GoalUid | None) -> None:
        if uid is not None:
            live.desk.showing.change(goal=uid or None)
            _choose(live, Shown.GOALS)

    live.app.push_screen(Choice(_("Which goal does the group see?"), options), chosen)


def turn_goal(live: "AskingScreen") -> None:
    """All goals, then each by itself."""
    goals = live.running.session.goals
    if not goals:
        live.say(_("No goals on the board"))
        return
    live.desk.showing.turn_goal(tuple(goal.uid for goal in goals))
    live.desk.refresh_group()
    seen = next((goal for goal in goals if goal.uid == live.desk.showing.wanted.goal), None)
    one = f"{seen.slot} {name_of(seen.code)}" if seen is not None else _("all goals")
    live.say(_("The group sees: {goal}. G turns the page.").format(goal=one))


def language_of(live: "AskingScreen") -> None:
    """The language of the view."""
    options = [Option(_(name) if key is None else name, key or "") for key, name in LANGUAGE_NAMES.items()]

    def chosen(key: str | None) -> None:
        if key is not None:
            live.desk.showing.language = key or None
            live.desk.refresh_group()

    start = list(LANGUAGE_NAMES).index(live.desk.showing.language)
    live.app.push_screen(Choice(_("Language of the group's view"), options, start=start), chosen)


def _choose(live: "AskingScreen", shown: Shown) -> None:
    live.desk.showing.choose(shown)
    live.desk.refresh_group()


def _release(live: "AskingScreen", goals: frozenset[GoalUid], *, yes: bool) -> None:
    live.desk.showing.release(goals, yes=yes)
    live.desk.refresh_group()


def _light(live: "AskingScreen") -> None:
    live.desk.showing.change(light=not live.desk.showing.wanted.light)
    live.desk.refresh_group()
