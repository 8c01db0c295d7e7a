"""Ending a session: what will be kept is shown first; nothing is written before it is chosen where."""

from collections.abc import Sequence

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from exercises.deck import Deck
from facilitator.desk import messages as m
from facilitator.desk.screens import past_drawing
from facilitator.desk.screens.scrolled_screen import AskingScreen
from facilitator.desk.widgets.choice import Choice
from facilitator.desk.widgets.choice import Option as Choosable
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.tones import EMPTY, LOOK, MOST, QUIET
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import _
from facilitator.texts.names import title_of
from facilitator.texts.phrases import minutes
from facilitator.texts.reviews import heading
from sessions.history.series import CLOSING
from sessions.record import Record
from sessions.session import Session
from sessions.transitions.agenda import closing_ahead
from sessions.values import GroupCode, Instant
from sessions.words import Words

SLOW = 2
"""Seconds after which it is told that keeping takes longer than it should."""
BACK, NOTHING, NEW, OTHER, ERASE, CLOSE_FIRST = "back", "nothing", "new", "other", "erase", "close-first"


def choices(
    session: Session, codes: Sequence[GroupCode], new_code: GroupCode, deck: Deck, words: Words
) -> list[tuple[str, str]]:
    """What can be chosen at the end, the safe one first: what is said, and what it is.

    What goes to a closing that is still to come stands last: the others have the same place whether it has been or not.
    """
    found = [(_("Back to the session"), BACK)] if session.ended is None else []
    if session.begun is not None:
        if session.group is not None:
            found.append((_("End and keep for group {code}").format(code=session.group), session.group))
        found.append((_("End and keep for a new group, {code}").format(code=new_code), NEW))
        if codes:
            found.append((_("End and keep for another group…"), OTHER))
    found.append((_("End and keep nothing"), NOTHING))
    closing = closing_ahead(session)
    if session.ended is None and session.begun is not None and closing is not None:
        title = title_of(closing, session.plan, deck, words)
        said = _("Not yet: first the closing, {title}, {minutes}")
        found.append((said.format(title=title, minutes=minutes(closing.given)), CLOSE_FIRST))
    return found


class EndingScreen(AskingScreen[None]):
    """What will be kept, and where."""

    most = 96

    def __init__(
        self, session: Session, record: Record, at: Instant, deck: Deck, *,
        number: int, codes: Sequence[GroupCode], new_code: GroupCode, words: Words, sealed: bool = False,
    ) -> None:  # fmt: skip
        """``record`` is what ending at ``at`` would keep: now, or when an interrupted session was last alive.

        ``number`` tells which session of its group it is, ``codes`` are the groups there are.
        ``sealed``: what its goals say is in a file that the group has sealed.
        """
        super().__init__()
        self._sealed = sealed
        self._session = session
        self._record = record
        self._at = at
        self._deck = deck
        self._number = number
        self._codes = codes
        self._new_code = new_code
        self._words = words
        self._has_ended = session.ended is not None
        self._waiting = 0
        """Seconds for which the record has been on its way to the disk; 0 when it is not."""

    @property
    def heading(self) -> str:
        """See ``ScrolledScreen``."""
        return _("End the session? This is what would be kept")

    def answers(self) -> list[Option]:
        """See ``AskingScreen``."""
        found: list[Option] = []
        for said, chosen in choices(self._session, self._codes, self._new_code, self._deck, self._words):
            if self._has_ended and chosen in (BACK, CLOSE_FIRST):
                continue
            found.append(Option(Content.styled(said, LOOK if chosen == CLOSE_FIRST else ""), chosen))
            if chosen == self._session.group and self._session.plan == CLOSING:
                erasing = _("End, and erase everything of group {code}… (asks first)").format(code=chosen)
                found.append(Option(erasing, ERASE))
        return found

    def lines(self, columns: int) -> list[Content]:
        """The record as it would be; gathered where it would not be in sight as a whole."""
        record = self._record
        nothing_else = _("Nothing else. Names, titles, the wording of goals and numbers on a scale are forgotten now.")
        if self._sealed:
            nothing_else += " " + _("What the group has sealed stays sealed in its file.")
        for is_short in (False, True):
            lines = [Content.styled(heading(record, self._session.group, self._number), QUIET)]
            lines += past_drawing.kept(record, self._deck, columns, is_short=is_short)
            lines += [EMPTY, *(Content.styled(line, QUIET) for line in wrapped(nothing_else, min(MOST, columns)))]
            if len(lines) <= (high := self._rows()):
                break
        if 0 < high < len(lines) and not self._message:
            self.say(_("Not all of it is in sight: tab and ↓ show the rest."))
        return lines

    def _rows(self) -> int:
        """Rows for the text. Where the answers follow right below it, all that they leave."""
        page = self.query_one("#page")
        if not self.has_class("-tall"):
            return page.size.height
        others = sum(self.query_one(name).outer_size.height for name in ("#top", "#message", "#keys"))
        answers = self.choices.option_count + self.query_one("#answers").gutter.height
        page.styles.max_height = self.size.height - others - answers
        return self.size.height - others - answers - page.gutter.height

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        if self.app.screen is not self:
            return
        chosen = event.option.id
        if chosen == BACK:
            leave(self)
        elif chosen == CLOSE_FIRST:
            leave(self)
            self.app.post_message(m.LiveCommandPressed("to_closing"))
        elif chosen == OTHER:
            self._ask_group()
        elif chosen == ERASE:
            self._end(self._session.group, then_erase=True)
        elif chosen == NOTHING:
            self._end(None)
        elif chosen is not None:
            self._end(self._new_code if chosen == NEW else GroupCode(chosen))

    def _ask_group(self) -> None:
        options = [Choosable(str(code), code) for code in self._codes]

        def chosen(code: GroupCode | None) -> None:
            if code is not None:
                self._end(code)

        self.app.push_screen(Choice(_("End and keep for which group?"), options, searchable=len(options) > 9), chosen)

    def _end(self, code: GroupCode | None, *, then_erase: bool = False) -> None:
        if self._waiting:
            return
        self._waiting = 1
        self._has_ended = True
        self.choices.disabled = True
        self.say(_("The session is being kept…") if code is not None else _("The session is being closed…"))
        self.post_message(m.KeepChosen(self._at, code, then_erase))

    def choose_again(self, why: str) -> None:
        """It could not be kept: say why, and let it be chosen anew. It has ended: no answer leads back to it."""
        self._waiting = 0
        tried = self.choices.highlighted_option
        self.choices.set_options(self.answers())
        self.choices.highlighted = self.choices.get_option_index(tried.id) if tried is not None and tried.id else 0
        self.choices.disabled = False
        self.set_focus(self.choices)
        self.say(why)

    def ticked(self) -> None:
        """Tell that the disk is slow."""
        super().ticked()
        if self._waiting:
            self._waiting += 1
            if self._waiting > SLOW:
                self.say(_("The disk is slow: the session is still being written. Nothing else has to be done."))

    def do_leave(self) -> None:
        """Back to the session; one that has ended stays to be kept, also over a restart."""
        if not self._has_ended:
            leave(self)
        elif not self._waiting:
            self.say(_("Choose where the session is kept."))
