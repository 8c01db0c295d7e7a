"""å, ä and ö come after z."""

from facilitator.texts.ordering import alphabetical


def test_finnish_order():
    wanted = ["Akuutti", "Balint", "Vuosi", "Väli", "Zen", "Åbo", "Ääni", "Öljy"]
    assert sorted(wanted[::-1], key=alphabetical) == wanted


def test_other_accents_and_capitals_do_not_count():
    assert alphabetical("Élan") == alphabetical("elan")
