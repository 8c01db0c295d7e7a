"""The deck as static pages in three languages: ``python tools/site.py OUT``. The same files, the same bytes each time.

Nothing is asked from anywhere else: one style sheet, one small script for the search, pages that link to each other.
They can be opened from a folder, put on any server, and printed.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from exercises.card import Card, PlanText, Question
from exercises.closed import LANGUAGES, Phase, Remote, Theme
from exercises.deck import Deck
from exercises.folder import Part
from exercises.ordering import in_order
from facilitator.desk.themes import DARK, LIGHT, Palette
from facilitator.texts import languages
from facilitator.texts.cards import arithmetic, exact_minutes
from facilitator.texts.languages import LANGUAGE_NAMES, language
from facilitator.texts.names import name_of
from facilitator.texts.phrases import minutes, people
from facilitator.texts.plans import titles
from sessions.kinds import ItemKind
from tools.site_html import Html, joined, page_of, tag
from tools.site_texts import said

HERE = Path(__file__).parent
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FOUND_BY_ONE_WORD = 8
"""How many of the cards that the program finds by a synonym are found by it on the page as well."""


class Site:
    """The pages of one deck in the language that is spoken."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        order = list(Phase)
        by_name = in_order(deck.cards(), lambda card: card.name.said(language()), language())
        self.cards = sorted(by_name, key=lambda card: order.index(card.phase))
        self.plans = deck.plans_by_name(language())
        self.questions = deck.questions()
        self.used: dict[str, list[PlanText]] = {}
        for plan in self.plans:
            for card_id in dict.fromkeys(item.exercise for item in plan.plan.items if item.exercise is not None):
                self.used.setdefault(card_id, []).append(plan)

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page: its path below the folder of its language, and its text."""
        yield self._page("index.html", said("cards"), self._card_list(), lead=said("lead"), search=True)
        yield self._page("plans.html", said("plans"), self._plan_list(), lead=said("plans_lead"), search=True)
        yield self._page("questions.html", said("questions"), self._question_list(), lead=said("questions_lead"))
        for nth, card in enumerate(self.cards):
            around = (self.cards[nth - 1] if nth else None, self.cards[nth + 1] if nth + 1 < len(self.cards) else None)
            yield self._page(f"cards/{card.id}.html", card.name.said(language()), self._card(card, around), card=card)
        for plan in self.plans:
            yield self._page(f"plans/{plan.plan.id}.html", plan.name.said(language()), self._plan(plan), plan=plan)

    def _page(
        self,
        path: str,
        title: str,
        body: Html,
        *,
        lead: str = "",
        search: bool = False,
        card: Card | None = None,
        plan: PlanText | None = None,
    ) -> tuple[str, str]:
        up = "../" * path.count("/")
        sections = (("index.html", "cards"), ("plans.html", "plans"), ("questions.html", "questions"))
        links = [tag("a", said(key), href=up + to, aria_current="page" if path == to else None) for to, key in sections]
        others = [
            tag("a", LANGUAGE_NAMES[each], href=f"{up}../{each}/{path}", lang=each, hreflang=each)
            for each in LANGUAGES
            if each != language()
        ]
        head = tag(
            "header", tag("nav", *links, aria_label=said("menu")), tag("nav", *others, aria_label=said("languages"))
        )
        top = joined([tag("h1", title), tag("p", lead, cls="lead") if lead else Html()])
        if search:
            label = tag("label", said("search"), for_="search")
            field = tag("input", id="search", type="search", autocomplete="off", spellcheck="false")
            found = tag("p", "", id="found", role="status", data_none=said("none"), data_found=said("found"))
            top = joined([top, tag("div", label, field, found, cls="search", hidden="")])
        main = tag("main", body if card or plan else joined([top, body]), id="main")
        about = (card and self.deck.source(Part.CARDS, card.id)) or (
            plan and self.deck.source(Part.PLANS, plan.plan.id)
        )
        script = up + "../search.js" if search else ""
        return path, page_of(language(), title, head, main, self._foot(about.licence if about else ""), up, script)

    def _foot(self, licence: str) -> Html:
        """Who made it and under which licence; of another's deck what its own file says."""
        if licence and licence != "CC BY 4.0":
            return tag("footer", tag("p", f"{said('licence')}: {licence}"))
        link = tag("a", "CC BY 4.0", href=LICENCE, rel="license")
        return tag("footer", tag("p", said("notice"), " ", link, "."), tag("p", said("privacy")))

    def _card_list(self) -> Html:
        words = self._words()
        jump = [tag("a", name_of(phase), href=f"#{phase}") for phase in Phase]
        parts = [tag("nav", *jump, cls="jump", aria_label=said("phases"))]
        for phase in Phase:
            rows = [self._row(card, words.get(card.id, "")) for card in self.cards if card.phase is phase]
            if rows:
                parts.append(tag("section", tag("h2", name_of(phase), id=phase), tag("ul", *rows, cls="rows")))
        return joined(parts)

    def _row(self, card: Card, words: str) -> Html:
        fewest, _best, most = card.people
        link = tag("a", card.name.said(language()), href=f"cards/{card.id}.html")
        facts = tag("span", f"{minutes(card.minutes(card.people[1]))} · {fewest}–{most}", cls="facts")
        return tag("li", tag("h3", link), facts, tag("p", card.purpose.said(language())), data_near=words)

    def _words(self) -> dict[str, str]:
        """What else each card is found by: themes, and synonyms by which the program finds it, each with its place."""
        found = {card.id: [f"{name_of(theme)}=1" for theme in card.themes] for card in self.cards}
        finder = self.deck.finder(language(), name_of)
        for word in sorted(self.deck.synonyms().get(language(), {})):
            for place, each in enumerate(finder.cards(word)[:FOUND_BY_ONE_WORD]):
                found[each.it.id].append(f"{word}={place}")
        return {card_id: ";".join(words) for card_id, words in found.items()}

    def _card(self, card: Card, around: tuple[Card | None, Card | None]) -> Html:
        fewest, best, most = card.people
        spoken = language()
        eyebrow = tag("p", f"{name_of(card.phase)} · {name_of(card.form)}", cls="eyebrow")
        parts = [eyebrow, tag("h1", card.name.said(spoken)), tag("p", card.purpose.said(spoken), cls="lead")]
        if card.invitation:
            parts.append(tag("blockquote", tag("p", card.invitation.said(spoken))))
        facts = [
            (said("time"), f"{minutes(card.minutes(best))} ({people(best)})"),
            (said("people"), f"{fewest}–{most}"),
            (said("turns"), name_of(card.turns)),
            (said("remotely"), self._remote(card)),
            (said("themes"), ", ".join(name_of(theme) for theme in card.themes)),
        ]
        parts.append(tag("dl", *(tag("div", tag("dt", what), tag("dd", fact)) for what, fact in facts), cls="facts"))
        parts.append(tag("h2", said("steps")))
        parts.append(tag("ol", *self._steps(card, best), cls="steps"))
        for key, text, kind in (
            ("sheet", card.sheet, "sheet"),
            ("materials", card.materials, ""),
            ("caution", card.caution, "caution"),
            ("advice", card.advice, ""),
            ("source", card.source, "source"),
        ):
            if text:
                lines = [tag("p", line) for line in text.said(spoken).splitlines()]
                parts.append(tag("section", tag("h2", said(key)), *lines, cls=kind or None))
        parts.append(self._also(card))
        before, after = around
        links = [tag("a", f"← {before.name.said(spoken)}", href=f"{before.id}.html", rel="prev") if before else Html()]
        links.append(tag("a", f"{after.name.said(spoken)} →", href=f"{after.id}.html", rel="next") if after else Html())
        return joined([tag("article", *parts), tag("nav", *links, cls="around", aria_label=said("around"))])

    def _steps(self, card: Card, best: int) -> Iterator[Html]:
        for step, label, invitation in zip(card.steps, card.step_texts, card.step_invitations, strict=True):
            takes = arithmetic(step, best) or exact_minutes(step.minutes.for_people(best))
            line = [
                tag("strong", label.said(language())),
                tag("span", f"{takes} · {name_of(step.speaking)}", cls="facts"),
            ]
            if invitation:
                line.append(tag("p", invitation.said(language())))
            yield tag("li", *line)

    def _remote(self, card: Card) -> str | Html:
        other = self.deck.card(card.remote_substitute) if card.remote_substitute is not None else None
        if card.remote is Remote.YES or other is None:
            return name_of(card.remote)
        return joined([f"{name_of(card.remote)}: ", tag("a", other.name.said(language()), href=f"{other.id}.html")])

    def _also(self, card: Card) -> Html:
        """The shorter card, and the plans that it is in."""
        parts = []
        shorter = self.deck.card(card.shorter) if card.shorter is not None else None
        if shorter is not None:
            link = tag("a", shorter.name.said(language()), href=f"{shorter.id}.html")
            parts.append(tag("p", said("shorter"), ": ", link))
        plans = [
            tag("a", plan.name.said(language()), href=f"../plans/{plan.plan.id}.html")
            for plan in self.used.get(card.id, [])
        ]
        if plans:
            parts.append(tag("p", said("in_plans"), ": ", *_between(plans)))
        return tag("section", *parts, cls="also") if parts else Html()

    def _plan_list(self) -> Html:
        rows = []
        for plan in self.plans:
            link = tag("a", plan.name.said(language()), href=f"plans/{plan.plan.id}.html")
            facts = tag("span", minutes(plan.plan.length()), cls="facts")
            about = " · ".join(text.said(language()) for text in (plan.suits, plan.when) if text)
            rows.append(tag("li", tag("h2", link), facts, tag("p", about)))
        return tag("ul", *rows, cls="rows")

    def _plan(self, plan: PlanText) -> Html:
        spoken = language()
        parts = [tag("p", said("plan"), cls="eyebrow"), tag("h1", plan.name.said(spoken))]
        parts.append(tag("p", plan.suits.said(spoken), cls="lead"))
        facts = [(said("time"), minutes(plan.plan.length())), (said("people"), str(plan.plan.people))]
        facts += [(said(key), text.said(spoken)) for key, text in (("when", plan.when), ("bring", plan.bring)) if text]
        parts.append(tag("dl", *(tag("div", tag("dt", what), tag("dd", fact)) for what, fact in facts), cls="facts"))
        rows, begins = [], 0
        for item, title in zip(plan.plan.items, titles(plan.plan, self.deck), strict=True):
            card = self.deck.card(item.exercise) if item.exercise is not None else None
            name: str | Html = title.said(spoken)
            if card is not None:
                name = tag("a", title.said(spoken), href=f"../cards/{card.id}.html")
            guard = said("protected") if item.is_protected else said("first_to_go") if item.first_to_go else ""
            mark = tag("span", guard, cls="facts") if guard else Html()
            takes = item.planned(plan.plan.people)
            cells = [tag("td", f"+{begins}", cls="number"), tag("th", name, " ", mark, scope="row")]
            rows.append(tag("tr", *cells, tag("td", minutes(takes), cls="number"), cls=_kind(item.kind)))
            begins += takes
        heads = (said("begins"), said("item"), said("takes"))
        head = tag("thead", tag("tr", *(tag("th", each, scope="col") for each in heads)))
        foot = tag(
            "tfoot",
            tag("tr", tag("td"), tag("th", said("in_all"), scope="row"), tag("td", minutes(begins), cls="number")),
        )
        parts.append(tag("table", head, tag("tbody", *rows), foot))
        if plan.note:
            parts.append(tag("section", tag("h2", said("note")), tag("p", plan.note.said(spoken))))
        return tag("article", *parts)

    def _question_list(self) -> Html:
        parts = []
        for theme in Theme:
            about = [question for question in self.questions if question.theme is theme]
            if about:
                rows = [tag("li", self._question(each), cls="follows" if each.after else None) for each in about]
                parts.append(
                    tag("section", tag("h2", _begun(name_of(theme)), id=theme), tag("ul", *rows, cls="questions"))
                )
        return joined(parts)

    @staticmethod
    def _question(question: Question) -> Html:
        follows = tag("span", f"{said('follow_up')} ", cls="facts") if question.after else Html()
        return joined([follows, question.text.said(language())])


