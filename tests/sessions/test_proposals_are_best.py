"""A brute force over small agendas never finds a better proposal than the one that is made, way by way."""

import os
from fractions import Fraction
from random import Random

from session_builders import Story, item

from sessions.kinds import MOVABLE_KINDS, ItemKind
from sessions.paying import payers
from sessions.proposals import MOST_CHOICES, Way, proposals
from sessions.timing import least

CASES = int(os.environ.get("PROPOSAL_CASES", "600"))
"""``PROPOSAL_CASES=5000 pytest -n 0 tests/sessions/test_proposals_are_best.py`` compares more."""


def late(chance: Random) -> Story:
    """A session with up to six items to come, so many minutes late."""
    kinds = [kind for kind in ItemKind if kind is not ItemKind.OPENING]
    ahead = [
        item(
            chance.randint(1, 7),
            chance.choice(kinds),
            protected=chance.random() < 0.2,
            first_to_go=chance.random() < 0.2,
        )
        for _number in range(chance.randint(1, 6))
    ]
    return Story(item(10), *ahead).wait(10 + chance.randint(1, 14))


def rank_of(ahead, index):
    return next((rank for rank, group in enumerate(payers(ahead)) if index in group), None)


def ways_to_cut(rooms, missing):
    """Every way to take ``missing`` minutes, or all there are, from these rooms."""
    if not rooms:
        yield ()
        return
    after = sum(rooms[1:])
    for cut in range(max(0, missing - after), min(rooms[0], missing) + 1):
        for others in ways_to_cut(rooms[1:], missing - cut):
            yield (cut, *others)


def best_spread(ahead, over):
    """The least that can be missing, then, group after group, most taken there and the smallest largest cut."""
    groups = payers(ahead)
    rooms = [item.given - least(item) if rank_of(ahead, i) is not None else 0 for i, item in enumerate(ahead)]
    taken = min(over, sum(rooms))

    def worth(cuts):
        by_group = [[Fraction(cuts[i], max(1, ahead[i].given)) for i in group] for group in groups]
        return ([-sum(cuts[i] for i in group) for group in groups], [max(each) for each in by_group])

    return (over - taken, *min(worth(cuts) for cuts in ways_to_cut(rooms, taken)))


def test_no_brute_force_finds_a_better_proposal():
    chance = Random(20261121)
    compared = dict.fromkeys(Way, 0)
    for _case in range(CASES):
        story = late(chance)
        ahead = story.session.ahead
        found = proposals(story.session, story.now)
        assert len(found.choices) <= MOST_CHOICES
        for choice in found.choices:
            assert (
                all(
                    before == after
                    for before, after in zip(choice.before, choice.after, strict=True)
                    if before.is_protected
                )
                or choice.way is Way.TO_CLOSING
            )
            compared[choice.way] += 1
            cuts = [before.given - after.given for before, after in zip(choice.before, choice.after, strict=True)]
            match choice.way:
                case Way.SPREAD:
                    groups = payers(ahead)
                    shares = [[Fraction(cuts[i], max(1, ahead[i].given)) for i in group] for group in groups]
                    taken = [-sum(cuts[i] for i in group) for group in groups]
                    assert (found.over - sum(cuts), taken, [max(each) for each in shares]) == best_spread(
                        ahead, found.over
                    )
                case Way.FROM_ONE:
                    rooms = {
                        i: min(found.over, ahead[i].given - least(ahead[i])) for group in payers(ahead) for i in group
                    }
                    best = min(
                        (found.over - room, rank_of(ahead, i), Fraction(room, max(1, ahead[i].given)))
                        for i, room in rooms.items()
                        if room
                    )
                    (paid,) = [i for i, cut in enumerate(cuts) if cut]
                    assert (
                        found.over - cuts[paid],
                        rank_of(ahead, paid),
                        Fraction(cuts[paid], ahead[paid].given),
                    ) == best
                case Way.PUT_OFF:
                    movable = [
                        i
                        for i, each in enumerate(ahead)
                        if not each.protected and each.kind in MOVABLE_KINDS and each.given
                    ]
                    best = min(
                        (max(0, found.over - ahead[i].given), rank_of(ahead, i), ahead[i].given) for i in movable
                    )
                    assert choice.item is not None
                    place = [each.uid for each in ahead].index(choice.item.uid)
                    assert (max(0, found.over - choice.item.given), rank_of(ahead, place), choice.item.given) == best
    assert all(compared.values()), compared
