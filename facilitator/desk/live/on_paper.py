"""The rest of today on paper: should the computer go dark, the session goes on. Written outside the data folder."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path

from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.printing.delivery import deliver, documents, passing_folder
from facilitator.texts.languages import _
from sessions.session import Session
from sessions.values import Instant

Work = Callable[[Coroutine[None, None, None]], object]
"""Does something beside the keys."""


def ask_paper(live: OpenSession, ask: Ask, work: Work) -> None:
    """Ask where the paper is to be, write it there, let the system show it, and say where it is."""
    folder = documents()
    options = [
        Option(_("Only to be printed: removed when the program closes"), True),
        Option(_("Into the folder {folder}").format(folder=folder), False),
    ]
    body = _("What is still to come, with clock times, steps and seats. No word that was written is on it.")

    def chosen(passing: bool | None) -> None:
        if passing is not None:
            now, session = live.now(), live.running.session
            live.say(_("The paper is being made…"))
            work(_write(live, session, now, passing_folder() if passing else folder))

    ask(Choice(_("The rest of today on paper"), options, body=body), chosen)


async def _write(live: OpenSession, session: Session, now: Instant, folder: Path) -> None:
    try:
        path, is_shown = await asyncio.to_thread(deliver, session, now, live.deck, folder)
    except OSError:
        live.say(_("The folder cannot be written."))
        return
    live.say((_("Opened: {path}") if is_shown else _("Written: {path}")).format(path=path))