def build(out: Path, deck: Deck) -> list[Path]:
    """Write the pages into a folder; returns what was written."""
    files = {"style.css": _style(), "search.js": (HERE / "site_search.js").read_text(encoding="utf-8")}
    for each in LANGUAGES:
        with languages.speaking(each):
            files |= {f"{each}/{path}": text for path, text in Site(deck).pages()}
    files["index.html"] = _doorstep()
    written = []
    for name, text in sorted(files.items()):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _doorstep() -> str:
    """The first page: which language."""
    links = []
    for each in LANGUAGES:
        with languages.speaking(each):
            name, lead = LANGUAGE_NAMES[each], said("lead")
        links.append(tag("li", tag("h2", tag("a", name, href=f"{each}/index.html")), tag("p", lead), lang=each))
    with languages.speaking("fi"):
        main = tag("main", tag("h1", said("cards")), tag("ul", *links, cls="rows"), id="main")
        return page_of("fi", said("cards"), Html(), main, Html(), "", "", root=True)


def _style() -> str:
    source = (HERE / "site_style.css").read_text(encoding="utf-8")
    return source.replace("/* light */", _colours(LIGHT)).replace("/* dark */", _colours(DARK))


def _colours(palette: Palette) -> str:
    names = ("ground", "panel", "rule", "strong", "normal", "quiet", "sage", "sage_ground", "amber")
    return " ".join(f"--{name.replace('_', '-')}: {getattr(palette, name)};" for name in names)


def _begun(name: str) -> str:
    """A name with a capital, as a heading has it."""
    return name[:1].upper() + name[1:]


def _kind(kind: ItemKind) -> str | None:
    return "break" if kind is ItemKind.BREAK else None


def _between(links: Iterable[Html]) -> list[Html | str]:
    found: list[Html | str] = []
    for link in links:
        found += [", ", link] if found else [link]
    return found


def main() -> int:
    parser = ArgumentParser(description="The deck as static pages in three languages.")
    parser.add_argument("out", type=Path, help="the folder to write into")
    parser.add_argument("--deck", type=Path, action="append", default=[], help="another deck, beside what is shipped")
    chosen = parser.parse_args()
    deck = Deck(decks=chosen.deck)
    written = build(chosen.out, deck)
    print(json.dumps({"pages": sum(path.suffix == ".html" for path in written), "faults": len(deck.faults)}))
    return 1 if deck.faults else 0


if __name__ == "__main__":
    sys.exit(main())
