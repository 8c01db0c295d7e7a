"""Views and servers for the tests of the projector."""
# ruff: noqa: E501 (views as tables)

import asyncio
import time
from contextlib import asynccontextmanager, contextmanager

from facilitator.projector.own_look import Picture
from facilitator.projector.qr import matrix
from facilitator.projector.server_thread import ServerThread, State
from facilitator.projector.view import ClockView, CodeView, GoalView, ProposalView, Shown, View
from sessions.kinds import ItemState

LONG = "Työnohjausprosessinarviointikeskustelu"
WORDING = (
    "Sovimme yhteisistä toimintatavoista potilasturvallisuuspoikkeamien läpikäynnissä ja palaamme niihin joka kuukausi"
)
PICTURE = Picture(
    "image/svg+xml",
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect width="400" height="200" rx="20" fill="#8a4b00"/>'
    b'<circle cx="200" cy="100" r="70" fill="#ffc66b"/></svg>',
)
NOW = 1_773_230_400_000


def now() -> int:
    """The session's instant: runs as the computer's clock does."""
    return NOW + int(time.monotonic() * 1000)


def programme(count: int = 12) -> View:
    titles = ["Aloituskierros", "Aiheet ja ohjelma yhdessä", LONG, "Tauko", "Vertaiskonsultaatio kuudessa vaiheessa",
              "Tavoiteasteikko", "Lopetuskierros", "Seuraava kerta"]  # fmt: skip
    states = [ItemState.DONE] * 2 + [ItemState.NOW] + [ItemState.AHEAD] * (count - 3)
    lines = tuple((titles[n % len(titles)], states[n]) for n in range(count))
    return View(Shown.PROGRAMME, "fi", title="Ohjelma", programme=lines)


def board(count: int = 6, light: bool = False) -> View:
    words = ["majakka", "silta", "laituri", "kaarna", "pihlaja", "sammal"]
    statuses = ["työn alla", "avoin", "muotoiltu uudelleen", "saavutettu", "tauolla", "jätetty pois"]
    goals = tuple(
        GoalView("ABCDEF"[n], words[n], statuses[n], WORDING if n % 2 == 0 else "Kiireettömämpi työvuoron vaihto",
                 n + 3, f"nyt {n + 3} · yhden pykälän ylempänä {n + 4}")
        for n in range(count)
    )  # fmt: skip
    return View(Shown.GOALS, "fi", light, title="Tavoitteet", goals=goals)


def exact(left: int = 754_000) -> ClockView:
    return ClockView(ends=now() + left, label="jäljellä", over="aika täynnä")


