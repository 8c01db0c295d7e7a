"""A display that believes nothing: every view that is sent to it is looked through for words it may not have."""

from random import Random

from simulation.promises import CANARY, Broken

from exercises.deck import Deck
from facilitator.projector.projection import Projection
from facilitator.projector.view import BLACK, Shown, View
from facilitator.projector.wire import encode
from sessions.running import RunningSession
from sessions.values import Seat

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
SHOWN = (Shown.FOLLOW, Shown.FOLLOW, Shown.GOALS, Shown.GOALS, Shown.PROGRAMME, Shown.ROUND, Shown.STEP, Shown.CLOCK,
         Shown.BLACK, Shown.STORED, Shown.BREAK)  # fmt: skip


class Wall:
    """What the group is shown of a session, and the words of it."""

    shared_address = ""
    viewers = 1

    def __init__(self, running: RunningSession, deck: Deck, projection: Projection, chance: Random) -> None:
        self.running, self.deck, self.projection, self.chance = running, deck, projection, chance
        self.selection = projection.selection
        self.views = 0
        projection._server = self  # type: ignore[assignment]
        running.listen(projection.refresh)

    def show(self, view: View) -> None:
        """A view was sent."""
        self.views += 1
        selection, session = self.selection, self.running.session
        if (selection.blanked or session.ended is not None) and view != BLACK:
            raise Broken("something is shown that was to be black")
        sent = encode(view, self.running.now()).decode().replace(SOFT_HYPHEN, "")
        for uid, text in self.running.words.goals.items():
            if text in sent and uid not in selection.settings.released:
                raise Broken(f"the wording of goal {uid} is shown, and was not released")

    def type_words(self) -> None:
        """Somebody types: each word is another."""
        session, words, chance = self.running.session, self.running.words, self.chance
        if session.goals:
            uid = chance.choice(session.goals).uid
            words.goal(uid, f"{CANARY}{uid}tavoite")
            if chance.random() < 0.5:
                self.selection.release(frozenset({uid}), yes=chance.random() < 0.6)
        words.title(chance.choice(session.items).uid, f"{CANARY} otsikko")
        seat = Seat(chance.randint(1, session.people.seats))
        words.label(session.people.person(seat), f"{CANARY} nimi")
        self.running.tell()

    def choose(self) -> None:
        """The supervisor shows something else."""
        chance, selection = self.chance, self.selection
        match chance.randrange(6):
            case 0:
                selection.toggle_blank()
            case 1:
                selection.toggle_freeze(self.projection.view)
            case 2:
                selection.language = chance.choice(("fi", "sv", "en", None))
            case 3:
                selection.turn_goal(tuple(goal.uid for goal in self.running.session.goals))
            case _:
                selection.choose(chance.choice(SHOWN), again_pins=chance.random() < 0.5)
        self.projection.refresh()
