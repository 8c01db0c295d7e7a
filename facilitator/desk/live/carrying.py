"""The goals' words from one session to the next, for a group that wants it: its sealed file is opened and sealed again.

Opening and sealing take about a second by intent, so they are done in a thread; the session goes on meanwhile.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from facilitator.desk.envelope import Envelope
from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.write import Write
from facilitator.texts.languages import _, ngettext
from facilitator.texts.reasons import trouble
from sessions.carried import Carried
from sessions.store.problems import StoreProblem
from sessions.store.sealing import BITS, SUFFIX, NotOpened, Passphrase, read_sealed, sealed_path, write_sealed
from sessions.values import GroupCode

if TYPE_CHECKING:
    from facilitator.desk.screen import DeskScreen

T = TypeVar("T")
Act = Callable[[], None]
MOST = 200
"""Characters of a passphrase, or of a path."""
STICKS = ("/media/*/*", "/run/media/*/*", "/Volumes/*")
"""Where systems show what has been plugged in."""


def carrying_note(live: OpenSession) -> str:
    """What the goal board says of it; nothing when nobody has asked for it."""
    if live.envelope is not None:
        return _("The goals' words are sealed again at the end, or by Z; numbers are forgotten.")
    return _("The group has sealed its goals' words: Z opens them.") if live.has_sealed else ""


class Carrying:
    """The dialogs of one sealed file."""

    def __init__(self, live: OpenSession, screen: "DeskScreen[None]") -> None:
        """They are shown over ``screen``."""
        self._live = live
        self._screen = screen

    def ask(self) -> None:
        """What is to be done: open, seal, seal again, or let it be."""
        envelope = self._live.envelope
        do = self._again(envelope) if envelope is not None else self._anew()
        body = _(
            "For a group that wants it: what its goals say is sealed in a file that only its own passphrase opens. "
            "The program never keeps the passphrase."
        )
        self._ask(Choice(_("The goals' words for next time"), do, body=body), _done)

    def before_end(self, then: Act) -> None:
        """Words that were changed since they were sealed are sealed again first, if that is wanted."""
        envelope = self._live.envelope
        if envelope is None or self._now().says_the_same(envelope.inside):
            then()
            return

        def chosen(seal: bool | None) -> None:
            if seal:
                self._seal(envelope.path, envelope.phrase, then)
            elif seal is not None:
                then()

        options = [
            Option(_("Seal the goals' words again"), True, note=envelope.path.name),
            Option(_("Leave the sealed file as it was"), False),
        ]
        body = _("The goals' words have changed since they were sealed. What is not sealed is forgotten at the end.")
        self._ask(Choice(_("Seal again before the end?"), options, body=body), chosen)

    def _anew(self) -> list[Option[Act]]:
        here = _here(self._live)
        do: list[Option[Act]] = []
        if here is not None and self._live.has_sealed:
            do.append(Option(_("Open what the group has sealed"), lambda: self._ask_phrase(here)))
        if len(self._now()):
            do.append(Option(_("Seal the words for next time…"), lambda: self._ask_place(self._propose)))
        return [*do, Option(_("Open from a stick or another folder…"), lambda: self._ask_place(self._find))]

    def _again(self, envelope: Envelope) -> list[Option[Act]]:
        return [
            Option(_("Seal them again now"), lambda: self._seal(envelope.path, envelope.phrase)),
            Option(
                _("Seal them on a stick or in another folder…"),
                lambda: self._ask_place(lambda path: self._check_free(path, envelope.phrase)),
            ),
            Option(_("Seal them with a new passphrase…"), lambda: self._propose(envelope.path)),
            Option(_("Leave the sealed file as it is from here on"), self._let_be),
        ]

    def _let_be(self) -> None:
        self._live.envelope = None
        self._live.running.tell()

    def _ask_place(self, then: Callable[[Path], None]) -> None:
        """Where: here, on a stick that is plugged in, or in a folder that is typed. None of it is kept."""
        here = _here(self._live)

        def ask(sticks: list[Path]) -> None:
            options: list[Option[Act]] = []
            if here is not None:
                options.append(Option(_("On this computer"), lambda: then(here)))
            options += [
                Option(stick.name, lambda stick=stick: then(self._in(stick)), note=str(stick.parent))  # type: ignore[misc]
                for stick in sticks
            ]
            options.append(Option(_("In another folder…"), lambda: self._ask_folder(then)))
            self._ask(Choice(_("Where is the sealed file?"), options), _done)

        self._work(_sticks, ask)

    def _ask_folder(self, then: Callable[[Path], None]) -> None:
        def check(text: str) -> str:
            return "" if Path(text).expanduser().is_dir() else _("There is no such folder.")

        def written(text: str | None) -> None:
            if text is not None:
                then(self._in(Path(text).expanduser()))

        body = _("The path is not kept.")
        self._ask(Write(_("Which folder?"), body=body, most=MOST, check=check), written)

    def _in(self, folder: Path) -> Path:
        """A group that has no code yet has a name that tells nothing either."""
        code = self._live.running.session.group
        return sealed_path(folder, code if code is not None else GroupCode("R00"))

    def _find(self, path: Path) -> None:
        """The sealed file in a folder: the group's, else, of a group that had no code then, the only one there is."""

        def look() -> Path:
            others = sorted(path.parent.glob(f"*{SUFFIX}")) if not path.exists() and path.parent.is_dir() else []
            return others[0] if len(others) == 1 else path

        self._work(look, self._ask_phrase)

    def _ask_phrase(self, path: Path) -> None:
        def written(text: str | None) -> None:
            if text:
                self._open(path, Passphrase(text))

        body = _("The words are on the group's own sheet. They are not kept, and not seen while they are typed.")
        self._ask(Write(_("The group's passphrase"), body=body, most=MOST, hidden=True), written)

    def _open(self, path: Path, phrase: Passphrase) -> None:
        def done(inside: Carried) -> None:
            self._live.envelope = Envelope(path, phrase, inside)
            running = self._live.running
            count = inside.put_back(running.words, running.session.goals)
            running.tell()
            said = ngettext("The words of {count} goal are back.", "The words of {count} goals are back.", count)
            besides = _("In the file for other goals, or older than what is written: {count}.")
            more = len(inside) - count
            self._live.say(said.format(count=count) + (" " + besides.format(count=more) if more else ""))

        self._live.say(_("Opening takes a moment…"))
        self._work(lambda: read_sealed(path, phrase), done)

    def _propose(self, path: Path) -> None:
        """A passphrase is drawn, and others until the group likes one."""
        phrase = Passphrase.drawn()

        def chosen(written_down: bool | None) -> None:
            if written_down:
                self._ask_to_repeat(path, phrase)
            elif written_down is not None:
                self._propose(path)

        body = "\n".join(
            (
                *_in_lines(phrase),
                "",
                _("The group writes these words on its own sheet, and takes it along."),
                _("Only the group has them. If they are lost, nobody can bring the goals' words back: not the "
                  "supervisor, not who made this program."),
                _("Drawn by chance from 1,296 words: {bits} bits.").format(bits=BITS),
            )
        )  # fmt: skip
        options = [Option(_("They are written down"), True), Option(_("Draw other words"), False)]
        self._ask(Choice(_("The group's passphrase"), options, body=body), chosen)

    def _ask_to_repeat(self, path: Path, phrase: Passphrase) -> None:
        def check(text: str) -> str:
            return "" if Passphrase(text).is_same(phrase) else _("These are not the words. esc goes back.")

        def written(text: str | None) -> None:
            if text is not None:
                self._check_free(path, phrase)

        body = _("Type the words once from the sheet: so it is sure that they are on it.")
        self._ask(Write(_("The group's passphrase"), body=body, most=MOST, check=check, hidden=True), written)

    def _check_free(self, path: Path, phrase: Passphrase) -> None:
        """What somebody sealed there before is never written over by chance."""
        envelope = self._live.envelope

        def looked(is_there: bool) -> None:
            if not is_there or (envelope is not None and envelope.path == path):
                self._seal(path, phrase)
            else:
                self._ask(Choice(path.name, options, body=body), chosen)

        def chosen(replace: bool | None) -> None:
            if replace:
                self._seal(path, phrase)

        options = [Option(_("Leave it as it is"), False), Option(_("Put the new one in its place"), True)]
        body = _("There is a sealed file already. What is in it would be lost; it can be opened first.")
        self._work(path.exists, looked)

    def _seal(self, path: Path, phrase: Passphrase, then: Act = lambda: None) -> None:
        carried = self._now()

        def done(_nothing: None) -> None:
            self._live.envelope = Envelope(path, phrase, carried)
            self._live.has_sealed = self._live.has_sealed or path == _here(self._live)
            self._live.running.tell()
            count = len(carried)
            said = ngettext("Sealed: the words of {count} goal.", "Sealed: the words of {count} goals.", count)
            self._live.say(said.format(count=count))
            then()

        self._live.say(_("Sealing takes a moment…"))
        self._work(lambda: write_sealed(path, carried, phrase), done)

    def _now(self) -> Carried:
        running, envelope = self._live.running, self._live.envelope
        inside = envelope.inside if envelope is not None else None
        return Carried.of(running.words, running.session.goals, inside)

    def _work(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do it in a thread; say what went wrong. A session that is over meanwhile hears no more of it."""
        live, app = self._live, self._screen.app

        async def working() -> None:
            try:
                result = await asyncio.to_thread(work)
            except NotOpened:
                said = _("Not opened: the words are wrong or the file is damaged. Nobody can tell which.")
            except StoreProblem as problem:
                said = trouble(problem)
            else:
                if not live.is_over:
                    done(result)
                return
            live.say(said)

        app.run_worker(working(), exclusive=False)

    @property
    def _ask(self) -> Callable[..., object]:
        return self._screen.app.push_screen


def _done(act: Act | None) -> None:
    """Do what was chosen."""
    if act is not None:
        act()


def _in_lines(phrase: Passphrase) -> list[str]:
    """Three words a line: easily read, and easily written down."""
    words = phrase.shown.split("-")
    return ["   ".join(words[place : place + 3]) for place in range(0, len(words), 3)]


def _here(live: OpenSession) -> Path | None:
    code = live.running.session.group
    return sealed_path(live.sealed_folder, code) if code is not None else None


def _sticks() -> list[Path]:
    return sorted(found for pattern in STICKS for found in Path("/").glob(pattern.lstrip("/")) if found.is_dir())