def views(light: bool = False) -> dict[str, View]:
    """Every view, as full as it gets."""
    soft = ClockView(shape="●●●●●●●○○○○○", said="ajasta on jäljellä noin puolet")
    code = matrix("http://192.168.100.123:47600/abcdefghijklmnopqrstuv/")
    page = "Tavoitteet\n" + "\n".join([WORDING] * 5)
    texts = tuple(CodeView(f"{n}/2", matrix(page), page) for n in (1, 2))
    kept = ("Tallennetaan", "päivä", "montako oli läsnä", "kohdat ja niiden minuutit", "harjoitukset",
            "tavoitteiden tunnussanat ja tilat")  # fmt: skip
    gone = (
        "Unohdetaan",
        "kuka puhui",
        "mitä puhuttiin",
        "nimet ja otsikot",
        "tavoitteiden sanamuodot",
        "asteikon luvut",
    )
    long_step = "Vaihe 4/6 · Käsitysten ja kokemusten jakaminen · kierros · aiheen tuoja kuuntelee"
    invitation = (
        "Kysytään vuorotellen avoimia kysymyksiä, yksi kerrallaan. Mikä kysymys auttaisi ajattelemaan tätä eteenpäin?"
    )
    return {
        "programme": View(Shown.PROGRAMME, "fi", light, title="Ohjelma", programme=programme().programme),
        "round": View(Shown.ROUND, "fi", light, title="Aihe 1", clock=exact(), step="Kysymyskierros", speaker="paikka 4",
                      next_up="Seuraavana: paikka 5", presenter="paikka 3 kuuntelee"),
        "round-asked": View(Shown.ROUND, "fi", light, title="Aihe 1", clock=soft, step="Kysymyskierros", speaker="paikka 4",
                            next_up="Seuraavana: paikka 5", presenter="Aiheen tuo paikka 3", invitation=invitation),
        "round-long": View(Shown.ROUND, "fi", light, title=LONG, clock=soft, speaker="Anna-Kaarina Hämeenlinna-Väyrynen",
                           next_up="Seuraavana: Kristiina-Margareeta", presenter="Maria-Helena kuuntelee"),
        "step": View(Shown.STEP, "fi", light, title="Vertaiskonsultaatio", clock=soft, step=long_step, invitation=invitation),
        "sheet": View(Shown.SHEET, "fi", light, title="Seitsemän ikkunaa", sheet=(
            "1 Asiakas: mitä hänestä tiedetään, mitä hän mahtaa toivoa?", "2 Teot: mitä on tehty, mitä muuta voisi kokeilla?",
            "3 Suhde: mitä heidän välillään tapahtuu?", "4 Aiheen tuoja: mitä tämä herättää, mikä on omaa?",
            "5 Tämä ryhmä: mitä samasta näkyy täällä juuri nyt?", "6 Työnohjaaja: mitä kuunnellessa heräsi?",
            "7 Ympäristö: mitkä odotukset ja säännöt vaikuttavat?")),
        "question": View(Shown.QUESTION, "fi", light, question="Millä sanoilla voisit sanoa ei niin, että yhteys säilyy?"),
        "goals": board(6, light),
        "goals-2": board(2, light),
        "goal-1": board(1, light),
        "proposals": View(
            Shown.PROPOSALS, "fi", light, title="Miten käytämme jäljellä olevan ajan?", note="Ilman muutosta päätyttäisiin 12 min sovittua myöhemmin.",
            proposals=(
                ProposalView("Lyhennä hiukan useampaa kohtaa", (f"{LONG}: 25 → 19 min", "Vertaiskonsultaatio kuudessa vaiheessa: 20 → 16 min", "Tavoiteasteikko: 10 → 8 min"), "Päättyy klo 15.30"),
                ProposalView("Lyhennä ”Vertaiskonsultaatio kuudessa vaiheessa”", ("20 → 8 min",), "Päättyy klo 15.30"),
                ProposalView("Siirrä ”Tavoiteasteikko” ensi kertaan", (), "Päättyy klo 15.32 · vielä 2 min liikaa"),
                ProposalView("Lopeta 12 min myöhemmin", (), "Päättyy klo 15.42"),
            )),
        "break": View(Shown.BREAK, "fi", light, title="Tauko", clock=exact(425_000), note="Jatketaan kello 11.05"),
        "break-own": View(Shown.BREAK, "fi", light, accent="#8a4b00" if light else "#ffc66b", title="Tauko", clock=exact(425_000),
                          note="Jatketaan kello 11.05", own_text="Kahvi ja tee ovat aulassa", picture=True),
        "clock": View(Shown.CLOCK, "fi", light, title="Aihe 1: hoitokokouskäytännöt", clock=exact()),
        "clock-soft": View(Shown.CLOCK, "fi", light, title="Hiljainen hetki", clock=soft),
        "clock-none": View(Shown.CLOCK, "fi", light, title="Avoin keskustelu"),
        "stored": View(Shown.STORED, "fi", light, title="Mitä tallennetaan", kept=kept, forgotten=gone,
                       note="Voitte katsoa milloin tahansa, mitä on tallessa."),
        "address": View(Shown.ADDRESS, "fi", light, title="Ryhmän näkymä omaan puhelimeen", codes=(CodeView("", code),), copy="Kopioi teksti", copied="Kopioitu",
                        address="http://192.168.100.123:47600/abcdefghijklmnopqrstuv/"),
        "codes": View(Shown.CODES, "fi", light, title="Tavoitteet mukaan", codes=texts, copy="Kopioi teksti", copied="Kopioitu",
                      note="Koodissa ovat sanat itse. Verkkoa ei tarvita."),
    }  # fmt: skip


def opened(background: ServerThread) -> None:
    """Wait until the server listens."""
    until = time.monotonic() + 20
    while background.state is State.OPENING and time.monotonic() < until:
        time.sleep(0.01)
    assert background.state is State.OPEN


@contextmanager
def serving(view: View | None = None, key: str = "k" * 22, port: int = 0, **window: object):
    """A server in its thread."""
    background = ServerThread(now, lambda: None, key, port, **{"picture": PICTURE, **window})
    if view is not None:
        background.show(view)
    background.start()
    try:
        opened(background)
        yield background
    finally:
        background.close()


@asynccontextmanager
async def asked(port: int, raw: bytes):
    """A connection on which ``raw`` has been sent."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(raw)
    try:
        yield reader
    finally:
        writer.close()


def request(port: int, path: str, *, method: str = "GET", host: str | None = None, more: str = "") -> bytes:
    """A request as bytes."""
    named = f"127.0.0.1:{port}" if host is None else host
    return f"{method} {path} HTTP/1.1\r\nHost: {named}\r\n{more}\r\n".encode()
