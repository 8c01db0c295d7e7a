"""The dialogs about the group's view: what it shows, how, and where else it can be had."""

from collections.abc import Callable

from facilitator.desk.displays import SHOWN_NAMES
from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.projector.view import Shown, TextSize
from facilitator.texts.languages import LANGUAGE_NAMES, _
from facilitator.texts.names import name_of
from sessions.goals import GoalUid

SHOWN_HERE = (
    Shown.BLACK, Shown.FOLLOW, Shown.PROGRAMME, Shown.ROUND, Shown.GOALS, Shown.CLOCK,
    Shown.STEP, Shown.SHEET, Shown.QUESTION, Shown.BREAK, Shown.STORED,
)  # fmt: skip


def ask_what_to_show(live: OpenSession, ask: Ask, here: Callable[[], None]) -> None:
    """Choose what the group sees. ``here`` makes this terminal the group's view."""
    selection = live.selection
    now = live.running.session.current
    card = live.deck.card(now.exercise) if now is not None and now.exercise is not None else None
    has_sheet = card is not None and bool(card.sheet)
    options: list[Option[str]] = [Option(_("Here: this terminal becomes the group's view"), "here")]
    for shown in SHOWN_HERE:
        note = _("draw a question first") if shown is Shown.QUESTION and not selection.question else ""
        note = _("nothing on this card") if shown is Shown.SHEET and not has_sheet else note
        options.append(Option(_(SHOWN_NAMES[shown]), shown.value, note))
    options += [Option(_("A browser window"), "window"), Option(_("More: network, codes, colours, language…"), "more")]
    start = 1 + SHOWN_HERE.index(selection.chosen) if selection.chosen in SHOWN_HERE else 1

    def chosen(what: str | None) -> None:
        match what:
            case None:
                return
            case "here":
                here()
            case "window":
                live.displays.window()
            case "more":
                ask_how_to_show(live, ask)
            case shown:
                live.show(Shown(shown), again_pins=True)

    ask(Choice(_("What does the group see?"), options, start=start), chosen)


def ask_how_to_show(live: OpenSession, ask: Ask) -> None:
    """How and where the view is shown."""
    selection = live.selection
    goals = frozenset(goal.uid for goal in live.running.session.goals)
    acts: list[tuple[str, Callable[[], None]]] = [(_("A browser window"), live.displays.window)]
    if live.displays.is_shared:
        acts.append((_("Stop sharing on the local network"), live.displays.stop_sharing))
        acts.append((_("Show the group the address and its QR code"), lambda: live.show(Shown.ADDRESS)))
    else:
        acts.append((_("Share on the local network…"), lambda: ask_to_share(live, ask)))
    if goals:
        acts.append((_("Goals to take along, as QR codes…"), lambda: ask_codes(live, ask)))
        acts.append((_("One goal large, or all…"), lambda: ask_goal(live, ask)))
        hidden = not goals <= selection.settings.released
        said = _("Show the wording of all goals") if hidden else _("Hide the wording of the goals")
        acts.append((said, lambda: _release(live, goals, yes=hidden)))
    acts.append(
        (
            _("Dark letters on light") if not selection.settings.light else _("Light letters on dark"),
            lambda: _light(live),
        )
    )
    acts.append((_("Tile for a remote meeting: its address"), live.displays.tell_tile))
    sizes = {
        TextSize.LARGER: _("Larger letters for the group"),
        TextSize.SMALLER: _("Smaller letters for the group"),
        TextSize.USUAL: _("Letters as usual"),
    }
    steps = list(TextSize)
    following = steps[(steps.index(selection.settings.text_size) + 1) % len(steps)]
    acts.append((sizes[following], lambda: _set_text_size(live, following)))
    acts.append((_("Language of the group's view…"), lambda: ask_language(live, ask)))
    options = [Option(said, number) for number, (said, _act) in enumerate(acts)]

    def chosen(number: int | None) -> None:
        if number is not None:
            acts[number][1]()

    # said where it is chosen: chat and mail on a whole screen that is shared are seen by everybody
    body = _("In a remote meeting share the group's window, never the whole screen.")
    ask(Choice(_("How the group's view is shown"), options, body=body), chosen)


def _set_text_size(live: OpenSession, size: TextSize) -> None:
    live.selection.change(text_size=size)
    live.refresh()


def ask_to_share(live: OpenSession, ask: Ask) -> None:
    """Share on the local network: says what it means, and lets the address be chosen."""
    from facilitator.projector.network_addresses import addresses  # noqa: PLC0415 (memory)

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
            live.displays.share(ip)

    ask(Choice(_("Share on the local network"), options, body=body), chosen)


def ask_codes(live: OpenSession, ask: Ask) -> None:
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
            live.selection.change(codes=goals)
            live.selection.release(goals)
            live.show(Shown.CODES)

    ask(Choice(_("Goals to take along"), options, body=body), chosen)


def ask_goal(live: OpenSession, ask: Ask) -> None:
    """One goal large, or all side by side."""
    options = [Option(_("All goals, side by side"), GoalUid(0))]
    options += [Option(f"{goal.slot} {name_of(goal.code)}", goal.uid) for goal in live.running.session.goals]

    def chosen(uid: GoalUid | None) -> None:
        if uid is not None:
            live.selection.change(goal=uid or None)
            live.show(Shown.GOALS)

    ask(Choice(_("Which goal does the group see?"), options), chosen)


def turn_goal(live: OpenSession) -> str:
    """Show all goals, then each by itself; returns what to say of it."""
    goals = live.running.session.goals
    if not goals:
        return _("No goals on the board")
    live.selection.turn_goal(tuple(goal.uid for goal in goals))
    live.refresh()
    seen = next((goal for goal in goals if goal.uid == live.selection.settings.goal), None)
    one = f"{seen.slot} {name_of(seen.code)}" if seen is not None else _("all goals")
    return _("The group sees: {goal}. Y turns the page.").format(goal=one)


def ask_language(live: OpenSession, ask: Ask) -> None:
    """The language of the view."""
    options = [Option(_("the desk's language"), "")]
    options += [Option(name, language) for language, name in LANGUAGE_NAMES.items()]

    def chosen(key: str | None) -> None:
        if key is not None:
            live.selection.language = key or None
            live.refresh()

    chosen_before = live.selection.language
    start = 0 if chosen_before is None else 1 + list(LANGUAGE_NAMES).index(chosen_before)
    ask(Choice(_("Language of the group's view"), options, start=start), chosen)


def _release(live: OpenSession, goals: frozenset[GoalUid], *, yes: bool) -> None:
    live.selection.release(goals, yes=yes)
    live.refresh()


def _light(live: OpenSession) -> None:
    live.selection.change(light=not live.selection.settings.light)
    live.refresh()
