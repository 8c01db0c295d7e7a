"""The deck as static pages: whole, the same bytes each time, every link leads somewhere, nothing asked from outside."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from exercises.closed import LANGUAGES
from exercises.deck import Deck
from tools.site import LICENCE, build

ASKING = {"img", "iframe", "audio", "video", "source", "object", "embed", "form"}


class Page(HTMLParser):
    """What a page links to and loads, its ids, its language and its words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.elements: set[str] = set()
        self.language = ""
        self.words: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, element, attributes):
        named = dict(attributes)
        self.elements.add(element)
        self.ids |= {named["id"]} if "id" in named else set()
        self.language = named["lang"] if element == "html" else self.language
        if element == "a":
            self.links.append(named["href"])
        elif element in ("link", "script"):
            self.loads.append(named.get("href") or named["src"])

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory, shipped: Deck) -> tuple[Path, dict[Path, Page]]:
    out = tmp_path_factory.mktemp("site")
    written = build(out, shipped)
    return out, {path: Page(path) for path in written if path.suffix == ".html"}


def test_every_card_plan_and_question_is_there_in_every_language(site, shipped: Deck):
    out, pages = site
    for language in LANGUAGES:
        for card in shipped.cards():
            page = pages[out / language / "cards" / f"{card.id}.html"]
            said = " ".join(page.words)
            assert page.language == language
            for text in (card.name, card.purpose, card.invitation, *card.step_texts, *card.step_invitations):
                assert getattr(text, language) in said
            for text in (card.sheet, card.advice, card.caution, card.materials, card.source):
                assert all(line in said for line in getattr(text, language).splitlines())
        for plan in shipped.plans():
            said = " ".join(pages[out / language / "plans" / f"{plan.plan.id}.html"].words)
            assert all(getattr(text, language) in said for text in (plan.name, plan.suits, plan.note, *plan.titles))
        said = " ".join(pages[out / language / "questions.html"].words)
        assert all(getattr(question.text, language) in said for question in shipped.questions())


def test_every_link_leads_somewhere(site):
    out, pages = site
    outside = set()
    for path, page in pages.items():
        for link in page.links + page.loads:
            parts = urlsplit(link)
            if parts.scheme:
                outside.add(link)
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_relative_to(out.resolve()), link
            assert target.is_file(), f"{path}: {link}"
            assert not parts.fragment or parts.fragment in pages[target].ids, link
    assert outside == {LICENCE}


def test_nothing_is_asked_from_outside(site):
    out, pages = site
    for page in pages.values():
        assert not page.elements & ASKING
        assert all(not urlsplit(each).scheme and not urlsplit(each).netloc for each in page.loads)
    style = (out / "style.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style
    assert "fetch(" not in (out / "search.js").read_text(encoding="utf-8")


def test_every_page_says_its_licence(site):
    out, pages = site
    for path, page in pages.items():
        assert path == out / "index.html" or LICENCE in page.links, path


def test_it_is_built_with_the_same_bytes_again(site, tmp_path: Path, shipped: Deck):
    out, _pages = site
    for path in build(tmp_path, Deck()):
        assert path.read_bytes() == (out / path.relative_to(tmp_path)).read_bytes()


def test_words_of_a_deck_are_never_markup(tmp_path: Path):
    school = tmp_path / "school"
    (school / "cards").mkdir(parents=True)
    (school / "questions").mkdir()
    from exercises.writing import card_start

    source = card_start().replace("Oma kortti", "<script>alert(1)</script> & <b>oma</b>")
    (school / "cards" / "mine.toml").write_text(source, encoding="utf-8")
    (school / "deck.toml").write_text('licence = "<i>CC0</i>"\n', encoding="utf-8")
    build(tmp_path / "out", Deck(decks=[school]))
    page = (tmp_path / "out" / "fi" / "cards" / "mine.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;oma" in page
    assert "&lt;i&gt;CC0&lt;/i&gt;" in page
    listed = (tmp_path / "out" / "fi" / "index.html").read_text(encoding="utf-8")
    assert "<b>oma" not in listed
