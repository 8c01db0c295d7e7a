"""Writing files of the deck: a plan of the supervisor's own, and the starting points that people fill in."""

import json

from exercises.card import Text
from exercises.closed import LANGUAGES, Form, Phase, Remote, Theme, Turns
from sessions.kinds import ClockShown, ItemKind, Speaking
from sessions.plan import Plan, PlanItem


def plan_source(plan: Plan, people: int, name: Text, titles: list[Text]) -> str:
    """A plan as its file; ``titles`` are those of its items, in order."""
    parts = [
        f"people = {people}",
        f"minutes = {plan.length(people)}",
        *(["sensitive = true"] if plan.sensitive else []),
        "",
        "[name]",
        *_said(name),
    ]
    for item, title in zip(plan.items, titles, strict=True):
        parts += ["", "[[items]]", *_item(item, people), *_said(title)]
    return "\n".join(parts) + "\n"


def _item(item: PlanItem, people: int) -> list[str]:
    parts = [f'kind = "{item.kind}"', f"minutes = {item.planned(people)}"]
    if item.exercise is not None:
        parts.append(f'exercise = "{item.exercise}"')
    if item.protected:
        parts.append("protected = true")
    if item.first_to_go:
        parts.append("first_to_go = true")
    if item.clock is not ClockShown.EXACT:
        parts.append(f'clock = "{item.clock}"')
    return parts


def _said(text: Text) -> list[str]:
    said = ((language, getattr(text, language)) for language in LANGUAGES)
    return [f"{language} = {json.dumps(words, ensure_ascii=False)}" for language, words in said if words]


def card_start() -> str:
    """A commented starting point for a card: it can be read as it is."""
    return f"""\
# A card. The file's name is its id. Never write names, workplaces or cases here: it is not a session.
# Kortti. Tiedoston nimi on sen tunnus. Älä kirjoita tähän nimiä, työpaikkoja tai tapauksia.

phase = "explore"      # {_one_of(Phase)}
form = "round"         # {_one_of(Form)}
people = [2, 5, 10]    # the fewest it works with, the best number, the most / vähintään, mieluiten, enintään
themes = ["general"]   # {_one_of(Theme)}
turns = "round"        # {_one_of(Turns)}
remote = "yes"         # {_one_of(Remote)}
# remote_substitute = "check-in-scale"   # the card to take instead in a remote meeting
# shorter = "check-in-one-word"          # the card to take when the round would become too long
# sensitive = true                       # its name alone would tell what troubles a group

[name]
fi = "Oma kortti"
en = "A card of my own"
# sv = ""

[purpose]
fi = "Mihin korttia käytetään."
en = "What the card is for."

# One table for each step. minutes: 3, 1.5n (for each person), 1(n-1) (for each but the presenter), 2+1.5n.
# speaking: {_one_of(Speaking)}
[[steps]]
minutes = "1"
speaking = "everyone"
fi = "Kysymys näkyviin"
en = "Show the question"

[[steps]]
minutes = "1.5n"
speaking = "round"
fi = "Jokainen vuorollaan"
en = "Each in turn"

[invitation]
fi = "Mitä voit sanoa tai näyttää ryhmälle."
en = "What you can say or show to the group."

# [materials], [advice], [caution] and [source] may follow, each with fi, en and sv.
"""


def plan_start() -> str:
    """A commented starting point for a plan: it can be read as it is."""
    return f"""\
# A plan. The file's name is its id. Never write names, workplaces or cases here: it is not a session.
# Runko. Tiedoston nimi on sen tunnus. Älä kirjoita tähän nimiä, työpaikkoja tai tapauksia.

people = 5       # the number it is made for; rounds are computed anew for another
minutes = 60     # what the items come to

[name]
fi = "Oma runko"
en = "A plan of my own"
# sv = ""

# One table for each item. kind: {_one_of(ItemKind)}
# exercise: the id of a card (facilitator cards list). protected = true. clock: {_one_of(ClockShown)}
[[items]]
kind = "check-in"
minutes = 10
exercise = "check-in-round"
fi = "Aloituskierros"
en = "Opening round"

[[items]]
kind = "theme"
minutes = 43
fi = "Aihe 1"
en = "Topic 1"

[[items]]
kind = "closing"
minutes = 7
exercise = "closing-round"
fi = "Lopetuskierros"
en = "Closing round"
"""


def _one_of(choices: type[Phase | Form | Theme | Turns | Remote | Speaking | ItemKind | ClockShown]) -> str:
    return ", ".join(choices)
