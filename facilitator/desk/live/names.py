"""Names for this session only: on the seats, and as the title of an item. In memory, and forgotten at the end."""

from collections.abc import Callable

from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.desk.widgets.write import Write
from facilitator.texts.languages import _
from facilitator.texts.names import seat_name, title_of
from sessions.values import Seat


def ask_names(live: OpenSession, ask: Ask, pointed: int | None) -> None:
    """Write on a seat, or give the chosen item a title: kept in memory, and only for this session."""
    session, words = live.running.session, live.running.words
    options: list[Option[int]] = []
    item = session.item(pointed) if pointed is not None else session.current
    if item is not None:
        options.append(Option(_("Title of this item"), 0, title_of(item, session.plan, live.deck, words)))
    options += [
        Option(_("seat {number}").format(number=number), number, words.labels.get(person, ""), number=number)
        for number, person in enumerate(session.people.persons, 1)
    ]

    def chosen(number: int | None) -> None:
        if number is None:
            return
        if number == 0 and item is not None:
            _write(
                live, ask, _("Title of this item"), words.titles.get(item.uid, ""), lambda t: words.title(item.uid, t)
            )
        else:
            seat = Seat(number)
            who = session.people.person(seat)
            title = seat_name(seat) + " · " + _("Name")
            _write(live, ask, title, words.labels.get(who, ""), lambda text: words.label(who, text))

    body = _("Not stored. The group sees a name in its round, a title in its agenda and on its clock.")
    ask(Choice(_("Names for this session only"), options, body=body), chosen)


def _write(live: OpenSession, ask: Ask, title: str, before: str, keep: Callable[[str], None]) -> None:
    def written(text: str | None) -> None:
        if text is not None:
            keep(text)
            live.running.tell()

    body = _("Not stored. Forgotten at the end.") + " " + _("The group sees it whenever its view shows it.")
    ask(Write(title, before, body=body, most=40), written)
