"""One thing, one word: what the interface no longer says, language by language."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from facilitator.texts.languages import LANGUAGES, LOCALE
from tools.translations import texts

NOT_SAID = {
    "fi": {
        r"\baske[lt]\w*": "vaihe; askel is the client's",
        r"ohjelman (mukana|oman?\b)|tätä ohjelmaa": "sovellus; ohjelma is the agenda",
        r"kohdalla on": "kohdassa on",
        r"\bhenkilöä\b|\bhenkilöt\b|\bhenkeä\b": "osallistujaa",
        r"lopetusai|loppuai|sovittu loppu\b": "päättymisaika",
        r"pituu": "kesto",
        r"\bväli\b": "välilyönti",
        r"\brikki|\bvialla\b": "vioittunut",
        r"koodisana": "tunnussana",
        r"häviä|poistuu": "poistetaan",
        r"\bsivu (alas|ylös)|(?-i:page down)": "Page Down",
        r"\bkello \d|\bkello \{|klo \{": "klo and a no-break space",
        r"\b(?<!aiheen )tuoja": "aiheen tuoja",
        r"toisessa facilitatorissa": "toisessa ikkunassa",
        r"\bkone(en|elle|ella|essa)?\b": "tietokone",
        r"virittely|^päättäminen$": "virittäytyminen, päätöksenteko",
        r"johtaj": "esihenkilö",
        r"erityinen": "oma ohjelma",
        r"ryhmälle \{code\}": "ryhmän {code} tietoihin",
        r"ohjelma uudelleen": "sovellus; ohjelma is the agenda",
        r"(?<!klo\u00a0)\{(begun|alive)\}": "klo and a no-break space",
        r"45 minuutin yksi": "ohjaustunti",
    },
    "sv": {
        r"\bturer\b|\bturerna\b|\bturen\b": "talturer",
        r"(en|annan) facilitator\b": "ett annat fönster",
        r"\bprogrammets\b|det här programmet sparar|med programmet$": "appen",
        r"måltavla": "våra mål",
        r"ordalydelse": "formulering",
        r"\bläge\b|\bläget\b": "status",
        r"\bpersoner?\b": "deltagare",
        r"(?<!\{)(?<!--)\bid\b": "kod",
        r"avtal(ad|at)": "överenskommen",
        r"trasig": "skadad",
        r"\b(program)?mall(en|ar|arna)?s?\b": "upplägg",
        r"förtrolig": "konfidentiell",
        r"växelverkan": "samspel",
        r"tidtabell": "tidsplan",
        r"\bforma\b": "redigera",
        r"kl\. \{": "a no-break space",
        r"(?-i:page down)": "Page Down",
        r"sparning": "skrivning",
        r"programmet (sparar|själv)|gjort programmet|starta programmet|lita på programmet": "appen",
        r"halvtid": "mellanutvärdering",
        r"presenterar": "är ärendeägare",
        r"\bsedda\b": "genomgångna",
        r"inte sagt": "inte angivet",
        r"minutersenhet": "handledningstimmar",
        r"(?<!kl\.\u00a0)\{(begun|alive)\}": "kl. and a no-break space",
        r"^träffar$(?-i:(?<=TRÄFFAR))": "hittade; a träff is a session",
    },
    "en": {
        r"\btogether\b": "in all",
        r"is like that": "no match",
        r"\bso many people\b": "the group size",
        r"by the clock": "clock time",
        r"\bthat was agreed\b": "agreed",
        r"faster than life": "than real time",
        r"\bread back\b": "scroll back",
        r"\bthe wall\b": "the group's view",
        r"\bgone by\b": "elapsed",
        r"\blately\b": "recently",
        r"\bprogramme\b": "agenda",
        r"\bletters\b: ": "encoding",
        r"another facilitator": "another window",
    },
}
"""What is looked for, whatever its case, and what is said instead."""
ALLOWED = {"Together with a calendar"}
"""How a text may begin that uses the word in its other sense."""


def said(language: str) -> list[str]:
    """Every text of the interface in a language."""
    if language == "en":
        catalogue = texts()
        found = [message.id for message in catalogue]
    else:
        po: Path = LOCALE / language / "LC_MESSAGES" / "facilitator.po"
        with po.open("rb") as file:
            found = [message.string for message in read_po(file, locale=language) if message.id]
    return [one for text in found if text for one in (text if isinstance(text, (tuple, list)) else (text,))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thing_has_one_word(language: str):
    offenders = [
        (text, instead)
        for text in said(language)
        for word, instead in NOT_SAID[language].items()
        if re.search(word, text, re.IGNORECASE) and not text.startswith(tuple(ALLOWED))
    ]
    assert offenders == []


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_nothing_is_left_in_english(language: str):
    """What is the same in both is a name, a sign or a word that both have."""
    po = LOCALE / language / "LC_MESSAGES" / "facilitator.po"
    with po.open("rb") as file:
        left = [
            message.id
            for message in read_po(file, locale=language)
            if message.id and message.id == message.string and len(re.findall(r"[^\W\d_]{3,}", message.id)) > 1
        ]
    assert [text for text in left if text not in {"Page Down", "Page Up", "Terminal {columns} × {rows}"}] == []


def test_a_time_of_day_does_not_leave_its_label_at_the_end_of_a_line():
    wrong = [text for language in ("fi", "sv") for text in said(language) if re.search(r"\bkl(o|\.) (\{|\d)", text)]
    assert wrong == []


def test_a_sensitive_matter_has_no_name_of_its_own():
    assert [text for text in said("en") if "special" in text.lower()] == []
