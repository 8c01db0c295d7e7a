"""What the pages say beside the deck's own texts."""

from exercises.card import Text
from facilitator.texts.languages import language

TEXTS = {
    "site": Text("Työnohjauksen kortit", "Supervision cards", "Kort för arbetshandledning"),
    "cards": Text("Harjoituskortit", "Exercise cards", "Övningskort"),
    "plans": Text("Rungot", "Session plans", "Upplägg"),
    "questions": Text("Kysymykset", "Questions", "Frågor"),
    "lead": Text(
        "Valmiita harjoituksia ryhmän työnohjaukseen: vaiheet, minuutit ja se, kuka puhuu.",
        "Ready exercises for group supervision: the steps, the minutes and who speaks.",
        "Färdiga övningar för grupphandledning: stegen, minuterna och vem som talar.",
    ),
    "plans_lead": Text(
        "Työnohjauskertojen rungot minuutteineen. Suojatusta kohdasta ei nipistetä, ja väljyys joustaa ensin.",
        "Plans for whole sessions, minute by minute. What is protected keeps its time; the buffer gives first.",
        "Upplägg för hela träffar, minut för minut. Det skyddade behåller sin tid, spelrummet ger först.",
    ),
    "questions_lead": Text(
        "Avoimia kysymyksiä teemoittain. Jatkokysymys kysytään vasta edellisen jälkeen.",
        "Open questions by theme. A follow-up is asked only after the one before it.",
        "Öppna frågor efter tema. En följdfråga ställs först efter den föregående.",
    ),
    "menu": Text("Sivusto", "Site", "Webbplats"),
    "languages": Text("Kieli", "Language", "Språk"),
    "phases": Text("Työskentelyn vaiheet", "Phases of a session", "Arbetets faser"),
    "around": Text("Edellinen ja seuraava kortti", "Card before and after", "Föregående och nästa kort"),
    "skip": Text("Siirry sisältöön", "Skip to content", "Till innehållet"),
    "search": Text("Hae", "Search", "Sök"),
    "found": Text("Löytyi", "Found", "Hittades"),
    "none": Text("Ei löytynyt.", "No match.", "Inga träffar."),
    "time": Text("Kesto", "Time", "Tid"),
    "people": Text("Osallistujia", "People", "Deltagare"),
    "turns": Text("Vuorot", "Turns", "Talturer"),
    "remotely": Text("Etänä", "Remotely", "På distans"),
    "themes": Text("Teemat", "Themes", "Teman"),
    "steps": Text("Vaiheet", "Steps", "Steg"),
    "sheet": Text("Näytä ryhmälle", "Show to the group", "Visa för gruppen"),
    "materials": Text("Tarvikkeet", "Materials", "Material"),
    "caution": Text("Huomaa", "Caution", "Obs"),
    "advice": Text("Ohjaajalle", "For the supervisor", "Till handledaren"),
    "source": Text("Lähde", "Source", "Källa"),
    "shorter": Text("Lyhyempi vaihtoehto", "A shorter one", "Ett kortare alternativ"),
    "in_plans": Text("Käytössä rungoissa", "Used in", "Används i"),
    "plan": Text("Runko", "Session plan", "Upplägg"),
    "when": Text("Milloin", "When", "När"),
    "bring": Text("Mukaan", "Bring", "Ta med"),
    "note": Text("Hyvä tietää", "Good to know", "Bra att veta"),
    "protected": Text("suojattu", "protected", "skyddad"),
    "first_to_go": Text("joustaa ensin", "first to give", "ger först"),
    "begins": Text("Alkaa", "Begins", "Börjar"),
    "item": Text("Kohta", "Item", "Punkt"),
    "takes": Text("Kesto", "Takes", "Längd"),
    "in_all": Text("Yhteensä", "In all", "Sammanlagt"),
    "follow_up": Text("jatkokysymys", "follow-up", "följdfråga"),
    "licence": Text("Käyttöoikeus", "Licence", "Licens"),
    "notice": Text(
        "© The facilitator founders. Kortteja, runkoja ja kysymyksiä saa käyttää ja muokata, kun mainitsee tekijän:",
        "© The facilitator founders. Cards, plans and questions may be used, adapted and shared with attribution:",
        "© The facilitator founders. Kort, upplägg och frågor får användas, bearbetas och delas om upphovet anges:",
    ),
    "privacy": Text(
        "Sivut eivät kerää mitään tietoja eivätkä hae mitään muualta.",
        "These pages collect nothing and ask nothing from anywhere else.",
        "Sidorna samlar inga uppgifter och hämtar ingenting någon annanstans.",
    ),
}


def said(key: str) -> str:
    """A text of the pages in the language that is spoken."""
    return TEXTS[key].said(language())
