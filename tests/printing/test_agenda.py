"""The rest of today on paper: the engine's own times, who speaks as the engine would let them, and no typed word."""

from io import BytesIO
from random import Random

from fakes import FakeClock
from pypdf import PdfReader
from session_builders import Story

from exercises.deck import Deck
from facilitator.preparing.on_paper import made_ready_at
from facilitator.preparing.preparation import Preparation
from facilitator.printing.agenda import agenda_pdf
from facilitator.printing.rest import rest_of_today
from facilitator.texts import languages
from facilitator.texts.phrases import clock
from sessions import events as e
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.timing import timing
from sessions.values import MINUTE, Id, Instant, Seat


def story_of(deck: Deck, plan: str = "ordinary-90", people: int = 5, **more) -> Story:
    text = deck.plan(Id(plan))
    assert text is not None
    fitted = Preparation.of(text.plan, people).fitted
    return Story(*fitted.items, people=people, plan=Id(plan), **more)


def text_of(paper: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)


def test_its_times_are_those_of_the_engine_in_the_middle_of_a_late_session(shipped: Deck):
    story = story_of(shipped)
    for _turn in range(4):
        story.wait(3)
        story.do(e.Next)
    story.wait(9)
    times = timing(story.session, story.now)
    paper = text_of(agenda_pdf(story.session, story.now, shipped))
    open_items = [item for item in story.session.items if item.is_open]
    assert len(open_items) > 5
    shown = [row.begins for row in rest_of_today(story.session, story.now, shipped).items]
    assert shown == [clock(times.starts[item.uid]) for item in open_items]
    assert all(begins in paper for begins in shown)
    assert f"ends {clock(times.shown_end)}" in paper
    assert f"agreed end {clock(times.agreed_end)}" in paper
    done = [item for item in story.session.items if not item.is_open]
    assert all(clock(times.starts[item.uid]) not in shown for item in done)


def test_who_speaks_is_in_the_order_in_which_the_engine_lets_them(shipped: Deck):
    story = story_of(shipped)
    story.do(e.Next)
    story.do(e.Next)
    story.do(e.WentAway, Seat(4))
    rest = rest_of_today(story.session, story.now, shipped)
    said = [step.speaking for item in rest.items for step in item.steps if "seats" in step.speaking]
    assert said[0].endswith("seats 2 3 5")
    promised = [each.split("seats ")[1] for each in said]
    met = []
    while True:
        turns = story.session.round
        if turns is not None and turns.waiting:
            met.append(" ".join(map(str, turns.waiting)))
        item = story.session.current
        assert item is not None
        if item.step + 1 < len(item.steps):
            story.do(e.StepSkipped)
        elif story.session.ahead:
            story.do(e.ItemEnded)
        else:
            break
    assert promised == met


def test_a_plan_that_has_not_begun_is_all_there_from_its_start(shipped: Deck):
    text = shipped.plan(Id("ordinary-90"))
    assert text is not None
    start = Instant(1_773_212_400_000)
    session = made_ready_at(Preparation.of(text.plan, 6), start)
    rest = rest_of_today(session, start, shipped)
    assert rest.items[0].begins == clock(start)
    assert rest.ends == f"ends {clock(Instant(start + 90 * MINUTE))}"
    assert sum(int(item.minutes.split()[0]) for item in rest.items) == 90


def test_no_typed_word_is_on_it_and_nothing_tells_what_made_it(shipped: Deck, tmp_path):
    text = shipped.plan(Id("ordinary-90"))
    assert text is not None
    moving = FakeClock()
    running = RunningSession.open(
        Preparation.of(text.plan).opened(moving, None, Random(1)),
        moving,
        Store(tmp_path).journal(moving.anchor()),
    )
    item = running.session.items[0]
    running.words.title(item.uid, "kanarialintu")
    running.words.label(running.session.people.person(Seat(1)), "kanarialintu")
    paper = agenda_pdf(running.session, running.now(), shipped)
    assert "kanarialintu" not in text_of(paper)
    assert b"fpdf" not in paper.lower()
    running.leave()


def test_finnish_and_swedish_letters_are_whole(shipped: Deck):
    for language, word in (("fi", "päättyy"), ("sv", "slutar"), ("en", "ends")):
        languages.use(language)
        paper = text_of(agenda_pdf(story_of(shipped).session, story_of(shipped).now, shipped))
        assert word in paper
        assert "?" not in paper.replace("? ·", "")


def test_an_item_is_never_torn_over_two_sheets(shipped: Deck):
    pages = []
    for plan in shipped.plans():
        session = made_ready_at(Preparation.of(plan.plan), Instant(1_773_212_400_000))
        rest = rest_of_today(session, session.anchor, shipped)
        paper = PdfReader(BytesIO(agenda_pdf(session, session.anchor, shipped)))
        found = [" ".join(page.extract_text().split()) for page in paper.pages]
        pages.append(len(found))
        for item in rest.items:
            step_texts = [step.said for step in item.steps if step.said and len(step.said) < 40]
            holding = [page for page in found if item.title[:30] in page]
            assert holding
            assert any(all(said in page for said in step_texts) for page in holding)
    assert max(pages) >= 2
